//! The common filters, each in a menu of its own, and the way to all of them.

use super::{
    menu::{Menu, close_on_click_outside},
    picklist::{Picklist, Picks},
    state::List,
    tick::{Days, Tick},
    who::Who,
    words::order_name,
};
use crate::{
    cases::filter_form::LiveForm,
    page::{Page, text},
    ui::{ChannelMark, Icon, PriorityMark, StatusMark, drawn},
};
use domain::cases::{Channel, Chip, Feature, Filter, Period, Priority, Sort, SortKey, Status, When};
use leptos::{ev, prelude::*, web_sys};
use wasm_bindgen::JsCast;

/// Status, Prioritet, Kanal, Typ, Ansvarig, Kund, Skapad, Förfaller, Sortera, Utökad sökning. On the server the
/// address and what it needs to be understood decide how they look.
#[component]
pub(super) fn FilterBar() -> impl IntoView {
    let list = List::current();
    let of = move || {
        // Whom a plain form searched for stands in its menu.
        if Who::ALL.into_iter().any(|who| list.searched(who).is_some()) {
            return None;
        }
        let mark = list.mark.get_untracked().as_text();
        let address = (list.filter.get_untracked(), mark, list.advanced.get_untracked());
        let meant = (list.views.get_untracked(), list.names.get_untracked());
        serde_json::to_string(&("filters", address, meant)).ok()
    };
    drawn(of, move || filters(list))
}

fn filters(list: List) -> AnyView {
    let (text, form) = (text(), list.live_form());
    let page = Page::current();
    Effect::new(|_| close_on_click_outside());
    view! {
        <div class="fbar" role="group" aria-label=text.filters()>
            <FilterMenu form label=text.status() params=&["status", "bas"] clear=|filter| {
                filter.statuses.clear();
                filter.base = None;
            } of=|chip| matches!(chip, Chip::Base(_) | Chip::Statuses(_))>
                <Statuses form/>
            </FilterMenu>
            {page.uses(Feature::Priority).then(|| view! {
                <FilterMenu form label=text.priority() params=&["prioritet"]
                clear=|filter| filter.priorities.clear() of=|chip| matches!(chip, Chip::Priorities(_))>
                <Priorities form/>
            </FilterMenu>
            })}
            {page.uses(Feature::Channel).then(|| view! {
                <FilterMenu form label=text.channel() params=&["kanal"]
                clear=|filter| filter.channels.clear() of=|chip| matches!(chip, Chip::Channels(_))>
                <Channels form/>
            </FilterMenu>
            })}
            {page.uses(Feature::Type).then(|| view! {
                <FilterMenu form label=text.case_type() params=&["typ"]
                clear=|filter| filter.types.clear() of=|chip| matches!(chip, Chip::Types(_))>
                <Types form/>
            </FilterMenu>
            })}
            {page.uses(Feature::Responsible).then(|| view! {
                <WhoMenu form who=Who::Responsible clear=|filter| filter.responsible.clear()/>
            })}
            {page.uses(Feature::Customer).then(|| view! {
                <WhoMenu form who=Who::Customer clear=|filter| filter.customers.clear()/>
            })}
            <FilterMenu form label=text.created() params=&["skapad"]
                clear=|filter| filter.created = When::default() of=|chip| matches!(chip, Chip::Created(_))>
                <Days label=text.created() name="skapad" periods=Period::PAST of=|filter| filter.created/>
            </FilterMenu>
            {page.uses(Feature::DueOn).then(|| view! {
                <FilterMenu form label=text.due() params=&["forfaller"]
                clear=|filter| filter.due = When::default() of=|chip| matches!(chip, Chip::Due(_))>
                <Days label=text.due() name="forfaller" periods=Period::FUTURE of=|filter| filter.due/>
            </FilterMenu>
            })}
            <SortMenu form/>
            <Unfold/>
        </div>
    }
    .into_any()
}

/// A menu that tells from the chips what it is set to.
#[component]
fn FilterMenu(
    form: LiveForm,
    label: &'static str,
    params: &'static [&'static str],
    /// Takes its part out of the filter.
    clear: fn(&mut Filter),
    /// The chips that are about it.
    of: fn(&Chip) -> bool,
    children: ChildrenFn,
) -> impl IntoView {
    let list = List::current();
    let value = Signal::derive(move || list.in_words(of));
    view! { <Menu form label params value clear=list.address_with(clear) children/> }
}

#[component]
fn WhoMenu(form: LiveForm, who: Who, clear: fn(&mut Filter)) -> impl IntoView {
    let list = List::current();
    let picks = Picks::new(who);
    let value = Signal::derive(move || list.in_words(move |chip| who.is_about(chip)));
    let params: &'static [&'static str] = match who {
        Who::Customer => &["kund"],
        _ => &["ansvarig"],
    };
    let open = picks.is_searched() && !list.advanced.get_untracked();
    view! {
        <Menu form label=who.label(text()) params value clear=list.address_with(clear) open unfold=picks.unfold()>
            <Picklist picks form/>
        </Menu>
    }
}

