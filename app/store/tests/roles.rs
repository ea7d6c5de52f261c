//! A company's own roles: made, given, removed, and what they may.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;
mod witness;

use domain::{
    ids::{PersonId, RoleId},
    people::Role,
    policy::{Action, Permissions},
    problem::{Field, Problem, Refusal},
    roles::{RoleChoice, RoleDraft},
};
use fixtures::{House, house};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{roles, sessions};
use witness::refused;

fn draft(name: &str, permissions: Permissions) -> RoleDraft {
    RoleDraft { name: name.into(), base: Role::Employee, permissions }
}

fn leader() -> RoleDraft {
    draft("Lagledare", Permissions::of(Role::Employee).with(Action::SeeAllCases))
}

/// What that person of ours may when they come back.
async fn permissions(house: &House, person: PersonId) -> Permissions {
    let login = sessions::Login { company: house.ours.id, person };
    let token = person.0.to_be_bytes();
    sessions::open(&house.db, &login, &token, "Firefox", "192.0.2.7").await.unwrap();
    let viewer = sessions::viewer(&house.db, &token).await.unwrap().unwrap();
    sessions::close(&viewer, &house.db).await.unwrap();
    viewer.permissions
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_role_is_made_given_and_taken_back(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    let id = roles::save(boss, db, None, leader()).await.unwrap();
    let johan = house.ours.employee.person;
    roles::give(boss, db, johan, RoleChoice::Own(id)).await.unwrap();
    assert_eq!(permissions(&house, johan).await, leader().permissions);
    // Rewritten, it counts at once for all who have it.
    let less = draft("Lagledare", Permissions::default().with(Action::UsePhone));
    roles::save(boss, db, Some(id), less.clone()).await.unwrap();
    assert_eq!(permissions(&house, johan).await, less.permissions);
    let listed = roles::list(boss, db).await.unwrap();
    assert_eq!((listed.own[0].name.as_str(), listed.own[0].people), ("Lagledare", 1));
    assert_eq!(listed.built_in, [(Role::Administrator, 1), (Role::Office, 1), (Role::Employee, 2)]);
    roles::remove(boss, db, id, RoleChoice::BuiltIn(Role::Office)).await.unwrap();
    assert_eq!(permissions(&house, johan).await, Permissions::of(Role::Office));
    assert!(roles::list(boss, db).await.unwrap().own.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn names_are_taken_once_in_a_company(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, they, db) = (&house.ours.administrator, &house.theirs.administrator, &house.db);
    let id = roles::save(boss, db, None, leader()).await.unwrap();
    roles::save(boss, db, Some(id), leader()).await.unwrap();
    let again = RoleDraft { name: "LAGLEDARE".into(), ..leader() };
    assert_eq!(
        refused(roles::save(boss, db, None, again).await),
        Problem::refused(Field::Name, Refusal::Taken)
    );
    assert!(roles::save(they, db, None, leader()).await.is_ok());
}

#[sqlx::test(migrations = "../../migrations")]
async fn somebody_is_left_who_decides(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    let in_use = Problem::refused(Field::Role, Refusal::InUse);
    let office = RoleChoice::BuiltIn(Role::Office);
    assert_eq!(refused(roles::give(boss, db, boss.person, office).await), in_use);
    let keeper = RoleDraft { base: Role::Office, ..draft("Chef", Permissions::of(Role::Administrator)) };
    let id = roles::save(boss, db, None, keeper).await.unwrap();
    roles::give(boss, db, boss.person, RoleChoice::Own(id)).await.unwrap();
    // Neither by what the role may nor by removing it.
    let weaker = draft("Chef", Permissions::of(Role::Office));
    assert_eq!(refused(roles::save(boss, db, Some(id), weaker).await), in_use);
    assert_eq!(refused(roles::remove(boss, db, id, office).await), in_use);
    assert_eq!(permissions(&house, boss.person).await, Permissions::of(Role::Administrator));
}

#[sqlx::test(migrations = "../../migrations")]
async fn nobody_gives_more_than_they_have(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let mut deputy = house.ours.office.clone();
    deputy.permissions = Permissions::of(Role::Office).with(Action::ManageRoles);
    let all = draft("Allt", Permissions::of(Role::Administrator));
    assert_eq!(refused(roles::save(&deputy, &house.db, None, all).await), Problem::Forbidden);
    assert!(roles::save(&deputy, &house.db, None, leader()).await.is_ok());
}

#[sqlx::test(migrations = "../../migrations")]
async fn roles_stay_in_their_company_and_with_who_may(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, they, db) = (&house.ours.administrator, &house.theirs.administrator, &house.db);
    let id = roles::save(boss, db, None, leader()).await.unwrap();
    let office = RoleChoice::BuiltIn(Role::Office);
    assert!(roles::list(they, db).await.unwrap().own.is_empty());
    assert_eq!(refused(roles::save(they, db, Some(id), leader()).await), Problem::NotFound);
    roles::remove(they, db, id, office).await.unwrap();
    let unknown = Problem::refused(Field::Role, Refusal::Unknown);
    assert_eq!(refused(roles::give(they, db, PersonId(3), RoleChoice::Own(id)).await), unknown);
    assert_eq!(refused(roles::give(boss, db, PersonId(3), RoleChoice::Own(RoleId(99))).await), unknown);
    assert_eq!(
        refused(roles::give(boss, db, PersonId(3), RoleChoice::BuiltIn(Role::Customer)).await),
        unknown
    );
    // A customer's contact is none of the staff.
    assert_eq!(refused(roles::give(boss, db, PersonId(6), office).await), Problem::NotFound);
    for viewer in [&house.ours.office, &house.ours.employee, &house.ours.customer] {
        assert_eq!(refused(roles::list(viewer, db).await), Problem::Forbidden);
        assert_eq!(refused(roles::save(viewer, db, None, leader()).await), Problem::Forbidden);
        assert_eq!(refused(roles::remove(viewer, db, id, office).await), Problem::Forbidden);
        assert_eq!(refused(roles::give(viewer, db, viewer.person, office).await), Problem::Forbidden);
    }
    assert_eq!(roles::list(boss, db).await.unwrap().own.len(), 1);
}
