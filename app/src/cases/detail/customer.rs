//! The customer of a case: how to reach them and what else they have open.

use super::case::Case;
use crate::{cases::property::PropertyField, page::text};
use domain::{
    cases::{CustomerCard, Filter, Property},
    ids::CustomerId,
};
use leptos::prelude::*;

/// Among the facts.
#[component]
pub(super) fn CustomerFacts(case: Case) -> impl IntoView {
    let text = text();
    let chosen = Memo::new(move |_| case.row.with(|row| row.customer.clone()));
    // The card follows once the server has told it; until then there is the name.
    let card = move |id: CustomerId| case.card.get().filter(|card| card.id == id);
    view! {
        <div class="sl">
            <h3>{text.customer()}</h3>
            {move || chosen.get().map(|(id, name)| view! {
                <a class="kund" href=open_cases(id)>{name}</a>
                {card(id).map(contact)}
            })}
            <span class="sl__links">
                {move || chosen.get().and_then(|(id, _)| card(id)).map(|card| view! {
                    <a href=open_cases(card.id)>{text.open_cases_of(card.open_cases)}</a>
                })}
                <PropertyField row=case.row property=Property::Customer/>
            </span>
        </div>
    }
}

fn open_cases(customer: CustomerId) -> String {
    Filter { customers: vec![customer], ..Filter::default() }.to_address()
}

fn contact(card: CustomerCard) -> AnyView {
    let CustomerCard { phone, email, address, .. } = card;
    let dialled = |phone: &str| phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
    let link = |address: String, words: String| view! { <a class="num" href=address>{words}</a> };
    let phone = phone.map(|phone| link(format!("tel:{}", dialled(&phone)), phone));
    let email = email.map(|email| link(format!("mailto:{email}"), email));
    let is_reachable = phone.is_some() || email.is_some();
    view! {
        {is_reachable.then(|| view! { <span class="sl__links">{phone}{email}</span> })}
        {address.map(|address| view! { <span class="sec">{address}</span> })}
    }
    .into_any()
}
