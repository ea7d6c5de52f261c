//! The start page: what waits for me, what has come in, and a new case in one line.

mod agenda;
pub mod api;
mod card;

use crate::{
    AppError,
    house::page,
    page::{Page, text},
    ui::Icon,
};
use agenda::AgendaStrip;
use api::start_lists;
use card::{mine_card, new_card};
use leptos::prelude::*;
use leptos_meta::Title;

page!(
    /// `/`
    StartPage in rooms, start_page
);

fn start_page() -> AnyView {
    let initial =
        Page::current().vocabulary(|words| words.initial_status().map(|status| status.slug.clone()));
    let initial = initial.unwrap_or_default();
    let status = initial.clone();
    let lists = Resource::new(|| (), move |()| start_lists(status.clone()));
    let text = text();
    let cards = move || {
        let initial = initial.clone();
        Suspend::new(async move {
            match lists.await {
                Ok(lists) => view! {
                    <AgendaStrip agenda=lists.agenda/>
                    <div class="duo">{mine_card(lists.mine)} {new_card(lists.new, &initial)}</div>
                }
                .into_any(),
                Err(AppError(problem)) => view! {
                    <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{problem.sentence(text)}</p></div>
                }
                .into_any(),
            }
        })
    };
    view! {
        <Title text=text.menu_start()/>
        <main class="main" id="main" tabindex="-1">
            <div class="page">
                <Greeting/>
                <QuickCreate/>
                <Suspense>{cards}</Suspense>
            </div>
        </main>
    }
    .into_any()
}

#[component]
fn Greeting() -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let name = page.viewer().map(|viewer| viewer.name).unwrap_or_default();
    let first_name = name.split_whitespace().next().unwrap_or_default();
    view! {
        <div class="greet">
            <h1>{text.greeting(first_name)}</h1>
            <p>{text.day_in_words(page.today())}</p>
        </div>
    }
}

/// A plain form, also when hydrated: the server leads on to the new case.
#[component]
fn QuickCreate() -> impl IntoView {
    let text = text();
    view! {
        <form class="card qc" method="post" action="/arenden">
            <label class="grow">
                <span class="sr">{text.subject()}</span>
                <input class="in" name="rubrik" required autocomplete="off" placeholder=text.quick_create_hint()/>
            </label>
            <input type="hidden" name="ansvarig" value="jag"/>
            <button class="btn btn--pri"><Icon name="plus"/>{text.create_case()}</button>
        </form>
    }
}
