//! Colleagues linked to the case.

use super::case::Case;
use crate::{
    AppError,
    cases::{
        CaseReply,
        api::{link_person, unlink_person},
        property::Editing,
    },
    page::{Page, text},
    ui::{Avatar, Icon, Toasts, combobox::Picker},
};
use domain::{ids::PersonId, people::Person, policy::Action};
use leptos::{ev, prelude::*, task::spawn_local};
use leptos_router::hooks::use_query_map;
use wasm_bindgen::JsCast;

/// The form that takes one away; its buttons stand in the list.
const REMOVAL: &str = "ta-bort-anstalld";
/// The way to the form that links one more, which gets the focus back.
const OPENER: &str = "lagg-till-anstalld";

/// Among the facts.
#[component]
pub(super) fn Participants(case: Case) -> impl IntoView {
    let (text, editing) = (text(), Editing::current());
    let number = case.number;
    let may = Page::current().may(Action::ChangeCase);
    let reply = CaseReply::to("anstallda");
    let is_linked = use_query_map().with_untracked(|query| query.get("falt").as_deref() == Some("anstalld"));
    let is_adding = RwSignal::new(may && (is_linked || reply.is_some()));
    let reply = StoredValue::new(reply);
    let open = move |event: ev::MouseEvent| {
        event.prevent_default();
        is_adding.update(|adding| *adding = !*adding);
    };
    let is_empty = Memo::new(move |_| case.participants.with(Vec::is_empty));
    view! {
        <div class="sl">
            <h3>
                {text.participants()}
                {may.then(|| view! { <a id=OPENER href=editing.link("anstalld") on:click=open>"+ " {text.add()}</a> })}
            </h3>
            {move || is_empty.get().then(|| view! { <span class="mut">{text.none()}</span> })}
            <ul class="tokens" hidden=move || is_empty.get() aria-label=text.participants()>
                <For each=move || case.participants.get() key=|person| person.id let:person>
                    <Token case person/>
                </For>
            </ul>
            <form id=REMOVAL method="post" action=format!("/arenden/{number}/anstallda/bort")>
                <input type="hidden" name="tillbaka" value=editing.here()/>
            </form>
            {move || is_adding.get().then(|| {
                let reply = reply.try_update_value(Option::take).flatten();
                view! { <Adding case reply is_adding/> }
            })}
        </div>
    }
}

#[component]
fn Token(case: Case, person: Person) -> impl IntoView {
    let toasts = Toasts::current();
    let text = text();
    let id = person.id;
    let may = Page::current().may(Action::ChangeCase);
    let remove = move |event: ev::MouseEvent| {
        event.prevent_default();
        spawn_local(async move {
            match unlink_person(case.number, id).await {
                Ok(people) => linked(case, people),
                Err(AppError(problem)) => toasts.error(problem.sentence(text), None),
            }
        });
        focus_opener();
    };
    view! {
        <li class="tok">
            <Avatar name=person.name.clone()/>
            {person.name.clone()}
            {may.then(|| view! {
                <button
                    class="tok__x"
                    form=REMOVAL
                    name="person"
                    value=id.to_string()
                    aria-label=text.remove_person(&person.name)
                    on:click=remove
                >
                    <Icon name="x" size="i--s"/>
                </button>
            })}
        </li>
    }
}

/// The page may be gone when the answer comes.
fn linked(case: Case, people: Vec<Person>) {
    case.participants.try_set(people);
    case.refresh();
}

fn focus_opener() {
    if let Some(opener) = document().get_element_by_id(OPENER) {
        let _ = opener.unchecked_ref::<web_sys::HtmlElement>().focus();
    }
}

/// The form that links one more. Hydrated, the choice itself links.
#[component]
fn Adding(case: Case, reply: Option<CaseReply>, is_adding: RwSignal<bool>) -> impl IntoView {
    let (text, editing) = (text(), Editing::current());
    let chosen = RwSignal::new(None::<Person>);
    let error = RwSignal::new(reply.as_ref().map(|reply| reply.problem.sentence(text)));
    let link = move |person: PersonId| {
        spawn_local(async move {
            match link_person(case.number, person).await {
                Ok(people) => {
                    error.try_set(None);
                    linked(case, people);
                }
                Err(AppError(problem)) => {
                    error.try_set(Some(problem.sentence(text)));
                }
            }
        });
    };
    Effect::new(move || {
        if let Some(person) = chosen.get() {
            link(person.id);
            // Once the picker has seen it.
            request_animation_frame(move || chosen.set(None));
        }
    });
    let close = move || {
        focus_opener();
        is_adding.set(false);
    };
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        close();
    };
    let pressed = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            close();
        }
    };
    let is_live = RwSignal::new(false);
    Effect::new(move || is_live.set(true));
    let typed = reply.as_ref().and_then(|reply| reply.typed("person")).unwrap_or_default().to_owned();
    view! {
        <form
            class="form"
            method="post"
            action=format!("/arenden/{}/anstallda", case.number)
            autocomplete="off"
            on:submit=submitted
            on:keydown=pressed
        >
            <input type="hidden" name="tillbaka" value=editing.here()/>
            <Picker
                id="person"
                name="person"
                label=text.search_person()
                chosen
                typed
                error
                candidates=reply.map(|reply| reply.people).unwrap_or_default()
                autofocus=true
            />
            <div class="row">
                <button class="btn btn--s">{move || if is_live.get() { text.done() } else { text.add() }}</button>
            </div>
        </form>
    }
}
