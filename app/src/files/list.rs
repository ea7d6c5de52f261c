//! Files that a case has.

use super::{api::remove_file, file_name};
use crate::{
    AppError,
    page::{Page, text},
    ui::Icon,
};
use domain::{
    files::{File, KEPT_DAYS, size},
    ids::CaseNumber,
};
use leptos::{ev, prelude::*, task::spawn_local};

/// Each with its picture, its name and, for whoever may, the way to take it away.
#[component]
pub(crate) fn FileList(
    case: CaseNumber,
    #[prop(into)] files: Signal<Vec<File>>,
    /// Where one stands: there one comes back to.
    back: String,
    /// Called with what was taken away.
    removed: Callback<File>,
    /// Each tells by itself whether the customer sees it.
    #[prop(optional)]
    tells_external: bool,
) -> impl IntoView {
    let back = StoredValue::new(back);
    view! {
        <ul class="files" aria-label=text().files()>
            <For each=move || files.get() key=|file| file.id let:file>
                <OneFile case file back removed tells_external/>
            </For>
        </ul>
    }
}

#[component]
fn OneFile(
    case: CaseNumber,
    file: File,
    back: StoredValue<String>,
    removed: Callback<File>,
    tells_external: bool,
) -> impl IntoView {
    let text = text();
    let address = format!("/arenden/{case}/bilagor/{}", file.id);
    let may_remove = Page::current().viewer().is_some_and(|viewer| file.removable(&viewer));
    let bytes = size(file.size, text);
    let picture = match file.has_preview {
        true => view! {
            <a class="file__p" href=format!("{address}/bild") target="_blank" aria-label=text.preview_of(&file.name)>
                <img src=format!("{address}/bild?liten") alt="" loading="lazy" width="120" height="90"/>
            </a>
        }
        .into_any(),
        false => view! { <span class="file__p"><Icon name="file" size="i--l"/></span> }.into_any(),
    };
    let is_external = tells_external && file.external;
    view! {
        <li class="file">
            {picture}
            <a class="file__n" href=address.clone() download=file.name.clone()>
                <span class="sr">{text.download()} " "</span>
                {file_name(&file.name)} " "
                <small class="num">{bytes}</small>
            </a>
            {is_external.then(|| view! {
                <span class="tag tag--ext"><Icon name="eye" size="i--s"/>{text.phone_customer_sees()}</span>
            })}
            {may_remove.then(|| view! { <Remove case file back removed/> })}
        </li>
    }
}

/// Asks before it does, and says for how long it can be taken back.
#[component]
fn Remove(case: CaseNumber, file: File, back: StoredValue<String>, removed: Callback<File>) -> impl IntoView {
    let (text, id) = (text(), file.id);
    let refusal = RwSignal::new(None::<String>);
    let words = text.remove_file(&file.name);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let file = file.clone();
        spawn_local(async move {
            match remove_file(case, id).await {
                Ok(()) => _ = removed.try_run(file),
                Err(AppError(problem)) => _ = refusal.try_set(Some(problem.sentence(text))),
            }
        });
    };
    view! {
        <details class="file__x">
            <summary class="tok__x" aria-label=words><Icon name="trash" size="i--s"/></summary>
            <form method="post" action=format!("/arenden/{case}/bilagor/{id}/bort") on:submit=submit>
                <input type="hidden" name="tillbaka" value=back.get_value()/>
                <p>{text.remove_file_about(KEPT_DAYS)}</p>
                {move || refusal.get().map(|sentence| view! { <p class="err" role="alert">{sentence}</p> })}
                <button class="btn btn--s btn--dan">{text.remove()}</button>
            </form>
        </details>
    }
}
