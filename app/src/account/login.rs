//! Login: a plain form, before any script.

use super::Frameless;
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

/// A login was refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LoginReply {
    /// The e-mail or user name, as typed. Never the password.
    pub login: String,
    /// Too many attempts; none: it was simply wrong.
    pub throttled: Option<Problem>,
}

impl Answer for LoginReply {
    const KIND: &'static str = "login";
}

page!(
    /// `/logga-in`
    LoginPage in doorstep, login_page
);

fn login_page() -> AnyView {
    let (page, text) = (Page::current(), text());
    let reply: Option<LoginReply> = page.reply();
    let refusal = reply.as_ref().map(|reply| match &reply.throttled {
        Some(problem) => problem.sentence(text),
        None => text.login_refused().to_owned(),
    });
    let login = reply.map(|reply| reply.login).filter(|login| !login.is_empty());
    let is_known = login.is_some();
    let onward = use_query_map().with_untracked(|query| query.get("vidare")).unwrap_or_default();
    view! {
        <Title text=text.login_title()/>
        <Frameless>
            <form class="card form" method="post" action="/logga-in">
                <h1>{text.login_title()}</h1>
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
                <button class="btn btn--pri btn--w">{text.login_button()}</button>
            </form>
        </Frameless>
    }
    .into_any()
}

fn refused(sentence: String) -> impl IntoView {
    view! { <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{sentence}</p></div> }
}
