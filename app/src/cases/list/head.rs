//! Heading and the selections that everybody uses.

use super::state::List;
use crate::page::{Page, text};
use domain::cases::{Base, Filter};
use leptos::prelude::*;

/// Heading, Öppna, Försenade, Stängda, Alla.
#[component]
pub(super) fn Head() -> impl IntoView {
    let (text, list, counts) = (text(), List::current(), Page::current().counts);
    let tab = move |name: &'static str, filter: Filter| {
        let is_default = filter == Filter::default();
        let address = filter.to_address();
        let current = move || (list.filter.with(Filter::from_start) == filter).then_some("page");
        let open = move || is_default.then(|| counts.get()).flatten().map(|counts| counts.open.to_string());
        view! {
            <a href=address aria-current=current>
                {name}
                {move || open().map(|open| view! { " " <small>{open}</small> })}
            </a>
        }
    };
    view! {
        <div class="lh">
            <h1>{text.cases_title()}</h1>
            <nav class="tabs" aria-label=text.tabs()>
                {tab(text.tab_open(), Filter::default())}
                {tab(text.tab_late(), Filter { overdue: true, ..Filter::default() })}
                {tab(text.tab_closed(), Filter { base: Some(Base::Closed), ..Filter::default() })}
                {tab(text.tab_all(), Filter { base: Some(Base::All), ..Filter::default() })}
            </nav>
        </div>
    }
    .into_any()
}
