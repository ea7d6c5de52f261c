//! Customers: found, shown, written down; what is protected at their sites; a case's site.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;
mod witness;

use domain::{
    cases::{Channel, Edit, NewCase},
    customers::{
        ContactEdit, CustomerEdit, CustomerFilter, CustomerKind, Likeness, SecretEdit, SecretKind, SiteEdit,
    },
    events::Change,
    ids::{CustomerId, SiteId},
    people::Viewer,
    problem::{Field, Problem, Refusal},
};
use fixtures::{CAFE, House, KARIN, SOLGLANTAN, case, house, register, status};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{cases, customers};
use witness::{invalid, last_change, refused, searched};

/// As somebody fills in the form.
fn bakery() -> CustomerEdit {
    let secret = |kind, value: &str| SecretEdit { kind, value: Some(value.into()) };
    CustomerEdit {
        kind: CustomerKind::Organisation,
        name: "Öbergs Bageri AB".into(),
        identity_number: "559900-0006".into(),
        phone: "018-555 01 42".into(),
        email: "info@oberg.example".into(),
        office_notes: "Betalar sent.".into(),
        field_notes: "Hunden är snäll.".into(),
        contacts: vec![ContactEdit {
            name: "Ingrid Sandell".into(),
            title: "platschef".into(),
            phone: "070-174 06 05".into(),
            email: "ingrid@oberg.example".into(),
        }],
        sites: vec![
            SiteEdit {
                name: "Butiken".into(),
                street: "Torget 1".into(),
                town: "Uppsala".into(),
                ..Default::default()
            },
            SiteEdit {
                name: "Bageriet".into(),
                street: "Industrigatan 9".into(),
                postal_code: "75440".into(),
                town: "Uppsala".into(),
                is_default: true,
                secrets: vec![
                    secret(SecretKind::DoorCode, "4711"),
                    secret(SecretKind::Alarm, "Dörren höger"),
                ],
                ..Default::default()
            },
        ],
    }
}

