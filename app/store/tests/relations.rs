//! How cases hang together, and handing one back.

#![allow(clippy::unwrap_used)]

mod fixtures;
mod witness;

use domain::{
    cases::{Channel, NewCase, Relation, TextEdit},
    events::{Change, NewComment, TimelineEntry},
    ids::CaseNumber,
    people::Viewer,
    problem::{Field, Problem, Refusal},
};
use fixtures::{CAFE, ELODIE, House, SOLGLANTAN, case, house, register, status};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::cases;
use witness::{fingerprint, history, invalid, last_change, refused};

/// What the viewer sees of a case's relations.
async fn related(house: &House, viewer: &Viewer, number: CaseNumber) -> Vec<(Relation, CaseNumber)> {
    let shown = cases::show(viewer, &house.db, number).await.unwrap();
    shown.relations.into_iter().map(|other| (other.relation, other.number)).collect()
}

async fn status_of(house: &House, number: CaseNumber) -> domain::ids::StatusId {
    cases::row(&house.ours.office, &house.db, number).await.unwrap().status
}

/// What is written on the case's page, oldest first.
async fn comments(house: &House, number: CaseNumber) -> Vec<(String, Option<CaseNumber>)> {
    let shown = cases::show(&house.ours.office, &house.db, number).await.unwrap();
    let comments = shown.timeline.into_iter().filter_map(|entry| match entry {
        TimelineEntry::Comment(comment) => Some((comment.body, comment.from_case)),
        TimelineEntry::Event(_) => None,
    });
    comments.collect()
}

