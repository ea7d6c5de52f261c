//! What one has looked at, and what others have changed since.

#![allow(clippy::unwrap_used)]

mod fixtures;
mod witness;

use domain::{
    cases::{BulkChange, Edit, Filter, Priority, Selection, Ticked},
    events::NewComment,
    ids::CaseNumber,
    people::Viewer,
};
use fixtures::{ELODIE, House, case, house};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::cases;

/// The cases that the viewer is told of, and whether the list marks the same ones.
async fn changed(house: &House, viewer: &Viewer) -> Vec<CaseNumber> {
    let found = cases::list(viewer, &house.db, &Filter::changed()).await.unwrap();
    let found: Vec<_> = found.rows.into_iter().map(|row| row.number).collect();
    let all = cases::list(viewer, &house.db, &Filter::from_query("bas=alla")).await.unwrap();
    for row in all.rows {
        assert_eq!(row.changed, found.contains(&row.number), "{}", row.number);
        let alone = cases::row(viewer, &house.db, row.number).await.unwrap();
        assert_eq!(alone.changed, row.changed);
    }
    found
}

async fn look(house: &House, viewer: &Viewer, number: CaseNumber) {
    assert!(!cases::show(viewer, &house.db, number).await.unwrap().row.changed);
}

#[sqlx::test(migrations = "../../migrations")]
async fn one_is_told_of_every_kind_of_change_by_others(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (maria, anna, db) = (&house.ours.office, &house.ours.administrator, &house.db);
    let number = case(&house, anna, "Nyckeln").await;
    // What one has never opened has not changed since one looked.
    assert!(changed(&house, maria).await.is_empty());
    look(&house, maria, number).await;
    assert!(changed(&house, maria).await.is_empty());

    cases::update(anna, db, number, 1, Edit::Priority(Priority::High)).await.unwrap();
    assert_eq!(changed(&house, maria).await, [number]);
    look(&house, maria, number).await;
    assert!(changed(&house, maria).await.is_empty());

    let comment = NewComment { case: number, body: "Ring".into(), external: false };
    cases::comment(anna, db, comment).await.unwrap();
    assert_eq!(changed(&house, maria).await, [number]);
    look(&house, maria, number).await;

    cases::link(anna, db, number, ELODIE).await.unwrap();
    assert_eq!(changed(&house, maria).await, [number]);
    look(&house, maria, number).await;

    let selection = Selection::Ticked(vec![Ticked { number, version: 3 }]);
    let change = BulkChange { selection, edit: Edit::Priority(Priority::Low) };
    assert_eq!(cases::change_many(anna, db, change).await.unwrap().changed, 1);
    assert_eq!(changed(&house, maria).await, [number]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn ones_own_changes_are_no_news(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (maria, db) = (&house.ours.office, &house.db);
    let number = case(&house, maria, "Nyckeln").await;
    look(&house, maria, number).await;
    cases::update(maria, db, number, 1, Edit::Priority(Priority::High)).await.unwrap();
    let comment = NewComment { case: number, body: "Ringt".into(), external: false };
    cases::comment(maria, db, comment).await.unwrap();
    assert!(changed(&house, maria).await.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn looking_twice_at_the_same_writes_once(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let maria = &house.ours.office;
    let number = case(&house, maria, "Nyckeln").await;
    look(&house, maria, number).await;
    let version = "SELECT xmin::text FROM case_seen";
    let before: String = sqlx::query_scalar(version).fetch_one(&house.owner).await.unwrap();
    look(&house, maria, number).await;
    let after: String = sqlx::query_scalar(version).fetch_one(&house.owner).await.unwrap();
    assert_eq!(before, after);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_one_may_no_longer_see_is_no_news(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, employee, db) = (&house.ours.office, &house.ours.employee, &house.db);
    let number = case(&house, office, "Nyckeln").await;
    cases::link(office, db, number, employee.person).await.unwrap();
    look(&house, employee, number).await;
    cases::unlink(office, db, number, employee.person).await.unwrap();
    assert!(changed(&house, employee).await.is_empty());
}
