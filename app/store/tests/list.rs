//! The list: every filter, every order, page after page, and its counts.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;

use chrono::{Days, NaiveDate, NaiveDateTime};
use domain::{
    cases::{Base, CasePage, Channel, Count, Cursor, DateRange, Filter, NewCase, Priority, Sort, SortKey},
    ids::{CaseNumber, PersonId, TypeId},
    people::Viewer,
};
use fixtures::{CAFE, House, KARIN, SOLGLANTAN, case, house, register, status};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use std::collections::HashSet;

async fn page(house: &House, viewer: &Viewer, filter: &Filter) -> CasePage {
    store::cases::list(viewer, &house.db, filter).await.unwrap()
}

fn numbers(page: &CasePage) -> Vec<i32> {
    page.rows.iter().map(|row| row.number.0).collect()
}

/// What the filter with that address finds, for the office, smallest number first.
async fn found(house: &House, query: &str) -> Vec<i32> {
    let filter = Filter::from_query(&format!("{query}&sort=nr"));
    numbers(&page(house, &house.ours.office, &filter).await)
}

async fn every_page(house: &House, viewer: &Viewer, filter: &Filter) -> Vec<i32> {
    let (mut filter, mut all) = (filter.clone(), Vec::new());
    loop {
        let page = page(house, viewer, &filter).await;
        assert!(page.rows.len() <= CasePage::SIZE);
        all.extend(numbers(&page));
        match page.next {
            Some(next) => filter.after = Some(next),
            None => return all,
        }
    }
}

