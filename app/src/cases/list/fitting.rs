//! What else a search fits, over the rows: customers that go by it, and what it was looked for in.

use super::state::List;
use crate::{
    page::{Page, text},
    ui::Icon,
};
use domain::{
    cases::Feature,
    customers::{CustomerFilter, Standing},
    find::{FittingCustomer, FittingCustomers},
};
use leptos::prelude::*;

/// Links to the customers, and the sentence about small words; nothing while there is nothing to say.
#[component]
pub(super) fn Fitting() -> impl IntoView {
    let list = List::current();
    let uses_customers = Page::current().uses(Feature::Customer);
    // With what was asked for when it was found: the address may be ahead, and its rows not there yet.
    let query = move || list.filter.with_untracked(|filter| filter.query.clone());
    // Told apart, so that a row that changes draws nothing here.
    let customers = Memo::new(move |_| (list.found.with(|found| found.customers.clone()), query()));
    let small_words = Memo::new(move |_| list.found.with(|found| found.in_subject_only).then(query));
    view! {
        {move || small_words.get().map(|words| view! {
            <p class="fit fit--small" role="status">{text().small_words(&words)}</p>
        })}
        {move || customers.with(|(customers, query)| {
            (uses_customers && !customers.first.is_empty()).then(|| links(customers, query.clone()))
        })}
    }
    .into_any()
}

fn links(customers: &FittingCustomers, query: String) -> AnyView {
    let text = text();
    let link = |customer: &FittingCustomer| {
        let open = Some(customer.open_cases).filter(|open| open.counted > 0);
        view! {
            <li>
                <a href=format!("/kunder/{}", customer.id)>{customer.name.clone()}</a>
                {open.map(|open| view! { " " <small class="num">{text.open_cases_of(open)}</small> })}
            </li>
        }
    };
    let more = customers.has_more.then(|| {
        let all = CustomerFilter { query, standing: Standing::All, after: None };
        view! { <li><a href=all.to_address()>{text.fitting_more()}</a></li> }
    });
    view! {
        <nav class="fit" aria-label=text.fitting_customers()>
            <span class="fit__h"><Icon name="customers" size="i--s"/>{text.fitting_customers()} ":"</span>
            <ul>{customers.first.iter().map(link).collect_view()} {more}</ul>
        </nav>
    }
    .into_any()
}
