//! Files on cases and comments: who sees them, who takes them away, what the history tells.

#![allow(clippy::unwrap_used)]

mod fixtures;
mod witness;

use domain::{
    cases::Channel,
    cases::NewCase,
    events::{Change, NewComment, TimelineEntry},
    ids::{CaseNumber, EventId, FileId},
    people::Viewer,
    problem::{Field, Problem, Refusal},
};
use fixtures::{House, KARIN, case, house, register};
use sqlx::{
    AssertSqlSafe,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use store::{
    cases,
    files::{self, NewFile},
};
use witness::{fingerprint, history, invalid, refused};

fn photo(place: &str) -> NewFile {
    NewFile {
        name: "nyckel.jpg".into(),
        media: "image/jpeg".into(),
        size: 5,
        place: place.into(),
        has_preview: true,
    }
}

async fn attach(house: &House, viewer: &Viewer, case: CaseNumber, body: &str) -> FileId {
    let new = NewComment { case, body: body.into(), external: false };
    let place = format!("{case}/{}{body}", viewer.person);
    files::attach(viewer, &house.db, new, &[photo(&place)], None).await.unwrap();
    cases::show(viewer, &house.db, case).await.unwrap().files.last().unwrap().id
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_file_comes_with_its_comment_or_is_told_of_alone(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckeln saknas").await;
    attach(&house, office, number, "Se bilden").await;
    assert_eq!(history(&house, office, number).await.len(), 1);
    let id = attach(&house, office, number, "  ").await;
    assert_eq!(history(&house, office, number).await.len(), 2);
    let shown = cases::show(office, &house.db, number).await.unwrap().files;
    assert!(shown[0].comment.is_some() && shown[1].comment.is_none());
    let place = files::find(office, &house.db, number, id).await.unwrap().place;
    assert_eq!(
        files::known(&house.db, office.company, &[place.clone(), "x".into()]).await.unwrap(),
        std::slice::from_ref(&place)
    );
    files::remove(office, &house.db, number, id).await.unwrap();
    assert_eq!(
        files::known(&house.db, office.company, std::slice::from_ref(&place)).await.unwrap(),
        [place],
        "it can come back"
    );
    assert_eq!(history(&house, office, number).await.len(), 3);
    assert_eq!(refused(files::find(office, &house.db, number, id).await), Problem::NotFound);
    let nothing = NewComment { case: number, body: String::new(), external: false };
    assert_eq!(
        invalid(files::attach(office, &house.db, nothing, &[], None).await),
        [(Field::Files, Refusal::Empty)]
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn whoever_does_not_see_the_case_finds_no_file_of_it(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let new = NewCase { customer: Some(KARIN), ..NewCase::new("Fönsterputs", Channel::Mail) };
    let number = register(&house, office, new).await;
    let id = attach(&house, office, number, "").await;
    let before = fingerprint(&house).await;
    for viewer in [&house.ours.employee, &house.theirs.administrator, &house.ours.customer] {
        assert_eq!(refused(files::find(viewer, &house.db, number, id).await), Problem::NotFound);
        let removed = refused(files::remove(viewer, &house.db, number, id).await);
        assert!(matches!(removed, Problem::NotFound | Problem::Forbidden));
        let new = NewComment { case: number, body: String::new(), external: false };
        assert!(files::attach(viewer, &house.db, new, &[photo("stranger")], None).await.is_err());
    }
    assert_eq!(fingerprint(&house).await, before);
    assert!(files::find(office, &house.db, number, id).await.is_ok());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_linked_colleague_takes_away_only_own_files(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, employee) = (&house.ours.office, &house.ours.employee);
    let number = case(&house, office, "Nyckeln saknas").await;
    cases::link(office, &house.db, number, employee.person).await.unwrap();
    let theirs = attach(&house, office, number, "").await;
    let own = attach(&house, employee, number, "").await;
    assert_eq!(refused(files::remove(employee, &house.db, number, theirs).await), Problem::Forbidden);
    assert!(files::find(employee, &house.db, number, theirs).await.is_ok());
    files::remove(employee, &house.db, number, own).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_case_is_registered_with_its_files_or_not_at_all(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let employee = &house.ours.employee;
    let new = || NewCase::new("Trasig dörr", Channel::Mobile);
    let number = files::create(employee, &house.db, new(), &[photo("a"), photo("b")], None).await.unwrap();
    let shown = cases::show(employee, &house.db, number).await.unwrap();
    assert_eq!((shown.files.len(), shown.files[0].comment, shown.files[0].external), (2, None, false));
    let told = history(&house, employee, number).await.pop().unwrap();
    let told: Vec<_> = told.iter().map(Change::file).collect();
    assert_eq!(told, shown.files.iter().map(|file| Some(file.id)).collect::<Vec<_>>());
    let before = fingerprint(&house).await;
    // The bytes there are another row's already: nothing is kept.
    assert!(files::create(employee, &house.db, new(), &[photo("c"), photo("a")], None).await.is_err());
    let customer = &house.ours.customer;
    assert_eq!(refused(files::create(customer, &house.db, new(), &[], None).await), Problem::Forbidden);
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_merged_case_brings_its_files_along(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    let (number, other) = (case(&house, office, "Nyckel").await, case(&house, office, "Samma nyckel").await);
    let id = attach(&house, office, other, "Se bilden").await;
    assert_eq!(refused(files::find(office, db, number, id).await), Problem::NotFound);
    cases::merge(office, db, other, number, false).await.unwrap();
    assert_eq!(cases::show(office, db, number).await.unwrap().files[0].id, id);
    assert!(
        files::find(office, db, number, id).await.is_ok() && files::find(office, db, other, id).await.is_ok()
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_the_customer_sees_is_for_those_who_may_say_so(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, employee) = (&house.ours.office, &house.ours.employee);
    let new = NewCase {
        customer: Some(KARIN),
        participants: vec![employee.person],
        ..NewCase::new("Fönsterputs", Channel::Mail)
    };
    let case = register(&house, office, new).await;
    let external = || NewComment { case, body: String::new(), external: true };
    assert_eq!(
        refused(files::attach(employee, &house.db, external(), &[photo("a")], None).await),
        Problem::Forbidden
    );
    files::attach(office, &house.db, external(), &[photo("b")], None).await.unwrap();
    assert!(cases::show(employee, &house.db, case).await.unwrap().files[0].external);
    // Without a customer nobody would see it.
    let alone = NewComment { case: self::case(&house, office, "Utan kund").await, ..external() };
    assert_eq!(
        invalid(files::attach(office, &house.db, alone, &[photo("c")], None).await),
        [(Field::Customer, Refusal::Empty)]
    );
}

/// The last entry of the case's history, and what it says.
async fn last(house: &House, viewer: &Viewer, case: CaseNumber) -> (EventId, Change) {
    let detail = cases::show(viewer, &house.db, case).await.unwrap();
    let mut events = detail.timeline.into_iter().filter_map(|entry| match entry {
        TimelineEntry::Event(event) => Some(event),
        TimelineEntry::Comment(_) => None,
    });
    let event = events.next_back().unwrap();
    (event.id, event.changes.last().unwrap().change.clone())
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_file_that_was_taken_away_comes_back(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    let number = case(&house, office, "Nyckeln saknas").await;
    let id = attach(&house, office, number, "Se bilden").await;
    let file = cases::show(office, db, number).await.unwrap().files.remove(0);
    files::remove(office, db, number, id).await.unwrap();
    let shown = cases::show(office, db, number).await.unwrap();
    assert!(shown.files.is_empty());
    assert_eq!(shown.removed_files, std::slice::from_ref(&file));
    assert_eq!(refused(files::find(office, db, number, id).await), Problem::NotFound);
    assert_eq!(refused(files::remove(office, db, number, id).await), Problem::NotFound, "twice");

    let (removed, _) = last(&house, office, number).await;
    cases::undo_changes(office, db, number, &[removed]).await.unwrap();
    let shown = cases::show(office, db, number).await.unwrap();
    assert_eq!((shown.files, shown.removed_files), (vec![file], vec![]), "with its comment, as it was");
    assert!(files::find(office, db, number, id).await.is_ok());
    let (restored, change) = last(&house, office, number).await;
    assert_eq!(change, Change::FileRestored { name: "nyckel.jpg".into(), file: id });

    // Whoever presses twice has done it once.
    let entries = history(&house, office, number).await.len();
    let again = cases::undo_changes(office, db, number, &[removed]).await;
    assert_eq!(refused(again), Problem::Overtaken);
    files::restore(office, db, number, id).await.unwrap();
    assert_eq!(history(&house, office, number).await.len(), entries);

    // What put it back is taken back, and so is that.
    cases::undo_changes(office, db, number, &[restored]).await.unwrap();
    assert!(cases::show(office, db, number).await.unwrap().files.is_empty());
    files::restore(office, db, number, id).await.unwrap();
    assert_eq!(cases::show(office, db, number).await.unwrap().files[0].id, id);
}

#[sqlx::test(migrations = "../../migrations")]
async fn adding_a_file_is_taken_back_too(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    let number = case(&house, office, "Nyckeln saknas").await;
    let id = attach(&house, office, number, "").await;
    let (added, _) = last(&house, office, number).await;
    cases::undo_changes(office, db, number, &[added]).await.unwrap();
    let shown = cases::show(office, db, number).await.unwrap();
    assert!(shown.files.is_empty() && shown.removed_files[0].id == id);
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_whoever_may_take_a_file_away_puts_it_back(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, employee, db) = (&house.ours.office, &house.ours.employee, &house.db);
    let number = case(&house, office, "Nyckeln saknas").await;
    let theirs = attach(&house, office, number, "").await;
    files::remove(office, db, number, theirs).await.unwrap();
    let (removed, _) = last(&house, office, number).await;
    let strangers = [employee, &house.theirs.administrator, &house.ours.customer];
    for viewer in strangers {
        assert!(files::restore(viewer, db, number, theirs).await.is_err());
        assert!(cases::undo_changes(viewer, db, number, &[removed]).await.is_err());
    }
    // Linked, she sees the case and still has nothing to do with their file.
    cases::link(office, db, number, employee.person).await.unwrap();
    assert_eq!(refused(files::restore(employee, db, number, theirs).await), Problem::Forbidden);
    assert_eq!(refused(cases::undo_changes(employee, db, number, &[removed]).await), Problem::Forbidden);
    assert!(cases::show(employee, db, number).await.unwrap().removed_files.is_empty());
    assert!(cases::show(office, db, number).await.unwrap().files.is_empty());
    // Her own comes back, whoever took it away.
    let own = attach(&house, employee, number, "").await;
    files::remove(office, db, number, own).await.unwrap();
    let (removed, _) = last(&house, employee, number).await;
    cases::undo_changes(employee, db, number, &[removed]).await.unwrap();
    assert_eq!(cases::show(employee, db, number).await.unwrap().files[0].id, own);
}

#[sqlx::test(migrations = "../../migrations")]
async fn after_thirty_days_a_file_is_gone(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    let number = case(&house, office, "Nyckeln saknas").await;
    let (old, young) = (attach(&house, office, number, "").await, attach(&house, office, number, "Ny").await);
    for id in [old, young] {
        files::remove(office, db, number, id).await.unwrap();
    }
    let age = format!(
        "UPDATE case_file SET removed_at = now() - CASE id WHEN {old} THEN interval '30 days 1 minute'
         ELSE interval '29 days 23 hours' END"
    );
    sqlx::raw_sql(AssertSqlSafe(age)).execute(&house.owner).await.unwrap();
    let shown = cases::show(office, db, number).await.unwrap();
    assert_eq!(shown.removed_files.iter().map(|file| file.id).collect::<Vec<_>>(), [young]);
    assert_eq!(refused(files::restore(office, db, number, old).await), Problem::NotFound);
    let places = [format!("{number}/{}", office.person), format!("{number}/{}Ny", office.person)];
    assert_eq!(files::known(db, office.company, &places).await.unwrap().len(), 2);
    files::let_go(db, house.theirs.office.company).await.unwrap();
    assert_eq!(files::known(db, office.company, &places).await.unwrap().len(), 2, "another company's sweep");
    files::let_go(db, office.company).await.unwrap();
    assert_eq!(files::known(db, office.company, &places).await.unwrap(), places[1..]);
    files::restore(office, db, number, young).await.unwrap();
}
