//! The connections that requests ask by.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;

use domain::cases::Filter;
use fixtures::{House, case, house};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{Db, cases, sessions};

async fn all(house: &House, db: &Db) -> store::Result<i32> {
    cases::list(&house.ours.office, db, &Filter::default()).await.map(|page| page.matching.counted)
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_request_after_a_restart_of_the_database_is_answered(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    case(&house, &house.ours.office, "Nyckel").await;
    for _ in 0..3 {
        let (one, two, three) =
            tokio::join!(all(&house, &house.db), all(&house, &house.db), all(&house, &house.db));
        assert_eq!((one.unwrap(), two.unwrap(), three.unwrap()), (1, 1, 1));
        // As a restart does with all that are open.
        house
            .arrange(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
                 WHERE datname = current_database() AND pid <> pg_backend_pid()",
            )
            .await;
        // Nothing was open: the first question of each request is asked again.
        assert_eq!(sessions::viewer(&house.db, b"nobody").await.unwrap(), None);
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn more_requests_than_connections_wait_for_their_turn(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    case(&house, &house.ours.office, "Nyckel").await;
    let db = Db::connect(house.connect.clone(), 2).await.unwrap();
    let asked = (0..40).map(|_| {
        let (db, office) = (db.clone(), house.ours.office.clone());
        tokio::spawn(async move { cases::list(&office, &db, &Filter::default()).await.unwrap().rows.len() })
    });
    for answer in asked.collect::<Vec<_>>() {
        assert_eq!(answer.await.unwrap(), 1);
    }
    db.close().await;
    assert!(cases::list(&house.ours.office, &db, &Filter::default()).await.is_err());
}
