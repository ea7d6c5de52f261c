//! The first rows as they would be stored, and what of the file nothing here goes by.

use crate::{page::text, ui::Icon};
use domain::imports::{Column, ImportDetail, Kind, PreviewRow};
use leptos::prelude::*;

/// Both. On a narrow screen the table scrolls in itself.
#[component]
pub(super) fn FirstRows(detail: ImportDetail) -> impl IntoView {
    let text = text();
    let kind = detail.import.kind;
    let unknown: Vec<String> = detail.unknown.iter().map(|unknown| unknown.sentence(kind, text)).collect();
    let without_numbers = (!detail.mapping.has(Column::Number)).then(|| match kind {
        Kind::Cases => text.import_without_numbers(),
        Kind::Customers | Kind::Employees => text.import_without_their_numbers(),
    });
    let columns = detail.preview.columns.into_iter();
    let heads = columns.map(|column| view! { <th scope="col">{column.name(text)}</th> }).collect_view();
    let rows = detail.preview.rows.into_iter().map(row).collect_view();
    view! {
        <section aria-labelledby="rader">
            <h2 id="rader">{text.import_preview()}</h2>
            <p>{text.import_preview_about()}</p>
            {(!unknown.is_empty()).then(|| view! {
                <div class="ban ban--warn">
                    <Icon name="alert"/>
                    <div>
                        <h3>{text.import_unknown_heading()}</h3>
                        <ul class="set__l">{unknown.into_iter().map(|told| view! { <li>{told}</li> }).collect_view()}</ul>
                    </div>
                </div>
            })}
            {without_numbers.map(|told| view! {
                <div class="ban ban--warn"><Icon name="alert"/><p>{told}</p></div>
            })}
            // Whoever has no mouse scrolls it by the arrow keys.
            <div class="card imp__r" role="group" aria-labelledby="rader" tabindex="0">
                <table class="adm">
                    <caption class="sr">{text.import_preview()}</caption>
                    <thead>
                        <tr>
                            <th scope="col" class="adm__n">{text.import_line()}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(row: PreviewRow) -> AnyView {
    let cells = row.cells.into_iter();
    let cells =
        cells.map(|cell| view! { <td><span class="cut" title=cell.clone()>{cell.clone()}</span></td> });
    view! {
        <tr class:off=row.is_refused>
            <td class="adm__n num">
                {row.line}
                {row.is_refused.then(|| view! { " " <span class="tag tag--warn">{text().import_preview_refused()}</span> })}
            </td>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}
