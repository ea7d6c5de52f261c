//! Heading, the selections that everybody uses, and the views that one has pinned.

use super::{
    save_view::SaveView,
    state::List,
    views::{ViewMenu, ViewTabs},
};
use crate::page::{Page, text};
use domain::{
    cases::{Base, Count, Feature, Filter, QuickCounts},
    views::Mark,
};
use leptos::prelude::*;

/// Heading; Öppna, Försenade, Stängda, Alla; the pinned views, all views, Spara vy.
#[component]
pub(super) fn Head() -> impl IntoView {
    let (text, list, counts) = (text(), List::current(), Page::current().counts);
    let tab = move |name: &'static str, filter: Filter, of: Option<fn(&QuickCounts) -> Count>| {
        // Öppna stays in reach of those whose list opens with a view.
        let address =
            list.views.with_untracked(|views| views.mark(Mark::None, &filter)).add_to(filter.to_address());
        let is_current =
            move || list.view().is_none() && list.filter.with(|shown| shown.from_start() == filter);
        let current = move || is_current().then_some("page");
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
                <ViewTabs/>
            </nav>
            <ViewMenu/>
            <SaveView/>
        </div>
    }
    .into_any()
}
