#![allow(clippy::unwrap_used)]

use super::*;
use crate::{
    cases::{Hue, Priority, Status, Symbol, Team, Vocabulary},
    customers::{CustomerEdit, CustomerKind},
    ids::{RoleId, StatusId, TeamId},
    people::Role,
    problem::{Field, Refusal},
    roles::{CompanyRole, RoleChoice},
};
use chrono::NaiveDate;

fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).into()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

fn mapped(kind: Kind, headings: &[String]) -> Vec<(&str, Column)> {
    let mapping = Mapping::guess(kind, headings);
    headings.iter().zip(mapping.columns).filter_map(|(h, column)| Some((h.as_str(), column?))).collect()
}

#[test]
fn redmines_columns_are_known_in_both_languages() {
    let swedish = texts([
        "#",
        "Projekt",
        "Ärendetyp",
        "Ämne för föräldraärende",
        "Status",
        "Prioritet",
        "Ämne",
        "Författare",
        "Tilldelad till",
        "Uppdaterad",
        "Kategori",
        "Startdatum",
        "Deadline",
        "Skapad",
        "Beskrivning",
    ]);
    let english = texts([
        "#",
        "Project",
        "Tracker",
        "Parent task subject",
        "Status",
        "Priority",
        "Subject",
        "Author",
        "Assignee",
        "Updated",
        "Category",
        "Start date",
        "Due date",
        "Created",
        "Description",
    ]);
    for headings in [swedish, english] {
        assert_eq!(guess(Kind::Cases, &headings).1, "Redmine");
        let columns: Vec<_> = mapped(Kind::Cases, &headings).into_iter().map(|(_, column)| column).collect();
        use Column::*;
        let known = [
            Number,
            Customer,
            CaseType,
            Status,
            Priority,
            Subject,
            CreatedBy,
            Responsible,
            DueOn,
            CreatedAt,
            Body,
        ];
        assert_eq!(columns, known, "{headings:?}");
    }
}

#[test]
fn mantis_columns_are_known_in_both_languages() {
    let swedish = texts([
        "ID",
        "Projekt",
        "Rapporterad av",
        "Tilldelad till",
        "Prioritet",
        "Allvarlighetsgrad",
        "Upprepbarhet",
        "Produktversion",
        "Kategori",
        "Rapporterad datum",
        "OS",
        "Uppdaterad",
        "Sammanfattning",
        "Status",
        "Lösning",
    ]);
    let english = texts([
        "Id",
        "Project",
        "Reporter",
        "Assigned To",
        "Priority",
        "Severity",
        "Reproducibility",
        "Product Version",
        "Category",
        "Date Submitted",
        "OS",
        "Updated",
        "Summary",
        "Status",
        "Resolution",
    ]);
    for headings in [swedish, english] {
        assert_eq!(guess(Kind::Cases, &headings).1, "MantisBT");
        let columns: Vec<_> = mapped(Kind::Cases, &headings).into_iter().map(|(_, column)| column).collect();
        use Column::*;
        let known =
            [Number, Customer, CreatedBy, Responsible, Priority, CaseType, CreatedAt, Subject, Status];
        assert_eq!(columns, known, "{headings:?}");
    }
}

#[test]
fn what_we_export_is_known_again() {
    for text in [Language::Swedish, Language::English] {
        let headings = [
            text.export_customer_number(),
            text.customer_name(),
            text.kind(),
            text.export_identity(),
            text.phone(),
            text.email(),
            text.street(),
            text.postal_code(),
            text.town(),
            text.export_contact(),
            text.export_contact_phone(),
            text.export_contact_email(),
            text.office_notes(),
            text.field_notes(),
            text.export_active(),
        ];
        let unknown = |kind, headings: Vec<String>| {
            let columns = guess(kind, &headings).0;
            headings
                .into_iter()
                .zip(columns)
                .filter(|(_, is)| is.is_none())
                .map(|(heading, _)| heading)
                .collect::<Vec<_>>()
        };
        let headings = headings.map(str::to_owned).to_vec();
        assert_eq!(unknown(Kind::Customers, headings), Vec::<String>::new());
        let headings = [
            text.export_employee_number(),
            text.employee_name(),
            text.employee_title(),
            text.employee_role(),
            text.team(),
            text.employee_phone(),
            text.employee_email(),
            text.employee_user_name(),
            text.export_active(),
        ];
        assert_eq!(unknown(Kind::Employees, headings.map(str::to_owned).to_vec()), Vec::<String>::new());
        let headings = [
            text.number(),
            text.subject(),
            text.status(),
            text.base_status(),
            text.priority(),
            text.case_type(),
            text.channel(),
            text.export_customer_number(),
            text.customer(),
            text.responsible(),
            text.team(),
            text.created(),
            text.created_by(),
            text.updated(),
            text.due(),
            text.body(),
        ];
        let headings = headings.map(str::to_owned).to_vec();
        assert_eq!(guess(Kind::Cases, &headings).1, OWN);
        assert_eq!(unknown(Kind::Cases, headings), [text.base_status(), text.customer(), text.updated()]);
    }
}

