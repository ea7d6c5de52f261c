//! Heading and the selections that everybody uses.

use super::state::List;
use crate::page::{Page, text};
use domain::cases::{Base, Count, Feature, Filter, QuickCounts};
use leptos::prelude::*;

/// Heading, Öppna, Försenade, Stängda, Alla.
#[component]
pub(super) fn Head() -> impl IntoView {
    let (text, list, counts) = (text(), List::current(), Page::current().counts);
    let tab = move |name: &'static str, filter: Filter, of: Option<fn(&QuickCounts) -> Count>| {
        let address = filter.to_address();
        let current = move || (list.filter.with(Filter::from_start) == filter).then_some("page");
        let count = move || Some(of?(&counts.get()?).to_string());
        view! {
            <a href=address aria-current=current>
                {name}
                {move || count().map(|count| view! { " " <small>{count}</small> })}
            </a>
        }
    };
    let base = |base| Filter { base: Some(base), ..Filter::default() };
    view! {
        <div class="lh">
            <h1>{text.cases_title()}</h1>
            <nav class="tabs" aria-label=text.tabs()>
                {tab(text.tab_open(), Filter::default(), Some(|counts| counts.open))}
                {Page::current().uses(Feature::DueOn).then(|| {
                    tab(text.tab_late(), Filter::overdue(), Some(|counts| counts.overdue))
                })}
                {tab(text.tab_closed(), base(Base::Closed), None)}
                {tab(text.tab_all(), base(Base::All), None)}
            </nav>
        </div>
    }
    .into_any()
}
