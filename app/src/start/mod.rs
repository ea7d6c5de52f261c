//! The start page: a worklist. What falls due, what waits for me, what has come in, and a new case in one line.

pub mod api;
mod choice;
#[cfg(feature = "ssr")]
pub(crate) mod forms;
mod lists;

use crate::{
    AppError,
    house::page,
    live::Live,
    page::{Page, text},
    ui::{Icon, SendKey},
};
use api::start_lists;
use choice::choice;
use domain::{cases::Feature, policy::Action};
use leptos::prelude::*;
use leptos_meta::Title;
use lists::lists;

page!(
    /// `/`
    StartPage in rooms, start_page
);

fn start_page() -> AnyView {
    let initial =
        Page::current().vocabulary(|words| words.initial_status().map(|status| status.slug.clone()));
    let initial = initial.unwrap_or_default();
    let status = initial.clone();
    let found = Resource::new(|| (), move |()| start_lists(status.clone()));
    Live::current().keep_fresh("#main li", move || found.refetch());
    let text = text();
    let cards = move || {
        let initial = initial.clone();
        Suspend::new(async move {
            match found.await {
                Ok(found) => {
                    let choice = choice(&found);
                    view! { {lists(found.lists, &initial)} {choice} }.into_any()
                }
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
                {Page::current().may(Action::CreateCase).then(|| view! { <QuickCreate/> })}
                <Transition>{cards}</Transition>
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
            <SendKey/>
            <label class="grow">
                <span class="sr">{text.subject()}</span>
                <input class="in" name="rubrik" required autocomplete="off" placeholder=text.quick_create_hint()/>
            </label>
            {Page::current().uses(Feature::Responsible).then(|| view! {
                <select class="in qc__to" name="ansvarig" aria-label=text.create_for()>
                    <option value="jag">{text.create_for_me()}</option>
                    <option value="">{text.create_for_nobody()}</option>
                </select>
            })}
            <button class="btn btn--pri"><Icon name="plus"/>{text.create_case()}</button>
        </form>
    }
}
