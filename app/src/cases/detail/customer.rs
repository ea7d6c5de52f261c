//! The customer of a case: how to reach them and what else they have open.

use super::case::Case;
use crate::{
    cases::property::PropertyField,
    page::{Page, text},
};
use domain::{
    cases::{CustomerCard, Feature, Filter, Property},
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
    let uses_sites = Page::current().uses(Feature::Site);
    let has_sites = Memo::new(move |_| {
        let customer = chosen.with(|chosen| chosen.as_ref().map(|(id, _)| *id));
        uses_sites
            && case
                .card
                .with(|card| card.as_ref().is_some_and(|card| card.has_sites && Some(card.id) == customer))
    });
    view! {
        <div class="sl">
            <h3>{text.customer()}</h3>
            {move || chosen.get().map(|(id, name)| view! {
                <a class="kund" href=format!("/kunder/{id}")>{name}</a>
                {card(id).map(contact)}
            })}
            <span class="sl__links">
                {move || chosen.get().and_then(|(id, _)| card(id)).map(|card| view! {
                    <a href=open_cases(card.id)>{text.open_cases_of(card.open_cases)}</a>
                })}
                <PropertyField row=case.row property=Property::Customer/>
            </span>
        </div>
        {move || has_sites.get().then(|| view! {
            <div class="sl">
                <h3>{text.site()}</h3>
                <PropertyField row=case.row property=Property::Site/>
            </div>
        })}
    }
}

fn open_cases(customer: CustomerId) -> String {
    Filter { customers: vec![customer], ..Filter::default() }.to_address()
}

fn contact(card: CustomerCard) -> AnyView {
    let CustomerCard { phone, email, address, .. } = card;
    let link = |address: String, words: String| view! { <a class="num" href=address>{words}</a> };
    let phone = phone.map(|phone| link(format!("tel:{}", phone.e164()), phone.to_string()));
    let email = email.map(|email| link(format!("mailto:{email}"), email));
    let is_reachable = phone.is_some() || email.is_some();
    view! {
        {is_reachable.then(|| view! { <span class="sl__links">{phone}{email}</span> })}
        {address.map(|address| view! { <span class="sec">{address}</span> })}
    }
    .into_any()
}
