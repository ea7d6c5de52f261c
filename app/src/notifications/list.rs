//! The page of all that one is told.

use super::api::list_notifications;
use crate::{
    AppError,
    house::page,
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
    let told = Resource::new_blocking(|| (), |()| list_notifications());
    view! {
        <Title text=text.notifications()/>
        <main class="main" id="main" tabindex="-1">
            <div class="page page--slim">
                <Suspense>
                    {move || Suspend::new(async move {
                        match told.await {
                            Ok(told) => shown(told),
                            Err(AppError(problem)) => view! {
                                <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{problem.sentence(text)}</p></div>
                            }
                            .into_any(),
                        }
                    })}
                </Suspense>
            </div>
        </main>
    }
    .into_any()
}

fn shown(told: Vec<Notification>) -> AnyView {
    let text = text();
    view! {
        <div class="page__head"><h1>{text.notifications()}</h1></div>
        <section class="card" aria-label=text.notifications()>{lines(told, false)}</section>
    }
    .into_any()
}

/// The lines, with a way to read them all; on the phone they lead to the phone's pages.
pub(crate) fn lines(told: Vec<Notification>, on_phone: bool) -> AnyView {
    let text = text();
    if told.is_empty() {
        return view! { <p class="card__b sec">{text.notifications_none()}</p> }.into_any();
    }
    let read_all = told.iter().any(|one| !one.read).then(|| {
        let all = view! { <button class="btn"><Icon name="check"/>{text.notifications_read_all()}</button> };
        reading(on_phone, "told__all", all.into_any())
    });
    let lines = told.into_iter().map(|one| line(one, on_phone)).collect_view();
    view! { {read_all} <ul class="told">{lines}</ul> }.into_any()
}

fn reading(on_phone: bool, class: &'static str, button: AnyView) -> AnyView {
    view! {
        <form class=class method="post" action="/aviseringar/lasta">
            {on_phone.then(|| view! { <input type="hidden" name="mobil" value="true"/> })}
            {button}
        </form>
    }
    .into_any()
}

/// Opening the case reads it too.
fn line(one: Notification, on_phone: bool) -> AnyView {
    let (page, text) = (Page::current(), text());
    let Notification { id, kind, number, subject, actor, at, read } = one;
    let did = match kind {
        NotificationKind::Mention => text.did_mention_you(),
        NotificationKind::Comment => text.did_comment_in(),
        NotificationKind::Change => text.did_change_case(),
    };
    let is_new = (!read).then(|| {
        view! { <span class="news" title=text.notification_is_new()><span class="sr">{text.notification_is_new()}</span></span> }
    });
    let dismiss = (!read).then(|| {
        let one = view! {
            <button class="btn btn--q btn--i btn--s" name="avisering" value=id.to_string()
                aria-label=text.notification_read() title=text.notification_read()>
                <Icon name="check" size="i--s"/>
            </button>
        };
        reading(on_phone, "", one.into_any())
    });
    let case = if on_phone { format!("/m/arenden/{number}") } else { format!("/arenden/{number}") };
    view! {
        <li class=if read { "" } else { "told__new" }>
            <Avatar name=actor.name.clone()/>
            <p class="grow">
                {is_new}
                <b>{actor.name}</b> " " {did} " "
                <a class="kund" href=case>{format!("{number} {subject}")}</a>
            </p>
            <time class="num mut" datetime=format::machine_moment(at)>{format::moment(at, page.today(), text)}</time>
            {dismiss}
        </li>
    }
    .into_any()
}
