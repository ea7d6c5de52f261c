//! Forms that save themselves: whoever turns a switch has said all there is to say.

use leptos::{ev, web_sys};
use wasm_bindgen::JsCast;

/// Sends the form of the field that was changed. Before hydration there is a button.
pub(super) fn send_changed(event: &ev::Event) {
    let Some(field) = event.target() else { return };
    let form = match field.dyn_ref::<web_sys::HtmlInputElement>() {
        Some(input) => input.form(),
        None => field.dyn_ref::<web_sys::HtmlSelectElement>().and_then(web_sys::HtmlSelectElement::form),
    };
    if let Some(form) = form {
        let _ = form.request_submit();
    }
}
