//! The fields of a new case.

use super::{
    form::Form,
    similar::Similar,
    typed::{PARTICIPANT, Typed, participant},
};
use crate::{
    cases::{NewCaseReply, property::quick_picks},
    customers::customer_sites,
    page::{Page, text},
    ui::{
        Avatar, ChannelMark, Icon, Labelled, PriorityMark, combobox::Picker, described_by, invalid, raw_text,
        refusal_at,
    },
};
use chrono::NaiveDate;
use domain::{
    cases::{Channel, Feature, Priority},
    people::Person,
    problem::Field,
    text::Language,
};
use leptos::{html, prelude::*};

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    /// A page of its own.
    Page,
    /// The panel at the side; its ids must not be those of the page under it.
    Panel,
}

impl Room {
    pub(super) fn id(self, field: &str) -> String {
        if self == Self::Panel { format!("ny-{field}") } else { field.to_owned() }
    }
}

/// All of them, drawn anew whenever the form begins anew.
#[component]
pub(super) fn Fields(form: Form, room: Room, reply: Option<NewCaseReply>) -> impl IntoView {
    // What a text could mean belongs to the first drawing only.
    let reply = StoredValue::new(reply);
    let drawn = move |typed: Typed| {
        let reply = reply.try_update_value(Option::take).flatten();
        view! { <div class="form"><Drawn form room typed reply/></div> }
    };
    // New elements each time: written to those that stand, a value does not reach a field that somebody has typed in.
    view! { <For each=move || [form.start.get()] key=|(turn, _)| *turn children=move |(_, typed)| drawn(typed)/> }
}

#[component]
fn Drawn(form: Form, room: Room, typed: Typed, reply: Option<NewCaseReply>) -> impl IntoView {
    let text = text();
    let at = |field| refusal_at(form.problem, field);
    let uses = |feature| form.page.uses(feature);
    let (subject, body) = (room.id("rubrik"), room.id("innehall"));
    let (subject_error, body_error) = (at(Field::Subject), at(Field::Body));
    let (subject_typed, body_typed) = (typed.get("rubrik").to_owned(), typed.get("innehall").to_owned());
    let (customers, people) = reply.map(|reply| (reply.customers, reply.people)).unwrap_or_default();
    view! {
        <Labelled id=subject.clone() label=text.subject() error=subject_error>
            <input
                class="in"
                id=subject.clone()
                name="rubrik"
                value=subject_typed
                autofocus=room == Room::Panel
                aria-required="true"
                aria-invalid=invalid(subject_error)
                aria-describedby=described_by(&subject, subject_error)
            />
        </Labelled>
        <Labelled id=body.clone() label=text.body() aside=text.optional() error=body_error>
            <textarea
                class="in"
                id=body.clone()
                name="innehall"
                rows="4"
                aria-invalid=invalid(body_error)
                aria-describedby=described_by(&body, body_error)
            >
                {raw_text(body_typed)}
            </textarea>
        </Labelled>
        <div class="two">
            {uses(Feature::Customer).then(|| view! {
                <Picker
                    id=room.id("kund")
                    name="kund"
                    label=text.customer()
                    aside=text.optional()
                    chosen=form.customer
                    typed=typed.get("kund").to_owned()
                    error=at(Field::Customer)
                    candidates=customers
                />
            })}
            {uses(Feature::Responsible).then(|| view! {
                <Responsible form room typed=typed.clone() people=people.clone()/>
            })}
        </div>
        // Where one looks when the customer has been chosen; the page has it beside the form.
        {(room == Room::Panel && uses(Feature::Customer)).then(|| view! { <Similar customer=form.customer room/> })}
        {uses(Feature::Site).then(|| view! { <SiteSelect form room typed=typed.get("plats").to_owned()/> })}
        {uses(Feature::Priority).then(|| view! { <Priorities chosen=typed.get("prioritet").to_owned() room/> })}
        {(room == Room::Page && uses(Feature::Channel)).then(|| view! { <Channels chosen=typed.get("kanal").to_owned()/> })}
        <div class="two">
            {(room == Room::Panel && uses(Feature::Channel)).then(|| channel_select(&typed, room))}
            {uses(Feature::Type).then(|| type_select(&typed, room))}
            {status_select(form, &typed, room)}
            {team_select(&typed, room)}
            {uses(Feature::DueOn).then(|| view! { <DueDate form room typed=typed.get("forfaller").to_owned()/> })}
            {uses(Feature::Participants).then(|| view! {
                <Participants form room typed=typed.get("anstalld").to_owned() people/>
            })}
        </div>
    }
}

