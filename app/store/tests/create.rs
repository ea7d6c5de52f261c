//! Registering cases.

#![allow(clippy::unwrap_used)]

mod fixtures;
mod witness;

use chrono::Days;
use domain::{
    cases::{Channel, NewCase, Priority, Unused},
    ids::{CaseNumber, PersonId, StatusId, TypeId},
    problem::{Field, Problem, Refusal},
};
use fixtures::{ELODIE, FORMER, GONE, SOLGLANTAN, case, house, register, status};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{Error, cases, settings};
use tokio::task::JoinSet;
use witness::{fingerprint, history, invalid, refused, searched};

#[sqlx::test(migrations = "../../migrations")]
async fn a_subject_is_enough(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    assert_eq!(case(&house, office, "  Nyckeln\nsaknas ").await, CaseNumber(1));
    assert_eq!(case(&house, office, "Dammsugaren").await, CaseNumber(2));
    let row = cases::row(office, &house.db, CaseNumber(1)).await.unwrap();
    assert_eq!((row.subject.as_str(), row.version, row.is_open), ("Nyckeln saknas", 1, true));
    assert_eq!((row.status, row.priority, row.channel), (status::NEW, Priority::Normal, Channel::Phone));
    assert_eq!((row.case_type, row.responsible, row.customer, row.due_on), (None, None, None, None));
    assert_eq!(row.created_at.date(), office.today);
    assert_eq!(history(&house, office, CaseNumber(1)).await, vec![vec![]]);
    assert_eq!(searched(&house, office, CaseNumber(1)).await, (true, "nyckeln saknas\n".into()));
}

