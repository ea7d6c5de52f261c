//! The search in cases: what is found, and what is not.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;

use domain::{
    cases::{Channel, Filter, NewCase, TextEdit},
    events::NewComment,
    ids::CaseNumber,
};
use fixtures::{CAFE, House, SOLGLANTAN, case, house, register, status};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

/// The numbers that the office finds, smallest first.
async fn found(house: &House, text: &str, base: &str) -> Vec<i32> {
    let mut filter = Filter::from_query(&format!("{base}&sort=nr"));
    filter.query = text.into();
    let page = store::cases::list(&house.ours.office, &house.db, &filter).await.unwrap();
    page.rows.iter().map(|row| row.number.0).collect()
}

async fn found_open(house: &House, text: &str) -> Vec<i32> {
    found(house, text, "").await
}

async fn found_closed(house: &House, text: &str) -> Vec<i32> {
    found(house, text, "bas=stangd").await
}

async fn closed(house: &House, subject: &str) -> CaseNumber {
    let new = NewCase { status: Some(status::SOLVED), ..NewCase::new(subject, Channel::Phone) };
    register(house, &house.ours.office, new).await
}

const NONE: [i32; 0] = [];

#[sqlx::test(migrations = "../../migrations")]
async fn letters_of_swedish_are_kept_apart_and_accents_folded(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    for subject in ["Kunden får ny dammsugare", "Far till kunden ringde", "Idé om kaffe på Café Ångström"]
    {
        closed(&house, subject).await;
    }
    assert_eq!(found_closed(&house, "får").await, [1]);
    assert_eq!(found_closed(&house, "far").await, [2]);
    assert_eq!(found_closed(&house, "ide cafe").await, [3]);
    assert_eq!(found_closed(&house, "IDÉ").await, [3]);
    assert_eq!(found_closed(&house, "ångström").await, [3]);
    assert_eq!(found_closed(&house, "angstrom").await, NONE);
    // As a Mac types it: letter and ring apart.
    assert_eq!(found_closed(&house, "A\u{30a}ngstro\u{308}m").await, [3]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn text_typed_on_a_mac_is_found(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    closed(&house, "Sta\u{308}dning uteblev").await;
    assert_eq!(found_closed(&house, "städning").await, [1]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn words_are_found_by_stem_and_beginning(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    closed(&house, "Fönsterputsningen var ojämn, kunden klagade").await;
    for text in ["fönsterputsning", "fönsterputs", "FÖNSTER", "kunder", "klagar", "kund fönster"] {
        assert_eq!(found_closed(&house, text).await, [1], "{text}");
    }
    for text in ["putsning", "kund dammsugare", "önster"] {
        assert_eq!(found_closed(&house, text).await, NONE, "{text}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn open_cases_are_found_inside_words(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    case(&house, &house.ours.office, "Storstädning i trapphuset").await;
    closed(&house, "Storstädning i källaren").await;
    assert_eq!(found_open(&house, "städning").await, [1]);
    assert_eq!(found_open(&house, "städning huset").await, [1]);
    // One word by its stem, the other inside.
    assert_eq!(found_open(&house, "trapphusens städning").await, [1]);
    assert_eq!(found_closed(&house, "städning").await, NONE);
    assert_eq!(found(&house, "städning", "bas=alla").await, [1]);
    assert_eq!(found(&house, "storstädning", "bas=alla").await, [1, 2]);
    // Too short for the inside of words.
    assert_eq!(found_open(&house, "st").await, [1]);
    assert_eq!(found_open(&house, "pp").await, NONE);
}

#[sqlx::test(migrations = "../../migrations")]
async fn subject_body_comments_and_customer_are_searched_together(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let new = NewCase {
        body: "Gäller hissen på plan 3. Ring anna@example.se, 070-123 45 67.".into(),
        customer: Some(SOLGLANTAN),
        status: Some(status::SOLVED),
        ..NewCase::new("Golvet är halt", Channel::Phone)
    };
    let number = register(&house, office, new).await;
    let body = "Vaktmästaren har larmkoden.".into();
    store::cases::comment(office, &house.db, NewComment { case: number, body, external: false })
        .await
        .unwrap();
    for text in
        ["golv", "hiss", "vaktmästare", "solgläntan", "brf golv larmkod", "anna@example.se", "070-1234567 45"]
    {
        let expected: &[i32] = if text.contains("1234567") { &[] } else { &[1] };
        assert_eq!(found_closed(&house, text).await, expected, "{text}");
    }
    assert_eq!(found_closed(&house, "070-123 45 67").await, [1]);
    assert_eq!(found_closed(&house, "example").await, [1]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_finds_its_case_open_or_closed(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    case(&house, &house.ours.office, "Open").await;
    closed(&house, "Closed").await;
    case(&house, &house.ours.office, "Order 2 is late").await;
    assert_eq!(found_open(&house, "1").await, [1]);
    assert_eq!(found_open(&house, "2").await, [2, 3]);
    assert_eq!(found_open(&house, "#2").await, [2, 3]);
    assert_eq!(found_open(&house, "nr 2").await, [2]);
    assert_eq!(found_open(&house, "4711").await, NONE);
    assert_eq!(found_open(&house, "99999999999").await, NONE);
    // Other filters still hold.
    assert_eq!(found(&house, "2", "prioritet=hog").await, NONE);
}

#[sqlx::test(migrations = "../../migrations")]
async fn closing_and_opening_is_noticed(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Trappstädning").await;
    let set = async |version, status| {
        let edit = domain::cases::Edit::Status(status);
        store::cases::update(office, &house.db, number, version, edit).await.unwrap().row.version
    };
    let version = set(1, status::SOLVED).await;
    assert_eq!((found_open(&house, "trapp").await, found_closed(&house, "trapp").await), (vec![], vec![1]));
    set(version, status::NEW).await;
    assert_eq!(
        (found_open(&house, "städning").await, found_closed(&house, "trapp").await),
        (vec![1], vec![])
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn hostile_and_empty_words_do_no_harm(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    case(&house, &house.ours.office, "100 % nöjd_kund \\ 'quoted' & (or) | !not <-> :*").await;
    for text in ["100 % nöjd", "'quoted'", "kund \\", "or | not", "quoted' OR 1=1 --"] {
        assert_eq!(found_open(&house, text).await, [1], "{text}");
    }
    for text in ["nöjdakund", "och"] {
        assert_eq!(found_open(&house, text).await, NONE, "{text}");
    }
    assert_eq!(found_open(&house, &"å".repeat(5000)).await, NONE);
    assert_eq!(found_open(&house, &"a b c d e f g h i j ".repeat(100)).await, NONE);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_says_nothing_finds_nothing_and_a_blank_field_asks_nothing(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    case(&house, &house.ours.office, "Nyckel").await;
    for text in ["%", "!!!", "- -", "\u{1F600}", "\u{200b}", "\u{2060}\u{feff}", "½ ² \u{1F600} \0"] {
        assert_eq!(found_open(&house, text).await, NONE, "{text:?}");
        assert_eq!(found(&house, text, "bas=alla").await, NONE, "{text:?}");
    }
    for text in ["", " ", "\u{a0}"] {
        assert_eq!(found_open(&house, text).await, [1], "{text:?}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn small_words_alone_are_looked_for_in_the_subject(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    case(&house, office, "Trasig sedan i måndags, och det luktar").await;
    closed(&house, "Det droppar sedan i går").await;
    let body = "Och det har det gjort sedan i påskas.".into();
    register(&house, office, NewCase { body, ..NewCase::new("Sedantvätt", Channel::Phone) }).await;
    assert_eq!(found_open(&house, "sedan").await, [1]);
    assert_eq!(found_open(&house, "DET sedan").await, [1]);
    assert_eq!(found_closed(&house, "det").await, [2]);
    assert_eq!(found(&house, "det", "bas=alla").await, [1, 2]);
    assert_eq!(found_open(&house, "varit").await, NONE);
    assert_eq!(found(&house, "och det droppar", "bas=alla").await, [2], "beside others they say nothing");
    // Said, so that nobody wonders.
    for (text, is_said) in [("sedan", true), ("varit", true), ("sedan måndags", false), ("", false)] {
        let filter = Filter { query: text.into(), ..Filter::default() };
        let page = store::cases::list(office, &house.db, &filter).await.unwrap();
        assert_eq!(page.in_subject_only, is_said, "{text}");
        let found = store::find::everything(office, &house.db, text).await.unwrap();
        assert_eq!(found.in_subject_only, is_said, "{text}");
        assert!(!is_said || !found.cases_are_similar, "{text}");
    }
    // A subject that changes is found by its new words.
    let edit = TextEdit { subject: "Det har varit så".into(), body: String::new() };
    store::cases::edit_text(office, &house.db, CaseNumber(1), 1, edit).await.unwrap();
    assert_eq!((found_open(&house, "sedan").await, found_open(&house, "varit").await), (vec![], vec![1]));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_case_of_a_number_stands_first_on_the_first_page(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    for index in 0..120 {
        case(&house, office, &format!("Order 7 rad {index}")).await;
    }
    let mut filter = Filter::from_query("q=7");
    let (mut numbers, mut pages) = (Vec::new(), Vec::new());
    loop {
        let page = store::cases::list(office, &house.db, &filter).await.unwrap();
        pages.push(page.rows.len());
        numbers.extend(page.rows.iter().map(|row| row.number.0));
        assert_eq!(page.matching.counted, 120);
        match page.next {
            Some(next) => filter.after = Some(next),
            None => break,
        }
    }
    let rest = (1..=120).rev().filter(|number| *number != 7);
    assert_eq!(numbers, [7].into_iter().chain(rest).collect::<Vec<_>>(), "each once");
    assert_eq!(pages, [50, 50, 20]);
    let filter = Filter::from_query("q=7&sort=nr");
    let page = store::cases::list(office, &house.db, &filter).await.unwrap();
    assert_eq!(page.rows[..3].iter().map(|row| row.number.0).collect::<Vec<_>>(), [7, 1, 2]);
    // One who leafs from case to case leafs in that order.
    let beside = async |number| {
        let number = CaseNumber(number);
        let found = store::cases::neighbours(office, &house.db, &filter, number).await.unwrap();
        let place = found.place.map(|(place, of)| (place, of.counted));
        (found.previous.map(|case| case.0), found.next.map(|case| case.0), place.unwrap())
    };
    assert_eq!(beside(7).await, (None, Some(1), (1, 120)));
    assert_eq!(beside(1).await, (Some(7), Some(2), (2, 120)));
    assert_eq!(beside(6).await, (Some(5), Some(8), (7, 120)));
    assert_eq!(beside(8).await, (Some(6), Some(9), (8, 120)));
    assert_eq!(beside(120).await, (Some(119), None, (120, 120)));
}

#[sqlx::test(migrations = "../../migrations")]
async fn customers_that_a_search_fits_come_with_the_list(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let new = NewCase { customer: Some(SOLGLANTAN), ..NewCase::new("Golvet är halt", Channel::Phone) };
    register(&house, office, new).await;
    let fitting = async |viewer, query: &str| {
        let page = store::cases::list(viewer, &house.db, &Filter::from_query(query)).await.unwrap();
        let customers = page.customers.first.into_iter();
        customers.map(|customer| (customer.id, customer.open_cases.counted)).collect::<Vec<_>>()
    };
    let one = [(SOLGLANTAN, 1)];
    for query in ["q=solgl%C3%A4ntan", "q=BRF+SOL", &format!("q={SOLGLANTAN}"), "q=solgl&bas=stangd"] {
        assert_eq!(fitting(office, query).await, one, "{query}");
    }
    let chosen = format!("q=solgl&kund={SOLGLANTAN}");
    for query in ["", "q=golvet", "q=br", "q=och", &chosen] {
        assert_eq!(fitting(office, query).await, [], "{query}");
    }
    for viewer in [&house.ours.employee, &house.ours.customer] {
        assert_eq!(fitting(viewer, "q=solgl").await, [], "{:?}", viewer.role);
    }
    let of_theirs = fitting(&house.theirs.administrator, "q=solgl").await;
    assert!(of_theirs.iter().all(|(_, open)| *open == 0), "{of_theirs:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_long_case_is_still_saved_and_found(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let new = NewCase { customer: Some(CAFE), ..NewCase::new("Lång tråd", Channel::Mail) };
    let number = register(&house, office, new).await;
    for part in 0..30 {
        let words: Vec<String> = (0..900).map(|word| format!("ord{part}x{word}")).collect();
        let comment = NewComment { case: number, body: words.join(" "), external: false };
        store::cases::comment(office, &house.db, comment).await.unwrap();
    }
    assert_eq!(found_open(&house, "tråd ord3x7").await, [1]);
}
