//! Which indexes the store's own statements use, under row-level security, among 20,000 cases.
//!
//! Asked of the database's statistics after each statement, so that what is judged is what really
//! ran. A table read from end to end here is a list that takes a second in a company of a million.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;

use domain::{
    cases::{Count, Filter},
    people::Viewer,
};
use fixtures::{House, house};
use sqlx::{
    PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{collections::HashMap, time::Duration};
use store::{Db, cases, customers};

/// 20,000 cases in our company, 1,000 of them open, 1,000 in theirs, and 10,000 customers.
async fn fill(house: &House) {
    house
        .arrange(
            "INSERT INTO customer (company_id, id, kind, name, search_text)
             SELECT c.id, 10000 + n, 'private', 'Kund ' || md5(n::text), 'kund ' || md5(n::text) || ' gatan ' || n
             FROM company c, generate_series(1, 5000) AS n;
             INSERT INTO cases (company_id, number, created_at, updated_at, created_by, responsible_id, customer_id, due_on,
                                status_id, type_id, priority, channel, is_open, subject)
             SELECT c.id, n, now() - n * interval '1 hour', now() - n * interval '1 hour', 1 + n % 2, 1 + n % 4,
                 10001 + n % 5000, CASE WHEN n % 3 = 0 THEN current_date + n % 60 END,
                 CASE WHEN n <= 1000 THEN 1 + n % 5 ELSE 6 + n % 2 END, 1 + n % 6,
                 CASE WHEN n % 500 = 0 THEN 5 ELSE 2 END, CASE WHEN n % 400 = 0 THEN 4 ELSE 1 END, n <= 1000, 'Case ' || n
             FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM company) c
             CROSS JOIN generate_series(1, 20000) AS n WHERE c.place = 1 OR n <= 1000;
             INSERT INTO case_participant (company_id, number, person_id)
             SELECT company_id, number, CASE WHEN number % 100 = 0 THEN 3 ELSE 1 END FROM cases;
             INSERT INTO case_text (company_id, number, is_open, body, search_text, search_words)
             SELECT company_id, number, is_open, repeat('Body ', 200), folded, case_words(folded)
             FROM cases, LATERAL (SELECT fold(concat_ws(' ', subject, 'storstadning', md5(number::text),
                 md5((number % 50)::text))) AS folded) f",
        )
        .await;
    // As autovacuum does it soon: GIN's list of unsorted news is merged, pages are known to be visible.
    house.arrange("VACUUM ANALYZE").await;
}

/// How many rows of each table were read in a Seq Scan, and how often each index was used.
async fn scans(owner: &PgPool) -> HashMap<String, i64> {
    let scans = "SELECT 'Seq Scan on ' || relname, seq_tup_read FROM pg_stat_user_tables
        UNION ALL SELECT indexrelname, idx_scan FROM pg_stat_user_indexes";
    let scans: Vec<(String, i64)> = sqlx::query_as(scans).fetch_all(owner).await.unwrap();
    scans.into_iter().collect()
}

/// A count that is capped at 1,001 may take them from the beginning of the table, where the other
/// company's 1,000 stand between; nothing may read on.
const READ_AT_MOST: i64 = 2100;

const LARGE: [&str; 4] =
    ["Seq Scan on cases", "Seq Scan on case_text", "Seq Scan on case_participant", "Seq Scan on customer"];

