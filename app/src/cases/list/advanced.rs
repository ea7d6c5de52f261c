//! Utökad sökning: every filter in one form.

use super::{
    menu::Fold,
    picklist::{Picklist, Picks},
    state::List,
    tick::{Choose, Days, Tick},
    who::Who,
    words::base_name,
};
use crate::{
    cases::filter_form::{LiveForm, QueryInput, Rest},
    page::{Page, text},
};
use domain::cases::{Base, Channel, Chip, Feature, Filter, Period, Priority};
use leptos::prelude::*;

/// All that the form has fields for; the order stays as it is.
const PARAMS: &[&str] = &[
    "q",
    "bas",
    "status",
    "prioritet",
    "kanal",
    "typ",
    "ansvarig",
    "team",
    "anstalld",
    "skapadav",
    "kund",
    "skapad",
    "forfaller",
    "forsenade",
    "andrade",
];

/// The form, while the address unfolds it.
#[component]
pub(super) fn Advanced() -> impl IntoView {
    let list = List::current();
    move || list.advanced.get().then(|| view! { <Form list/> })
}

#[component]
fn Form(list: List) -> impl IntoView {
    let (page, text, form) = (Page::current(), text(), list.live_form());
    let query = Signal::derive(move || list.filter.with(|filter| filter.query.clone()));
    let overdue = Signal::derive(move || list.filter.with(|filter| filter.overdue));
    let changed = Signal::derive(move || list.filter.with(|filter| filter.changed));
    let days = |label: &'static str, fields: AnyView| {
        view! {
            <div class="field w3" role="group" aria-label=label>
                <span class="label" aria-hidden="true">{label}</span>
                {fields}
            </div>
        }
    };
    view! {
        <form class="adv" id="utokad" action="/arenden" autocomplete="off" aria-label=text.extended_search()
            on:input=move |event| form.typed(&event)
            on:change=move |event| form.changed(&event)
            on:submit=move |event| form.submitted(&event)>
            <label class="field w2">
                <span class="label">{text.text_anywhere()}</span>
                <QueryInput form query class="in in--s"/>
            </label>
            <Words list/>
            <Somebodies form/>
            {days(text.created(), view! {
                <Days label=text.created() name="skapad" periods=Period::PAST of=|filter| filter.created/>
            }.into_any())}
            {page.uses(Feature::DueOn).then(|| days(text.due(), view! {
                <Days label=text.due() name="forfaller" periods=Period::FUTURE of=|filter| filter.due/>
            }.into_any()))}
            <Rest filter=list.filter mark=list.mark_of_forms() advanced=list.advanced except=PARAMS/>
            <div class="adv__f">
                {page.uses(Feature::DueOn).then(|| view! {
                    <label class="ck"><Tick form name="forsenade" value="ja" on=overdue/>{text.only_overdue()}</label>
                })}
                <label class="ck"><Tick form name="andrade" value="ja" on=changed/>{text.only_changed()}</label>
                <span class="push"></span>
                <a class="btn btn--q btn--s" href=list.address_with(|filter| {
                    *filter = Filter { sort: filter.sort, ..Filter::default() };
                }) data-noscroll="">{text.clear()}</a>
                <button class="btn btn--pri btn--s">{text.search()}</button>
            </div>
        </form>
    }
    .into_any()
}

/// Base status, status, priority, channel, type. Several values at once are ticked in the menus
/// above; here they stand as one choice, so that they are not lost.
#[component]
fn Words(list: List) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let all = || (String::new(), text.all().to_owned());
    let with_all = |named: Vec<(String, String)>| std::iter::once(all()).chain(named).collect::<Vec<_>>();
    let (statuses, types, teams) = Page::current().vocabulary(|words| {
        let statuses = words.statuses.iter().filter(|status| !status.hidden);
        let types = words.types.iter().filter(|found| !found.hidden);
        (
            statuses.map(|status| (status.slug.clone(), status.name.clone())).collect(),
            types.map(|found| (found.slug.clone(), found.name.clone())).collect(),
            words.offered_teams().map(|found| (found.slug.clone(), found.name.clone())).collect::<Vec<_>>(),
        )
    });
    let priorities =
        Priority::ALL.map(|priority| (priority.slug().to_owned(), priority.name(text).to_owned()));
    let channels = Channel::ALL.map(|channel| (channel.slug().to_owned(), channel.name(text).to_owned()));
    let base = |base: Base| (base.slug().to_owned(), base_name(base, text).to_owned());
    let bases =
        vec![(String::new(), text.open_unless_status().to_owned()), base(Base::Closed), base(Base::All)];
    view! {
        <Choose name="bas" label=text.base_status() options=bases
            chosen=chosen(list, "bas", |chip| matches!(chip, Chip::Base(_)))/>
        <Choose name="status" label=text.status() options=with_all(statuses)
            chosen=chosen(list, "status", |chip| matches!(chip, Chip::Statuses(_)))/>
        {page.uses(Feature::Priority).then(|| view! {
            <Choose name="prioritet" label=text.priority() options=with_all(priorities.into())
            chosen=chosen(list, "prioritet", |chip| matches!(chip, Chip::Priorities(_)))/>
        })}
        {page.uses(Feature::Channel).then(|| view! {
            <Choose name="kanal" label=text.channel() options=with_all(channels.into())
            chosen=chosen(list, "kanal", |chip| matches!(chip, Chip::Channels(_)))/>
        })}
        {page.uses(Feature::Type).then(|| view! {
            <Choose name="typ" label=text.case_type() options=with_all(types)
            chosen=chosen(list, "typ", |chip| matches!(chip, Chip::Types(_)))/>
        })}
        {(!teams.is_empty()).then(|| {
            let none = (Filter::NO_TEAM.to_owned(), text.no_team().to_owned());
            view! {
                <Choose name="team" label=text.team() options=with_all(teams.into_iter().chain([none]).collect())
                    chosen=chosen(list, "team", |chip| matches!(chip, Chip::Teams(_)))/>
            }
        })}
    }
    .into_any()
}

/// The parameter as the address has it, and its name.
fn chosen(list: List, param: &'static str, of: fn(&Chip) -> bool) -> Signal<(String, String)> {
    Signal::derive(move || {
        let params = list.filter.with(Filter::to_params);
        let value = params.into_iter().find(|(name, _)| *name == param).map(|(_, value)| value);
        (value.unwrap_or_default(), list.in_words(of).unwrap_or_default())
    })
}

#[component]
fn Somebodies(form: LiveForm) -> impl IntoView {
    let (text, list) = (text(), List::current());
    let fold = move |who: Who| {
        let picks = Picks::new(who);
        let value = Signal::derive(move || list.in_words(move |chip| who.is_about(chip)));
        view! {
            <Fold class=if who == Who::Customer { "w2" } else { "" } label=who.label(text) value open=picks.is_searched() unfold=picks.unfold()>
                <Picklist picks form/>
            </Fold>
        }
    };
    Who::ALL.into_iter().filter(|who| who.is_used()).map(fold).collect_view()
}
