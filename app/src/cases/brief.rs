//! A few cases in a small table, as the cards of customers and employees show them.

use crate::{
    page::{Page, text},
    ui::{Avatar, Due, PriorityMark, StatusMark},
};
use domain::{
    cases::{CaseRow, Feature},
    people::short_name,
};
use leptos::prelude::*;

/// Nothing when there are none. Its box (`.minibox`) decides when the rows become cards.
#[component]
pub(crate) fn BriefTable(
    /// What it holds, for those who do not see where it stands.
    caption: String,
    rows: Vec<CaseRow>,
) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let head = |class: &'static str, name: &'static str| view! { <th scope="col" class=class>{name}</th> };
    (!rows.is_empty()).then(|| {
        view! {
            <table class="tbl mini">
                <caption class="sr">{caption}</caption>
                <thead>
                    <tr>
                        {head("m-nr", text.number())}
                        {head("m-main", text.subject())}
                        {page.uses(Feature::Priority).then(|| head("m-mark", text.priority()))}
                        {head("m-mark", text.status())}
                        {page.uses(Feature::Responsible).then(|| head("m-who", text.responsible()))}
                        {page.uses(Feature::DueOn).then(|| head("m-mark", text.due()))}
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        }
    })
}

fn row(case: CaseRow) -> AnyView {
    let responsible = case.responsible.map(|person| {
        view! {
            <span class="who">
                <Avatar name=person.name.clone()/>
                <span class="cut" title=person.name.clone()>{short_name(&person.name)}</span>
            </span>
        }
    });
    let page = Page::current();
    view! {
        <tr>
            <td class="m-nr">{case.number.to_string()}</td>
            <td class="m-main"><a class="tt" href=format!("/arenden/{}", case.number)>{case.subject}</a></td>
            {page.uses(Feature::Priority).then(|| view! {
                <td class="m-mark"><PriorityMark priority=case.priority/></td>
            })}
            <td class="m-mark"><StatusMark status=case.status/></td>
            {page.uses(Feature::Responsible).then(|| view! { <td class="m-who">{responsible}</td> })}
            {page.uses(Feature::DueOn).then(|| view! {
                <td class="m-mark"><Due on=case.due_on is_open=case.is_open/></td>
            })}
        </tr>
    }
    .into_any()
}
