//! The phone's list: one's own cases, by what is pressing, and a search.

use super::{
    List,
    api::{OwnCases, phone_cases},
    card::card,
    head,
    layout::{Phone, Tab},
    lists::by_urgency,
    new::forget_posted,
};
use crate::{
    AppError,
    cases::api::list_cases,
    house::page,
    live::Live,
    notifications::unread_badge,
    page::{Page, text},
    ui::Icon,
};
use domain::{
    cases::{Base, CasePage, CaseRow, Cursor, Feature, Filter, Unused},
    format::Urgency,
    ids::CaseNumber,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{hooks::use_query_map, params::ParamsMap};
use serde::{Deserialize, Serialize};

/// What the address asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Wanted {
    List(List, Option<Cursor>),
    /// The magnifier was pressed; nothing is typed yet.
    Search,
    Found(Box<Filter>),
}

impl Wanted {
    fn read(query: &ParamsMap, unused: Unused) -> Self {
        let typed = query.get("q").unwrap_or_default();
        let after = query.get("efter").map(Cursor);
        // Among closed ones too: what became of it is what one most often searches for.
        let found = Filter { query: typed, base: Some(Base::All), after: after.clone(), ..Filter::default() };
        let found = found.normalised();
        if !found.query.is_empty() {
            Self::Found(Box::new(found))
        } else if query.get("sok").is_some() || query.get("q").is_some() {
            Self::Search
        } else {
            Self::List(List::parse(&query.get("lista").unwrap_or_default(), unused), after)
        }
    }

    /// The address of what follows the page that ends there.
    fn next(&self, after: Cursor) -> String {
        let params = Filter { after: Some(after), ..Filter::default() };
        match self {
            Self::List(list, _) => format!("{}&{}", list.address(), params.to_query()),
            Self::Search => "/m?sok".into(),
            Self::Found(found) => {
                format!("/m?{}", Filter { query: found.query.clone(), ..params }.to_query())
            }
        }
    }
}

/// An answer with what it answers, so that rows never stand under another list's name.
type Answer = (Wanted, Result<Option<OwnCases>, AppError>);

async fn fetch(wanted: Wanted) -> Answer {
    let found = match wanted.clone() {
        Wanted::List(list, after) => phone_cases(list, after).await.map(Some),
        Wanted::Found(filter) => {
            list_cases(*filter).await.map(|page| Some(OwnCases { page, counts: Vec::new(), unread: None }))
        }
        Wanted::Search => Ok(None),
    };
    (wanted, found)
}

page!(
    /// `/m`
    PhoneCasesPage in phone, cases_page
);

fn cases_page() -> AnyView {
    let query = use_query_map();
    let unused = Page::current().vocabulary(|words| words.unused);
    let wanted = Memo::new(move |_| query.with(|query| Wanted::read(query, unused)));
    let cases = Resource::new(move || wanted.get(), fetch);
    Live::current().keep_fresh("#main li", move || cases.refetch());
    let is_search = Memo::new(move |_| !wanted.with(|wanted| matches!(wanted, Wanted::List(..))));
    view! {
        <Title text=text().my_cases()/>
        <Phone tab=Tab::Cases>
            {move || if is_search.get() { head::search() } else { head::title(unread(cases)) }}
            {move || (!is_search.get()).then(|| lists(wanted, cases))}
            <main id="main" tabindex="-1">
                <Receipt/>
                <Transition>{move || Suspend::new(rows(cases))}</Transition>
            </main>
        </Phone>
    }
    .into_any()
}

/// What one has been told and not read, once it is counted.
fn unread(cases: Resource<Answer>) -> AnyView {
    let count = move || async move { unread_badge(cases.await.1.ok().flatten()?.unread?) };
    view! { <Transition>{move || Suspend::new(count())}</Transition> }.into_any()
}

/// Where one stands after a case was handed back, told so: it may be none of one's own any more.
pub(super) fn handed_back_address(number: CaseNumber) -> String {
    format!("/m?aterkopplat={number}")
}

