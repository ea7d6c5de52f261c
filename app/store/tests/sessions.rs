//! Logins: recognised, listed, revoked, and guessing slowed down.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;

use domain::{
    cases::{Channel, NewCase},
    ids::SessionId,
    people::{Role, Viewer},
    policy::{Action, Permissions},
    text::Language,
};
use fixtures::{House, case, house};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::sessions::{self, Login};

async fn open(house: &House, viewer: &Viewer, token: &[u8]) -> SessionId {
    let login = Login { company: viewer.company, person: viewer.person };
    sessions::open(&house.db, &login, token, "Firefox", "192.0.2.7").await.unwrap()
}

async fn viewer(house: &House, token: &[u8]) -> Option<Viewer> {
    sessions::viewer(&house.db, token).await.unwrap()
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_session_knows_its_viewer(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let session = open(&house, &house.ours.office, b"one").await;
    open(&house, &house.theirs.office, b"two").await;
    let known = viewer(&house, b"one").await.unwrap();
    assert!(known.word_changes.is_some());
    assert_eq!(known, Viewer { session, word_changes: known.word_changes, ..house.ours.office.clone() });
    let other = viewer(&house, b"two").await.unwrap();
    assert_eq!((other.company, other.company_name.as_str()), (house.theirs.id, "Putsarna AB"));
    assert_eq!(viewer(&house, b"three").await, None);
    assert_eq!(viewer(&house, b"").await, None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_session_ends_when_it_is_closed_revoked_or_expired(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    for token in [b"1", b"2", b"3"] {
        open(&house, office, token).await;
    }
    let one = viewer(&house, b"1").await.unwrap();
    sessions::close(&one, &house.db).await.unwrap();
    let two = viewer(&house, b"2").await.unwrap();
    let three = viewer(&house, b"3").await.unwrap();
    sessions::revoke(&two, &house.db, three.session).await.unwrap();
    assert_eq!((viewer(&house, b"1").await, viewer(&house, b"3").await), (None, None));
    assert!(viewer(&house, b"2").await.is_some());
    house.arrange("UPDATE session SET expires_at = now() - interval '1 second'").await;
    assert_eq!(viewer(&house, b"2").await, None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn nobody_revokes_anothers_session(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let session = open(&house, &house.ours.office, b"1").await;
    for other in [&house.ours.administrator, &house.ours.employee, &house.theirs.office] {
        sessions::revoke(other, &house.db, session).await.unwrap();
        assert!(sessions::list(other, &house.db).await.unwrap().is_empty());
    }
    assert!(viewer(&house, b"1").await.is_some());
}

#[sqlx::test(migrations = "../../migrations")]
async fn whoever_has_left_is_out_at_once(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    open(&house, &house.ours.office, b"1").await;
    house.arrange("UPDATE person SET active = false").await;
    assert_eq!(viewer(&house, b"1").await, None);
    let login = format!("maria{}", house.ours.id);
    assert!(sessions::login_account(&house.db, &login).await.unwrap().is_none());
}

#[sqlx::test(migrations = "../../migrations")]
async fn use_moves_the_end(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    open(&house, &house.ours.office, b"1").await;
    let ends = "SELECT expires_at > now() + interval '29 days' AND seen_at > now() - interval '1 minute' FROM session";
    let ends = async || sqlx::query_scalar::<_, bool>(ends).fetch_one(&house.owner).await.unwrap();
    assert!(ends().await);
    house
        .arrange("UPDATE session SET seen_at = now() - interval '6 minutes', expires_at = now() + interval '1 day'")
        .await;
    assert!(!ends().await);
    viewer(&house, b"1").await.unwrap();
    assert!(ends().await);
}

#[sqlx::test(migrations = "../../migrations")]
async fn one_sees_ones_own_sessions(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let first = open(&house, &house.ours.office, b"1").await;
    let second = open(&house, &house.ours.office, b"2").await;
    open(&house, &house.ours.employee, b"3").await;
    open(&house, &house.theirs.office, b"4").await;
    house.arrange("UPDATE session SET seen_at = now() - interval '1 minute' WHERE token_hash = '1'").await;
    let own = sessions::list(&viewer(&house, b"1").await.unwrap(), &house.db).await.unwrap();
    let own: Vec<_> =
        own.iter().map(|session| (session.id, session.current, session.address.as_str())).collect();
    assert_eq!(own, [(second, false, "192.0.2.7"), (first, true, "192.0.2.7")]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn accounts_are_found_by_address_and_user_name(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let id = house.ours.id;
    for login in [format!("johan{id}"), format!("JOHAN{id}"), format!("Johan{id}@Example.se")] {
        let account = sessions::login_account(&house.db, &login).await.unwrap().unwrap();
        assert_eq!(
            (account.company, account.person, account.role),
            (id, house.ours.employee.person, Role::Employee)
        );
        assert_eq!(account.password_hash, "hash");
    }
    for login in ["", "johan", "johan%", "' OR true --"] {
        assert!(sessions::login_account(&house.db, login).await.unwrap().is_none(), "{login}");
    }
    house.arrange("UPDATE person SET password_hash = NULL").await;
    assert!(sessions::login_account(&house.db, &format!("johan{id}")).await.unwrap().is_none());
}

#[sqlx::test(migrations = "../../migrations")]
async fn guessing_is_slowed_down_and_forgotten(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let attempt =
        async |login: &str, address: &str| sessions::attempt(&house.db, login, address).await.unwrap();
    for _ in 0..5 {
        assert_eq!(attempt("johan", "192.0.2.7").await, None);
    }
    for minutes in [1, 2, 4, 8, 15, 15, 15] {
        let seconds = attempt("johan", "192.0.2.7").await.unwrap();
        assert!((minutes * 60 - 5..=minutes * 60).contains(&seconds), "{minutes}: {seconds}");
        // From elsewhere it is the same account; what is refused is not counted.
        assert!(attempt("johan", "203.0.113.9").await.is_some());
        house.arrange("UPDATE login_failure SET last_at = last_at - interval '16 minutes'").await;
        assert_eq!(attempt("johan", "192.0.2.7").await, None, "one try after the wait");
    }
    // A colleague behind the same address has tries of her own.
    assert_eq!(attempt("sara", "192.0.2.7").await, None);
    house.arrange("UPDATE login_failure SET last_at = now() - interval '61 minutes'").await;
    assert_eq!(attempt("johan", "192.0.2.7").await, None);
    assert_eq!(attempt("johan", "192.0.2.7").await, None, "after an hour all is forgotten");
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_address_that_guesses_at_everybody_is_slowed_down(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    for number in 0..50 {
        let login = format!("person{number}");
        assert_eq!(sessions::attempt(&house.db, &login, "192.0.2.7").await.unwrap(), None);
    }
    assert!(sessions::attempt(&house.db, "sara", "192.0.2.7").await.unwrap().is_some());
    assert_eq!(sessions::attempt(&house.db, "sara", "203.0.113.9").await.unwrap(), None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn many_guesses_at_once_are_no_more_than_one_after_the_other(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let tries: Vec<_> = (0..40)
        .map(|number| {
            let db = house.db.clone();
            let address = format!("192.0.2.{number}");
            tokio::spawn(async move { sessions::attempt(&db, "johan", &address).await.unwrap() })
        })
        .collect();
    let mut free = 0;
    for one in tries {
        free += i32::from(one.await.unwrap().is_none());
    }
    assert_eq!(free, 5);
}

#[sqlx::test(migrations = "../../migrations")]
async fn success_forgets_the_tries(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let endless = "x".repeat(100_000);
    for _ in 0..5 {
        assert_eq!(sessions::attempt(&house.db, &endless, "192.0.2.7").await.unwrap(), None);
    }
    assert!(sessions::attempt(&house.db, &endless, "192.0.2.7").await.unwrap().is_some());
    sessions::succeeded(&house.db, &endless, "192.0.2.7").await.unwrap();
    assert_eq!(sessions::attempt(&house.db, &endless, "192.0.2.7").await.unwrap(), None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn choices_are_kept_for_oneself(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    open(&house, &house.ours.office, b"1").await;
    open(&house, &house.ours.employee, b"2").await;
    open(&house, &house.theirs.office, b"3").await;
    let me = viewer(&house, b"1").await.unwrap();
    store::people::set_language(&me, &house.db, Language::English).await.unwrap();
    store::people::set_shortcuts(&me, &house.db, false).await.unwrap();
    let me = viewer(&house, b"1").await.unwrap();
    assert_eq!((me.language, me.shortcuts), (Language::English, false));
    for other in [b"2", b"3"] {
        let other = viewer(&house, other).await.unwrap();
        assert_eq!((other.language, other.shortcuts), (Language::Swedish, true));
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_own_role_decides_what_one_may(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    open(&house, &house.ours.employee, b"1").await;
    open(&house, &house.theirs.employee, b"2").await;
    house
        .arrange(
            "INSERT INTO company_role (company_id, id, name, base, permissions)
             SELECT id, 4, 'Lagledare', 'employee', '{use_phone,see_all_cases,from_the_future}' FROM company;
             UPDATE person SET role_id = 4 WHERE id = 3 AND company_id = 70",
        )
        .await;
    let leader = viewer(&house, b"1").await.unwrap();
    assert_eq!((leader.role, leader.role_title()), (Role::Employee, "Lagledare"));
    let allowed = Permissions::default().with(Action::UsePhone).with(Action::SeeAllCases);
    assert_eq!(leader.permissions, allowed);
    let account = format!("johan{}", house.ours.id);
    let account = sessions::login_account(&house.db, &account).await.unwrap().unwrap();
    assert_eq!(account.permissions, allowed);
    // In the store it counts as well: all cases are seen, none is registered.
    let number = case(&house, &house.ours.office, "Nyckel").await;
    assert!(store::cases::show(&leader, &house.db, number).await.is_ok());
    let new = NewCase::new("Nyckel", Channel::Phone);
    assert!(store::cases::create(&leader, &house.db, new).await.is_err());
    let other = viewer(&house, b"2").await.unwrap();
    assert_eq!((other.permissions, other.role_name), (Permissions::of(Role::Employee), None));
}
