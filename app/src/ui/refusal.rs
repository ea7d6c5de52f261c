//! Refused values at their fields.

use super::Icon;
use crate::page::text;
use domain::problem::{Field, Problem};
use leptos::prelude::*;

/// What is wrong with one field, as a sentence.
pub(crate) fn refusal_at(problem: RwSignal<Option<Problem>>, field: Field) -> Signal<Option<String>> {
    let text = text();
    Signal::derive(move || problem.with(|problem| problem.as_ref()?.sentence_at(field, text)))
}

/// The sentence under a field. The field names it by `aria-describedby` while there is one.
#[component]
pub(crate) fn Refusal(
    /// The field's id; the sentence goes by `<id>-fel`.
    id: String,
    /// What is wrong.
    error: Signal<Option<String>>,
) -> impl IntoView {
    move || {
        error.get().map(|sentence| {
            view! {
                <span class="err" id=format!("{id}-fel")><Icon name="alert" size="i--s"/>{sentence}</span>
            }
        })
    }
}

/// For `aria-invalid`.
pub(crate) fn invalid(error: Signal<Option<String>>) -> impl Fn() -> Option<&'static str> + Copy + Send {
    move || error.with(Option::is_some).then_some("true")
}

/// For `aria-describedby`.
pub(crate) fn described_by(
    id: &str,
    error: Signal<Option<String>>,
) -> impl Fn() -> Option<String> + Send + use<> {
    let id = format!("{id}-fel");
    move || error.with(Option::is_some).then(|| id.clone())
}
