//! Employees: who may see and change what is kept about them, how they come in, and handing over.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;
mod witness;

use domain::{
    cases::{Channel, Filter, NewCase, Responsible, Returned},
    employees::{EmployeeFilter, HandOver, Profile, Shown},
    events::Change,
    ids::{PersonId, TeamId},
    people::{Role, Viewer},
    policy::{Action, Permissions},
    problem::{Field, Problem, Refusal},
    roles::RoleChoice,
};
use fixtures::{ELODIE, FORMER, House, house, register};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{cases, employees, people, sessions, teams};
use witness::{fingerprint, history, invalid, refused};

/// Johan Åkesson.
const JOHAN: PersonId = PersonId(3);
/// Sara Öberg.
const SARA: PersonId = PersonId(4);

fn profile(name: &str) -> Profile {
    Profile {
        name: name.into(),
        title: Some("Lokalvårdare".into()),
        role: RoleChoice::BuiltIn(Role::Employee),
        team: None,
        email: None,
        user_name: Some("nadia.said".into()),
        phone: Some("070-174 06 01".into()),
        active: true,
    }
}

async fn profile_of(house: &House, id: PersonId) -> Profile {
    employees::show(&house.ours.administrator, &house.db, id).await.unwrap().employee.profile
}

async fn names(house: &House, filter: EmployeeFilter) -> Vec<String> {
    let found = employees::list(&house.ours.office, &house.db, &filter).await.unwrap();
    found.into_iter().map(|employee| employee.profile.name).collect()
}

fn query(text: &str) -> EmployeeFilter {
    EmployeeFilter { query: text.into(), ..EmployeeFilter::default() }
}

/// Opens a session of theirs, and tells whether it still is one.
async fn log_in(house: &House, viewer: &Viewer) {
    let login = sessions::Login { company: viewer.company, person: viewer.person };
    sessions::open(&house.db, &login, b"theirs", "Firefox", "192.0.2.7").await.unwrap();
}

