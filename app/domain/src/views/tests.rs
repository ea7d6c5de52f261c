#![allow(clippy::unwrap_used)]

use super::*;
use crate::{
    cases::{Hue, Status, Symbol, Vocabulary},
    ids::{CompanyId, PersonId, SessionId, StatusId},
    policy::Permissions,
};
use proptest::{collection::vec, prelude::*, sample::select};

fn view(id: i32, query: &str) -> SavedView {
    SavedView {
        id: ViewId(id),
        name: format!("Vy {id}"),
        query: super::query(query).unwrap(),
        audience: Audience::Own,
        role_name: None,
        owner: Person { id: PersonId(2), name: "Maria Lindqvist".into() },
        pinned: true,
        is_default: false,
        is_idle: false,
    }
}

fn views(all: Vec<SavedView>) -> Views {
    Views { all, ..Views::default() }
}

fn viewer(person: i32, role: Role) -> Viewer {
    Viewer {
        company: CompanyId(1),
        company_name: String::new(),
        person: PersonId(person),
        name: String::new(),
        role,
        role_name: None,
        permissions: Permissions::of(role),
        language: Language::Swedish,
        shortcuts: true,
        session: SessionId(1),
        word_changes: None,
        today: chrono::NaiveDate::default(),
    }
}

/// Addresses as people and forms make them, sound parts and unsound ones.
fn any_query() -> impl Strategy<Value = String> {
    let part = select(
        &[
            "ansvarig=jag",
            "ansvarig=7,jag",
            "status=ny",
            "status=<x>",
            "q=trasig+l%C3%A5s",
            "q=a%2Cb%26c",
            "bas=alla",
            "bas=stangd",
            "skapad=2026-11-01..",
            "forfaller=..2026-12-04",
            "forsenade=ja",
            "sort=-prioritet",
            "kund=1001",
            "efter=abc",
            "utokad",
            "andrade=ja",
            "team=ingen",
            "prioritet=hog,brattom",
            "vy=3-andrad",
            "vy=alla",
        ][..],
    );
    vec(part, 0..6).prop_map(|parts| parts.join("&"))
}

proptest! {
    #[test]
    fn a_views_address_shows_it_and_leads_nowhere_else(query in any_query()) {
        let views = views(vec![view(1, "kund=9"), view(12, &query)]);
        let view = views.get(ViewId(12)).unwrap();
        let address = view.address();
        let query = address.split_once('?').unwrap().1;
        let filter = Filter::from_query(query);
        prop_assert_eq!(&filter, &view.filter());
        prop_assert_eq!(Mark::of_query(query), Mark::View(ViewId(12)));
        prop_assert_eq!(views.lead(query), None);
        prop_assert_eq!(views.current(Mark::View(ViewId(12)), &filter), Some((view, false)));
    }

    #[test]
    fn whatever_one_changes_one_stays_in_the_view(before in any_query(), after in any_query()) {
        let views = views(vec![view(12, &before)]);
        let filter = Filter::from_query(&after);
        let mark = views.mark(Mark::View(ViewId(12)), &filter);
        let address = mark.add_to(filter.to_address());
        let query = address.split_once('?').unwrap().1;
        prop_assert_eq!(Filter::from_query(query), filter.clone());
        prop_assert_eq!(views.lead(query), None);
        let is_changed = filter.from_start() != view(12, &before).filter();
        prop_assert_eq!(views.current(Mark::of_query(query), &filter).map(|(_, changed)| changed), Some(is_changed));
    }

    #[test]
    fn no_address_leads_in_a_circle(query in ".{0,80}", id in 1..4) {
        let mut views = views(vec![view(1, ""), view(2, "ansvarig=jag"), view(3, "q=a&efter=x")]);
        views.all[id as usize - 1].is_default = true;
        for query in [query, format!("vy={id}"), String::new()] {
            if let Some(lead) = views.lead(&query) {
                prop_assert_eq!(views.lead(&lead), None);
            }
        }
    }
}

#[test]
fn the_bare_list_opens_with_ones_default_and_all_open_stays_in_reach() {
    let mut views = views(vec![view(1, "status=ny"), view(2, "ansvarig=jag")]);
    assert_eq!(views.lead(""), None);
    assert_eq!(views.mark(Mark::None, &Filter::default()), Mark::None);
    views.all[1].is_default = true;
    assert_eq!(views.lead("").unwrap(), "ansvarig=jag&vy=2");
    assert_eq!(views.lead("vy=alla"), None);
    assert_eq!(views.lead("status=ny"), None);
    assert_eq!(views.mark(Mark::None, &Filter::default()), Mark::All);
    assert_eq!(views.current(Mark::All, &Filter::default()), None);
}

#[test]
fn a_link_to_a_view_shows_what_the_view_is_now() {
    let views = views(vec![view(2, "ansvarig=jag&sort=-prioritet")]);
    for old in ["vy=2", "ansvarig=jag&vy=2", "status=ny&vy=2"] {
        assert_eq!(views.lead(old).unwrap(), "ansvarig=jag&sort=-prioritet&vy=2", "{old}");
    }
    // The next page of it, and what has been changed on purpose.
    for as_it_stands in ["ansvarig=jag&sort=-prioritet&efter=x&vy=2", "status=ny&vy=2-andrad", "vy=2-andrad"]
    {
        assert_eq!(views.lead(as_it_stands), None, "{as_it_stands}");
    }
    assert_eq!(views.lead("vy=9"), None);
    assert!(views.misses(Mark::View(ViewId(9))) && !views.misses(Mark::View(ViewId(2))));
}

