//! Why a customer was not saved.

use crate::{page::text, ui::Icon};
use domain::{
    customers::Duplicate,
    problem::{Field, FieldError, Problem},
};
use leptos::prelude::*;
use std::borrow::Cow;

/// Over the fields; each line leads to its field, or to the customer that may be the same.
#[component]
pub(super) fn Notes(problem: Problem, alike: Vec<Duplicate>) -> impl IntoView {
    let text = text();
    let said = match problem {
        _ if !alike.is_empty() => here_already(alike),
        Problem::Invalid(errors) => {
            let lines = errors.iter().map(|error| line(*error)).collect_view();
            view! { <div><strong>{text.customer_not_saved(errors.len())}</strong><ul>{lines}</ul></div> }
                .into_any()
        }
        problem => view! { <p>{problem.sentence(text)}</p> }.into_any(),
    };
    view! { <div class="ban ban--dan errsum" role="alert"><Icon name="alert"/>{said}</div> }
}

fn here_already(alike: Vec<Duplicate>) -> AnyView {
    let text = text();
    let one = |Duplicate { hit, likeness, .. }: Duplicate| {
        view! {
            <li>
                {likeness.name(text)} ": " <a href=format!("/kunder/{}", hit.id)>{hit.name}</a> " ("
                {text.customer_number(hit.id.0)} ")"
            </li>
        }
    };
    let lines = alike.into_iter().map(one).collect_view();
    view! {
        <div>
            <strong>{text.customer_maybe_here()}</strong>
            <ul>{lines}</ul>
            <p>{text.save_if_another()}</p>
        </div>
    }
    .into_any()
}

fn line(error: FieldError) -> AnyView {
    view! { <li><a href=format!("#{}", id_of(error.field)) rel="external">{error.sentence(text())}</a></li> }
        .into_any()
}

/// The id of the field in the form.
pub(super) fn id_of(field: Field) -> Cow<'static, str> {
    match field {
        Field::Kind => "kundtyp".into(),
        Field::IdentityNumber => "nummer".into(),
        Field::Phone => "telefon".into(),
        Field::Email => "epost".into(),
        Field::Contacts => "kontakter".into(),
        Field::Sites => "platser".into(),
        Field::Notes => "anteckning_kontor".into(),
        Field::FieldNotes => "anteckning_falt".into(),
        Field::ContactName(at) => format!("kontakt-{at}-namn").into(),
        Field::ContactPhone(at) => format!("kontakt-{at}-telefon").into(),
        Field::ContactEmail(at) => format!("kontakt-{at}-epost").into(),
        Field::SiteAt(at) => format!("plats-{at}-gata").into(),
        _ => "namn".into(),
    }
}