/// What a case that was just sent in or handed back is told by.
#[component]
fn Receipt() -> impl IntoView {
    let query = use_query_map();
    let number =
        move |name: &str| query.with(|query| query.get(name).and_then(|number| number.parse::<i32>().ok()));
    let sent = move || number("skapat");
    Effect::new(move |_| {
        if sent().is_some() {
            forget_posted();
        }
    });
    view! {
        {move || sent().map(|number| view! {
            <div class="ban ban--ok" role="status">
                <Icon name="circlecheck"/>
                <p>{text().phone_received(number)} " " <a href=format!("/m/arenden/{number}")>{text().show()}</a></p>
            </div>
        })}
        {move || number("aterkopplat").map(|number| view! {
            <div class="ban ban--ok" role="status"><Icon name="circlecheck"/><p>{text().phone_handed_back(number)}</p></div>
        })}
    }
}

fn lists(wanted: Memo<Wanted>, cases: Resource<Answer>) -> impl IntoView {
    let text = text();
    let count = move |list: List| async move {
        let found = cases.await.1.ok().flatten()?;
        let (_, count) = found.counts.into_iter().find(|(of, _)| *of == list)?;
        Some(view! { <span class="badge">{count.to_string()}</span> })
    };
    let link = move |list: List| {
        let is_here = move || wanted.with(|wanted| matches!(wanted, Wanted::List(here, _) if *here == list));
        view! {
            <a href=list.address() aria-current=move || is_here().then_some("page")>
                {list.name(text)} " "
                <Transition>{move || Suspend::new(count(list))}</Transition>
            </a>
        }
    };
    let lists = List::in_use(Page::current().vocabulary(|words| words.unused));
    view! { <nav class="msub" aria-label=text.phone_lists()>{lists.map(link).collect_view()}</nav> }
}

async fn rows(cases: Resource<Answer>) -> AnyView {
    let (wanted, found) = cases.await;
    match found {
        Ok(Some(found)) if found.page.rows.is_empty() => nothing(&wanted).into_any(),
        Ok(Some(found)) => groups(&wanted, found.page).into_any(),
        Ok(None) => ().into_any(),
        Err(AppError(problem)) => view! {
            <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{problem.sentence(text())}</p></div>
        }
        .into_any(),
    }
}

fn groups(wanted: &Wanted, page: CasePage) -> impl IntoView {
    let text = text();
    let next = page.next.map(|after| {
        view! { <p class="mform"><a class="btn btn--w" href=wanted.next(after)>{text.phone_next()}</a></p> }
    });
    let groups = match wanted {
        Wanted::Found(_) => group("msec", None, text.phone_found(), page.rows),
        _ if !Page::current().uses(Feature::DueOn) => group("msec", None, text.menu_cases(), page.rows),
        _ => by_urgency(page.rows, Page::current().today())
            .into_iter()
            .map(|(urgency, rows)| match urgency {
                Urgency::Late => group("msec msec--late", Some("alert"), text.phone_late(), rows),
                Urgency::Today => group("msec msec--now", Some("clock"), text.phone_due_today(), rows),
                Urgency::Later => group("msec", None, text.phone_later(), rows),
            })
            .collect_view()
            .into_any(),
    };
    view! { {groups} {next} }
}

fn group(class: &'static str, icon: Option<&'static str>, name: &'static str, rows: Vec<CaseRow>) -> AnyView {
    view! {
        <h2 class=class>{icon.map(|name| view! { <Icon name/> })}{name}</h2>
        <ul class="ml">{rows.into_iter().map(card).collect_view()}</ul>
    }
    .into_any()
}

fn nothing(wanted: &Wanted) -> impl IntoView {
    let text = text();
    let (heading, sentence) = match wanted {
        Wanted::Found(_) => (text.phone_not_found(), text.phone_not_found_text()),
        _ => (text.phone_none(), text.phone_none_text()),
    };
    view! { <div class="empty"><h2>{heading}</h2><p>{sentence}</p></div> }
}