async fn found(house: &House, query: &str) -> Vec<String> {
    let page =
        customers::list(&house.ours.office, &house.db, &CustomerFilter::from_query(query)).await.unwrap();
    page.rows.into_iter().map(|row| row.name).collect()
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_customer_is_shown_as_it_was_written_down(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let id = customers::create(office, &house.db, bakery()).await.unwrap();
    assert_eq!(id, CustomerId(1005));
    let shown = customers::show(office, &house.db, id).await.unwrap();
    assert_eq!(shown.identity_number.as_deref(), Some("5599000006"));
    assert_eq!(shown.phone.unwrap().to_string(), "018-555 01 42");
    assert_eq!(shown.contacts[0].phone.as_ref().unwrap().e164(), "+46701740605");
    assert_eq!(
        (shown.office_notes.as_str(), shown.field_notes.as_str()),
        ("Betalar sent.", "Hunden är snäll.")
    );
    let sites: Vec<_> = shown.sites.iter().map(|site| (site.label(), site.is_default)).collect();
    assert_eq!(sites, [("Bageriet".into(), true), ("Butiken".into(), false)]);
    assert_eq!(shown.sites[0].address(), "Industrigatan 9, 754 40 Uppsala");
    assert_eq!(shown.sites[0].secrets, [SecretKind::DoorCode, SecretKind::Alarm]);
    assert!(shown.shown.is_empty() && shown.active);
}

#[sqlx::test(migrations = "../../migrations")]
async fn customers_are_found_by_all_that_one_knows(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    customers::create(&house.ours.office, &house.db, bakery()).await.unwrap();
    for query in [
        "q=oberg", // é and ü fold, ö does not: found by the e-mail
        "q=öbergs bag",
        "q=1005",
        "q=018-555 01 42",
        "q=%2B46 18 555 01 42",
        "q=0046185550142",
        "q=070-174",
        "q=info@oberg.example",
        "q=559900-0006",
        "q=5599000006",
        "q=industrigatan 9",
        "q=754 40",
        "q=75440",
        "q=%2B46 (0)70-174 06 05",
        "q=ingrid sandell",
        "q=öbergs industrigatan 9",
        "q=bageri 018-555 01 42",
        "q=%2B46 18 555 01 42 öbergs",
        "q=ingrid 75440",
        "q=öbergs 559900-0006",
        "q=torget 1 754 40",
    ] {
        assert_eq!(found(&house, query).await, ["Öbergs Bageri AB"], "{query}");
    }
    assert!(found(&house, "q=018-555 01 43").await.is_empty(), "groups of digits are no number");
    assert!(found(&house, "q=solgläntan 018-555 01 42").await.is_empty(), "of nobody are both");
    for nothing in ["💥", "'", "%25", "\\", "_%25", "- -"] {
        assert!(found(&house, &format!("q={nothing}")).await.is_empty(), "{nothing}");
    }
    assert!(found(&house, "q=4711").await.is_empty(), "what is protected is not searched");
    assert!(found(&house, "q=hunden").await.is_empty());
    assert_eq!(
        found(&house, "").await,
        ["BRF Solgläntan", "Café Très Bon AB", "Karin Ljungström", "Öbergs Bageri AB"]
    );
    assert_eq!(found(&house, "visa=inaktiva").await, ["Gamla Garaget AB"]);
    assert_eq!(found(&house, "visa=alla&q=storgatan").await, ["BRF Solgläntan", "Gamla Garaget AB"]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_personal_number_is_found_whole_or_not_at_all(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let edit = CustomerEdit {
        kind: CustomerKind::Private,
        name: "Eva Karlsson".into(),
        identity_number: "811218-9876".into(),
        ..CustomerEdit::default()
    };
    customers::create(office, &house.db, edit).await.unwrap();
    for query in ["q=811218-9876", "q=198112189876"] {
        assert_eq!(found(&house, query).await, ["Eva Karlsson"], "{query}");
    }
    assert!(found(&house, "q=811218").await.is_empty());
    assert!(customers::search(&house.ours.employee, &house.db, "8112189876").await.unwrap().is_empty());
    assert_eq!(customers::search(office, &house.db, "811218-9876").await.unwrap().len(), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_picker_finds_whoever_calls_by_their_phone(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let id = customers::create(office, &house.db, bakery()).await.unwrap();
    for typed in ["018-555 01 42", "0185550142", "+46 18 555 01 42", "070-174 06 05", "559900-0006"] {
        let found = customers::search(office, &house.db, typed).await.unwrap();
        assert_eq!(found.iter().map(|hit| hit.id).collect::<Vec<_>>(), [id], "{typed}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_list_goes_on_where_it_ended(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    house
        .arrange(
            "INSERT INTO customer (company_id, id, kind, name, search_text)
             SELECT id, 2000 + n, 'private', 'Å. Lika', 'lika' FROM company, generate_series(1, 70) AS n;",
        )
        .await;
    let (mut filter, mut seen) = (CustomerFilter::default(), Vec::new());
    loop {
        let page = customers::list(&house.ours.office, &house.db, &filter).await.unwrap();
        assert_eq!(page.matching.counted, 73);
        seen.extend(page.rows.into_iter().map(|row| row.id));
        match page.next {
            Some(next) => filter.after = Some(next),
            None => break,
        }
    }
    let (count, last) = (seen.len(), seen.last().copied());
    seen.sort();
    seen.dedup();
    assert_eq!((count, seen.len(), last), (73, 73, Some(CustomerId(2070))));
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_was_left_out_is_gone_but_for_the_cases(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let id = customers::create(office, &house.db, bakery()).await.unwrap();
    let before = customers::show(office, &house.db, id).await.unwrap();
    let shop = before.sites[1].id;
    let new = NewCase { customer: Some(id), site: Some(shop), ..NewCase::new("Fönster", Channel::Phone) };
    let number = register(&house, office, new).await;
    let forget = SecretEdit { kind: SecretKind::Alarm, value: None };
    let bakery_site =
        SiteEdit { id: Some(before.sites[0].id), secrets: vec![forget], ..bakery().sites.remove(1) };
    let edit = CustomerEdit {
        name: "Bergs Bageri AB".into(),
        contacts: Vec::new(),
        sites: vec![bakery_site],
        ..bakery()
    };
    customers::update(office, &house.db, id, None, edit).await.unwrap();
    let after = customers::show(office, &house.db, id).await.unwrap();
    assert_eq!((after.contacts.len(), after.sites.len()), (0, 1));
    assert_eq!(after.sites[0].secrets, [SecretKind::DoorCode], "one forgotten, the other kept unseen");
    let case = cases::show(office, &house.db, number).await.unwrap();
    assert_eq!(case.row.site, Some((shop, "Butiken".into())));
    assert!(searched(&house, office, number).await.1.contains("bergs bageri"));
    assert!(found(&house, "q=ingrid").await.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn two_do_not_overwrite_each_other(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let id = customers::create(office, &house.db, bakery()).await.unwrap();
    let kept = async || customers::show(office, &house.db, id).await.unwrap().edit();
    let seen = kept().await;
    let save = async |edit| customers::update(office, &house.db, id, Some(&seen), edit).await.unwrap();
    assert_eq!(save(CustomerEdit { phone: "018-555 01 43".into(), ..seen.clone() }).await, None);
    assert_eq!(save(CustomerEdit { field_notes: "Katten också.".into(), ..seen.clone() }).await, None);
    let both = kept().await;
    assert_eq!((both.phone.as_str(), both.field_notes.as_str()), ("+46185550143", "Katten också."));
    let clash = save(CustomerEdit { phone: "018-555 01 44".into(), ..seen.clone() }).await.unwrap();
    assert_eq!((&clash.fields, &clash.now), (&vec![Field::Phone], &both));
    assert_eq!(kept().await, both, "nothing is saved until one has chosen");
    // Whoever saves again has seen what stands now.
    let again = customers::update(office, &house.db, id, Some(&clash.now), clash.mine).await;
    assert_eq!(again.unwrap(), None);
    assert_eq!(kept().await, CustomerEdit { phone: "+46185550144".into(), ..both });
    let unknown = customers::update(office, &house.db, CustomerId(99), None, bakery()).await;
    assert_eq!(refused(unknown), Problem::NotFound);
}

#[sqlx::test(migrations = "../../migrations")]
async fn all_that_is_wrong_is_told_and_nothing_written(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let edit = CustomerEdit { identity_number: "559900-0008".into(), phone: "ring".into(), ..bakery() };
    let errors = invalid(customers::create(office, &house.db, edit).await);
    assert_eq!(errors, [(Field::IdentityNumber, Refusal::Malformed), (Field::Phone, Refusal::Malformed)]);
    let foreign = SiteEdit { id: Some(SiteId(1)), street: "Storgatan 12".into(), ..SiteEdit::default() };
    let edit = CustomerEdit { sites: vec![foreign], ..bakery() };
    let errors = invalid(customers::create(office, &house.db, edit).await);
    assert_eq!(errors, [(Field::SiteAt(0), Refusal::Unknown)]);
    assert!(found(&house, "q=bageri").await.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_former_customer_is_not_chosen_any_more(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    customers::set_active(office, &house.db, KARIN, false).await.unwrap();
    assert!(customers::search(office, &house.db, "karin").await.unwrap().is_empty());
    let new = NewCase { customer: Some(KARIN), ..NewCase::new("Fråga", Channel::Phone) };
    let errors = invalid(cases::create(office, &house.db, new).await);
    assert_eq!(errors, [(Field::Customer, Refusal::Unknown)]);
    assert_eq!(
        refused(customers::set_active(office, &house.db, CustomerId(99), true).await),
        Problem::NotFound
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_same_customer_is_pointed_out(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let id = customers::create(office, &house.db, bakery()).await.unwrap();
    let alike = async |edit: CustomerEdit, except| {
        let found = customers::alike(office, &house.db, &edit, except).await.unwrap();
        found.into_iter().map(|duplicate| (duplicate.hit.id, duplicate.likeness)).collect::<Vec<_>>()
    };
    let typed = CustomerEdit::default;
    let by_number = CustomerEdit { identity_number: "559900 0006".into(), ..typed() };
    assert_eq!(alike(by_number, None).await, [(id, Likeness::Identity)]);
    let by_phone = CustomerEdit { phone: "+46 18 555 01 42".into(), ..typed() };
    assert_eq!(alike(by_phone, None).await, [(id, Likeness::Phone)]);
    let by_email = CustomerEdit { email: "INFO@oberg.example".into(), ..typed() };
    assert_eq!(alike(by_email, None).await, [(id, Likeness::Email)]);
    let by_name = CustomerEdit { name: "öbergs bag".into(), ..typed() };
    assert_eq!(alike(by_name, None).await, [(id, Likeness::Name)]);
    let same_name = CustomerEdit { name: " öbergs  BAGERI ab ".into(), ..typed() };
    assert_eq!(alike(same_name, None).await, [(id, Likeness::SameName)]);
    assert!(alike(CustomerEdit { name: "AB".into(), ..typed() }, None).await.is_empty());
    assert!(alike(bakery(), Some(id)).await.is_empty(), "one is not like oneself");
    assert!(alike(typed(), None).await.is_empty());
}

#[sqlx::test(migrations = "../../migrations")]
async fn every_showing_of_a_secret_is_written_down(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (office, employee) = (&house.ours.office, &house.ours.employee);
    let id = customers::create(office, &house.db, bakery()).await.unwrap();
    let site = customers::show(office, &house.db, id).await.unwrap().sites[0].id;
    let reveal = async |viewer: &Viewer, kind| customers::reveal(viewer, &house.db, site, kind).await;
    assert_eq!(reveal(office, SecretKind::DoorCode).await.unwrap().value, "4711");
    assert_eq!(refused(reveal(office, SecretKind::KeyNumber).await), Problem::NotFound);
    assert_eq!(refused(reveal(&house.ours.customer, SecretKind::DoorCode).await), Problem::Forbidden);
    // Nothing there concerns the employee yet.
    assert_eq!(refused(reveal(employee, SecretKind::Alarm).await), Problem::NotFound);
    // Nor does a case of one's own making, to which one has linked oneself.
    let own = NewCase {
        customer: Some(id),
        responsible: Some(employee.person),
        participants: vec![employee.person],
        ..NewCase::new("Eget", Channel::Mobile)
    };
    let own = register(&house, employee, own).await;
    assert_eq!(refused(reveal(employee, SecretKind::Alarm).await), Problem::NotFound);
    let row = cases::row(office, &house.db, own).await.unwrap();
    for to in [None, Some(employee.person)] {
        let version = cases::row(office, &house.db, own).await.unwrap().version;
        cases::update(office, &house.db, row.number, version, Edit::Responsible(to)).await.unwrap();
    }
    assert!(reveal(employee, SecretKind::Alarm).await.is_ok(), "the office has given it to them");
    let card = cases::show(employee, &house.db, own).await.unwrap().customer.unwrap();
    assert!(card.secrets.contains(&(site, SecretKind::Alarm)));
    let version = cases::row(office, &house.db, own).await.unwrap().version;
    cases::update(office, &house.db, own, version, Edit::Status(status::SOLVED)).await.unwrap();
    let new = NewCase {
        customer: Some(id),
        responsible: Some(employee.person),
        ..NewCase::new("Larm", Channel::Phone)
    };
    let number = register(&house, office, new).await;
    assert_eq!(reveal(employee, SecretKind::Alarm).await.unwrap().value, "Dörren höger");
    cases::update(office, &house.db, number, 1, Edit::Status(status::SOLVED)).await.unwrap();
    assert_eq!(refused(reveal(employee, SecretKind::Alarm).await), Problem::NotFound, "the case is done");
    let card = cases::show(employee, &house.db, number).await.unwrap().customer.unwrap();
    assert!(card.secrets.is_empty(), "what is refused is not offered");
    let shown = customers::show(office, &house.db, id).await.unwrap().shown;
    let told: Vec<_> = shown.iter().map(|shown| (shown.to.as_str(), shown.kind)).collect();
    let johan = ("Johan Åkesson", SecretKind::Alarm);
    assert_eq!(told, [johan, johan, ("Maria Lindqvist", SecretKind::DoorCode)]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn staff_in_the_field_have_no_cards_but_the_notes_on_their_case(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (office, employee) = (&house.ours.office, &house.ours.employee);
    let id = customers::create(office, &house.db, bakery()).await.unwrap();
    assert_eq!(refused(customers::show(employee, &house.db, id).await), Problem::Forbidden);
    let list = customers::list(employee, &house.db, &CustomerFilter::default()).await;
    assert_eq!(refused(list), Problem::Forbidden);
    assert_eq!(refused(customers::create(employee, &house.db, bakery()).await), Problem::Forbidden);
    assert_eq!(refused(customers::set_active(employee, &house.db, id, false).await), Problem::Forbidden);
    assert_eq!(refused(customers::update(employee, &house.db, id, None, bakery()).await), Problem::Forbidden);
    assert_eq!(refused(customers::alike(employee, &house.db, &bakery(), None).await), Problem::Forbidden);
    let new = NewCase {
        customer: Some(id),
        responsible: Some(employee.person),
        ..NewCase::new("Nyckel", Channel::Phone)
    };
    let number = register(&house, office, new).await;
    let card = cases::show(employee, &house.db, number).await.unwrap().customer.unwrap();
    assert_eq!(card.field_notes, "Hunden är snäll.");
    assert_eq!(card.address.as_deref(), Some("Industrigatan 9, 754 40 Uppsala"));
    assert_eq!(
        card.secrets.iter().map(|(_, kind)| *kind).collect::<Vec<_>>(),
        [SecretKind::DoorCode, SecretKind::Alarm]
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_cases_site_is_its_customers_and_part_of_its_history(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let number = case(&house, office, "Fönster").await;
    let give = async |version, edit| cases::update(office, &house.db, number, version, edit).await;
    assert_eq!(
        invalid(give(1, Edit::Site(Some(SiteId(1)))).await),
        [(Field::Site, Refusal::Unknown)],
        "no customer"
    );
    give(1, Edit::Customer(Some(SOLGLANTAN))).await.unwrap();
    assert_eq!(invalid(give(2, Edit::Site(Some(SiteId(3)))).await), [(Field::Site, Refusal::Unknown)]);
    let saved = give(2, Edit::Site(Some(SiteId(1)))).await.unwrap();
    assert_eq!(saved.row.site, Some((SiteId(1), "Storgatan 12, Stockholm".into())));
    let expected = [Change::Site { from: None, to: Some(SiteId(1)) }];
    assert_eq!(last_change(&house, office, number).await, expected);
    let moved = give(3, Edit::Customer(Some(CAFE))).await.unwrap();
    assert_eq!(moved.row.site, None);
    let expected = [
        Change::Customer { from: Some(SOLGLANTAN), to: Some(CAFE) },
        Change::Site { from: Some(SiteId(1)), to: None },
    ];
    assert_eq!(last_change(&house, office, number).await, expected);
    let wrong =
        NewCase { customer: Some(CAFE), site: Some(SiteId(1)), ..NewCase::new("Fel", Channel::Phone) };
    assert_eq!(invalid(cases::create(office, &house.db, wrong).await), [(Field::Site, Refusal::Unknown)]);
}
