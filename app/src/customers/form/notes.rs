//! Why a customer was not saved.

use crate::{page::text, ui::Icon};
use domain::problem::{Field, FieldError, Problem};
use leptos::prelude::*;

/// Over the fields; each line leads to its field.
#[component]
pub(super) fn Notes(problem: RwSignal<Option<Problem>>) -> impl IntoView {
    let text = text();
    let said = move |problem: Problem| match problem {
        Problem::Invalid(errors) => {
            let lines = errors.iter().map(|error| line(*error)).collect_view();
            view! { <div><strong>{text.customer_not_saved(errors.len())}</strong><ul>{lines}</ul></div> }
                .into_any()
        }
        problem => view! { <p>{problem.sentence(text)}</p> }.into_any(),
    };
    move || {
        problem.get().map(|problem| {
            view! {
                <div class="ban ban--dan errsum" role="alert"><Icon name="alert"/>{said(problem)}</div>
            }
        })
    }
}

fn line(error: FieldError) -> AnyView {
    view! { <li><a href=format!("#{}", id_of(error.field)) rel="external">{error.sentence(text())}</a></li> }
        .into_any()
}

/// The id of the field in the form.
pub(super) fn id_of(field: Field) -> String {
    match field {
        Field::IdentityNumber => "nummer".into(),
        Field::Phone => "telefon".into(),
        Field::Email => "epost".into(),
        Field::Notes => "anteckning_kontor".into(),
        Field::ContactName(at) => format!("kontakt-{at}-namn"),
        Field::ContactPhone(at) => format!("kontakt-{at}-telefon"),
        Field::ContactEmail(at) => format!("kontakt-{at}-epost"),
        Field::SiteAt(at) => format!("plats-{at}-gata"),
        _ => "namn".into(),
    }
}
