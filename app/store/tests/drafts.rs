//! Drafts, and what is sent once.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;

use domain::{
    cases::{Channel, NewCase},
    drafts,
    events::NewComment,
    problem::Problem,
};
use fixtures::{case, house};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{
    Error,
    cases::{comment_once, create_once},
    drafts::{forget, keep, read},
};

const KEY: &str = "0123456789abcdef";

#[sqlx::test(migrations = "../../migrations")]
async fn a_draft_is_its_writers_alone(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (maria, place) = (&house.ours.office, "kommentar.1");
    keep(maria, &house.db, place, Some("Först")).await.unwrap();
    keep(maria, &house.db, place, Some("Sedan")).await.unwrap();
    assert_eq!(read(maria, &house.db, place).await.unwrap().as_deref(), Some("Sedan"));
    for other in [&house.ours.administrator, &house.ours.employee, &house.theirs.office] {
        assert_eq!(read(other, &house.db, place).await.unwrap(), None);
        keep(other, &house.db, place, None).await.unwrap();
    }
    assert_eq!(read(maria, &house.db, place).await.unwrap().as_deref(), Some("Sedan"));
    keep(maria, &house.db, place, None).await.unwrap();
    assert_eq!(read(maria, &house.db, place).await.unwrap(), None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_draft_is_forgotten_for_what_it_was_and_not_for_what_was_begun_since(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (maria, place) = (&house.ours.office, "nytt.");
    let was = ["Nyck", "Nyckel"].map(str::to_owned);
    keep(maria, &house.db, place, Some("Lampa")).await.unwrap();
    forget(maria, &house.db, place, &was).await.unwrap();
    assert_eq!(read(maria, &house.db, place).await.unwrap().as_deref(), Some("Lampa"));
    keep(maria, &house.db, place, Some("Nyck")).await.unwrap();
    forget(&house.ours.administrator, &house.db, place, &was).await.unwrap();
    assert_eq!(read(maria, &house.db, place).await.unwrap().as_deref(), Some("Nyck"));
    forget(maria, &house.db, place, &was).await.unwrap();
    assert_eq!(read(maria, &house.db, place).await.unwrap(), None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn drafts_have_limits(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let maria = &house.ours.office;
    let long = "å".repeat(drafts::CONTENT_LIMIT);
    keep(maria, &house.db, "x", Some(&long)).await.unwrap();
    for (place, content) in [("", "a"), (&*"x".repeat(101), "a"), ("x", &*format!("{long}å"))] {
        let refused = keep(maria, &house.db, place, Some(content)).await;
        assert!(matches!(refused, Err(Error::Refused(Problem::Malformed))));
    }
    for number in 0..drafts::MOST + 5 {
        keep(maria, &house.db, &format!("kommentar.{number}"), Some("a")).await.unwrap();
    }
    let kept = sqlx::query_scalar::<_, i64>("SELECT count(*) FROM draft").fetch_one(&house.owner).await;
    assert_eq!(kept.unwrap(), drafts::MOST);
    assert_eq!(read(maria, &house.db, "x").await.unwrap(), None, "the oldest has made room");
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_sent_again_is_done_once(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let maria = &house.ours.office;
    let new = |subject: &str| NewCase::new(subject, Channel::Phone);
    let first = create_once(maria, &house.db, new("Nyckel"), Some(KEY)).await.unwrap();
    assert_eq!(create_once(maria, &house.db, new("Nyckel"), Some(KEY)).await.unwrap(), first);
    // Back in the browser, and something else written in the same form.
    let second = create_once(maria, &house.db, new("Lampa"), Some(KEY)).await.unwrap();
    assert_eq!(second.0, first.0 + 1);
    // Another's key says nothing about mine.
    let theirs = create_once(&house.ours.administrator, &house.db, new("Nyckel"), Some(KEY)).await.unwrap();
    assert_eq!(theirs.0, first.0 + 2);

    let said = NewComment { case: first, body: "Hej".into(), external: false };
    let one = comment_once(maria, &house.db, said.clone(), Some(KEY)).await.unwrap();
    assert_eq!(comment_once(maria, &house.db, said.clone(), Some(KEY)).await.unwrap(), one);
    let other = comment_once(maria, &house.db, said, None).await.unwrap();
    assert_ne!(other.id, one.id, "without a key each is one of its own");
    let refused = create_once(maria, &house.db, new("Nyckel"), Some("kort")).await;
    assert!(matches!(refused, Err(Error::Refused(Problem::Malformed))));
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_refused_can_be_sent_again(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let maria = &house.ours.office;
    let number = case(&house, maria, "Finns").await;
    let said = NewComment { case: number, body: "Till kunden".into(), external: true };
    assert!(comment_once(maria, &house.db, said.clone(), Some(KEY)).await.is_err(), "there is no customer");
    house.arrange("UPDATE cases SET customer_id = 1001").await;
    comment_once(maria, &house.db, said, Some(KEY)).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn two_at_the_same_time_are_one(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let send = || {
        let (db, maria) = (house.db.clone(), house.ours.office.clone());
        tokio::spawn(async move {
            create_once(&maria, &db, NewCase::new("Nyckel", Channel::Phone), Some(KEY)).await.unwrap()
        })
    };
    let sent = [send(), send(), send()];
    let mut numbers = Vec::new();
    for one in sent {
        numbers.push(one.await.unwrap());
    }
    numbers.dedup();
    assert_eq!(numbers.len(), 1);
}
