//! Commenting on cases.

#![allow(clippy::unwrap_used)]

mod fixtures;
mod witness;

use domain::{
    cases::{Channel, NewCase},
    events::{NewComment, TimelineEntry},
    ids::CaseNumber,
    people::Role,
    problem::{Field, Problem, Refusal},
};
use fixtures::{KARIN, case, house, register};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::cases;
use witness::{fingerprint, history, invalid, refused, searched};

fn on(case: CaseNumber, body: &str, external: bool) -> NewComment {
    NewComment { case, body: body.into(), external }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_comment_joins_the_timeline_and_the_search(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckeln saknas").await;
    let before = cases::row(office, &house.db, number).await.unwrap();
    let comment = cases::comment(office, &house.db, on(number, " Ringde\r\nÅkesson. ", false)).await.unwrap();
    assert_eq!((comment.body.as_str(), comment.external), ("Ringde\nÅkesson.", false));
    assert_eq!((comment.author.person.id, comment.author.role), (office.person, Role::Office));
    assert_eq!(comment.author.person.name, "Maria Lindqvist");
    let shown = cases::show(office, &house.db, number).await.unwrap();
    assert!(shown.timeline.contains(&TimelineEntry::Comment(comment.clone())));
    // No property changed, so nobody's version is outdated.
    assert_eq!(shown.row.version, before.version);
    assert_eq!(shown.row.updated_at, comment.at);
    assert_eq!(history(&house, office, number).await.len(), 1);
    assert!(searched(&house, office, number).await.1.contains("ringde"));
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_external_comment_needs_a_customer_to_read_it(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let internal = case(&house, office, "Nyckeln saknas").await;
    let before = fingerprint(&house).await;
    let unread = cases::comment(office, &house.db, on(internal, "Hej!", true)).await;
    assert_eq!(invalid(unread), [(Field::Customer, Refusal::Empty)]);
    assert_eq!(fingerprint(&house).await, before);
    let new = NewCase { customer: Some(KARIN), ..NewCase::new("Fönsterputs", Channel::Mail) };
    let number = register(&house, office, new).await;
    assert!(cases::comment(office, &house.db, on(number, "Hej!", true)).await.unwrap().external);
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_empty_or_endless_comment_is_refused(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckeln saknas").await;
    let before = fingerprint(&house).await;
    let empty = cases::comment(office, &house.db, on(number, " \n ", false)).await;
    assert_eq!(invalid(empty), [(Field::Comment, Refusal::Empty)]);
    let endless = cases::comment(office, &house.db, on(number, &"å".repeat(10_001), false)).await;
    assert_eq!(invalid(endless), [(Field::Comment, Refusal::TooLong { limit: 10_000 })]);
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn employees_comment_internally_on_what_they_see(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let employee = &house.ours.employee;
    let new = NewCase { customer: Some(KARIN), ..NewCase::new("Dammsugaren är trasig", Channel::Phone) };
    let seen = register(&house, employee, new).await;
    let unseen = case(&house, &house.ours.office, "Nyckeln saknas").await;
    cases::comment(employee, &house.db, on(seen, "Lagad.", false)).await.unwrap();
    let before = fingerprint(&house).await;
    assert_eq!(
        refused(cases::comment(employee, &house.db, on(seen, "Hej!", true)).await),
        Problem::Forbidden
    );
    assert_eq!(
        refused(cases::comment(employee, &house.db, on(unseen, "Hej!", false)).await),
        Problem::NotFound
    );
    let customer = &house.ours.customer;
    assert_eq!(
        refused(cases::comment(customer, &house.db, on(seen, "Hej!", false)).await),
        Problem::Forbidden
    );
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn another_company_finds_nothing(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let number = case(&house, &house.ours.office, "Nyckeln saknas").await;
    let before = fingerprint(&house).await;
    for external in [false, true] {
        let foreign =
            cases::comment(&house.theirs.administrator, &house.db, on(number, "Hej!", external)).await;
        assert_eq!(refused(foreign), Problem::NotFound);
    }
    assert_eq!(fingerprint(&house).await, before);
}
