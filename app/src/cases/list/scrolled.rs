//! How far down one was: who comes back to the list from one of its cases finds the place again.

use leptos::{ev, prelude::*};
use leptos_router::hooks::use_location;

/// What the desk remembers for its list, for as long as it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scrolled {
    /// The list that was seen last by its query, and how far down, in pixels.
    seen: StoredValue<Option<(String, f64)>>,
    /// The page that one comes from.
    before: StoredValue<Option<String>>,
}

impl Scrolled {
    /// Called once, by the desk.
    pub(crate) fn provide() {
        let scrolled = Self { seen: StoredValue::new(None), before: StoredValue::new(None) };
        provide_context(scrolled);
        let path = use_location().pathname;
        Effect::new(move |before: Option<String>| {
            scrolled.before.set_value(before);
            path.get()
        });
    }

    /// Called by the list once its rows are there: goes to where one was, and remembers from now on.
    pub(super) fn take_up() {
        if is_server() {
            return;
        }
        let Self { seen, before } = expect_context();
        let search = use_location().search.get_untracked();
        let from_case =
            before.with_value(|before| before.as_ref().is_some_and(|path| path.starts_with("/arenden/")));
        let there = seen.get_value().filter(|(of, _)| from_case && of == bare(&search));
        if let Some((_, down)) = there {
            // Once they are laid out.
            request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, down));
        }
        let moved = window_event_listener(ev::scroll, move |_| {
            let location = window().location();
            // The next page begins at its top while this one is being taken away.
            if let (Ok(path), Ok(search), Ok(down)) =
                (location.pathname(), location.search(), window().scroll_y())
                && path == "/arenden"
            {
                seen.set_value(Some((bare(&search).to_owned(), down)));
            }
        });
        on_cleanup(move || moved.remove());
    }
}

/// The browser says the question mark, the router does not.
fn bare(search: &str) -> &str {
    search.trim_start_matches('?')
}
