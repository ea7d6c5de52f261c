//! Inputs of the filter's forms. They follow the address, but what somebody chose before the
//! script was there is acted on, not lost.

use super::state::List;
use crate::{cases::filter_form::LiveForm, page::text};
use chrono::NaiveDate;
use domain::cases::{DateRange, Filter};
use leptos::{html, prelude::*};

/// A checkbox or radio button of a list of values.
#[component]
pub(super) fn Tick(
    /// The form around it.
    form: LiveForm,
    /// Its parameter.
    name: &'static str,
    /// What is sent when it is ticked.
    #[prop(into)]
    value: String,
    /// Whether the address says so.
    #[prop(into)]
    on: Signal<bool>,
    /// `checkbox` or `radio`.
    #[prop(default = "checkbox")]
    kind: &'static str,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    Effect::new(move |hydrated: Option<bool>| {
        let on = on.get();
        let Some(input) = node.get() else { return false };
        if input.checked() != on {
            match (hydrated, input.form()) {
                (Some(true), _) | (_, None) => input.set_checked(on),
                (_, Some(around)) => form.act(&around),
            }
        }
        true
    });
    view! {
        <input node_ref=node type=kind name=name value=value checked=on.get_untracked()/>
    }
}

/// First and last day, either end open.
#[component]
pub(super) fn Days(
    /// What they are about.
    label: &'static str,
    /// The parameters of a plain form.
    names: [&'static str; 2],
    /// Their part of the filter.
    of: fn(&Filter) -> DateRange,
) -> impl IntoView {
    let (text, list) = (text(), List::current());
    let day = move |end: fn(DateRange) -> Option<NaiveDate>| {
        Signal::derive(move || end(list.filter.with(of)).map(|day| day.to_string()).unwrap_or_default())
    };
    let [from, to] = names;
    view! {
        <span class="pair">
            <Day name=from label=text.days_from(label) day=day(|days| days.from)/>
            <span aria-hidden="true">"–"</span>
            <Day name=to label=text.days_to(label) day=day(|days| days.to)/>
        </span>
    }
    .into_any()
}

#[component]
fn Day(name: &'static str, label: String, day: Signal<String>) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    Effect::new(move |hydrated: Option<bool>| {
        let day = day.get();
        let Some(input) = node.get() else { return false };
        // Half a date reads as nothing, and must not be wiped while it is being typed.
        if hydrated == Some(true) && input.value() != day {
            input.set_value(&day);
        }
        true
    });
    view! {
        <input node_ref=node class="in in--s num" type="date" name=name aria-label=label
            min="1900-01-01" max="2199-12-31" value=day.get_untracked()/>
    }
}

/// One value of a few. A value that is none of them, such as two of them, has an entry of its own.
#[component]
pub(super) fn Choose(
    /// Its parameter.
    name: &'static str,
    /// Its label.
    label: &'static str,
    /// Values and their names; the empty value leaves nothing out.
    options: Vec<(String, String)>,
    /// What the address has, and its name.
    #[prop(into)]
    chosen: Signal<(String, String)>,
) -> impl IntoView {
    let node = NodeRef::<html::Select>::new();
    let values: Vec<String> = options.iter().map(|(value, _)| value.clone()).collect();
    let odd = Memo::new(move |_| {
        chosen.with(|(value, name)| (!values.contains(value)).then(|| (value.clone(), name.clone())))
    });
    Effect::new(move |hydrated: Option<bool>| {
        let (value, _) = chosen.get();
        let Some(select) = node.get() else { return false };
        if hydrated == Some(true) {
            // After the odd entry has been drawn.
            request_animation_frame(move || select.set_value(&value));
        }
        true
    });
    let option = move |(value, name): (String, String)| {
        let selected = chosen.with_untracked(|(chosen, _)| *chosen == value);
        view! { <option value=value selected=selected>{name}</option> }
    };
    view! {
        <label class="field">
            <span class="label">{label}</span>
            <select node_ref=node class="in in--s" name=name>
                {options.into_iter().map(option).collect_view()}
                {move || odd.get().map(option)}
            </select>
        </label>
    }
}
