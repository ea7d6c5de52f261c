//! How a property's value looks where it can be changed.

use super::Value;
use crate::{
    page::{Page, text},
    ui::{Avatar, ChannelMark, Due, Icon, PriorityMark, StatusMark},
};
use chrono::NaiveDate;
use domain::{
    format::{self, Urgency},
    ids::{TeamId, TypeId},
    people::{Person, short_name},
};
use leptos::prelude::*;

/// Where a value stands: how much room it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A narrow cell of the list.
    Cell,
    /// The page of the case, or a choice.
    Wide,
}

/// A value. Due dates are coloured only while the case is open.
pub(super) fn mark(value: Value, is_open: bool, place: Place) -> AnyView {
    match value {
        Value::Status(status) => view! { <StatusMark status/> }.into_any(),
        Value::Priority(priority) => view! { <PriorityMark priority/> }.into_any(),
        Value::Channel(channel) => view! { <ChannelMark channel narrow=place == Place::Cell/> }.into_any(),
        Value::Type(Some(case_type)) => type_mark(case_type, place),
        Value::Team(Some(team)) => team_mark(team),
        Value::Responsible(Some(person)) | Value::Assigned(Some(person), _) => person_mark(person, place),
        Value::DueOn(on) if place == Place::Cell => view! { <Due on is_open/> }.into_any(),
        Value::DueOn(Some(on)) => due_mark(on, is_open),
        Value::DueOn(None) => none(text().no_due_date()),
        Value::Customer(Some((_, name))) | Value::Site(Some((_, name))) => view! { <span>{name}</span> }.into_any(),
        Value::Site(None) => none(text().no_site()),
        Value::Team(None) => none(text().no_team()),
        Value::Type(None) | Value::Responsible(None) | Value::Assigned(None, _) | Value::Customer(None) => {
            none(text().none())
        }
        Value::CreatedAt(moment) => view! {
            <time class="num" datetime=format::machine_moment(moment)>{format::moment_in_full(moment, text())}</time>
        }
        .into_any(),
    }
}

fn none(word: &'static str) -> AnyView {
    view! { <span class="mut">{word}</span> }.into_any()
}

fn type_mark(case_type: TypeId, place: Place) -> AnyView {
    let name = Page::current().vocabulary(|words| words.case_type(case_type).map(|found| found.name.clone()));
    match place {
        Place::Cell => view! { <span>{name}</span> }.into_any(),
        Place::Wide => view! { <span class="ch"><span>{name}</span></span> }.into_any(),
    }
}

fn team_mark(team: TeamId) -> AnyView {
    let name = Page::current().vocabulary(|words| words.team(team).map(|found| found.name.clone()));
    view! { <span class="ch"><Icon name="people"/><span>{name}</span></span> }.into_any()
}

fn person_mark(person: Person, place: Place) -> AnyView {
    match place {
        Place::Cell => {
            let short = short_name(&person.name);
            view! { <span title=person.name>{short}</span> }.into_any()
        }
        Place::Wide => {
            let is_me = Page::current().viewer().is_some_and(|viewer| viewer.person == person.id);
            view! {
                <span class="who">
                    <Avatar name=person.name.clone() class=if is_me { "av--me" } else { "" }/>
                    <span class="cut">{person.name}</span>
                </span>
            }
            .into_any()
        }
    }
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
