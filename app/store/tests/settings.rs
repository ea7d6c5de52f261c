//! What a company decides for itself: words, properties, its own data.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;
mod witness;

use chrono::Days;
use domain::{
    cases::{Channel, Feature, Filter, Hue, NewCase, Symbol, Unused},
    events::{Change, NewComment, TimelineEntry},
    ids::{CaseNumber, PersonId, StatusId, TypeId},
    people::Viewer,
    problem::{Field, Problem, Refusal},
    settings::{CompanyData, StatusDraft, TypeDraft},
};
use fixtures::{FORMER, House, KARIN, case, house, register, status};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{cases, settings};
use witness::refused;

fn status_draft(name: &str) -> StatusDraft {
    StatusDraft {
        name: name.into(),
        is_open: true,
        symbol: Symbol::Half,
        hue: Hue::Red,
        is_initial: false,
        hidden: false,
    }
}

fn type_draft(name: &str) -> TypeDraft {
    TypeDraft { name: name.into(), due_days: None, responsible: None, hidden: false }
}

/// The names of the statuses that are offered, in order.
async fn offered(house: &House, viewer: &Viewer) -> Vec<String> {
    let words = cases::vocabulary(viewer, &house.db).await.unwrap();
    words.statuses.into_iter().filter(|status| !status.hidden).map(|status| status.name).collect()
}

