//! The fields of a customer.

use super::{
    notes::id_of,
    rows::{Contacts, Sites},
};
use crate::{
    page::text,
    ui::{Labelled, choice_at, described_by, invalid, raw_text, refusal_at},
};
use domain::{
    customers::{CustomerEdit, CustomerKind, SecretKind},
    ids::SiteId,
    problem::{Field, Problem},
};
use leptos::prelude::*;

/// All of them.
#[component]
pub(super) fn Fields(
    edit: CustomerEdit,
    secrets: Vec<(SiteId, Vec<SecretKind>)>,
    problem: RwSignal<Option<Problem>>,
) -> impl IntoView {
    let text = text();
    let CustomerEdit {
        kind,
        name,
        identity_number,
        phone,
        email,
        office_notes,
        field_notes,
        contacts,
        sites,
    } = edit;
    let one = |of: CustomerKind| {
        view! {
            <label>
                <input type="radio" name="kundtyp" value=of.slug() checked=of == kind/>
                {of.name(text)}
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="label">{text.kind()}</legend>
            <div class="seg seg--join">{CustomerKind::ALL.map(one).collect_view()}</div>
        </fieldset>
        {choice_at("kundtyp")}
        <div class="two">
            <Line field=Field::Name name="namn" label=text.customer_name() value=name problem required=true/>
            <Line field=Field::IdentityNumber name="nummer" label=text.identity_number_either() value=identity_number problem/>
            <Line field=Field::Phone name="telefon" label=text.phone() value=phone problem kind="tel"/>
            <Line field=Field::Email name="epost" label=text.email() value=email problem kind="email"/>
        </div>
        <Contacts contacts problem/>
        <Sites sites secrets problem/>
        <section class="fsec" aria-labelledby="anteckningar">
            <h2 id="anteckningar">{text.notes()}</h2>
            <div class="two">
                <Note name="anteckning_kontor" label=text.office_notes() hint=text.office_notes_hint() value=office_notes problem/>
                <Note name="anteckning_falt" label=text.field_notes() hint=text.field_notes_hint() value=field_notes problem/>
            </div>
        </section>
    }
}

/// A field of one line.
#[component]
pub(super) fn Line(
    /// What a refusal is reported at.
    field: Field,
    #[prop(into)] name: String,
    label: &'static str,
    value: String,
    problem: RwSignal<Option<Problem>>,
    /// Of the input.
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(optional)] required: bool,
) -> impl IntoView {
    // Several inputs may share a refusal; it is told at the one that bears its id.
    let error = match id_of(field) == name {
        true => refusal_at(problem, field),
        false => Signal::stored(None),
    };
    view! {
        <Labelled id=name.clone() label error>
            <input
                class="in"
                id=name.clone()
                name=name.clone()
                // Sentences of ours, not the browser's: what is wrong is told by the server.
                type=if kind == "email" { "text" } else { kind }
                inputmode=(kind == "email").then_some("email")
                value=value
                placeholder=hint
                aria-required=required.then_some("true")
                aria-invalid=invalid(error)
                aria-describedby=described_by(&name, error)
            />
            {choice_at(&name)}
        </Labelled>
    }
}

#[component]
fn Note(
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    value: String,
    problem: RwSignal<Option<Problem>>,
) -> impl IntoView {
    let error = refusal_at(problem, Field::Notes);
    view! {
        <div class="field">
            <label class="label" for=name>{label}</label>
            <textarea class="in" id=name name=name rows="3" aria-describedby=format!("{name}-om") aria-invalid=invalid(error)>
                {raw_text(value)}
            </textarea>
            <span class="hint" id=format!("{name}-om")>{hint}</span>
            {choice_at(name)}
        </div>
    }
}
