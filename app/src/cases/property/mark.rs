//! How a property's value looks where it can be changed.

use super::Value;
use crate::{
    page::{Page, text},
    ui::{
        Avatar, ChannelMark, Due, Html, Icon, PriorityMark, StatusMark, channel_html, due_html,
        priority_html, status_html,
    },
};
use chrono::NaiveDate;
use domain::{
    cases::{Property, Vocabulary},
    format::{self, Urgency},
    ids::{TeamId, TypeId},
    people::{Person, short_name},
};
use leptos::prelude::*;

/// A value on the page of its case or in a choice. Due dates are coloured only while the case is open.
pub(super) fn mark(value: Value, is_open: bool) -> AnyView {
    match value {
        Value::Status(status) => view! { <StatusMark status/> }.into_any(),
        Value::Priority(priority) => view! { <PriorityMark priority/> }.into_any(),
        Value::Channel(channel) => view! { <ChannelMark channel/> }.into_any(),
        Value::Type(Some(case_type)) => type_mark(case_type),
        Value::Team(Some(team)) => team_mark(team),
        Value::Responsible(Some(person)) | Value::Assigned(Some(person), _) => person_mark(person),
        Value::DueOn(Some(on)) => due_mark(on, is_open),
        Value::Customer(Some((_, name))) | Value::Site(Some((_, name))) => view! { <span>{name}</span> }.into_any(),
        Value::DueOn(None)
        | Value::Site(None)
        | Value::Team(None)
        | Value::Type(None)
        | Value::Responsible(None)
        | Value::Assigned(None, _)
        | Value::Customer(None) => none(&value).into_view(),
        Value::CreatedAt(moment) => view! {
            <time class="num" datetime=format::machine_moment(moment)>{format::moment_in_full(moment, text())}</time>
        }
        .into_any(),
    }
}

/// A value in a narrow cell of the list.
pub(super) fn narrow_mark(value: Value, is_open: bool) -> Html {
    match value {
        Value::Status(status) => status_html(status),
        Value::Priority(priority) => priority_html(priority),
        Value::Channel(channel) => channel_html(channel, true),
        Value::Type(Some(case_type)) => {
            let name = |words: &Vocabulary| words.case_type(case_type).map(|found| word(&found.name));
            Page::current().vocabulary(name).unwrap_or_default()
        }
        Value::Team(Some(team)) => {
            let name = |words: &Vocabulary| words.team(team).map(|found| word(&found.name));
            Page::current().vocabulary(name).unwrap_or_default()
        }
        Value::Responsible(Some(person)) | Value::Assigned(Some(person), _) => Html::new("<span title=\"")
            .text(&person.name)
            .markup("\">")
            .text(&short_name(&person.name))
            .markup("</span>"),
        Value::DueOn(on) => due_html(on, is_open),
        Value::Customer(Some((_, name))) | Value::Site(Some((_, name))) => word(&name),
        Value::CreatedAt(moment) => word(&format::moment_in_full(moment, text())),
        Value::Site(None)
        | Value::Team(None)
        | Value::Type(None)
        | Value::Responsible(None)
        | Value::Assigned(None, _)
        | Value::Customer(None) => none(&value),
    }
}

fn word(word: &str) -> Html {
    Html::new("<span>").text(word).markup("</span>")
}

/// What stands where that property has no value.
fn none(value: &Value) -> Html {
    let text = text();
    Html::new("<span class=\"mut\">")
        .markup(match value.property() {
            Property::DueOn => text.no_due_date(),
            Property::Site => text.no_site(),
            Property::Team => text.no_team(),
            _ => text.none(),
        })
        .markup("</span>")
}

fn type_mark(case_type: TypeId) -> AnyView {
    let name = Page::current().vocabulary(|words| words.case_type(case_type).map(|found| found.name.clone()));
    view! { <span class="ch"><span>{name}</span></span> }.into_any()
}

fn team_mark(team: TeamId) -> AnyView {
    let name = Page::current().vocabulary(|words| words.team(team).map(|found| found.name.clone()));
    view! { <span class="ch"><Icon name="people"/><span>{name}</span></span> }.into_any()
}

fn person_mark(person: Person) -> AnyView {
    let is_me = Page::current().viewer().is_some_and(|viewer| viewer.person == person.id);
    view! {
        <span class="who">
            <Avatar name=person.name.clone() class=if is_me { "av--me" } else { "" }/>
            <span class="cut">{person.name}</span>
        </span>
    }
    .into_any()
}

/// The date in full; beside it what is pressing about it.
fn due_mark(on: NaiveDate, is_open: bool) -> AnyView {
    let today = Page::current().today();
    let pressing = is_open && format::urgency(on, today) != Urgency::Later;
    view! {
        <time class="num" datetime=on.to_string()>{format::weekday_and_day(on, today, text())}</time>
        {pressing.then(|| view! { <Due on=Some(on) is_open/> })}
    }
    .into_any()
}
