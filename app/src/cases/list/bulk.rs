//! "Med valda ärenden, ändra": six properties, a button for each.

use super::{outcome::Outcome, selection::Selected, state::List};
use crate::{
    AppError,
    cases::{
        BulkRefusal,
        api::change_many,
        bulk_value::{NOBODY, plain_edit},
    },
    page::{Page, text},
    people::search_people,
    ui::{
        Icon, Toasts,
        combobox::{Choice, Combobox, Words},
    },
};
use domain::{
    cases::{BulkChange, Channel, Edit, Feature, Priority, Property, Vocabulary},
    ids::PersonId,
    people::Person,
    text::Language,
    views::Mark,
};
use leptos::{ev, prelude::*, task::spawn_local, web_sys};
use std::pin::Pin;
use wasm_bindgen::JsCast;

/// The bar. By CSS it shows itself as soon as a row is ticked; hydrated, it counts in words.
#[component]
pub(super) fn BulkBar() -> impl IntoView {
    let (page, text, list, selected) = (Page::current(), text(), List::current(), Selected::current());
    let chosen = RwSignal::new(None::<Choice>);
    let bulk = Bulk {
        list,
        selected,
        outcome: Outcome::current(),
        toasts: Toasts::current(),
        chosen,
        busy: RwSignal::new(false),
        text,
    };
    let has_teams = Page::current().vocabulary(|words| words.offered_teams().next().is_some());
    // Until hydration the style counts.
    let hydrated = RwSignal::new(false);
    Effect::new(move |_| hydrated.set(true));
    let count = move || match if hydrated.get() { selected.count() } else { (0, false) } {
        (0, _) => text.selected_word().to_owned(),
        (1, _) => text.selected_one().to_owned(),
        (count, false) => text.selected(count),
        (count, true) => text.selected_more(count),
    };
    view! {
        <div class="bulk" role="region" aria-label=text.bulk_region() aria-busy=move || bulk.busy.get().then_some("true")>
            <form id="bulk" class="row wrap grow" method="post" action="/arenden/andra" autocomplete="off"
                on:submit=move |event| bulk.submitted(&event)
                // Also from within a choice: first its own list closes, then the ticks go.
                on:keydown=move |event| if event.key() == "Escape" && !event.default_prevented() {
                    event.prevent_default();
                    selected.clear();
                }>
                <input type="hidden" name="filter" value=move || list.filter.with(|filter| filter.to_query())/>
                <input type="hidden" name=Mark::PARAM value=move || list.filter.with(|filter| list.mark_of(filter).as_text())/>
                <span class="bulk__l"><span class="bulk__n" role="status">{count}</span>{text.bulk_heading()}</span>
                <Values property=Property::Status label=text.status_of_selected() act=text.status_to()/>
                {page.uses(Feature::Priority).then(|| view! {
                    <Values property=Property::Priority label=text.priority_of_selected() act=text.priority_to()/>
                })}
                {page.uses(Feature::Type).then(|| view! {
                    <Values property=Property::Type label=text.type_of_selected() act=text.type_to()/>
                })}
                {page.uses(Feature::Channel).then(|| view! {
                    <Values property=Property::Channel label=text.channel_of_selected() act=text.channel_to()/>
                })}
                {page.uses(Feature::Responsible).then(|| view! {
                    <span class="bulk__g">
                        <Responsible chosen/>
                        {button(Property::Responsible, text.responsible_to())}
                    </span>
                })}
                {has_teams.then(|| view! {
                    <Values property=Property::Team label=text.team_of_selected() act=text.team_to()/>
                })}
                <AllThatMatch/>
                <a class="btn btn--q btn--i push" href=move || list.filter.with(|filter| list.address(filter))
                    aria-label=text.untick_all() title=text.untick_all() on:click=move |event| {
                        event.prevent_default();
                        selected.clear();
                    }>
                    <Icon name="x"/>
                </a>
            </form>
        </div>
    }
    .into_any()
}

#[component]
fn Values(property: Property, label: &'static str, act: &'static str) -> impl IntoView {
    let text = text();
    let options = Page::current().vocabulary(|words| options(property, words, text));
    let name = format!("varde_{}", property.slug());
    let refused = BulkRefusal::current();
    let typed = refused.as_ref().and_then(|refused| refused.typed(&name)).map(str::to_owned);
    let proposed = typed.unwrap_or_else(|| Page::current().vocabulary(|words| proposed(property, words)));
    let option = |(value, name): (String, String)| {
        let selected = value == proposed;
        view! { <option value=value selected=selected>{name}</option> }
    };
    view! {
        <span class="bulk__g">
            <select class="in" name=name aria-label=label>
                {options.into_iter().map(option).collect_view()}
            </select>
            {button(property, act)}
        </span>
    }
    .into_any()
}

fn button(property: Property, act: &'static str) -> impl IntoView {
    view! { <button class="btn" name="andra" value=property.slug()>{act}</button> }
}

/// Values as the form sends them, and their names.
fn options(property: Property, words: &Vocabulary, text: Language) -> Vec<(String, String)> {
    let named = |slug: &str, name: &str| (slug.to_owned(), name.to_owned());
    match property {
        Property::Status => {
            let offered = words.statuses.iter().filter(|status| !status.hidden);
            offered.map(|status| named(&status.slug, &status.name)).collect()
        }
        Property::Type => {
            let offered = words.types.iter().filter(|found| !found.hidden);
            let types = offered.map(|found| named(&found.slug, &found.name));
            types.chain([named(NOBODY, text.none())]).collect()
        }
        Property::Team => {
            let teams = words.offered_teams().map(|team| named(&team.slug, &team.name));
            teams.chain([named(NOBODY, text.no_team())]).collect()
        }
        Property::Priority => {
            Priority::ALL.map(|priority| named(priority.slug(), priority.name(text))).into()
        }
        Property::Channel => Channel::ALL.map(|channel| named(channel.slug(), channel.name(text))).into(),
        Property::Responsible
        | Property::DueOn
        | Property::Customer
        | Property::Site
        | Property::CreatedAt => Vec::new(),
    }
}