async fn is_logged_in(house: &House) -> bool {
    sessions::viewer(&house.db, b"theirs").await.unwrap().is_some()
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_list_finds_staff_by_all_that_is_known_of_them(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let admin = &house.ours.administrator;
    let id = employees::create(admin, &house.db, profile("Nadia Said")).await.unwrap();
    assert_eq!(id, PersonId(8), "the company's next number");
    for text in ["nadia", "said lokal", "nadia.said", "8"] {
        assert_eq!(names(&house, query(text)).await, ["Nadia Said"], "{text}");
    }
    for text in
        ["070-174 06 01", "+46 70 174 06 01", "0046701740601", "+46 (0)70-174", "0701740", "nadia 070-174 06"]
    {
        assert_eq!(names(&house, query(text)).await, ["Nadia Said"], "{text}");
    }
    for text in ["070-174 06 02", "johan 070-174 06 01", "💥", "'", "%", "\\"] {
        assert!(names(&house, query(text)).await.is_empty(), "{text}");
    }
    assert_eq!(profile_of(&house, id).await.phone.as_deref(), Some("+46701740601"));
    assert!(names(&house, query("karin")).await.is_empty(), "a customer's contact is no employee");
    assert!(names(&house, query("olle")).await.is_empty());
    let former = EmployeeFilter { shown: Shown::Inactive, ..EmployeeFilter::default() };
    assert_eq!(names(&house, former).await, ["Olle Borta"]);
    let all = EmployeeFilter { shown: Shown::All, ..EmployeeFilter::default() };
    assert_eq!(names(&house, all).await.len(), 7);
    assert_eq!(
        refused(employees::list(&house.ours.employee, &house.db, &query("")).await),
        Problem::Forbidden
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn phones_that_were_typed_before_numbers_were_read_are_found_too(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    house
        .arrange(
            "UPDATE person SET phone = '070-174 06 05' WHERE id = 3;
             UPDATE person SET phone = '+46 (0)70-174 06 06' WHERE id = 4;
             UPDATE person SET phone = '174 06 07 kvällar' WHERE id = 7;",
        )
        .await;
    house.arrange(include_str!("../../../migrations/0140_staff_phones.sql")).await;
    let phones: Vec<String> = sqlx::query_scalar(
        "SELECT phone FROM person WHERE company_id = $1 AND phone IS NOT NULL ORDER BY id",
    )
    .bind(house.ours.id)
    .fetch_all(&house.owner)
    .await
    .unwrap();
    assert_eq!(phones, ["+46701740605", "+46701740606", "174 06 07 kvällar"]);
    assert_eq!(names(&house, query("070-174 06 06")).await, ["Sara Öberg"]);
    assert_eq!(names(&house, query("174 06 07")).await, ["Élodie Zetterström"]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn customers_logins_leave_no_gap_in_the_staffs_numbers(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    house
        .arrange(
            "INSERT INTO person (company_id, id, role, name, customer_id)
             SELECT c.id, n, 'customer', 'Kund ' || n, 1002 FROM company c, unnest(ARRAY[8, 9, 400]) AS n",
        )
        .await;
    let admin = &house.ours.administrator;
    let mut numbers = Vec::new();
    for name in ["Nadia Said", "Amira Haddad"] {
        let profile = Profile { user_name: None, ..profile(name) };
        numbers.push(employees::create(admin, &house.db, profile).await.unwrap().0);
    }
    assert_eq!(numbers, [10, 11]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn two_who_edit_the_same_employee_keep_each_others_changes(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (db, admin) = (&house.db, &house.ours.administrator);
    let seen = profile_of(&house, JOHAN).await;
    let title = |title: &str| Profile { title: Some(title.into()), ..seen.clone() };
    assert_eq!(employees::save(admin, db, JOHAN, Some(&seen), title("Planerare")).await.unwrap(), None);
    let phone = Profile { phone: Some("070-174 06 09".into()), ..seen.clone() };
    assert_eq!(employees::save(admin, db, JOHAN, Some(&seen), phone).await.unwrap(), None);
    let both = profile_of(&house, JOHAN).await;
    assert_eq!((both.title.as_deref(), both.phone.as_deref()), (Some("Planerare"), Some("+46701740609")));
    let clash = employees::save(admin, db, JOHAN, Some(&seen), title("Chef")).await.unwrap().unwrap();
    assert_eq!((&clash.fields, &clash.now), (&vec![Field::Title], &both));
    assert_eq!(profile_of(&house, JOHAN).await, both, "nothing is saved until one has chosen");
    employees::save(admin, db, JOHAN, Some(&clash.now), clash.mine).await.unwrap();
    let chosen = Profile { title: Some("Chef".into()), ..both };
    assert_eq!(profile_of(&house, JOHAN).await, chosen);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_card_has_the_open_cases_that_they_answer_for_and_are_linked_to(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let office = &house.ours.office;
    let theirs = NewCase { responsible: Some(JOHAN), ..NewCase::new("Nyckel", Channel::Phone) };
    let linked = NewCase { participants: vec![JOHAN], ..NewCase::new("Mopp", Channel::Phone) };
    let solved = NewCase { status: Some(fixtures::status::SOLVED), ..theirs.clone() };
    for case in [theirs.clone(), theirs, linked, solved] {
        register(&house, office, case).await;
    }
    let card = employees::show(office, &house.db, JOHAN).await.unwrap();
    assert_eq!((card.employee.open_cases, card.responsible.matching.counted), (2, 2));
    assert_eq!(card.linked.rows.iter().map(|row| row.subject.as_str()).collect::<Vec<_>>(), ["Mopp"]);
    assert!(card.access.has_password && card.access.invited_until.is_none());
    for nobody in [PersonId(6), PersonId(99)] {
        assert_eq!(refused(employees::show(office, &house.db, nobody).await), Problem::NotFound);
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn all_that_is_wrong_with_a_profile_is_told_at_its_fields(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (admin, theirs) = (&house.ours.administrator, house.theirs.id);
    let taken = Profile {
        // A login is unique over all companies, and an e-mail is one as well as a user name.
        email: Some(format!("ANNA{theirs}@example.se")),
        user_name: Some("maria70".into()),
        team: Some(TeamId(9)),
        ..profile("Nadia")
    };
    let errors = invalid(employees::create(admin, &house.db, taken).await);
    assert_eq!(
        errors,
        [(Field::Email, Refusal::Taken), (Field::UserName, Refusal::Taken), (Field::Team, Refusal::Unknown)]
    );
    assert_eq!(
        refused(employees::create(&house.ours.office, &house.db, profile("Nadia")).await),
        Problem::Forbidden
    );
    let own = profile_of(&house, JOHAN).await;
    employees::save(admin, &house.db, JOHAN, None, own).await.unwrap();
    assert_eq!(
        refused(employees::save(admin, &house.db, PersonId(6), None, profile("Karin")).await),
        Problem::NotFound
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_is_inactive_is_logged_out_and_cannot_be_chosen_but_keeps_the_history(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let admin = &house.ours.administrator;
    let case = NewCase { responsible: Some(JOHAN), ..NewCase::new("Nyckel", Channel::Phone) };
    let number = register(&house, &house.ours.office, case.clone()).await;
    log_in(&house, &house.ours.employee).await;
    assert!(is_logged_in(&house).await);
    let gone = Profile { active: false, ..profile_of(&house, JOHAN).await };
    employees::save(admin, &house.db, JOHAN, None, gone).await.unwrap();
    assert!(!is_logged_in(&house).await);
    assert!(people::search(admin, &house.db, "johan").await.unwrap().is_empty());
    let refused = invalid(cases::create(admin, &house.db, case).await);
    assert_eq!(refused, [(Field::Responsible, Refusal::Unknown)]);
    let row = cases::row(admin, &house.db, number).await.unwrap();
    assert_eq!(row.responsible.unwrap().name, "Johan Åkesson");
}

#[sqlx::test(migrations = "../../migrations")]
async fn nobody_takes_their_own_role_or_place_away(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let admin = &house.ours.administrator;
    let own = profile_of(&house, admin.person).await;
    let less = Profile { role: RoleChoice::BuiltIn(Role::Office), active: false, ..own };
    let errors = invalid(employees::save(admin, &house.db, admin.person, None, less).await);
    assert_eq!(errors, [(Field::Role, Refusal::Oneself), (Field::Active, Refusal::Oneself)]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_manages_people_alone_makes_nobody_mightier(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (db, office) = (&house.db, &house.ours.office);
    let permissions = Permissions::of(Role::Office).with(Action::ManagePeople);
    let manager = &Viewer { permissions, ..office.clone() };
    employees::create(manager, db, profile("Nadia")).await.unwrap();
    let chief =
        Profile { role: RoleChoice::BuiltIn(Role::Administrator), user_name: None, ..profile("Chefen") };
    assert_eq!(refused(employees::create(manager, db, chief.clone()).await), Problem::Forbidden);
    let promoted = Profile { role: RoleChoice::BuiltIn(Role::Office), ..profile_of(&house, JOHAN).await };
    assert_eq!(refused(employees::save(manager, db, JOHAN, None, promoted).await), Problem::Forbidden);
    let administrator = house.ours.administrator.person;
    assert_eq!(
        refused(employees::set_password(manager, db, administrator, "mine").await),
        Problem::Forbidden
    );
    assert_eq!(refused(employees::invite(manager, db, administrator).await), Problem::Forbidden);
    // Nor do they take an administrator's login or activity.
    let taken = Profile { email: Some("mine@example.se".into()), ..profile_of(&house, administrator).await };
    assert_eq!(refused(employees::save(manager, db, administrator, None, taken).await), Problem::Forbidden);
    let gone = Profile { active: false, ..profile_of(&house, administrator).await };
    assert_eq!(refused(employees::save(manager, db, administrator, None, gone).await), Problem::Forbidden);
    let own = Profile { title: Some("Chef".into()), ..profile_of(&house, manager.person).await };
    employees::save(manager, db, manager.person, None, own).await.unwrap();
    employees::invite(manager, db, JOHAN).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_one_time_link_works_once(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (db, admin) = (&house.db, &house.ours.administrator);
    log_in(&house, &house.ours.employee).await;
    let former = hash(&house, &employees::invite(admin, db, JOHAN).await.unwrap()).await;
    let secret = employees::invite(admin, db, JOHAN).await.unwrap();
    assert_eq!(secret.len(), 64);
    let token = hash(&house, &secret).await;
    assert!(
        employees::invited(db, &former).await.unwrap().is_none(),
        "a new link takes the place of the former"
    );
    assert!(employees::invited(db, secret.as_bytes()).await.unwrap().is_none(), "only the hash is kept");
    let invited = employees::invited(db, &token).await.unwrap().unwrap();
    assert_eq!((invited.person, invited.name.as_str()), (JOHAN, "Johan Åkesson"));
    employees::redeem(db, &invited, &token, "chosen").await.unwrap();
    assert!(!is_logged_in(&house).await);
    let login = format!("johan{}", house.ours.id);
    assert_eq!(sessions::login_account(db, &login).await.unwrap().unwrap().password_hash, "chosen");
    assert_eq!(refused(employees::redeem(db, &invited, &token, "again").await), Problem::NotFound);
    assert!(employees::invited(db, &token).await.unwrap().is_none());
    // Too late.
    let late = hash(&house, &employees::invite(admin, db, JOHAN).await.unwrap()).await;
    house.arrange("UPDATE invitation SET expires_at = now() - interval '1 second'").await;
    assert!(employees::invited(db, &late).await.unwrap().is_none());
    assert_eq!(refused(employees::redeem(db, &invited, &late, "late").await), Problem::NotFound);
}

async fn hash(house: &House, secret: &str) -> Vec<u8> {
    let hash = sqlx::query_scalar("SELECT sha256(convert_to($1, 'UTF8'))").bind(secret);
    hash.fetch_one(&house.owner).await.unwrap()
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_password_needs_a_login_and_somebody_who_works_here(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (db, admin) = (&house.db, &house.ours.administrator);
    let silent = Profile { user_name: None, ..profile("Nadia") };
    let id = employees::create(admin, db, silent).await.unwrap();
    let wanted = [(Field::UserName, Refusal::Empty)];
    assert_eq!(invalid(employees::set_password(admin, db, id, "hash").await), wanted);
    assert_eq!(refused(employees::set_password(admin, db, FORMER, "hash").await), Problem::NotFound);
    log_in(&house, &house.ours.employee).await;
    employees::set_password(admin, db, JOHAN, "new").await.unwrap();
    assert!(!is_logged_in(&house).await);
    assert_eq!(
        refused(employees::set_password(&house.ours.office, db, JOHAN, "x").await),
        Problem::Forbidden
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn handing_over_moves_all_open_cases_and_can_be_taken_back(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (db, admin) = (&house.db, &house.ours.administrator);
    let theirs = NewCase { responsible: Some(JOHAN), ..NewCase::new("Nyckel", Channel::Phone) };
    let solved = NewCase { status: Some(fixtures::status::SOLVED), ..theirs.clone() };
    let first = register(&house, admin, theirs.clone()).await;
    register(&house, admin, theirs).await;
    let closed = register(&house, admin, solved).await;
    let wanted = HandOver { from: JOHAN, to: SARA, deactivate: true };
    let receipt = employees::hand_over(admin, db, wanted).await.unwrap();
    assert_eq!((receipt.changed, receipt.responsible.as_deref()), (2, Some("Sara Öberg")));
    assert_eq!(
        history(&house, admin, first).await.pop().unwrap(),
        [Change::Responsible { from: Some(JOHAN), to: Some(SARA) }]
    );
    assert_eq!(cases::row(admin, db, closed).await.unwrap().responsible.unwrap().id, JOHAN);
    assert!(!profile_of(&house, JOHAN).await.active);
    let undone = cases::undo(admin, db, receipt.batch.unwrap()).await.unwrap();
    assert_eq!(undone.changed, 2);
    assert_eq!(undone.returned, Some(Returned { name: "Johan Åkesson".into(), active: true }));
    assert!(profile_of(&house, JOHAN).await.active);
    let back = Filter { responsible: vec![Responsible::Person(JOHAN)], ..Filter::default() };
    assert_eq!(cases::list(admin, db, &back).await.unwrap().rows.len(), 2);
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_undone_handing_over_makes_active_again_unless_that_was_decided_since(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (db, admin) = (&house.db, &house.ours.administrator);
    let theirs = NewCase { responsible: Some(JOHAN), ..NewCase::new("Nyckel", Channel::Phone) };
    register(&house, admin, theirs).await;
    let hand = async || {
        let wanted = HandOver { from: JOHAN, to: SARA, deactivate: true };
        employees::hand_over(admin, db, wanted).await.unwrap().batch.unwrap()
    };
    // Other words about them decide nothing about that.
    let batch = hand().await;
    let profile = Profile { title: Some("Planerare".into()), ..profile_of(&house, JOHAN).await };
    employees::save(admin, db, JOHAN, None, profile).await.unwrap();
    // Who may take back what others did, but not make anybody active, is told so.
    let mut other = house.ours.office.clone();
    other.permissions = other.permissions.with(Action::UndoForOthers);
    let undone = cases::undo(&other, db, batch).await.unwrap();
    assert_eq!(undone.returned, Some(Returned { name: "Johan Åkesson".into(), active: false }));
    assert!(!profile_of(&house, JOHAN).await.active);
    let again = cases::undo(admin, db, batch).await.unwrap();
    assert_eq!((again.changed, again.returned.map(|returned| returned.active)), (0, Some(true)));
    assert!(profile_of(&house, JOHAN).await.active);
    // Made inactive once more, by hand: that holds.
    let batch = hand().await;
    for active in [true, false] {
        let profile = Profile { active, ..profile_of(&house, JOHAN).await };
        employees::save(admin, db, JOHAN, None, profile).await.unwrap();
    }
    let undone = cases::undo(admin, db, batch).await.unwrap();
    assert_eq!((undone.changed, undone.returned), (1, None));
    assert!(!profile_of(&house, JOHAN).await.active);
}

#[sqlx::test(migrations = "../../migrations")]
async fn handing_over_is_done_whole_or_not_at_all(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (db, office) = (&house.db, &house.ours.office);
    let theirs = NewCase { responsible: Some(JOHAN), ..NewCase::new("Nyckel", Channel::Phone) };
    register(&house, office, theirs).await;
    let before = fingerprint(&house).await;
    let hand = |to, deactivate| HandOver { from: JOHAN, to, deactivate };
    // The office may hand over, but makes nobody inactive.
    assert_eq!(refused(employees::hand_over(office, db, hand(SARA, true)).await), Problem::Forbidden);
    let unknown = [(Field::Responsible, Refusal::Unknown)];
    assert_eq!(invalid(employees::hand_over(office, db, hand(JOHAN, false)).await), unknown);
    assert_eq!(invalid(employees::hand_over(office, db, hand(FORMER, false)).await), unknown);
    let nothing = HandOver { from: ELODIE, ..hand(SARA, false) };
    assert_eq!(
        invalid(employees::hand_over(office, db, nothing).await),
        [(Field::Selection, Refusal::Empty)]
    );
    assert_eq!(
        refused(employees::hand_over(&house.ours.employee, db, hand(SARA, false)).await),
        Problem::Forbidden
    );
    assert_eq!(fingerprint(&house).await, before);
    assert!(profile_of(&house, JOHAN).await.active);
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_other_company_is_neither_seen_nor_touched(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (db, admin, they) = (&house.db, &house.ours.administrator, &house.theirs.administrator);
    let id = employees::create(admin, db, profile("Hemliga Henrik")).await.unwrap();
    let case = NewCase { responsible: Some(id), ..NewCase::new("Nyckel", Channel::Phone) };
    register(&house, admin, case).await;
    let team = teams::add(admin, db, "Hemliga laget").await.unwrap();
    assert!(employees::list(they, db, &query("henrik")).await.unwrap().is_empty());
    assert!(teams::list(they, db).await.unwrap().is_empty());
    assert_eq!(refused(employees::show(they, db, id).await), Problem::NotFound);
    assert_eq!(
        refused(employees::save(they, db, id, None, Profile { user_name: None, ..profile("Tagen") }).await),
        Problem::NotFound
    );
    assert_eq!(refused(employees::set_password(they, db, id, "x").await), Problem::NotFound);
    assert_eq!(refused(employees::invite(they, db, id).await), Problem::NotFound);
    assert_eq!(refused(teams::rename(they, db, team, "Taget").await), Problem::NotFound);
    assert_eq!(refused(teams::remove(they, db, team).await), Problem::NotFound);
    let wanted = HandOver { from: id, to: SARA, deactivate: true };
    assert_eq!(invalid(employees::hand_over(they, db, wanted).await), [(Field::Selection, Refusal::Empty)]);
    assert!(profile_of(&house, id).await.active);
}