/// Who shall handle it, and whether the case is thereby assigned.
#[component]
fn Responsible(form: Form, room: Room, typed: Typed, people: Vec<Person>) -> impl IntoView {
    let text = text();
    let error = refusal_at(form.problem, Field::Responsible);
    let assigned = form.page.vocabulary(|words| match (words.initial_status(), words.assigned_status()) {
        (Some(initial), Some(assigned)) if initial != assigned => Some(assigned.name.clone()),
        _ => None,
    });
    let is_offered = move || {
        let initial = form.page.vocabulary(|words| words.initial_status().map(|status| status.slug.clone()));
        let is_initial = form.status.with(|chosen| Some(chosen.as_str()) == initial.as_deref());
        !form.is_live.get() || is_initial && form.responsible.with(Option::is_some)
    };
    view! {
        <div class="field">
            <Picker
                id=room.id("ansvarig")
                name="ansvarig"
                label=text.responsible()
                aside=text.optional()
                chosen=form.responsible
                typed=typed.get("ansvarig").to_owned()
                error=error
                candidates={if error.get_untracked().is_some() { people } else { Vec::new() }}
            />
            {assigned.map(|name| view! {
                <label class="ck" hidden=move || !is_offered()>
                    <input type="checkbox" name="tilldela" value="ja" checked=typed.get("tilldela") == "ja"/>
                    {text.set_status_too(&name)}
                </label>
            })}
        </div>
    }
}

/// Which of the customer's sites it is about, where there are any.
#[component]
fn SiteSelect(form: Form, room: Room, typed: String) -> impl IntoView {
    let customer = Memo::new(move |_| form.customer.with(|customer| customer.as_ref().map(|hit| hit.id)));
    let first = customer.get_untracked();
    let sites = Resource::new(
        move || customer.get(),
        |customer| async move {
            match customer {
                // A way to say more, not a must: without an answer there is no choice.
                Some(customer) => (Some(customer), customer_sites(customer).await.unwrap_or_default()),
                None => (None, Vec::new()),
            }
        },
    );
    view! {
        <Transition>
            {move || {
                let typed = typed.clone();
                Suspend::new(async move {
                    let (customer, sites) = sites.await;
                    let default = sites.iter().find(|site| site.is_default).map(|site| site.id.to_string());
                    // What was typed belongs to the customer that the form began with.
                    let chosen = if customer == first && !typed.is_empty() { typed } else { default.unwrap_or_default() };
                    let named = sites.into_iter().map(|site| (site.id.to_string(), site.label()));
                    let options = named.chain([(String::new(), text().no_site().to_owned())]).collect::<Vec<_>>();
                    (options.len() > 1).then(|| {
                        select(room.id("plats"), "plats", text().site(), &chosen, options, move |_| form.keep())
                    })
                })
            }}
        </Transition>
    }
}

