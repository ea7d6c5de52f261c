//! The form of a customer: a new one, or one that is changed. A plain form on both; hydrated, it
//! points out who may be the same, and makes room for more contacts and sites.

mod alike;
mod fields;
mod notes;
mod rows;
pub(crate) mod typed;

use super::{
    CustomerReply,
    card::{failed, find},
};
use crate::{
    AppError,
    house::{Forbidden, page},
    page::{Page, text},
    ui::{Icon, raw_text},
};
use alike::{Alike, Likes};
use domain::{
    customers::{ContactEdit, CustomerDetail, CustomerEdit, SecretKind, SiteEdit},
    ids::{CustomerId, SiteId},
    phone::Phone,
    policy::{Action, can},
};
use fields::Fields;
use leptos::{html, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use notes::Notes;

page!(
    /// `/kunder/ny`
    NewCustomerPage in rooms, new_page
);

page!(
    /// `/kunder/{number}/redigera`
    EditCustomerPage in rooms, edit_page
);

/// What the form begins with.
#[derive(Clone, Debug, Default)]
struct Start {
    /// Whose; none is new.
    customer: Option<(CustomerId, i32)>,
    edit: CustomerEdit,
    /// What is protected at which site, without what it is.
    secrets: Vec<(SiteId, Vec<SecretKind>)>,
}

impl Start {
    fn of(detail: CustomerDetail) -> Self {
        let e164 = |phone: Option<Phone>| phone.map(|phone| phone.to_string()).unwrap_or_default();
        let contacts = detail.contacts.into_iter().map(|contact| ContactEdit {
            name: contact.name,
            title: contact.title,
            phone: e164(contact.phone),
            email: contact.email.unwrap_or_default(),
        });
        let secrets = detail.sites.iter().map(|site| (site.id, site.secrets.clone())).collect();
        let sites = detail.sites.into_iter().map(|site| SiteEdit {
            id: Some(site.id),
            name: site.name,
            street: site.street,
            postal_code: site.postal_code,
            town: site.town,
            is_default: site.is_default,
            secrets: Vec::new(),
        });
        Self {
            customer: Some((detail.id, detail.version)),
            secrets,
            edit: CustomerEdit {
                kind: detail.kind,
                name: detail.name,
                identity_number: detail
                    .identity_number
                    .map(|number| domain::identity::shown(&number))
                    .unwrap_or_default(),
                phone: e164(detail.phone),
                email: detail.email.unwrap_or_default(),
                office_notes: detail.office_notes,
                field_notes: detail.field_notes,
                contacts: contacts.collect(),
                sites: sites.collect(),
            },
        }
    }
}

fn new_page() -> AnyView {
    let page = Page::current();
    on_cleanup(move || page.forget_reply());
    match page.viewer().is_some_and(|viewer| can(&viewer, Action::EditCustomers)) {
        true => view! { <FormPage start=Start::default()/> }.into_any(),
        false => view! { <Forbidden/> }.into_any(),
    }
}

fn edit_page() -> AnyView {
    let params = use_params_map();
    let number = Memo::new(move |_| params.with(|params| params.get("number")?.parse::<CustomerId>().ok()));
    let customer = Resource::new_blocking(move || number.get(), find);
    let page = Page::current();
    on_cleanup(move || page.forget_reply());
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match customer.await {
                    Ok(detail) => view! { <FormPage start=Start::of(detail)/> }.into_any(),
                    Err(AppError(problem)) => failed(&problem),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn FormPage(start: Start) -> impl IntoView {
    let text = text();
    let Start { customer, edit, secrets } = start;
    let (title, action, back, save) = match customer {
        Some((id, _)) => (
            text.edit_customer(&edit.name),
            format!("/kunder/{id}/redigera"),
            format!("/kunder/{id}"),
            text.save(),
        ),
        None => (
            text.new_customer().to_owned(),
            "/kunder/ny".into(),
            "/kunder".to_owned(),
            text.create_customer(),
        ),
    };
    let reply: Option<CustomerReply> = Page::current().reply();
    let version = reply.as_ref().and_then(|reply| reply.version).or(customer.map(|(_, version)| version));
    let problem = RwSignal::new(reply.as_ref().map(|reply| reply.problem.clone()));
    let alike = reply.as_ref().map(|reply| reply.alike.clone()).unwrap_or_default();
    let edit = reply.map_or(edit, |reply| reply.edit);
    let node = NodeRef::<html::Form>::new();
    let likes = Likes::new(node, customer.map(|(id, _)| id), alike);
    view! {
        <Title text=raw_text(title.clone())/>
        <main class="main" id="main" tabindex="-1">
            <div class="page page--narrow">
                <nav class="crumbs" aria-label=text.crumbs()>
                    <a href=back.clone()><Icon name="left" size="i--s"/>{if customer.is_some() { edit.name.clone() } else { text.customers_title().to_owned() }}</a>
                </nav>
                <div class="page__head"><h1>{title}</h1></div>
                <div class="formgrid">
                    <form
                        class="card"
                        method="post"
                        action=action
                        autocomplete="off"
                        node_ref=node
                        on:input=move |_| likes.typed()
                    >
                        <div class="card__b">
                            <div class="form">
                                <Notes problem/>
                                {version.map(|version| view! { <input type="hidden" name="version" value=version.to_string()/> })}
                                <Fields edit secrets problem/>
                            </div>
                        </div>
                        <div class="formfoot">
                            <button class="btn btn--pri">{save}</button>
                            <a class="btn btn--q" href=back>{text.cancel()}</a>
                        </div>
                        {likes.seen()}
                    </form>
                    <aside class="aside"><Alike likes/></aside>
                </div>
            </div>
        </main>
    }
}
