//! Imports: nothing is written before one says so, nothing twice, and all can be taken back.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod fixtures;
mod witness;

use domain::{
    cases::{Channel, Edit, Filter, NewCase, Priority, TextEdit, Unused},
    customers::{CustomerFilter, CustomerKind, Standing},
    employees::{EmployeeFilter, Shown},
    ids::{CaseNumber, CustomerId, ImportId, PersonId},
    imports::{Column, Kind, Mapping, OWN, State, Tally},
    people::{Role, Viewer},
    problem::{Field, Problem, Refusal},
    roles::RoleChoice,
};
use fixtures::{House, case, house, status};
use sqlx::{
    Connection,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::time::Duration;
use store::{Db, cases, customers, employees, imports, settings};
use witness::{fingerprint, history, invalid, refused, searched};

/// Stages lines of cells that `;` separates, the first being the heading. Every quote is an unclosed one.
async fn staged(house: &House, viewer: &Viewer, kind: Kind, lines: &str) -> ImportId {
    let mut upload = imports::stage(viewer, &house.db, kind, "kunder.csv").await.unwrap();
    for (line, cells) in (1..).zip(lines.lines()) {
        let wrong = cells.contains('"').then_some(Refusal::Unclosed);
        upload.add(line, cells.split(';').map(str::to_owned).collect(), wrong).await.unwrap();
    }
    upload.finish().await.unwrap()
}

async fn tally(house: &House, viewer: &Viewer, import: ImportId) -> Tally {
    imports::show(viewer, &house.db, import).await.unwrap().import.tally
}

/// Does it to the end, and tells what became of the rows.
async fn done(house: &House, viewer: &Viewer, import: ImportId) -> Tally {
    imports::start(viewer, &house.db, import).await.unwrap();
    while imports::advance(viewer, &house.db, import).await.unwrap() {}
    let import = imports::show(viewer, &house.db, import).await.unwrap().import;
    assert_eq!(import.state, State::Done);
    import.tally
}

async fn undone(house: &House, viewer: &Viewer, import: ImportId) -> Tally {
    imports::undo(viewer, &house.db, import).await.unwrap();
    while imports::advance(viewer, &house.db, import).await.unwrap() {}
    let import = imports::show(viewer, &house.db, import).await.unwrap().import;
    assert_eq!(import.state, State::Undone);
    import.tally
}

const CUSTOMERS: &str = "Kundnr;Namn;Org.nr;Telefon;E-post;Adress;Postnr;Ort;Kontaktperson
2001;Åkeriet AB;212000-0142;018-555 01 42;info@akeriet.example;Storgatan 1;75320;Uppsala;Eva Ek
1001;;;08-123 456 78;;;;;
2002;Eva Ek;811218-9876;;;Ågatan 3;;Uppsala;
2003;Fel AB;212000-0143;ring;;;;;
x;Nummerlös AB;;;;;;;
2001;Åkeriet igen AB;;;;;;;
;Utan nummer AB;;;;Vägen 1;;Gävle;
";

/// A case of that customer, who is in use from then on.
async fn register_for(viewer: &Viewer, db: &Db, customer: CustomerId) {
    let new = NewCase { customer: Some(customer), ..NewCase::new("Ny", Channel::Phone) };
    cases::create(viewer, db, new).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_trial_writes_nothing_and_says_what_would_become_of_each_row(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let anna = &house.ours.administrator;
    let find = |q: &str| CustomerFilter { query: q.into(), standing: Standing::All, after: None };
    let before = customers::list(anna, &house.db, &find("")).await.unwrap();
    let import = staged(&house, anna, Kind::Customers, CUSTOMERS).await;
    let detail = imports::show(anna, &house.db, import).await.unwrap();
    let wished = Tally { created: 3, changed: 1, refused: 3, ..Tally::default() };
    assert_eq!((detail.import.tally, detail.import.rows, detail.import.state), (wished, 7, State::Ready));
    let wrong: Vec<_> = detail
        .refused
        .iter()
        .map(|row| {
            (row.line, row.errors.iter().map(|error| (error.field, error.refusal)).collect::<Vec<_>>())
        })
        .collect();
    assert_eq!(
        wrong,
        [
            (5, vec![(Field::IdentityNumber, Refusal::Malformed), (Field::Phone, Refusal::Malformed)]),
            (6, vec![(Field::Number, Refusal::Malformed)]),
            (7, vec![(Field::Number, Refusal::Taken)]),
        ]
    );
    assert_eq!(customers::list(anna, &house.db, &find("")).await.unwrap(), before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn customers_come_in_whole_and_a_second_time_nothing_changes(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let import = staged(&house, anna, Kind::Customers, CUSTOMERS).await;
    let became = done(&house, anna, import).await;
    assert_eq!((became.created, became.changed, became.refused), (3, 1, 3));
    let card = customers::show(anna, db, CustomerId(2001)).await.unwrap();
    assert_eq!((card.name.as_str(), card.kind), ("Åkeriet AB", CustomerKind::Organisation));
    assert_eq!(card.identity_number.as_deref(), Some("2120000142"));
    assert_eq!(card.sites[0].address(), "Storgatan 1, 753 20 Uppsala");
    assert_eq!(card.contacts[0].name, "Eva Ek");
    assert_eq!(customers::show(anna, db, CustomerId(2002)).await.unwrap().kind, CustomerKind::Private);
    // What the row leaves blank stays.
    let solglantan = customers::show(anna, db, CustomerId(1001)).await.unwrap();
    assert_eq!(
        (solglantan.name.as_str(), solglantan.email.as_deref()),
        ("BRF Solgläntan", Some("kund@example.se"))
    );
    assert_eq!(solglantan.phone.unwrap().e164(), "+46812345678");
    assert_eq!(solglantan.sites[0].street, "Storgatan 12");
    for query in ["åkeriet", "018-5550142", "212000-0142", "vägen 1 gävle"] {
        let filter = CustomerFilter { query: query.into(), ..CustomerFilter::default() };
        assert_eq!(customers::list(anna, db, &filter).await.unwrap().rows.len(), 1, "{query}");
    }
    let again = staged(&house, anna, Kind::Customers, CUSTOMERS).await;
    let again = done(&house, anna, again).await;
    assert_eq!((again.created, again.changed, again.unchanged), (0, 0, 4));
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_undo_takes_all_back_but_what_is_used_or_changed_since(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let before = customers::show(anna, db, CustomerId(1001)).await.unwrap();
    let import = staged(&house, anna, Kind::Customers, CUSTOMERS).await;
    done(&house, anna, import).await;
    register_for(anna, db, CustomerId(2002)).await;
    let became = undone(&house, anna, import).await;
    assert_eq!((became.undone, became.left), (3, 1));
    assert_eq!(refused(customers::show(anna, db, CustomerId(2001)).await), Problem::NotFound);
    assert!(customers::show(anna, db, CustomerId(2002)).await.is_ok());
    let after = customers::show(anna, db, CustomerId(1001)).await.unwrap();
    assert_eq!((after.phone, after.contacts, after.sites), (before.phone, before.contacts, before.sites));
    // Changed since: left.
    let import = staged(&house, anna, Kind::Customers, "Kundnr;Telefon\n1001;08-111 11 11\n").await;
    done(&house, anna, import).await;
    customers::set_active(anna, db, CustomerId(1001), false).await.unwrap();
    assert_eq!(undone(&house, anna, import).await.left, 1);
    assert_eq!(
        customers::show(anna, db, CustomerId(1001)).await.unwrap().phone.unwrap().e164(),
        "+4681111111"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_import_that_a_later_one_stands_on_is_undone_after_it(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let employees = "Anställningsnr;Namn;Befattning\n40;Nadia Said;Planerare\n";
    for (kind, older, newer) in [
        (Kind::Customers, CUSTOMERS.to_owned(), CUSTOMERS.replace("018-555 01 42", "018-555 01 43")),
        (Kind::Cases, CASES.to_owned(), CASES.replace("In Progress", "Löst").replace("Brådskande", "Låg")),
        (Kind::Employees, employees.to_owned(), employees.replace("Planerare", "Chef")),
    ] {
        let first = staged(&house, anna, kind, &older).await;
        let came = done(&house, anna, first).await;
        let second = staged(&house, anna, kind, &newer).await;
        assert_eq!(done(&house, anna, second).await.changed, 1, "{kind:?}");
        assert_eq!(
            invalid(imports::undo(anna, db, first).await),
            [(Field::Table, Refusal::InUse)],
            "{kind:?}"
        );
        let later = imports::show(anna, db, first).await.unwrap().later.unwrap();
        assert_eq!((later.id, later.file_name.as_str()), (second, "kunder.csv"));
        assert_eq!(undone(&house, anna, second).await.undone, 1, "{kind:?}");
        assert_eq!(imports::show(anna, db, first).await.unwrap().later, None);
        let became = undone(&house, anna, first).await;
        assert_eq!((became.undone, became.left), (came.created + came.changed, 0), "{kind:?}");
        assert_eq!(refused(imports::undo(anna, db, first).await), Problem::Overtaken, "nothing is left");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_undo_that_left_something_can_be_repeated_for_it(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let import = staged(&house, anna, Kind::Customers, "Kundnr;Namn\n2001;Ett AB\n2002;Två AB\n").await;
    done(&house, anna, import).await;
    register_for(anna, db, CustomerId(2002)).await;
    let became = undone(&house, anna, import).await;
    assert_eq!((became.undone, became.left), (1, 1));
    let became = undone(&house, anna, import).await;
    assert_eq!((became.undone, became.left), (1, 1), "it is still in use");
    cases::update(anna, db, CaseNumber(1), 1, Edit::Customer(None)).await.unwrap();
    let became = undone(&house, anna, import).await;
    assert_eq!((became.undone, became.left), (2, 0));
    assert_eq!(refused(customers::show(anna, db, CustomerId(2002)).await), Problem::NotFound);
}

#[sqlx::test(migrations = "../../migrations")]
async fn rows_without_numbers_are_found_again(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let anna = &house.ours.administrator;
    let file = "Namn;Orgnr;Gata;Ort\nEtt AB;212000-0142;;\nTvå AB;;Vägen 1;Gävle\nTvå AB;;Vägen 2;Gävle\n";
    let first = staged(&house, anna, Kind::Customers, file).await;
    assert_eq!(done(&house, anna, first).await.created, 3);
    let renamed = file.replace("Ett AB", "Ett Ab Nytt");
    let again = staged(&house, anna, Kind::Customers, &renamed).await;
    let again = done(&house, anna, again).await;
    assert_eq!((again.created, again.changed, again.unchanged), (0, 1, 2));
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_only_tried_and_shown_waits_for_nobody_who_edits(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect.clone()).await;
    let anna = &house.ours.administrator;
    let first = staged(&house, anna, Kind::Cases, CASES).await;
    done(&house, anna, first).await;
    let newer = CASES.replace("In Progress", "Löst");
    let mut editor = sqlx::PgConnection::connect_with(&connect).await.unwrap();
    let hold = "BEGIN; SELECT FROM customer FOR UPDATE; SELECT FROM cases FOR UPDATE";
    sqlx::raw_sql(hold).execute(&mut editor).await.unwrap();
    let look = async {
        for (kind, lines) in [(Kind::Customers, CUSTOMERS), (Kind::Cases, newer.as_str())] {
            let import = staged(&house, anna, kind, lines).await;
            assert_eq!(tally(&house, anna, import).await.changed, 1, "{kind:?}");
        }
    };
    tokio::time::timeout(Duration::from_secs(20), look).await.expect("nobody is waited for");
}

#[sqlx::test(migrations = "../../migrations")]
async fn employees_come_in_and_go_and_keep_their_logins_apart(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let theirs = format!("anna{}@example.se", house.theirs.id);
    let file = format!(
        "Anställningsnr;Förnamn;Efternamn;Roll;E-post;Befattning\n\
         40;Nadia;Said;Kontor;nadia@glans.example;Planerare\n\
         3;Johan;Åkesson;;;Fönsterputsare\n\
         41;Lånad;Login;;{theirs};\n\
         42;Två;Ggr;;nadia@glans.example;\n\
         6;Kundens;Kontakt;;;\n\
         1;Anna;Berg;Anställd;;\n"
    );
    let import = staged(&house, anna, Kind::Employees, &file).await;
    let tried = tally(&house, anna, import).await;
    let wrong: Vec<_> =
        imports::show(anna, db, import).await.unwrap().refused.iter().map(|row| row.line).collect();
    assert_eq!(
        (tried.created, tried.changed),
        (2, 1),
        "the contact's number is found taken only when writing"
    );
    assert_eq!(wrong, [4, 5, 7]);
    let became = done(&house, anna, import).await;
    assert_eq!((became.created, became.changed, became.refused), (1, 1, 4));
    let all = EmployeeFilter { shown: Shown::All, ..EmployeeFilter::default() };
    let found =
        |people: Vec<domain::employees::Employee>, id: i32| people.into_iter().find(|p| p.id == PersonId(id));
    let nadia = found(employees::list(anna, db, &all).await.unwrap(), 40).unwrap();
    assert_eq!(
        (nadia.profile.name.as_str(), nadia.profile.title.as_deref()),
        ("Nadia Said", Some("Planerare"))
    );
    let became = undone(&house, anna, import).await;
    assert_eq!((became.undone, became.left), (2, 0));
    let people = employees::list(anna, db, &all).await.unwrap();
    assert!(found(people.clone(), 40).is_none());
    assert_eq!(found(people, 3).unwrap().profile.title, None);
}

const CASES: &str = "#;Projekt;Ämne;Status;Prioritet;Tilldelad till;Skapad;Deadline;Beskrivning;Versionsmål
0002994;BRF Solgläntan;Nyckel saknas;In Progress;Brådskande;Maria Lindqvist;2025-03-01 08:12;2025-03-05;Den blå;2.1
2995;Okänd kund;Klar;Stängd;Låg;Någon Annan;2025-04-01;;;
2996;;;Ny;;;;;;
2997;1002;Fel dag;Ny;Hög;;i går;;;
";

#[sqlx::test(migrations = "../../migrations")]
async fn cases_come_in_with_all_that_the_file_says(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    case(&house, anna, "Var här").await;
    let import = staged(&house, anna, Kind::Cases, CASES).await;
    let became = done(&house, anna, import).await;
    assert_eq!((became.created, became.refused), (2, 2));
    let shown = cases::show(anna, db, CaseNumber(2)).await.unwrap();
    assert_eq!((shown.row.subject.as_str(), shown.row.priority), ("Nyckel saknas", Priority::Urgent));
    assert_eq!(shown.row.status, status::ASSIGNED);
    assert_eq!(shown.row.responsible.unwrap().name, "Maria Lindqvist");
    assert_eq!(shown.row.customer.unwrap().1, "BRF Solgläntan");
    assert_eq!(shown.row.created_at.to_string(), "2025-03-01 08:12:00");
    assert_eq!(shown.row.due_on.unwrap().to_string(), "2025-03-05");
    assert_eq!(shown.body, "Den blå\n\nRedmine: 2994\nVersionsmål: 2.1");
    let closed = cases::show(anna, db, CaseNumber(3)).await.unwrap();
    assert!(!closed.row.is_open);
    assert_eq!(closed.body, "Redmine: 2995\nProjekt: Okänd kund\nTilldelad till: Någon Annan");
    for (query, number) in [("q=blå", 2), ("q=solgläntan", 2), ("q=2995&bas=alla", 3)] {
        let found = cases::list(anna, db, &Filter::from_query(query)).await.unwrap();
        assert_eq!(found.rows.iter().map(|row| row.number.0).collect::<Vec<_>>(), [number], "{query}");
    }
    assert_eq!(case(&house, anna, "Nästa").await, CaseNumber(4), "without a gap");
}

#[sqlx::test(migrations = "../../migrations")]
async fn first_rows_are_shown_as_they_would_be_stored_and_unknown_names_with_their_rows(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let import = staged(&house, anna, Kind::Cases, CASES).await;
    let before = fingerprint(&house).await;
    let detail = imports::show(anna, db, import).await.unwrap();
    let cell = |row: usize, column: Column| {
        let at = detail.preview.columns.iter().position(|is| *is == column).unwrap();
        detail.preview.rows[row].cells[at].as_str()
    };
    assert_eq!((cell(0, Column::Number), cell(0, Column::Subject)), ("2994", "Nyckel saknas"));
    assert_eq!((cell(0, Column::Status), cell(0, Column::Priority)), ("Tilldelad", "Bråttom"));
    assert_eq!(
        (cell(0, Column::Customer), cell(0, Column::Responsible)),
        ("BRF Solgläntan", "Maria Lindqvist")
    );
    assert_eq!((cell(0, Column::CreatedAt), cell(0, Column::DueOn)), ("2025-03-01 08:12", "2025-03-05"));
    assert_eq!((cell(1, Column::Customer), cell(1, Column::Responsible)), ("", ""));
    assert_eq!(cell(1, Column::Body), "Redmine: 2995\nProjekt: Okänd kund\nTilldelad till: Någon Annan");
    let refused: Vec<_> = detail.preview.rows.iter().map(|row| (row.line, row.is_refused)).collect();
    assert_eq!(refused, [(2, false), (3, false), (4, true), (5, true)]);
    let unknown: Vec<_> = detail.unknown.iter().map(|told| (told.column, told.words, told.rows)).collect();
    assert_eq!(unknown, [(Column::Customer, 1, 1), (Column::Responsible, 1, 1)]);
    assert_eq!(fingerprint(&house).await, before);
    done(&house, anna, import).await;
    let shown = cases::show(anna, db, CaseNumber(2)).await.unwrap();
    assert_eq!(shown.body, cell(1, Column::Body), "what was shown is what was stored");
}

#[sqlx::test(migrations = "../../migrations")]
async fn employees_with_an_unknown_role_or_team_come_in_and_can_be_given_one(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let file = "Anställningsnr;Namn;Roll;Team\n40;Nadia Said;Förman;Nattlaget\n3;Johan Åkesson;Förman;\n";
    let import = staged(&house, anna, Kind::Employees, file).await;
    let detail = imports::show(anna, db, import).await.unwrap();
    assert_eq!((detail.import.tally.created, detail.import.tally.refused), (1, 0));
    let unknown: Vec<_> = detail.unknown.iter().map(|told| (told.column, told.words, told.rows)).collect();
    assert_eq!(unknown, [(Column::Role, 1, 2), (Column::Team, 1, 1)]);
    let office = Role::Office.name(anna.language);
    let (office, _) = detail.roles.iter().find(|(_, name)| name == office).unwrap();
    let words =
        vec![(Column::Role, "Förman".into(), Some(*office)), (Column::Team, "Nattlaget".into(), None)];
    imports::remap(anna, db, import, Mapping { words, ..detail.mapping }).await.unwrap();
    let unknown = imports::show(anna, db, import).await.unwrap().unknown;
    let still: Vec<_> = unknown.iter().map(|told| (told.column, told.words)).collect();
    assert_eq!(still, [(Column::Team, 1)], "whoever chose no team is still told what is left out");
    done(&house, anna, import).await;
    let nadia = employees::show(anna, db, PersonId(40)).await.unwrap().employee.profile;
    assert_eq!((nadia.role, nadia.team), (RoleChoice::BuiltIn(Role::Office), None));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_newer_file_changes_only_cases_that_nobody_has_worked_on(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let first = staged(&house, anna, Kind::Cases, CASES).await;
    done(&house, anna, first).await;
    let same = staged(&house, anna, Kind::Cases, CASES).await;
    assert_eq!(tally(&house, anna, same).await.unchanged, 2);
    let newer = CASES
        .replace("In Progress", "Löst")
        .replace("Klar;Stängd", "Omöppnad;Ny")
        .replace("Brådskande", "Låg");
    let second = staged(&house, anna, Kind::Cases, &newer).await;
    let edit = Edit::Priority(Priority::High);
    cases::update(anna, db, CaseNumber(2), 1, edit).await.unwrap();
    let became = done(&house, anna, second).await;
    assert_eq!((became.kept, became.changed, became.created), (1, 1, 0));
    assert_eq!(cases::show(anna, db, CaseNumber(1)).await.unwrap().row.status, status::SOLVED);
    let priority = |number| async move { cases::show(anna, db, number).await.unwrap().row.priority };
    assert_eq!(
        (priority(CaseNumber(1)).await, priority(CaseNumber(2)).await),
        (Priority::Low, Priority::High)
    );
    // The second one taken back: the first one's values stand again.
    assert_eq!(undone(&house, anna, second).await.undone, 1);
    let shown = cases::show(anna, db, CaseNumber(1)).await.unwrap();
    assert_eq!(
        (shown.row.status, shown.row.priority, shown.row.is_open),
        (status::ASSIGNED, Priority::Urgent, true)
    );
    assert!(searched(&house, anna, CaseNumber(1)).await.0, "found among the open ones again");
}

#[sqlx::test(migrations = "../../migrations")]
async fn undone_cases_are_empty_and_closed_and_come_back_under_their_numbers(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let first = staged(&house, anna, Kind::Cases, CASES).await;
    done(&house, anna, first).await;
    let text = TextEdit { subject: "Arbetad med".into(), body: "Redmine: 2995".into() };
    cases::edit_text(anna, db, CaseNumber(2), 1, text).await.unwrap();
    let became = undone(&house, anna, first).await;
    assert_eq!((became.undone, became.left), (1, 1));
    let empty = cases::show(anna, db, CaseNumber(1)).await.unwrap();
    assert_eq!(
        (empty.row.subject.as_str(), empty.body.as_str(), empty.row.is_open),
        ("Ångrad import", "", false)
    );
    assert_eq!((empty.row.customer, empty.row.responsible), (None, None));
    assert!(!history(&house, anna, CaseNumber(1)).await.is_empty());
    let found = cases::list(anna, db, &Filter::from_query("q=nyckel&bas=alla")).await.unwrap();
    assert!(found.rows.is_empty());
    assert_eq!(cases::show(anna, db, CaseNumber(2)).await.unwrap().row.subject, "Arbetad med");
    let again = staged(&house, anna, Kind::Cases, CASES).await;
    let became = done(&house, anna, again).await;
    assert_eq!((became.created, became.changed, became.kept), (0, 1, 1));
    assert_eq!(cases::show(anna, db, CaseNumber(1)).await.unwrap().row.subject, "Nyckel saknas");
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_set_by_hand_holds(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let file = "A;B;C\nEtt;På is;x\n";
    let import = staged(&house, anna, Kind::Cases, file).await;
    assert_eq!(tally(&house, anna, import).await.refused, 1, "no column is the subject");
    let mapping = Mapping { columns: vec![None, Some(Column::Status), None], ..Mapping::default() };
    let wrong = invalid(imports::remap(anna, db, import, mapping.clone()).await);
    assert_eq!(wrong, [(Field::Columns, Refusal::Empty)]);
    let mapping = Mapping {
        columns: vec![Some(Column::Subject), Some(Column::Status)],
        words: vec![(Column::Status, "På is".into(), Some(status::SOLVED.0))],
        ..mapping
    };
    imports::remap(anna, db, import, mapping).await.unwrap();
    assert_eq!(done(&house, anna, import).await.created, 1);
    let shown = cases::show(anna, db, CaseNumber(1)).await.unwrap();
    assert_eq!((shown.row.status, shown.body.as_str()), (status::SOLVED, ""));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_column_of_what_is_switched_off_is_kept_as_text_alone(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    settings::use_features(boss, db, Unused::named(["priority", "due_on"])).await.unwrap();
    let import =
        staged(&house, boss, Kind::Cases, "#;Ämne;Prioritet;Förfallodatum\n9;Nyckel;Hög;2031-02-03").await;
    let shown = imports::show(boss, db, import).await.unwrap();
    assert_eq!(shown.mapping.columns, [Some(Column::Number), Some(Column::Subject), None, None]);
    assert_eq!(done(&house, boss, import).await.created, 1);
    settings::use_features(boss, db, Unused::default()).await.unwrap();
    let row = cases::list(boss, db, &Filter::from_query("q=nyckel")).await.unwrap().rows.remove(0);
    assert_eq!((row.priority, row.due_on), (Priority::Normal, None));
    let body = cases::show(boss, db, row.number).await.unwrap().body;
    assert!(body.contains("Prioritet: Hög") && body.contains("2031-02-03"), "{body}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_word_without_a_meaning_is_kept_as_text_also_when_that_was_chosen(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    let file = "Nr;Rubrik;Status;Prioritet;Typ\n8811;Ordprov;Väntar på kund;P1;Trädgård\n";
    let import = staged(&house, boss, Kind::Cases, file).await;
    let shown = imports::show(boss, db, import).await.unwrap();
    assert_eq!(shown.unknown.len(), 3);
    // As the form sends it back when nothing is touched.
    let mapping = Mapping { words: shown.words, ..shown.mapping };
    imports::remap(boss, db, import, mapping).await.unwrap();
    assert_eq!(imports::show(boss, db, import).await.unwrap().unknown, shown.unknown);
    assert_eq!(done(&house, boss, import).await.created, 1);
    let number = cases::list(boss, db, &Filter::from_query("q=ordprov")).await.unwrap().rows.remove(0).number;
    let body = cases::show(boss, db, number).await.unwrap().body;
    for word in ["Status: Väntar på kund", "Prioritet: P1", "Typ: Trädgård"] {
        assert!(body.contains(word), "{body}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_cell_of_megabytes_refuses_its_row_and_what_stands_beside_the_headings_is_kept(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    let file = format!("Nr;Rubrik\n1;{}\n2;Nyckel;extra;;\n", "å".repeat(1_000_000));
    let import = staged(&house, boss, Kind::Cases, &file).await;
    let shown = imports::show(boss, db, import).await.unwrap();
    assert_eq!(shown.headings, ["Nr", "Rubrik", "Kolumn 3"]);
    let longest = shown.samples.iter().flatten().chain(shown.preview.rows.iter().flat_map(|row| &row.cells));
    assert!(longest.map(|cell| cell.chars().count()).max() <= Some(200));
    let became = done(&house, boss, import).await;
    assert_eq!((became.created, became.refused), (1, 1));
    let number = cases::list(boss, db, &Filter::from_query("q=nyckel")).await.unwrap().rows.remove(0).number;
    assert!(cases::show(boss, db, number).await.unwrap().body.contains("Kolumn 3: extra"));
}

#[sqlx::test(migrations = "../../migrations")]
async fn two_columns_of_the_same_meaning_are_refused_at_the_second(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let import = staged(&house, anna, Kind::Customers, "Nr;A;B\n2001;Ett AB;Två AB\n").await;
    let columns = vec![Some(Column::Number), Some(Column::Name), Some(Column::Name)];
    let twice = Mapping { columns, ..Mapping::default() };
    for refused in [
        imports::remap(anna, db, import, twice.clone()).await,
        imports::take_chosen(anna, db, import, twice).await,
    ] {
        assert_eq!(invalid(refused), [(Field::ColumnAt(2), Refusal::Taken)]);
    }
    let columns = vec![None, Some(Column::Name), None];
    imports::remap(anna, db, import, Mapping { columns, ..Mapping::default() }).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_row_with_an_unclosed_quote_stays_refused_however_columns_are_meant(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let import = staged(&house, anna, Kind::Customers, "Nr;Vem\n2001;\"Ett AB\n2002;Två AB\n").await;
    let columns = vec![Some(Column::Number), Some(Column::Name)];
    imports::remap(anna, db, import, Mapping { columns, ..Mapping::default() }).await.unwrap();
    let detail = imports::show(anna, db, import).await.unwrap();
    assert_eq!((detail.import.tally.created, detail.import.tally.refused), (1, 1));
    assert_eq!((detail.refused[0].line, detail.refused[0].errors[0].refusal), (2, Refusal::Unclosed));
    let became = done(&house, anna, import).await;
    assert_eq!((became.created, became.refused), (1, 1));
    assert_eq!(refused(customers::show(anna, db, CustomerId(2001)).await), Problem::NotFound);
    let mut upload = imports::stage(anna, db, Kind::Customers, "kunder.csv").await.unwrap();
    let heading = upload.add(1, vec!["\"Nr".into()], Some(Refusal::Unclosed)).await;
    assert_eq!(invalid(heading), [(Field::Table, Refusal::Unclosed)]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn numbers_that_are_given_are_none_that_the_file_names(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    // More than are written at once stand between who gets a number and who names it.
    let many = |row: fn(i32) -> String| (0..600).map(row).collect::<String>();
    let file = format!("Kundnr;Namn\n{}1005;Namngiven AB\n", many(|at| format!(";Utan {at} AB\n")));
    let import = staged(&house, anna, Kind::Customers, &file).await;
    assert_eq!(done(&house, anna, import).await.created, 601);
    assert_eq!(customers::show(anna, db, CustomerId(1005)).await.unwrap().name, "Namngiven AB");
    assert_eq!(customers::show(anna, db, CustomerId(1006)).await.unwrap().name, "Utan 0 AB");

    let file = "Anställningsnr;Namn\n;Nadia Said\n8;Nils Namngiven\n";
    let import = staged(&house, anna, Kind::Employees, file).await;
    assert_eq!(done(&house, anna, import).await.created, 2);
    let all = EmployeeFilter { shown: Shown::All, ..EmployeeFilter::default() };
    let people = employees::list(anna, db, &all).await.unwrap();
    let name = |id| people.iter().find(|one| one.id == PersonId(id)).map(|one| one.profile.name.as_str());
    assert_eq!((name(8), name(9)), (Some("Nils Namngiven"), Some("Nadia Said")));

    // Cases get the next numbers without a gap; who bears such a one elsewhere is another case.
    let file = format!(
        "Nr;Rubrik;Skapad\n{}1;Namngivet;2025-03-01 08:12\n",
        many(|at| format!(";Utan {at};2025-03-01 08:12\n"))
    );
    let import = staged(&house, anna, Kind::Cases, &file).await;
    let columns = vec![Some(Column::Number), Some(Column::Subject), Some(Column::CreatedAt)];
    let mapping = Mapping { columns, source: OWN.to_owned(), ..Mapping::default() };
    imports::remap(anna, db, import, mapping).await.unwrap();
    assert_eq!(done(&house, anna, import).await.created, 601);
    assert_eq!(cases::show(anna, db, CaseNumber(1)).await.unwrap().row.subject, "Utan 0");
    assert_eq!(cases::show(anna, db, CaseNumber(601)).await.unwrap().row.subject, "Namngivet");
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_import_runs_once_and_is_undone_once(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let import = staged(&house, anna, Kind::Customers, CUSTOMERS).await;
    assert_eq!(refused(imports::undo(anna, db, import).await), Problem::Overtaken);
    done(&house, anna, import).await;
    assert_eq!(refused(imports::start(anna, db, import).await), Problem::Overtaken);
    assert_eq!(refused(imports::remap(anna, db, import, Mapping::default()).await), Problem::Overtaken);
    assert_eq!(refused(imports::discard(anna, db, import).await), Problem::NotFound);
    undone(&house, anna, import).await;
    assert_eq!(refused(imports::undo(anna, db, import).await), Problem::Overtaken);
    let other = staged(&house, anna, Kind::Customers, CUSTOMERS).await;
    imports::discard(anna, db, other).await.unwrap();
    assert_eq!(refused(imports::show(anna, db, other).await), Problem::NotFound);
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_who_may_imports_and_only_in_their_company(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let import = staged(&house, anna, Kind::Customers, CUSTOMERS).await;
    for viewer in [&house.ours.office, &house.ours.employee, &house.ours.customer] {
        assert_eq!(refused(imports::list(viewer, db).await), Problem::Forbidden);
        assert_eq!(refused(imports::show(viewer, db, import).await), Problem::Forbidden);
        assert!(imports::stage(viewer, db, Kind::Customers, "x").await.is_err());
        assert_eq!(refused(imports::start(viewer, db, import).await), Problem::Forbidden);
        assert_eq!(refused(imports::refused(viewer, db, import).await), Problem::Forbidden);
    }
    let before = fingerprint(&house).await;
    let they = &house.theirs.administrator;
    assert!(imports::list(they, db).await.unwrap().is_empty());
    assert_eq!(refused(imports::show(they, db, import).await), Problem::NotFound);
    assert_eq!(refused(imports::refused(they, db, import).await), Problem::NotFound);
    assert_eq!(refused(imports::remap(they, db, import, Mapping::default()).await), Problem::NotFound);
    assert_eq!(refused(imports::start(they, db, import).await), Problem::NotFound);
    assert_eq!(refused(imports::advance(they, db, import).await), Problem::NotFound);
    assert_eq!(refused(imports::undo(they, db, import).await), Problem::NotFound);
    assert_eq!(refused(imports::discard(they, db, import).await), Problem::NotFound);
    assert_eq!(fingerprint(&house).await, before);
    let still = imports::show(anna, db, import).await.unwrap().import;
    assert_eq!((still.state, still.tally.created), (State::Ready, 3));
}
