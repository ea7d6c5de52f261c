//! Changing a case's subject and body.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;
mod witness;

use domain::{
    cases::{Channel, Edit, NewCase, Priority, TextEdit},
    events::Change,
    ids::CaseNumber,
    problem::{Field, Problem, Refusal},
};
use fixtures::{House, house, register};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::cases;
use witness::{fingerprint, history, invalid, last_change, refused, searched};

fn text(subject: &str, body: &str) -> TextEdit {
    TextEdit { subject: subject.into(), body: body.into() }
}

async fn case(house: &House) -> CaseNumber {
    let new = NewCase { body: "Väntar på svar.".into(), ..NewCase::new("Nyckeln saknas", Channel::Phone) };
    register(house, &house.ours.office, new).await
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_what_differs_becomes_a_change(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house).await;
    let row =
        cases::edit_text(office, &house.db, number, 1, text(" Nyckeln  funnen ", "Väntar på svar.\r\n"))
            .await;
    let row = row.unwrap();
    assert_eq!(
        (row.subject.as_str(), row.excerpt.as_str(), row.version),
        ("Nyckeln funnen", "Väntar på svar.", 2)
    );
    let subject = Change::Subject { from: "Nyckeln saknas".into(), to: "Nyckeln funnen".into() };
    assert_eq!(last_change(&house, office, number).await, [subject]);
    cases::edit_text(office, &house.db, number, 2, text("Klart", "")).await.unwrap();
    let subject = Change::Subject { from: "Nyckeln funnen".into(), to: "Klart".into() };
    let body = Change::Body { from: "Väntar på svar.".into(), to: String::new() };
    assert_eq!(last_change(&house, office, number).await, [subject, body]);
    assert_eq!(history(&house, office, number).await.len(), 3);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_search_finds_the_new_text(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house).await;
    cases::edit_text(office, &house.db, number, 1, text("Storstädning", "På lördag")).await.unwrap();
    let (_, found) = searched(&house, office, number).await;
    assert!(found.contains("storstädning") && found.contains("lördag") && !found.contains("nyckeln"));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_text_that_stands_changes_nothing(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let number = case(&house).await;
    let before = fingerprint(&house).await;
    let row =
        cases::edit_text(&house.ours.office, &house.db, number, 0, text("Nyckeln saknas", "Väntar på svar."))
            .await;
    assert_eq!(row.unwrap().version, 1);
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn other_properties_do_not_stand_in_the_way(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let number = case(&house).await;
    let edit = Edit::Priority(Priority::High);
    cases::update(&house.ours.administrator, &house.db, number, 1, edit).await.unwrap();
    let row = cases::edit_text(&house.ours.office, &house.db, number, 1, text("Klart", "")).await.unwrap();
    assert_eq!((row.subject.as_str(), row.priority, row.version), ("Klart", Priority::High, 3));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_text_changed_meanwhile_is_shown_with_ones_own(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let number = case(&house).await;
    let theirs = text("Nyckeln saknas", "Den låg i lådan.");
    cases::edit_text(&house.ours.administrator, &house.db, number, 1, theirs.clone()).await.unwrap();
    let before = fingerprint(&house).await;
    let mine = text("Nyckeln är borta", "Ingen har svarat.");
    let office = &house.ours.office;
    let Problem::Stale(conflict) =
        refused(cases::edit_text(office, &house.db, number, 1, mine.clone()).await)
    else {
        panic!("not in conflict");
    };
    assert_eq!((conflict.by.as_str(), conflict.mine), ("Anna Berg", None));
    assert_eq!(conflict.theirs, cases::row(office, &house.db, number).await.unwrap());
    assert_eq!(conflict.text, Some((mine.clone(), theirs)));
    assert_eq!(fingerprint(&house).await, before);
    // Having seen it, one may insist.
    assert_eq!(cases::edit_text(office, &house.db, number, 2, mine).await.unwrap().version, 3);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_one_left_as_it_was_stays_as_others_made_it(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, administrator) = (&house.ours.office, &house.ours.administrator);
    let number = case(&house).await;
    for body in ["Den låg i lådan.", "Den låg i den understa lådan."] {
        let theirs = text("Nyckeln saknas", body);
        let version = cases::row(office, &house.db, number).await.unwrap().version;
        cases::edit_text(administrator, &house.db, number, version, theirs).await.unwrap();
    }
    let mine = text("Nyckeln är borta", "Väntar på svar.");
    let row = cases::edit_text(office, &house.db, number, 1, mine).await.unwrap();
    assert_eq!(
        (row.subject.as_str(), row.excerpt.as_str()),
        ("Nyckeln är borta", "Den låg i den understa lådan.")
    );
    let subject = Change::Subject { from: "Nyckeln saknas".into(), to: "Nyckeln är borta".into() };
    assert_eq!(last_change(&house, office, number).await, [subject]);
    // Nothing of one's own at all.
    let unchanged = text("Nyckeln saknas", "Väntar på svar.");
    assert_eq!(cases::edit_text(office, &house.db, number, 1, unchanged).await.unwrap().version, row.version);
}

#[sqlx::test(migrations = "../../migrations")]
async fn ones_own_text_from_another_window_is_not_replaced_in_silence(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house).await;
    let first = text("Nyckeln saknas", "Den låg i lådan.");
    cases::edit_text(office, &house.db, number, 1, first.clone()).await.unwrap();
    // The other window's form still has the body that stood before.
    let subject = text("Nyckeln är funnen", "Väntar på svar.");
    let row = cases::edit_text(office, &house.db, number, 1, subject).await.unwrap();
    assert_eq!((row.subject.as_str(), row.excerpt.as_str()), ("Nyckeln är funnen", "Den låg i lådan."));
    let both = text("Nyckeln saknas", "Ingen har svarat.");
    let refusal = refused(cases::edit_text(office, &house.db, number, 1, both).await);
    assert!(matches!(refusal, Problem::Stale(_)), "{refusal:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn all_that_is_wrong_is_told_at_once(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let number = case(&house).await;
    let before = fingerprint(&house).await;
    let wrong =
        cases::edit_text(&house.ours.office, &house.db, number, 1, text(" ", &"å".repeat(20_001))).await;
    assert_eq!(
        invalid(wrong),
        [(Field::Subject, Refusal::Empty), (Field::Body, Refusal::TooLong { limit: 20_000 })]
    );
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn employees_and_other_companies_change_no_text(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let employee = &house.ours.employee;
    let number = fixtures::case(&house, employee, "Dammsugaren är trasig").await;
    let before = fingerprint(&house).await;
    let by_employee = cases::edit_text(employee, &house.db, number, 1, text("Lagad", "")).await;
    assert_eq!(refused(by_employee), Problem::Forbidden);
    let foreign =
        cases::edit_text(&house.theirs.administrator, &house.db, number, 1, text("Stulen", "")).await;
    assert_eq!(refused(foreign), Problem::NotFound);
    assert_eq!(fingerprint(&house).await, before);
}
