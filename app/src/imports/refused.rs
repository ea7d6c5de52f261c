//! Rows that are not imported, and why.

use crate::page::text;
use domain::imports::{ImportDetail, Preview, RefusedRow};
use leptos::prelude::*;

/// The first of them, and the way to all.
#[component]
pub(super) fn Refused(detail: ImportDetail) -> impl IntoView {
    let text = text();
    let address = format!("/installningar/import/{}/fel.csv", detail.import.id);
    let count = text.import_errors_about(detail.import.tally.refused);
    let rows = detail.refused.into_iter().map(row).collect_view();
    view! {
        <section aria-labelledby="fel">
            <h2 id="fel">{text.import_errors()}</h2>
            <p>{count} " " <a href=address rel="external" download="">{text.import_errors_download()}</a></p>
            <div class="card adm__c">
                    <table class="adm adm--t">
                        <caption class="sr">{text.import_errors()}</caption>
                        <thead>
                            <tr>
                                <th scope="col" class="adm__n">{text.import_line()}</th>
                                <th scope="col">{text.import_error_column()}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(row: RefusedRow) -> AnyView {
    let sentences = row.sentences(text());
    let says = row.cells.into_iter().filter(|cell| !cell.is_empty()).take(5).collect::<Vec<_>>().join(" · ");
    let says = Preview::cut(&says);
    view! {
        <tr>
            <td class="adm__n num">{row.line}</td>
            <td class="imp__e">{sentences} <small>{says}</small></td>
        </tr>
    }
    .into_any()
}
