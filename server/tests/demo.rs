//! The demo as it stands in the database.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    unreachable_pub,
    missing_docs
)] // A test fails by panicking.

use domain::{
    cases::{Filter, TextEdit},
    events::Change,
    ids::{CaseNumber, CompanyId, PersonId, SessionId},
    people::{Role, Viewer},
    text::Language,
};
use server::{
    auth::password,
    demo::{self, LOGINS, PASSWORD},
};
use sqlx::{
    PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
    types::Json,
};
use std::collections::HashMap;
use store::Db;

const CASES: u32 = 600;

/// A database with the demo in it, as its owner sees it.
async fn loaded(pool: PgPoolOptions, options: &PgConnectOptions) -> PgPool {
    demo::load(options, CASES, 1).await.unwrap();
    pool.connect_with(options.clone()).await.unwrap()
}

/// Maria Lindqvist, who sees all of Björkdala.
async fn maria(owner: &PgPool) -> Viewer {
    let (company, person, today) = sqlx::query_as(
        "SELECT company_id, id, (now() AT TIME ZONE 'Europe/Stockholm')::date FROM person WHERE email = $1",
    )
    .bind(LOGINS[0].email)
    .fetch_one(owner)
    .await
    .unwrap();
    Viewer {
        company: CompanyId(company),
        company_name: LOGINS[0].company.into(),
        person: PersonId(person),
        name: "Maria Lindqvist".into(),
        role: Role::Administrator,
        role_name: None,
        permissions: domain::policy::Permissions::of(Role::Administrator),
        language: Language::Swedish,
        shortcuts: true,
        session: SessionId(0),
        word_changes: None,
        today,
    }
}

async fn count(owner: &PgPool, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(owner).await.unwrap()
}

/// All that is in the database, but the salted passwords and the moment of the load.
async fn content(owner: &PgPool) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT to_jsonb(t)::text FROM (SELECT id, name FROM company) t
         UNION ALL SELECT to_jsonb(t)::text FROM customer t
         UNION ALL SELECT (to_jsonb(t) - 'password_hash')::text FROM person t
         UNION ALL SELECT to_jsonb(t)::text FROM case_status t
         UNION ALL SELECT to_jsonb(t)::text FROM case_type t
         UNION ALL SELECT to_jsonb(t)::text FROM team t
         UNION ALL SELECT to_jsonb(t)::text FROM case_counter t
         UNION ALL SELECT to_jsonb(t)::text FROM cases t
         UNION ALL SELECT to_jsonb(t)::text FROM case_text t
         UNION ALL SELECT to_jsonb(t)::text FROM case_participant t
         UNION ALL SELECT to_jsonb(t)::text FROM case_comment t
         UNION ALL SELECT to_jsonb(t)::text FROM case_event t
         ORDER BY 1",
    )
    .fetch_all(owner)
    .await
    .unwrap()
}

/// Every index and every constraint.
async fn structure(owner: &PgPool) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
         UNION ALL
         SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated
         FROM pg_constraint WHERE connamespace = 'public'::regnamespace
         ORDER BY 1",
    )
    .fetch_all(owner)
    .await
    .unwrap()
}

#[sqlx::test(migrations = "../migrations")]
async fn the_same_seed_gives_the_same_database(pool: PgPoolOptions, options: PgConnectOptions) {
    let owner = loaded(pool, &options).await;
    let first = content(&owner).await;
    assert!(first.len() > 6 * CASES as usize);
    sqlx::query("TRUNCATE company RESTART IDENTITY CASCADE").execute(&owner).await.unwrap();
    assert!(demo::is_empty(&options).await.unwrap());
    demo::load(&options, CASES, 1).await.unwrap();
    // Not assert_eq, which would print both.
    assert!(first == content(&owner).await);
}

#[sqlx::test(migrations = "../migrations")]
async fn a_database_in_use_is_refused(pool: PgPoolOptions, options: PgConnectOptions) {
    let owner = pool.connect_with(options.clone()).await.unwrap();
    sqlx::query("INSERT INTO company (name) VALUES ('Glans & Co')").execute(&owner).await.unwrap();
    assert!(!demo::is_empty(&options).await.unwrap());
    assert!(!demo::is_loaded(&options).await.unwrap());
    let refused = demo::load(&options, CASES, 1).await.unwrap_err();
    assert!(matches!(refused, demo::Error::NotEmpty), "{refused}");
    assert_eq!(count(&owner, "SELECT count(*) FROM company").await, 1);
    assert_eq!(count(&owner, "SELECT count(*) FROM person").await, 0);
}

