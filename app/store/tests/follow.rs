//! What has become of a page of the list.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;

use domain::{
    cases::{Channel, Edit, Filter, Followed, NewCase, Priority},
    ids::{CaseNumber, PersonId},
    people::Viewer,
};
use fixtures::{House, case, house, register, status};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use std::collections::HashSet;

async fn follow(house: &House, viewer: &Viewer, query: &str, cases: &[CaseNumber]) -> Followed {
    store::cases::follow(viewer, &house.db, &Filter::from_query(query), None, cases).await.unwrap()
}

fn numbers(followed: &Followed) -> Vec<CaseNumber> {
    followed.rows.iter().map(|row| row.number).collect()
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_matches_and_what_has_left_is_told_apart(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let [stays, leaves] = [case(&house, office, "Stannar").await, case(&house, office, "Går").await];
    let solved = Edit::Status(status::SOLVED);
    store::cases::update(office, &house.db, leaves, 1, solved).await.unwrap();
    let followed = follow(&house, office, "", &[stays, leaves, CaseNumber(999)]).await;
    assert_eq!(numbers(&followed).into_iter().collect::<HashSet<_>>(), HashSet::from([stays, leaves]));
    assert_eq!(followed.matching, [stays]);
    assert_eq!(followed.here, [stays]);
    assert_eq!((followed.count.counted, followed.open.counted), (1, 1));
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_what_lies_between_its_ends_is_on_the_page(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let mut made = Vec::new();
    for index in 0..60 {
        made.push(case(&house, office, &format!("Nr {index}")).await);
    }
    for (query, is_reversed) in [("sort=nr", false), ("sort=-nr", true), ("sort=-skapad", true)] {
        let filter = Filter::from_query(query);
        let first = store::cases::list(office, &house.db, &filter).await.unwrap();
        let second = Filter { after: first.next.clone(), ..filter.clone() };
        let mut expected = made.clone();
        if is_reversed {
            expected.reverse();
        }
        let here = async |filter: &Filter, until: Option<&_>| {
            let followed = store::cases::follow(office, &house.db, filter, until, &made).await.unwrap();
            followed.here.into_iter().collect::<HashSet<_>>()
        };
        let (on_first, on_second) = expected.split_at(first.rows.len());
        assert_eq!(here(&filter, first.next.as_ref()).await, on_first.iter().copied().collect(), "{query}");
        assert_eq!(here(&second, None).await, on_second.iter().copied().collect(), "{query}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn nothing_is_told_of_what_one_does_not_see(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let number = case(&house, &house.ours.office, "Kontorets").await;
    for viewer in [&house.ours.employee, &house.ours.customer, &house.theirs.administrator] {
        let followed = follow(&house, viewer, "bas=alla", &[number]).await;
        assert!(followed.rows.is_empty() && followed.matching.is_empty() && followed.here.is_empty());
        assert_eq!((followed.count.counted, followed.open.counted), (0, 0));
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_is_concerned_is_who_sees_it(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let new = |subject| NewCase { priority: Priority::High, ..NewCase::new(subject, Channel::Phone) };
    let johan = house.ours.employee.person;
    let cases = [
        register(&house, office, NewCase { responsible: Some(johan), ..new("Hans") }).await,
        register(&house, office, NewCase { participants: vec![johan, PersonId(4)], ..new("Deras") }).await,
        register(&house, &house.ours.colleague, new("Saras")).await,
        register(&house, office, new("Ingens")).await,
    ];
    let concerned = store::live::concerned(&house.db, house.ours.id, &cases).await.unwrap();
    for viewer in [&house.ours.employee, &house.ours.colleague] {
        let sees = follow(&house, viewer, "bas=alla", &cases).await;
        let told = concerned.iter().filter(|(_, person)| *person == viewer.person).map(|(case, _)| *case);
        assert_eq!(told.collect::<HashSet<_>>(), numbers(&sees).into_iter().collect());
    }
    let elsewhere = store::live::concerned(&house.db, house.theirs.id, &cases).await.unwrap();
    assert_eq!(elsewhere, []);
}
