//! How to reach a customer, where one works for them, what one should know.

use crate::{
    customers::Secrets,
    page::{Page, text},
    ui::Icon,
};
use domain::{
    customers::{Contact, CustomerDetail, Shown, Site},
    format,
    ids::CustomerId,
    phone::Phone,
    policy::Action,
    text::Language,
};
use leptos::prelude::*;

/// The card at the side.
#[component]
pub(super) fn Facts(detail: CustomerDetail) -> impl IntoView {
    let text = text();
    let CustomerDetail {
        id, phone, email, contacts, sites, office_notes, field_notes, shown, active, ..
    } = detail;
    let may_edit = Page::current().may(Action::EditCustomers);
    let is_unreachable = phone.is_none() && email.is_none() && contacts.is_empty();
    let note = |heading: &'static str, note: String| {
        (!note.is_empty())
            .then(|| view! { <div class="csub"><h3>{heading}</h3><p class="pre">{note}</p></div> })
    };
    view! {
        <section class="card" aria-labelledby="kontakt">
            <div class="card__h">
                <h2 id="kontakt">{text.contact_heading()}</h2>
                {may_edit.then(|| view! { <a class="push" href=format!("/kunder/{id}/redigera")>{text.edit()}</a> })}
            </div>
            {is_unreachable.then(|| view! { <p class="card__b sec">{text.no_contact_data()}</p> })}
            {(phone.is_some() || email.is_some()).then(|| view! {
                <dl class="dl card__b">
                    {phone.map(|phone| view! { <dt>{text.phone()}</dt><dd>{dial(&phone)}</dd> })}
                    {email.map(|email| view! { <dt>{text.email()}</dt><dd>{write(&email)}</dd> })}
                </dl>
            })}
            {(!contacts.is_empty()).then(|| view! {
                <div class="csub">
                    <h3>{text.contacts()}</h3>
                    <ul>{contacts.into_iter().map(contact).collect_view()}</ul>
                </div>
            })}
            <div class="csub">
                <h3>{text.sites()}</h3>
                {sites.is_empty().then(|| view! { <p class="sec">{text.no_sites()}</p> })}
                <ul>{sites.iter().cloned().map(|place| site(id, place)).collect_view()}</ul>
            </div>
            {note(text.office_notes(), office_notes)}
            {note(text.field_notes(), field_notes)}
            <Showings shown sites/>
            {may_edit.then(|| view! { <Standing id active/> })}
        </section>
    }
}

fn dial(phone: &Phone) -> impl IntoView + use<> {
    view! { <a class="num" href=format!("tel:{}", phone.e164())>{phone.to_string()}</a> }
}

fn write(email: &str) -> impl IntoView + use<> {
    view! { <a href=format!("mailto:{email}")>{email.to_owned()}</a> }
}

fn contact(contact: Contact) -> AnyView {
    let Contact { name, title, phone, email } = contact;
    view! {
        <li>
            <b>{name}{(!title.is_empty()).then(|| view! { <span class="mut">{title}</span> })}</b>
            <span class="clinks">{phone.as_ref().map(dial)}{email.as_deref().map(write)}</span>
        </li>
    }
    .into_any()
}

fn site(customer: CustomerId, site: Site) -> AnyView {
    let text = text();
    let address = site.address();
    let has_name = !site.name.is_empty();
    let action = format!("/kunder/{customer}/skyddat");
    view! {
        <li>
            <b>
                {if has_name { site.name.clone() } else { address.clone() }}
                {site.is_default.then(|| view! { <span class="tag">{text.default_site()}</span> })}
            </b>
            {has_name.then(|| view! { <p class="sec">{address}</p> })}
            {Page::current().may(Action::ShowSecrets).then(|| view! { <Secrets site=site.id kinds=site.secrets action/> })}
        </li>
    }
    .into_any()
}

/// Who was shown what: the last few at a glance, those before when one asks.
#[component]
fn Showings(mut shown: Vec<Shown>, sites: Vec<Site>) -> impl IntoView {
    const AT_A_GLANCE: usize = 5;
    let text = text();
    let earlier = shown.split_off(shown.len().min(AT_A_GLANCE));
    let has_secrets = sites.iter().any(|site| !site.secrets.is_empty());
    let line = move |shown: Shown| {
        let at = format::moment(shown.at, Page::current().today(), text);
        view! { <li>{told(&shown, &sites, &at, text)}</li> }
    };
    (has_secrets || !shown.is_empty()).then(|| {
        view! {
            <div class="csub">
                <h3>{text.secret_shown_log()}</h3>
                <p class="sec">{text.secret_logged()}</p>
                <ol class="sec">{shown.into_iter().map(&line).collect_view()}</ol>
                {(!earlier.is_empty()).then(|| view! {
                    <details class="more">
                        <summary>{text.secret_shown_earlier()}</summary>
                        <ol class="sec">{earlier.into_iter().map(&line).collect_view()}</ol>
                    </details>
                })}
            </div>
        }
    })
}

fn told(shown: &Shown, sites: &[Site], at: &str, text: Language) -> String {
    let what = shown.kind.name(text).to_lowercase();
    let place = sites.iter().find(|site| site.id == shown.site).filter(|_| sites.len() > 1);
    let what = place.map_or_else(|| what.clone(), |site| format!("{what}, {}", site.label()));
    text.secret_seen(&shown.to, &what, at)
}

/// Whether they still are a customer.
#[component]
fn Standing(id: CustomerId, active: bool) -> impl IntoView {
    let text = text();
    view! {
        <form class="csub" method="post" action=format!("/kunder/{id}/aktiv")>
            {match active {
                true => view! {
                    <p class="hint">{text.deactivate_hint()}</p>
                    <button class="btn btn--s btn--dan" name="aktiv" value="nej"><Icon name="off" size="i--s"/>{text.deactivate()}</button>
                }
                .into_any(),
                false => view! {
                    <button class="btn btn--s" name="aktiv" value="ja"><Icon name="check" size="i--s"/>{text.activate()}</button>
                }
                .into_any(),
            }}
        </form>
    }
}
