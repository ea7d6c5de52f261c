//! Lists as files have them: all rows, in the list's order, nothing that the viewer may not see.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A test fails by panicking.

mod fixtures;

use domain::{
    cases::{Filter, NewCase},
    customers::{CustomerEdit, CustomerFilter, SecretEdit, SecretKind, SiteEdit},
    problem::Problem,
};
use fixtures::{KARIN, SOLGLANTAN, case, house, register};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{Error, cases, customers};

#[sqlx::test(migrations = "../../migrations")]
async fn every_case_comes_once_in_the_lists_order(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let ours = &house.ours.office;
    let body = "Hej!\n\n".to_owned() + &"Nyckeln saknas. ".repeat(60);
    let new =
        NewCase { body, customer: Some(KARIN), ..NewCase::new("Den första", domain::cases::Channel::Mail) };
    register(&house, ours, new).await;
    house
        .arrange(
            "INSERT INTO cases (company_id, number, created_by, status_id, is_open, priority, channel, subject)
             SELECT company_id, n, created_by, status_id, is_open, n % 6, channel, 'Nr ' || n
             FROM cases, generate_series(2, 2500) n;
             INSERT INTO case_text (company_id, number, is_open, body, search_text, search_words)
             SELECT company_id, number, is_open, '', '', '' FROM cases WHERE number > 1",
        )
        .await;
    let mut filter = Filter::from_query("sort=-prioritet");
    let (mut numbers, mut first, mut pages) = (Vec::new(), None, 0);
    loop {
        let (rows, next) = cases::export(ours, &house.db, &filter).await.unwrap();
        pages += 1;
        for case in rows {
            numbers.push((case.row.priority, case.row.number));
            first = Some(case).filter(|case| case.row.number.0 == 1).or(first);
        }
        let Some(next) = next else { break };
        filter.after = Some(next);
    }
    assert_eq!((numbers.len(), pages), (2500, 3));
    assert!(numbers.is_sorted_by(|before, after| before > after));
    let first = first.unwrap();
    assert!(first.body.len() > 900, "the body is whole");
    assert_eq!((first.created_by.as_str(), first.row.customer.unwrap().0), ("Maria Lindqvist", KARIN));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_file_holds_what_the_filter_and_the_company_say(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    case(&house, &house.ours.office, "Nyckel").await;
    case(&house, &house.ours.office, "Fönster").await;
    case(&house, &house.theirs.office, "Nyckel").await;
    let filter = Filter::from_query("q=nyckel");
    let (rows, next) = cases::export(&house.ours.office, &house.db, &filter).await.unwrap();
    assert_eq!(rows.iter().map(|case| case.row.subject.as_str()).collect::<Vec<_>>(), ["Nyckel"]);
    assert_eq!(next, None);
    for refused in [&house.ours.employee, &house.ours.customer] {
        let cases = cases::export(refused, &house.db, &filter).await.map(|_| ());
        assert!(matches!(cases, Err(Error::Refused(Problem::Forbidden))));
        let customers = customers::export(refused, &house.db, &CustomerFilter::default()).await.map(|_| ());
        assert!(matches!(customers, Err(Error::Refused(Problem::Forbidden))));
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_customers_line_has_the_card_but_nothing_protected(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let code = SecretEdit { kind: SecretKind::DoorCode, value: Some("4711-hemlig".into()) };
    let edit = CustomerEdit {
        name: "Östra skolan".into(),
        identity_number: "212000-0142".into(),
        office_notes: "Fakturera i mars".into(),
        sites: vec![SiteEdit {
            street: "Skolgatan 1".into(),
            postal_code: "75312".into(),
            town: "Uppsala".into(),
            secrets: vec![code],
            ..SiteEdit::default()
        }],
        ..CustomerEdit::default()
    };
    customers::create(&house.ours.office, &house.db, edit).await.unwrap();
    let filter = CustomerFilter::default();
    let (rows, next) = customers::export(&house.ours.office, &house.db, &filter).await.unwrap();
    assert_eq!((rows.len(), next), (4, None), "the former customer is none");
    assert!(
        rows.iter().any(|customer| customer.row.id == SOLGLANTAN && customer.rest.street == "Storgatan 12")
    );
    let school = rows.iter().find(|customer| customer.row.name == "Östra skolan").unwrap();
    assert_eq!(school.rest.identity_number, "2120000142");
    assert_eq!((school.rest.postal_code.as_str(), school.rest.town.as_str()), ("753 12", "Uppsala"));
    assert_eq!(school.rest.office_notes, "Fakturera i mars");
    assert!(!format!("{rows:?}").contains("hemlig"));
    let (theirs, _) = customers::export(&house.theirs.office, &house.db, &filter).await.unwrap();
    assert!(!format!("{theirs:?}").contains("skolan"));
}
