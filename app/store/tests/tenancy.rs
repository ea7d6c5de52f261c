//! Between companies: nothing is seen, nothing is touched, whatever way one tries.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;
mod witness;

use domain::{
    cases::{BulkChange, Channel, Edit, Filter, NewCase, Priority, Selection, TextEdit, Ticked},
    customers::{ContactEdit, CustomerEdit, CustomerFilter, SecretEdit, SecretKind, SiteEdit},
    events::NewComment,
    ids::{CaseNumber, CompanyId, CustomerId, PersonId, SiteId},
    people::Viewer,
    problem::Problem,
    text::Language,
    views::{Arrange, Audience, ViewDraft, Views},
};
use fixtures::{House, KARIN, SOLGLANTAN, case, house, register, status};
use sqlx::{
    AssertSqlSafe, Executor, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use store::{cases, customers, people, sessions, views};
use witness::{fingerprint, refused};

/// Both companies' first case, alike but for the subject; our second case, 2, and our customer 1005 and
/// colleague 8 have no counterpart.
async fn neighbours(house: &House) {
    for (viewer, subject) in [(&house.ours.office, "Vår nyckel"), (&house.theirs.office, "Deras nyckel")] {
        let new = NewCase {
            customer: Some(SOLGLANTAN),
            participants: vec![PersonId(3)],
            ..NewCase::new(subject, Channel::Phone)
        };
        let number = register(house, viewer, new).await;
        let comment = NewComment { case: number, body: subject.into(), external: false };
        cases::comment(viewer, &house.db, comment).await.unwrap();
    }
    for statement in [
        "INSERT INTO customer (company_id, id, kind, name, search_text)
         VALUES ($1, 1005, 'private', 'Hemliga Hedda', 'hemliga hedda')",
        "INSERT INTO person (company_id, id, role, name) VALUES ($1, 8, 'office', 'Hemliga Henrik')",
    ] {
        sqlx::query(statement).bind(house.ours.id).execute(&house.owner).await.unwrap();
    }
    let secret = NewCase {
        customer: Some(CustomerId(1005)),
        responsible: Some(PersonId(8)),
        ..NewCase::new("Hemligt", Channel::Phone)
    };
    assert_eq!(register(house, &house.ours.office, secret).await, SECRET);
}

/// Exists in our company only.
const SECRET: CaseNumber = CaseNumber(2);

#[sqlx::test(migrations = "../../migrations")]
async fn the_other_company_sees_nothing_by_any_function(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    neighbours(&house).await;
    let (db, they) = (&house.db, &house.theirs.administrator);
    for query in ["bas=alla", "q=nyckel", "q=hemlig", "q=2", "kund=1005&bas=alla", "ansvarig=8", "anstalld=3"]
    {
        let page = cases::list(they, db, &Filter::from_query(query)).await.unwrap();
        assert!(page.rows.iter().all(|row| row.subject == "Deras nyckel"), "{query}: {page:?}");
        assert!(page.matching.counted <= 1 && page.open.counted == 1, "{query}: {page:?}");
        assert!(page.closed_matching.is_none_or(|count| count.counted == 0), "{query}: {page:?}");
    }
    assert_eq!(cases::quick_counts(they, db).await.unwrap().open.counted, 1);
    assert_eq!(refused(cases::show(they, db, SECRET).await), Problem::NotFound);
    assert_eq!(refused(cases::row(they, db, SECRET).await), Problem::NotFound);
    let neighbours = cases::neighbours(they, db, &Filter::default(), CaseNumber(1)).await.unwrap();
    assert_eq!((neighbours.previous, neighbours.next), (None, None));
    let neighbours = cases::neighbours(they, db, &Filter::default(), SECRET).await.unwrap();
    assert_eq!((neighbours.previous, neighbours.next), (None, None));
    assert!(cases::similar(they, db, CustomerId(1005)).await.unwrap().is_empty());
    assert_eq!(cases::similar(they, db, SOLGLANTAN).await.unwrap().len(), 1);
    let shown = cases::show(they, db, CaseNumber(1)).await.unwrap();
    assert_eq!((shown.row.subject.as_str(), shown.timeline.len()), ("Deras nyckel", 2));
    assert_eq!(shown.customer.unwrap().open_cases.counted, 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_other_company_finds_no_names(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    neighbours(&house).await;
    let (db, they) = (&house.db, &house.theirs.administrator);
    assert!(people::search(they, db, "hemliga").await.unwrap().is_empty());
    assert!(people::resolve(they, db, "8").await.unwrap().is_empty());
    assert!(people::resolve(they, db, "Hemliga Henrik").await.unwrap().is_empty());
    assert!(people::named(they, db, &[PersonId(8)]).await.unwrap().is_empty());
    assert!(customers::search(they, db, "hemliga").await.unwrap().is_empty());
    assert!(customers::search(they, db, "1005").await.unwrap().is_empty());
    assert!(customers::named(they, db, &[CustomerId(1005)]).await.unwrap().is_empty());
    assert_eq!(people::search(they, db, "anna").await.unwrap().len(), 1);
    assert_eq!(customers::search(they, db, "solgläntan").await.unwrap().len(), 1);
    sqlx::query("UPDATE case_status SET name = 'Hemlig' WHERE company_id = $1")
        .bind(house.ours.id)
        .execute(&house.owner)
        .await
        .unwrap();
    let words = cases::vocabulary(they, db).await.unwrap();
    assert_eq!((words.statuses.len(), words.types.len()), (7, 6));
    assert!(words.statuses.iter().all(|status| status.name != "Hemlig"));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_other_company_changes_nothing_by_any_function(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    neighbours(&house).await;
    let (db, they) = (&house.db, &house.theirs.administrator);
    let batch = bulk(&house, &house.ours.office, SECRET).await.batch.unwrap();
    let before = fingerprint(&house).await;
    let text = TextEdit { subject: "Taget".into(), body: "Taget".into() };
    let comment = NewComment { case: SECRET, body: "Taget".into(), external: false };
    assert_eq!(
        refused(cases::update(they, db, SECRET, 2, Edit::Priority(Priority::Low)).await),
        Problem::NotFound
    );
    assert_eq!(refused(cases::edit_text(they, db, SECRET, 2, text).await), Problem::NotFound);
    assert_eq!(refused(cases::comment(they, db, comment).await), Problem::NotFound);
    assert_eq!(refused(cases::link(they, db, SECRET, PersonId(3)).await), Problem::NotFound);
    assert_eq!(refused(cases::unlink(they, db, SECRET, PersonId(3)).await), Problem::NotFound);
    // What only our company has cannot be used either.
    let stranger = NewCase { customer: Some(CustomerId(1005)), ..NewCase::new("Taget", Channel::Phone) };
    assert!(matches!(refused(cases::create(they, db, stranger).await), Problem::Invalid(_)));
    let responsible = Edit::Responsible(Some(PersonId(8)));
    assert!(matches!(
        refused(cases::update(they, db, CaseNumber(1), 1, responsible).await),
        Problem::Invalid(_)
    ));
    assert_eq!(bulk(&house, they, SECRET).await.changed, 0);
    if let Ok(receipt) = cases::undo(they, db, batch).await {
        assert_eq!(receipt.changed, 0);
    }
    assert_eq!(fingerprint(&house).await, before);
}

async fn bulk(house: &House, viewer: &Viewer, number: CaseNumber) -> domain::cases::Receipt {
    let selection = Selection::Ticked(vec![Ticked { number, version: 1 }]);
    let change = BulkChange { selection, edit: Edit::Priority(Priority::High) };
    cases::change_many(viewer, &house.db, change).await.unwrap()
}

#[sqlx::test(migrations = "../../migrations")]
async fn all_that_match_are_all_of_ones_own(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    neighbours(&house).await;
    let selection = Selection::Matching(Box::default());
    let change = BulkChange { selection, edit: Edit::Status(status::SOLVED) };
    assert_eq!(cases::change_many(&house.theirs.office, &house.db, change).await.unwrap().changed, 1);
    let ours = cases::quick_counts(&house.ours.office, &house.db).await.unwrap();
    assert_eq!(ours.open.counted, 2);
    assert_eq!(case(&house, &house.theirs.office, "Next").await, CaseNumber(2));
}

#[sqlx::test(migrations = "../../migrations")]
async fn sessions_and_choices_stay_at_home(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (ours, they) = (&house.ours.office, &house.theirs.office);
    let login = sessions::Login { company: ours.company, person: ours.person };
    let session = sessions::open(&house.db, &login, b"1", "Firefox", "192.0.2.7").await.unwrap();
    assert!(sessions::list(they, &house.db).await.unwrap().is_empty());
    sessions::revoke(they, &house.db, session).await.unwrap();
    sessions::close(&Viewer { session, ..they.clone() }, &house.db).await.unwrap();
    people::set_language(they, &house.db, Language::English).await.unwrap();
    people::set_shortcuts(they, &house.db, false).await.unwrap();
    let viewer = sessions::viewer(&house.db, b"1").await.unwrap().unwrap();
    assert_eq!((viewer.language, viewer.shortcuts), (Language::Swedish, true));
    // A company and a person that do not belong together open nothing.
    let stranger = sessions::Login { company: they.company, person: PersonId(8) };
    assert!(sessions::open(&house.db, &stranger, b"2", "", "").await.is_err());
}

/// Every table that belongs to a company, as the catalogue has them.
async fn tables(owner: &PgPool) -> Vec<String> {
    let tables = "SELECT c.relname::text FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id' AND NOT a.attisdropped
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(owner).await.unwrap();
    assert!(tables.len() >= 11, "{tables:?}");
    tables
}

/// Connections as the application's role, with no company set.
async fn application(house: &House) -> PgPool {
    let options = house.connect.clone().options([("role", "arende_app")]);
    PgPoolOptions::new().max_connections(1).connect_with(options).await.unwrap()
}

/// Fills what the functions have not: every table has a row of each company.
async fn fill(house: &House) {
    neighbours(house).await;
    for viewer in [&house.ours.office, &house.theirs.office] {
        let login = sessions::Login { company: viewer.company, person: viewer.person };
        let token = viewer.company.0.to_be_bytes();
        sessions::open(&house.db, &login, &token, "Firefox", "192.0.2.7").await.unwrap();
        protected_customer(house, viewer).await;
        case(house, viewer, "Ännu ett").await;
    }
    house
        .arrange(
            "INSERT INTO company_role (company_id, id, name, base, permissions)
             SELECT id, 1, 'Arbetsledare', 'employee', '{use_phone}' FROM company;
             INSERT INTO comment_template (company_id, id, name, body, position)
             SELECT id, 1, 'Tack', 'Tack {kund}', 1 FROM company;
             INSERT INTO team (company_id, id, slug, name, position)
             SELECT id, 1, 'lag-nord', 'Lag Nord', 1 FROM company;
             INSERT INTO case_relation (company_id, number, kind, other)
             SELECT company_id, min(number), 'related', max(number) FROM cases GROUP BY company_id
             HAVING min(number) < max(number);
             INSERT INTO case_seen (company_id, number, person_id) SELECT id, 1, 3 FROM company;
             INSERT INTO widget_key (company_id, person_id, key_hash)
             SELECT id, 3, sha256(('widget' || id)::bytea) FROM company;
             INSERT INTO case_watch (company_id, number, person_id) SELECT id, 1, 3 FROM company;
             INSERT INTO notification (company_id, person_id, number, kind, actor_id)
             SELECT id, 3, 1, 'mention', 2 FROM company;
             INSERT INTO start_choice (company_id, person_id, sections) SELECT id, 3, '{mina}' FROM company;
             INSERT INTO saved_view (company_id, owner_id, name, query, everybody, pinned)
             SELECT id, 3, 'Nya', 'status=ny', true, true FROM company;
             INSERT INTO view_choice (company_id, person_id, view_id) SELECT company_id, 3, id FROM saved_view;
             INSERT INTO import (company_id, id, kind, file_name, state, headings, mapping, tally, rows, made_by)
             SELECT id, 1, 'cases', 'arenden.csv', 'ready', '[]', '{}', '{}', 1, 1 FROM company;
             INSERT INTO case_file (company_id, number, added_by, external, name, media, size, place, has_preview)
             SELECT id, 1, 2, false, 'nyckel.jpg', 'image/jpeg', 3, 'plats', false FROM company;
             INSERT INTO import_row (company_id, import_id, line, cells) SELECT id, 1, 2, '[]' FROM company;
             INSERT INTO case_source (company_id, source, source_number, number, version)
             SELECT id, 'Redmine', '1', 1, 1 FROM company;
             INSERT INTO draft (company_id, person_id, place, content) SELECT id, 3, 'kommentar.1', 'Hemligt' FROM company;
             INSERT INTO sent (company_id, person_id, key, result) SELECT id, 3, '0123456789abcdef', 1 FROM company;
             INSERT INTO invitation (company_id, person_id, token_hash, expires_at)
             SELECT id, 3, sha256(id::text::bytea), now() + interval '7 days' FROM company",
        )
        .await;
    for table in tables(&house.owner).await {
        let rows = format!("SELECT count(DISTINCT company_id) FROM {table}");
        let companies: i64 = sqlx::query_scalar(AssertSqlSafe(rows)).fetch_one(&house.owner).await.unwrap();
        assert_eq!(companies, 2, "{table} has no rows to steal");
    }
}

/// A customer with a contact and a site that has a door code, which has been shown.
async fn protected_customer(house: &House, viewer: &Viewer) -> (CustomerId, SiteId) {
    let code = SecretEdit { kind: SecretKind::DoorCode, value: Some("4711".into()) };
    let edit = CustomerEdit {
        name: "Hemliga Holger".into(),
        phone: "070-174 06 05".into(),
        contacts: vec![ContactEdit { name: "Hemliga Hulda".into(), ..ContactEdit::default() }],
        sites: vec![SiteEdit { street: "Dolda gränd 1".into(), secrets: vec![code], ..SiteEdit::default() }],
        ..CustomerEdit::default()
    };
    let id = customers::create(viewer, &house.db, edit).await.unwrap();
    let site = customers::sites(viewer, &house.db, id).await.unwrap().remove(0).id;
    customers::reveal(viewer, &house.db, site, SecretKind::DoorCode).await.unwrap();
    (id, site)
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_other_company_reaches_no_customer(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (db, they) = (&house.db, &house.theirs.administrator);
    let (id, site) = protected_customer(&house, &house.ours.office).await;
    for query in ["q=holger", "q=hulda", "q=1005", "q=070-174+06+05", "q=dolda", "visa=alla"] {
        let page = customers::list(they, db, &CustomerFilter::from_query(query)).await.unwrap();
        assert!(page.rows.iter().all(|row| row.id.0 < 1005), "{query}: {page:?}");
    }
    assert_eq!(refused(customers::show(they, db, id).await), Problem::NotFound);
    assert!(customers::sites(they, db, id).await.unwrap().is_empty());
    assert_eq!(refused(customers::reveal(they, db, site, SecretKind::DoorCode).await), Problem::NotFound);
    assert_eq!(refused(customers::set_active(they, db, id, false).await), Problem::NotFound);
    let edit =
        CustomerEdit { name: "Taget".into(), phone: "070-174 06 05".into(), ..CustomerEdit::default() };
    assert!(customers::alike(they, db, &edit, None).await.unwrap().is_empty());
    assert_eq!(refused(customers::update(they, db, id, None, edit.clone()).await), Problem::NotFound);
    // Our site under a customer of theirs.
    let stolen = SiteEdit { id: Some(site), street: "Taget".into(), ..SiteEdit::default() };
    let edit = CustomerEdit { sites: vec![stolen], ..edit };
    assert!(matches!(refused(customers::create(they, db, edit).await), Problem::Invalid(_)));
    let shown = customers::show(&house.ours.office, db, id).await.unwrap();
    assert_eq!((shown.name.as_str(), shown.active, shown.shown.len()), ("Hemliga Holger", true, 1));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_other_company_reaches_no_view(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (db, ours, they) = (&house.db, &house.ours.administrator, &house.theirs.administrator);
    let draft = |name: &str| ViewDraft {
        name: name.into(),
        query: "ansvarig=5".into(),
        audience: Audience::Company,
        pinned: true,
    };
    let id = views::save(ours, db, draft("Hemligheter")).await.unwrap();
    views::arrange(ours, db, Arrange::Default(id)).await.unwrap();
    for query in [String::new(), format!("vy={id}")] {
        assert_eq!(views::open(they, db, &query).await.unwrap().views, Views::default());
    }
    assert!(views::counts(they, db).await.unwrap().is_empty());
    assert!(views::arranged(they, db).await.unwrap().1.is_empty());
    assert_eq!(refused(views::change(they, db, id, "Taget", Audience::Company).await), Problem::NotFound);
    assert_eq!(refused(views::keep_filter(they, db, id, "").await), Problem::NotFound);
    assert_eq!(refused(views::remove(they, db, id).await), Problem::NotFound);
    for step in [Arrange::Up(id), Arrange::Pin(id), Arrange::Default(id)] {
        assert_eq!(refused(views::arrange(they, db, step).await), Problem::NotFound);
    }
    views::arrange(they, db, Arrange::NoDefault).await.unwrap();
    // Nor is its name in their way.
    views::save(they, db, draft("Hemligheter")).await.unwrap();
    let shown = views::open(ours, db, "").await.unwrap();
    assert_eq!((shown.views.lead("").is_some(), shown.views.all[0].name.as_str()), (true, "Hemligheter"));
}

/// Runs a statement as the application within a company, or none, and takes it back. Gives the rows
/// that it touched; none when it was refused for want of the right or by a policy.
async fn attempt(application: &PgPool, company: Option<CompanyId>, sql: String) -> Option<u64> {
    let mut tx = application.begin().await.unwrap();
    if let Some(company) = company {
        let set = sqlx::query("SELECT set_config('arende.company', $1, true)").bind(company.to_string());
        set.execute(&mut *tx).await.unwrap();
    }
    match tx.execute(AssertSqlSafe(sql.clone())).await {
        Ok(done) => Some(done.rows_affected()),
        Err(error) => {
            let code = error.as_database_error().and_then(|error| error.code()).map(|code| code.into_owned());
            assert_eq!(code.as_deref(), Some("42501"), "{sql}: {error}");
            None
        }
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_database_itself_guards_every_table(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    fill(&house).await;
    let application = application(&house).await;
    let (ours, theirs) = (house.ours.id, house.theirs.id);
    for table in tables(&house.owner).await {
        let count = format!("SELECT FROM {table} WHERE company_id = {ours}");
        assert!(
            attempt(&application, Some(ours), count).await > Some(0),
            "{table}: the test itself sees nothing"
        );
        for company in [Some(theirs), None] {
            for sql in [
                format!("SELECT FROM {table} WHERE company_id = {ours}"),
                format!("SELECT FROM {table} WHERE company_id <> coalesce(current_company(), 0)"),
                format!("UPDATE {table} SET company_id = company_id WHERE company_id = {ours}"),
                format!("UPDATE {table} SET company_id = {theirs} WHERE company_id = {ours}"),
                format!("DELETE FROM {table} WHERE company_id = {ours}"),
            ] {
                let touched = attempt(&application, company, sql.clone()).await;
                assert!(matches!(touched, None | Some(0)), "{sql} as {company:?}: {touched:?}");
            }
            let planted = attempt(&application, company, insert(&house, &table).await).await;
            assert_eq!(planted, None, "a row of ours planted in {table} as {company:?}");
        }
        let moved = format!("UPDATE {table} SET company_id = {ours} WHERE company_id = {theirs}");
        assert_eq!(attempt(&application, Some(theirs), moved).await, None, "{table}");
    }
}

/// INSERT of one of our own rows, as it stands.
async fn insert(house: &House, table: &str) -> String {
    let row = format!(
        "SELECT quote_literal(to_jsonb(t)) FROM {table} t WHERE company_id = {} LIMIT 1",
        house.ours.id
    );
    let row: String = sqlx::query_scalar(AssertSqlSafe(row)).fetch_one(&house.owner).await.unwrap();
    format!(
        "INSERT INTO {table} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::{table}, {row})"
    )
}

#[sqlx::test(migrations = "../../migrations")]
async fn companies_and_the_search_views_show_ones_own_only(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    fill(&house).await;
    let application = application(&house).await;
    let (ours, theirs) = (house.ours.id, house.theirs.id);
    for (view, key) in [("company", "id"), ("case_search", "company_id"), ("customer_search", "company_id")] {
        let all = format!("SELECT FROM {view}");
        let others = format!("SELECT FROM {view} WHERE {key} = {ours}");
        assert!(attempt(&application, Some(theirs), all.clone()).await > Some(0), "{view}");
        assert_eq!(attempt(&application, Some(theirs), others).await, Some(0), "{view}");
        assert_eq!(attempt(&application, None, all).await, Some(0), "{view}");
        let deleted = format!("DELETE FROM {view}");
        assert_eq!(attempt(&application, Some(theirs), deleted).await, None, "{view}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn no_table_is_forgotten(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let unguarded = "SELECT c.relname::text FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
          AND (a.attname = 'company_id' OR c.relname = 'company')
          AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))";
    let unguarded: Vec<String> = sqlx::query_scalar(unguarded).fetch_all(&house.owner).await.unwrap();
    assert!(unguarded.is_empty(), "without row-level security: {unguarded:?}");
    // A table without a company is one on purpose.
    let without = "SELECT c.relname::text FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
          AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'company_id')
        ORDER BY 1";
    let without: Vec<String> = sqlx::query_scalar(without).fetch_all(&house.owner).await.unwrap();
    assert_eq!(without, ["_sqlx_migrations", "company", "login_failure"]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_application_cannot_step_out_of_its_role(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let role = "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = 'arende_app'";
    assert!(!sqlx::query_scalar::<_, bool>(role).fetch_one(&house.owner).await.unwrap());
    let owns = "SELECT count(*) FROM pg_class WHERE relowner = 'arende_app'::regrole";
    assert_eq!(sqlx::query_scalar::<_, i64>(owns).fetch_one(&house.owner).await.unwrap(), 0);
    let application = application(&house).await;
    for sql in [
        "UPDATE company SET created_at = now()",
        "INSERT INTO company (name) VALUES ('x')",
        "DELETE FROM company",
        "ALTER TABLE cases DISABLE ROW LEVEL SECURITY",
        "DROP POLICY own_company ON cases",
        "TRUNCATE case_event",
        "UPDATE case_event SET version = 1",
        "DELETE FROM case_event",
        "UPDATE case_comment SET body = 'x'",
        "DELETE FROM site_secret_shown",
        "DELETE FROM cases",
    ] {
        assert_eq!(attempt(&application, Some(house.ours.id), sql.into()).await, None, "{sql}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_company_does_not_stick_to_its_connection(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let new = NewCase { customer: Some(KARIN), ..NewCase::new("Vår", Channel::Phone) };
    register(&house, &house.ours.office, new).await;
    let application = application(&house).await;
    let seen = || attempt(&application, None, "SELECT FROM cases".into());
    assert_eq!(attempt(&application, Some(house.ours.id), "SELECT FROM cases".into()).await, Some(1));
    assert_eq!(seen().await, Some(0));
    // The same on the store's own connections, used by both in turn.
    for _ in 0..10 {
        for (viewer, count) in [(&house.ours.office, 1), (&house.theirs.office, 0)] {
            let page = cases::list(viewer, &house.db, &Filter::default()).await.unwrap();
            assert_eq!(page.rows.len(), count);
        }
    }
}
