//! Changing one property of a case.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;
mod witness;

use chrono::{Days, NaiveDateTime};
use domain::{
    cases::{
        BulkChange, CaseRow, Channel, Conflict, Edit, NewCase, Priority, Saved, Selection, Ticked, Unused,
    },
    events::Change,
    ids::{CaseNumber, CustomerId, PersonId, StatusId, TypeId},
    people::Viewer,
    problem::{Field, Problem, Refusal},
};
use fixtures::{CAFE, ELODIE, FORMER, GONE, House, KARIN, SOLGLANTAN, case, house, register, status};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{Result, cases, settings};
use tokio::task::JoinSet;
use witness::{fingerprint, history, invalid, last_change, refused, searched};

/// As if the viewer had just looked.
async fn update(house: &House, viewer: &Viewer, number: CaseNumber, edit: Edit) -> Result<Saved> {
    let version = cases::row(viewer, &house.db, number).await?.version;
    cases::update(viewer, &house.db, number, version, edit).await
}

async fn row(house: &House, number: CaseNumber) -> CaseRow {
    cases::row(&house.ours.office, &house.db, number).await.unwrap()
}

fn conflict<T>(result: Result<T>) -> Conflict {
    match refused(result) {
        Problem::Stale(conflict) => *conflict,
        problem => panic!("refused for another reason: {problem:?}"),
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn every_property_changes_and_leaves_a_trace(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckeln saknas").await;
    let created_at: NaiveDateTime = "2026-01-02T08:15:00".parse().unwrap();
    let from = row(&house, number).await.created_at;
    let (johan, today) = (Some(PersonId(3)), Some(office.today));
    let steps = [
        (Edit::Status(status::SOLVED), Change::Status { from: status::NEW, to: status::SOLVED }),
        (Edit::Priority(Priority::High), Change::Priority { from: Priority::Normal, to: Priority::High }),
        (Edit::Type(Some(TypeId(3))), Change::Type { from: None, to: Some(TypeId(3)) }),
        (Edit::Channel(Channel::Form), Change::Channel { from: Channel::Phone, to: Channel::Form }),
        (Edit::Responsible(johan), Change::Responsible { from: None, to: johan }),
        (Edit::DueOn(today), Change::DueOn { from: None, to: today }),
        (Edit::Customer(Some(CAFE)), Change::Customer { from: None, to: Some(CAFE) }),
        (Edit::CreatedAt(created_at), Change::CreatedAt { from, to: created_at }),
        (Edit::Type(None), Change::Type { from: Some(TypeId(3)), to: None }),
        (Edit::Responsible(None), Change::Responsible { from: johan, to: None }),
        (Edit::DueOn(None), Change::DueOn { from: today, to: None }),
        (Edit::Customer(None), Change::Customer { from: Some(CAFE), to: None }),
    ];
    for (version, (edit, change)) in (2..).zip(steps) {
        let saved = update(&house, office, number, edit).await.unwrap();
        assert!(saved.changed, "{edit:?}");
        assert_eq!(saved.row.version, version, "{edit:?}");
        assert_eq!(saved.row, row(&house, number).await, "{edit:?}");
        assert_eq!(last_change(&house, office, number).await, [change], "{edit:?}");
        // It holds now: once more is no change.
        assert!(!update(&house, office, number, edit).await.unwrap().changed, "{edit:?}");
    }
    let last = row(&house, number).await;
    assert_eq!((last.status, last.is_open, last.priority), (status::SOLVED, false, Priority::High));
    assert_eq!((last.channel, last.created_at), (Channel::Form, created_at));
    assert_eq!((last.case_type, last.responsible, last.customer, last.due_on), (None, None, None, None));
    assert_eq!(history(&house, office, number).await.len(), 13);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_value_that_stands_changes_nothing(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, administrator) = (&house.ours.office, &house.ours.administrator);
    let number = case(&house, office, "Nyckeln saknas").await;
    update(&house, administrator, number, Edit::Priority(Priority::High)).await.unwrap();
    let before = fingerprint(&house).await;
    // Also when somebody else has set it meanwhile: the two want the same.
    let saved = cases::update(office, &house.db, number, 1, Edit::Priority(Priority::High)).await.unwrap();
    assert_eq!((saved.changed, saved.row), (false, row(&house, number).await));
    // A form shows minutes.
    let seen = row(&house, number).await.created_at.format("%Y-%m-%dT%H:%M:00").to_string();
    assert!(!update(&house, office, number, Edit::CreatedAt(seen.parse().unwrap())).await.unwrap().changed);
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn changes_of_different_properties_both_hold(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, administrator) = (&house.ours.office, &house.ours.administrator);
    let number = case(&house, office, "Nyckeln saknas").await;
    let (one, other) = tokio::join!(
        cases::update(office, &house.db, number, 1, Edit::Priority(Priority::High)),
        cases::update(administrator, &house.db, number, 1, Edit::Status(status::ASSIGNED)),
    );
    assert!(one.unwrap().changed && other.unwrap().changed);
    let row = row(&house, number).await;
    assert_eq!((row.priority, row.status, row.version), (Priority::High, status::ASSIGNED, 3));
    assert_eq!(history(&house, office, number).await.len(), 3);
}

#[sqlx::test(migrations = "../../migrations")]
async fn changes_of_the_same_property_are_shown_with_both_values(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (office, administrator) = (&house.ours.office, &house.ours.administrator);
    let number = case(&house, office, "Nyckeln saknas").await;
    update(&house, administrator, number, Edit::Responsible(Some(PersonId(3)))).await.unwrap();
    update(&house, administrator, number, Edit::Priority(Priority::Low)).await.unwrap();
    let before = fingerprint(&house).await;
    let mine = Edit::Responsible(Some(PersonId(4)));
    let conflict = conflict(cases::update(office, &house.db, number, 1, mine).await);
    assert_eq!((conflict.number, conflict.by.as_str(), conflict.mine), (number, "Anna Berg", Some(mine)));
    assert_eq!(conflict.at.date(), office.today);
    assert_eq!(conflict.theirs, row(&house, number).await);
    assert_eq!(conflict.theirs.responsible.unwrap().name, "Johan Åkesson");
    assert_eq!((conflict.theirs.version, conflict.text), (3, None));
    assert_eq!(fingerprint(&house).await, before);
    // Having seen it, one may insist.
    assert!(cases::update(office, &house.db, number, 3, mine).await.unwrap().changed);
}

#[sqlx::test(migrations = "../../migrations")]
async fn nobody_is_in_conflict_with_oneself(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckeln saknas").await;
    update(&house, office, number, Edit::Priority(Priority::Low)).await.unwrap();
    assert!(
        cases::update(office, &house.db, number, 1, Edit::Priority(Priority::High)).await.unwrap().changed
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_is_made_responsible_and_the_status_come_in_one_step(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckeln saknas").await;
    let assign =
        |version, person, status| cases::assign(office, &house.db, number, version, PersonId(person), status);
    // All or nothing.
    let before = fingerprint(&house).await;
    assert_eq!(invalid(assign(1, 3, StatusId(99)).await), [(Field::Status, Refusal::Unknown)]);
    assert_eq!(invalid(assign(1, 99, status::ASSIGNED).await), [(Field::Responsible, Refusal::Unknown)]);
    assert_eq!(fingerprint(&house).await, before);
    let saved = assign(1, 3, status::ASSIGNED).await.unwrap();
    assert_eq!(saved.row, row(&house, number).await);
    assert_eq!((saved.changed, saved.row.status, saved.row.version), (true, status::ASSIGNED, 3));
    assert_eq!(saved.row.responsible.unwrap().id, PersonId(3));
    assert!(!assign(3, 3, status::ASSIGNED).await.unwrap().changed);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_status_given_meanwhile_outlives_the_assignment(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, administrator) = (&house.ours.office, &house.ours.administrator);
    let number = case(&house, office, "Nyckeln saknas").await;
    update(&house, administrator, number, Edit::Status(status::SOLVED)).await.unwrap();
    let johan = PersonId(3);
    let saved = cases::assign(office, &house.db, number, 1, johan, status::ASSIGNED).await.unwrap();
    assert_eq!(
        (saved.row.status, saved.row.responsible.map(|person| person.id)),
        (status::SOLVED, Some(johan))
    );
    // Another responsible is shown with both, and nothing is written.
    let before = fingerprint(&house).await;
    let clash = cases::assign(administrator, &house.db, number, 1, PersonId(4), status::ASSIGNED).await;
    assert_eq!(conflict(clash).mine, Some(Edit::Responsible(Some(PersonId(4)))));
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn sixteen_at_once_lose_nothing(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckeln saknas").await;
    let mut tasks = JoinSet::new();
    for task in 0..16 {
        let db = house.db.clone();
        let viewer = if task % 2 == 0 { office.clone() } else { house.ours.administrator.clone() };
        tasks.spawn(async move {
            let (mut changed, mut version) = (0, 1);
            for round in 0..8 {
                let priority = Priority::ALL[(task + round) % 6];
                match cases::update(&viewer, &db, number, version, Edit::Priority(priority)).await {
                    Ok(saved) => {
                        (changed, version) = (changed + usize::from(saved.changed), saved.row.version)
                    }
                    stale => version = conflict(stale).theirs.version,
                }
            }
            changed
        });
    }
    let changed: usize = tasks.join_all().await.into_iter().sum();
    let history = history(&house, office, number).await;
    assert_eq!(history.len(), changed + 1);
    let mut stands = Priority::Normal;
    for change in history.into_iter().flatten() {
        let Change::Priority { from, to } = change else { panic!("{change:?}") };
        assert_eq!(from, stands);
        stands = to;
    }
    let row = row(&house, number).await;
    assert_eq!((row.priority, row.version), (stands, i32::try_from(changed).unwrap() + 1));
}

#[sqlx::test(migrations = "../../migrations")]
async fn employees_change_the_status_of_what_they_see(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let employee = &house.ours.employee;
    let seen = case(&house, employee, "Dammsugaren är trasig").await;
    let unseen = case(&house, &house.ours.office, "Nyckeln saknas").await;
    assert!(update(&house, employee, seen, Edit::Status(status::SOLVED)).await.unwrap().changed);
    let before = fingerprint(&house).await;
    let hidden = cases::update(employee, &house.db, unseen, 1, Edit::Status(status::SOLVED)).await;
    assert_eq!(refused(hidden), Problem::NotFound);
    let moment = row(&house, seen).await.created_at;
    for edit in [
        Edit::Priority(Priority::High),
        Edit::Type(None),
        Edit::Channel(Channel::Mail),
        Edit::Responsible(Some(employee.person)),
        Edit::DueOn(None),
        Edit::Customer(None),
        Edit::CreatedAt(moment),
    ] {
        assert_eq!(refused(update(&house, employee, seen, edit).await), Problem::Forbidden, "{edit:?}");
    }
    let customer = &house.ours.customer;
    let by_customer = cases::update(customer, &house.db, seen, 1, Edit::Status(status::NEW)).await;
    assert_eq!(refused(by_customer), Problem::Forbidden);
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_the_company_does_not_offer_is_refused(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckeln saknas").await;
    house.arrange("UPDATE case_status SET hidden = true WHERE id = 2; UPDATE case_type SET hidden = true WHERE id = 2").await;
    let before = fingerprint(&house).await;
    for (edit, field) in [
        (Edit::Status(StatusId(2)), Field::Status),
        (Edit::Status(StatusId(99)), Field::Status),
        (Edit::Type(Some(TypeId(2))), Field::Type),
        (Edit::Type(Some(TypeId(99))), Field::Type),
        (Edit::Responsible(Some(FORMER)), Field::Responsible),
        (Edit::Responsible(Some(house.ours.customer.person)), Field::Responsible),
        (Edit::Responsible(Some(PersonId(99))), Field::Responsible),
        (Edit::Customer(Some(GONE)), Field::Customer),
        (Edit::Customer(Some(CustomerId(99))), Field::Customer),
    ] {
        assert_eq!(
            invalid(update(&house, office, number, edit).await),
            [(field, Refusal::Unknown)],
            "{edit:?}"
        );
    }
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn dates_are_on_the_right_side_of_now(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckeln saknas").await;
    let yesterday = office.today - Days::new(1);
    let late = update(&house, office, number, Edit::DueOn(Some(yesterday))).await;
    assert_eq!(invalid(late), [(Field::DueOn, Refusal::Past)]);
    let tomorrow = (office.today + Days::new(1)).and_hms_opt(8, 0, 0).unwrap();
    let early = update(&house, office, number, Edit::CreatedAt(tomorrow)).await;
    assert_eq!(invalid(early), [(Field::CreatedAt, Refusal::Future)]);
    for slip in ["1026-11-19T15:10:00", "+262142-11-19T15:10:00"] {
        let slip = update(&house, office, number, Edit::CreatedAt(slip.parse().unwrap())).await;
        assert_eq!(invalid(slip), [(Field::CreatedAt, Refusal::Malformed)]);
    }
    // What is late already may stay.
    house.arrange("UPDATE cases SET due_on = '2026-01-02'").await;
    let same = Edit::DueOn(row(&house, number).await.due_on);
    assert!(!update(&house, office, number, same).await.unwrap().changed);
}

#[sqlx::test(migrations = "../../migrations")]
async fn created_at_is_swedish_time_in_summer_and_winter(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckeln saknas").await;
    for (local, utc) in
        [("2025-07-01T08:12:00", "2025-07-01 06:12"), ("2025-12-01T08:12:00", "2025-12-01 07:12")]
    {
        let saved = update(&house, office, number, Edit::CreatedAt(local.parse().unwrap())).await.unwrap();
        assert_eq!(saved.row.created_at, local.parse().unwrap());
        let stored: String = sqlx::query_scalar(
            "SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') FROM cases",
        )
        .fetch_one(&house.owner)
        .await
        .unwrap();
        assert_eq!(stored, utc);
    }
    // The hour that is left out when summer time begins, and the one that comes twice when it ends.
    for gap in ["2026-03-29T02:00:00", "2026-03-29T02:59:00"] {
        let gap = update(&house, office, number, Edit::CreatedAt(gap.parse().unwrap())).await;
        assert_eq!(invalid(gap), [(Field::CreatedAt, Refusal::Malformed)]);
    }
    for moment in ["2026-03-29T03:00:00", "2025-10-26T02:30:00"] {
        let moment = moment.parse().unwrap();
        let saved = update(&house, office, number, Edit::CreatedAt(moment)).await.unwrap();
        assert_eq!(saved.row.created_at, moment);
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_search_follows_what_opens_closes_and_moves_house(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let new = NewCase { customer: Some(SOLGLANTAN), ..NewCase::new("Nyckeln saknas", Channel::Phone) };
    let number = register(&house, office, new).await;
    let place = || async {
        let place: String =
            sqlx::query_scalar("SELECT ctid::text FROM case_text").fetch_one(&house.owner).await.unwrap();
        place
    };
    let before = place().await;
    update(&house, office, number, Edit::Status(status::ASSIGNED)).await.unwrap();
    assert_eq!(place().await, before, "among open ones the text is left alone");
    update(&house, office, number, Edit::Status(status::CLOSED)).await.unwrap();
    assert!(!searched(&house, office, number).await.0);
    update(&house, office, number, Edit::Status(status::NEW)).await.unwrap();
    assert!(searched(&house, office, number).await.0);
    update(&house, office, number, Edit::Customer(Some(KARIN))).await.unwrap();
    let (is_open, text) = searched(&house, office, number).await;
    assert!(is_open && text.contains("ljungström") && !text.contains("solgläntan"));
}

#[sqlx::test(migrations = "../../migrations")]
async fn another_company_finds_nothing(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let number = case(&house, &house.ours.office, "Nyckeln saknas").await;
    let before = fingerprint(&house).await;
    for edit in [Edit::Status(status::SOLVED), Edit::Customer(Some(CAFE)), Edit::Priority(Priority::Normal)] {
        let foreign = cases::update(&house.theirs.administrator, &house.db, number, 1, edit).await;
        assert_eq!(refused(foreign), Problem::NotFound);
    }
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_switched_off_is_changed_by_nobody(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    let number = case(&house, boss, "Nyckeln saknas").await;
    settings::use_features(boss, db, Unused::ALL).await.unwrap();
    let before = fingerprint(&house).await;
    let all = [
        (Field::Priority, Edit::Priority(Priority::Urgent)),
        (Field::Type, Edit::Type(Some(TypeId(2)))),
        (Field::Channel, Edit::Channel(Channel::Mail)),
        (Field::Customer, Edit::Customer(Some(SOLGLANTAN))),
        (Field::Responsible, Edit::Responsible(Some(boss.person))),
        (Field::DueOn, Edit::DueOn(Some(boss.today))),
    ];
    for (field, edit) in all {
        let expected = [(field, Refusal::SwitchedOff)];
        assert_eq!(invalid(update(&house, boss, number, edit).await), expected);
        let selection = Selection::Ticked(vec![Ticked { number, version: 1 }]);
        if matches!(field, Field::Priority | Field::Type | Field::Channel | Field::Responsible) {
            let many = cases::change_many(boss, db, BulkChange { selection, edit }).await;
            assert_eq!(invalid(many), expected);
        }
    }
    let linked = cases::link(boss, db, number, ELODIE).await;
    assert_eq!(invalid(linked), [(Field::Participants, Refusal::SwitchedOff)]);
    assert_eq!(fingerprint(&house).await, before);
    update(&house, boss, number, Edit::Status(status::SOLVED)).await.unwrap();
}
