//! Whoever leaves while the database still answers leaves nothing behind.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;

use domain::cases::Filter;
use fixtures::{case, house};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use std::time::Duration;

#[sqlx::test(migrations = "../../migrations")]
async fn a_request_that_is_broken_off_leaves_no_transaction_open(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    case(&house, office, "Nyckel").await;
    let everything = Filter::default();
    for turn in 0..400 {
        let ask = store::cases::list(office, &house.db, &everything);
        // From at once to about as long as it takes.
        let _ = tokio::time::timeout(Duration::from_micros(turn * 10), ask).await;
    }
    // What is rolled back takes a moment.
    for _ in 0..100 {
        let open: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM pg_stat_activity
             WHERE datname = current_database() AND state LIKE 'idle in transaction%'",
        )
        .fetch_one(&house.owner)
        .await
        .unwrap();
        if open == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("a transaction is left open");
}
