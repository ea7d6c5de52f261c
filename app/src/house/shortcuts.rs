//! Single keys: all of them in one table, which `?` shows. Those of the whole desk act from here;
//! the others act where they belong, by [`on_key`] as well.

use crate::{
    find::Find,
    page::{Page, text},
    ui::{Dialog, Toasts, is_text_field, on_key},
};
use domain::{cases::Property, text::Language};
use leptos::{ev, html, prelude::*, web_sys};
use leptos_router::hooks::{use_location, use_navigate};
use wasm_bindgen::JsCast;

/// A key, or one after another, and what it does.
struct Shortcut {
    keys: &'static [&'static str],
    says: fn(Language) -> &'static str,
    /// None: the part of the page that it belongs to listens itself.
    act: Option<Act>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Search,
    Go(&'static str),
    Edit(Property),
    Help,
}

const fn key(
    keys: &'static [&'static str],
    says: fn(Language) -> &'static str,
    act: Option<Act>,
) -> Shortcut {
    Shortcut { keys, says, act }
}

const SHORTCUTS: [Shortcut; 21] = [
    key(&["/"], Language::key_search, Some(Act::Search)),
    key(&["Ctrl", "K"], Language::find_title, None),
    key(&["N"], Language::new_case, None),
    key(&["G", "S"], Language::key_start, Some(Act::Go("/"))),
    key(&["G", "A"], Language::key_cases, Some(Act::Go("/arenden"))),
    key(&["G", "K"], Language::key_customers, Some(Act::Go("/kunder"))),
    key(&["J"], Language::key_next, None),
    key(&["K"], Language::key_previous, None),
    key(&["Enter"], Language::key_open, None),
    key(&["X"], Language::key_tick, None),
    key(&["Shift", "X"], Language::key_tick_to, None),
    key(&["S"], Language::key_status, Some(Act::Edit(Property::Status))),
    key(&["P"], Language::key_priority, Some(Act::Edit(Property::Priority))),
    key(&["T"], Language::key_type, Some(Act::Edit(Property::Type))),
    key(&["A"], Language::key_responsible, Some(Act::Edit(Property::Responsible))),
    key(&["F"], Language::key_due, Some(Act::Edit(Property::DueOn))),
    key(&["C"], Language::key_comment, None),
    key(&["E"], Language::edit_case, None),
    key(&["Ctrl", "Z"], Language::key_undo, None),
    key(&["Esc"], Language::key_escape, None),
    key(&["?"], Language::key_help, Some(Act::Help)),
];

/// Listens, and shows the table when it is asked for.
#[component]
pub(crate) fn Shortcuts() -> impl IntoView {
    let shown = RwSignal::new(false);
    let (location, navigate, toasts) = (use_location(), use_navigate(), Toasts::current());
    let prefix = StoredValue::new(None::<&'static str>);
    on_key(move |pressed| {
        let before = prefix.get_value();
        prefix.set_value(None);
        let begins = SHORTCUTS.iter().find(|shortcut| match shortcut.keys {
            [first, _] => before.is_none() && shortcut.act.is_some() && first.eq_ignore_ascii_case(pressed),
            _ => false,
        });
        if let Some(shortcut) = begins {
            prefix.set_value(shortcut.keys.first().copied());
            return true;
        }
        match acted(before, pressed) {
            Some(Act::Search) => focus(".qs input"),
            Some(Act::Go(address)) => {
                navigate(address, Default::default());
                true
            }
            // In the list it depends on the row and the ticks.
            Some(Act::Edit(_)) if location.pathname.with_untracked(|path| path == "/arenden") => false,
            Some(Act::Edit(property)) => open_field("main", property),
            Some(Act::Help) => {
                shown.set(true);
                true
            }
            None => false,
        }
    });
    let is_finding = RwSignal::new(false);
    Effect::new(move |_| {
        undo_by_key(toasts);
        find_by_key(is_finding);
    });
    view! {
        {move || shown.get().then(|| view! { <Help shown/> })}
        <Find is_open=is_finding/>
    }
}

fn acted(before: Option<&str>, pressed: &str) -> Option<Act> {
    let is_it = |shortcut: &&Shortcut| match (shortcut.keys, before) {
        ([only], None) => only.eq_ignore_ascii_case(pressed),
        ([first, second], Some(before)) => *first == before && second.eq_ignore_ascii_case(pressed),
        _ => false,
    };
    SHORTCUTS.iter().find(is_it).and_then(|shortcut| shortcut.act)
}

/// Opens the form of a property that is shown within the element; false when there is none.
pub(crate) fn open_field(within: &str, property: Property) -> bool {
    let field =
        document().query_selector(&format!("{within} [data-falt={}]", property.slug())).ok().flatten();
    let field = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok());
    // A column that has given way has no place to open a form at.
    let field = field.filter(|field| field.offset_parent().is_some());
    if let Some(field) = &field {
        field.click();
    }
    field.is_some()
}

