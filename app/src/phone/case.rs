//! One case on the phone: what one needs to stand at the right door, and the line to the office.

use super::{
    cases::handed_back_address,
    comments::{Comments, Composer, Files, Said, paragraphs},
    layout::Phone,
    status::Solve,
};
use crate::{
    AppError,
    cases::api::show_case,
    customers::Secrets,
    house::page,
    live::{Live, PresentPeople},
    page::{Page, text},
    ui::{ChannelMark, Due, Icon, PriorityMark, StatusMark},
};
use domain::{
    cases::{CaseDetail, CaseRow, CustomerCard, Feature},
    ids::CaseNumber,
    policy::Action,
    problem::Problem,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{hooks::use_params_map, location::Url};

page!(
    /// `/m/arenden/{number}`
    PhoneCasePage in phone, case_page
);

fn case_page() -> AnyView {
    let params = use_params_map();
    let number = move || params.with(|params| params.get("number")?.parse::<CaseNumber>().ok());
    let case = Resource::new(number, fetch);
    view! {
        <Phone>
            <Transition>{move || Suspend::new(async move {
                match case.await {
                    Ok(detail) => shown(detail).into_any(),
                    Err(AppError(Problem::NotFound)) => missing().into_any(),
                    Err(AppError(problem)) => failed(problem.sentence(text())).into_any(),
                }
            })}</Transition>
        </Phone>
    }
    .into_any()
}

async fn fetch(number: Option<CaseNumber>) -> Result<CaseDetail, AppError> {
    match number {
        Some(number) => show_case(number).await,
        None => Err(AppError(Problem::NotFound)),
    }
}

fn head(title: Option<String>) -> impl IntoView {
    view! {
        <header class="mh mh--back">
            <a class="ib" href="/m" aria-label=text().phone_back()><Icon name="left"/></a>
            <span class="grow num sec">{title}</span>
        </header>
    }
}

/// There is none, or it is not theirs any more: whoever was led here goes back to the own ones.
fn missing() -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::request::set_status(404);
    let text = text();
    view! {
        <Title text=text.not_found_title()/>
        {head(None)}
        <main id="main" tabindex="-1">
            <div class="empty">
                <h1>{text.not_found_title()}</h1>
                <p>{text.not_found_text()}</p>
                <a class="btn" href="/m">{text.phone_back()}</a>
            </div>
        </main>
    }
}

fn failed(sentence: String) -> impl IntoView {
    view! {
        {head(None)}
        <main id="main" tabindex="-1">
            <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{sentence}</p></div>
        </main>
    }
}

fn shown(detail: CaseDetail) -> impl IntoView {
    let text = text();
    let number = detail.row.number;
    let subject = detail.row.subject.clone();
    let is_leaving = StoredValue::new(false);
    let hand_back = hand_back(&detail, is_leaving);
    let said = Said::of(&detail);
    let row = said.row;
    Live::announce(number, Signal::stored(false));
    Live::current().follow(move |heard| {
        // Handed back, it may be theirs no more: it is not asked for again.
        if heard.is_about(number) && !is_leaving.get_value() {
            said.refresh();
        }
    });
    let has_body = !detail.body.is_empty();
    view! {
        <Title text=format!("{number} {subject}")/>
        {head(Some(text.phone_case(number.0)))}
        <main id="main" tabindex="-1">
            <div class="mhead">
                <h1>{subject}</h1>
                <span role="status"><PresentPeople case=number/></span>
                {detail
                    .customer
                    .filter(|_| Page::current().uses(Feature::Customer))
                    .map(|card| customer(card, number))}
            </div>
            <Properties row/>
            <div class="mform">
                {has_body.then(|| view! { <div class="cont">{paragraphs(&detail.body)}</div> })}
                {Page::current().may(Action::ChangeStatus).then(|| view! { <Solve row/> })}
                {hand_back}
            </div>
            <Files said/>
            <Comments said/>
        </main>
        {Page::current().may(Action::Comment).then(|| view! { <Composer said/> })}
    }
}

