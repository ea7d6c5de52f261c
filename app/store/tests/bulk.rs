//! Changing many cases at once, and taking it back.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod fixtures;
mod witness;

use domain::{
    cases::{
        BulkChange, Channel, Edit, Filter, NewCase, Priority, Receipt, Selection, Skip, SkipReason, Ticked,
    },
    events::Change,
    ids::{BatchId, CaseNumber, PersonId, StatusId, TypeId},
    people::Viewer,
    problem::{Field, Problem, Refusal},
};
use fixtures::{House, case, house, register, status};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use std::time::{Duration, Instant};
use store::{Result, cases};
use witness::{fingerprint, history, invalid, last_change, refused, searched};

const ANNA: &str = "Anna Berg";

/// Cases of our company, all seen at their first version.
async fn cases_of(house: &House, count: usize) -> Vec<CaseNumber> {
    let mut numbers = Vec::new();
    for _ in 0..count {
        numbers.push(case(house, &house.ours.office, "Nyckeln saknas").await);
    }
    numbers
}

fn ticked(numbers: &[CaseNumber]) -> Selection {
    Selection::Ticked(numbers.iter().map(|number| Ticked { number: *number, version: 1 }).collect())
}

async fn change(house: &House, viewer: &Viewer, selection: Selection, edit: Edit) -> Result<Receipt> {
    cases::change_many(viewer, &house.db, BulkChange { selection, edit }).await
}

async fn update(house: &House, viewer: &Viewer, number: CaseNumber, edit: Edit) {
    let version = cases::row(viewer, &house.db, number).await.unwrap().version;
    cases::update(viewer, &house.db, number, version, edit).await.unwrap();
}

async fn priority(house: &House, number: CaseNumber) -> Priority {
    cases::row(&house.ours.office, &house.db, number).await.unwrap().priority
}

fn skip(number: CaseNumber, reason: SkipReason) -> Skip {
    Skip { number, reason }
}

