//! Which cases each role sees, by every way there is.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;

use domain::{
    cases::{Channel, Filter, NewCase},
    ids::{CaseNumber, PersonId},
    people::Viewer,
    problem::Problem,
};
use fixtures::{House, SOLGLANTAN, house, register, status};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::Error;

/// Cases of one customer: 1 nobody's, 2 Johan responsible, 3 Johan linked, 4 created by Johan,
/// 5 all three, 6 Sara's, 7 Johan's but closed.
async fn cases(house: &House) {
    let (office, johan) = (&house.ours.office, &house.ours.employee);
    let new = || NewCase { customer: Some(SOLGLANTAN), ..NewCase::new("Nyckel", Channel::Phone) };
    let me = Some(johan.person);
    register(house, office, new()).await;
    register(house, office, NewCase { responsible: me, ..new() }).await;
    register(house, office, NewCase { participants: vec![johan.person], ..new() }).await;
    register(house, johan, new()).await;
    register(house, johan, NewCase { responsible: me, participants: vec![johan.person], ..new() }).await;
    register(house, office, NewCase { responsible: Some(PersonId(4)), ..new() }).await;
    register(house, office, NewCase { responsible: me, status: Some(status::CLOSED), ..new() }).await;
}

const ALL_OPEN: &[i32] = &[1, 2, 3, 4, 5, 6];
const JOHANS_OPEN: &[i32] = &[2, 3, 4, 5];

fn roles(house: &House) -> [(&Viewer, &'static [i32]); 5] {
    let ours = &house.ours;
    [
        (&ours.administrator, ALL_OPEN),
        (&ours.office, ALL_OPEN),
        (&ours.employee, JOHANS_OPEN),
        (&ours.colleague, &[6]),
        (&ours.customer, &[]),
    ]
}

async fn found(house: &House, viewer: &Viewer, query: &str) -> Vec<i32> {
    let filter = Filter::from_query(&format!("{query}&sort=nr"));
    let page = store::cases::list(viewer, &house.db, &filter).await.unwrap();
    page.rows.iter().map(|row| row.number.0).collect()
}

#[sqlx::test(migrations = "../../migrations")]
async fn lists_searches_and_counts_hold_what_concerns_one(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    cases(&house).await;
    for (viewer, expected) in roles(&house) {
        let who = &viewer.name;
        assert_eq!(found(&house, viewer, "").await, expected, "{who}");
        assert_eq!(found(&house, viewer, "q=nyckel").await, expected, "{who}");
        assert_eq!(found(&house, viewer, "q=yckel&kund=1001").await, expected, "{who}");
        let own_number = expected.contains(&1);
        assert_eq!(found(&house, viewer, "q=1").await, if own_number { vec![1] } else { vec![] }, "{who}");
        let page = store::cases::list(viewer, &house.db, &Filter::default()).await.unwrap();
        assert_eq!(
            (page.matching.counted, page.open.counted),
            (expected.len() as i32, expected.len() as i32)
        );
        let counts = store::cases::quick_counts(viewer, &house.db).await.unwrap();
        assert_eq!((counts.open.counted, counts.new.counted), (expected.len() as i32, expected.len() as i32));
        let similar = store::cases::similar(viewer, &house.db, SOLGLANTAN).await.unwrap();
        assert_eq!(similar.len(), expected.len().min(5), "{who}");
    }
    assert_eq!(found(&house, &house.ours.employee, "bas=stangd").await, [7]);
    assert_eq!(found(&house, &house.ours.colleague, "bas=alla&ansvarig=3").await, [0; 0]);
    let filter = Filter::from_query("q=nyckel&ansvarig=3");
    let page = store::cases::list(&house.ours.colleague, &house.db, &filter).await.unwrap();
    assert_eq!(page.closed_matching.map(|count| count.counted), Some(0));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_case_that_does_not_concern_one_is_not_found(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    cases(&house).await;
    for (viewer, expected) in roles(&house) {
        for number in [1, 2, 3, 4, 5, 6, 4711].map(CaseNumber) {
            let seen = expected.contains(&number.0);
            let shown = store::cases::show(viewer, &house.db, number).await;
            let row = store::cases::row(viewer, &house.db, number).await;
            assert_eq!(shown.is_ok(), seen, "{} {number}", viewer.name);
            assert_eq!(row.is_ok(), seen, "{} {number}", viewer.name);
            for error in [shown.err(), row.err()].into_iter().flatten() {
                assert!(matches!(error, Error::Refused(Problem::NotFound)), "{error:?}");
            }
        }
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn neighbours_and_the_customers_count_leave_out_the_rest(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    cases(&house).await;
    let johan = &house.ours.employee;
    let filter = Filter::from_query("sort=nr");
    let beside = async |viewer, number| {
        let neighbours =
            store::cases::neighbours(viewer, &house.db, &filter, CaseNumber(number)).await.unwrap();
        (neighbours.previous.map(|number| number.0), neighbours.next.map(|number| number.0))
    };
    assert_eq!(beside(johan, 2).await, (None, Some(3)));
    assert_eq!(beside(johan, 5).await, (Some(4), None));
    assert_eq!(beside(johan, 6).await, (None, None));
    assert_eq!(beside(&house.ours.colleague, 6).await, (None, None));
    assert_eq!(beside(&house.ours.office, 5).await, (Some(4), Some(6)));
    let card = store::cases::show(johan, &house.db, CaseNumber(2)).await.unwrap().customer.unwrap();
    assert_eq!(card.open_cases.counted, 4);
}
