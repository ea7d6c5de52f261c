//! Where one is logged in, and the way to log out there.

use super::{api::revoke_session, browser};
use crate::{
    AppError,
    page::{Page, text},
    ui::Icon,
};
use domain::{format, ids::SessionId, sessions::Session};
use leptos::{ev::SubmitEvent, html, prelude::*};

/// The act of ending logins, one after the other.
#[derive(Clone, Copy)]
pub(super) struct Revoking(Action<SessionId, Result<(), AppError>>);

impl Revoking {
    pub(super) fn new() -> Self {
        Self(Action::new(|session: &SessionId| revoke_session(*session)))
    }

    /// How many times it has ended; changes with every one.
    pub(super) fn done(self) -> usize {
        self.0.version().get()
    }
}

/// The card with one's own logins.
#[component]
pub(super) fn Logins(
    revoking: Revoking,
    sessions: Resource<Result<Vec<Session>, AppError>>,
) -> impl IntoView {
    let text = text();
    let heading = NodeRef::<html::H2>::new();
    // The button that was pressed goes with its line: focus must not be lost with it.
    Effect::new(move |_| {
        if revoking.done() > 0
            && let Some(heading) = heading.get_untracked()
        {
            let _ = heading.focus();
        }
    });
    let refusal = move || match revoking.0.value().get() {
        Some(Err(AppError(problem))) => Some(alert(problem.sentence(text))),
        _ => None,
    };
    let lines = move || {
        Suspend::new(async move {
            match sessions.await {
                Ok(sessions) => {
                    let lines: Vec<_> = sessions.into_iter().map(|session| line(revoking, session)).collect();
                    view! { <ul class="sess">{lines}</ul> }.into_any()
                }
                Err(AppError(problem)) => alert(problem.sentence(text)).into_any(),
            }
        })
    };
    view! {
        <section class="card" aria-labelledby="inloggningar">
            <div class="card__h"><h2 id="inloggningar" tabindex="-1" node_ref=heading>{text.sessions()}</h2></div>
            {refusal}
            <Transition>{lines}</Transition>
        </section>
    }
}

fn line(revoking: Revoking, session: Session) -> impl IntoView {
    let (text, today) = (text(), Page::current().today());
    let browser = browser::read(&session.user_agent);
    let name = browser.name.unwrap_or_else(|| text.session_unknown().to_owned());
    let icon = if browser.is_phone { "mobile" } else { "auto" };
    let used = if session.current {
        text.session_since(&format::moment(session.created_at, today, text))
    } else {
        text.session_seen(&format::moment(session.seen_at, today, text))
    };
    let end = if session.current {
        view! { <span class="tag tag--ok">{text.session_current()}</span> }.into_any()
    } else {
        revoke(revoking, session.id, &name).into_any()
    };
    view! {
        <li>
            <Icon name=icon/>
            <div class="grow"><b>{name}</b><small>{used} " · " {session.address}</small></div>
            {end}
        </li>
    }
}

fn revoke(revoking: Revoking, session: SessionId, name: &str) -> impl IntoView + use<> {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        revoking.0.dispatch(session);
    };
    view! {
        <form method="post" action="/jag/inloggningar/bort" on:submit=submit>
            <input type="hidden" name="id" value=session.to_string()/>
            <button class="btn btn--s">{text().logout()}<span class="sr">{format!(" {name}")}</span></button>
        </form>
    }
}

fn alert(sentence: String) -> impl IntoView {
    view! { <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{sentence}</p></div> }
}
