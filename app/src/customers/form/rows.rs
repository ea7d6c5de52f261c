//! Contacts and sites of a customer: a row for each, and a blank one for the next.

use super::fields::Line;
use crate::{
    page::text,
    ui::{Icon, choice_at},
};
use domain::{
    customers::{ContactEdit, SecretKind, SiteEdit},
    ids::SiteId,
    problem::{Field, Problem},
    text::Language,
};
use leptos::prelude::*;

/// How many rows are drawn: those that there are and a blank one; hydrated, as many as one asks for.
#[component]
fn Rows(
    id: &'static str,
    heading: &'static str,
    add: &'static str,
    existing: usize,
    draw: Callback<usize, AnyView>,
) -> impl IntoView {
    let count = RwSignal::new(existing + 1);
    let is_live = RwSignal::new(false);
    Effect::new(move || is_live.set(true));
    view! {
        <section class="fsec" aria-labelledby=id>
            <h2 id=id>{heading}</h2>
            {choice_at(id)}
            <For each=move || 0..count.get() key=|row| *row let:row>{draw.run(row)}</For>
            <p hidden=move || !is_live.get()>
                <button class="btn btn--s" type="button" on:click=move |_| count.update(|count| *count += 1)>
                    <Icon name="plus" size="i--s"/>{add}
                </button>
            </p>
        </section>
    }
}

/// Whom one reaches there.
#[component]
pub(super) fn Contacts(contacts: Vec<ContactEdit>, problem: RwSignal<Option<Problem>>) -> impl IntoView {
    let text = text();
    let existing = contacts.len();
    let draw = move |row: usize| {
        let is_known = row < existing;
        let ContactEdit { name, title, phone, email } = contacts.get(row).cloned().unwrap_or_default();
        let (id, at) = (format!("kontakt-{row}"), u8::try_from(row).unwrap_or(u8::MAX));
        view! {
            <fieldset class="frow">
                <legend>{text.contact_number(row + 1)}</legend>
                <div class="two">
                    <Line field=Field::ContactName(at) name=format!("{id}-namn") label=text.customer_name() value=name problem/>
                    <Line field=Field::ContactName(at) name=format!("{id}-roll") label=text.contact_title() value=title problem/>
                    <Line field=Field::ContactPhone(at) name=format!("{id}-telefon") label=text.phone() value=phone problem kind="tel"/>
                    <Line field=Field::ContactEmail(at) name=format!("{id}-epost") label=text.email() value=email problem kind="email"/>
                </div>
                {is_known.then(|| removal(&id, text))}
            </fieldset>
        }
        .into_any()
    };
    view! { <Rows id="kontakter" heading=text.contacts() add=text.add_contact() existing draw=Callback::new(draw)/> }
}

fn removal(id: &str, text: Language) -> impl IntoView + use<> {
    view! {
        <label class="ck"><input type="checkbox" name=format!("{id}-bort") value="ja"/>{text.remove_row()}</label>
    }
}

/// Where one works for them.
#[component]
pub(super) fn Sites(
    sites: Vec<SiteEdit>,
    secrets: Vec<(SiteId, Vec<SecretKind>)>,
    problem: RwSignal<Option<Problem>>,
) -> impl IntoView {
    let text = text();
    let existing = sites.len();
    let draw = move |row: usize| {
        let site = sites.get(row).cloned().unwrap_or_default();
        let kept = secrets.iter().find(|(id, _)| Some(*id) == site.id);
        let kept = kept.map(|(_, kinds)| kinds.clone()).unwrap_or_default();
        let is_default = site.is_default || existing == 0 && row == 0;
        site_row(row, site, kept, is_default, problem)
    };
    view! { <Rows id="platser" heading=text.sites() add=text.add_site() existing draw=Callback::new(draw)/> }
}

fn site_row(
    row: usize,
    site: SiteEdit,
    kept: Vec<SecretKind>,
    is_default: bool,
    problem: RwSignal<Option<Problem>>,
) -> AnyView {
    let text = text();
    let SiteEdit { id: number, name, street, postal_code, town, secrets, .. } = site;
    let (id, field) = (format!("plats-{row}"), Field::SiteAt(u8::try_from(row).unwrap_or(u8::MAX)));
    let secret = |kind: SecretKind| {
        let typed = secrets.iter().find(|secret| secret.kind == kind).and_then(|secret| secret.value.clone());
        let (name, is_kept) = (format!("{id}-{}", kind.slug()), kept.contains(&kind));
        view! {
            <div class="field">
                <label class="label" for=name.clone()>{kind.name(text)}</label>
                <input
                    class="in"
                    id=name.clone()
                    name=name.clone()
                    value=typed.unwrap_or_default()
                    placeholder=is_kept.then(|| text.secret_kept())
                />
                {is_kept.then(|| view! {
                    <label class="ck">
                        <input type="checkbox" name=format!("{name}-bort") value="ja"/>
                        {text.forget_secret(&kind.name(text).to_lowercase())}
                    </label>
                })}
            </div>
        }
    };
    view! {
        <fieldset class="frow">
            <legend>{text.site_number(row + 1)}</legend>
            {number.map(|number| view! { <input type="hidden" name=format!("{id}-id") value=number.to_string()/> })}
            <div class="two">
                <Line field name=format!("{id}-namn") label=text.site_name() value=name problem hint=text.site_name_hint()/>
                <Line field name=format!("{id}-gata") label=text.street() value=street problem/>
                <Line field name=format!("{id}-postnummer") label=text.postal_code() value=postal_code problem/>
                <Line field name=format!("{id}-ort") label=text.town() value=town problem/>
            </div>
            <label class="ck">
                <input type="radio" name="forvald" value=id.clone() checked=is_default/>
                {text.is_default_site()}
            </label>
            <details>
                <summary>{text.protected()}</summary>
                <p class="hint">{text.protected_hint()}</p>
                <div class="three">{SecretKind::ALL.map(secret).collect_view()}</div>
            </details>
            {number.map(|_| removal(&id, text))}
        </fieldset>
    }
    .into_any()
}