#[test]
fn days_times_and_numbers_are_read_as_they_are_written() {
    let day_of = NaiveDate::from_ymd_opt(2026, 9, 21).unwrap();
    for text in [
        "2026-09-21",
        "2026/09/21",
        "21.9.2026",
        "21/9/2026",
        "21-09-2026",
        "20260921",
        "260921",
        "2026-09-21 16:13",
        "2026-09-21T16:13:05Z",
        "09/21/2026 04:13 PM",
        "09/21/2026",
        "21 sep 2026",
        "21 September 2026 16:13",
        "21/9 2026",
        "21/09 2026 16:13",
        "21/9-2026",
        "21/9-26",
        "21.09.2026",
        "2026.09.21",
        "21 september 2026",
        "den 21 september 2026",
        "Den 21 sep. 2026",
    ] {
        assert_eq!(day(text), Some(day_of), "{text}");
    }
    for text in ["", "i går", "2026-13-01", "31/2/2026", "31/2 2026", "24.12.26", "0026-01-01"] {
        assert_eq!(day(text), None, "{text}");
    }
    let at = day_of.and_hms_opt(16, 13, 0);
    for text in [
        "2026-09-21 16:13",
        "2026-09-21T16:13:00Z",
        "09/21/2026 04:13 PM",
        "21.9.2026 16.13",
        "21/9 2026 16:13",
        "den 21 september 2026 16.13",
    ] {
        assert_eq!(moment(text), at, "{text}");
    }
    assert_eq!(moment("2026-09-21 i kväll"), None);
    for text in ["1001", "1 001", "1001,00", "#1001", "0001001", "1001.0"] {
        assert_eq!(number(text), Some(1001), "{text}");
    }
    for text in ["", "0", "-4", "1001,5", "99999999999", "2147483647", "1000000000"] {
        assert_eq!(number(text), None, "{text}");
    }
}

fn customer_mapping(headings: &[&str]) -> Mapping {
    Mapping::guess(Kind::Customers, &headings.iter().map(|heading| (*heading).to_owned()).collect::<Vec<_>>())
}

#[test]
fn a_customers_row_leaves_what_it_does_not_say() {
    let mapping = customer_mapping(&["Kundnr", "Namn", "Telefon", "Adress", "Ort"]);
    let (kept, active) = customer(
        &mapping,
        &texts(["1001", "BRF Gläntan", "018-555 01 42", "Storgatan 1", "Uppsala"]),
        None,
        today(),
    )
    .unwrap();
    assert_eq!((kept.phone.as_str(), kept.sites[0].town.as_str(), active), ("+46185550142", "Uppsala", None));
    let stands = CustomerEdit { email: "a@brf.example".into(), ..kept };
    let (kept, _) =
        customer(&mapping, &texts(["1001", "", "08-123 456 78", "", ""]), Some(stands), today()).unwrap();
    assert_eq!((kept.name.as_str(), kept.email.as_str()), ("BRF Gläntan", "a@brf.example"));
    assert_eq!((kept.phone.as_str(), kept.sites[0].street.as_str()), ("+46812345678", "Storgatan 1"));
}

#[test]
fn a_phone_that_a_spreadsheet_kept_as_a_number_has_its_zero_again() {
    let mapping = customer_mapping(&["Namn", "Telefon", "Kontaktperson", "Kontaktpersonens telefon"]);
    let columns = mapping.columns.into_iter().take(3).chain([Some(Column::ContactPhone)]).collect();
    let mapping = Mapping { columns, ..Mapping::default() };
    for (said, kept) in [
        ("705551234", Some("+46705551234")),
        ("84650040", Some("+4684650040")),
        ("0705551234", Some("+46705551234")),
        ("555123", None),
        ("5551234567", None),
        ("70-555 12 34", None),
    ] {
        let row = customer(&mapping, &texts(["Ett AB", said, "Eva", said]), None, today()).ok();
        let read = row.map(|(edit, _)| [edit.phone, edit.contacts[0].phone.clone()]);
        assert_eq!(read, kept.map(|kept| [kept.to_owned(), kept.to_owned()]), "{said}");
    }
    let mapping = Mapping::guess(Kind::Employees, &texts(["Namn", "Telefon"]));
    let kept = profile(&mapping, &texts(["Eva Ek", "705551234"]), None, &Choices::default()).unwrap();
    assert_eq!(kept.phone.as_deref(), Some("+46705551234"));
}

