//! How status, priority, channel, due date and people look everywhere: shape, colour and word together.

use super::{
    Glyph, Html,
    icon::{glyph_html, icon_html},
};
use crate::page::{Page, text};
use chrono::NaiveDate;
use domain::{
    cases::{Channel, Feature, Priority, Symbol},
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
    status_html(status).into_view()
}

/// The same as text.
pub(crate) fn status_html(status: StatusId) -> Html {
    Page::current().vocabulary(|words| {
        let Some(status) = words.status(status) else { return Html::default() };
        let symbol = status.symbol.as_str();
        Html::new("<span class=\"st st--")
            .markup(status.hue.as_str())
            .markup(if status.symbol == Symbol::New { " st--new" } else { "" })
            .markup(if status.is_open { "\">" } else { " st--closed\">" })
            .then(&glyph_html(&format!("st-{symbol}")))
            .markup("<span>")
            .text(&status.name)
            .markup("</span></span>")
    })
}

/// A priority.
#[component]
pub(crate) fn PriorityMark(
    /// Which.
    priority: Priority,
) -> impl IntoView {
    priority_html(priority).into_view()
}

/// The same as text.
pub(crate) fn priority_html(priority: Priority) -> Html {
    let name = priority_class(priority);
    Html::new("<span class=\"pr pr--")
        .markup(name)
        .markup("\">")
        .then(&glyph_html(&format!("pr-{name}")))
        .markup("<span>")
        .markup(priority.name(text()))
        .markup("</span></span>")
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
    channel_html(channel, narrow).into_view()
}

/// The same as text.
pub(crate) fn channel_html(channel: Channel, narrow: bool) -> Html {
    let icon = match channel {
        Channel::Phone => "phone",
        Channel::Mail => "mail",
        Channel::Website => "globe",
        Channel::Form => "form",
        Channel::Mobile => "mobile",
        Channel::Manual => "manual",
    };
    let name = channel.name(text());
    let mark = Html::new("<span class=\"ch\">").then(&icon_html(icon, "")).markup("<span>");
    match name.split_once(' ') {
        Some((short, rest)) if narrow => {
            mark.markup(short).markup("<span class=\"sr\"> ").markup(rest).markup("</span></span></span>")
        }
        _ => mark.markup(name).markup("</span></span>"),
    }
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
    due_html(on, is_open).into_view()
}

/// The same as text.
pub(crate) fn due_html(on: Option<NaiveDate>, is_open: bool) -> Html {
    let (page, text) = (Page::current(), text());
    if !page.uses(Feature::DueOn) {
        return Html::default();
    }
    let today = page.today();
    let Some(on) = on else {
        return Html::new("<span class=\"due mut\"><span aria-hidden=\"true\">–</span><span class=\"sr\">")
            .markup(text.no_due_date())
            .markup("</span></span>");
    };
    if !is_open {
        let day = format::weekday_and_day(on, today, text);
        return Html::new("<span class=\"due num\">").text(&day).markup("</span>");
    }
    let (class, icon) = match format::urgency(on, today) {
        Urgency::Late => ("due due--late num", Some("alert")),
        Urgency::Today => ("due due--now num", Some("clock")),
        Urgency::Later => ("due num", None),
    };
    let icon = icon.map(|icon| icon_html(icon, "i--s")).unwrap_or_default();
    Html::new("<span class=\"")
        .markup(class)
        .markup("\">")
        .then(&icon)
        .markup("<time datetime=\"")
        .text(&on.to_string())
        .markup("\">")
        .text(&format::due(on, today, text))
        .markup("</time></span>")
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
