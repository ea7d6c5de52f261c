//! How status, priority, channel, due date and people look everywhere: shape, colour and word together.

use super::{Glyph, Icon};
use crate::page::{Page, text};
use chrono::NaiveDate;
use domain::{
    cases::{Channel, Feature, Priority},
    format::{self, Urgency},
    ids::StatusId,
    people::initials,
};
use leptos::prelude::*;

/// A status: its symbol tells open from closed, its word which one.
#[component]
pub(crate) fn StatusMark(
    /// Which.
    status: StatusId,
) -> impl IntoView {
    let found = Page::current().vocabulary(|words| words.status(status).cloned());
    found.map(|status| {
        let bold = if status.symbol == domain::cases::Symbol::New { " st--new" } else { "" };
        let quiet = if status.is_open { "" } else { " st--closed" };
        view! {
            <span class=format!("st st--{}{bold}{quiet}", status.hue.as_str())>
                <Glyph name=format!("st-{}", status.symbol.as_str())/>
                <span>{status.name}</span>
            </span>
        }
    })
}

/// A priority.
#[component]
pub(crate) fn PriorityMark(
    /// Which.
    priority: Priority,
) -> impl IntoView {
    let name = priority_class(priority);
    view! {
        <span class=format!("pr pr--{name}")>
            <Glyph name=format!("pr-{name}")/>
            <span>{priority.name(text())}</span>
        </span>
    }
}

/// A priority where there is room for its symbol only; the word is heard, not seen. Nothing where the company does
/// without priorities.
#[component]
pub(crate) fn PriorityGlyph(
    /// Which.
    priority: Priority,
) -> impl IntoView {
    let (text, name) = (text(), priority_class(priority));
    let is_used = Page::current().uses(Feature::Priority);
    is_used.then(|| {
        view! {
            <span class=format!("pr-g pr-g--{name}")>
                <Glyph name=format!("pr-{name}")/>
                <span class="sr">{text.priority_is(priority.name(text))}</span>
            </span>
        }
    })
}

/// A priority's name in classes and sprite.
pub(crate) const fn priority_class(priority: Priority) -> &'static str {
    match priority {
        Priority::None => "none",
        Priority::Low => "low",
        Priority::Normal => "normal",
        Priority::High => "high",
        Priority::Urgent => "urgent",
        Priority::Immediate => "immediate",
    }
}

/// A channel. Where it is narrow, "(anställd)" is only heard, not seen.
#[component]
pub(crate) fn ChannelMark(
    /// Which.
    channel: Channel,
    /// Leaves "(anställd)" to screen readers.
    #[prop(optional)]
    narrow: bool,
) -> impl IntoView {
    let icon = match channel {
        Channel::Phone => "phone",
        Channel::Mail => "mail",
        Channel::Website => "globe",
        Channel::Form => "form",
        Channel::Mobile => "mobile",
        Channel::Manual => "manual",
    };
    let name = channel.name(text());
    let word = match name.split_once(' ') {
        Some((short, rest)) if narrow => {
            view! { <span>{short}<span class="sr">{format!(" {rest}")}</span></span> }.into_any()
        }
        _ => view! { <span>{name}</span> }.into_any(),
    };
    view! { <span class="ch"><Icon name=icon/>{word}</span> }
}

/// A due date. Coloured only while the case is open, and only today and late. Nothing where the company does without
/// due dates.
#[component]
pub(crate) fn Due(
    /// When; none is a dash.
    on: Option<NaiveDate>,
    /// Closed cases are not late.
    is_open: bool,
) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    if !page.uses(Feature::DueOn) {
        return ().into_any();
    }
    let today = page.today();
    let Some(on) = on else {
        return view! { <span class="due mut"><span aria-hidden="true">"–"</span><span class="sr">{text.no_due_date()}</span></span> }
            .into_any();
    };
    if !is_open {
        return view! { <span class="due num">{format::weekday_and_day(on, today, text)}</span> }.into_any();
    }
    let (class, icon) = match format::urgency(on, today) {
        Urgency::Late => ("due due--late num", Some("alert")),
        Urgency::Today => ("due due--now num", Some("clock")),
        Urgency::Later => ("due num", None),
    };
    view! {
        <span class=class>
            {icon.map(|icon| view! { <Icon name=icon size="i--s"/> })}
            <time datetime=on.to_string()>{format::due(on, today, text)}</time>
        </span>
    }
    .into_any()
}

/// A person's initials in a disc.
#[component]
pub(crate) fn Avatar(
    /// Full name.
    name: String,
    /// More classes than `av`.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    view! { <span class=format!("av {class}") aria-hidden="true">{initials(&name)}</span> }
}