#[test]
fn a_day_that_cannot_be_read_is_told_with_the_forms_that_can() {
    let refused = |field| RefusedRow {
        line: 2,
        cells: texts(["24.12.26"]),
        errors: vec![FieldError { field, refusal: Refusal::Malformed }],
    };
    let told =
        "Datumet går inte att läsa som en dag. Skriv det som 2026-11-23, 23/11 2026 eller 23 november 2026.";
    for (field, column) in [(Field::DueOn, "Förfaller"), (Field::CreatedAt, "Skapad")] {
        assert_eq!(refused(field).sentences(Language::Swedish), format!("{column}: {told}"));
    }
}

#[test]
fn people_and_organisations_are_told_apart() {
    let mapping = customer_mapping(&["Förnamn", "Efternamn", "Personnummer", "Kundtyp"]);
    let kind = |cells: [&str; 4]| customer(&mapping, &texts(cells), None, today()).map(|(edit, _)| edit.kind);
    assert_eq!(kind(["Eva", "Ek", "811218-9876", ""]), Ok(CustomerKind::Private));
    assert_eq!(kind(["Eva", "Ek", "", ""]), Ok(CustomerKind::Private));
    assert_eq!(kind(["Eks Städ", "AB", "212000-0142", ""]), Ok(CustomerKind::Organisation));
    assert_eq!(kind(["Eva", "Ek", "", "Företag"]), Ok(CustomerKind::Organisation));
    let wrong = kind(["Eva", "Ek", "811218-9875", "Rymdskepp"]).unwrap_err();
    assert_eq!(wrong.len(), 2, "{wrong:?}");
}

#[test]
fn an_employees_row_names_role_and_team() {
    let headings = texts(["Namn", "Roll", "Lag", "E-post"]);
    let mapping = Mapping::guess(Kind::Employees, &headings);
    let choices = Choices::default();
    let read = |cells: [&str; 4]| profile(&mapping, &texts(cells), None, &choices);
    let office = read(["Nadia Said", "kontor", "", "Nadia@Example.se"]).unwrap();
    assert_eq!(office.role, RoleChoice::BuiltIn(crate::people::Role::Office));
    assert_eq!(office.email.as_deref(), Some("nadia@example.se"));
    let wrong = read(["", "Kontor", "", "x"]).unwrap_err();
    let fields: Vec<_> = wrong.iter().map(|error| error.field).collect();
    assert_eq!(fields, [Field::Name, Field::Email]);
}

#[test]
fn a_role_or_team_that_is_unknown_stays_what_it_was_until_it_is_given_a_meaning() {
    let headings = texts(["Namn", "Roll", "Lag"]);
    let mut mapping = Mapping::guess(Kind::Employees, &headings);
    let team = Team { id: TeamId(3), slug: "syd".into(), name: "Syd".into(), hidden: false };
    let own = CompanyRole {
        id: RoleId(7),
        name: "Lagledare".into(),
        base: Role::Employee,
        permissions: crate::policy::Permissions::default(),
        people: 0,
    };
    let words = Vocabulary { teams: vec![team], ..Vocabulary::default() };
    let choices = Choices { roles: vec![own], words };
    let read = |mapping: &Mapping, role: &str, team: &str, stands| {
        let read = profile(mapping, &texts(["Nadia Said", role, team]), stands, &choices).unwrap();
        (read.role, read.team)
    };
    let field = RoleChoice::BuiltIn(Role::Employee);
    assert_eq!(read(&mapping, "lagledare", "SYD", None), (RoleChoice::Own(RoleId(7)), Some(TeamId(3))));
    assert_eq!(read(&mapping, "Kejsare", "Norr", None), (field, None));
    let office = profile(&mapping, &texts(["Nadia Said", "Kontor", "Syd"]), None, &choices).unwrap();
    let stays = (RoleChoice::BuiltIn(Role::Office), Some(TeamId(3)));
    assert_eq!(read(&mapping, "Kejsare", "Norr", Some(office)), stays);
    let offered = choices.offered_roles(Language::Swedish);
    let (office, _) = offered.iter().find(|(_, name)| name == Role::Office.name(Language::Swedish)).unwrap();
    mapping.words =
        vec![(Column::Role, "Kejsare".into(), Some(*office)), (Column::Team, "Norr".into(), Some(3))];
    assert_eq!(read(&mapping, "Kejsare", "Norr", None), stays);
}

