//! Ångra in the history.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;

use domain::{
    cases::{Edit, Filter, Priority, TextEdit},
    events::TimelineEntry,
    ids::{EventId, PersonId},
    problem::Problem,
};
use fixtures::{case, house, status};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::Error;

#[sqlx::test(migrations = "../../migrations")]
async fn a_change_is_taken_back_for_as_long_as_it_stands(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckel saknas").await;
    let entries = async || {
        let detail = store::cases::show(office, &house.db, number).await.unwrap();
        let events = detail.timeline.into_iter().filter_map(|entry| match entry {
            TimelineEntry::Event(event) if !event.changes.is_empty() => Some(event.id),
            _ => None,
        });
        events.collect::<Vec<_>>()
    };
    let give = async |edit| {
        let row = store::cases::row(office, &house.db, number).await.unwrap();
        store::cases::update(office, &house.db, number, row.version, edit).await.unwrap();
        entries().await.pop().unwrap()
    };
    let row = async || store::cases::row(office, &house.db, number).await.unwrap();
    let high = give(Edit::Priority(Priority::High)).await;
    let closed = give(Edit::Status(status::CLOSED)).await;
    // Two entries of one line: the later one goes back first.
    let undo = async |viewer, entries: &[EventId]| {
        store::cases::undo_changes(viewer, &house.db, number, entries).await
    };
    undo(office, &[high, closed]).await.unwrap();
    assert_eq!((row().await.priority, row().await.is_open), (Priority::Normal, true));
    // What took it back is taken back.
    let back = entries().await.pop().unwrap();
    undo(office, &[back]).await.unwrap();
    assert_eq!(row().await.priority, Priority::High);

    give(Edit::Priority(Priority::Low)).await;
    let refused = undo(office, &[high]).await;
    assert!(matches!(refused, Err(Error::Refused(Problem::Overtaken))), "{refused:?}");
    let refused = undo(&house.theirs.office, &[high]).await;
    assert!(matches!(refused, Err(Error::Refused(Problem::NotFound))));
    let refused = undo(&house.ours.employee, &[high]).await;
    assert!(matches!(refused, Err(Error::Refused(Problem::NotFound))), "who does not see it");
}

#[sqlx::test(migrations = "../../migrations")]
async fn texts_and_linked_colleagues_are_taken_back_too(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Först").await;
    let last = async || {
        let detail = store::cases::show(office, &house.db, number).await.unwrap();
        let last = detail.timeline.iter().rev().find_map(|entry| match entry {
            TimelineEntry::Event(event) => Some(event.id),
            TimelineEntry::Comment(_) => None,
        });
        (last.unwrap(), detail)
    };
    let text = TextEdit { subject: "Nyckelband".into(), body: "Mera".into() };
    store::cases::edit_text(office, &house.db, number, 1, text).await.unwrap();
    let (edited, _) = last().await;
    store::cases::link(office, &house.db, number, PersonId(4)).await.unwrap();
    let (linked, detail) = last().await;
    assert_eq!(detail.participants.len(), 1);
    for entry in [linked, edited] {
        store::cases::undo_changes(office, &house.db, number, &[entry]).await.unwrap();
    }
    let (_, detail) = last().await;
    assert_eq!((detail.row.subject.as_str(), detail.body.as_str()), ("Först", ""));
    assert!(detail.participants.is_empty());
    let again = store::cases::undo_changes(office, &house.db, number, &[linked]).await;
    assert!(matches!(again, Err(Error::Refused(Problem::Overtaken))));
    let found = store::cases::list(office, &house.db, &Filter::from_query("q=Nyckelband")).await.unwrap();
    assert!(found.rows.is_empty(), "the search follows");
}