#[sqlx::test(migrations = "../migrations")]
async fn indexes_and_references_are_as_they_were(pool: PgPoolOptions, options: PgConnectOptions) {
    let owner = pool.connect_with(options.clone()).await.unwrap();
    let before = structure(&owner).await;
    let loaded = demo::load(&options, 0, 1).await.unwrap();
    assert_eq!(loaded.iter().map(|company| company.cases).collect::<Vec<_>>(), [0, 300]);
    assert_eq!(structure(&owner).await, before);
}

#[sqlx::test(migrations = "../migrations")]
async fn both_companies_are_whole(pool: PgPoolOptions, options: PgConnectOptions) {
    let owner = loaded(pool, &options).await;
    let companies: Vec<(String, i64, i32, i32, i32, i64)> = sqlx::query_as(
        "SELECT o.name, count(*), min(c.number), max(c.number), n.last_number, count(*) FILTER (WHERE is_open)
         FROM company o JOIN cases c ON c.company_id = o.id JOIN case_counter n ON n.company_id = o.id
         GROUP BY o.id, o.name, n.last_number ORDER BY o.id",
    )
    .fetch_all(&owner)
    .await
    .unwrap();
    for ((company, counted, least, most, last, open), (name, cases)) in
        companies.into_iter().zip([("Björkdala Städ AB", 600), ("Norrsken Service AB", 300)])
    {
        assert_eq!((company.as_str(), counted, least, most, last), (name, cases.into(), 1, cases, cases));
        assert!((cases / 25..=cases / 16).contains(&(open as i32)), "{open} open of {cases}");
    }
    let without_text = "SELECT count(*) FROM cases c
        LEFT JOIN case_text t USING (company_id, number)
        WHERE t.is_open IS DISTINCT FROM c.is_open OR t.search_words IS NULL";
    assert_eq!(count(&owner, without_text).await, 0);
    let in_the_future = "SELECT count(*) FROM cases WHERE updated_at > now() OR created_at > updated_at";
    assert_eq!(count(&owner, in_the_future).await, 0);
    let by_customers = "SELECT count(*) FROM case_comment m
        JOIN cases c USING (company_id, number)
        JOIN person p ON p.company_id = m.company_id AND p.id = m.author_id
        WHERE p.role = 'customer' AND m.external AND p.customer_id = c.customer_id";
    let of_customers = "SELECT count(*) FROM case_comment m
        JOIN person p ON p.company_id = m.company_id AND p.id = m.author_id WHERE p.role = 'customer'";
    assert!(count(&owner, by_customers).await > 10);
    assert_eq!(count(&owner, by_customers).await, count(&owner, of_customers).await);
}

#[sqlx::test(migrations = "../migrations")]
async fn the_promised_logins_open(pool: PgPoolOptions, options: PgConnectOptions) {
    let owner = loaded(pool, &options).await;
    assert!(demo::is_loaded(&options).await.unwrap());
    let db = Db::connect(options, 2).await.unwrap();
    for login in LOGINS {
        let account = store::sessions::login_account(&db, login.email).await.unwrap().unwrap();
        assert_eq!(account.role, login.role, "{}", login.email);
        assert!(password::verify(PASSWORD, &account.password_hash));
        let company: String = sqlx::query_scalar("SELECT name FROM company WHERE id = $1")
            .bind(account.company)
            .fetch_one(&owner)
            .await
            .unwrap();
        assert_eq!(company, login.company);
    }
    let karin = "SELECT count(*) FROM person p JOIN customer k ON k.company_id = p.company_id AND k.id = p.customer_id
        WHERE p.email = 'karin.frisk@lundinfrisk.example' AND p.name = 'Karin Frisk' AND k.name = 'Lundin & Frisk AB'";
    assert_eq!(count(&owner, karin).await, 1);
}

#[derive(sqlx::FromRow)]
struct Event {
    company_id: i32,
    number: i32,
    version: i32,
    changes: Json<Vec<Change>>,
}

