//! What stands over the fields: what is wrong, what was made, what was restored.

use super::{fields::Room, form::Form};
use crate::{page::text, ui::Icon};
use domain::problem::{Field, FieldError, Problem};
use leptos::{html, prelude::*};
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;

/// All of it.
#[component]
pub(super) fn Notes(form: Form, room: Room) -> impl IntoView {
    let text = text();
    let created = move || {
        form.created.get().map(|number| {
            view! {
                <div class="ban ban--ok" role="status">
                    <Icon name="circlecheck"/>
                    <p>{text.case_created(number.0)} " " <a href=format!("/arenden/{number}")>{text.open_it()}</a></p>
                </div>
            }
        })
    };
    let restored = move || {
        form.is_restored.get().then(|| {
            view! {
                <div class="ban" role="status">
                    <Icon name="clock"/>
                    <p class="grow">{text.draft_restored()}</p>
                    <button class="btn btn--s" type="button" on:click=move |_| form.discard()>
                        {text.discard_draft()}
                    </button>
                </div>
            }
        })
    };
    view! {
        {move || form.problem.get().map(|problem| view! { <Summary problem room/> })}
        {created}
        {restored}
    }
}

/// Why nothing was made. Receives the focus; each line leads to its field.
#[component]
fn Summary(problem: Problem, room: Room) -> impl IntoView {
    let text = text();
    let node = NodeRef::<html::Div>::new();
    node.on_load(|summary| {
        let _ = summary.focus();
    });
    let said = match problem {
        Problem::Invalid(errors) => {
            let lines = errors.iter().map(|error| line(*error, room)).collect_view();
            let title = text.case_not_created(errors.len());
            view! { <div><strong>{title}</strong><ul>{lines}</ul></div> }.into_any()
        }
        Problem::Unauthenticated => {
            let here = use_location().pathname.get_untracked();
            view! {
                <p>
                    {text.logged_out_with_draft()} " "
                    <a href=format!("/logga-in?vidare={here}") rel="external">{text.log_in_again()}</a>
                </p>
            }
            .into_any()
        }
        problem => view! { <p>{problem.sentence(text)}</p> }.into_any(),
    };
    view! {
        <div class="ban ban--dan errsum" role="alert" tabindex="-1" node_ref=node>
            <Icon name="alert"/>
            {said}
        </div>
    }
}

fn line(error: FieldError, room: Room) -> AnyView {
    let id = room.id(field_name(error.field));
    let target = id.clone();
    let lead = move |event: leptos::ev::MouseEvent| {
        if let Some(field) = document().get_element_by_id(&target) {
            event.prevent_default();
            let _ = field.unchecked_ref::<web_sys::HtmlElement>().focus();
        }
    };
    view! { <li><a href=format!("#{id}") on:click=lead>{error.sentence(text())}</a></li> }.into_any()
}

/// The field that a plain form knows by that name.
const fn field_name(field: Field) -> &'static str {
    match field {
        Field::Body => "innehall",
        Field::Customer => "kund",
        Field::Responsible => "ansvarig",
        Field::Participants => "anstalld",
        Field::Status => "status",
        Field::Priority => "prioritet",
        Field::Channel => "kanal",
        Field::Type => "typ",
        Field::DueOn => "forfaller",
        Field::Site => "plats",
        Field::Team => "team",
        _ => "rubrik",
    }
}
