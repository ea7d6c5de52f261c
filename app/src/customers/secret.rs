//! What is protected at a site: masked, shown on request.

use super::{SecretReply, api::reveal_secret};
use crate::page::{Page, text};
use domain::{
    customers::{Secret, SecretKind},
    ids::SiteId,
};
use leptos::{ev, prelude::*, task::spawn_local};

/// A line for each kind that there is. Before hydration a form asks `action` for it and the page comes
/// again with the value; hydrated it comes into its place and can be hidden again.
#[component]
pub(crate) fn Secrets(site: SiteId, kinds: Vec<SecretKind>, action: String) -> impl IntoView {
    let reply = Page::current().reply::<SecretReply>().map(|SecretReply(secret)| secret);
    kinds
        .into_iter()
        .map(|kind| {
            let shown = reply.clone().filter(|secret| secret.site == site && secret.kind == kind);
            view! { <Line site kind action=action.clone() shown/> }
        })
        .collect_view()
}

#[component]
fn Line(site: SiteId, kind: SecretKind, action: String, shown: Option<Secret>) -> impl IntoView {
    let text = text();
    let name = kind.name(text);
    let value = RwSignal::new(shown.map(|secret| secret.value));
    let error = RwSignal::new(None::<String>);
    let asked = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if value.with_untracked(Option::is_some) {
            value.set(None);
            return;
        }
        spawn_local(async move {
            match reveal_secret(site, kind).await {
                Ok(secret) => _ = value.try_set(Some(secret.value)),
                Err(refused) => _ = error.try_set(Some(refused.0.sentence(text))),
            }
        });
    };
    let word = move || match value.with(Option::is_some) {
        true => text.secret_hide().to_owned(),
        false => text.show().to_owned(),
    };
    let label = move || (!value.with(Option::is_some)).then(|| text.secret_show(&name.to_lowercase()));
    view! {
        <div class="secret">
            <span>{name}</span>
            <output>{move || match value.get() {
                Some(value) => value,
                None => "•••••".to_owned(),
            }}</output>
            {move || value.with(Option::is_none).then(|| view! { <span class="sr">{text.secret_masked()}</span> })}
            <form method="post" action=action on:submit=asked>
                <input type="hidden" name="plats" value=site.to_string()/>
                <input type="hidden" name="uppgift" value=kind.slug()/>
                <button class="link" aria-label=label>{word}</button>
            </form>
            {move || error.get().map(|sentence| view! { <span class="err" role="alert">{sentence}</span> })}
        </div>
    }
}
