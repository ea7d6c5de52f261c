//! A case in the phone's list.

use crate::{
    page::{Page, text},
    ui::{Due, PriorityMark, StatusMark},
};
use domain::cases::{CaseRow, Feature};
use leptos::prelude::*;

/// All of it is the link.
pub(super) fn card(case: CaseRow) -> impl IntoView {
    let page = Page::current();
    let customer = case.customer.map_or_else(|| text().without_customer().to_owned(), |(_, name)| name);
    view! {
        <li>
            <a class="mc" href=format!("/m/arenden/{}", case.number)>
                <span class="mc__top">
                    <span class="mc__t">{case.subject}</span>
                    {case.due_on.map(|on| view! { <Due on=Some(on) is_open=case.is_open/> })}
                </span>
                {page.uses(Feature::Customer).then(|| view! { <span class="mc__k cut">{customer}</span> })}
                <span class="mc__m">
                    <StatusMark status=case.status/>
                    {page.uses(Feature::Priority).then(|| view! { <PriorityMark priority=case.priority/> })}
                    <span class="push num mut">{case.number.to_string()}</span>
                </span>
            </a>
        </li>
    }
}
