//! Single keys that do something on the page.

use crate::page::Page;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

/// Calls `act` with each key that is pressed alone and outside text fields, as long as the
/// component lives; true means that it was one of its keys. Nothing is called for those who have
/// turned single-key shortcuts off (WCAG 2.1.4). Dialogs keep their keys to themselves.
pub(crate) fn on_key(act: impl Fn(&str) -> bool + 'static) {
    if is_server() || !Page::current().viewer().is_some_and(|viewer| viewer.shortcuts) {
        return;
    }
    let handle = window_event_listener(ev::keydown, move |event| {
        let is_plain = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing());
        if is_plain && !event.default_prevented() && !is_text_field(&event) && act(&pressed(&event)) {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

/// The key's name; a letter is a capital with Shift and only then, whatever Caps Lock says.
fn pressed(event: &ev::KeyboardEvent) -> String {
    let key = event.key();
    match (key.len(), event.shift_key()) {
        (1, true) => key.to_ascii_uppercase(),
        (1, false) => key.to_ascii_lowercase(),
        _ => key,
    }
}

/// Whether the key goes into text.
pub(crate) fn is_text_field(event: &ev::KeyboardEvent) -> bool {
    const TEXT: &str = "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])";
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.matches(TEXT).unwrap_or(false))
}
