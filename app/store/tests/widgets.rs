//! Widgets: whose key opens what.

#![allow(clippy::unwrap_used)]

mod fixtures;
mod witness;

use domain::{
    cases::{Channel, NewCase},
    problem::Problem,
};
use fixtures::{case, house, register};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::widgets;
use witness::refused;

#[sqlx::test(migrations = "../../migrations")]
async fn a_key_shows_what_its_owner_sees_and_no_more(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    let mine = NewCase { responsible: Some(office.person), ..NewCase::new("Min", Channel::Phone) };
    register(&house, office, mine).await;
    case(&house, office, "Ny").await;
    case(&house, &house.theirs.office, "Deras").await;
    let key = widgets::make_key(office, db).await.unwrap();
    let viewer = widgets::viewer(db, &key).await.unwrap().unwrap();
    assert_eq!((viewer.company, viewer.person, viewer.role), (office.company, office.person, office.role));
    assert_eq!(viewer.permissions, office.permissions);
    let shown = widgets::show(&viewer, db).await.unwrap();
    assert_eq!(shown.mine.rows.iter().map(|row| row.subject.as_str()).collect::<Vec<_>>(), ["Min"]);
    assert_eq!((shown.mine.matching.counted, shown.new.matching.counted), (1, 2));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_key_dies_with_the_next_with_revoking_and_with_its_owner(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    let first = widgets::make_key(office, db).await.unwrap();
    let second = widgets::make_key(office, db).await.unwrap();
    assert!(widgets::viewer(db, &first).await.unwrap().is_none());
    assert!(widgets::viewer(db, &second).await.unwrap().is_some());
    widgets::revoke_key(&house.theirs.office, db).await.unwrap();
    assert!(widgets::settings(office, db).await.unwrap().1);
    house.arrange("UPDATE person SET active = false WHERE id = 2").await;
    assert!(widgets::viewer(db, &second).await.unwrap().is_none());
    house.arrange("UPDATE person SET active = true WHERE id = 2").await;
    widgets::revoke_key(office, db).await.unwrap();
    assert!(widgets::viewer(db, &second).await.unwrap().is_none());
    assert!(!widgets::settings(office, db).await.unwrap().1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_company_decides_whose_pages_frame_them(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (anna, office, db) = (&house.ours.administrator, &house.ours.office, &house.db);
    assert_eq!(refused(widgets::save_origins(office, db, "https://a.example").await), Problem::Forbidden);
    assert_eq!(refused(widgets::settings(&house.ours.employee, db).await), Problem::Forbidden);
    assert_eq!(refused(widgets::make_key(&house.ours.customer, db).await), Problem::Forbidden);
    for bad in
        ["intranet", "https://a.example/path", "javascript:alert(1)", "https://a.example; script-src *"]
    {
        assert!(matches!(refused(widgets::save_origins(anna, db, bad).await), Problem::Invalid(_)), "{bad}");
    }
    widgets::save_origins(anna, db, "https://a.example\n\nhttps://b.example:8443\n").await.unwrap();
    let origins = widgets::settings(office, db).await.unwrap().0;
    assert_eq!(origins, ["https://a.example", "https://b.example:8443"]);
    assert!(widgets::settings(&house.theirs.office, db).await.unwrap().0.is_empty());
}