/// What one most often wants: solved, and what a new case would have.
fn proposed(property: Property, words: &Vocabulary) -> String {
    match property {
        Property::Status => words.solved_status().map(|status| status.slug.clone()).unwrap_or_default(),
        Property::Priority => Priority::default().slug().to_owned(),
        _ => String::new(),
    }
}

/// A colleague, oneself or nobody: searched at the server.
#[component]
fn Responsible(chosen: RwSignal<Option<Choice>>) -> impl IntoView {
    let text = text();
    let words = Words {
        label: text.responsible_of_selected(),
        aside: None,
        hint: text.person_or_nobody_hint(),
        none: text.no_person_matches(),
    };
    let refused = BulkRefusal::current();
    let typed =
        refused.as_ref().and_then(|refused| refused.typed("varde_ansvarig")).unwrap_or_default().to_owned();
    let error = refused.as_ref().and_then(|refused| refused.about(Property::Responsible));
    let error = RwSignal::new(error.map(|problem| problem.sentence(text)));
    let candidates = refused.map(|refused| refused.people).unwrap_or_default();
    view! {
        <Combobox id="varde_ansvarig" name="varde_ansvarig" words search chosen typed error
            candidates={candidates.into_iter().map(choice).collect::<Vec<_>>()}
            choose=Callback::new(move |choice| {
                chosen.set(choice);
                error.set(None);
            })/>
    }
}

fn search(typed: String, text: Language) -> Pin<Box<dyn Future<Output = Result<Vec<Choice>, AppError>>>> {
    Box::pin(async move {
        let nobody = Choice { id: 0, name: text.nobody().to_owned(), detail: String::new() };
        let fits = nobody.name.to_lowercase().starts_with(&typed.trim().to_lowercase());
        let people = search_people(typed).await?.into_iter();
        Ok(fits.then_some(nobody).into_iter().chain(people.map(choice)).collect())
    })
}

fn choice(person: Person) -> Choice {
    Choice { id: person.id.0, name: person.name, detail: String::new() }
}

/// "Välj alla 234 som matchar": before any script a checkbox that the form sends along.
#[component]
fn AllThatMatch() -> impl IntoView {
    let (text, list, selected) = (text(), List::current(), Selected::current());
    let hydrated = RwSignal::new(false);
    Effect::new(move |_| hydrated.set(true));
    let offer = move || text.tick_all_matching(list.found.with(|found| found.matching));
    let more = move || {
        list.found.with(|found| found.next.is_some()) || list.filter.with(|filter| filter.after.is_some())
    };
    move || {
        match hydrated.get() {
        true => selected.could_be_more().then(|| view! {
            <button class="btn btn--q btn--s bulk__all" type="button" on:click=move |_| selected.tick_all()>{offer()}</button>
        }.into_any()),
        false => more().then(|| view! {
            <label class="ck bulk__all">
                <input type="checkbox" name="urval" value="alla" checked=selected.is_all_now() autocomplete="off"/>
                {offer()}
            </label>
        }.into_any()),
    }
    }
}

/// What the bar does once hydrated.
#[derive(Clone, Copy)]
struct Bulk {
    list: List,
    selected: Selected,
    outcome: Outcome,
    toasts: Toasts,
    chosen: RwSignal<Option<Choice>>,
    busy: RwSignal<bool>,
    text: Language,
}

impl Bulk {
    fn submitted(self, event: &ev::SubmitEvent) {
        event.prevent_default();
        if self.busy.get_untracked() {
            return;
        }
        match wish(event) {
            Some((Property::Responsible, _)) => match self.chosen.get_untracked() {
                Some(choice) => {
                    self.change(Edit::Responsible((choice.id > 0).then_some(PersonId(choice.id))))
                }
                None => self.toasts.error(self.text.choose_responsible().to_owned(), None),
            },
            Some((property, value)) => {
                let edit = self.list.words.with_value(|words| plain_edit(property, &value, words));
                if let Some(edit) = edit {
                    self.change(edit);
                }
            }
            None => {}
        }
    }

    fn change(self, edit: Edit) {
        let change = BulkChange { selection: self.selected.selection(), edit };
        self.busy.set(true);
        spawn_local(async move {
            let answer = change_many(change).await;
            self.busy.try_set(false);
            match answer {
                Ok(receipt) => {
                    self.selected.clear();
                    self.list.refresh();
                    self.outcome.tell(receipt);
                }
                Err(error) => self.toasts.error(error.0.sentence(self.text), None),
            }
        });
    }
}

/// Which button was pressed, and the value beside it.
fn wish(event: &ev::SubmitEvent) -> Option<(Property, String)> {
    let button = event.submitter()?.get_attribute("value")?;
    let property = Property::from_slug(&button)?;
    let form: web_sys::HtmlFormElement = event.target()?.dyn_into().ok()?;
    let data = web_sys::FormData::new_with_form(&form).ok()?;
    Some((property, data.get(&format!("varde_{button}")).as_string().unwrap_or_default()))
}