async fn types(house: &House, viewer: &Viewer) -> Vec<String> {
    let words = settings::words(viewer, &house.db).await.unwrap();
    words.types.into_iter().map(|used| used.word.name).collect()
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_new_status_stands_after_the_open_ones(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    let id = settings::add_status(boss, db, status_draft(" Väntar på  kund ")).await.unwrap();
    let closed = StatusDraft { is_open: false, ..status_draft("Avvisad") };
    settings::add_status(boss, db, closed).await.unwrap();
    let names = offered(&house, boss).await;
    assert_eq!(names[4..], ["Tilldelad", "Väntar på kund", "Löst", "Stängd", "Avvisad"]);
    let words = cases::vocabulary(boss, db).await.unwrap();
    let added = words.status(id).unwrap();
    assert_eq!((added.slug.as_str(), added.symbol, added.hue), ("vantar-pa-kund", Symbol::Half, Hue::Red));
    assert_eq!(words.status_by_slug("avvisad").unwrap().symbol, Symbol::Solved);
    assert_eq!(offered(&house, &house.theirs.administrator).await.len(), 7);
    // Names are told apart as people read them.
    let taken = settings::add_status(boss, db, status_draft("väntar på kund")).await;
    assert_eq!(refused(taken), Problem::refused(Field::Name, Refusal::Taken));
    let empty = settings::add_status(boss, db, status_draft(" ")).await;
    assert_eq!(refused(empty), Problem::refused(Field::Name, Refusal::Empty));
}

#[sqlx::test(migrations = "../../migrations")]
async fn statuses_are_renamed_moved_and_hidden(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    settings::save_status(boss, db, StatusId(3), status_draft("Okej")).await.unwrap();
    settings::move_status(boss, db, StatusId(3), true).await.unwrap();
    let hidden = StatusDraft { hidden: true, ..status_draft("Bekräftad") };
    settings::save_status(boss, db, StatusId(4), hidden).await.unwrap();
    assert_eq!(offered(&house, boss).await[..4], ["Ny", "Okej", "Återkoppling", "Tilldelad"]);
    assert_eq!(refused(settings::move_status(boss, db, StatusId(1), true).await), Problem::NotFound);
    assert_eq!(refused(settings::move_status(boss, db, StatusId(99), true).await), Problem::NotFound);
    assert_eq!(offered(&house, &house.theirs.administrator).await[2], "Godkänd");
}

#[sqlx::test(migrations = "../../migrations")]
async fn another_base_status_is_refused_for_a_status_in_use(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    case(&house, boss, "Nyckel").await;
    let closed = |name| StatusDraft { is_open: false, ..status_draft(name) };
    let refusal = refused(settings::save_status(boss, db, StatusId(1), closed("Ny")).await);
    assert_eq!(refusal, Problem::refused(Field::Base, Refusal::InUse));
    settings::save_status(boss, db, StatusId(3), closed("Godkänd")).await.unwrap();
    let words = cases::vocabulary(boss, db).await.unwrap();
    let stands = words.status(StatusId(1)).unwrap();
    assert_eq!((stands.is_open, stands.symbol), (true, Symbol::New), "nothing of it was saved");
    assert!(!words.status(StatusId(3)).unwrap().is_open);
}

#[sqlx::test(migrations = "../../migrations")]
async fn new_cases_get_the_status_that_is_chosen_for_them(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    let initial = StatusDraft { is_initial: true, ..status_draft("Tilldelad") };
    settings::save_status(boss, db, status::ASSIGNED, initial).await.unwrap();
    let number = case(&house, boss, "Nyckel").await;
    assert_eq!(cases::row(boss, db, number).await.unwrap().status, status::ASSIGNED);
    assert_eq!(cases::quick_counts(boss, db).await.unwrap().new.counted, 1);
    // A hidden one is none: another is chosen first, or the first open one is when nothing is said.
    let hidden = StatusDraft { is_initial: true, hidden: true, ..status_draft("Tilldelad") };
    let refusal = refused(settings::save_status(boss, db, status::ASSIGNED, hidden.clone()).await);
    assert_eq!(refusal, Problem::refused(Field::Status, Refusal::Initial));
    let hidden = StatusDraft { is_initial: false, ..hidden };
    settings::save_status(boss, db, status::ASSIGNED, hidden).await.unwrap();
    let number = case(&house, boss, "Nyckel").await;
    assert_eq!(cases::row(boss, db, number).await.unwrap().status, status::NEW);
}

#[sqlx::test(migrations = "../../migrations")]
async fn one_open_status_is_always_offered(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    for id in 2..=5 {
        settings::remove_status(boss, db, StatusId(id), None).await.unwrap();
    }
    let hidden = StatusDraft { hidden: true, ..status_draft("Ny") };
    let in_use = Problem::refused(Field::Status, Refusal::InUse);
    assert_eq!(refused(settings::save_status(boss, db, status::NEW, hidden).await), in_use);
    let merged = settings::remove_status(boss, db, status::NEW, Some(status::SOLVED)).await;
    assert_eq!(refused(merged), in_use);
    let closed = StatusDraft { is_open: false, ..status_draft("Ny") };
    let refusal = refused(settings::save_status(boss, db, status::NEW, closed).await);
    assert_eq!(refusal, Problem::refused(Field::Base, Refusal::InUse));
    assert_eq!(offered(&house, boss).await, ["Ny", "Löst", "Stängd"]);
    case(&house, boss, "Det går att registrera").await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_merged_status_gives_its_cases_away(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    let number = case(&house, &house.ours.office, "Nyckel").await;
    let other = case(&house, &house.theirs.office, "Nyckel").await;
    assert_eq!(
        refused(settings::remove_status(boss, db, status::NEW, None).await),
        Problem::refused(Field::Status, Refusal::InUse)
    );
    for wrong in [status::NEW, StatusId(99)] {
        let refusal = refused(settings::remove_status(boss, db, status::NEW, Some(wrong)).await);
        assert_eq!(refusal, Problem::refused(Field::Status, Refusal::Unknown));
    }
    let initial = StatusDraft { is_initial: true, ..status_draft("Tilldelad") };
    settings::save_status(boss, db, status::ASSIGNED, initial).await.unwrap();
    settings::remove_status(boss, db, status::NEW, Some(status::CLOSED)).await.unwrap();
    let detail = cases::show(boss, db, number).await.unwrap();
    assert_eq!((detail.row.status, detail.row.is_open, detail.row.version), (status::CLOSED, false, 2));
    let Some(TimelineEntry::Event(event)) = detail.timeline.last() else { panic!("no event") };
    assert_eq!(event.changes[0].change, Change::Status { from: status::NEW, to: status::CLOSED });
    assert_eq!(event.actor.person.id, boss.person);
    // The search knows that it is closed, and old links find it.
    let found = |query: &'static str| async move { Filter::from_query(query) };
    for query in ["q=nyckel&bas=stangd", "status=ny"] {
        let page = cases::list(boss, db, &found(query).await).await.unwrap();
        assert_eq!(page.rows.len(), 1, "{query}");
    }
    assert_eq!(cases::list(boss, db, &found("q=nyckel").await).await.unwrap().rows.len(), 0);
    let words = settings::words(boss, db).await.unwrap();
    assert!(words.statuses.iter().all(|used| used.word.name != "Ny"));
    let closed = words.statuses.iter().find(|used| used.word.id == status::CLOSED).unwrap();
    assert_eq!(closed.cases, 1);
    // The history still names it; another may be called so now.
    assert_eq!(cases::vocabulary(boss, db).await.unwrap().status(status::NEW).unwrap().name, "Ny");
    settings::add_status(boss, db, status_draft("Ny")).await.unwrap();
    let theirs = cases::row(&house.theirs.office, db, other).await.unwrap();
    assert_eq!((theirs.status, theirs.version), (status::NEW, 1));
}

#[sqlx::test(migrations = "../../migrations")]
async fn new_cases_begin_with_the_open_status_that_theirs_has_gone_up_in(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    case(&house, boss, "Nyckel").await;
    let closed = settings::remove_status(boss, db, status::NEW, Some(status::SOLVED)).await;
    assert_eq!(refused(closed), Problem::refused(Field::Status, Refusal::Initial));
    settings::remove_status(boss, db, status::NEW, Some(status::ASSIGNED)).await.unwrap();
    let number = case(&house, boss, "Nyckel").await;
    assert_eq!(cases::row(boss, db, number).await.unwrap().status, status::ASSIGNED);
    assert_eq!(cases::quick_counts(boss, db).await.unwrap().new.counted, 2);
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_was_merged_twice_is_found_where_it_ended(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    case(&house, boss, "Nyckel").await;
    settings::remove_status(boss, db, status::NEW, Some(StatusId(2))).await.unwrap();
    settings::remove_status(boss, db, StatusId(2), Some(StatusId(3))).await.unwrap();
    let words = cases::vocabulary(boss, db).await.unwrap();
    for slug in ["ny", "aterkoppling", "godkand"] {
        assert_eq!(Filter::with_status(slug).in_words(&words), Filter::with_status("godkand"));
        let page = cases::list(boss, db, &Filter::with_status(slug)).await.unwrap();
        assert_eq!(page.rows.len(), 1, "{slug}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn types_are_added_renamed_moved_and_merged(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    let added = settings::add_type(boss, db, type_draft("Nyckel & larm")).await.unwrap();
    settings::move_type(boss, db, added, true).await.unwrap();
    settings::save_type(boss, db, TypeId(1), type_draft("Reklamation")).await.unwrap();
    let names = types(&house, boss).await;
    assert_eq!((names[0].as_str(), names[5].as_str()), ("Reklamation", "Nyckel & larm"));
    let taken = settings::save_type(boss, db, TypeId(2), type_draft("reklamation")).await;
    assert_eq!(refused(taken), Problem::refused(Field::Name, Refusal::Taken));
    let new = NewCase { case_type: Some(added), ..NewCase::new("Larmet går", Channel::Phone) };
    let number = register(&house, boss, new).await;
    let used = settings::remove_type(boss, db, added, None).await;
    assert_eq!(refused(used), Problem::refused(Field::Type, Refusal::InUse));
    settings::remove_type(boss, db, added, Some(TypeId(4))).await.unwrap();
    let detail = cases::show(boss, db, number).await.unwrap();
    assert_eq!((detail.row.case_type, detail.timeline.len()), (Some(TypeId(4)), 2));
    let page = cases::list(boss, db, &Filter::from_query("typ=nyckel-larm")).await.unwrap();
    assert_eq!(page.rows.len(), 1);
    assert_eq!(types(&house, &house.theirs.administrator).await.len(), 6);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_type_brings_its_due_date_and_responsible(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    let preset = TypeDraft { due_days: Some(3), responsible: Some(PersonId(3)), ..type_draft("Klagomål") };
    settings::save_type(boss, db, TypeId(1), preset.clone()).await.unwrap();
    let complaint = || NewCase { case_type: Some(TypeId(1)), ..NewCase::new("Fläckar", Channel::Phone) };
    let made = async |new: NewCase| {
        let number = register(&house, boss, new).await;
        let row = cases::row(boss, db, number).await.unwrap();
        (row.due_on, row.responsible.map(|person| person.id))
    };
    let in_three_days = boss.today.checked_add_days(Days::new(3));
    assert_eq!(made(complaint()).await, (in_three_days, Some(PersonId(3))));
    // What the form says goes first.
    let said = NewCase { due_on: Some(boss.today), responsible: Some(PersonId(4)), ..complaint() };
    assert_eq!(made(said).await, (Some(boss.today), Some(PersonId(4))));
    assert_eq!(made(NewCase::new("Annat", Channel::Phone)).await, (None, None));
    // Who has left gets nothing, and what is not used is not filled in.
    house.arrange("UPDATE person SET active = false WHERE id = 3").await;
    assert_eq!(made(complaint()).await, (in_three_days, None));
    let unused = Unused::named([Feature::DueOn.as_str()]);
    settings::use_features(boss, db, unused).await.unwrap();
    assert_eq!(made(complaint()).await, (None, None));
    let unused = Unused::named([Feature::Type.as_str()]);
    settings::use_features(boss, db, unused).await.unwrap();
    assert_eq!(made(complaint()).await, (None, None));
    for wrong in [
        TypeDraft { responsible: Some(FORMER), ..preset.clone() },
        TypeDraft { responsible: Some(PersonId(6)), ..preset.clone() },
        TypeDraft { due_days: Some(-1), ..preset.clone() },
    ] {
        let refusal = refused(settings::save_type(boss, db, TypeId(1), wrong.clone()).await);
        assert!(matches!(refusal, Problem::Invalid(_)), "{wrong:?}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_not_used_is_known_and_external_comments_are_refused(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    let new = NewCase { customer: Some(KARIN), ..NewCase::new("Nyckel", Channel::Phone) };
    let number = register(&house, boss, new).await;
    let say = |external| NewComment { case: number, body: "Hej".into(), external };
    cases::comment(boss, db, say(true)).await.unwrap();
    let unused = Unused::named(["channel", "external_comments"]);
    settings::use_features(boss, db, unused).await.unwrap();
    assert_eq!(cases::vocabulary(boss, db).await.unwrap().unused, unused);
    assert_eq!(refused(cases::comment(boss, db, say(true)).await), Problem::Forbidden);
    cases::comment(boss, db, say(false)).await.unwrap();
    let theirs = cases::vocabulary(&house.theirs.administrator, db).await.unwrap();
    assert_eq!(theirs.unused, Unused::default());
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_companys_data_are_its_own(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    let data = CompanyData {
        name: "Glans & Son".into(),
        organisation_number: "556016-0680".into(),
        town: "Uppsala".into(),
        ..CompanyData::default()
    };
    settings::save_company(boss, db, data.clone()).await.unwrap();
    assert_eq!(settings::company(boss, db).await.unwrap(), data);
    assert_eq!(settings::company(&house.theirs.administrator, db).await.unwrap().name, "Putsarna AB");
    for wrong in [
        CompanyData { organisation_number: "556016-0681".into(), ..data.clone() },
        CompanyData { email: "trasig".into(), ..data.clone() },
        CompanyData { phone: "ring".into(), ..data.clone() },
    ] {
        assert!(settings::save_company(boss, db, wrong).await.is_err());
    }
    let nameless = settings::save_company(boss, db, CompanyData::default()).await;
    assert_eq!(refused(nameless), Problem::refused(Field::Name, Refusal::Empty));
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_who_may_decides(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let db = &house.db;
    for viewer in [&house.ours.office, &house.ours.employee, &house.ours.customer] {
        assert_eq!(refused(settings::words(viewer, db).await), Problem::Forbidden);
        assert_eq!(refused(settings::company(viewer, db).await), Problem::Forbidden);
        let saved = settings::save_company(viewer, db, CompanyData::default()).await;
        assert_eq!(refused(saved), Problem::Forbidden);
        assert_eq!(refused(settings::use_features(viewer, db, Unused::default()).await), Problem::Forbidden);
        assert_eq!(refused(settings::add_status(viewer, db, status_draft("x")).await), Problem::Forbidden);
        let id = StatusId(1);
        assert_eq!(
            refused(settings::save_status(viewer, db, id, status_draft("x")).await),
            Problem::Forbidden
        );
        assert_eq!(refused(settings::move_status(viewer, db, id, false).await), Problem::Forbidden);
        assert_eq!(refused(settings::remove_status(viewer, db, id, None).await), Problem::Forbidden);
        let id = TypeId(1);
        assert_eq!(refused(settings::add_type(viewer, db, type_draft("x")).await), Problem::Forbidden);
        assert_eq!(refused(settings::save_type(viewer, db, id, type_draft("x")).await), Problem::Forbidden);
        assert_eq!(refused(settings::move_type(viewer, db, id, false).await), Problem::Forbidden);
        assert_eq!(refused(settings::remove_type(viewer, db, id, None).await), Problem::Forbidden);
    }
    assert_eq!(offered(&house, &house.ours.administrator).await.len(), 7);
}

/// What only one company has, the other neither changes nor gets.
#[sqlx::test(migrations = "../../migrations")]
async fn the_other_company_decides_nothing_here(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, they, db) = (&house.ours.administrator, &house.theirs.administrator, &house.db);
    let own = settings::add_status(boss, db, status_draft("Vår egen")).await.unwrap();
    let own_type = settings::add_type(boss, db, type_draft("Vår egen")).await.unwrap();
    assert_eq!(refused(settings::save_status(they, db, own, status_draft("x")).await), Problem::NotFound);
    assert_eq!(refused(settings::move_status(they, db, own, true).await), Problem::NotFound);
    assert_eq!(refused(settings::remove_status(they, db, own, None).await), Problem::NotFound);
    assert_eq!(refused(settings::save_type(they, db, own_type, type_draft("x")).await), Problem::NotFound);
    assert_eq!(refused(settings::move_type(they, db, own_type, true).await), Problem::NotFound);
    assert_eq!(refused(settings::remove_type(they, db, own_type, None).await), Problem::NotFound);
    let theirs = case(&house, they, "Deras").await;
    assert_eq!(theirs, CaseNumber(1));
    let merged = settings::remove_status(they, db, status::NEW, Some(own)).await;
    assert_eq!(refused(merged), Problem::refused(Field::Status, Refusal::Unknown));
    let merged = settings::remove_type(they, db, TypeId(1), Some(own_type)).await;
    assert_eq!(refused(merged), Problem::refused(Field::Type, Refusal::Unknown));
    let words = settings::words(they, db).await.unwrap();
    assert_eq!((words.statuses.len(), words.types.len()), (7, 6));
}
