//! What the pickers of colleagues and customers find.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;

use domain::{
    cases::Symbol,
    ids::{CustomerId, PersonId},
    people::Person,
    problem::Problem,
};
use fixtures::{CAFE, ELODIE, FORMER, GONE, House, KARIN, SOLGLANTAN, house};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{Error, customers, people};

fn names(people: Vec<Person>) -> Vec<String> {
    people.into_iter().map(|person| person.name).collect()
}

async fn colleagues(house: &House, text: &str) -> Vec<String> {
    names(people::search(&house.ours.office, &house.db, text).await.unwrap())
}

#[sqlx::test(migrations = "../../migrations")]
async fn colleagues_are_found_by_words_of_their_name(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let all = ["Maria Lindqvist", "Anna Berg", "Élodie Zetterström", "Johan Åkesson", "Sara Öberg"];
    assert_eq!(colleagues(&house, "").await, all);
    for nothing in ["%", "💥", "'"] {
        assert!(colleagues(&house, nothing).await.is_empty(), "{nothing}");
    }
    assert_eq!(colleagues(&house, "åkes JOH").await, ["Johan Åkesson"]);
    assert_eq!(colleagues(&house, "elodie").await, ["Élodie Zetterström"]);
    assert_eq!(colleagues(&house, "o\u{308}berg").await, ["Sara Öberg"]);
    for text in ["oberg", "akesson", "olle", "karin"] {
        assert!(colleagues(&house, text).await.is_empty(), "{text}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn names_are_in_swedish_order_and_twenty_at_most(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    house
        .arrange(
            "INSERT INTO person (company_id, id, role, name)
             SELECT c.id, 99 + n, 'employee', p.name FROM company c,
                 unnest(ARRAY['Ö Test', 'Ä Test', 'Å Test', 'Z Test', 'W Test', 'V Test']) WITH ORDINALITY AS p (name, n)",
        )
        .await;
    assert_eq!(
        colleagues(&house, "test").await,
        ["V Test", "W Test", "Z Test", "Å Test", "Ä Test", "Ö Test"]
    );
    house
        .arrange(
            "INSERT INTO person (company_id, id, role, name)
             SELECT c.id, 200 + n, 'employee', 'Test ' || n FROM company c, generate_series(1, 30) AS n",
        )
        .await;
    assert_eq!(colleagues(&house, "test").await.len(), 20);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_plain_form_means_a_number_or_a_whole_name_first(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    house.arrange("UPDATE person SET name = 'Johan Åkesson-Lind' WHERE id = 4").await;
    let meant = async |text: &str| {
        let people = people::resolve(&house.ours.office, &house.db, text).await.unwrap();
        people.iter().map(|person| person.id.0).collect::<Vec<_>>()
    };
    assert_eq!(meant("3").await, [3]);
    assert_eq!(meant(" johan åkesson ").await, [3]);
    assert_eq!(meant("johan").await, [3, 4]);
    assert_eq!(meant("lind johan").await, [4]);
    for nobody in ["", " ", "5", "6", "Olle Borta", "Karin Ljungström", "4711", "nobody"] {
        assert!(meant(nobody).await.is_empty(), "{nobody}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn chosen_colleagues_keep_their_names(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let ids = [ELODIE, FORMER, PersonId(4711)];
    let named = people::named(&house.ours.office, &house.db, &ids).await.unwrap();
    assert_eq!(names(named), ["Olle Borta", "Élodie Zetterström"]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_those_at_a_desk_search_colleagues(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    for viewer in [&house.ours.employee, &house.ours.customer] {
        let refusals = [
            people::search(viewer, &house.db, "anna").await,
            people::resolve(viewer, &house.db, "1").await,
            people::named(viewer, &house.db, &[PersonId(1)]).await,
        ];
        for refusal in refusals {
            assert!(matches!(refusal, Err(Error::Refused(Problem::Forbidden))), "{refusal:?}");
        }
    }
}

async fn hits(house: &House, text: &str) -> Vec<i32> {
    let hits = customers::search(&house.ours.office, &house.db, text).await.unwrap();
    hits.iter().map(|hit| hit.id.0).collect()
}

#[sqlx::test(migrations = "../../migrations")]
async fn customers_are_found_by_name_number_and_address(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    for text in ["solgl", "1001", "storgatan 12", "12 brf stockholm", "114 32 SOLGLÄNTAN", "äntan"] {
        assert_eq!(hits(&house, text).await, [SOLGLANTAN.0], "{text}");
    }
    assert_eq!(hits(&house, "cafe tres").await, [CAFE.0]);
    assert_eq!(hits(&house, "angsvagen").await, [0; 0]);
    assert_eq!(hits(&house, "garaget").await, [0; 0]);
    assert_eq!(hits(&house, "").await, [SOLGLANTAN.0, CAFE.0, KARIN.0]);
    assert_eq!(hits(&house, "_%").await, [0; 0]);
    let hit = customers::search(&house.ours.employee, &house.db, "karin").await.unwrap().remove(0);
    assert_eq!((hit.name.as_str(), hit.detail.as_str()), ("Karin Ljungström", "Ängsvägen 3, Uppsala"));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_likeliest_customer_comes_first(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    house
        .arrange(
            "INSERT INTO customer (company_id, id, kind, name, search_text)
             SELECT c.id, k.id, 'organisation', k.name, fold(k.id || ' ' || k.name)
             FROM company c, (VALUES (12, 'Åhus Bygg'), (13, 'Bygg 12'), (14, 'Ny Bygg')) AS k (id, name)",
        )
        .await;
    assert_eq!(hits(&house, "bygg").await, [13, 14, 12]);
    assert_eq!(hits(&house, "12").await, [12, 13, SOLGLANTAN.0], "the number, then a name, then a street");
    house
        .arrange(
            "INSERT INTO customer (company_id, id, kind, name, search_text)
             SELECT c.id, 2000 + n, 'private', 'Kund ' || n, 'kund ' || n FROM company c, generate_series(1, 30) AS n",
        )
        .await;
    assert_eq!(hits(&house, "kund").await.len(), 20);
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_is_called_just_what_was_typed_stands_before_all_whose_names_have_its_words(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    house
        .arrange(
            "INSERT INTO customer (company_id, id, kind, name, search_text)
             SELECT c.id, 2000 + n, 'organisation', 'Prova ' || n || ' AB', fold((2000 + n) || ' Prova ' || n || ' AB')
             FROM company c, generate_series(1, 399) AS n",
        )
        .await;
    assert_eq!(hits(&house, "Prova 5 AB").await.len(), 20);
    for typed in ["Prova 5 AB", " prova 5 ab "] {
        assert_eq!(hits(&house, typed).await.first(), Some(&2005), "{typed}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn chosen_customers_keep_their_names(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let ids = [GONE, CAFE, CustomerId(4711)];
    let named = customers::named(&house.ours.office, &house.db, &ids).await.unwrap();
    assert_eq!(named, [(CAFE, "Café Très Bon AB".into()), (GONE, "Gamla Garaget AB".into())]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn customers_do_not_search_customers(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let viewer = &house.ours.customer;
    let searched = customers::search(viewer, &house.db, "a").await;
    assert!(matches!(searched, Err(Error::Refused(Problem::Forbidden))));
    let named = customers::named(viewer, &house.db, &[SOLGLANTAN]).await;
    assert!(matches!(named, Err(Error::Refused(Problem::Forbidden))));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_vocabulary_is_the_companys_own(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    sqlx::query("UPDATE case_status SET position = 0, name = 'Pausad', hidden = true WHERE company_id = $1 AND id = 4")
        .bind(house.ours.id)
        .execute(&house.owner)
        .await
        .unwrap();
    let ours = store::cases::vocabulary(&house.ours.office, &house.db).await.unwrap();
    let statuses: Vec<_> = ours.statuses.iter().map(|status| status.name.as_str()).collect();
    assert_eq!(statuses, ["Pausad", "Ny", "Återkoppling", "Godkänd", "Tilldelad", "Löst", "Stängd"]);
    assert_eq!(
        ours.initial_status().map(|status| (status.slug.as_str(), status.symbol)),
        Some(("ny", Symbol::New))
    );
    let theirs = store::cases::vocabulary(&house.theirs.customer, &house.db).await.unwrap();
    assert_eq!(theirs.statuses[3].name, "Bekräftad");
    let types: Vec<_> = theirs.types.iter().map(|case_type| case_type.slug.as_str()).collect();
    let expected =
        ["klagomal", "intresseanmalan", "andring-av-bestallning", "fraga", "internt", "egen-uppgift"];
    assert_eq!(types, expected);
}
