//! The page of one case: everything about it, and its timeline.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;

use domain::{
    cases::{Channel, CustomerCard, Edit, NewCase, Priority},
    events::{Change, NewComment, TimelineEntry},
    ids::{CaseNumber, PersonId},
    people::Role,
    phone::Phone,
};
use fixtures::{ELODIE, House, KARIN, SOLGLANTAN, case, house, register, status};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

async fn comment(house: &House, case: CaseNumber, body: &str, external: bool) {
    let new = NewComment { case, body: body.into(), external };
    store::cases::comment(&house.ours.office, &house.db, new).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_case_shows_its_text_people_and_customer(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let new = NewCase {
        body: "Första raden.\n\nAndra stycket.".into(),
        customer: Some(SOLGLANTAN),
        responsible: Some(PersonId(3)),

        participants: vec![PersonId(4), ELODIE, PersonId(3)],
        ..NewCase::new("Nyckel", Channel::Phone)
    };
    let number = register(&house, office, new).await;
    let shown = store::cases::show(office, &house.db, number).await.unwrap();
    assert_eq!(shown.body, "Första raden.\n\nAndra stycket.");
    assert_eq!(shown.created_by.name, "Maria Lindqvist");
    let names: Vec<_> = shown.participants.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Élodie Zetterström", "Johan Åkesson", "Sara Öberg"]);
    let card = shown.customer.unwrap();
    let expected = CustomerCard {
        id: SOLGLANTAN,
        name: "BRF Solgläntan".into(),
        phone: Phone::parse("08-123 45 67"),
        email: Some("kund@example.se".into()),
        address: Some("Storgatan 12, 114 32 Stockholm".into()),
        has_sites: true,
        field_notes: String::new(),
        secrets: Vec::new(),
        open_cases: card.open_cases,
    };
    assert_eq!((card.open_cases.to_string().as_str(), card), ("1", expected));
    assert_eq!(shown.row, store::cases::row(office, &house.db, number).await.unwrap());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_customer_without_address_has_none(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    house.arrange("UPDATE customer_site SET street = '', postal_code = '', town = ''").await;
    let new = NewCase { customer: Some(KARIN), ..NewCase::new("Fråga", Channel::Mail) };
    let number = register(&house, &house.ours.office, new).await;
    let shown = store::cases::show(&house.ours.office, &house.db, number).await.unwrap();
    assert_eq!(shown.customer.unwrap().address, None);
}

/// "Registered", "Fråga till kunden!" … as one reads it from top to bottom.
fn told(timeline: &[TimelineEntry]) -> Vec<String> {
    let told = timeline.iter().map(|entry| match entry {
        TimelineEntry::Comment(comment) => {
            format!(
                "{}: {}{}",
                comment.author.person.name,
                comment.body,
                if comment.external { "!" } else { "" }
            )
        }
        TimelineEntry::Event(event) if event.changes.is_empty() => {
            format!("{} registered", event.actor.person.name)
        }
        TimelineEntry::Event(event) => {
            let changes = event.changes.iter().map(|named| {
                let name = |name: &Option<String>| name.clone().unwrap_or_else(|| "-".into());
                let property = serde_json::to_value(&named.change).unwrap()["property"].clone();
                format!(
                    "{} {} > {}",
                    property.as_str().unwrap(),
                    name(&named.from_name),
                    name(&named.to_name)
                )
            });
            changes.collect::<Vec<_>>().join(", ")
        }
    });
    told.collect()
}

#[sqlx::test(migrations = "../../migrations")]
async fn comments_and_history_are_one_timeline(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Nyckel").await;
    comment(&house, number, "Intern anteckning", false).await;
    let edits = [
        Edit::Responsible(Some(PersonId(3))),
        Edit::Responsible(Some(ELODIE)),
        Edit::Customer(Some(SOLGLANTAN)),
        Edit::Customer(Some(KARIN)),
        Edit::Priority(Priority::High),
        Edit::Status(status::SOLVED),
    ];
    for (version, edit) in (1..).zip(edits) {
        store::cases::update(office, &house.db, number, version, edit).await.unwrap();
    }
    store::cases::link(office, &house.db, number, PersonId(4)).await.unwrap();
    store::cases::unlink(office, &house.db, number, PersonId(4)).await.unwrap();
    comment(&house, number, "Till kunden", true).await;
    let timeline = store::cases::show(office, &house.db, number).await.unwrap().timeline;
    let expected = [
        "Maria Lindqvist registered",
        "Maria Lindqvist: Intern anteckning",
        "responsible - > Johan Åkesson",
        "responsible Johan Åkesson > Élodie Zetterström",
        "customer - > BRF Solgläntan",
        "customer BRF Solgläntan > Karin Ljungström",
        "priority - > -",
        "status - > -",
        "participant_added - > Sara Öberg",
        "participant_removed - > Sara Öberg",
        "Maria Lindqvist: Till kunden!",
    ];
    assert_eq!(told(&timeline), expected);
    let TimelineEntry::Event(event) = &timeline[6] else { panic!("{:?}", timeline[6]) };
    assert_eq!(event.changes[0].change, Change::Priority { from: Priority::Normal, to: Priority::High });
    assert_eq!((event.actor.role, event.bulk), (Role::Office, false));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_order_survives_the_end_of_summer_time(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let number = case(&house, &house.ours.office, "Nattens ärende").await;
    comment(&house, number, "02:50, summer time", false).await;
    comment(&house, number, "02:10, normal time", false).await;
    house
        .arrange(
            "UPDATE case_event SET at = '2026-10-25 00:30Z';
             UPDATE case_comment SET created_at = '2026-10-25 00:50Z' WHERE body LIKE '%summer%';
             UPDATE case_comment SET created_at = '2026-10-25 01:10Z' WHERE body LIKE '%normal%'",
        )
        .await;
    let timeline = store::cases::show(&house.ours.office, &house.db, number).await.unwrap().timeline;
    let times = timeline.iter().map(|entry| match entry {
        TimelineEntry::Comment(comment) => comment.at.format("%H:%M").to_string(),
        TimelineEntry::Event(event) => event.at.format("%H:%M").to_string(),
    });
    assert_eq!(times.collect::<Vec<_>>(), ["02:30", "02:50", "02:10"]);
}
