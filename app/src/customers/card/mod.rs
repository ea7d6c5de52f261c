//! The card of one customer: how to reach them, and their cases.

mod cases;
mod facts;

use super::api::show_customer;
use crate::{
    AppError,
    house::{Forbidden, NotFound, page},
    page::{Page, text},
    ui::{Icon, raw_text},
};
use cases::{CaseTables, Numbers};
use domain::{
    cases::Feature,
    customers::{CustomerDetail, CustomerKind},
    identity,
    ids::CustomerId,
    people::initials,
    policy::Action,
    problem::Problem,
};
use facts::Facts;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

page!(
    /// `/kunder/{number}`
    CustomerPageOf in rooms, card_page
);

fn card_page() -> AnyView {
    let params = use_params_map();
    let number = Memo::new(move |_| params.with(|params| params.get("number")?.parse::<CustomerId>().ok()));
    let customer = Resource::new_blocking(move || number.get(), find);
    let page = Page::current();
    on_cleanup(move || page.forget_reply());
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match customer.await {
                    Ok(detail) => view! { <Card detail/> }.into_any(),
                    Err(AppError(problem)) => failed(&problem),
                }
            })}
        </Transition>
    }
    .into_any()
}

/// The card's customer; what is no number is nobody's.
pub(super) async fn find(number: Option<CustomerId>) -> Result<CustomerDetail, AppError> {
    match number {
        Some(number) => show_customer(number).await,
        None => Err(Problem::NotFound.into()),
    }
}

/// In place of a card or its form.
pub(super) fn failed(problem: &Problem) -> AnyView {
    let text = text();
    match problem {
        Problem::NotFound => view! { <NotFound/> }.into_any(),
        Problem::Forbidden => view! { <Forbidden/> }.into_any(),
        problem => view! {
            <Title text=text.customers_title()/>
            <main class="main" id="main" tabindex="-1">
                <div class="page">
                    <h1>{text.customers_title()}</h1>
                    <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{problem.sentence(text)}</p></div>
                </div>
            </main>
        }
        .into_any(),
    }
}

#[component]
fn Card(detail: CustomerDetail) -> impl IntoView {
    let text = text();
    let title = raw_text(detail.name.clone());
    view! {
        <Title text=title/>
        <main class="main" id="main" tabindex="-1">
            <div class="page">
                <nav class="crumbs" aria-label=text.crumbs()>
                    <a href="/kunder"><Icon name="left" size="i--s"/>{text.customers_title()}</a>
                </nav>
                <Head detail=detail.clone()/>
                {(!detail.active).then(|| view! {
                    <div class="ban"><Icon name="off"/><p>{text.inactive_banner()}</p></div>
                })}
                <div class="cgrid">
                    <div><Facts detail=detail.clone()/></div>
                    <div>
                        {Page::current().uses(Feature::Customer).then(|| view! {
                            <Numbers id=detail.id counts=detail.counts/>
                            <CaseTables detail/>
                        })}
                    </div>
                </div>
            </div>
        </main>
    }
}

#[component]
fn Head(detail: CustomerDetail) -> impl IntoView {
    let text = text();
    let CustomerDetail { id, name, kind, identity_number, active, counts, .. } = detail;
    let identity = identity_number.map(|number| match kind {
        CustomerKind::Organisation => text.organisation_number_is(&identity::shown(&number)),
        CustomerKind::Private => text.personal_number_is(&identity::shown(&number)),
    });
    let (standing, class) = match active {
        true => (text.customer_is_active(), "tag tag--ok"),
        false => (text.customer_is_inactive(), "tag"),
    };
    let page = Page::current();
    // Cases have a customer only where the company uses it.
    let has_cases = page.uses(Feature::Customer);
    view! {
        <div class="prof">
            <span class="av av--xl av--sq" aria-hidden="true">{initials(&name)}</span>
            <div class="grow">
                <h1>{name}</h1>
                <p>
                    <span class="num">{text.customer_of_number(id.0)}</span>
                    <span>{kind.name(text)}</span>
                    {identity.map(|number| view! { <span class="num">{number}</span> })}
                    <span class=class>{active.then(|| view! { <Icon name="check" size="i--s"/> })}{standing}</span>
                </p>
            </div>
            {has_cases.then(|| view! {
                <a class="btn" href=CustomerDetail::open_cases(id).to_address()>
                    <Icon name="list"/>{text.show_open_cases()} " " <span class="badge">{counts.open.to_string()}</span>
                </a>
            })}
            {(has_cases && active && page.may(Action::CreateCase)).then(|| view! {
                <a class="btn btn--pri" href=format!("/arenden/nytt?kund={id}")><Icon name="plus"/>{text.new_case()}</a>
            })}
        </div>
    }
}
