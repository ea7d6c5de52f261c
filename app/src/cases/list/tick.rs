//! Inputs of the filter's forms. They follow the address, but what somebody chose before the
//! script was there is acted on, not lost.

use super::state::List;
use crate::{cases::filter_form::LiveForm, page::text};
use chrono::NaiveDate;
use domain::cases::{DateRange, Filter, Period, When};
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

/// A period that moves with the calendar, or first and last day, either end open. The one that somebody
/// chooses takes the place of the other.
#[component]
pub(super) fn Days(
    /// What they are about.
    label: &'static str,
    /// Their parameter; a plain form's two days are `<name>_fran` and `<name>_till`.
    name: &'static str,
    /// What is offered.
    periods: &'static [Period],
    /// Their part of the filter.
    of: fn(&Filter) -> When,
) -> impl IntoView {
    let (text, list) = (text(), List::current());
    let day = move |end: fn(DateRange) -> Option<NaiveDate>| {
        Signal::derive(move || {
            end(list.filter.with(of).named()).map(|day| day.to_string()).unwrap_or_default()
        })
    };
    let period = Signal::derive(move || list.filter.with(of).period());
    let (select, from, to) = (NodeRef::<html::Select>::new(), NodeRef::new(), NodeRef::new());
    Effect::new(move |hydrated: Option<bool>| {
        let period = period.get();
        let Some(select) = select.get() else { return false };
        if hydrated == Some(true) {
            // After an entry that is not offered otherwise has been drawn.
            request_animation_frame(move || select.set_value(period.map_or("", Period::slug)));
        }
        true
    });
    let forget_days = move |_| {
        for input in [from, to].into_iter().filter_map(|node: NodeRef<html::Input>| node.get_untracked()) {
            input.set_value("");
        }
    };
    let forget_period = move |_| {
        if let Some(select) = select.get_untracked() {
            select.set_value("");
        }
    };
    let option = move |offered: Period| {
        let selected = period.get_untracked() == Some(offered);
        view! { <option value=offered.slug() selected=selected>{offered.name(text)}</option> }
    };
    let odd = move || period.get().filter(|period| !periods.contains(period)).map(option);
    view! {
        <span class="when">
            <select node_ref=select class="in in--s" name=name aria-label=text.period_of(label) on:change=forget_days>
                <option value="">{text.period_none()}</option>
                {periods.iter().copied().map(option).collect_view()}
                {odd}
            </select>
            <span class="pair" on:input=forget_period>
                <Day node=from name=format!("{name}_fran") label=text.days_from(label) day=day(|days| days.from)/>
                <span aria-hidden="true">"–"</span>
                <Day node=to name=format!("{name}_till") label=text.days_to(label) day=day(|days| days.to)/>
            </span>
        </span>
    }
    .into_any()
}

#[component]
fn Day(node: NodeRef<html::Input>, name: String, label: String, day: Signal<String>) -> impl IntoView {
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
