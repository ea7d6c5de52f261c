//! The start page's lists and who has chosen them.

#![allow(clippy::unwrap_used)]

mod fixtures;
mod witness;

use domain::{
    cases::{Channel, NewCase},
    ids::RoleId,
    people::{Role, Viewer},
    policy::Permissions,
    problem::{Field, Problem, Refusal},
    roles::{RoleChoice, RoleDraft},
    start::Section,
};
use fixtures::{House, case, house, register};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{cases, roles, start};
use witness::refused;

async fn sections(house: &House, viewer: &Viewer) -> Vec<Section> {
    let lists = start::show(viewer, &house.db, "ny").await.unwrap().lists;
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
    for list in start::show(office, &house.db, "ny").await.unwrap().lists {
        let filter = list.section.filter("ny");
        let page = cases::list(office, &house.db, &filter).await.unwrap();
        assert_eq!(list.glance.matching, page.matching, "{:?}", list.section);
        let most = page.rows.len().min(list.section.rows());
        assert_eq!(list.glance.rows, page.rows[..most], "{:?}", list.section);
    }
    let lists = start::show(office, &house.db, "ny").await.unwrap().lists;
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
    start::choose_for_role(anna, db, RoleChoice::BuiltIn(Role::Office), &[new, mine]).await.unwrap();
    assert_eq!(sections(&house, maria).await, [new, mine]);
    assert_eq!(sections(&house, anna).await, Section::ALL);
    start::choose(maria, db, &[mine]).await.unwrap();
    start::choose(maria, db, &[]).await.unwrap();
    assert!(sections(&house, maria).await.is_empty());
    start::forget(maria, db).await.unwrap();
    assert_eq!(sections(&house, maria).await, [new, mine]);
    start::forget_for_role(anna, db, RoleChoice::BuiltIn(Role::Administrator)).await.unwrap();
    assert_eq!(sections(&house, maria).await, [new, mine]);
    start::forget_for_role(anna, db, RoleChoice::BuiltIn(Role::Office)).await.unwrap();
    assert_eq!(sections(&house, maria).await, Section::ALL);
    assert_eq!(sections(&house, &house.theirs.office).await, Section::ALL);
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_own_role_has_its_own_choice_and_begins_with_that_of_the_one_it_is_made_from(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, maria, db) = (&house.ours.administrator, &house.ours.office, &house.db);
    let (mine, new) = (Section::Mine, Section::New);
    let draft =
        RoleDraft { name: "Växel".into(), base: Role::Office, permissions: Permissions::of(Role::Office) };
    let own = roles::save(anna, db, None, draft).await.unwrap();
    roles::give(anna, db, maria.person, RoleChoice::Own(own)).await.unwrap();
    start::choose_for_role(anna, db, RoleChoice::BuiltIn(Role::Office), &[new, mine]).await.unwrap();
    assert_eq!(sections(&house, maria).await, [new, mine]);
    start::choose_for_role(anna, db, RoleChoice::Own(own), &[mine]).await.unwrap();
    start::choose_for_role(anna, db, RoleChoice::Own(own), &[new]).await.unwrap();
    assert_eq!(sections(&house, maria).await, [new]);
    start::choose(maria, db, &[mine]).await.unwrap();
    assert_eq!(sections(&house, maria).await, [mine]);
    start::forget(maria, db).await.unwrap();
    assert_eq!(sections(&house, maria).await, [new]);
    let offered = start::show(anna, db, "ny").await.unwrap().roles;
    assert_eq!(offered, [(own, "Växel".to_owned())]);
    assert!(start::show(maria, db, "ny").await.unwrap().roles.is_empty());
    start::forget_for_role(anna, db, RoleChoice::Own(own)).await.unwrap();
    assert_eq!(sections(&house, maria).await, [new, mine], "as the role that it is made from");
    start::choose_for_role(anna, db, RoleChoice::Own(own), &[new]).await.unwrap();
    // The choice goes with its role.
    roles::remove(anna, db, own, RoleChoice::BuiltIn(Role::Office)).await.unwrap();
    assert_eq!(sections(&house, maria).await, [new, mine]);
    let theirs = start::choose_for_role(&house.theirs.administrator, db, RoleChoice::Own(own), &[]).await;
    assert_eq!(refused(theirs), Problem::refused(Field::Role, Refusal::Unknown));
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_who_decides_the_settings_chooses_for_a_role(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    for viewer in [&house.ours.office, &house.ours.employee, &house.ours.customer] {
        let office = RoleChoice::BuiltIn(Role::Office);
        let refusal = start::choose_for_role(viewer, &house.db, office, &[]).await;
        assert_eq!(refused(refusal), Problem::Forbidden);
        let refusal = start::forget_for_role(viewer, &house.db, office).await;
        assert_eq!(refused(refusal), Problem::Forbidden);
    }
    for none in [RoleChoice::BuiltIn(Role::Customer), RoleChoice::Own(RoleId(9))] {
        let refusal = start::choose_for_role(&house.ours.administrator, &house.db, none, &[]).await;
        assert_eq!(refused(refusal), Problem::refused(Field::Role, Refusal::Unknown));
    }
    assert_eq!(sections(&house, &house.ours.office).await, Section::ALL);
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_employees_lists_hold_what_concerns_them(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    case(&house, &house.ours.office, "Hemligt").await;
    for viewer in [&house.ours.employee, &house.ours.customer] {
        for list in start::show(viewer, &house.db, "ny").await.unwrap().lists {
            assert_eq!((list.glance.rows.len(), list.glance.matching.counted), (0, 0), "{:?}", list.section);
        }
    }
}
