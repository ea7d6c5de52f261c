//! Behind a one-time link: whoever it is for chooses a password and is logged in. It opens without a
//! session, and only the server knows whom the link is for.

use crate::{
    account::Frameless,
    house::page,
    page::{Answer, Page, text},
    ui::{Labelled, described_by, invalid, refusal_at},
};
use domain::{
    employees::PASSWORD_LEAST,
    problem::{Field, Problem},
};
use leptos::prelude::*;
use leptos_meta::Title;
use serde::{Deserialize, Serialize};

/// Whom the link is for. Without one it holds no longer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InvitationReply {
    /// Full name.
    pub name: String,
    /// The link's secret, to come back with the form.
    pub secret: String,
    /// Why the password was refused.
    pub problem: Option<Problem>,
}

impl Answer for InvitationReply {
    const KIND: &'static str = "invitation";
}

page!(
    /// `/valj-losenord?kod=…`
    ChoosePasswordPage in doorstep, choose_password_page
);

fn choose_password_page() -> AnyView {
    match Page::current().reply::<InvitationReply>() {
        Some(reply) => view! { <Choose reply/> }.into_any(),
        None => gone(),
    }
}

#[component]
fn Choose(reply: InvitationReply) -> impl IntoView {
    let text = text();
    let InvitationReply { name, secret, problem } = reply;
    let error = refusal_at(RwSignal::new(problem), Field::Password);
    view! {
        <Title text=text.choose_password_title()/>
        <Frameless>
            <form class="card form" method="post" action="/valj-losenord">
                <h1>{text.choose_password_title()}</h1>
                <p>{text.choose_password_text(&name)}</p>
                <input type="hidden" name="kod" value=secret/>
                <Labelled id="losenord".to_owned() label=text.new_password() error>
                    <input class="in" id="losenord" type="password" name="losenord" autocomplete="new-password" required autofocus
                        aria-invalid=invalid(error) aria-describedby=described_by("losenord", error)/>
                    <span class="hint">{text.password_least(PASSWORD_LEAST)}</span>
                </Labelled>
                <button class="btn btn--pri btn--w">{text.choose_password()}</button>
            </form>
        </Frameless>
    }
}

fn gone() -> AnyView {
    #[cfg(feature = "ssr")]
    crate::request::set_status(404);
    let text = text();
    view! {
        <Title text=text.invitation_gone_title()/>
        <Frameless>
            <div class="card form">
                <h1>{text.invitation_gone_title()}</h1>
                <p>{text.invitation_gone_text()}</p>
                <a class="btn" href="/logga-in">{text.login_title()}</a>
            </div>
        </Frameless>
    }
    .into_any()
}
