//! How an employee comes in: the last time they did, a one-time link, a first password.

use super::EmployeeReply;
use crate::{
    page::{Page, text},
    ui::{Icon, Labelled, described_by, invalid, refusal_at},
};
use domain::{
    employees::{Access, Employee, PASSWORD_LEAST},
    format,
    problem::Field,
};
use leptos::prelude::*;

/// For those who manage colleagues.
#[component]
pub(super) fn AccessCard(employee: Employee, access: Access) -> impl IntoView {
    let (text, today) = (text(), Page::current().today());
    let moment = |at| format::moment(at, today, text);
    let Employee { id, profile, .. } = employee;
    let reply = Page::current().reply::<EmployeeReply>();
    let link = match &reply {
        Some(EmployeeReply::Link(link)) => Some(link.clone()),
        _ => None,
    };
    let has_login = profile.email.is_some() || profile.user_name.is_some();
    let seen =
        access.seen_at.map_or_else(|| text.access_never().to_owned(), |at| text.access_seen(&moment(at)));
    let password = if access.has_password { text.access_password() } else { text.access_no_password() };
    view! {
        <section class="card" aria-labelledby="inloggning">
            <div class="card__h"><h2 id="inloggning">{text.access()}</h2></div>
            <div class="card__b form">
                <p class="sec">{seen} ". " {password} "."</p>
                {access.invited_until.map(|until| view! { <p class="sec">{text.access_invited(&moment(until))} "."</p> })}
                {link.map(shown_link)}
                {match (profile.active, has_login) {
                    (true, true) => Some(forms(id, reply)),
                    (true, false) => Some(view! { <p class="hint">{text.access_no_login()}</p> }.into_any()),
                    _ => None,
                }}
            </div>
        </section>
    }
    .into_any()
}

/// The only time that it is seen.
fn shown_link(link: String) -> AnyView {
    let text = text();
    view! {
        <div class="field" role="status">
            <label class="label" for="lank">{text.invite_link()}</label>
            <input class="in" id="lank" readonly value=link aria-describedby="lank-om"/>
            <span class="hint" id="lank-om">{text.invite_hint()}</span>
        </div>
    }
    .into_any()
}

fn forms(id: domain::ids::PersonId, reply: Option<EmployeeReply>) -> AnyView {
    let text = text();
    let problem = RwSignal::new(reply.and_then(EmployeeReply::refused).map(|(_, problem)| problem));
    let error = refusal_at(problem, Field::Password);
    view! {
        <form method="post" action=format!("/anstallda/{id}/inbjudan")>
            <button class="btn"><Icon name="send"/>{text.invite()}</button>
        </form>
        <form class="form" method="post" action=format!("/anstallda/{id}/losenord") autocomplete="off">
            <Labelled id="losenord".to_owned() label=text.new_password() error>
                <input class="in" id="losenord" type="password" name="losenord" autocomplete="new-password" required
                    aria-invalid=invalid(error) aria-describedby=described_by("losenord", error)/>
                <span class="hint">{text.password_hint(PASSWORD_LEAST)}</span>
            </Labelled>
            <div><button class="btn">{text.set_password()}</button></div>
        </form>
    }
    .into_any()
}
