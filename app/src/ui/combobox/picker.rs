//! A combobox of one kind of thing. Searches the server; never loads all.

use super::{Choice, Combobox, Words};
use crate::{AppError, page::text};
use domain::text::Language;
use leptos::prelude::*;
use std::pin::Pin;

/// Something that one chooses by searching: a customer, a colleague.
pub(crate) trait Pickable: Clone + Send + Sync + 'static {
    /// What one can search for.
    fn hint(text: Language) -> &'static str;
    /// Nothing matches, and what to do.
    fn none(text: Language) -> &'static str;
    /// Asks the server for what matches the text.
    async fn search(typed: String) -> Result<Vec<Self>, AppError>;
    /// As the list of matches shows it.
    fn choice(self, text: Language) -> Choice;
    /// As a plain form shows it among others that its text could mean.
    fn candidate(self, text: Language) -> Choice {
        self.choice(text)
    }
    /// What the choice stands for.
    fn chosen(choice: Choice) -> Self;
}

/// The field. In a plain form it posts what was typed as `name` and, once hydrated, the chosen
/// number as `<name>_id`; the noun's `resolve` reads both.
#[component]
pub(crate) fn Picker<T: Pickable>(
    /// Name of the field in the form.
    name: &'static str,
    /// Its label.
    label: &'static str,
    /// What is chosen.
    chosen: RwSignal<Option<T>>,
    /// Unique on the page; without it, `name`.
    #[prop(optional, into)]
    id: Option<String>,
    /// A small word after the label: "valfritt".
    #[prop(optional)]
    aside: Option<&'static str>,
    /// What stands in the field at first, where it names nothing yet.
    #[prop(optional, into)]
    typed: String,
    /// What was refused, as a sentence.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What a plain form's text could mean.
    #[prop(optional)]
    candidates: Vec<T>,
    /// Receives the focus when shown.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let text = text();
    view! {
        <Combobox
            id=id.unwrap_or_else(|| name.to_owned())
            name
            words=Words { label, aside, hint: T::hint(text), none: T::none(text) }
            search={search::<T>}
            chosen=Signal::derive(move || chosen.get().map(|chosen| chosen.choice(text)))
            choose=Callback::new(move |choice: Option<Choice>| chosen.set(choice.map(T::chosen)))
            typed
            error
            candidates={candidates.into_iter().map(|candidate| candidate.candidate(text)).collect::<Vec<_>>()}
            autofocus
        />
    }
}

fn search<T: Pickable>(
    typed: String,
    text: Language,
) -> Pin<Box<dyn Future<Output = Result<Vec<Choice>, AppError>>>> {
    Box::pin(async move { Ok(T::search(typed).await?.into_iter().map(|found| found.choice(text)).collect()) })
}