/// Gives the focus to the first element that matches; false when there is none.
pub(crate) fn focus(selector: &str) -> bool {
    let element = document().query_selector(selector).ok().flatten();
    element
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
        .is_some_and(|element| element.focus().is_ok())
}

/// Ctrl+Z takes back the last receipt; within text it is the browser's own.
fn undo_by_key(toasts: Toasts) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_undo = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && event.key() == "z";
        if is_undo && !is_text_field(&event) && toasts.undo_last() {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Ctrl+K, also within text.
fn find_by_key(is_open: RwSignal<bool>) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_find = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && !event.alt_key();
        if is_find && event.key().eq_ignore_ascii_case("k") {
            event.prevent_default();
            is_open.set(true);
        }
    });
    on_cleanup(move || listener.remove());
}

#[component]
fn Help(shown: RwSignal<bool>) -> impl IntoView {
    const HEADING: &str = "kortkommandon";
    let text = text();
    let node = NodeRef::<html::Dialog>::new();
    let close = move |_| {
        if let Some(dialog) = node.get_untracked() {
            dialog.close();
        }
    };
    let line = move |shortcut: &Shortcut| {
        let keys = shortcut.keys.iter().map(|key| view! { <kbd>{*key}</kbd> }).collect_view();
        view! { <dt>{keys}</dt><dd>{(shortcut.says)(text)}</dd> }
    };
    view! {
        <Dialog class="dlg" labelled_by=HEADING node on_close=Callback::new(move |()| shown.set(false))>
            <h2 id=HEADING>{text.key_help()}</h2>
            <dl class="keys">{SHORTCUTS.iter().map(line).collect_view()}</dl>
            <div class="row"><button class="btn" type="button" autofocus on:click=close>{text.close()}</button></div>
        </Dialog>
    }
    .into_any()
}

/// The keys that the list answers to, for who sits at a desk and has them on.
#[component]
pub(crate) fn KeyHints() -> impl IntoView {
    let text = text();
    let is_on = Page::current().viewer().is_some_and(|viewer| viewer.shortcuts);
    is_on.then(|| {
        view! {
            <div class="lfoot" aria-hidden="true">
                <span class="row"><kbd>"J"</kbd><kbd>"K"</kbd>{text.hint_move()}</span>
                <span class="row"><kbd>"X"</kbd>{text.hint_tick()}</span>
                <span class="row"><kbd>"S"</kbd>{text.hint_status()}</span>
                <span class="row"><kbd>"P"</kbd>{text.hint_priority()}</span>
                <span class="row"><kbd>"Enter"</kbd>{text.hint_open()}</span>
                <span class="row"><kbd>"?"</kbd>{text.hint_help()}</span>
            </div>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_alone_and_after_another() {
        assert!(acted(None, "/") == Some(Act::Search));
        assert!(acted(Some("G"), "a") == Some(Act::Go("/arenden")));
        assert!(acted(None, "a") == Some(Act::Edit(Property::Responsible)));
        assert!(acted(Some("G"), "k") == Some(Act::Go("/kunder")));
        assert!(acted(Some("G"), "p").is_none());
        assert!(acted(None, "x").is_none());
    }
}
