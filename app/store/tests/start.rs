//! The start page's lists and who has chosen them.

#![allow(clippy::unwrap_used)]

mod fixtures;
mod witness;

use domain::{
    cases::{Channel, NewCase},
    people::{Role, Viewer},
    problem::Problem,
    start::Section,
};
use fixtures::{House, case, house, register};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{cases, start};
use witness::refused;

async fn sections(house: &House, viewer: &Viewer) -> Vec<Section> {
    let lists = start::lists(viewer, &house.db, "ny").await.unwrap();
    lists.into_iter().map(|list| list.section).collect()
}

#[sqlx::test(migrations = "../../migrations")]
async fn every_number_is_that_of_its_own_filter(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    // A case that is late has not been registered so.
    for days in [-3, -1, 0, 0, 0, 0, 0, 1, 40] {
        let number = case(&house, office, "Städa").await;
        let due =
            "UPDATE cases SET due_on = (now() AT TIME ZONE 'Europe/Stockholm')::date + $1 WHERE number = $2";
        sqlx::query(due).bind(days).bind(number).execute(&house.owner).await.unwrap();
    }
    let new = NewCase { responsible: Some(office.person), ..NewCase::new("Ring", Channel::Phone) };
    register(&house, office, new).await;
    for list in start::lists(office, &house.db, "ny").await.unwrap() {
        let filter = list.section.filter("ny");
        let page = cases::list(office, &house.db, &filter).await.unwrap();
        assert_eq!(list.glance.matching, page.matching, "{:?}", list.section);
        let most = page.rows.len().min(list.section.rows());
        assert_eq!(list.glance.rows, page.rows[..most], "{:?}", list.section);
    }
    let lists = start::lists(office, &house.db, "ny").await.unwrap();
    let count = |section| lists.iter().find(|list| list.section == section).unwrap().glance.matching.counted;
    assert_eq!([Section::Late, Section::Today, Section::Mine].map(count), [2, 5, 1]);
    assert_eq!(count(Section::Unassigned), 9);
}

#[sqlx::test(migrations = "../../migrations")]
async fn ones_own_choice_goes_before_the_roles_before_the_products(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, maria, db) = (&house.ours.administrator, &house.ours.office, &house.db);
    assert_eq!(sections(&house, maria).await, Section::ALL);
    let (mine, new) = (Section::Mine, Section::New);
    start::choose_for_role(anna, db, Role::Office, &[new, mine]).await.unwrap();
    assert_eq!(sections(&house, maria).await, [new, mine]);
    assert_eq!(sections(&house, anna).await, Section::ALL);
    start::choose(maria, db, &[mine]).await.unwrap();
    start::choose(maria, db, &[]).await.unwrap();
    assert!(sections(&house, maria).await.is_empty());
    start::forget(maria, db).await.unwrap();
    assert_eq!(sections(&house, maria).await, [new, mine]);
    assert_eq!(sections(&house, &house.theirs.office).await, Section::ALL);
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_who_decides_the_settings_chooses_for_a_role(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    for viewer in [&house.ours.office, &house.ours.employee, &house.ours.customer] {
        let refusal = start::choose_for_role(viewer, &house.db, Role::Office, &[]).await;
        assert_eq!(refused(refusal), Problem::Forbidden);
    }
    let customers = start::choose_for_role(&house.ours.administrator, &house.db, Role::Customer, &[]).await;
    assert_eq!(refused(customers), Problem::Malformed);
    assert_eq!(sections(&house, &house.ours.office).await, Section::ALL);
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_employees_lists_hold_what_concerns_them(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    case(&house, &house.ours.office, "Hemligt").await;
    for viewer in [&house.ours.employee, &house.ours.customer] {
        for list in start::lists(viewer, &house.db, "ny").await.unwrap() {
            assert_eq!((list.glance.rows.len(), list.glance.matching.counted), (0, 0), "{:?}", list.section);
        }
    }
}
