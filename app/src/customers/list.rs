//! The list of customers, with one search box for all that one may know.

use super::api::list_customers;
use crate::{
    AppError,
    house::page,
    page::{Page, text},
    ui::{ExportLinks, Icon},
};
use domain::{
    cases::{Count, Feature},
    customers::{CustomerFilter, CustomerPage, CustomerRow, Standing},
    imports::Kind,
    policy::Action,
    text::Language,
};
use leptos::{ev, leptos_dom::helpers::TimeoutHandle, prelude::*};
use leptos_meta::Title;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};
use std::time::Duration;

page!(
    /// `/kunder`
    CustomersPage in rooms, customers_page
);

fn customers_page() -> AnyView {
    let (text, location) = (text(), use_location());
    // Left for another page, it stays as it was.
    let filter = Memo::new(move |before: Option<&CustomerFilter>| {
        match (location.pathname.with(|path| path == "/kunder"), before) {
            (false, Some(before)) => before.clone(),
            _ => location.search.with(|query| CustomerFilter::from_query(query)),
        }
    });
    let found = Resource::new_blocking(move || filter.get(), list_customers);
    view! {
        <Title text=text.customers_title()/>
        <main class="main" id="main" tabindex="-1">
            <div class="page">
                <div class="page__head">
                    <h1>{text.customers_title()}</h1>
                    {Page::current().may(Action::EditCustomers).then(|| view! {
                        <a class="btn btn--pri push" href="/kunder/ny"><Icon name="plus"/>{text.new_customer()}</a>
                    })}
                </div>
                <section class="card minibox" aria-label=text.customers_title()>
                    <Find filter/>
                    <Transition>
                        {move || Suspend::new(async move {
                            match found.await {
                                Ok(page) => shown(page, &filter.get_untracked()),
                                Err(AppError(problem)) => view! {
                                    <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{problem.sentence(text)}</p></div>
                                }
                                .into_any(),
                            }
                        })}
                    </Transition>
                </section>
            </div>
        </main>
    }
    .into_any()
}

/// A plain GET form; hydrated, it searches as one types.
#[component]
fn Find(filter: Memo<CustomerFilter>) -> impl IntoView {
    const PAUSE: Duration = Duration::from_millis(150);
    let (text, navigate) = (text(), use_navigate());
    let pause = StoredValue::new(None::<TimeoutHandle>);
    let forget = move || {
        if let Some(Some(waiting)) = pause.try_update_value(Option::take) {
            waiting.clear();
        }
    };
    on_cleanup(forget);
    let typed = move |event: ev::Event| {
        let wanted =
            CustomerFilter { query: event_target_value(&event), after: None, ..filter.get_untracked() };
        let navigate = navigate.clone();
        forget();
        let search = move || {
            let options = NavigateOptions { replace: true, scroll: false, ..Default::default() };
            navigate(&wanted.to_address(), options);
        };
        pause.set_value(set_timeout_with_handle(search, PAUSE).ok());
    };
    let tab = move |standing: Standing| {
        let address = move || {
            filter.with(|filter| CustomerFilter { standing, after: None, ..filter.clone() }.to_address())
        };
        let is_here = move || filter.with(|filter| filter.standing == standing).then_some("page");
        view! { <a href=address aria-current=is_here>{standing.name(text)}</a> }
    };
    view! {
        <div class="cfind">
            <form class="in-ic" role="search" action="/kunder" autocomplete="off" aria-label=text.customers_search()>
                <Icon name="search"/>
                <label class="sr" for="kundsok">{text.customers_search()}</label>
                <input
                    class="in"
                    id="kundsok"
                    type="search"
                    name="q"
                    value=filter.with_untracked(|filter| filter.query.clone())
                    placeholder=text.customers_search_placeholder()
                    on:input=typed
                />
                {move || {
                    let standing = filter.with(|filter| filter.standing);
                    (standing != Standing::default()).then(|| view! {
                        <input type="hidden" name="visa" value=standing.slug()/>
                    })
                }}
            </form>
            <nav class="tabs" aria-label=text.standing()>{Standing::ALL.map(tab).collect_view()}</nav>
        </div>
    }
}

