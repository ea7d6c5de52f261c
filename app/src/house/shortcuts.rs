//! The keys that act on the whole desk, and the sheet of all of them. The others act where they belong.

use crate::{
    find::Find,
    page::{Page, text},
    ui::{Dialog, Key, SHORTCUTS, Shortcut, Toasts, is_text_field, on_key},
};
use domain::cases::{Feature, Property};
use leptos::{ev, html, prelude::*, web_sys};
use leptos_router::hooks::{use_location, use_navigate};
use wasm_bindgen::JsCast;

/// Listens, and shows the table when it is asked for.
#[component]
pub(crate) fn Shortcuts() -> impl IntoView {
    let shown = RwSignal::new(false);
    let (location, navigate, toasts) = (use_location(), use_navigate(), Toasts::current());
    let go = move |address: &str| {
        navigate(address, Default::default());
        true
    };
    on_key(move |key| match key {
        Key::Search => focus(".qs input"),
        Key::Start => go("/"),
        Key::Cases => go("/arenden"),
        Key::Customers => go("/kunder"),
        // In the list it depends on the row and the ticks.
        Key::Edit(_) if location.pathname.with_untracked(|path| path == "/arenden") => false,
        Key::Edit(property) => open_field("main", property),
        Key::Help => {
            shown.set(true);
            true
        }
        _ => false,
    });
    let is_finding = RwSignal::new(false);
    Effect::new(move |_| {
        let listener = window_event_listener(ev::keydown, move |event| {
            let is_done = match Key::with_ctrl(&event) {
                Some(Key::Find) => {
                    is_finding.set(true);
                    true
                }
                // Within text it is the browser's own.
                // Forms with more to say about it have done so.
                Some(Key::Save) => !event.default_prevented() && send_form(&event),
                Some(Key::Undo) => !is_text_field(&event) && toasts.undo_last(),
                _ => false,
            };
            if is_done {
                event.prevent_default();
            }
        });
        on_cleanup(move || listener.remove());
    });
    view! {
        {move || shown.get().then(|| view! { <Help shown/> })}
        <Find is_open=is_finding/>
    }
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

/// Sends the form that the key was pressed in, if it is one.
fn send_form(event: &ev::KeyboardEvent) -> bool {
    let within = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let form = within.and_then(|within| within.closest("form").ok().flatten());
    let form = form.and_then(|form| form.dyn_into::<web_sys::HtmlFormElement>().ok());
    form.is_some_and(|form| form.request_submit().is_ok())
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
    let used = SHORTCUTS.iter().filter(|shortcut| shortcut.is_used());
    let line = move |shortcut: &Shortcut| {
        let keys = shortcut.keys.iter().map(|key| view! { <kbd>{*key}</kbd> }).collect_view();
        view! { <dt>{keys}</dt><dd>{(shortcut.says)(text)}</dd> }
    };
    view! {
        <Dialog class="dlg" labelled_by=HEADING node on_close=Callback::new(move |()| shown.set(false))>
            <h2 id=HEADING>{text.key_help()}</h2>
            <dl class="keys">{used.map(line).collect_view()}</dl>
            <div class="row"><button class="btn" type="button" autofocus on:click=close>{text.close()}</button></div>
        </Dialog>
    }
    .into_any()
}

/// The keys that the list answers to, for who sits at a desk and has them on.
#[component]
pub(crate) fn KeyHints() -> impl IntoView {
    let text = text();
    let page = Page::current();
    let is_on = page.viewer().is_some_and(|viewer| viewer.shortcuts);
    is_on.then(|| {
        view! {
            <div class="lfoot" aria-hidden="true">
                <span class="row"><kbd>"J"</kbd><kbd>"K"</kbd>{text.hint_move()}</span>
                <span class="row"><kbd>"X"</kbd>{text.hint_tick()}</span>
                <span class="row"><kbd>"S"</kbd>{text.hint_status()}</span>
                {page.uses(Feature::Priority).then(|| view! {
                    <span class="row"><kbd>"P"</kbd>{text.hint_priority()}</span>
                })}
                <span class="row"><kbd>"Enter"</kbd>{text.hint_open()}</span>
                <span class="row"><kbd>"?"</kbd>{text.hint_help()}</span>
            </div>
        }
    })
}
