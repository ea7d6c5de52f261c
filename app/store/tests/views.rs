//! Saved views: who sees which, who may change them, how each arranges them, what they count.

#![allow(clippy::unwrap_used)]

mod fixtures;
mod witness;

use domain::{
    cases::{Channel, Count, Filter, NewCase, Priority, Unused},
    ids::{RoleId, ViewId},
    people::{Role, Viewer},
    policy::{Action, Permissions},
    problem::{Field, Problem, Refusal},
    roles::RoleChoice,
    views::{Arrange, Audience, MOST, Mark, ViewDraft, Views},
};
use fixtures::{FORMER, House, case, house, register};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{cases, roles, settings, views};
use witness::{invalid, refused};

const OFFICE: Audience = Audience::Role(RoleChoice::BuiltIn(Role::Office));

fn draft(name: &str, query: &str, audience: Audience) -> ViewDraft {
    ViewDraft { name: name.into(), query: query.into(), audience, pinned: true }
}

async fn save(house: &House, viewer: &Viewer, name: &str, audience: Audience) -> ViewId {
    views::save(viewer, &house.db, draft(name, "ansvarig=jag", audience)).await.unwrap()
}

async fn seen(house: &House, viewer: &Viewer) -> Views {
    views::open(viewer, &house.db, "").await.unwrap().views
}

async fn names(house: &House, viewer: &Viewer) -> Vec<String> {
    seen(house, viewer).await.all.into_iter().map(|view| view.name).collect()
}

