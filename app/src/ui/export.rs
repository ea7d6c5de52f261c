//! The ways from a list to the same list as a file, and from a file into the list.

use crate::page::{Page, text};
use domain::imports::Kind;
use leptos::prelude::*;

/// Links to all of the list, whatever page of it is shown, and for who may to the import.
#[component]
pub(crate) fn ExportLinks(
    /// The list's address with its filter.
    #[prop(into)]
    list: Signal<String>,
    /// What stands in it.
    kind: Kind,
) -> impl IntoView {
    let text = text();
    let imports = Page::current().viewer().is_some_and(|viewer| kind.is_open_to(&viewer));
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
            {imports.then(|| view! {
                <a class="btn btn--s btn--q" href=format!("/installningar/import?vad={}", kind.slug())>{text.import_title()}</a>
            })}
        </span>
    }
    .into_any()
}
