//! Chooses a colleague. Searches the server; never loads all.

use super::api::search_people;
use crate::{
    AppError,
    page::text,
    ui::combobox::{Choice, Combobox, Words},
};
use domain::{ids::PersonId, people::Person, text::Language};
use leptos::prelude::*;
use std::pin::Pin;

/// A combobox of active staff, oneself first. In a plain form it posts what was typed as `name`
/// and, once hydrated, the chosen number as `<name>_id`; [`super::resolve`] reads both.
#[component]
pub(crate) fn PersonPicker(
    /// Name of the field in the form.
    name: &'static str,
    /// Its label.
    label: &'static str,
    /// Who is chosen.
    chosen: RwSignal<Option<Person>>,
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
    candidates: Vec<Person>,
    /// Receives the focus when shown.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let text = text();
    let words = Words { label, aside, hint: text.person_search_hint(), none: text.no_person_matches() };
    // Two may go by the same name.
    let numbered = |person: Person| Choice { detail: text.person_number(person.id.0), ..choice(person) };
    view! {
        <Combobox
            id=id.unwrap_or_else(|| name.to_owned())
            name
            words
            search
            chosen=Signal::derive(move || chosen.get().map(choice))
            choose=Callback::new(move |choice: Option<Choice>| chosen.set(choice.map(person)))
            typed
            error
            candidates={candidates.into_iter().map(numbered).collect::<Vec<_>>()}
            autofocus
        />
    }
}

fn search(typed: String, _: Language) -> Pin<Box<dyn Future<Output = Result<Vec<Choice>, AppError>>>> {
    Box::pin(async move { Ok(search_people(typed).await?.into_iter().map(choice).collect()) })
}

fn choice(person: Person) -> Choice {
    Choice { id: person.id.0, name: person.name, detail: String::new() }
}

fn person(choice: Choice) -> Person {
    Person { id: PersonId(choice.id), name: choice.name }
}
