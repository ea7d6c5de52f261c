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
    let has_unread = told.iter().any(|one| !one.read);
    let nothing = told.is_empty().then(|| view! { <p class="card__b sec">{text.notifications_none()}</p> });
    view! {
        <div class="page__head">
            <h1>{text.notifications()}</h1>
            {has_unread.then(|| view! {
                <form class="push" method="post" action="/aviseringar/lasta">
                    <button class="btn"><Icon name="check"/>{text.notifications_read_all()}</button>
                </form>
            })}
        </div>
        <section class="card" aria-label=text.notifications()>
            {nothing}
            <ul class="told">{told.into_iter().map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Opening the case reads it too.
fn line(one: Notification) -> AnyView {
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
        view! {
            <form method="post" action="/aviseringar/lasta">
                <button class="btn btn--q btn--i btn--s" name="avisering" value=id.to_string()
                    aria-label=text.notification_read() title=text.notification_read()>
                    <Icon name="check" size="i--s"/>
                </button>
            </form>
        }
    });
    view! {
        <li class=if read { "" } else { "told__new" }>
            <Avatar name=actor.name.clone()/>
            <p class="grow">
                {is_new}
                <b>{actor.name}</b> " " {did} " "
                <a class="kund" href=format!("/arenden/{number}")>{format!("{number} {subject}")}</a>
            </p>
            <time class="num mut" datetime=format::machine_moment(at)>{format::moment(at, page.today(), text)}</time>
            {dismiss}
        </li>
    }
    .into_any()
}
