//! The row where the keyboard stands. It moves the real focus along, to the row's link, so that
//! Enter, Tab and screen readers go on from there.

use super::{selection::Selected, state::List};
use crate::{
    house::{focus, open_field},
    page::Page,
    ui::{Key, on_key},
};
use domain::{
    cases::{Filter, Property},
    ids::CaseNumber,
    policy::Action,
};
use leptos::{prelude::*, web_sys};
use leptos_router::hooks::use_navigate;

/// Within reach of the rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor {
    list: List,
    selected: Selected,
    row: RwSignal<Option<CaseNumber>>,
    /// Who may not change cases has nothing to tick them for.
    may_tick: bool,
    /// The property whose form a key has opened: when it closes, the focus is on its cell, but Enter
    /// still means the row.
    edited: StoredValue<Option<Property>>,
}

impl Cursor {
    /// Called once by the page.
    pub(super) fn provide(list: List, selected: Selected) {
        let cursor = Self {
            list,
            selected,
            row: RwSignal::new(None),
            may_tick: Page::current().may(Action::ChangeCase),
            edited: StoredValue::new(None),
        };
        provide_context(cursor);
        let navigate = use_navigate();
        on_key(move |key| {
            if key == Key::Open {
                let address = cursor.address_after_edit();
                return address.is_some_and(|address| {
                    navigate(&address, Default::default());
                    true
                });
            }
            cursor.pressed(key)
        });
    }

    /// Whether it stands on that row.
    pub(super) fn is_on(number: CaseNumber) -> impl Fn() -> bool + Copy {
        let cursor: Self = expect_context();
        move || cursor.row.get() == Some(number)
    }

    fn pressed(self, key: Key) -> bool {
        self.edited.set_value(None);
        match key {
            Key::Next => self.step(1),
            Key::Previous => self.step(-1),
            Key::Tick => self.may_tick && self.tick(false),
            Key::TickTo => self.may_tick && self.tick(true),
            Key::Edit(property) => self.edit(property),
            Key::Escape if self.selected.is_any_now() => {
                self.selected.clear();
                true
            }
            _ => false,
        }
    }

    fn step(self, by: isize) -> bool {
        let rows = self.list.rows.get_untracked();
        let here = self.standing().and_then(|here| rows.iter().position(|row| row.number == here));
        let to = match here {
            Some(here) => here.saturating_add_signed(by).min(rows.len().saturating_sub(1)),
            None => 0,
        };
        let Some(row) = rows.get(to) else { return false };
        self.row.set(Some(row.number));
        focus(&format!("tr[data-nr='{}'] .tt", row.number))
    }

    /// The row that the keyboard is on: the cursor's, unless the focus has gone to another.
    fn standing(self) -> Option<CaseNumber> {
        let focused =
            document().active_element().and_then(|focused| focused.closest("tr[data-nr]").ok().flatten());
        let focused = focused.and_then(|row| row.get_attribute("data-nr")?.parse().ok());
        focused.or_else(|| self.row.get_untracked())
    }

    fn tick(self, range: bool) -> bool {
        let Some(number) = self.standing() else { return false };
        self.row.set(Some(number));
        let on = range || !self.selected.has_now(number);
        self.selected.tick(number, on, range);
        true
    }

    /// With ticks, to the bar's value; else the row's form.
    fn edit(self, property: Property) -> bool {
        if self.selected.is_any_now() && property != Property::DueOn {
            return focus(&format!(".bulk [name=varde_{}]", property.slug()));
        }
        let Some(number) = self.standing() else { return false };
        self.row.set(Some(number));
        let is_open = open_field(&format!("tr[data-nr='{number}']"), property);
        self.edited.set_value(is_open.then_some(property));
        is_open
    }

    /// The row's case, when the focus is where a form that a key had opened has left it.
    fn address_after_edit(self) -> Option<String> {
        let property = self.edited.get_value()?;
        let number = self.row.get_untracked()?;
        let cell = format!("tr[data-nr='{number}'] [data-falt={}]", property.slug());
        let is_there = |focused: web_sys::Element| focused.matches(&cell).unwrap_or(false);
        let is_there = document().active_element().is_some_and(is_there);
        is_there.then(|| self.list.filter.with_untracked(|filter: &Filter| filter.case_address(number)))
    }
}