/// Runs `act` on connections of its own, and says which indexes it used: statistics are complete when
/// a connection has ended.
async fn used<T>(house: &House, what: &str, act: impl AsyncFn(&Db) -> T) -> Vec<String> {
    let before = scans(&house.owner).await;
    let db = Db::connect(house.connect.clone(), 1).await.unwrap();
    act(&db).await;
    db.close().await;
    for _ in 0..100 {
        let after = scans(&house.owner).await;
        let used = after.iter().filter(|(name, count)| before.get(*name) < Some(*count));
        let used: Vec<String> = used.map(|(name, _)| name.clone()).collect();
        if !used.is_empty() {
            for scan in LARGE {
                let read = after[scan] - before[scan];
                assert!(read <= READ_AT_MOST, "{what}: {scan}: {read} rows; {used:?}");
            }
            return used;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the statement left no trace");
}

async fn list(house: &House, viewer: &Viewer, query: &str) -> Vec<String> {
    let filter = Filter::from_query(query);
    used(house, query, async |db| cases::list(viewer, db, &filter).await.unwrap()).await
}

#[track_caller]
fn assert_uses(used: &[String], query: &str, wanted: &[&str]) {
    for index in wanted {
        assert!(used.iter().any(|name| name == index), "{query}: {index} is not among {used:?}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn every_statement_finds_its_index(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    fill(&house).await;
    let office = &house.ours.office;
    let rare = format!("q={}", &md5_of(&house, 77).await[..12]);
    let common = format!("q={}", &md5_of(&house, 7).await[4..16]);
    let plans: [(&str, &[&str]); 14] = [
        ("", &["cases_open_created"]),
        ("sort=skapad", &["cases_open_created"]),
        ("sort=forfaller", &["cases_open_due"]),
        ("sort=-forfaller", &["cases_open_due"]),
        ("sort=-prioritet", &["cases_open_priority"]),
        ("sort=-andrad", &["cases_open_updated"]),
        ("bas=alla", &["cases_created"]),
        ("kund=10007&bas=alla", &["cases_customer"]),
        ("bas=stangd&prioritet=omedelbar&kanal=formular&typ=fraga", &["cases_properties"]),
        // A stem, or the inside of a word: two indexes in one plan.
        (&rare, &["case_text_trgm_open"]),
        (&common, &["case_text_trgm_open"]),
        (&format!("{rare}&bas=stangd"), &["case_text_words"]),
        // Nothing but small words: in one subject, and in none.
        ("q=sedan&bas=alla", &["case_text_subject"]),
        ("q=varit", &["case_text_subject_open"]),
    ];
    for (query, indexes) in plans {
        assert_uses(&list(&house, office, query).await, query, indexes);
    }
}

/// The index would gather every case that has it before it gave the first one.
#[sqlx::test(migrations = "../../migrations")]
async fn a_word_of_every_case_is_met_in_the_newest_ones(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    fill(&house).await;
    let query = "q=case&bas=alla";
    let used = list(&house, &house.ours.office, query).await;
    assert_uses(&used, query, &["case_text_pkey"]);
    assert!(!used.iter().any(|name| name.starts_with("case_text_words")), "{used:?}");
}

/// Common among the newest says nothing of the others.
#[sqlx::test(migrations = "../../migrations")]
async fn a_word_of_the_newest_cases_alone_is_counted_exactly(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    fill(&house).await;
    house
        .arrange(
            "UPDATE case_text SET search_words = case_words('nytillkommet'), search_text = 'nytillkommet'
             WHERE number > 19900 OR number BETWEEN 2001 AND 2010",
        )
        .await;
    let filter = Filter::from_query("q=nytillkommet&bas=alla");
    let page = cases::list(&house.ours.office, &house.db, &filter).await.unwrap();
    assert_eq!(page.matching, Count::of(110));
}

async fn md5_of(house: &House, number: i32) -> String {
    sqlx::query_scalar("SELECT md5($1::text)").bind(number).fetch_one(&house.owner).await.unwrap()
}

#[sqlx::test(migrations = "../../migrations")]
async fn employees_find_their_cases_by_three_indexes(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    fill(&house).await;
    let used = list(&house, &house.ours.employee, "").await;
    assert_uses(&used, "", &["cases_responsible", "cases_creator"]);
    assert!(used.iter().any(|name| name.starts_with("case_participant")), "{used:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn counts_cards_and_pickers_find_theirs(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    fill(&house).await;
    let office = &house.ours.office;
    used(&house, "quick_counts", async |db| cases::quick_counts(office, db).await.unwrap()).await;
    let number = domain::ids::CaseNumber(500);
    let shown = used(&house, "show", async |db| cases::show(office, db, number).await.unwrap()).await;
    assert_uses(&shown, "show", &["cases_pkey", "case_text_pkey", "cases_customer"]);
    let shown =
        used(&house, "show", async |db| cases::show(&house.ours.employee, db, number).await.unwrap()).await;
    assert_uses(&shown, "show", &["cases_pkey", "case_text_pkey"]);
    let filter = Filter::default();
    let beside =
        used(&house, "neighbours", async |db| cases::neighbours(office, db, &filter, number).await.unwrap())
            .await;
    assert_uses(&beside, "neighbours", &["cases_open_created"]);
    let text = &md5_of(&house, 123).await[..9];
    let picked = used(&house, "search", async |db| customers::search(office, db, text).await.unwrap()).await;
    assert_uses(&picked, "customers", &["customer_search_trgm"]);
}