/// What a case is now, and what its history says.
#[derive(sqlx::FromRow)]
struct Case {
    company_id: i32,
    number: i32,
    version: i32,
    status_id: i16,
    responsible_id: Option<i32>,
    priority: i16,
}

#[sqlx::test(migrations = "../migrations")]
async fn histories_lead_to_what_the_cases_are(pool: PgPoolOptions, options: PgConnectOptions) {
    let owner = loaded(pool, &options).await;
    let events: Vec<Event> = sqlx::query_as("SELECT * FROM case_event ORDER BY company_id, number, id")
        .fetch_all(&owner)
        .await
        .unwrap();
    let cases: Vec<Case> = sqlx::query_as("SELECT * FROM cases").fetch_all(&owner).await.unwrap();
    let mut histories: HashMap<(i32, i32), Vec<Event>> = HashMap::new();
    for event in events {
        histories.entry((event.company_id, event.number)).or_default().push(event);
    }
    assert_eq!(histories.len(), cases.len());
    for case in cases {
        let history = &histories[&(case.company_id, case.number)];
        assert!(history.iter().map(|event| event.version).eq(1..=case.version));
        assert!(history[0].changes.is_empty());
        for change in history.iter().flat_map(|event| &event.changes.0).map(|change| last(change, history)) {
            match change {
                Change::Status { to, .. } => assert_eq!(to.0, case.status_id),
                Change::Responsible { to, .. } => assert_eq!(to.map(|to| to.0), case.responsible_id),
                Change::Priority { to, .. } => assert_eq!(to.to_i16(), case.priority),
                other => panic!("the demo changes no such thing: {other:?}"),
            }
        }
    }
}

/// The last change of the same property.
fn last<'a>(change: &'a Change, history: &'a [Event]) -> &'a Change {
    let mut changes = history.iter().flat_map(|event| &event.changes.0);
    changes.rfind(|other| other.property() == change.property()).unwrap_or(change)
}

#[sqlx::test(migrations = "../migrations")]
async fn the_search_finds_what_the_demo_says(pool: PgPoolOptions, options: PgConnectOptions) {
    let owner = loaded(pool, &options).await;
    let maria = maria(&owner).await;
    let db = Db::connect(options, 2).await.unwrap();
    for text in ["trapphusen fredags", "solgläntan löv", "apphus"] {
        let filter = Filter { query: text.into(), ..Filter::default() };
        let page = store::cases::list(&maria, &db, &filter).await.unwrap();
        let found = page.rows.iter().any(|row| row.subject == "Trapphus C ej städat i fredags");
        assert!(found, "{text}: {:?}", page.rows);
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn the_search_reads_what_the_store_would_write(pool: PgPoolOptions, options: PgConnectOptions) {
    let owner = loaded(pool, &options).await;
    let maria = maria(&owner).await;
    let db = Db::connect(options, 2).await.unwrap();
    let talkative: Vec<(i32, String, String)> = sqlx::query_as(
        "SELECT c.number, c.subject, t.body FROM cases c JOIN case_text t USING (company_id, number)
         WHERE company_id = $1 AND c.customer_id IS NOT NULL
         ORDER BY (SELECT count(*) FROM case_comment m
                   WHERE m.company_id = c.company_id AND m.number = c.number) DESC, c.number LIMIT 20",
    )
    .bind(maria.company)
    .fetch_all(&owner)
    .await
    .unwrap();
    for (number, subject, body) in talkative {
        let before = searched(&owner, maria.company, number).await;
        let case = store::cases::row(&maria, &db, CaseNumber(number)).await.unwrap();
        let other = TextEdit { subject: "Något annat".into(), body: body.clone() };
        let case = store::cases::edit_text(&maria, &db, case.number, case.version, other).await.unwrap();
        assert_ne!(searched(&owner, maria.company, number).await, before);
        let same = TextEdit { subject, body };
        store::cases::edit_text(&maria, &db, case.number, case.version, same).await.unwrap();
        assert_eq!(searched(&owner, maria.company, number).await, before);
    }
}

async fn searched(owner: &PgPool, company: CompanyId, number: i32) -> (String, String) {
    sqlx::query_as(
        "SELECT search_text, search_words::text FROM case_text WHERE company_id = $1 AND number = $2",
    )
    .bind(company)
    .bind(number)
    .fetch_one(owner)
    .await
    .unwrap()
}
