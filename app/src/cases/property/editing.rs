//! What all that can be edited on a page has in common: where it stands, and what is being saved.

use super::{conflict::Clash, save::Waiting};
use crate::{
    live::{Link, Live},
    page::Page,
    ui::Toasts,
};
use domain::{
    cases::{CaseRow, Property},
    ids::CaseNumber,
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Within reach of every desk page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Editing {
    pub(super) page: Page,
    pub(super) toasts: Toasts,
    /// Path and query of this page, without an open form.
    here: Memo<String>,
    /// The form that the address opens: `status` on a case's page, `2411.status` in the list.
    falt: Memo<Option<String>>,
    /// What has not been saved yet.
    pub(super) outbox: StoredValue<Vec<Waiting>>,
    /// Changes that met somebody else's, to be chosen between one after the other.
    pub(super) clashes: RwSignal<Vec<Clash>>,
    /// The row that was saved last, for those who show more of the case than the row.
    pub(crate) saved: RwSignal<Option<CaseRow>>,
}

impl Editing {
    /// Called once, by the desk, after [`Toasts::provide`].
    pub(crate) fn provide() {
        let location = use_location();
        let here = Memo::new(move |_| without_form(&location.pathname.get(), &location.search.get()));
        let falt = Memo::new(move |_| location.query.with(|query| query.get("falt")));
        let editing = Self {
            page: Page::current(),
            toasts: Toasts::current(),
            here,
            falt,
            outbox: StoredValue::new(Vec::new()),
            clashes: RwSignal::new(Vec::new()),
            saved: RwSignal::new(None),
        };
        provide_context(editing);
        let live = Live::current();
        Effect::watch(
            move || live.link(),
            move |link, _, _| {
                if *link == Link::Live {
                    editing.try_again()
                }
            },
            false,
        );
    }

    /// Within any component of a desk page.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// Path and query of this page, without an open form.
    pub(crate) fn here(self) -> String {
        self.here.get_untracked()
    }

    /// Path and query of this page, if they open no form.
    pub(crate) fn here_without_forms(self) -> Option<String> {
        self.falt.with_untracked(Option::is_none).then(|| self.here())
    }

    /// The address of this page, as it is now, with that form open: what works before any script.
    pub(crate) fn link(self, falt: &str) -> String {
        self.here
            .with_untracked(|here| format!("{here}{}falt={falt}", if here.contains('?') { '&' } else { '?' }))
    }

    /// Whether the address opens that form.
    pub(super) fn is_linked(self, falt: &str) -> bool {
        self.falt.with_untracked(|open| open.as_deref() == Some(falt))
    }

    /// The property whose form the address opens in that row of the list.
    pub(super) fn linked_in(self, number: CaseNumber) -> Option<Property> {
        self.falt.with_untracked(|open| in_row(open.as_deref()?, number))
    }
}

fn in_row(falt: &str, number: CaseNumber) -> Option<Property> {
    let (of, slug) = falt.split_once('.')?;
    let property = Property::ALL.into_iter().find(|property| property.slug() == slug)?;
    (of == number.to_string()).then_some(property)
}

fn without_form(path: &str, query: &str) -> String {
    let kept: Vec<_> = query
        .trim_start_matches('?')
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("falt="))
        .collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::without_form;

    #[test]
    fn only_the_open_form_leaves_the_address() {
        assert_eq!(
            without_form("/arenden", "?q=nyckel&falt=2411.status&bas=alla"),
            "/arenden?q=nyckel&bas=alla"
        );
        assert_eq!(without_form("/arenden/2411", "falt=status"), "/arenden/2411");
        assert_eq!(without_form("/arenden", ""), "/arenden");
    }
}
