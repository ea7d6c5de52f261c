//! The way to the next page and back to the first. The one before is the browser's back.

use super::state::List;
use crate::{
    page::text,
    ui::{ExportLinks, Icon},
};
use domain::cases::Filter;
use domain::imports::Kind;
use leptos::prelude::*;

/// How many are shown of how many, and the links.
#[component]
pub(super) fn Pager() -> impl IntoView {
    let (text, list) = (text(), List::current());
    let later = move || list.filter.with(|filter| filter.after.is_some());
    let shown = move || {
        let rows = list.rows.with(|rows| i32::try_from(rows.len()).unwrap_or(i32::MAX));
        let all = list.found.with(|found| found.matching);
        if later() { text.showing_more(rows, all) } else { text.showing_first(rows, all) }
    };
    let first = move || {
        later().then(|| {
        let address = list.address(&list.filter.with(Filter::from_start));
        view! { <a class="btn btn--s" href=address rel="first"><Icon name="up" size="i--s"/>{text.first_page()}</a> }
    })
    };
    let next = move || {
        list.found.with(|found| found.next.clone()).map(|next| {
        let address = list.address(&list.filter.with(|filter| Filter { after: Some(next), ..filter.clone() }));
        view! { <a class="btn btn--s" href=address rel="next">{text.next_page()}<Icon name="right" size="i--s"/></a> }
    })
    };
    view! {
        <nav class="pager" aria-label=text.pages() hidden=move || list.rows.with(Vec::is_empty)>
            <span class="count">{shown}</span>
            <span class="push"></span>
            <ExportLinks kind=Kind::Cases list=move || list.filter.with(|filter| filter.from_start().to_address())/>
            {first}
            {next}
        </nav>
    }
    .into_any()
}
