//! Files on cases and comments: who sees them, who takes them away, what the history tells.

#![allow(clippy::unwrap_used)]

mod fixtures;
mod witness;

use domain::{
    cases::Channel,
    cases::NewCase,
    events::NewComment,
    ids::{CaseNumber, FileId},
    people::Viewer,
    problem::{Field, Problem, Refusal},
};
use fixtures::{House, KARIN, case, house, register};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{
    cases,
    files::{self, NewFile},
};
use witness::{fingerprint, history, invalid, refused};

fn photo() -> NewFile {
    NewFile {
        name: "nyckel.jpg".into(),
        media: "image/jpeg".into(),
        size: 5,
        place: "1/abc".into(),
        has_preview: true,
    }
}

async fn attach(house: &House, viewer: &Viewer, case: CaseNumber, body: &str) -> FileId {
    let new = NewComment { case, body: body.into(), external: false };
    files::attach(viewer, &house.db, new, &[photo()]).await.unwrap();
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
    assert_eq!(files::remove(office, &house.db, number, id).await.unwrap(), "1/abc");
    assert_eq!(history(&house, office, number).await.len(), 3);
    assert_eq!(refused(files::find(office, &house.db, number, id).await), Problem::NotFound);
    let nothing = NewComment { case: number, body: String::new(), external: false };
    assert_eq!(
        invalid(files::attach(office, &house.db, nothing, &[]).await),
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
        assert!(files::attach(viewer, &house.db, new, &[photo()]).await.is_err());
    }
    assert_eq!(fingerprint(&house).await, before);
    assert_eq!(files::find(office, &house.db, number, id).await.unwrap().place, "1/abc");
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
