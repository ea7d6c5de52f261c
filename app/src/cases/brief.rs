//! A few cases in a small table, as the cards of customers and employees show them.

use crate::{
    page::text,
    ui::{Avatar, Due, PriorityMark, StatusMark},
};
use domain::{cases::CaseRow, people::short_name};
use leptos::prelude::*;

/// Nothing when there are none. Its box (`.minibox`) decides when the rows become cards.
#[component]
pub(crate) fn BriefTable(
    /// What it holds, for those who do not see where it stands.
    caption: String,
    rows: Vec<CaseRow>,
) -> impl IntoView {
    let text = text();
    let head = |class: &'static str, name: &'static str| view! { <th scope="col" class=class>{name}</th> };
    (!rows.is_empty()).then(|| {
        view! {
            <table class="tbl mini">
                <caption class="sr">{caption}</caption>
                <thead>
                    <tr>
                        {head("m-nr", text.number())}
                        {head("m-main", text.subject())}
                        {head("m-mark", text.priority())}
                        {head("m-mark", text.status())}
                        {head("m-who", text.responsible())}
                        {head("m-mark", text.due())}
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
    view! {
        <tr>
            <td class="m-nr">{case.number.to_string()}</td>
            <td class="m-main"><a class="tt" href=format!("/arenden/{}", case.number)>{case.subject}</a></td>
            <td class="m-mark"><PriorityMark priority=case.priority/></td>
            <td class="m-mark"><StatusMark status=case.status/></td>
            <td class="m-who">{responsible}</td>
            <td class="m-mark"><Due on=case.due_on is_open=case.is_open/></td>
        </tr>
    }
    .into_any()
}
