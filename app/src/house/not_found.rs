//! The two closed doors.

use crate::{page::text, ui::Icon};
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

fn closed(title: &'static str, sentence: &'static str, icon: &'static str) -> impl IntoView {
    view! {
        <Title text=title/>
        <main class="main" id="main" tabindex="-1">
            <div class="card empty">
                <Icon name=icon/>
                <h1>{title}</h1>
                <p>{sentence}</p>
                <div class="row"><a class="btn" href="/">{text().to_start()}</a></div>
            </div>
        </main>
    }
}
