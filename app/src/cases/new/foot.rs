//! The form's frame and its buttons.

use super::form::Form;
use crate::{page::text, ui::SendKey};
use leptos::{ev, prelude::*};

/// `<form>`: posted as it is before hydration, sent by the script after.
#[component]
pub(super) fn CaseForm(form: Form, class: &'static str, children: Children) -> impl IntoView {
    view! {
        <form
            class=class
            method="post"
            action="/arenden/nytt"
            novalidate
            autocomplete="off"
            node_ref=form.node
            on:submit=move |event: ev::SubmitEvent| form.submitted(&event)
            on:keydown=move |event: ev::KeyboardEvent| form.pressed(&event)
            on:input=move |_| form.keep()
            on:change=move |_| form.keep()
        >
            <SendKey/>
            {children()}
        </form>
    }
}

/// Create, create and go on; `children` is the way out.
#[component]
pub(super) fn Foot(form: Form, children: Children) -> impl IntoView {
    let text = text();
    let busy = move || form.is_saving.get().then_some("true");
    view! {
        <div class="formfoot">
            <span class="hint" role="status" hidden=move || !form.is_lost.get()>
                {move || form.is_lost.get().then(|| text.is_sent_again())}
            </span>
            <button class="btn btn--pri" name="knapp" value="skapa" aria-disabled=busy>{text.create_case()}</button>
            <button class="btn" name="knapp" value="ett-till" aria-disabled=busy>{text.create_and_another()}</button>
            {children()}
            <span class="keyhint push">
                <kbd>"Ctrl"</kbd>
                <kbd>"Enter"</kbd>
                " "
                {text.keys_create()}
            </span>
        </div>
    }
}
