//! Files that were taken away, where no history shows it: for a while they can be put back.

use super::{api::restore_file, file_name};
use crate::{AppError, page::text};
use domain::{
    files::{File, KEPT_DAYS},
    ids::CaseNumber,
};
use leptos::{ev, prelude::*, task::spawn_local};

/// Folded; nothing where none was taken away.
#[component]
pub(crate) fn RemovedFiles(
    case: CaseNumber,
    files: RwSignal<Vec<File>>,
    /// Where one stands: there one comes back to.
    back: String,
    /// Called when one is back.
    restored: Callback<()>,
) -> impl IntoView {
    let text = text();
    let has_some = Memo::new(move |_| files.with(|files| !files.is_empty()));
    let back = StoredValue::new(back);
    move || {
        has_some.get().then(|| {
            view! {
                <details class="more files__gone">
                    <summary>{text.removed_files()} " " <small class="num">{move || files.with(Vec::len)}</small></summary>
                    <p class="hint">{text.removed_files_about(KEPT_DAYS)}</p>
                    <ul>
                        <For each=move || files.get() key=|file| file.id let:file>
                            <Removed case file back restored/>
                        </For>
                    </ul>
                </details>
            }
        })
    }
}

#[component]
fn Removed(case: CaseNumber, file: File, back: StoredValue<String>, restored: Callback<()>) -> impl IntoView {
    let (text, id) = (text(), file.id);
    let refusal = RwSignal::new(None::<String>);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        spawn_local(async move {
            match restore_file(case, id).await {
                Ok(()) => _ = restored.try_run(()),
                Err(AppError(problem)) => _ = refusal.try_set(Some(problem.sentence(text))),
            }
        });
    };
    view! {
        <li>
            <span class="grow">{file_name(&file.name)}</span>
            <form method="post" action=format!("/arenden/{case}/bilagor/{id}/tillbaka") on:submit=submit>
                <input type="hidden" name="tillbaka" value=back.get_value()/>
                <button class="btn btn--s" aria-label=text.put_back_file(&file.name)>{text.put_back()}</button>
            </form>
            {move || refusal.get().map(|sentence| view! { <p class="err" role="alert">{sentence}</p> })}
        </li>
    }
}
