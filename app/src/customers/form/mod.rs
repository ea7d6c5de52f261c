//! The form of a customer: a new one, or one that is changed. A plain form on both; hydrated, it
//! points out who may be the same, and makes room for more contacts and sites.

mod alike;
mod both;
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
use both::both;
use domain::{
    customers::{CustomerDetail, CustomerEdit, Duplicate, SecretKind},
    ids::{CustomerId, SiteId},
    policy::{Action, can},
    problem::Problem,
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
    customer: Option<CustomerId>,
    /// As it is kept.
    edit: CustomerEdit,
    /// What is protected at which site, without what it is.
    secrets: Vec<(SiteId, Vec<SecretKind>)>,
}

impl Start {
    fn of(detail: &CustomerDetail) -> Self {
        Self {
            customer: Some(detail.id),
            edit: detail.edit(),
            secrets: detail.sites.iter().map(|site| (site.id, site.secrets.clone())).collect(),
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
                    Ok(detail) => view! { <FormPage start=Start::of(&detail)/> }.into_any(),
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
        Some(id) => (
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
    let name = edit.name.clone();
    let Said { edit, seen, problem, alike, both } =
        Said::of(Page::current().reply(), edit, customer.is_some());
    let is_warned = !alike.is_empty();
    let notes = problem.clone().filter(|_| both.is_none()).map(|problem| {
        view! { <Notes problem alike=alike.clone()/> }
    });
    let problem = RwSignal::new(problem);
    let node = NodeRef::<html::Form>::new();
    let likes = Likes::new(node, customer, alike);
    let save = move || if is_warned && likes.are_there() { text.save_anyway() } else { save };
    view! {
        <Title text=raw_text(title.clone())/>
        <main class="main" id="main" tabindex="-1">
            <div class="page page--narrow">
                <nav class="crumbs" aria-label=text.crumbs()>
                    <a href=back.clone()><Icon name="left" size="i--s"/>{if customer.is_some() { name } else { text.customers_title().to_owned() }}</a>
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
                                {notes}
                                {both}
                                {seen.map(|seen| view! { <input type="hidden" name=typed::SEEN value=seen/> })}
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

/// What the form shows, once the server has said what it thinks of what was typed.
struct Said {
    edit: CustomerEdit,
    /// What it was filled with, to be posted back.
    seen: Option<String>,
    problem: Option<Problem>,
    alike: Vec<Duplicate>,
    /// The choices where somebody else has changed the same.
    both: Option<AnyView>,
}

impl Said {
    fn of(reply: Option<CustomerReply>, kept: CustomerEdit, is_known: bool) -> Self {
        let packed = |edit: &CustomerEdit| serde_json::to_string(edit).ok().filter(|_| is_known);
        let Some(CustomerReply { edit, problem, alike, seen, both: parts }) = reply else {
            let seen = packed(&kept);
            return Self { edit: kept.shown(), seen, problem: None, alike: Vec::new(), both: None };
        };
        let seen = seen.unwrap_or(kept);
        let packed = packed(&seen);
        let both = (!parts.is_empty()).then(|| both(parts, &edit, &seen.shown()));
        Self { edit, seen: packed, problem: Some(problem), alike, both }
    }
}
