//! Who is told of what.

#![allow(clippy::unwrap_used)]

mod fixtures;
mod witness;

use domain::{
    cases::{Channel, Edit, NewCase, Priority},
    events::NewComment,
    ids::CaseNumber,
    notifications::NotificationKind::{self, Assigned, Change, Comment, Mention},
    people::Viewer,
    problem::{Field, Problem, Refusal},
};
use fixtures::{ELODIE, House, case, house, register};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{cases, notifications};
use witness::refused;

/// What the viewer has not read, the latest first; the count beside the menu says the same.
async fn unread(house: &House, viewer: &Viewer) -> Vec<(NotificationKind, CaseNumber)> {
    let told = notifications::list(viewer, &house.db).await.unwrap();
    let unread: Vec<_> = told.into_iter().filter(|one| !one.read).map(|one| (one.kind, one.number)).collect();
    let counted = cases::quick_counts(viewer, &house.db).await.unwrap().unread.counted;
    assert_eq!(usize::try_from(counted).unwrap(), unread.len());
    unread
}

async fn say(house: &House, viewer: &Viewer, number: CaseNumber, body: &str) {
    let comment = NewComment { case: number, body: body.into(), external: false };
    cases::comment(viewer, &house.db, comment).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_is_mentioned_is_linked_and_told_once(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, sara, db) = (&house.ours.office, &house.ours.colleague, &house.db);
    let number = case(&house, office, "Nyckeln").await;
    say(&house, office, number, "Kan du titta, @Sara Öberg? Och @sara öberg, ring sedan.").await;
    assert_eq!(unread(&house, sara).await, [(Mention, number)]);
    let linked = cases::show(office, db, number).await.unwrap().participants;
    assert_eq!(linked.iter().map(|person| person.id).collect::<Vec<_>>(), [sara.person]);
    say(&house, office, number, "@Sara Öberg: klart?").await;
    assert_eq!(unread(&house, sara).await, [(Mention, number)]);
    // Who opens the case has read it, and is told what is left.
    let other = case(&house, office, "Låset").await;
    say(&house, office, other, "@Sara Öberg").await;
    let left = async |number| cases::show(sara, db, number).await.unwrap().unread.map(|left| left.counted);
    assert_eq!([left(number).await, left(number).await, left(other).await], [Some(1), None, Some(0)]);
    assert!(unread(&house, sara).await.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_a_whole_name_of_a_colleague_at_work_is_a_mention(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (office, db) = (&house.ours.office, &house.db);
    house.arrange("UPDATE person SET user_name = 'elodie' WHERE id = 7 AND company_id = (SELECT min(id) FROM company)").await;
    let number = case(&house, office, "Nyckeln").await;
    for nobody in [
        "@Sara Öbergson",
        "sara@Sara",
        "@Olle Borta",
        "@Karin Ljungström",
        "@Maria Lindqvist",
        "@ Sara Öberg",
    ] {
        say(&house, office, number, nobody).await;
    }
    let told: i64 =
        sqlx::query_scalar("SELECT count(*) FROM notification").fetch_one(&house.owner).await.unwrap();
    assert_eq!(told, 0);
    say(&house, office, number, "Fråga @elodie.").await;
    let linked = cases::show(office, db, number).await.unwrap().participants;
    assert_eq!(linked.iter().map(|person| person.id).collect::<Vec<_>>(), [ELODIE]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn of_namesakes_the_one_with_the_number_is_linked_and_told(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (office, sara, db) = (&house.ours.office, &house.ours.colleague, &house.db);
    house.arrange("UPDATE person SET name = 'Sara Öberg' WHERE id = 7").await;
    let number = case(&house, office, "Nyckeln").await;
    let vague = NewComment { case: number, body: "Hej @Sara Öberg!".into(), external: false };
    let refusal = refused(cases::comment(office, db, vague).await);
    assert_eq!(refusal, Problem::refused(Field::Comment, Refusal::Ambiguous));
    say(&house, office, number, "Hej @sara öberg (7), kan du?").await;
    let linked = cases::show(office, db, number).await.unwrap().participants;
    assert_eq!(linked.iter().map(|person| person.id).collect::<Vec<_>>(), [ELODIE]);
    assert!(unread(&house, sara).await.is_empty());
    // Who cannot look the number up calls both.
    let number = case(&house, sara, "Dammsugaren").await;
    say(&house, sara, number, "@Sara Öberg (99)").await;
    let told = sqlx::query_scalar("SELECT person_id FROM notification WHERE number = $1").bind(number);
    let told: Vec<i32> = told.fetch_all(&house.owner).await.unwrap();
    assert_eq!(told, [ELODIE.0]);
    // A number after a name that only one has is only a number.
    say(&house, office, number, "@Johan Åkesson (3) och @Johan Åkesson (2)").await;
    let linked = cases::show(office, db, number).await.unwrap().participants;
    assert_eq!(linked.iter().map(|person| person.id).collect::<Vec<_>>(), [house.ours.employee.person]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn watchers_are_told_of_what_others_do(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, anna, db) = (&house.ours.office, &house.ours.administrator, &house.db);
    let number = case(&house, office, "Nyckeln").await;
    notifications::watch(anna, db, number, true).await.unwrap();
    notifications::watch(anna, db, number, true).await.unwrap();
    assert!(cases::show(anna, db, number).await.unwrap().watched);
    say(&house, anna, number, "Mitt eget").await;
    assert!(unread(&house, anna).await.is_empty());
    say(&house, office, number, "Annat").await;
    cases::update(office, db, number, 1, Edit::Priority(Priority::High)).await.unwrap();
    assert_eq!(unread(&house, anna).await, [(Change, number), (Comment, number)]);
    let first = notifications::list(anna, db).await.unwrap().remove(0).id;
    notifications::read(office, db, Some(first)).await.unwrap();
    notifications::read(anna, db, Some(first)).await.unwrap();
    assert_eq!(unread(&house, anna).await, [(Comment, number)]);
    notifications::read(anna, db, None).await.unwrap();
    notifications::watch(anna, db, number, false).await.unwrap();
    say(&house, office, number, "Mer").await;
    assert!(unread(&house, anna).await.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn nobody_is_told_of_what_they_may_not_see(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, employee, sara, db) =
        (&house.ours.office, &house.ours.employee, &house.ours.colleague, &house.db);
    let number = case(&house, employee, "Dammsugaren").await;
    // An employee links nobody, so the mention shows her nothing.
    say(&house, employee, number, "@Sara Öberg").await;
    assert!(unread(&house, sara).await.is_empty());
    for stranger in [sara, &house.theirs.administrator] {
        assert_eq!(refused(notifications::watch(stranger, db, number, true).await), Problem::NotFound);
    }
    notifications::watch(employee, db, number, true).await.unwrap();
    house.arrange("UPDATE cases SET created_by = 2").await;
    say(&house, office, number, "Inte längre din").await;
    assert!(unread(&house, employee).await.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_becomes_responsible_by_another_is_told(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, employee, db) = (&house.ours.office, &house.ours.employee, &house.db);
    let to = |viewer: &Viewer| Edit::Responsible(Some(viewer.person));
    let number = case(&house, office, "Byt lampan").await;
    cases::update(office, db, number, 1, to(office)).await.unwrap();
    assert!(unread(&house, office).await.is_empty());
    cases::update(office, db, number, 2, to(employee)).await.unwrap();
    assert_eq!(unread(&house, employee).await, [(Assigned, number)]);
    // Handed back, it is told to who made it.
    cases::hand_back(employee, db, number, "Lampan är bytt.", &[], None).await.unwrap();
    assert_eq!(unread(&house, office).await, [(Assigned, number)]);
    // And of a new case.
    let new = NewCase { responsible: Some(employee.person), ..NewCase::new("En till", Channel::Manual) };
    let new = register(&house, office, new).await;
    assert_eq!(unread(&house, employee).await, [(Assigned, new)]);
    assert_eq!(unread(&house, office).await, [(Assigned, number)]);
}
