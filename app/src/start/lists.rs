//! The lists: what falls due in a strip, the others as cards, in the order that was chosen.

use crate::{
    page::{Page, text},
    ui::{ChannelMark, Due, Icon, PriorityGlyph, StatusMark},
};
use domain::{
    cases::{CaseRow, Feature, Filter, Glance},
    format,
    people::short_name,
    start::{Section, StartList},
};
use leptos::prelude::*;

/// All of them. Neighbours of one kind stand together.
pub(super) fn lists(lists: Vec<StartList>, initial: &str) -> AnyView {
    if lists.is_empty() {
        return view! { <p class="sec">{text().start_nothing()}</p> }.into_any();
    }
    let mut together: Vec<(bool, Vec<AnyView>)> = Vec::new();
    let page = Page::current();
    let is_used = |list: &StartList| list.section.needs().is_none_or(|feature| page.uses(feature));
    for StartList { section, glance } in lists.into_iter().filter(is_used) {
        let filter = section.filter(initial);
        let (is_agenda, shown) = match section.is_agenda() {
            true => (true, part(section, glance, &filter)),
            false => (false, card(section, glance, &filter)),
        };
        match together.last_mut() {
            Some((kind, views)) if *kind == is_agenda => views.push(shown),
            _ => together.push((is_agenda, vec![shown])),
        }
    }
    let group = |(is_agenda, views): (bool, Vec<AnyView>)| match is_agenda {
        true => {
            view! { <section class="card agenda" aria-label=text().agenda()>{views}</section> }.into_any()
        }
        false => view! { <div class="duo">{views}</div> }.into_any(),
    };
    together.into_iter().map(group).collect_view().into_any()
}

/// How many, as the way to all of them.
fn number(section: Section, glance: &Glance, filter: &Filter) -> AnyView {
    let text = text();
    view! {
        <a class="badge" href=filter.to_address()>
            {glance.matching.to_string()}
            <span class="sr">": " {text.show_all()} " " {section.name(text)}</span>
        </a>
    }
    .into_any()
}

/// A column of the strip.
fn part(section: Section, glance: Glance, filter: &Filter) -> AnyView {
    let text = text();
    let (class, icon, nothing) = match section {
        Section::Late => ("agenda--late", "alert", text.agenda_none_late()),
        Section::Today => ("agenda--now", "clock", text.agenda_none_today()),
        _ => ("", "cal", text.agenda_none_week()),
    };
    let count = number(section, &glance, filter);
    let shown = glance.rows.len();
    let more = usize::try_from(glance.matching.counted).is_ok_and(|matching| matching > shown);
    let end = |case: &CaseRow| match section {
        Section::Today if Page::current().uses(Feature::Responsible) => responsible(case),
        Section::Today => ().into_any(),
        _ => due(case),
    };
    let row = |case: CaseRow| {
        let end = end(&case);
        view! {
            <li>
                <a href=format!("/arenden/{}", case.number)>
                    <PriorityGlyph priority=case.priority/>
                    <span class="cut grow">{case.subject}</span>
                    {end}
                </a>
            </li>
        }
    };
    view! {
        <div class=class>
            <h2><Icon name=icon/>{section.name(text)} " " {count}</h2>
            {(shown == 0).then(|| view! { <p class="mut">{nothing}</p> })}
            <ul>
                {glance.rows.into_iter().map(row).collect_view()}
                {more.then(|| view! {
                    <li><a class="agenda__all" href=filter.to_address()>
                        {text.show_all_of(glance.matching)}<span class="sr">": " {section.name(text)}</span>
                    </a></li>
                })}
            </ul>
        </div>
    }
    .into_any()
}

fn due(case: &CaseRow) -> AnyView {
    view! { <Due on=case.due_on is_open=case.is_open/> }.into_any()
}

fn channel(case: &CaseRow) -> AnyView {
    match Page::current().uses(Feature::Channel) {
        true => view! { <ChannelMark channel=case.channel narrow=true/> }.into_any(),
        false => ().into_any(),
    }
}

fn responsible(case: &CaseRow) -> AnyView {
    let name = case
        .responsible
        .as_ref()
        .map_or_else(|| text().nobody().to_owned(), |person| short_name(&person.name));
    view! { <span class="mut">{name}</span> }.into_any()
}

/// A card.
fn card(section: Section, glance: Glance, filter: &Filter) -> AnyView {
    let text = text();
    let nothing = match section {
        Section::New => text.none_new(),
        Section::Unassigned => text.none_unassigned(),
        Section::Changed => text.none_changed(),
        _ => text.none_mine(),
    };
    let count = number(section, &glance, filter);
    let nothing = glance.rows.is_empty().then(|| view! { <p class="card__b sec">{nothing}</p> });
    view! {
        <section class="card" aria-labelledby=section.slug()>
            <div class="card__h">
                <h2 id=section.slug()>{section.name(text)}</h2>
                {count}
                <a class="push" href=filter.to_address()>
                    {text.show_all()}<span class="sr">" " {section.name(text)}</span>
                </a>
            </div>
            {nothing}
            <ul>{glance.rows.into_iter().map(|case| row(ends(section, &case), case)).collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// What stands at the right of a card's row, on its first and second line: what one asks first of such a case.
fn ends(section: Section, case: &CaseRow) -> (AnyView, AnyView) {
    let today = Page::current().today();
    let time = |at| {
        let shown = format::moment_in_list(at, today, text());
        view! { <time class="num" datetime=format::machine_moment(at)>{shown}</time> }.into_any()
    };
    match section {
        Section::New | Section::Unassigned => (channel(case), time(case.created_at)),
        Section::Changed => (time(case.updated_at), view! { <StatusMark status=case.status/> }.into_any()),
        _ => (due(case), view! { <StatusMark status=case.status/> }.into_any()),
    }
}

fn row((first, second): (AnyView, AnyView), case: CaseRow) -> AnyView {
    let customer = Page::current()
        .uses(Feature::Customer)
        .then(|| case.customer.map_or_else(|| text().without_customer().to_owned(), |(_, name)| name));
    view! {
        <li>
            <a class="lrow" href=format!("/arenden/{}", case.number)>
                <PriorityGlyph priority=case.priority/>
                <span class="lrow__t cut">{case.subject}</span>
                <span class="lrow__r">{first}</span>
                <span class="lrow__s">
                    <span class="num">{case.number.to_string()}</span>
                    <span class="cut">{customer}</span>
                </span>
                <span class="lrow__r2">{second}</span>
            </a>
        </li>
    }
    .into_any()
}