/// Open ones, then closed ones. A hidden status is offered only while it is chosen.
#[component]
fn Statuses(form: LiveForm) -> impl IntoView {
    let (text, list) = (text(), List::current());
    let offered = Page::current().vocabulary(|words| {
        let chosen = list.filter.with_untracked(|filter| filter.statuses.clone());
        let is_offered = |status: &&Status| !status.hidden || chosen.contains(&status.slug);
        words.statuses.iter().filter(is_offered).cloned().collect::<Vec<_>>()
    });
    let (open, closed): (Vec<_>, Vec<_>) = offered.into_iter().partition(|status| status.is_open);
    let tick = move |status: Status| {
        let slug = status.slug.clone();
        let on = Signal::derive(move || list.filter.with(|filter| filter.statuses.contains(&slug)));
        view! {
            <label class="opt opt--ck">
                <Tick form name="status" value=status.slug on/>
                <StatusMark status=status.id/>
            </label>
        }
    };
    view! {
        <div class="pop__h">{text.open()}</div>
        {open.into_iter().map(tick).collect_view()}
        <hr/>
        <div class="pop__h">{text.closed()}</div>
        {closed.into_iter().map(tick).collect_view()}
    }
    .into_any()
}

#[component]
fn Priorities(form: LiveForm) -> impl IntoView {
    let list = List::current();
    let tick = move |priority: Priority| {
        let on = Signal::derive(move || list.filter.with(|filter| filter.priorities.contains(&priority)));
        view! {
            <label class="opt opt--ck">
                <Tick form name="prioritet" value=priority.slug() on/>
                <PriorityMark priority/>
            </label>
        }
    };
    Priority::ALL.map(tick).collect_view().into_any()
}

#[component]
fn Channels(form: LiveForm) -> impl IntoView {
    let list = List::current();
    let tick = move |channel: Channel| {
        let on = Signal::derive(move || list.filter.with(|filter| filter.channels.contains(&channel)));
        view! {
            <label class="opt opt--ck">
                <Tick form name="kanal" value=channel.slug() on/>
                <ChannelMark channel/>
            </label>
        }
    };
    Channel::ALL.map(tick).collect_view().into_any()
}

#[component]
fn Types(form: LiveForm) -> impl IntoView {
    let list = List::current();
    let offered = Page::current().vocabulary(|words| {
        let chosen = list.filter.with_untracked(|filter| filter.types.clone());
        let offered = words.types.iter().filter(|found| !found.hidden || chosen.contains(&found.slug));
        offered.cloned().collect::<Vec<_>>()
    });
    let tick = move |(slug, name): (String, String)| {
        let known = slug.clone();
        let on = Signal::derive(move || list.filter.with(|filter| filter.types.contains(&known)));
        view! { <label class="opt opt--ck"><Tick form name="typ" value=slug on/><span>{name}</span></label> }
    };
    offered.into_iter().map(|found| tick((found.slug, found.name))).collect_view().into_any()
}

/// All orders; the heads of the table have only those of its columns, and a phone has no heads.
#[component]
fn SortMenu(form: LiveForm) -> impl IntoView {
    let (text, list) = (text(), List::current());
    let sort = move || list.filter.with(|filter| filter.sort);
    let value =
        Signal::derive(move || (sort() != Sort::default()).then(|| order_name(sort(), text).to_owned()));
    let page = Page::current();
    let is_used = |key: &SortKey| match key {
        SortKey::Due => page.uses(Feature::DueOn),
        SortKey::Priority => page.uses(Feature::Priority),
        _ => true,
    };
    let orders = SortKey::ALL
        .into_iter()
        .filter(is_used)
        .flat_map(|key| [true, false].map(|descending| Sort { key, descending }));
    let orders: Vec<Sort> = orders.collect();
    let option = move |order: Sort| {
        let slug = Filter { sort: order, ..Filter::default() }.to_params().pop().map(|(_, slug)| slug);
        let on = Signal::derive(move || sort() == order);
        view! {
            <label class="opt">
                <Tick form kind="radio" name="sort" value=slug.unwrap_or_default() on/>
                <span>{order_name(order, text)}</span>
                <Icon name="check" size="tick"/>
            </label>
        }
    };
    view! {
        <Menu form label=text.sort() params=&["sort"] value clear=list.address_with(|filter| filter.sort = Sort::default())>
            {orders.iter().copied().map(option).collect_view()}
        </Menu>
    }
}

/// Utökad sökning: a link, so that it unfolds before any script; Space presses it like a button.
#[component]
fn Unfold() -> impl IntoView {
    let list = List::current();
    let href = move || list.filter.with(|filter| list.address_unfolded(filter, !list.advanced.get()));
    let press = |event: ev::KeyboardEvent| {
        if event.key() == " "
            && let Some(link) =
                event.target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok())
        {
            event.prevent_default();
            link.click();
        }
    };
    view! {
        <a class=move || if list.advanced.get() { "fbtn fbtn--on" } else { "fbtn" } role="button" href=href
            data-noscroll="" aria-expanded=move || list.advanced.get().to_string() aria-controls="utokad" on:keydown=press>
            <Icon name="sliders" size="i--s"/>
            {text().extended_search()}
        </a>
    }
}