/// An employee who works at a desk by a role of the company's own, number 1.
async fn team_leader(house: &House) -> Viewer {
    house
        .arrange(
            "INSERT INTO company_role (company_id, id, name, base, permissions)
             SELECT id, 1, 'Lagledare', 'employee', '{use_desk,use_phone}' FROM company;
             UPDATE person SET role_id = 1 WHERE id = 4",
        )
        .await;
    let permissions = Permissions::default().with(Action::UseDesk).with(Action::UsePhone);
    Viewer { permissions, ..house.ours.colleague.clone() }
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_switched_off_narrows_neither_views_nor_addresses_and_comes_back(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let high = NewCase { priority: Priority::High, ..NewCase::new("Brådskar", Channel::Phone) };
    register(&house, anna, high).await;
    case(&house, anna, "Kan vänta").await;
    let view = draft("Viktiga", "prioritet=hog&kanal=telefon", Audience::Own);
    let id = views::save(anna, db, view).await.unwrap();
    let address = format!("prioritet=hog&kanal=telefon&vy={id}");
    let opened = async || {
        let opening = views::open(anna, db, &address).await.unwrap();
        let counts = views::counts(anna, db).await.unwrap();
        (opening.views.get(id).unwrap().query.clone(), opening.page.rows.len(), counts[0].count)
    };
    assert_eq!(opened().await, ("prioritet=hog&kanal=telefon".into(), 1, Count::of(1)));
    settings::use_features(anna, db, Unused::named(["priority"])).await.unwrap();
    assert_eq!(opened().await, ("kanal=telefon".into(), 2, Count::of(2)));
    let old = Filter::from_query("prioritet=hog");
    assert_eq!(cases::list(anna, db, &old).await.unwrap().rows.len(), 2, "an old address");
    settings::use_features(anna, db, Unused::default()).await.unwrap();
    assert_eq!(opened().await.1, 1, "the view has kept it");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_view_of_nothing_but_what_is_switched_off_does_not_stand_above_the_list(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, db) = (&house.ours.administrator, &house.db);
    let idle = views::save(anna, db, draft("Viktiga", "prioritet=hog", Audience::Own)).await.unwrap();
    let other =
        views::save(anna, db, draft("Viktiga nya", "prioritet=hog&status=ny", Audience::Own)).await.unwrap();
    let above = async || {
        let views = views::open(anna, db, "").await.unwrap().views.all;
        let above: Vec<_> = views.iter().filter(|view| view.stands_above()).map(|view| view.id).collect();
        let counted: Vec<_> =
            views::counts(anna, db).await.unwrap().into_iter().map(|counted| counted.view).collect();
        assert_eq!(counted, above);
        above
    };
    assert_eq!(above().await, [idle, other]);
    settings::use_features(anna, db, Unused::named(["priority"])).await.unwrap();
    assert_eq!(above().await, [other]);
    settings::use_features(anna, db, Unused::default()).await.unwrap();
    assert_eq!(above().await, [idle, other]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn each_sees_their_own_those_of_their_role_and_those_for_all(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, maria) = (&house.ours.administrator, &house.ours.office);
    let leader = team_leader(&house).await;
    save(&house, maria, "Marias", Audience::Own).await;
    save(&house, anna, "Annas", Audience::Own).await;
    save(&house, anna, "Kontorets", OFFICE).await;
    save(&house, anna, "Lagledarnas", Audience::Role(RoleChoice::Own(RoleId(1)))).await;
    save(&house, anna, "Fältets", Audience::Role(RoleChoice::BuiltIn(Role::Employee))).await;
    save(&house, maria, "Allas", Audience::Company).await;
    assert_eq!(names(&house, maria).await, ["Marias", "Kontorets", "Allas"]);
    // What one has made one sees, whomever it is for.
    assert_eq!(names(&house, anna).await, ["Annas", "Kontorets", "Lagledarnas", "Fältets", "Allas"]);
    // An own role's base counts too.
    assert_eq!(names(&house, &leader).await, ["Lagledarnas", "Fältets", "Allas"]);
    let leaders = seen(&house, &leader).await.all.remove(0);
    assert_eq!((leaders.role_name.as_deref(), leaders.owner.name.as_str()), (Some("Lagledare"), "Anna Berg"));
    // Without a desk there is no list to have views of.
    assert_eq!(seen(&house, &house.ours.employee).await, Views::default());
    assert_eq!(names(&house, &house.theirs.administrator).await, [""; 0]);
    assert_eq!(seen(&house, maria).await.roles, [(RoleId(1), "Lagledare".to_owned())]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_those_who_may_share_do(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (leader, db) = (team_leader(&house).await, &house.db);
    let own = save(&house, &leader, "Mina", Audience::Own).await;
    for audience in [Audience::Company, OFFICE] {
        let shared = views::save(&leader, db, draft("Delad", "", audience)).await;
        assert_eq!(refused(shared), Problem::Forbidden);
        assert_eq!(refused(views::change(&leader, db, own, "Mina", audience).await), Problem::Forbidden);
    }
    for viewer in [&house.ours.employee, &house.ours.customer] {
        assert_eq!(refused(views::save(viewer, db, draft("X", "", Audience::Own)).await), Problem::Forbidden);
        assert_eq!(refused(views::counts(viewer, db).await), Problem::Forbidden);
        assert_eq!(refused(views::arrange(viewer, db, Arrange::Pin(own)).await), Problem::Forbidden);
    }
    let unknown = Audience::Role(RoleChoice::Own(RoleId(9)));
    let unknown = views::save(&house.ours.office, db, draft("X", "", unknown)).await;
    assert_eq!(invalid(unknown), [(Field::Role, Refusal::Unknown)]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_shared_view_is_changed_by_its_maker_or_by_who_decides_the_settings(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, maria, db) = (&house.ours.administrator, &house.ours.office, &house.db);
    let annas = save(&house, anna, "Annas", Audience::Company).await;
    assert_eq!(refused(views::change(maria, db, annas, "Tagen", OFFICE).await), Problem::Forbidden);
    assert_eq!(refused(views::keep_filter(maria, db, annas, "status=ny").await), Problem::Forbidden);
    assert_eq!(refused(views::remove(maria, db, annas).await), Problem::Forbidden);
    let marias = save(&house, maria, "Marias", Audience::Company).await;
    views::keep_filter(maria, db, marias, "sort=nr&status=ny&efter=x").await.unwrap();
    views::change(anna, db, marias, " Nya ", OFFICE).await.unwrap();
    let changed = seen(&house, maria).await.get(marias).cloned().unwrap();
    assert_eq!((changed.name.as_str(), changed.query.as_str()), ("Nya", "status=ny&sort=nr"));
    assert_eq!((changed.audience, changed.owner.id), (OFFICE, maria.person));
    // What somebody keeps for themselves does not exist for others, not even for administrators.
    views::change(maria, db, marias, "Mina", Audience::Own).await.unwrap();
    assert_eq!(refused(views::remove(anna, db, marias).await), Problem::NotFound);
    views::remove(maria, db, marias).await.unwrap();
    assert_eq!(names(&house, maria).await, ["Annas"]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_name_is_taken_only_among_views_for_the_same_people(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, maria, db) = (&house.ours.administrator, &house.ours.office, &house.db);
    let own = save(&house, maria, "Klagomål", Audience::Own).await;
    save(&house, anna, "Klagomål", Audience::Own).await;
    save(&house, anna, "Klagomål", Audience::Company).await;
    save(&house, anna, "Klagomål", OFFICE).await;
    let taken = [(Field::ViewName, Refusal::Taken)];
    for audience in [Audience::Own, Audience::Company, OFFICE] {
        let again = views::save(maria, db, draft("klagomål", "", audience)).await;
        assert_eq!(invalid(again), taken, "{audience:?}");
    }
    let shared = views::change(maria, db, own, "KLAGOMÅL", Audience::Company).await;
    assert_eq!(invalid(shared), taken);
    // Its own name is not in its way.
    views::change(maria, db, own, "KLAGOMÅL", Audience::Own).await.unwrap();
    assert_eq!(
        invalid(views::change(maria, db, own, "  ", Audience::Own).await),
        [(Field::ViewName, Refusal::Empty)]
    );
    house
        .arrange(
            "INSERT INTO saved_view (company_id, owner_id, name, query, pinned)
             SELECT c.id, 2, 'Vy ' || n, '', true FROM company c, generate_series(1, 49) n",
        )
        .await;
    let one_more = views::save(maria, db, draft("En till", "", Audience::Own)).await;
    assert_eq!(invalid(one_more), [(Field::ViewName, Refusal::TooMany { limit: MOST })]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn each_arranges_the_views_for_themselves(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (anna, maria, db) = (&house.ours.administrator, &house.ours.office, &house.db);
    let [first, second, third] = [
        save(&house, anna, "Första", Audience::Company).await,
        save(&house, anna, "Andra", Audience::Company).await,
        save(&house, maria, "Tredje", Audience::Own).await,
    ];
    views::arrange(maria, db, Arrange::Up(third)).await.unwrap();
    views::arrange(maria, db, Arrange::Up(third)).await.unwrap();
    views::arrange(maria, db, Arrange::Up(third)).await.unwrap();
    views::arrange(maria, db, Arrange::Down(first)).await.unwrap();
    assert_eq!(names(&house, maria).await, ["Tredje", "Andra", "Första"]);
    assert_eq!(names(&house, anna).await, ["Första", "Andra"]);
    // One that comes later stands last.
    save(&house, anna, "Fjärde", Audience::Company).await;
    assert_eq!(names(&house, maria).await, ["Tredje", "Andra", "Första", "Fjärde"]);

    views::arrange(maria, db, Arrange::Unpin(second)).await.unwrap();
    let pinned = |views: Views| views.pinned().map(|view| view.name.clone()).collect::<Vec<_>>();
    assert_eq!(pinned(seen(&house, maria).await), ["Tredje", "Första", "Fjärde"]);
    assert_eq!(pinned(seen(&house, anna).await), ["Första", "Andra", "Fjärde"]);
    views::arrange(maria, db, Arrange::Pin(second)).await.unwrap();
    assert_eq!(pinned(seen(&house, maria).await), ["Tredje", "Andra", "Första", "Fjärde"]);

    // Somebody else's own is not there to be arranged.
    assert_eq!(refused(views::arrange(anna, db, Arrange::Pin(third)).await), Problem::NotFound);
    assert_eq!(
        refused(views::arrange(&house.theirs.office, db, Arrange::Up(first)).await),
        Problem::NotFound
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_list_opens_with_ones_default_as_long_as_one_sees_it(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, maria, db) = (&house.ours.administrator, &house.ours.office, &house.db);
    let mine = NewCase { responsible: Some(maria.person), ..NewCase::new("Min", Channel::Phone) };
    register(&house, maria, mine).await;
    case(&house, maria, "Någon annans").await;
    let view = save(&house, anna, "Mina", Audience::Company).await;
    let other = save(&house, maria, "Andra", Audience::Own).await;
    views::arrange(maria, db, Arrange::Default(other)).await.unwrap();
    views::arrange(maria, db, Arrange::Default(view)).await.unwrap();
    let opening = views::open(maria, db, "").await.unwrap();
    assert_eq!(opening.views.lead(""), Some(format!("ansvarig=jag&vy={view}")));
    assert_eq!(opening.page.rows.iter().map(|row| row.subject.as_str()).collect::<Vec<_>>(), ["Min"]);
    assert_eq!(views::open(maria, db, "vy=alla").await.unwrap().page.rows.len(), 2);
    // Whoever looks is meant by "jag": Anna has none.
    let link = format!("vy={view}");
    let annas = views::open(anna, db, &link).await.unwrap();
    assert_eq!(
        (annas.views.lead(&link), annas.page.rows.len()),
        (Some(format!("ansvarig=jag&vy={view}")), 0)
    );
    let lead = async |viewer: &Viewer| views::open(viewer, db, "").await.unwrap().views.lead("");
    assert_eq!(lead(anna).await, None);

    views::change(anna, db, view, "Mina", Audience::Own).await.unwrap();
    assert_eq!(lead(maria).await, None);
    let gone = views::open(maria, db, &link).await.unwrap();
    assert!(gone.views.misses(Mark::View(view)) && gone.page.rows.len() == 2);
    views::change(anna, db, view, "Mina", Audience::Company).await.unwrap();
    assert!(lead(maria).await.is_some());
    views::arrange(maria, db, Arrange::NoDefault).await.unwrap();
    assert_eq!(lead(maria).await, None);
    views::arrange(maria, db, Arrange::Default(view)).await.unwrap();
    views::remove(anna, db, view).await.unwrap();
    assert_eq!(lead(maria).await, None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn every_count_is_that_of_its_own_list(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (maria, db) = (&house.ours.office, &house.db);
    let leader = team_leader(&house).await;
    for (subject, responsible, priority) in [
        ("Trasig lås", Some(maria.person), Priority::High),
        ("Trasig dörr", Some(leader.person), Priority::High),
        ("Städa", None, Priority::Normal),
    ] {
        let new = NewCase { responsible, priority, ..NewCase::new(subject, Channel::Phone) };
        register(&house, maria, new).await;
    }
    let filters = [
        "ansvarig=jag",
        "ansvarig=ingen",
        "prioritet=hog",
        "q=trasig",
        "status=ny",
        "status=finns-inte",
        "bas=alla",
        "bas=stangd",
        "forsenade=ja",
        "kund=1001",
        "anstalld=jag&prioritet=hog",
    ];
    for query in filters {
        views::save(maria, db, draft(query, query, Audience::Company)).await.unwrap();
    }
    for viewer in [maria, &leader] {
        let counts = views::counts(viewer, db).await.unwrap();
        assert_eq!(counts.len(), filters.len());
        for (counted, query) in counts.iter().zip(filters) {
            let page = cases::list(viewer, db, &Filter::from_query(query)).await.unwrap();
            assert_eq!(counted.count, page.matching, "{query}");
        }
        assert_eq!(views::arranged(viewer, db).await.unwrap().1, counts);
    }
    // The two differ: the counts above were not all the same by chance.
    let [marias, leaders] =
        [views::counts(maria, db).await.unwrap(), views::counts(&leader, db).await.unwrap()];
    assert_eq!((marias[1].count.counted, leaders[1].count.counted), (1, 0));
    // Those that are not pinned are counted only where one arranges them.
    let id = marias[0].view;
    views::arrange(maria, db, Arrange::Unpin(id)).await.unwrap();
    assert_eq!(views::counts(maria, db).await.unwrap(), marias[1..]);
    assert_eq!(views::arranged(maria, db).await.unwrap().1, marias);
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_has_left_is_told_and_a_removed_role_takes_its_views_along(
    pool: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let house = house(pool, connect).await;
    let (anna, maria, db) = (&house.ours.administrator, &house.ours.office, &house.db);
    let leader = team_leader(&house).await;
    let former = format!("ansvarig={FORMER},jag&skapadav=3");
    views::save(maria, db, draft("Olles", &former, Audience::Own)).await.unwrap();
    let left = seen(&house, maria).await.left;
    assert_eq!(left.iter().map(|person| person.id).collect::<Vec<_>>(), [FORMER]);

    let leaders = Audience::Role(RoleChoice::Own(RoleId(1)));
    save(&house, anna, "Öppna", leaders).await;
    save(&house, anna, "Nya", leaders).await;
    save(&house, anna, "Nya", Audience::Role(RoleChoice::BuiltIn(Role::Employee))).await;
    roles::remove(anna, db, RoleId(1), RoleChoice::BuiltIn(Role::Employee)).await.unwrap();
    let names = names(&house, &leader).await;
    assert!(names[0] == "Öppna" && names[1].starts_with("Nya (") && names[2] == "Nya", "{names:?}");
}
