//! The keys of the desk: all of them in one table, which the handlers read and `?` shows.

use crate::page::Page;
use domain::{
    cases::{Feature, Property},
    text::Language,
};
use leptos::{ev, prelude::*};
use std::cell::Cell;
use wasm_bindgen::JsCast;

/// What a key asks for. The part of the page that can do it listens, by [`on_key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Search,
    Find,
    NewCase,
    Start,
    Cases,
    Customers,
    Next,
    Previous,
    Open,
    Tick,
    TickTo,
    Edit(Property),
    /// A digit, within an open choice: its own entries count.
    Choose,
    Comment,
    EditCase,
    Save,
    Undo,
    Escape,
    Help,
}

/// A line of the table.
pub(crate) struct Shortcut {
    key: Key,
    /// As they stand on the keyboard: held together if the first is Ctrl or Shift, else one after another.
    pub(crate) keys: &'static [&'static str],
    pub(crate) says: fn(Language) -> &'static str,
}

impl Shortcut {
    /// Whether it does something here: a property that the company does without has no form to open.
    pub(crate) fn is_used(&self) -> bool {
        match self.key {
            Key::Edit(property) => Feature::of(property).is_none_or(|feature| Page::current().uses(feature)),
            _ => true,
        }
    }
}

const fn line(key: Key, keys: &'static [&'static str], says: fn(Language) -> &'static str) -> Shortcut {
    Shortcut { key, keys, says }
}

/// The table.
pub(crate) const SHORTCUTS: [Shortcut; 23] = [
    line(Key::Search, &["/"], Language::key_search),
    line(Key::Find, &["Ctrl", "K"], Language::find_title),
    line(Key::NewCase, &["N"], Language::new_case),
    line(Key::Start, &["G", "S"], Language::key_start),
    line(Key::Cases, &["G", "A"], Language::key_cases),
    line(Key::Customers, &["G", "K"], Language::key_customers),
    line(Key::Next, &["J"], Language::key_next),
    line(Key::Previous, &["K"], Language::key_previous),
    line(Key::Open, &["Enter"], Language::key_open),
    line(Key::Tick, &["X"], Language::key_tick),
    line(Key::TickTo, &["Shift", "X"], Language::key_tick_to),
    line(Key::Edit(Property::Status), &["S"], Language::key_status),
    line(Key::Edit(Property::Priority), &["P"], Language::key_priority),
    line(Key::Edit(Property::Type), &["T"], Language::key_type),
    line(Key::Edit(Property::Responsible), &["A"], Language::key_responsible),
    line(Key::Edit(Property::DueOn), &["F"], Language::key_due),
    line(Key::Choose, &["1–7"], Language::key_choose),
    line(Key::Comment, &["C"], Language::key_comment),
    line(Key::EditCase, &["E"], Language::edit_case),
    line(Key::Save, &["Ctrl", "Enter"], Language::key_save),
    line(Key::Undo, &["Ctrl", "Z"], Language::key_undo),
    line(Key::Escape, &["Esc"], Language::key_escape),
    line(Key::Help, &["?"], Language::key_help),
];

/// What a key amounts to, after the one before it.
#[derive(Debug, PartialEq, Eq)]
enum Pressed {
    Key(Key),
    /// The first of two.
    First(&'static str),
    Nothing,
}

impl Key {
    /// What is pressed with Ctrl, or the Mac's command key. It counts within text too.
    pub(crate) fn with_ctrl(event: &ev::KeyboardEvent) -> Option<Self> {
        let is_ctrl = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && !event.alt_key();
        is_ctrl.then(|| held("Ctrl", &event.key())).flatten()
    }
}

/// Calls `act` with what is pressed by single keys outside text fields, as long as the component lives; true
/// means that it has done it. Nothing is called for those who have turned single-key shortcuts off (WCAG 2.1.4).
/// Dialogs keep their keys to themselves.
pub(crate) fn on_key(act: impl Fn(Key) -> bool + 'static) {
    if is_server() || !Page::current().viewer().is_some_and(|viewer| viewer.shortcuts) {
        return;
    }
    let first = Cell::new(None);
    let handle = window_event_listener(ev::keydown, move |event| {
        let before = first.take();
        let is_plain = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing());
        if !is_plain || event.default_prevented() || is_text_field(&event) {
            return;
        }
        // By itself Shift is no key: on many keyboards "/" and "?" are held with it, also after another key.
        if event.key() == "Shift" {
            return first.set(before);
        }
        match pressed(before, &event.key(), event.shift_key()) {
            Pressed::First(key) => first.set(Some(key)),
            Pressed::Key(key) if act(key) => event.prevent_default(),
            Pressed::Key(_) | Pressed::Nothing => {}
        }
    });
    on_cleanup(move || handle.remove());
}

fn pressed(before: Option<&str>, key: &str, shift: bool) -> Pressed {
    let key = if key == "Escape" { "Esc" } else { key };
    if let Some(key) = if shift { held("Shift", key) } else { None } {
        return Pressed::Key(key);
    }
    let found = SHORTCUTS.iter().find_map(|shortcut| match (shortcut.keys, before) {
        ([only], None) if only.eq_ignore_ascii_case(key) => Some(Pressed::Key(shortcut.key)),
        ([first, second], Some(before)) if *first == before && second.eq_ignore_ascii_case(key) => {
            Some(Pressed::Key(shortcut.key))
        }
        ([first, _], None) if first.eq_ignore_ascii_case(key) => Some(Pressed::First(first)),
        _ => None,
    });
    found.unwrap_or(Pressed::Nothing)
}

fn held(modifier: &str, key: &str) -> Option<Key> {
    let is_it = |shortcut: &&Shortcut| match shortcut.keys {
        [first, second] => *first == modifier && second.eq_ignore_ascii_case(key),
        _ => false,
    };
    SHORTCUTS.iter().find(is_it).map(|shortcut| shortcut.key)
}

/// Whether the key goes into text.
pub(crate) fn is_text_field(event: &ev::KeyboardEvent) -> bool {
    const TEXT: &str = "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])";
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.matches(TEXT).unwrap_or(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_alone_after_another_and_held() {
        assert_eq!(pressed(None, "/", true), Pressed::Key(Key::Search));
        assert_eq!(pressed(None, "g", false), Pressed::First("G"));
        assert_eq!(pressed(Some("G"), "a", false), Pressed::Key(Key::Cases));
        assert_eq!(pressed(None, "a", false), Pressed::Key(Key::Edit(Property::Responsible)));
        assert_eq!(pressed(Some("G"), "k", false), Pressed::Key(Key::Customers));
        assert_eq!(pressed(None, "k", false), Pressed::Key(Key::Previous));
        assert_eq!(pressed(Some("G"), "p", false), Pressed::Nothing);
        assert_eq!(pressed(None, "X", false), Pressed::Key(Key::Tick)); // Caps Lock
        assert_eq!(pressed(None, "X", true), Pressed::Key(Key::TickTo));
        assert_eq!(pressed(None, "N", true), Pressed::Key(Key::NewCase));
        assert_eq!(pressed(None, "Escape", false), Pressed::Key(Key::Escape));
        assert_eq!(pressed(None, "?", true), Pressed::Key(Key::Help));
        assert_eq!(pressed(None, "Control", false), Pressed::Nothing);
        assert_eq!(held("Ctrl", "k"), Some(Key::Find));
        assert_eq!(held("Ctrl", "Enter"), Some(Key::Save));
        assert_eq!(held("Ctrl", "n"), None);
    }
}
