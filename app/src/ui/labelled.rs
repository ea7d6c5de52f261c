//! A form's field with its label.

use super::Refusal;
use leptos::prelude::*;

/// The label, the field, and under it what was refused. The field itself is named `id` and tells
/// what is wrong by [`super::invalid`] and [`super::described_by`].
#[component]
pub(crate) fn Labelled(
    /// The field's id.
    id: String,
    label: &'static str,
    /// A small word after the label: "valfritt".
    #[prop(optional)]
    aside: Option<&'static str>,
    /// What was refused, as a sentence.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field">
            <label class="label" for=id.clone()>{label} {aside.map(|aside| view! { " " <small>{aside}</small> })}</label>
            {children()}
            <Refusal id error/>
        </div>
    }
}
