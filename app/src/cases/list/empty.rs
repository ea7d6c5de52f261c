//! An empty list tells what to do next: all is done, or the filter found nothing.

use super::state::List;
use crate::{
    page::{Page, text},
    ui::Icon,
};
use domain::{
    cases::{Base, Count, Filter},
    policy::Action,
    text::Language,
};
use leptos::prelude::*;

/// Nothing while there are rows.
#[component]
pub(super) fn Empty() -> impl IntoView {
    let list = List::current();
    move || {
        list.rows.with(Vec::is_empty).then(|| match list.filter.with(Filter::is_narrowed) {
            true => no_match(list),
            false => all_done(),
        })
    }
}

fn all_done() -> AnyView {
    let text = text();
    let closed = Filter { base: Some(Base::Closed), ..Filter::default() };
    view! {
        <div class="empty">
            <svg class="art" viewBox="0 0 88 64" fill="none" stroke="currentColor" stroke-width="2"
                stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
                <path d="M10 40V14a4 4 0 0 1 4-4h60a4 4 0 0 1 4 4v26"></path>
                <path d="M10 40h20l4 8h20l4-8h20v10a4 4 0 0 1-4 4H14a4 4 0 0 1-4-4z"></path>
                <path d="m37 25 5 5 10-11"></path>
            </svg>
            <h2>{text.empty_title()}</h2>
            <p>{text.empty_text()}</p>
            <div class="row">
                {Page::current().may(Action::CreateCase).then(|| view! {
                    <a class="btn btn--pri" href="/arenden/nytt"><Icon name="plus"/>{text.new_case()}</a>
                })}
                <a class="btn" href=closed.to_address()>{text.show_closed()}</a>
            </div>
        </div>
    }
    .into_any()
}

fn no_match(list: List) -> AnyView {
    let text = text();
    let closed = list.found.with(|found| found.closed_matching).filter(|count| count.counted > 0);
    let filter = list.filter.get();
    let with_closed = closed.map(|_| {
        let filter = Filter { base: Some(Base::All), ..filter.from_start() };
        view! { <a class="btn" href=list.address(&filter)>{text.include_closed()}</a> }
    });
    view! {
        <div class="empty">
            <svg class="art" viewBox="0 0 88 64" fill="none" stroke="currentColor" stroke-width="2"
                stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
                <circle cx="38" cy="28" r="17"></circle>
                <path d="m51 41 13 13M31 28h14"></path>
            </svg>
            <h2>{text.no_match_title()}</h2>
            <p>{closed.map_or_else(|| text.no_match_text().to_owned(), |count| closed_match(count, &filter.query, text))}</p>
            <div class="row">
                {with_closed}
                <a class="btn btn--q" href=list.address(&Filter::default())>{text.clear_filters()}</a>
            </div>
        </div>
    }
    .into_any()
}

fn closed_match(count: Count, query: &str, text: Language) -> String {
    match (count.counted, query) {
        (1, "") => text.closed_match_one().to_owned(),
        (_, "") => text.closed_match(count),
        (1, query) => text.closed_match_query_one(query),
        (_, query) => text.closed_match_query(count, query),
    }
}
