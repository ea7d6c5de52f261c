//! Status, priority, type, channel and team: a few values to choose one of.

use super::{
    Value,
    form::{Frame, error_id, reply},
    mark::mark,
    spot::Spot,
    words::act,
};
use crate::{
    page::{Page, text},
    ui::Icon,
};
use domain::cases::{Channel, Priority, Property, Status, Vocabulary};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

/// The form: a click, Enter or a digit saves at once; arrows only move.
#[component]
pub(super) fn OptionsForm(spot: Spot) -> impl IntoView {
    let text = text();
    let offered = Page::current().vocabulary(|words| offered(spot, words));
    let (open, closed): (Vec<_>, Vec<_>) = offered.into_iter().partition(|(_, is_open)| *is_open);
    let values: Vec<Value> = open.iter().chain(&closed).map(|(value, _)| value.clone()).collect();
    let has_closed = !closed.is_empty();
    let list = OptionList::new(spot, values);
    let shown = move |from: usize, options: Vec<(Value, bool)>| {
        options
            .into_iter()
            .enumerate()
            .map(|(index, (value, is_open))| list.option(from + index, mark(value, is_open)))
            .collect_view()
    };
    let first_closed = open.len();
    let error = reply(spot).map(|reply| reply.problem.sentence(text));
    let has_error = error.is_some();
    view! {
        <Frame spot error=Signal::stored(error) on_submit=list.on_submit()>
            <fieldset
                node_ref=list.node
                aria-describedby=has_error.then(|| error_id(spot))
                on:keydown=move |event| list.pressed(&event)
                on:keyup=move |_| list.moved_by_arrow.set_value(false)
            >
                <legend>
                    {act(spot.property, text)}
                    {has_closed.then(|| view! { <span class="push">{text.open()}</span> })}
                </legend>
                {shown(0, open)}
                {has_closed.then(|| view! {
                    <hr/>
                    <div class="pop__h">{text.closed()}<span class="push">{text.hidden_from_open()}</span></div>
                    {shown(first_closed, closed)}
                })}
            </fieldset>
        </Frame>
    }
}

/// What can be chosen, and whether a case would be open with it. What is no longer offered stays
/// as long as it stands.
fn offered(spot: Spot, words: &Vocabulary) -> Vec<(Value, bool)> {
    let (status, case_type, team) = spot.row.with_untracked(|row| (row.status, row.case_type, row.team));
    let all_open = |values: Vec<Value>| values.into_iter().map(|value| (value, true)).collect();
    match spot.property {
        Property::Status => {
            let shown = |found: &&Status| !found.hidden || found.id == status;
            words
                .statuses
                .iter()
                .filter(shown)
                .map(|found| (Value::Status(found.id), found.is_open))
                .collect()
        }
        Property::Type => {
            let shown = words.types.iter().filter(|found| !found.hidden || Some(found.id) == case_type);
            all_open(shown.map(|found| Some(found.id)).chain([None]).map(Value::Type).collect())
        }
        Property::Team => {
            let shown = words.teams.iter().filter(|found| !found.hidden || Some(found.id) == team);
            all_open(shown.map(|found| Some(found.id)).chain([None]).map(Value::Team).collect())
        }
        Property::Priority => all_open(Priority::ALL.map(Value::Priority).into()),
        Property::Channel => all_open(Channel::ALL.map(Value::Channel).into()),
        Property::Responsible
        | Property::DueOn
        | Property::Customer
        | Property::Site
        | Property::CreatedAt => Vec::new(),
    }
}

/// Radio buttons of which one is taken at once.
#[derive(Clone, Copy)]
pub(super) struct OptionList {
    spot: Spot,
    values: StoredValue<Vec<Value>>,
    pub(super) node: NodeRef<html::Fieldset>,
    /// Browsers send a click for each step of the arrows: it only looks, it does not take.
    pub(super) moved_by_arrow: StoredValue<bool>,
    /// What else is done when one is taken.
    taken: Option<Callback<Value>>,
}

impl OptionList {
    pub(super) fn new(spot: Spot, values: Vec<Value>) -> Self {
        Self::with(spot, values, None)
    }

    /// Calls `taken` in place of saving.
    pub(super) fn taking(spot: Spot, values: Vec<Value>, taken: Callback<Value>) -> Self {
        Self::with(spot, values, Some(taken))
    }

    fn with(spot: Spot, values: Vec<Value>, taken: Option<Callback<Value>>) -> Self {
        let (node, moved_by_arrow) = (NodeRef::<html::Fieldset>::new(), StoredValue::new(false));
        let list = Self { spot, values: StoredValue::new(values), node, moved_by_arrow, taken };
        node.on_load(move |_| {
            if let Some(index) = spot.take_early().and_then(|digit| list.at(digit)) {
                list.take(index);
            }
        });
        list
    }

    /// What the digit chooses.
    fn at(self, digit: usize) -> Option<usize> {
        let count = self.values.with_value(Vec::len);
        (1..=count).contains(&digit).then(|| digit - 1)
    }

    /// The radio button of the value at `index`, looking like `mark`.
    pub(super) fn option(self, index: usize, mark: AnyView) -> AnyView {
        let value = self.values.with_value(|values| values.get(index).cloned());
        let stands = self.spot.row.with_untracked(|row| Value::of(row, self.spot.property));
        let is_current = value.as_ref() == Some(&stands);
        let posted = value.map(|value| Page::current().vocabulary(|words| value.posted(words)));
        view! {
            <label class="opt">
                <input
                    type="radio"
                    name="varde"
                    value=posted
                    checked=is_current
                    autofocus=is_current && self.spot.is_linked
                    on:click=move |_| self.clicked(index)
                />
                {mark}
                <Icon name="check" size="tick"/>
                {(index < 9).then(|| view! { <kbd aria-hidden="true">{index + 1}</kbd> })}
            </label>
        }
        .into_any()
    }

    fn clicked(self, index: usize) {
        if !self.moved_by_arrow.get_value() {
            self.take(index);
        }
    }

    pub(super) fn pressed(self, event: &ev::KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let key = event.key();
        self.moved_by_arrow.set_value(key.starts_with("Arrow"));
        let chosen = key.parse().ok().and_then(|digit| self.at(digit));
        let index = match (chosen, key.as_str()) {
            (Some(index), _) => Some(index),
            (None, "Enter") => self.checked(),
            (None, _) => None,
        };
        if let Some(index) = index {
            event.prevent_default();
            self.take(index);
        }
    }

    /// What Spara does: takes the one that is checked.
    pub(super) fn on_submit(self) -> Callback<()> {
        Callback::new(move |()| match self.checked() {
            Some(index) => self.take(index),
            None => self.spot.shut(),
        })
    }

    pub(super) fn checked(self) -> Option<usize> {
        let radios = self.node.get_untracked()?.query_selector_all("input[type=radio]").ok()?;
        (0..radios.length()).position(|index| {
            let radio = radios.get(index).and_then(|node| node.dyn_into::<web_sys::HtmlInputElement>().ok());
            radio.is_some_and(|radio| radio.checked())
        })
    }

    pub(super) fn take(self, index: usize) {
        let value = self.values.with_value(|values| values.get(index).cloned());
        match (value, self.taken) {
            (Some(value), Some(taken)) => taken.run(value),
            (Some(value), None) => self.spot.choose(value),
            (None, _) => {}
        }
    }
}