#[component]
fn Priorities(chosen: String, room: Room) -> impl IntoView {
    let chosen = Priority::from_slug(&chosen).unwrap_or_default();
    let one = |priority: Priority| {
        view! {
            <label>
                <input type="radio" name="prioritet" value=priority.slug() checked=priority == chosen/>
                <PriorityMark priority/>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="label">{text().priority()}</legend>
            <div class=if room == Room::Panel { "seg seg--3" } else { "seg" }>{Priority::ALL.map(one).collect_view()}</div>
        </fieldset>
    }
}

#[component]
fn Channels(chosen: String) -> impl IntoView {
    let chosen = Channel::from_slug(&chosen).unwrap_or(Channel::Phone);
    let one = |channel: Channel| {
        view! {
            <label>
                <input type="radio" name="kanal" value=channel.slug() checked=channel == chosen/>
                <ChannelMark channel/>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="label">{text().channel()}</legend>
            <div class="seg">{Channel::ALL.map(one).collect_view()}</div>
        </fieldset>
    }
}

fn channel_select(typed: &Typed, room: Room) -> AnyView {
    let options = Channel::ALL.map(|channel| (channel.slug().to_owned(), channel.name(text()).to_owned()));
    select(room.id("kanal"), "kanal", text().channel(), typed.get("kanal"), options.into(), |_| {})
}

fn type_select(typed: &Typed, room: Room) -> AnyView {
    let mut options = vec![(String::new(), text().none().to_owned())];
    Page::current().vocabulary(|words| {
        let offered = words.types.iter().filter(|case_type| !case_type.hidden);
        options.extend(offered.map(|case_type| (case_type.slug.clone(), case_type.name.clone())));
    });
    let chosen = RwSignal::new(typed.get("typ").to_owned());
    view! {
        <div class="field">
            {select(room.id("typ"), "typ", text().case_type(), typed.get("typ"), options, move |slug| chosen.set(slug))}
            {move || chosen.with(|slug| preset(slug)).map(|preset| view! { <span class="hint">{preset}</span> })}
        </div>
    }
    .into_any()
}

/// What a case of that type gets where its form is left blank.
fn preset(slug: &str) -> Option<String> {
    let (page, text) = (Page::current(), text());
    let (days, responsible) = page.vocabulary(|words| {
        let found = words.type_by_slug(slug)?;
        Some((found.due_days, found.responsible.as_ref().map(|person| person.name.clone())))
    })?;
    let days = days.filter(|_| page.uses(Feature::DueOn)).map(|days| text.preset_days(days));
    let responsible = responsible.filter(|_| page.uses(Feature::Responsible));
    let responsible = responsible.map(|name| text.preset_responsible(&name));
    let told: Vec<_> = days.into_iter().chain(responsible).collect();
    (!told.is_empty()).then(|| text.preset(&told.join(", ")))
}

/// Only in a company that has teams.
fn team_select(typed: &Typed, room: Room) -> Option<AnyView> {
    let teams: Vec<_> = Page::current().vocabulary(|words| {
        words.offered_teams().map(|team| (team.slug.clone(), team.name.clone())).collect()
    });
    (!teams.is_empty()).then(|| {
        let options = std::iter::once((String::new(), text().no_team().to_owned())).chain(teams).collect();
        select(room.id("team"), "team", text().team(), typed.get("team"), options, |_| {})
    })
}

fn status_select(form: Form, typed: &Typed, room: Room) -> AnyView {
    let options = form.page.vocabulary(|words| {
        let offered = words.statuses.iter().filter(|status| !status.hidden);
        offered.map(|status| (status.slug.clone(), status.name.clone())).collect()
    });
    let chosen = move |slug| form.status.set(slug);
    select(room.id("status"), "status", text().status(), typed.get("status"), options, chosen)
}

fn select(
    id: String,
    name: &'static str,
    label: &'static str,
    chosen: &str,
    options: Vec<(String, String)>,
    on_change: impl Fn(String) + Send + 'static,
) -> AnyView {
    let option = |(slug, name): (String, String)| {
        let is_chosen = slug == chosen;
        view! { <option value=slug selected=is_chosen>{name}</option> }
    };
    let options = options.into_iter().map(option).collect_view();
    view! {
        <Labelled id=id.clone() label>
            <select class="in" id=id name=name on:change=move |event| on_change(event_target_value(&event))>
                {options}
            </select>
        </Labelled>
    }
    .into_any()
}

/// When it shall be handled at the latest, with the days that one mostly chooses.
#[component]
fn DueDate(form: Form, room: Room, typed: String) -> impl IntoView {
    let (text, today) = (text(), form.page.today());
    let (id, error) = (room.id("forfaller"), refusal_at(form.problem, Field::DueOn));
    let node = NodeRef::<html::Input>::new();
    let pick = move |(word, day): (fn(Language) -> &'static str, NaiveDate)| {
        let write = move |_| {
            if let Some(node) = node.get_untracked() {
                node.set_value(&day.to_string());
                form.keep();
            }
        };
        view! { <button type="button" on:click=write>{word(text)}</button> }
    };
    view! {
        <Labelled id=id.clone() label=text.due() aside=text.optional() error>
            <input
                class="in num"
                id=id.clone()
                name="forfaller"
                type="date"
                value=typed
                aria-invalid=invalid(error)
                aria-describedby=described_by(&id, error)
                node_ref=node
            />
            <span class="days" hidden=move || !form.is_live.get()>{quick_picks(today).map(pick).collect_view()}</span>
        </Labelled>
    }
}

/// Colleagues beside the responsible. Without script, names are written with commas between.
#[component]
fn Participants(form: Form, room: Room, typed: String, people: Vec<Person>) -> impl IntoView {
    let text = text();
    let picked = RwSignal::new(None::<Person>);
    let error = refusal_at(form.problem, Field::Participants);
    // They are one of the two fields' at most: the first that is unclear.
    let people = if refusal_at(form.problem, Field::Responsible).get_untracked().is_some() {
        Vec::new()
    } else {
        people
    };
    Effect::new(move || {
        if let Some(person) = picked.get() {
            form.participants.update(|people| {
                people.retain(|other| other.id != person.id);
                people.push(person);
            });
            // Once the picker has seen it.
            request_animation_frame(move || picked.set(None));
        }
    });
    view! {
        <div class="field">
            <Picker
                id=room.id("anstalld")
                name="anstalld"
                label=text.participants()
                aside=text.beside_responsible()
                chosen=picked
                typed
                error
                candidates=people
            />
            <span class="hint" hidden=move || form.is_live.get()>{text.several_by_comma()}</span>
            {move || form.participants.with(|people| {
                let tokens: Vec<_> = people.iter().cloned().map(|person| token(form, person)).collect();
                (!tokens.is_empty()).then(|| view! {
                    <ul class="tokens" aria-label=text.participants()>{tokens}</ul>
                })
            })}
        </div>
    }
}

fn token(form: Form, person: Person) -> AnyView {
    let text = text();
    let id = person.id;
    let remove = move |_| form.participants.update(|people| people.retain(|other| other.id != id));
    view! {
        <li class="tok">
            <Avatar name=person.name.clone()/>
            {person.name.clone()}
            // Without script one takes a colleague away by unticking.
            <input
                type="checkbox"
                name=PARTICIPANT
                value=participant(&person)
                checked
                aria-label=person.name.clone()
                hidden=move || form.is_live.get()
            />
            <button
                class="tok__x"
                type="button"
                aria-label=text.remove_person(&person.name)
                hidden=move || !form.is_live.get()
                on:click=remove
            >
                <Icon name="x" size="i--s"/>
            </button>
        </li>
    }
    .into_any()
}