fn shown(page: CustomerPage, filter: &CustomerFilter) -> AnyView {
    if page.rows.is_empty() {
        return nothing(filter);
    }
    let text = text();
    let head = |class: &'static str, name: &'static str| view! { <th scope="col" class=class>{name}</th> };
    view! {
        <table class="tbl mini">
            <caption class="sr">{text.customers_title()}</caption>
            <thead>
                <tr>
                    {head("m-nr", text.number())}
                    {head("m-main", text.customer_name())}
                    {head("m-who", text.column_contact())}
                    {head("m-phone", text.phone())}
                    {head("m-wide", text.column_address())}
                    {Page::current().uses(Feature::Customer).then(|| head("m-open", text.column_open()))}
                </tr>
            </thead>
            <tbody>{page.rows.into_iter().map(row).collect_view()}</tbody>
        </table>
        <nav class="pager" aria-label=text.customer_pages()>
            <span class="count" role="status">{customers_found(page.matching, text)}</span>
            <span class="push"></span>
            <ExportLinks kind=Kind::Customers list={
                let list = CustomerFilter { after: None, ..filter.clone() }.to_address();
                move || list.clone()
            }/>
            {filter.after.is_some().then(|| {
                let first = CustomerFilter { after: None, ..filter.clone() }.to_address();
                view! { <a class="btn btn--s" href=first rel="first"><Icon name="up" size="i--s"/>{text.first_page()}</a> }
            })}
            {page.next.map(|next| {
                let next = CustomerFilter { after: Some(next), ..filter.clone() }.to_address();
                view! { <a class="btn btn--s" href=next rel="next">{text.next_page()}<Icon name="right" size="i--s"/></a> }
            })}
        </nav>
    }
    .into_any()
}

fn customers_found(count: Count, text: Language) -> String {
    match count.counted {
        1 => text.customers_found_one().to_owned(),
        _ => text.customers_found(count),
    }
}

fn row(customer: CustomerRow) -> AnyView {
    let text = text();
    let CustomerRow { id, name, active, contact, phone, email, address, open_cases, .. } = customer;
    let reach = match (phone, email) {
        (Some(phone), _) => Some((format!("tel:{}", phone.e164()), phone.to_string())),
        (None, Some(email)) => Some((format!("mailto:{email}"), email)),
        (None, None) => None,
    };
    let open = domain::customers::CustomerDetail::open_cases(id).to_address();
    view! {
        <tr class:off=!active>
            <td class="m-nr">{id.to_string()}</td>
            <td class="m-main">
                <a class="tt" href=format!("/kunder/{id}")>{name}</a>
                {(!active).then(|| view! { <span class="ts">{text.customer_is_inactive()}</span> })}
            </td>
            <td class="m-who"><span class="cut">{contact}</span></td>
            <td class="m-phone">{reach.map(|(address, shown)| view! { <a class="kund num" href=address>{shown}</a> })}</td>
            <td class="m-wide">{address}</td>
            {Page::current().uses(Feature::Customer).then(|| view! {
                <td class="m-open">
                    {(open_cases.counted > 0).then(|| view! {
                        <a class="kund num" href=open aria-label=text.open_cases_of(open_cases)>{open_cases.to_string()}</a>
                    })}
                </td>
            })}
        </tr>
    }
    .into_any()
}

fn nothing(filter: &CustomerFilter) -> AnyView {
    let text = text();
    let all = CustomerFilter { standing: Standing::All, after: None, ..filter.clone() };
    view! {
        <div class="empty">
            <Icon name="customers" size="i--l"/>
            <h2>{text.no_customers_title()}</h2>
            <p>{text.no_customers_text()}</p>
            <div class="row">
                {(filter.standing != Standing::All).then(|| view! {
                    <a class="btn" href=all.to_address()>{text.standing_inactive_too()}</a>
                })}
                <a class="btn btn--q" href="/kunder">{text.clear_search()}</a>
            </div>
        </div>
    }
    .into_any()
}