/// One case for each property, so that each filter finds just its own.
async fn one_of_each(house: &House) {
    let office = &house.ours.office;
    let today = office.today;
    let plain = |subject: &str| NewCase::new(subject, Channel::Phone);
    register(house, office, plain("1 plain")).await;
    register(house, office, NewCase { priority: Priority::High, ..plain("2 high") }).await;
    register(house, office, NewCase { channel: Channel::Mail, ..plain("3 by mail") }).await;
    register(house, office, NewCase { case_type: Some(TypeId(1)), ..plain("4 complaint") }).await;
    register(house, office, NewCase { status: Some(status::SOLVED), ..plain("5 solved") }).await;
    register(house, office, NewCase { status: Some(status::ASSIGNED), ..plain("6 assigned") }).await;
    register(house, office, NewCase { responsible: Some(PersonId(3)), ..plain("7 Johan's") }).await;
    register(house, office, NewCase { participants: vec![PersonId(4)], ..plain("8 with Sara") }).await;
    register(house, office, NewCase { customer: Some(KARIN), ..plain("9 Karin's") }).await;
    register(house, office, NewCase { due_on: Some(today), ..plain("10 due today") }).await;
    register(house, &house.ours.administrator, plain("11 by Anna")).await;
    register(house, office, NewCase { responsible: Some(PersonId(2)), ..plain("12 mine") }).await;
    register(house, office, plain("13 overdue")).await;
    register(house, office, plain("14 of the new year's first minute")).await;
    house
        .arrange(
            "UPDATE cases SET due_on = (now() AT TIME ZONE 'Europe/Stockholm')::date - 1 WHERE number = 13;
             UPDATE cases SET created_at = '2024-12-31 23:00Z' WHERE number = 14",
        )
        .await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn each_filter_finds_its_own(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    one_of_each(&house).await;
    let today = house.ours.office.today;
    let open: Vec<i32> = (1..=14).filter(|number| *number != 5).collect();
    let without = |number: i32| open.iter().copied().filter(|other| *other != number).collect::<Vec<_>>();
    assert_eq!(found(&house, "").await, open);
    assert_eq!(found(&house, "bas=stangd").await, [5]);
    assert_eq!(found(&house, "bas=alla").await, (1..=14).collect::<Vec<_>>());
    assert_eq!(found(&house, "status=lost").await, [5]);
    assert_eq!(found(&house, "status=tilldelad").await, [6]);
    assert_eq!(found(&house, "status=lost,tilldelad").await, [5, 6]);
    assert_eq!(found(&house, "status=lost&bas=oppen").await, [0; 0]);
    assert_eq!(found(&house, "status=no-such").await, [0; 0]);
    assert_eq!(found(&house, "prioritet=hog").await, [2]);
    assert_eq!(found(&house, "prioritet=normal").await, without(2));
    assert_eq!(found(&house, "kanal=epost").await, [3]);
    assert_eq!(found(&house, "typ=klagomal,no-such").await, [4]);
    assert_eq!(found(&house, "typ=no-such").await, [0; 0]);
    assert_eq!(found(&house, "ansvarig=3").await, [7]);
    assert_eq!(found(&house, "ansvarig=jag").await, [12]);
    assert_eq!(found(&house, "ansvarig=jag,3").await, [7, 12]);
    assert_eq!(found(&house, "ansvarig=ingen,3").await, without(12));
    assert_eq!(found(&house, "anstalld=4").await, [8]);
    assert_eq!(found(&house, "anstalld=jag").await, [0; 0]);
    assert_eq!(found(&house, "skapadav=1").await, [11]);
    assert_eq!(found(&house, "skapadav=jag").await, without(11));
    assert_eq!(found(&house, "kund=1002,1003").await, [9]);
    assert_eq!(found(&house, &format!("forfaller={today}..{today}")).await, [10]);
    assert_eq!(found(&house, "forfaller=idag").await, [10]);
    assert!(found(&house, "forfaller=imorgon").await.is_empty());
    assert_eq!(found(&house, "skapad=idag").await, without(14));
    assert!(found(&house, "skapad=igar&bas=alla").await.is_empty());
    assert_eq!(found(&house, &format!("forfaller=..{today}")).await, [10, 13]);
    assert_eq!(found(&house, &format!("forfaller={today}..")).await, [10]);
    assert_eq!(found(&house, "forsenade=ja").await, [13]);
    house.arrange("UPDATE cases SET is_open = false, status_id = 6 WHERE number = 13").await;
    assert!(found(&house, "forsenade=ja&bas=alla").await.is_empty());
    house.arrange("UPDATE cases SET is_open = true, status_id = 1 WHERE number = 13").await;
    // Midnight is Stockholm's.
    assert_eq!(found(&house, "skapad=2025-01-01..2025-01-01").await, [14]);
    assert_eq!(found(&house, "skapad=..2024-12-31").await, [0; 0]);
    assert_eq!(found(&house, &format!("skapad={today}..")).await, without(14));
    assert_eq!(found(&house, "ansvarig=3&prioritet=normal&kanal=telefon").await, [7]);
    assert_eq!(found(&house, "ansvarig=3&prioritet=hog").await, [0; 0]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_row_tells_all_that_the_list_shows(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let body = format!("Hej!\n\n  Vi saknar  en nyckel. {}", "x".repeat(300));
    let new = NewCase {
        body,
        customer: Some(CAFE),
        responsible: Some(PersonId(3)),
        case_type: Some(TypeId(4)),
        priority: Priority::Urgent,
        due_on: office.today.checked_add_days(Days::new(3)),
        ..NewCase::new("Nyckel saknas", Channel::Mail)
    };
    let number = register(&house, office, new).await;
    house
        .arrange("UPDATE cases SET created_at = '2026-07-01 10:00Z', updated_at = '2026-11-01 10:00Z'")
        .await;
    let page = page(&house, office, &Filter::default()).await;
    let row = &page.rows[0];
    assert_eq!((row.number, row.version, row.subject.as_str()), (number, 1, "Nyckel saknas"));
    assert!(row.excerpt.starts_with("Hej! Vi saknar en nyckel. xxx"));
    assert_eq!(row.excerpt.chars().count(), 140);
    assert_eq!((row.status, row.is_open), (status::NEW, true));
    assert_eq!(
        (row.priority, row.channel, row.case_type),
        (Priority::Urgent, Channel::Mail, Some(TypeId(4)))
    );
    assert_eq!(row.responsible.as_ref().map(|person| person.name.as_str()), Some("Johan Åkesson"));
    assert_eq!(row.customer, Some((CAFE, "Café Très Bon AB".into())));
    // Summer time and normal time.
    assert_eq!(row.created_at, "2026-07-01T12:00:00".parse::<NaiveDateTime>().unwrap());
    assert_eq!(row.updated_at, "2026-11-01T11:00:00".parse::<NaiveDateTime>().unwrap());
    assert_eq!(row.due_on, office.today.checked_add_days(Days::new(3)));
    assert_eq!(store::cases::row(office, &house.db, number).await.unwrap(), *row);
}

/// 120 cases with many equal values, so that pages begin within runs of them.
async fn many(house: &House) {
    for index in 0..120 {
        let new = NewCase {
            priority: Priority::ALL[index % 3],
            ..NewCase::new(format!("Case {index}"), Channel::Phone)
        };
        register(house, &house.ours.office, new).await;
    }
    house
        .arrange(
            "UPDATE cases SET
                 created_at = '2026-01-01'::timestamptz + number % 2 * interval '1 microsecond',
                 updated_at = '2026-02-01'::timestamptz - number % 4 * interval '1 day',
                 due_on = CASE WHEN number % 3 > 0 THEN date '2026-03-01' + number % 2 END",
        )
        .await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn every_order_pages_without_loss_or_double(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    many(&house).await;
    for key in SortKey::ALL {
        for descending in [false, true] {
            for base in [None, Some(Base::All)] {
                let filter = Filter { sort: Sort { key, descending }, base, ..Filter::default() };
                let all = every_page(&house, &house.ours.office, &filter).await;
                assert_eq!(all.len(), 120, "{key:?}");
                assert_eq!(all.iter().collect::<HashSet<_>>().len(), 120, "{key:?}");
                let mut expected = sorted(&house, key).await;
                if descending {
                    expected.reverse();
                }
                assert_eq!(all, expected, "{key:?} descending: {descending}");
            }
        }
    }
}

async fn sorted(house: &House, key: SortKey) -> Vec<i32> {
    let sql = match key {
        SortKey::Created => "SELECT number FROM cases ORDER BY created_at, number",
        SortKey::Due => "SELECT number FROM cases ORDER BY due_on NULLS LAST, number",
        SortKey::Priority => "SELECT number FROM cases ORDER BY priority, number",
        SortKey::Updated => "SELECT number FROM cases ORDER BY updated_at, number",
        SortKey::Number => "SELECT number FROM cases ORDER BY number",
    };
    sqlx::query_scalar(sql).fetch_all(&house.owner).await.unwrap()
}

#[sqlx::test(migrations = "../../migrations")]
async fn filtered_and_searched_lists_page_as_well(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    many(&house).await;
    for (query, count) in
        [("prioritet=ingen,lag", 80), ("q=case", 120), ("q=case&ansvarig=ingen&sort=forfaller", 120)]
    {
        let all = every_page(&house, &house.ours.office, &Filter::from_query(query)).await;
        assert_eq!(all.len(), count, "{query}");
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), count, "{query}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_malformed_cursor_gives_the_first_page(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let number = case(&house, &house.ours.office, "Only one").await;
    for cursor in
        ["x", "nr.0.5", "skapad.x.1", "skapad.9223372036854775807.1", "skapad.1.1'; DROP TABLE cases"]
    {
        let filter = Filter { after: Some(Cursor(cursor.into())), ..Filter::default() };
        assert_eq!(numbers(&page(&house, &house.ours.office, &filter).await), [number.0], "{cursor}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_cannot_be_stored_is_no_page_of_ours(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let mut hostile = vec![Filter { types: vec!["\0".into()], ..Filter::default() }];
    let far = DateRange { from: None, to: Some(NaiveDate::MIN) };
    hostile.push(Filter { created: far.into(), ..Filter::default() });
    for filter in hostile {
        let refused = store::cases::list(&house.ours.office, &house.db, &filter).await;
        assert!(
            matches!(refused, Err(store::Error::Refused(domain::problem::Problem::Malformed))),
            "{refused:?}"
        );
    }
    // Among the company's words it is unknown, as any other.
    case(&house, &house.ours.office, "Only one").await;
    for unknown in ["\0", "nowhere"] {
        let filter = Filter { statuses: vec![unknown.into()], ..Filter::default() };
        assert_eq!(numbers(&page(&house, &house.ours.office, &filter).await), [] as [i32; 0]);
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn counts_tell_of_matching_open_and_closed(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    one_of_each(&house).await;
    let office = &house.ours.office;
    let count = async |query| {
        let page = page(&house, office, &Filter::from_query(query)).await;
        (page.matching, page.open, page.closed_matching)
    };
    let of = Count::of;
    assert_eq!(count("").await, (of(13), of(13), None));
    assert_eq!(count("ansvarig=jag").await, (of(1), of(13), None));
    assert_eq!(count("bas=alla").await, (of(14), of(13), None));
    assert_eq!(count("q=solved").await, (of(0), of(13), Some(of(1))));
    assert_eq!(count("q=nothing").await, (of(0), of(13), Some(of(0))));
    assert_eq!(count("bas=stangd&q=nothing").await, (of(0), of(13), None));
}

#[sqlx::test(migrations = "../../migrations")]
async fn counting_stops_at_a_thousand(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    case(&house, &house.ours.office, "Copied").await;
    house
        .arrange(
            "INSERT INTO cases (company_id, number, created_by, status_id, priority, channel, is_open, subject)
             SELECT company_id, n, created_by, status_id, priority, channel, is_open, subject
             FROM cases, generate_series(2, 1001) AS n;
             INSERT INTO case_text (company_id, number, is_open, body, search_text, search_words)
             SELECT company_id, n, is_open, body, search_text, search_words
             FROM case_text, generate_series(2, 1001) AS n",
        )
        .await;
    let page = page(&house, &house.ours.office, &Filter::default()).await;
    assert_eq!((page.matching.to_string(), page.open.to_string()), ("1000+".into(), "1000+".into()));
}

#[sqlx::test(migrations = "../../migrations")]
async fn quick_counts_are_of_open_cases(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    one_of_each(&house).await;
    let mine = NewCase {
        responsible: Some(PersonId(2)),
        status: Some(status::CLOSED),
        ..NewCase::new("x", Channel::Phone)
    };
    register(&house, &house.ours.office, mine).await;
    let counts = store::cases::quick_counts(&house.ours.office, &house.db).await.unwrap();
    assert_eq!((counts.mine, counts.new, counts.open), (Count::of(1), Count::of(12), Count::of(13)));
    let late_and_closed =
        "UPDATE cases SET due_on = CASE WHEN number <= 2 OR NOT is_open THEN DATE '2026-01-02' END";
    house.arrange(late_and_closed).await;
    let counts = store::cases::quick_counts(&house.ours.office, &house.db).await.unwrap();
    assert_eq!(counts.overdue, Count::of(2));
}

#[sqlx::test(migrations = "../../migrations")]
async fn neighbours_follow_filter_and_order(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    many(&house).await;
    let office = &house.ours.office;
    for query in [
        "",
        "sort=forfaller",
        "sort=-forfaller",
        "sort=prioritet",
        "sort=-andrad&prioritet=lag",
        "sort=nr&q=case",
    ] {
        let filter = Filter::from_query(query);
        let order = every_page(&house, office, &filter).await;
        for place in [0, 1, 25, order.len() - 1] {
            let neighbours =
                store::cases::neighbours(office, &house.db, &filter, CaseNumber(order[place])).await.unwrap();
            let at = |place: Option<usize>| place.and_then(|place| order.get(place)).copied().map(CaseNumber);
            assert_eq!(neighbours.previous, at(place.checked_sub(1)), "{query} {place}");
            assert_eq!(neighbours.next, at(Some(place + 1)), "{query} {place}");
            let (nth, of) = neighbours.place.unwrap();
            assert_eq!((nth as usize, of.counted as usize), (place + 1, order.len()), "{query} {place}");
        }
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_case_that_left_the_list_keeps_its_neighbours(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    for subject in ["first", "second", "third"] {
        case(&house, office, subject).await;
    }
    house.arrange("UPDATE cases SET status_id = 6, is_open = false WHERE number = 2").await;
    let filter = Filter::from_query("sort=nr");
    let neighbours = store::cases::neighbours(office, &house.db, &filter, CaseNumber(2)).await.unwrap();
    assert_eq!((neighbours.previous, neighbours.next), (Some(CaseNumber(1)), Some(CaseNumber(3))));
    assert_eq!(neighbours.place, None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn similar_cases_are_the_customers_newest_open_ones(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let of = |customer, status| NewCase { customer, status, ..NewCase::new("Nyckel", Channel::Phone) };
    for _ in 0..6 {
        register(&house, office, of(Some(SOLGLANTAN), None)).await;
    }
    register(&house, office, of(Some(SOLGLANTAN), Some(status::SOLVED))).await;
    register(&house, office, of(Some(KARIN), None)).await;
    let similar = store::cases::similar(office, &house.db, SOLGLANTAN).await.unwrap();
    assert_eq!(similar.iter().map(|case| case.number.0).collect::<Vec<_>>(), [6, 5, 4, 3, 2]);
    assert_eq!((similar[0].subject.as_str(), similar[0].status), ("Nyckel", status::NEW));
}
