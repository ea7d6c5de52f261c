//! The page of all that one is told.

use super::api::list_notifications;
use crate::{
    AppError,
    house::page,
    live::Live,
    page::{Page, text},
    ui::{Avatar, Icon},
};
use domain::{
    format,
    notifications::{Notification, NotificationKind},
};
use leptos::prelude::*;
use leptos_meta::Title;

page!(
    /// `/aviseringar`
    NotificationsPage in rooms, notifications_page
);

fn notifications_page() -> AnyView {
    let text = text();
    view! {
        <Title text=text.notifications()/>
        <main class="main" id="main" tabindex="-1">
            <div class="page page--slim">
                <div class="page__head"><h1>{text.notifications()}</h1></div>
                <section class="card" aria-label=text.notifications()>
                    {notifications("/aviseringar", "/arenden")}
                </section>
            </div>
        </main>
    }
    .into_any()
}

/// All of them, on the page with that address; their cases are at `cases`.
pub(crate) fn notifications(here: &'static str, cases: &'static str) -> AnyView {
    let text = text();
    let told = Resource::new_blocking(|| (), |()| list_notifications());
    Live::current().keep_fresh(".told li", move || told.refetch());
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match told.await {
                    Ok(told) => lines(told, here, cases),
                    Err(AppError(problem)) => view! {
                        <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{problem.sentence(text)}</p></div>
                    }
                    .into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

/// With a way to read them all.
fn lines(told: Vec<Notification>, here: &'static str, cases: &'static str) -> AnyView {
    let text = text();
    if told.is_empty() {
        return view! { <p class="card__b sec">{text.notifications_none()}</p> }.into_any();
    }
    let read_all = told.iter().any(|one| !one.read).then(|| {
        let button =
            view! { <button class="btn"><Icon name="check"/>{text.notifications_read_all()}</button> };
        reading(here, "told__all", button.into_any())
    });
    let lines = told.into_iter().map(|one| line(one, here, cases)).collect_view();
    view! { {read_all} <ul class="told">{lines}</ul> }.into_any()
}

fn reading(here: &'static str, class: &'static str, button: AnyView) -> AnyView {
    view! {
        <form class=class method="post" action="/aviseringar/lasta">
            <input type="hidden" name="tillbaka" value=here/>
            {button}
        </form>
    }
    .into_any()
}

/// Opening the case reads it too.
fn line(one: Notification, here: &'static str, cases: &'static str) -> AnyView {
    let (page, text) = (Page::current(), text());
    let Notification { id, kind, number, subject, actor, at, read } = one;
    let did = match kind {
        NotificationKind::Mention => text.did_mention_you(),
        NotificationKind::Comment => text.did_comment_in(),
        NotificationKind::Assigned => text.did_assign_you(),
        NotificationKind::Change => text.did_change_case(),
    };
    let is_new = (!read).then(|| {
        view! { <span class="news" title=text.notification_is_new()><span class="sr">{text.notification_is_new()}</span></span> }
    });
    let dismiss = (!read).then(|| {
        let button = view! {
            <button class="btn btn--q btn--i btn--s" name="avisering" value=id.to_string()
                aria-label=text.notification_read() title=text.notification_read()>
                <Icon name="check" size="i--s"/>
            </button>
        };
        reading(here, "", button.into_any())
    });
    view! {
        <li class=if read { "" } else { "told__new" }>
            <Avatar name=actor.name.clone()/>
            <p class="grow">
                {is_new}
                <b>{actor.name}</b> " " {did} " "
                <a class="kund" href=format!("{cases}/{number}")>{format!("{number} {subject}")}</a>
            </p>
            <time class="num mut" datetime=format::machine_moment(at)>{format::moment(at, page.today(), text)}</time>
            {dismiss}
        </li>
    }
    .into_any()
}
