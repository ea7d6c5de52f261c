//! A customer's cases: the numbers over them, the open ones, those closed last.

use crate::{
    cases::BriefTable,
    page::{Page, text},
};
use domain::{
    cases::{Base, Count, Feature, Filter},
    customers::{CustomerCounts, CustomerDetail},
    ids::CustomerId,
    text::Language,
};
use leptos::prelude::*;

/// Each number leads to exactly what it counts.
#[component]
pub(super) fn Numbers(id: CustomerId, counts: CustomerCounts) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let today = page.today();
    let number = |count: Count, name: String, filter: Filter| {
        view! { <a href=filter.to_address()><b>{count.to_string()}</b><small>{name}</small></a> }
    };
    view! {
        <nav class="card stats" aria-label=text.summary()>
            {number(counts.open, text.stat_open().to_owned(), CustomerDetail::open_cases(id))}
            {page.uses(Feature::DueOn).then(|| {
                number(counts.due_today, text.stat_due_today().to_owned(), CustomerDetail::due_today(id))
            })}
            {number(counts.this_year, text.stat_this_year().to_owned(), CustomerDetail::this_year(id, today))}
            {page.uses(Feature::Type).then(|| {
                let name = page.vocabulary(|words| CustomerDetail::complaints_name(words, text));
                number(counts.complaints, name, CustomerDetail::complaints(id, today))
            })}
        </nav>
    }
}

/// The open ones and those closed last, each with the way to all.
#[component]
pub(super) fn CaseTables(detail: CustomerDetail) -> impl IntoView {
    let text = text();
    let CustomerDetail { id, name, counts, open, closed, .. } = detail;
    let all_open = CustomerDetail::open_cases(id);
    let all_closed = Filter { base: Some(Base::Closed), ..all_open.clone() };
    let has_closed = !closed.is_empty();
    let nothing = open.is_empty().then(|| view! { <p class="card__b sec">{text.no_open_cases()}</p> });
    view! {
        <section class="card minibox" aria-labelledby="oppna">
            <div class="card__h">
                <h2 id="oppna">{text.open_cases_heading()}</h2>
                <span class="badge">{counts.open.to_string()}</span>
                <a class="push" href=all_open.to_address()>{text.show_open_cases()}</a>
            </div>
            {nothing}
            <BriefTable caption=text.open_cases_of_name(&name) rows=open/>
        </section>
        {has_closed.then(|| view! {
            <section class="card minibox" aria-labelledby="stangda">
                <div class="card__h">
                    <h2 id="stangda">{text.closed_cases_heading()}</h2>
                    <a class="push" href=all_closed.to_address()>{text.show_closed()}</a>
                </div>
                <BriefTable caption=text.closed_cases_of_name(&name) rows=closed/>
            </section>
        })}
        {way_to_all(counts.all, text).map(|words| view! {
            <p><a href=CustomerDetail::all_cases(id).to_address()>{words}</a></p>
        })}
    }
}

/// None where there are no cases.
fn way_to_all(count: Count, text: Language) -> Option<String> {
    match count.counted {
        0 => None,
        1 => Some(text.show_all_cases_one().to_owned()),
        _ => Some(text.show_all_cases(count)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_all_cases_counts_them_as_one_speaks() {
        let words = |counted| way_to_all(Count::of(counted), Language::Swedish);
        assert_eq!(words(0), None);
        assert_eq!(words(1).as_deref(), Some("Visa 1 ärende"));
        assert_eq!(words(2).as_deref(), Some("Visa alla 2 ärenden"));
    }
}
