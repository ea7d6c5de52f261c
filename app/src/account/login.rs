//! Login: a plain form, before any script.

use super::{
    Frameless,
    unsent::{Carried, Resume, ResumeReply, Unsent},
};
use crate::{
    house::page,
    page::{Answer, Page, text},
    ui::Icon,
};
use domain::problem::Problem;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};

/// The login is asked for again: it was refused, or something was posted without a session.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LoginReply {
    /// The e-mail or user name, as typed. Never the password.
    pub login: String,
    /// Why it was refused, if it was.
    pub problem: Option<LoginProblem>,
    /// What was posted when the session had ended.
    pub unsent: Option<Unsent>,
}

/// Why a login was refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LoginProblem {
    /// The login or its password is wrong; which of them is not said.
    Wrong,
    /// Too many attempts, or a failure of ours.
    Held(Problem),
}

impl Answer for LoginReply {
    const KIND: &'static str = "login";
}

page!(
    /// `/logga-in`
    LoginPage in doorstep, login_page
);

fn login_page() -> AnyView {
    match Page::current().reply::<ResumeReply>() {
        Some(reply) => view! { <Resume reply/> }.into_any(),
        None => view! { <Login/> }.into_any(),
    }
}

#[component]
fn Login() -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let LoginReply { login, problem, unsent } = page.reply().unwrap_or_default();
    let refusal = problem.map(|problem| match problem {
        LoginProblem::Held(problem) => problem.sentence(text),
        LoginProblem::Wrong => text.login_refused().to_owned(),
    });
    let login = Some(login).filter(|login| !login.is_empty());
    let is_known = login.is_some();
    let onward = use_query_map().with_untracked(|query| query.get("vidare")).unwrap_or_default();
    view! {
        <Title text=text.login_title()/>
        <Frameless>
            <form class="card form" method="post" action="/logga-in">
                <h1>{text.login_title()}</h1>
                {unsent.is_some().then(|| view! {
                    <div class="ban" role="status"><Icon name="clock"/><p>{text.logged_out_unsent()}</p></div>
                })}
                {refusal.map(refused)}
                <label class="field">
                    <span class="label">{text.login_name()}</span>
                    <input class="in" name="login" autocomplete="username" autocapitalize="none" spellcheck="false"
                        required autofocus=!is_known value=login/>
                </label>
                <label class="field">
                    <span class="label">{text.login_password()}</span>
                    <input class="in" type="password" name="password" autocomplete="current-password"
                        required autofocus=is_known/>
                </label>
                <input type="hidden" name="vidare" value=onward/>
                {unsent.map(|unsent| view! { <Carried unsent/> })}
                <button class="btn btn--pri btn--w">{text.login_button()}</button>
            </form>
        </Frameless>
    }
}

fn refused(sentence: String) -> impl IntoView {
    view! { <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{sentence}</p></div> }
}
