//! Chooses a customer. Searches the server; never loads all.

use super::api::search_customers;
use crate::{
    AppError,
    page::text,
    ui::combobox::{Choice, Combobox, Words},
};
use domain::{customers::CustomerHit, ids::CustomerId, text::Language};
use leptos::prelude::*;
use std::pin::Pin;

/// A combobox of customers. In a plain form it posts what was typed as `name` and, once hydrated,
/// the chosen number as `<name>_id`; [`super::resolve`] reads both.
#[component]
pub(crate) fn CustomerPicker(
    /// Name of the field in the form.
    name: &'static str,
    /// Its label.
    label: &'static str,
    /// Who is chosen.
    chosen: RwSignal<Option<CustomerHit>>,
    /// Unique on the page; without it, `name`.
    #[prop(optional, into)]
    id: Option<String>,
    /// A small word after the label: "valfritt".
    #[prop(optional)]
    aside: Option<&'static str>,
    /// What stands in the field at first, where it names nobody yet.
    #[prop(optional, into)]
    typed: String,
    /// What was refused, as a sentence.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whom a plain form's text could mean.
    #[prop(optional)]
    candidates: Vec<CustomerHit>,
    /// Receives the focus when shown.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let text = text();
    let words = Words { label, aside, hint: text.customer_search_hint(), none: text.no_customer_matches() };
    let hit =
        |choice: Choice| CustomerHit { id: CustomerId(choice.id), name: choice.name, detail: choice.detail };
    view! {
        <Combobox
            id=id.unwrap_or_else(|| name.to_owned())
            name
            words
            search
            chosen=Signal::derive(move || chosen.get().map(|hit| choice(hit, text)))
            choose=Callback::new(move |choice: Option<Choice>| chosen.set(choice.map(hit)))
            typed
            error
            candidates={candidates.into_iter().map(|hit| choice(hit, text)).collect::<Vec<_>>()}
            autofocus
        />
    }
}

fn search(typed: String, text: Language) -> Pin<Box<dyn Future<Output = Result<Vec<Choice>, AppError>>>> {
    Box::pin(async move {
        let hits = search_customers(typed).await?;
        Ok(hits.into_iter().map(|hit| choice(hit, text)).collect())
    })
}

fn choice(hit: CustomerHit, text: Language) -> Choice {
    let number = text.customer_number(hit.id.0);
    let detail = if hit.detail.is_empty() { number } else { format!("{number}, {}", hit.detail) };
    Choice { id: hit.id.0, name: hit.name, detail }
}
