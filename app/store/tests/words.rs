//! What server processes keep of a company's words: never old ones, never another company's.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;

use domain::{
    cases::{Feature, Filter, Hue, Symbol, Unused, Vocabulary},
    people::{Role, Viewer},
    policy::{Action, Permissions},
    roles::RoleDraft,
    settings::{StatusDraft, TypeDraft},
};
use fixtures::{House, case, house, status};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{Db, page, roles, sessions, settings, teams, views};

/// The viewer as they come by a session, which tells how often the words have changed.
async fn come(db: &Db, viewer: &Viewer) -> Viewer {
    let token = format!("{}-{}", viewer.company, viewer.person);
    if sessions::viewer(db, token.as_bytes()).await.unwrap().is_none() {
        let login = sessions::Login { company: viewer.company, person: viewer.person };
        sessions::open(db, &login, token.as_bytes(), "Firefox", "192.0.2.7").await.unwrap();
    }
    sessions::viewer(db, token.as_bytes()).await.unwrap().unwrap()
}

/// The words on a page that is asked for now.
async fn words(db: &Db, viewer: &Viewer) -> Vocabulary {
    page::read(&come(db, viewer).await, db).await.unwrap().0
}

fn named(name: &str) -> StatusDraft {
    StatusDraft {
        name: name.into(),
        is_open: true,
        symbol: Symbol::New,
        hue: Hue::Blue,
        is_initial: true,
        hidden: false,
    }
}

/// Another server process on the same database.
async fn other_process(house: &House) -> Db {
    Db::connect(house.connect.clone(), 2).await.unwrap()
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_renamed_is_read_anew_by_every_process(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, office) = (&house.ours.administrator, &house.ours.office);
    let other = other_process(&house).await;
    let name = async |db| words(db, office).await.status(status::NEW).unwrap().name.clone();
    assert_eq!((name(&house.db).await, name(&other).await), ("Ny".into(), "Ny".into()));
    settings::save_status(boss, &house.db, status::NEW, named("Nyinkommet")).await.unwrap();
    assert_eq!((name(&house.db).await, name(&other).await), ("Nyinkommet".into(), "Nyinkommet".into()));
}

#[sqlx::test(migrations = "../../migrations")]
async fn all_that_changes_the_words_is_counted(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    let changes = async || come(db, boss).await.word_changes.unwrap();
    let mut before = changes().await;
    let mut is_counted = async |what: &str| {
        let now = changes().await;
        assert!(now > before, "{what}");
        before = now;
    };
    let draft = TypeDraft { name: "Skada".into(), due_days: None, responsible: None, hidden: false };
    settings::add_type(boss, db, draft).await.unwrap();
    is_counted("a type").await;
    let team = teams::add(boss, db, "Lag syd").await.unwrap();
    is_counted("a team").await;
    teams::remove(boss, db, team).await.unwrap();
    is_counted("a team that goes").await;
    settings::use_features(boss, db, Unused::named([Feature::Channel.as_str()])).await.unwrap();
    is_counted("what the company does without").await;
    let permissions = Permissions::named([Action::UseDesk.as_str()]);
    let role = RoleDraft { name: "Gruppledare".into(), base: Role::Office, permissions };
    roles::save(boss, db, None, role).await.unwrap();
    is_counted("a role").await;
    house.arrange("UPDATE person SET name = 'Johan Ås' WHERE id = 3").await;
    is_counted("the name of whom a type may name").await;
    house.arrange("UPDATE person SET active = false WHERE id = 3").await;
    is_counted("who has left").await;
    let unchanged = changes().await;
    house.arrange("UPDATE person SET language = 'en', name = name WHERE id = 4").await;
    assert_eq!(changes().await, unchanged);
}

#[sqlx::test(migrations = "../../migrations")]
async fn another_companys_words_stay_its_own(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (ours, theirs) = (&house.ours.administrator, &house.theirs.administrator);
    settings::save_status(ours, &house.db, status::NEW, named("Vårt")).await.unwrap();
    settings::save_status(theirs, &house.db, status::NEW, named("Deras")).await.unwrap();
    for _ in 0..2 {
        for (viewer, name) in [(ours, "Vårt"), (theirs, "Deras")] {
            assert_eq!(words(&house.db, viewer).await.status(status::NEW).unwrap().name, name);
        }
    }
    // The number alone gives nobody a way to another company's words.
    let counted = come(&house.db, ours).await.word_changes;
    assert_eq!(come(&house.db, theirs).await.word_changes, counted);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_view_means_a_merged_status_at_once(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    let query = Filter::with_status("ny").to_query();
    let shown = async || {
        let page = views::open(&come(db, boss).await, db, &format!("?{query}")).await.unwrap().page;
        page.rows.into_iter().map(|row| row.status).collect::<Vec<_>>()
    };
    case(&house, boss, "Nyckeln saknas").await;
    assert_eq!(shown().await, [status::NEW]);
    settings::remove_status(boss, db, status::NEW, Some(status::ASSIGNED)).await.unwrap();
    assert_eq!(shown().await, [status::ASSIGNED]);
}