#[test]
fn a_filter_without_a_mark_is_the_first_view_that_has_it() {
    let views = views(vec![view(1, "forsenade=ja"), view(2, "ansvarig=jag"), view(3, "ansvarig=jag")]);
    let current = |query: &str| {
        let current = views.current(Mark::of_query(query), &Filter::from_query(query));
        current.map(|(view, is_changed)| (view.id.0, is_changed))
    };
    assert_eq!(current("ansvarig=jag"), Some((2, false)));
    assert_eq!(current("ansvarig=jag&vy=3"), Some((3, false)));
    assert_eq!(current("ansvarig=jag&status=ny&vy=3-andrad"), Some((3, true)));
    assert_eq!(current("ansvarig=jag&status=ny"), None);
    // The product's own selections are not taken for a view.
    assert_eq!(current("forsenade=ja"), None);
    assert_eq!(current("forsenade=ja&vy=1"), Some((1, false)));
}

#[test]
fn marks_audiences_and_steps_survive_addresses_and_forms() {
    for mark in [Mark::None, Mark::All, Mark::View(ViewId(12)), Mark::Changed(ViewId(12))] {
        assert_eq!(Mark::parse(&mark.as_text()), mark);
    }
    assert_eq!(Mark::parse("-andrad"), Mark::None);
    let roles = [RoleChoice::BuiltIn(Role::Office), RoleChoice::Own(RoleId(7))];
    for audience in [Audience::Own, Audience::Company].into_iter().chain(roles.map(Audience::Role)) {
        assert_eq!(Audience::parse(&audience.as_text()), Some(audience));
    }
    assert_eq!(Audience::parse("customer"), None);
    let id = ViewId(3);
    for step in [
        Arrange::Up(id),
        Arrange::Down(id),
        Arrange::Pin(id),
        Arrange::Unpin(id),
        Arrange::Default(id),
        Arrange::NoDefault,
    ] {
        let (name, value) = step.as_field();
        assert_eq!(Arrange::from_field(name, &value), Some(step));
    }
    assert_eq!(Arrange::from_field("upp", ""), None);
}

#[test]
fn ones_own_view_is_ones_own_and_a_shared_one_whose_it_is_or_the_settings() {
    let may = |person, role, audience| {
        SavedView { audience, ..view(1, "") }.may_be_changed_by(&viewer(person, role))
    };
    assert!(may(2, Role::Office, Audience::Own) && may(2, Role::Office, Audience::Company));
    assert!(!may(3, Role::Office, Audience::Company) && may(1, Role::Administrator, Audience::Company));
    assert!(!may(1, Role::Administrator, Audience::Own));
    // Whoever may no longer share leaves what they have shared to others.
    assert!(!may(2, Role::Employee, Audience::Company) && may(2, Role::Employee, Audience::Own));
    let offered = |role| Views::default().audiences(&viewer(2, role)).len();
    assert_eq!((offered(Role::Office), offered(Role::Employee)), (5, 1));
}

#[test]
fn a_draft_is_kept_in_its_canonical_form() {
    let draft = |name: &str, query: &str| ViewDraft {
        name: name.into(),
        query: query.into(),
        audience: Audience::Own,
        pinned: true,
    };
    let sound =
        draft("  Mina   brådskande ", "?prioritet=brattom,hog&ansvarig=jag&efter=x&utm=1").sound().unwrap();
    assert_eq!(
        (sound.name.as_str(), sound.query.as_str()),
        ("Mina brådskande", "prioritet=hog,brattom&ansvarig=jag")
    );
    assert_eq!(draft(" ", "").sound().unwrap_err().refusal, Refusal::Empty);
    assert_eq!(draft(&"x".repeat(41), "").sound().unwrap_err().field, Field::ViewName);
    let beyond =
        format!("status={}", (0..49).map(|n| format!("{n}{}", "x".repeat(58))).collect::<Vec<_>>().join(","));
    let beyond = format!("{beyond}&{}", beyond.replacen("status", "typ", 1));
    assert_eq!(draft("Allt", &beyond).sound().unwrap_err().field, Field::Selection);
}

#[test]
fn what_has_changed_since_is_told_by_name() {
    let status = |slug: &str, hidden| Status {
        id: StatusId(1),
        slug: slug.into(),
        name: slug.to_uppercase(),
        is_open: true,
        symbol: Symbol::New,
        hue: Hue::Blue,
        is_initial: false,
        hidden,
        merged_into: None,
    };
    let words =
        Vocabulary { statuses: vec![status("ny", false), status("gammal", true)], ..Vocabulary::default() };
    let left = [Person { id: PersonId(5), name: "Olle Borta".into() }];
    let filter = Filter::from_query("status=ny,gammal,borttagen&ansvarig=5,jag&team=ingen");
    let told: Vec<_> =
        oddities(&filter, &words, &left).iter().map(|odd| odd.sentence(Language::Swedish)).collect();
    assert_eq!(
        told,
        [
            "”borttagen” finns inte och räknas inte.",
            "”GAMMAL” används inte längre.",
            "Olle Borta är inte längre aktiv."
        ]
    );
    assert!(oddities(&Filter::from_query("status=ny&ansvarig=2"), &words, &left).is_empty());
}