#[sqlx::test(migrations = "../../migrations")]
async fn each_of_the_five_properties_can_be_set_and_taken_back(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let numbers = cases_of(&house, 3).await;
    let johan = Some(PersonId(3));
    let steps = [
        (Edit::Status(status::ASSIGNED), Change::Status { from: status::NEW, to: status::ASSIGNED }),
        (Edit::Priority(Priority::None), Change::Priority { from: Priority::Normal, to: Priority::None }),
        (Edit::Type(Some(TypeId(3))), Change::Type { from: None, to: Some(TypeId(3)) }),
        (Edit::Channel(Channel::Form), Change::Channel { from: Channel::Phone, to: Channel::Form }),
        (Edit::Responsible(johan), Change::Responsible { from: None, to: johan }),
    ];
    for (edit, expected) in steps {
        let receipt = change(&house, office, ticked(&numbers), edit).await.unwrap();
        assert_eq!((receipt.changed, receipt.edit, receipt.skipped_in_all), (3, Some(edit), 0));
        let named = matches!(edit, Edit::Responsible(_)).then_some("Johan Åkesson");
        assert_eq!(receipt.responsible.as_deref(), named);
        for number in &numbers {
            assert_eq!(last_change(&house, office, *number).await, std::slice::from_ref(&expected));
        }
        let undone = cases::undo(office, &house.db, receipt.batch.unwrap()).await.unwrap();
        assert_eq!((undone.changed, undone.edit, undone.batch, undone.skipped_in_all), (3, None, None, 0));
    }
    let row = cases::row(office, &house.db, numbers[0]).await.unwrap();
    assert_eq!((row.status, row.priority, row.channel), (status::NEW, Priority::Normal, Channel::Phone));
    assert_eq!((row.case_type, row.responsible, row.version), (None, None, 11));
    assert_eq!(history(&house, office, numbers[0]).await.len(), 11);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_history_knows_that_it_was_a_bulk_change(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let numbers = cases_of(&house, 2).await;
    let receipt =
        change(&house, &house.ours.office, ticked(&numbers), Edit::Priority(Priority::High)).await.unwrap();
    cases::undo(&house.ours.office, &house.db, receipt.batch.unwrap()).await.unwrap();
    let batches: Vec<Option<i64>> = sqlx::query_scalar(
        "SELECT batch_id FROM case_event WHERE number = 1 AND company_id = $1 ORDER BY id",
    )
    .bind(house.ours.id)
    .fetch_all(&house.owner)
    .await
    .unwrap();
    assert_eq!(batches, [None, receipt.batch.map(|batch| batch.0), None]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_was_left_is_told_with_the_reason(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, administrator) = (&house.ours.office, &house.ours.administrator);
    let numbers = cases_of(&house, 5).await;
    let [plain, same, changed, elsewhere, own] = numbers[..] else { unreachable!() };
    update(&house, administrator, same, Edit::Priority(Priority::High)).await;
    update(&house, administrator, changed, Edit::Priority(Priority::Low)).await;
    update(&house, administrator, elsewhere, Edit::Status(status::ASSIGNED)).await;
    update(&house, office, own, Edit::Priority(Priority::Low)).await;
    let missing = CaseNumber(99);
    let chosen = ticked(&[missing, own, elsewhere, changed, same, plain, plain]);
    let receipt = change(&house, office, chosen, Edit::Priority(Priority::High)).await.unwrap();
    assert_eq!(receipt.changed, 3);
    let skipped = [
        skip(same, SkipReason::Unchanged),
        skip(changed, SkipReason::ChangedBy(ANNA.into())),
        skip(missing, SkipReason::NotFound),
    ];
    assert_eq!(receipt.skipped, skipped);
    assert_eq!(receipt.skipped_in_all, 3);
    assert_eq!(priority(&house, changed).await, Priority::Low);
    for number in [plain, elsewhere, own] {
        assert_eq!(priority(&house, number).await, Priority::High);
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_receipt_names_twenty_and_counts_the_rest(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let before = fingerprint(&house).await;
    let missing: Vec<_> = (1..=25).map(CaseNumber).collect();
    let receipt =
        change(&house, &house.ours.office, ticked(&missing), Edit::Priority(Priority::High)).await.unwrap();
    assert_eq!((receipt.changed, receipt.skipped.len(), receipt.skipped_in_all), (0, 20, 25));
    assert_eq!(receipt.batch, None, "there is nothing to take back");
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn all_that_match_are_changed(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let numbers = cases_of(&house, 3).await;
    let other = case(&house, office, "Dammsugaren").await;
    update(&house, office, numbers[0], Edit::Status(status::SOLVED)).await;
    let all = Selection::Matching(Box::new(Filter::from_query("q=nyckel")));
    let receipt = change(&house, office, all, Edit::Priority(Priority::High)).await.unwrap();
    assert_eq!((receipt.changed, receipt.skipped_in_all), (2, 0));
    assert_eq!(priority(&house, numbers[0]).await, Priority::Normal, "it is closed");
    assert_eq!(priority(&house, numbers[1]).await, Priority::High);
    assert_eq!(priority(&house, other).await, Priority::Normal);
}

#[sqlx::test(migrations = "../../migrations")]
async fn none_or_far_too_many_are_refused(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    sqlx::query(
        "INSERT INTO cases (company_id, number, created_by, status_id, priority, channel, is_open, subject)
         SELECT $1, number, 1, 1, 2, 1, true, 'Nyckeln saknas' FROM generate_series(1, 10001) AS number",
    )
    .bind(house.ours.id)
    .execute(&house.owner)
    .await
    .unwrap();
    let before = fingerprint(&house).await;
    let many: Vec<_> = (1..=10_001).map(CaseNumber).collect();
    let matching = |query: &str| Selection::Matching(Box::new(Filter::from_query(query)));
    let too_long = Refusal::TooLong { limit: 10_000 };
    for (selection, refusal) in [
        (ticked(&[]), Refusal::Empty),
        (matching("prioritet=hog"), Refusal::Empty),
        (ticked(&many), too_long),
        (matching(""), too_long),
    ] {
        let refused = change(&house, office, selection, Edit::Priority(Priority::High)).await;
        assert_eq!(invalid(refused), [(Field::Selection, refusal)]);
    }
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_offered_values_of_the_five_properties(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let numbers = cases_of(&house, 2).await;
    house.arrange("UPDATE case_status SET hidden = true WHERE id = 2").await;
    let before = fingerprint(&house).await;
    for edit in
        [Edit::DueOn(None), Edit::Customer(None), Edit::CreatedAt(office.today.and_hms_opt(0, 0, 0).unwrap())]
    {
        assert_eq!(refused(change(&house, office, ticked(&numbers), edit).await), Problem::Malformed);
    }
    for (edit, field) in [
        (Edit::Status(StatusId(2)), Field::Status),
        (Edit::Type(Some(TypeId(99))), Field::Type),
        (Edit::Responsible(Some(fixtures::FORMER)), Field::Responsible),
    ] {
        let unknown = change(&house, office, ticked(&numbers), edit).await;
        assert_eq!(invalid(unknown), [(field, Refusal::Unknown)]);
    }
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn employees_and_other_companies_change_nothing(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, employee) = (&house.ours.office, &house.ours.employee);
    let numbers = vec![case(&house, employee, "Dammsugaren är trasig").await];
    let edit = Edit::Priority(Priority::High);
    let batch = change(&house, office, ticked(&numbers), edit).await.unwrap().batch.unwrap();
    let before = fingerprint(&house).await;
    let status = Edit::Status(status::SOLVED);
    for viewer in [employee, &house.ours.customer] {
        assert_eq!(refused(change(&house, viewer, ticked(&numbers), status).await), Problem::Forbidden);
        assert_eq!(refused(cases::undo(viewer, &house.db, batch).await), Problem::Forbidden);
    }
    let foreign = &house.theirs.administrator;
    let receipt = change(&house, foreign, ticked(&numbers), status).await.unwrap();
    assert_eq!((receipt.changed, receipt.skipped), (0, vec![skip(numbers[0], SkipReason::NotFound)]));
    assert_eq!(refused(cases::undo(foreign, &house.db, batch).await), Problem::NotFound);
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn undo_restores_each_cases_former_value(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let numbers = cases_of(&house, 4).await;
    let [low, urgent, since, back] = numbers[..] else { unreachable!() };
    update(&house, office, low, Edit::Priority(Priority::Low)).await;
    update(&house, office, urgent, Edit::Priority(Priority::Urgent)).await;
    let receipt = change(&house, office, ticked(&numbers), Edit::Priority(Priority::High)).await.unwrap();
    let batch = receipt.batch.unwrap();
    update(&house, &house.ours.administrator, since, Edit::Priority(Priority::None)).await;
    update(&house, &house.ours.administrator, low, Edit::Status(status::ASSIGNED)).await;
    update(&house, office, back, Edit::Priority(Priority::Normal)).await;
    let undone = cases::undo(office, &house.db, batch).await.unwrap();
    assert_eq!(undone.changed, 2);
    let skipped = [skip(since, SkipReason::ChangedBy(ANNA.into())), skip(back, SkipReason::Unchanged)];
    assert_eq!(undone.skipped, skipped);
    assert_eq!(priority(&house, low).await, Priority::Low);
    assert_eq!(priority(&house, urgent).await, Priority::Urgent);
    assert_eq!(priority(&house, since).await, Priority::None);
    let change = Change::Priority { from: Priority::High, to: Priority::Low };
    assert_eq!(last_change(&house, office, low).await, [change]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_second_undo_restores_nothing_more(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let numbers = cases_of(&house, 2).await;
    let edit = Edit::Priority(Priority::High);
    let batch = change(&house, office, ticked(&numbers), edit).await.unwrap().batch.unwrap();
    let (one, other) =
        tokio::join!(cases::undo(office, &house.db, batch), cases::undo(office, &house.db, batch));
    let mut changed = [one.unwrap().changed, other.unwrap().changed];
    changed.sort();
    assert_eq!(changed, [0, 2]);
    let before = fingerprint(&house).await;
    let again = cases::undo(office, &house.db, batch).await.unwrap();
    assert_eq!(
        again.skipped,
        numbers.iter().map(|number| skip(*number, SkipReason::Unchanged)).collect::<Vec<_>>()
    );
    assert_eq!(fingerprint(&house).await, before);
    // Set again by hand: that is no longer the bulk change.
    update(&house, office, numbers[0], edit).await;
    let again = cases::undo(office, &house.db, batch).await.unwrap();
    assert_eq!(again.changed, 0);
    assert_eq!(again.skipped[0], skip(numbers[0], SkipReason::ChangedBy("Maria Lindqvist".into())));
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_administrators_take_back_what_others_did(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, administrator) = (&house.ours.office, &house.ours.administrator);
    let numbers = cases_of(&house, 2).await;
    let edit = Edit::Priority(Priority::High);
    let batch = change(&house, administrator, ticked(&numbers), edit).await.unwrap().batch.unwrap();
    assert_eq!(refused(cases::undo(office, &house.db, batch).await), Problem::NotFound);
    assert_eq!(refused(cases::undo(office, &house.db, BatchId(i64::MAX)).await), Problem::NotFound);
    assert_eq!(cases::undo(administrator, &house.db, batch).await.unwrap().changed, 2);
    let selection = Selection::Matching(Box::default());
    let batch = change(&house, office, selection, edit).await.unwrap().batch.unwrap();
    assert_eq!(cases::undo(administrator, &house.db, batch).await.unwrap().changed, 2);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_search_follows_what_closes_and_opens(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let numbers = cases_of(&house, 2).await;
    let edit = Edit::Status(status::CLOSED);
    let batch = change(&house, office, ticked(&numbers), edit).await.unwrap().batch.unwrap();
    assert!(!searched(&house, office, numbers[1]).await.0);
    cases::undo(office, &house.db, batch).await.unwrap();
    assert!(searched(&house, office, numbers[1]).await.0);
}

#[sqlx::test(migrations = "../../migrations")]
async fn bulk_changes_that_overlap_wait_for_each_other(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, administrator) = (&house.ours.office, &house.ours.administrator);
    let numbers = cases_of(&house, 20).await;
    let backwards: Vec<_> = numbers.iter().rev().copied().collect();
    let (one, other) = tokio::join!(
        change(&house, office, ticked(&numbers), Edit::Priority(Priority::High)),
        change(&house, administrator, ticked(&backwards), Edit::Priority(Priority::Low)),
    );
    let (one, other) = (one.unwrap(), other.unwrap());
    assert_eq!((one.changed + other.changed, one.skipped_in_all + other.skipped_in_all), (20, 20));
    let winner = if one.changed == 20 { Priority::High } else { Priority::Low };
    for number in numbers {
        assert_eq!(priority(&house, number).await, winner);
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn five_hundred_are_quick(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    for _ in 0..500 {
        let body = "Hyresgästen på plan 2 väntar på besked om nyckeln. ".repeat(8);
        register(&house, office, NewCase { body, ..NewCase::new("Nyckeln saknas", Channel::Phone) }).await;
    }
    let all = || Selection::Matching(Box::new(Filter::from_query("bas=alla")));
    for (edit, name) in [
        (Edit::Priority(Priority::High), "priority"),
        (Edit::Status(status::ASSIGNED), "status, open as before"),
        (Edit::Status(status::SOLVED), "status, closing"),
    ] {
        let start = Instant::now();
        let receipt = change(&house, office, all(), edit).await.unwrap();
        let changed = start.elapsed();
        assert_eq!(receipt.changed, 500);
        let start = Instant::now();
        assert_eq!(cases::undo(office, &house.db, receipt.batch.unwrap()).await.unwrap().changed, 500);
        let undone = start.elapsed();
        println!("500 cases, {name}: changed in {changed:.0?}, taken back in {undone:.0?}");
        assert!(changed < Duration::from_secs(2) && undone < Duration::from_secs(2));
    }
}