/// Back to whoever made it, with a line about how it went.
fn hand_back(detail: &CaseDetail, is_leaving: StoredValue<bool>) -> Option<AnyView> {
    let text = text();
    let CaseDetail { row, created_by: creator, .. } = detail;
    let page = Page::current();
    let may = page.may(Action::HandBack) && page.uses(Feature::Responsible);
    let has_it = row.responsible.as_ref().is_some_and(|person| person.id == creator.id);
    if has_it || !detail.can_go_back || !may {
        return None;
    }
    let form = view! {
        <details class="more">
            <summary>{text.hand_back()}</summary>
            <form class="form" method="post" action=format!("/arenden/{}/aterkoppla", row.number)
                on:submit=move |_| is_leaving.set_value(true)>
                <input type="hidden" name="tillbaka" value=format!("/m/arenden/{}", row.number)/>
                <input type="hidden" name="vidare" value=handed_back_address(row.number)/>
                <p class="hint">{text.hand_back_about(&creator.name)}</p>
                <label>
                    <span class="label">{text.new_comment()}</span>
                    <textarea class="in" name="kommentar" rows="3" required></textarea>
                </label>
                <button class="btn">{text.hand_back()}</button>
            </form>
        </details>
    };
    Some(form.into_any())
}

/// Whose it is, how to ring and how to get there.
fn customer(customer: CustomerCard, number: CaseNumber) -> impl IntoView {
    let text = text();
    let name = match &customer.address {
        Some(address) => format!("{}, {address}", customer.name),
        None => customer.name,
    };
    let call = customer.phone.map(|phone| {
        view! { <a href=format!("tel:{}", phone.e164())><Icon name="phone" size="i--l"/>{text.phone_call()}</a> }
    });
    let map = customer.address.map(|address| {
        // The one address that opens the maps' program on every phone, and a page elsewhere.
        let map = format!("https://www.google.com/maps/search/?api=1&query={}", Url::escape(&address));
        view! { <a href=map rel="noreferrer"><Icon name="nav" size="i--l"/>{text.phone_map()}</a> }
    });
    let acts = (call.is_some() || map.is_some()).then(|| view! { <div class="mact">{call} {map}</div> });
    let action = format!("/m/arenden/{number}/skyddat");
    let secrets = customer.secrets.into_iter().map(|(site, kind)| {
        view! { <Secrets site kinds=vec![kind] action=action.clone()/> }
    });
    let note = (!customer.field_notes.is_empty()).then(|| {
        view! { <div class="ban"><Icon name="alert"/><p class="pre">{customer.field_notes}</p></div> }
    });
    view! { <p class="sec">{name}</p> {acts} {secrets.collect_view()} {note} }
}

#[component]
fn Properties(row: RwSignal<CaseRow>) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let due = move |row: &CaseRow| view! { <Due on=row.due_on is_open=row.is_open/> };
    view! {
        <dl class="mprops">
            <div>
                <dt>{text.status()}</dt>
                <dd>{move || row.with(|row| view! { <StatusMark status=row.status/> })}</dd>
            </div>
            {page.uses(Feature::Priority).then(|| view! {
                <div>
                <dt>{text.priority()}</dt>
                <dd>{move || row.with(|row| view! { <PriorityMark priority=row.priority/> })}</dd>
            </div>
            })}
            {page.uses(Feature::DueOn).then(|| view! {
                <div>
                <dt>{text.due()}</dt>
                <dd>{move || row.with(due)}</dd>
            </div>
            })}
            {page.uses(Feature::Channel).then(|| view! {
                <div>
                <dt>{text.channel()}</dt>
                <dd>{move || row.with(|row| view! { <ChannelMark channel=row.channel/> })}</dd>
            </div>
            })}
        </dl>
    }
}