async fn say(house: &House, number: CaseNumber, body: &str) {
    let comment = NewComment { case: number, body: body.into(), external: false };
    cases::comment(&house.ours.office, &house.db, comment).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_link_is_seen_from_both_sides_and_in_both_histories(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    let (one, two) = (case(&house, office, "Nyckeln").await, case(&house, office, "Låset").await);
    for relation in Relation::CHOSEN {
        cases::relate(office, db, one, relation, two).await.unwrap();
        assert_eq!(related(&house, office, one).await, [(relation, two)]);
        assert_eq!(related(&house, office, two).await, [(relation.reversed(), one)]);
        assert_eq!(last_change(&house, office, one).await, [Change::RelationAdded { relation, case: two }]);
        let events = history(&house, office, two).await.len();
        // Twice is once.
        cases::relate(office, db, one, relation, two).await.unwrap();
        assert_eq!(history(&house, office, two).await.len(), events);
        cases::unrelate(office, db, two, relation.reversed(), one).await.unwrap();
        assert!(related(&house, office, one).await.is_empty());
        assert_eq!(last_change(&house, office, one).await, [Change::RelationRemoved { relation, case: two }]);
    }
    assert_eq!(refused(cases::unrelate(office, db, one, Relation::Related, two).await), Problem::NotFound);
}

#[sqlx::test(migrations = "../../migrations")]
async fn nobody_is_their_own_parent_and_nobody_has_two(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    let mut numbers = Vec::new();
    for subject in ["Ett", "Två", "Tre", "Fyra"] {
        numbers.push(case(&house, office, subject).await);
    }
    let [one, two, three, four] = numbers[..] else { unreachable!() };
    cases::relate(office, db, two, Relation::Parent, one).await.unwrap();
    cases::relate(office, db, two, Relation::Child, three).await.unwrap();
    let before = fingerprint(&house).await;
    for (child, parent) in [(one, three), (one, two)] {
        let circle = cases::relate(office, db, child, Relation::Parent, parent).await;
        assert_eq!(invalid(circle), [(Field::Case, Refusal::Unknown)]);
    }
    let second = cases::relate(office, db, two, Relation::Parent, four).await;
    assert_eq!(invalid(second), [(Field::Case, Refusal::Taken)]);
    for nobody in [one, CaseNumber(99_999)] {
        let unknown = cases::relate(office, db, one, Relation::Related, nobody).await;
        assert_eq!(invalid(unknown), [(Field::Case, Refusal::Unknown)]);
    }
    // What merging and splitting leave behind is not made by hand.
    let merged = cases::relate(office, db, one, Relation::Merged, four).await;
    assert_eq!(refused(merged), Problem::Malformed);
    assert_eq!(fingerprint(&house).await, before);
    // Nor are two cases duplicates of each other.
    cases::relate(office, db, one, Relation::Original, four).await.unwrap();
    let circle = cases::relate(office, db, four, Relation::Original, one).await;
    assert_eq!(invalid(circle), [(Field::Case, Refusal::Reversed)]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn merging_brings_comments_and_people_and_is_taken_back(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    let into = case(&house, office, "Nyckeln saknas").await;
    let gone = NewCase { participants: vec![ELODIE], ..NewCase::new("Nyckeln igen", Channel::Phone) };
    let gone = register(&house, office, gone).await;
    say(&house, into, "Först").await;
    say(&house, gone, "Sedan").await;
    cases::merge(office, db, gone, into, false).await.unwrap();
    assert_eq!(comments(&house, into).await, [("Först".into(), None), ("Sedan".into(), Some(gone))]);
    assert!(!cases::row(office, db, gone).await.unwrap().is_open);
    assert_eq!(related(&house, office, into).await, [(Relation::Merged, gone)]);
    assert_eq!(related(&house, office, gone).await, [(Relation::MergedInto, into)]);
    let people = cases::show(office, db, into).await.unwrap().participants;
    assert_eq!(people.iter().map(|person| person.id).collect::<Vec<_>>(), [ELODIE]);
    let again = cases::merge(office, db, gone, into, false).await;
    assert_eq!(invalid(again), [(Field::Case, Refusal::Taken)]);
    cases::unrelate(office, db, into, Relation::Merged, gone).await.unwrap();
    assert_eq!(comments(&house, into).await, [("Först".into(), None)]);
    assert_eq!(comments(&house, gone).await, [("Sedan".into(), None)]);
    assert_eq!(status_of(&house, gone).await, status::NEW);
}

#[sqlx::test(migrations = "../../migrations")]
async fn colleagues_whom_a_merging_brought_are_told_of_in_its_entry_and_go_with_it(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (office, employee, db) = (&house.ours.office, &house.ours.employee, &house.db);
    let (added, removed) =
        (|person| Change::ParticipantAdded { person }, |person| Change::ParticipantRemoved { person });
    let people = async |number| {
        let shown = cases::show(office, db, number).await.unwrap();
        shown.participants.into_iter().map(|person| person.id).collect::<Vec<_>>()
    };
    let into = NewCase { participants: vec![ELODIE], ..NewCase::new("Nyckeln saknas", Channel::Phone) };
    let into = register(&house, office, into).await;
    let gone = NewCase {
        participants: vec![ELODIE, employee.person],
        ..NewCase::new("Nyckeln igen", Channel::Phone)
    };
    let gone = register(&house, office, gone).await;
    cases::merge(office, db, gone, into, false).await.unwrap();
    let merged = Change::RelationAdded { relation: Relation::Merged, case: gone };
    assert_eq!(last_change(&house, office, into).await, [merged, added(employee.person)]);
    assert!(cases::show(employee, db, into).await.is_ok());

    // Whoever was linked before stays.
    cases::unrelate(office, db, into, Relation::Merged, gone).await.unwrap();
    let back = Change::RelationRemoved { relation: Relation::Merged, case: gone };
    assert_eq!(last_change(&house, office, into).await, [back, removed(employee.person)]);
    assert_eq!(people(into).await, [ELODIE]);
    assert_eq!(people(gone).await.len(), 2);
    assert_eq!(refused(cases::show(employee, db, into).await), Problem::NotFound);

    // And whoever was linked by hand since, also when it is taken back from the other side.
    cases::merge(office, db, gone, into, false).await.unwrap();
    cases::unlink(office, db, into, employee.person).await.unwrap();
    cases::link(office, db, into, employee.person).await.unwrap();
    cases::unrelate(office, db, gone, Relation::MergedInto, into).await.unwrap();
    assert!(people(into).await.contains(&employee.person));
}

#[sqlx::test(migrations = "../../migrations")]
async fn merging_into_a_closed_case_is_asked_about_with_the_day_it_was_closed(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    let (into, gone) = (case(&house, office, "Ett").await, case(&house, office, "Två").await);
    for (version, status) in [(1, status::SOLVED), (2, status::NEW), (3, status::SOLVED), (4, status::CLOSED)]
    {
        cases::update(office, db, into, version, domain::cases::Edit::Status(status)).await.unwrap();
    }
    house
        .arrange("UPDATE case_event SET at = '2025-03-01 23:30+01'::timestamptz + (version - 4) * interval '1 day'")
        .await;
    let refused = invalid(cases::merge(office, db, gone, into, false).await);
    let on = chrono::NaiveDate::from_ymd_opt(2025, 3, 1).unwrap();
    assert_eq!(refused, [(Field::Case, Refusal::Closed { on })]);
    assert!(related(&house, office, gone).await.is_empty());
    cases::merge(office, db, gone, into, true).await.unwrap();
    assert_eq!(related(&house, office, gone).await, [(Relation::MergedInto, into)]);
    // One that has never been open has been closed since it was made.
    let closed = NewCase { status: Some(status::CLOSED), ..NewCase::new("Stängt", Channel::Phone) };
    let closed = register(&house, office, closed).await;
    house.arrange("UPDATE cases SET created_at = '2024-06-06 12:00+02'").await;
    let two = case(&house, office, "Tre").await;
    let refused = invalid(cases::merge(office, db, two, closed, false).await);
    let on = chrono::NaiveDate::from_ymd_opt(2024, 6, 6).unwrap();
    assert_eq!(refused, [(Field::Case, Refusal::Closed { on })]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn merging_into_another_customers_case_is_asked_about(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    let of = async |customer, status| {
        let new = NewCase { customer, status, ..NewCase::new("Nyckeln", Channel::Phone) };
        register(&house, office, new).await
    };
    let gone = of(Some(SOLGLANTAN), None).await;
    let (theirs, nobodys) = (of(Some(CAFE), None).await, of(None, None).await);
    assert_eq!(
        invalid(cases::merge(office, db, gone, theirs, false).await),
        [(Field::Case, Refusal::OtherCustomer)]
    );
    assert!(related(&house, office, gone).await.is_empty());
    let closed = of(Some(CAFE), Some(status::CLOSED)).await;
    let refused = invalid(cases::merge(office, db, gone, closed, false).await);
    let on = office.today;
    assert_eq!(refused, [(Field::Case, Refusal::OtherCustomer), (Field::Case, Refusal::Closed { on })]);
    cases::merge(office, db, gone, theirs, true).await.unwrap();
    // Nobody else reads what was written to the customer.
    let another = of(Some(SOLGLANTAN), None).await;
    cases::merge(office, db, another, nobodys, false).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_was_decided_since_a_merging_stays_when_it_is_taken_back(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    let (into, gone) = (case(&house, office, "Ett").await, case(&house, office, "Två").await);
    cases::merge(office, db, gone, into, false).await.unwrap();
    let row = cases::row(office, db, gone).await.unwrap();
    let edit = domain::cases::Edit::Status(status::ASSIGNED);
    cases::update(office, db, gone, row.version, edit).await.unwrap();
    cases::unrelate(office, db, gone, Relation::MergedInto, into).await.unwrap();
    assert_eq!(status_of(&house, gone).await, status::ASSIGNED);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_part_becomes_a_case_of_its_own(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    let new = NewCase {
        customer: Some(SOLGLANTAN),
        responsible: Some(ELODIE),
        ..NewCase::new("Nyckel och fönster", Channel::Mail)
    };
    let whole = register(&house, office, new).await;
    let text = TextEdit { subject: "Fönstren".into(), body: "Plan 3".into() };
    let part = cases::split(office, db, whole, text).await.unwrap();
    let shown = cases::show(office, db, part).await.unwrap();
    assert_eq!((shown.row.subject.as_str(), shown.body.as_str()), ("Fönstren", "Plan 3"));
    assert_eq!(shown.row.customer.unwrap().0, SOLGLANTAN);
    assert_eq!((shown.row.responsible.unwrap().id, shown.row.channel), (ELODIE, Channel::Mail));
    assert_eq!(related(&house, office, whole).await, [(Relation::SplitOff, part)]);
    let before = fingerprint(&house).await;
    let nothing =
        cases::split(office, db, whole, TextEdit { subject: " ".into(), body: String::new() }).await;
    assert_eq!(invalid(nothing), [(Field::Subject, Refusal::Empty)]);
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_part_that_goes_up_again_is_no_part_and_its_history_says_so_in_one_entry(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    let whole = case(&house, office, "Nyckel och fönster").await;
    let text = TextEdit { subject: "Fönstren".into(), body: String::new() };
    let part = cases::split(office, db, whole, text).await.unwrap();
    let added = |relation, case| Change::RelationAdded { relation, case };
    let removed = |relation, case| Change::RelationRemoved { relation, case };

    cases::merge(office, db, part, whole, true).await.unwrap();
    assert_eq!(related(&house, office, whole).await, [(Relation::Merged, part)]);
    assert_eq!(
        last_change(&house, office, whole).await,
        [removed(Relation::SplitOff, part), added(Relation::Merged, part)]
    );

    cases::unrelate(office, db, whole, Relation::Merged, part).await.unwrap();
    assert_eq!(related(&house, office, whole).await, [(Relation::SplitOff, part)]);
    assert_eq!(
        last_change(&house, office, part).await,
        [removed(Relation::MergedInto, whole), added(Relation::SplitFrom, whole)]
    );
    assert!(cases::row(office, db, part).await.unwrap().is_open);
    // And from the other side.
    cases::merge(office, db, part, whole, true).await.unwrap();
    cases::unrelate(office, db, part, Relation::MergedInto, whole).await.unwrap();
    assert_eq!(related(&house, office, part).await, [(Relation::SplitFrom, whole)]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn handed_back_it_is_the_creators_with_the_comment(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, employee, db) = (&house.ours.office, &house.ours.employee, &house.db);
    let new = NewCase { responsible: Some(employee.person), ..NewCase::new("Byt lampan", Channel::Manual) };
    let number = register(&house, office, new).await;
    let before = fingerprint(&house).await;
    assert!(matches!(
        refused(cases::hand_back(employee, db, number, " ", &[], None).await),
        Problem::Invalid(_)
    ));
    assert_eq!(fingerprint(&house).await, before);
    cases::hand_back(employee, db, number, "Lampan är bytt.", &[], None).await.unwrap();
    let row = cases::row(office, db, number).await.unwrap();
    assert_eq!(row.responsible.unwrap().id, office.person);
    assert!(row.is_open);
    assert_eq!(comments(&house, number).await, [("Lampan är bytt.".into(), None)]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_case_is_not_handed_back_to_one_who_has_left(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    let number = case(&house, &house.ours.employee, "Dammsugaren").await;
    house.arrange("UPDATE person SET active = false WHERE id = 3").await;
    let before = fingerprint(&house).await;
    let gone = cases::hand_back(office, db, number, "Klart", &[], None).await;
    assert_eq!(invalid(gone), [(Field::Responsible, Refusal::Unknown)]);
    assert_eq!(fingerprint(&house).await, before);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_one_may_not_see_is_not_named_and_not_linked(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, employee, db) = (&house.ours.office, &house.ours.employee, &house.db);
    let (seen, hidden) = (case(&house, employee, "Min").await, case(&house, office, "Hemlig").await);
    cases::relate(office, db, seen, Relation::Related, hidden).await.unwrap();
    cases::merge(office, db, hidden, seen, false).await.unwrap();
    assert!(related(&house, employee, seen).await.is_empty());
    let text = || TextEdit { subject: "Taget".into(), body: String::new() };
    let before = fingerprint(&house).await;
    for (viewer, problem) in
        [(employee, Problem::Forbidden), (&house.theirs.administrator, Problem::NotFound)]
    {
        assert_eq!(refused(cases::relate(viewer, db, seen, Relation::Related, hidden).await), problem);
        assert_eq!(refused(cases::unrelate(viewer, db, seen, Relation::Related, hidden).await), problem);
        assert_eq!(refused(cases::merge(viewer, db, seen, hidden, false).await), problem);
        assert_eq!(refused(cases::split(viewer, db, seen, text()).await), problem);
    }
    assert_eq!(refused(cases::hand_back(employee, db, hidden, "Hej", &[], None).await), Problem::NotFound);
    assert_eq!(
        refused(cases::hand_back(&house.theirs.administrator, db, seen, "Hej", &[], None).await),
        Problem::NotFound
    );
    assert_eq!(fingerprint(&house).await, before);
}
