//! The way from a list to the same list as a file.

use crate::page::text;
use leptos::prelude::*;

/// Links to all of the list, whatever page of it is shown.
#[component]
pub(crate) fn ExportLinks(
    /// The list's address with its filter.
    #[prop(into)]
    list: Signal<String>,
) -> impl IntoView {
    let text = text();
    let address = move |kind: &str| {
        let list = list.get();
        let (path, query) = list.split_once('?').unwrap_or((&list, ""));
        let rest = if query.is_empty() { String::new() } else { format!("&{query}") };
        format!("{path}/exportera?format={kind}{rest}")
    };
    // Left to the browser: the router would look for a page there.
    let link = move |kind: &'static str, name: &'static str, says: &'static str| {
        view! { <a class="btn btn--s btn--q" href=move || address(kind) rel="external nofollow" download="" aria-label=says>{name}</a> }
    };
    view! {
        <span class="export" role="group" aria-label=text.export_label()>
            {link("xlsx", "Excel", text.export_to_excel())}
            {link("csv", "CSV", text.export_to_csv())}
        </span>
    }
    .into_any()
}
