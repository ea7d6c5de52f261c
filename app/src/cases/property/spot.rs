//! One property of one case where it stands on the page: the value is the way to its form.

use super::{
    Editing, Value,
    mark::{Place, mark},
};
use crate::{page::text, ui::Icon};
use domain::{
    cases::{CaseRow, Property},
    text::Language,
};
use leptos::{html, prelude::*};

/// One property of one case, as it stands on the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) row: RwSignal<CaseRow>,
    pub(super) property: Property,
    pub(super) place: Place,
    /// Its form is shown.
    pub(super) is_open: RwSignal<bool>,
    /// What opens the form and gets the focus back.
    pub(super) trigger: NodeRef<html::A>,
}

/// How a spot looks before one touches it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// In a cell or among the facts: an edge under the pointer.
    Inline,
    /// In the strip over a case's text: under its label.
    Strip,
    /// A link with words of its own.
    Words,
}

/// The value, and its form when it is open.
#[component]
pub(super) fn Editable(row: RwSignal<CaseRow>, property: Property, place: Place, look: Look) -> impl IntoView {
    let editing = Editing::current();
    let falt = match place {
        Place::Cell => row.with_untracked(|row| format!("{}.{}", row.number, property.slug())),
        Place::Wide => property.slug().to_owned(),
    };
    let is_open = RwSignal::new(editing.is_linked(&falt));
    let spot = Spot { row, property, place, is_open, trigger: NodeRef::new() };
    view! {
        <a
            node_ref=spot.trigger
            class=look.class()
            href=move || editing.link(&falt)
            data-falt=property.slug()
            aria-haspopup="dialog"
            aria-expanded=move || is_open.get().to_string()
        >
            {spot.label(look)}
            {move || row.with(|row| spot.shown(row, look))}
        </a>
    }
}

impl Look {
    fn class(self) -> Option<&'static str> {
        match self {
            Self::Inline => Some("ed"),
            Self::Strip => Some("prop"),
            Self::Words => None,
        }
    }
}

impl Spot {
    fn shown(self, row: &CaseRow, look: Look) -> AnyView {
        match look {
            Look::Inline | Look::Strip => mark(Value::of(row, self.property), row.is_open, self.place),
            Look::Words if row.customer.is_none() => text().choose_customer().into_any(),
            Look::Words => act(self.property, text()).into_any(),
        }
    }

    fn label(self, look: Look) -> AnyView {
        let text = text();
        match look {
            Look::Inline => view! { <span class="sr">{act(self.property, text)} ": "</span> }.into_any(),
            Look::Strip => {
                view! { <small>{name(self.property, text)}<Icon name="edit" size="i--s"/></small> }.into_any()
            }
            Look::Words => ().into_any(),
        }
    }
}

/// What its form does: "Ändra status".
pub(super) fn act(property: Property, text: Language) -> &'static str {
    match property {
        Property::Status => text.change_status(),
        Property::Priority => text.change_priority(),
        Property::Type => text.change_type(),
        Property::Channel => text.change_channel(),
        Property::Responsible => text.change_responsible(),
        Property::DueOn => text.change_due(),
        Property::Customer => text.change_customer(),
        Property::CreatedAt => text.change_created(),
    }
}

/// What it is called: "Status".
pub(super) fn name(property: Property, text: Language) -> &'static str {
    match property {
        Property::Status => text.status(),
        Property::Priority => text.priority(),
        Property::Type => text.case_type(),
        Property::Channel => text.channel(),
        Property::Responsible => text.responsible(),
        Property::DueOn => text.due(),
        Property::Customer => text.customer(),
        Property::CreatedAt => text.created(),
    }
}
