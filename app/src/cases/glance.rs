//! The beginning of a list on a card: a small table, to look at.

use crate::{
    page::text,
    ui::{Due, PriorityMark, StatusMark},
};
use domain::cases::CaseRow;
use leptos::prelude::*;

/// The table. On a phone its rows become two lines each.
#[component]
pub(crate) fn GlanceTable(
    /// What it holds, for those who hear it.
    caption: String,
    /// The rows.
    rows: Vec<CaseRow>,
) -> impl IntoView {
    let text = text();
    view! {
        <table class="tbl glance">
            <caption class="sr">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col" class="c-nr">{text.number()}</th>
                    <th scope="col" class="c-subject">{text.subject()}</th>
                    <th scope="col" class="c-priority">{text.priority()}</th>
                    <th scope="col" class="c-status">{text.status()}</th>
                    <th scope="col" class="c-customer">{text.customer()}</th>
                    <th scope="col" class="c-due">{text.due()}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(case: CaseRow) -> AnyView {
    let customer = match case.customer {
        Some((id, name)) => view! { <a class="kund" href=format!("/kunder/{id}")>{name}</a> }.into_any(),
        None => view! { <span class="mut">{text().none()}</span> }.into_any(),
    };
    view! {
        <tr>
            <td class="c-nr">{case.number.to_string()}</td>
            <td class="c-subject"><a class="tt" href=format!("/arenden/{}", case.number)>{case.subject}</a></td>
            <td class="c-priority"><PriorityMark priority=case.priority/></td>
            <td class="c-status"><StatusMark status=case.status/></td>
            <td class="c-customer">{customer}</td>
            <td class="c-due"><Due on=case.due_on is_open=case.is_open/></td>
        </tr>
    }
    .into_any()
}
