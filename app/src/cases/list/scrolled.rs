//! How far down one was: who comes back to the same list finds the place again.

use leptos::{ev, prelude::*};
use leptos_router::hooks::use_location;

/// The list that was left and how far down it was scrolled, in pixels; for as long as the page stands.
#[derive(Clone, Debug)]
pub(crate) struct Scrolled(StoredValue<Option<(String, f64)>>);

impl Scrolled {
    /// Called once, by what frames all pages.
    pub(crate) fn provide() {
        provide_context(Self(StoredValue::new(None)));
    }

    /// Called by the list once its rows are there: goes to where one was, and remembers from now on.
    pub(super) fn take_up() {
        if is_server() {
            return;
        }
        let Self(left) = expect_context();
        let search = use_location().search.get_untracked();
        if let Some((_, down)) = left.get_value().filter(|(of, _)| of == bare(&search)) {
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
                left.set_value(Some((bare(&search).to_owned(), down)));
            }
        });
        on_cleanup(move || moved.remove());
    }
}

/// The browser says the question mark, the router does not.
fn bare(search: &str) -> &str {
    search.trim_start_matches('?')
}
