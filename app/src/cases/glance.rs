//! The beginning of a list on a card: a small table, to look at.

use crate::{
    page::{Page, text},
    ui::{Due, PriorityMark, StatusMark},
};
use domain::cases::{CaseRow, Feature};
use leptos::prelude::*;

/// The table. On a phone its rows become two lines each.
#[component]
pub(crate) fn GlanceTable(
    /// What it holds, for those who hear it.
    caption: String,
    /// The rows.
    rows: Vec<CaseRow>,
) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let used = |feature, class, name: &'static str| {
        page.uses(feature).then(|| view! { <th scope="col" class=class>{name}</th> })
    };
    view! {
        <table class="tbl glance">
            <caption class="sr">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col" class="c-nr">{text.number()}</th>
                    <th scope="col" class="c-subject">{text.subject()}</th>
                    {used(Feature::Priority, "c-priority", text.priority())}
                    <th scope="col" class="c-status">{text.status()}</th>
                    {used(Feature::Customer, "c-customer", text.customer())}
                    {used(Feature::DueOn, "c-due", text.due())}
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
    let page = Page::current();
    view! {
        <tr>
            <td class="c-nr">{case.number.to_string()}</td>
            <td class="c-subject"><a class="tt" href=format!("/arenden/{}", case.number)>{case.subject}</a></td>
            {page.uses(Feature::Priority).then(|| view! {
                <td class="c-priority"><PriorityMark priority=case.priority/></td>
            })}
            <td class="c-status"><StatusMark status=case.status/></td>
            {page.uses(Feature::Customer).then(|| view! { <td class="c-customer">{customer}</td> })}
            {page.uses(Feature::DueOn).then(|| view! {
                <td class="c-due"><Due on=case.due_on is_open=case.is_open/></td>
            })}
        </tr>
    }
    .into_any()
}
