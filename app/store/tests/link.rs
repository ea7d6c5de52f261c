//! Linking colleagues to cases.

#![allow(clippy::unwrap_used)]

mod fixtures;
mod witness;

use domain::{
    events::Change,
    ids::PersonId,
    people::Person,
    problem::{Field, Problem, Refusal},
};
use fixtures::{ELODIE, FORMER, case, house};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::cases;
use witness::{fingerprint, history, invalid, last_change, refused};

const SARA: PersonId = PersonId(4);

fn names(people: &[Person]) -> Vec<&str> {
    people.iter().map(|person| person.name.as_str()).collect()
}

#[sqlx::test(migrations = "../../migrations")]
async fn colleagues_come_and_go(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckeln saknas").await;
    assert_eq!(names(&cases::link(office, &house.db, number, SARA).await.unwrap()), ["Sara Öberg"]);
    assert_eq!(last_change(&house, office, number).await, [Change::ParticipantAdded { person: SARA }]);
    let both = cases::link(office, &house.db, number, ELODIE).await.unwrap();
    assert_eq!(names(&both), ["Élodie Zetterström", "Sara Öberg"]);
    assert_eq!(names(&cases::unlink(office, &house.db, number, SARA).await.unwrap()), ["Élodie Zetterström"]);
    assert_eq!(last_change(&house, office, number).await, [Change::ParticipantRemoved { person: SARA }]);
    assert_eq!(cases::row(office, &house.db, number).await.unwrap().version, 4);
    assert_eq!(history(&house, office, number).await.len(), 4);
}

#[sqlx::test(migrations = "../../migrations")]
async fn doing_it_twice_does_it_once(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckeln saknas").await;
    let linked = cases::link(office, &house.db, number, SARA).await.unwrap();
    let before = fingerprint(&house).await;
    assert_eq!(cases::link(office, &house.db, number, SARA).await.unwrap(), linked);
    assert_eq!(cases::unlink(office, &house.db, number, ELODIE).await.unwrap(), linked);
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_colleagues_at_work_are_linked(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckeln saknas").await;
    let before = fingerprint(&house).await;
    for person in [FORMER, house.ours.customer.person, PersonId(99)] {
        let unknown = cases::link(office, &house.db, number, person).await;
        assert_eq!(invalid(unknown), [(Field::Participants, Refusal::Unknown)]);
    }
    assert_eq!(fingerprint(&house).await, before);
    // Who has left since can be unlinked.
    cases::link(office, &house.db, number, SARA).await.unwrap();
    house.arrange("UPDATE person SET active = false WHERE id = 4").await;
    assert!(cases::unlink(office, &house.db, number, SARA).await.unwrap().is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_linked_employee_sees_the_case(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, colleague) = (&house.ours.office, &house.ours.colleague);
    let number = case(&house, office, "Nyckeln saknas").await;
    assert_eq!(refused(cases::row(colleague, &house.db, number).await), Problem::NotFound);
    cases::link(office, &house.db, number, colleague.person).await.unwrap();
    assert_eq!(cases::row(colleague, &house.db, number).await.unwrap().number, number);
}

#[sqlx::test(migrations = "../../migrations")]
async fn employees_and_other_companies_link_nobody(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let employee = &house.ours.employee;
    let number = case(&house, employee, "Dammsugaren är trasig").await;
    cases::link(&house.ours.office, &house.db, number, SARA).await.unwrap();
    let before = fingerprint(&house).await;
    for (viewer, problem) in
        [(employee, Problem::Forbidden), (&house.theirs.administrator, Problem::NotFound)]
    {
        assert_eq!(refused(cases::link(viewer, &house.db, number, ELODIE).await), problem);
        assert_eq!(refused(cases::unlink(viewer, &house.db, number, SARA).await), problem);
    }
    assert_eq!(fingerprint(&house).await, before);
}
