//! The two closed doors.

use super::NewCase;
use crate::{
    account::Frameless,
    page::{Page, text},
    ui::Icon,
};
use domain::policy::home;
use leptos::prelude::*;
use leptos_meta::Title;

/// An unknown address, an unknown number, another company's number: all the same.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::request::set_status(404);
    let text = text();
    closed(text.not_found_title(), text.not_found_text(), "search")
}

/// A page that the viewer's role does not open.
#[component]
pub(crate) fn Forbidden() -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::request::set_status(403);
    let text = text();
    closed(text.forbidden_title(), text.problem_forbidden(), "lock")
}

/// Within the desk's frame where there is one, else on a page of its own.
fn closed(title: &'static str, sentence: &'static str, icon: &'static str) -> impl IntoView {
    let home = Page::current().viewer().map_or("/", |viewer| home(viewer.permissions));
    let card = view! {
        <Title text=title/>
        <div class="card empty">
            <Icon name=icon size="i--l"/>
            <h1>{title}</h1>
            <p>{sentence}</p>
            <div class="row"><a class="btn" href=home>{text().to_start()}</a></div>
        </div>
    };
    match use_context::<NewCase>() {
        Some(_) => view! {
            <main class="main" id="main" tabindex="-1"><div class="page page--narrow">{card}</div></main>
        }
        .into_any(),
        None => view! { <Frameless>{card}</Frameless> }.into_any(),
    }
}
