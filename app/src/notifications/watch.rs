//! The switch on a case by which one is told of what happens to it.

use super::api::watch_case;
use crate::{
    AppError,
    page::text,
    ui::{Icon, Toasts},
};
use domain::ids::CaseNumber;
use leptos::{ev, prelude::*, task::spawn_local};

/// A form of one button; hydrated, it changes at once and back when it was refused.
#[component]
pub(crate) fn Watch(
    /// The case.
    number: CaseNumber,
    /// Whether the viewer watches it.
    watched: RwSignal<bool>,
) -> impl IntoView {
    let (text, toasts) = (text(), Toasts::current());
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let on = !watched.get_untracked();
        watched.set(on);
        spawn_local(async move {
            if let Err(AppError(problem)) = watch_case(number, on).await {
                watched.try_set(!on);
                toasts.error(problem.sentence(text), None);
            }
        });
    };
    view! {
        <form method="post" action=format!("/arenden/{number}/bevaka") on:submit=submitted>
            <button class="btn btn--s btn--q" name="bevaka" value=move || if watched.get() { "nej" } else { "ja" }>
                <Icon name="bell" size="i--s"/>
                {move || if watched.get() { text.unwatch_case() } else { text.watch_case() }}
            </button>
        </form>
    }
}