#[sqlx::test(migrations = "../../migrations")]
async fn everything_can_be_said_at_once(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let new = NewCase {
        body: "Hyresgästen på plan 2\r\nväntar.".into(),
        customer: Some(SOLGLANTAN),
        responsible: Some(PersonId(3)),
        participants: vec![ELODIE, PersonId(4), ELODIE],
        priority: Priority::Urgent,
        case_type: Some(TypeId(2)),
        status: Some(status::SOLVED),
        due_on: Some(office.today),
        ..NewCase::new("Nyckeln saknas", Channel::Mail)
    };
    let number = register(&house, office, new).await;
    let case = cases::show(office, &house.db, number).await.unwrap();
    assert_eq!(case.body, "Hyresgästen på plan 2\nväntar.");
    assert_eq!(case.created_by.id, office.person);
    assert_eq!(case.row.customer, Some((SOLGLANTAN, "BRF Solgläntan".into())));
    assert_eq!(case.row.responsible.unwrap().name, "Johan Åkesson");
    let participants: Vec<_> = case.participants.iter().map(|person| person.id).collect();
    assert_eq!(participants, [ELODIE, PersonId(4)]);
    assert_eq!((case.row.priority, case.row.channel), (Priority::Urgent, Channel::Mail));
    assert_eq!((case.row.case_type, case.row.status), (Some(TypeId(2)), status::SOLVED));
    assert_eq!((case.row.is_open, case.row.due_on), (false, Some(office.today)));
    let (is_open, text) = searched(&house, office, number).await;
    assert!(!is_open && text.contains("hyresgästen") && text.contains("solgläntan"));
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_switched_off_is_left_out_of_a_new_case(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    settings::use_features(boss, db, Unused::ALL).await.unwrap();
    let new = NewCase {
        customer: Some(SOLGLANTAN),
        // Nobody could see what is wrong with it.
        responsible: Some(FORMER),
        participants: vec![ELODIE],
        priority: Priority::Urgent,
        case_type: Some(TypeId(2)),
        due_on: Some(boss.today),
        ..NewCase::new("Nyckeln saknas", Channel::Mail)
    };
    let number = register(&house, boss, new).await;
    settings::use_features(boss, db, Unused::default()).await.unwrap();
    let case = cases::show(boss, db, number).await.unwrap();
    let row = case.row;
    assert_eq!((row.customer, row.responsible, row.case_type, row.due_on), (None, None, None, None));
    assert_eq!((row.priority, row.channel), (Priority::Normal, Channel::Mail));
    assert!(case.participants.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_employees_register_came_by_mobile(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let employee = &house.ours.employee;
    let number = case(&house, employee, "Dammsugaren är trasig").await;
    let case = cases::show(employee, &house.db, number).await.unwrap();
    assert_eq!((case.row.channel, case.created_by.id), (Channel::Mobile, employee.person));
}

#[sqlx::test(migrations = "../../migrations")]
async fn customers_register_nothing_here(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let before = fingerprint(&house).await;
    let new = NewCase::new("Nyckeln saknas", Channel::Phone);
    assert_eq!(refused(cases::create(&house.ours.customer, &house.db, new).await), Problem::Forbidden);
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn all_that_is_wrong_is_told_at_once(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    house.arrange("UPDATE case_status SET hidden = true WHERE id = 2; UPDATE case_type SET hidden = true WHERE id = 2").await;
    let before = fingerprint(&house).await;
    let office = &house.ours.office;
    let new = NewCase {
        customer: Some(GONE),
        responsible: Some(FORMER),
        // A customer's contact is no colleague.
        participants: vec![ELODIE, house.ours.customer.person],
        case_type: Some(TypeId(2)),
        status: Some(StatusId(2)),
        due_on: office.today.checked_sub_days(Days::new(1)),
        ..NewCase::new(" ", Channel::Phone)
    };
    let expected = [
        (Field::Subject, Refusal::Empty),
        (Field::DueOn, Refusal::Past),
        (Field::Status, Refusal::Unknown),
        (Field::Type, Refusal::Unknown),
        (Field::Customer, Refusal::Unknown),
        (Field::Responsible, Refusal::Unknown),
        (Field::Participants, Refusal::Unknown),
    ];
    assert_eq!(invalid(cases::create(office, &house.db, new).await), expected);
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_hidden_first_status_is_not_the_initial_one(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    house.arrange("UPDATE case_status SET hidden = true WHERE id = 1").await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckeln saknas").await;
    assert_eq!(cases::row(office, &house.db, number).await.unwrap().status, StatusId(2));
    house.arrange("UPDATE case_status SET hidden = true WHERE is_open").await;
    let new = NewCase::new("Nyckeln saknas", Channel::Phone);
    assert_eq!(invalid(cases::create(office, &house.db, new).await), [(Field::Status, Refusal::Unknown)]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn numbers_have_no_gaps_when_many_register_and_some_fail(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    // Refused by the database after the number was taken.
    house.arrange("ALTER TABLE cases ADD CHECK (subject <> 'Ogillas')").await;
    let mut tasks = JoinSet::new();
    for task in 0..16 {
        let (db, office) = (house.db.clone(), house.ours.office.clone());
        tasks.spawn(async move {
            let mut failed = 0;
            for round in 0..6 {
                let subject = if (task + round) % 3 == 0 { "Ogillas" } else { "Nyckeln saknas" };
                match cases::create(&office, &db, NewCase::new(subject, Channel::Phone)).await {
                    Err(Error::Database(_)) => failed += 1,
                    created => assert!(created.is_ok()),
                }
            }
            failed
        });
    }
    let failed: usize = tasks.join_all().await.into_iter().sum();
    let numbers: Vec<i32> =
        sqlx::query_scalar("SELECT number FROM cases ORDER BY number").fetch_all(&house.owner).await.unwrap();
    assert_eq!(failed, 32);
    assert_eq!(numbers, (1..=64).collect::<Vec<_>>());
    let events: i64 = sqlx::query_scalar("SELECT count(DISTINCT number) FROM case_event")
        .fetch_one(&house.owner)
        .await
        .unwrap();
    assert_eq!(events, 64);
}

#[sqlx::test(migrations = "../../migrations")]
async fn companies_count_for_themselves_and_do_not_share(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    case(&house, &house.ours.office, "Nyckeln saknas").await;
    case(&house, &house.ours.office, "Dammsugaren").await;
    let theirs = &house.theirs.office;
    assert_eq!(case(&house, theirs, "Fönsterputs").await, CaseNumber(1));
    sqlx::query("INSERT INTO person (company_id, id, role, name) VALUES ($1, 50, 'office', 'Bara vår')")
        .bind(house.ours.id)
        .execute(&house.owner)
        .await
        .unwrap();
    let new = NewCase { responsible: Some(PersonId(50)), ..NewCase::new("Stöld", Channel::Phone) };
    register(&house, &house.ours.office, new.clone()).await;
    assert_eq!(
        invalid(cases::create(theirs, &house.db, new).await),
        [(Field::Responsible, Refusal::Unknown)]
    );
}