#[test]
fn the_usual_headings_of_a_phone_are_known() {
    for heading in ["Telefonnr", "Tel.nr", "Tfn", "Mobilnr", "Mobil", "Mobiltelefon", "Phone", "Mobile no."] {
        for kind in [Kind::Customers, Kind::Employees] {
            let headings = texts(["Namn", heading]);
            assert_eq!(mapped(kind, &headings), [("Namn", Column::Name), (heading, Column::Phone)]);
        }
    }
}

fn vocabulary() -> Vocabulary {
    let status = |id, slug: &str, name: &str, is_open| Status {
        id: StatusId(id),
        slug: slug.into(),
        name: name.into(),
        is_open,
        symbol: if is_open { Symbol::New } else { Symbol::Closed },
        hue: Hue::Blue,
        is_initial: false,
        hidden: false,
        merged_into: None,
    };
    let statuses = vec![
        status(1, "ny", "Inkommen", true),
        status(5, "tilldelad", "Tilldelad", true),
        status(7, "stangd", "Stängd", false),
    ];
    Vocabulary { statuses, ..Vocabulary::default() }
}

#[test]
fn words_mean_what_was_set_then_what_they_say_then_what_others_call_them() {
    let words = vocabulary();
    let mut mapping = Mapping::default();
    let mean = |mapping: &Mapping, word: &str| value(mapping, &words, Column::Status, word);
    assert_eq!(mean(&mapping, "Inkommen"), Some(1));
    assert_eq!(mean(&mapping, "New"), Some(1));
    assert_eq!(mean(&mapping, "In Progress"), Some(5));
    assert_eq!(mean(&mapping, "stängt"), Some(7));
    assert_eq!(mean(&mapping, "På is"), None);
    mapping.words.push((Column::Status, "New".into(), Some(5)));
    assert_eq!(mean(&mapping, "New"), Some(5));
    for (word, priority) in
        [("brådskande", Priority::Urgent), ("Immediate", Priority::Immediate), ("låg", Priority::Low)]
    {
        assert_eq!(value(&mapping, &words, Column::Priority, word), Some(priority.to_i16()));
    }
}

#[test]
fn nothing_of_a_case_is_lost() {
    let headings = texts(["#", "Ämne", "Status", "Projekt", "Filer", "Privat", "% Klart", "Versionsmål"]);
    let mapping = Mapping::guess(Kind::Cases, &headings);
    let long = "å".repeat(250);
    let cells = texts(["0002994", &long, "På is", "Kund 036", "", "Nej", "0", "2.1"]);
    let case = Imported::read(&mapping, &headings, &cells, &vocabulary()).unwrap();
    assert_eq!((case.number.as_str(), case.subject.chars().count(), case.status), ("2994", 200, None));
    let body = case.full_body(&mapping.source, &[&case.customer]).unwrap();
    assert_eq!(body, format!("Redmine: 2994\nProjekt: Kund 036\n{long}\nStatus: På is\nVersionsmål: 2.1"));
}

#[test]
fn what_is_wrong_with_a_case_is_told() {
    let headings = texts(["Rubrik", "Skapad", "Förfaller"]);
    let mapping = Mapping::guess(Kind::Cases, &headings);
    let wrong =
        Imported::read(&mapping, &headings, &texts(["", "i går", "2026-02-30"]), &vocabulary()).unwrap_err();
    let wrong: Vec<_> = wrong.iter().map(|error| (error.field, error.refusal)).collect();
    use Refusal::*;
    assert_eq!(wrong, [(Field::CreatedAt, Malformed), (Field::DueOn, Malformed), (Field::Subject, Empty)]);
}

#[test]
fn a_number_may_say_in_letters_what_kind_it_is() {
    for (text, is) in [("K-900", 900), ("KND 0012", 12), ("kund.7", 7), ("#44", 44), ("1 001,00", 1001)] {
        assert_eq!(number(text), Some(is), "{text}");
    }
    for text in ["K-", "A1B2", "9K", "K-0", "-5", "K--9-1"] {
        assert_eq!(number(text), None, "{text}");
    }
}
