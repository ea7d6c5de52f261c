//! The panel of a new case, opened from anywhere on the desk.

use crate::{
    page::Page,
    ui::{Key, on_key},
};
use domain::policy::Action;
use leptos::{ev, prelude::*};
use leptos_router::hooks::use_location;

/// Whether the panel is open. Within reach of every desk page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NewCase {
    is_open: RwSignal<bool>,
    /// The page of a new case is that panel already.
    is_its_page: Memo<bool>,
}

impl NewCase {
    /// Called once, by the desk. `N` opens it.
    pub(super) fn provide() {
        let path = use_location().pathname;
        let may = Page::current().may(Action::CreateCase);
        let panel = Self {
            is_open: RwSignal::new(false),
            is_its_page: Memo::new(move |_| path.get() == "/arenden/nytt"),
        };
        provide_context(panel);
        on_key(move |key| {
            let is_ours = may && key == Key::NewCase;
            if is_ours {
                panel.open();
            }
            is_ours
        });
    }

    /// Within any component of a desk page.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// Whether it is open. Tracked.
    pub(crate) fn is_open(self) -> bool {
        self.is_open.get()
    }

    /// Opens it; on the page of a new case, which is the same, nothing happens.
    pub(crate) fn open(self) {
        if !self.is_its_page.get_untracked() {
            self.is_open.set(true);
        }
    }

    /// Once it has been closed.
    pub(crate) fn close(self) {
        self.is_open.set(false);
    }

    /// For a link to the page: a plain click opens the panel in its place.
    pub(crate) fn clicked(self, event: &ev::MouseEvent) {
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if is_plain && event.button() == 0 && !self.is_its_page.get_untracked() {
            event.prevent_default();
            self.is_open.set(true);
        }
    }
}

/// Asks lists to look again: something was made that they may have to show.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refresh(RwSignal<u32>);

impl Refresh {
    /// Called once, by the desk.
    pub(super) fn provide() {
        provide_context(Self(RwSignal::new(0)));
    }

    /// Within any component of a desk page.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// How often it was asked: the source of a list's resource. Tracked.
    pub(crate) fn asked(self) -> u32 {
        self.0.get()
    }

    /// Asks.
    pub(crate) fn ask(self) {
        self.0.update(|asked| *asked += 1);
    }
}
