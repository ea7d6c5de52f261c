//! The search in cases: what is found, and what is not.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;

use domain::{
    cases::{Channel, Filter, NewCase},
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
    for text in ["100 % nöjd", "'quoted'", "kund \\", "or | not", "%", "och", "!!!", "quoted' OR 1=1 --"] {
        assert_eq!(found_open(&house, text).await, [1], "{text}");
    }
    assert_eq!(found_open(&house, "nöjdakund").await, NONE);
    assert_eq!(found_open(&house, &"å".repeat(5000)).await, NONE);
    assert_eq!(found_open(&house, &"a b c d e f g h i j ".repeat(100)).await, NONE);
    assert_eq!(found_open(&house, "½ ² \u{1F600} \0").await, [1]);
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
