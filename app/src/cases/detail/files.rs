//! Files of the case itself; those of comments stand at their comments.

use super::case::Case;
use crate::{
    AppError,
    cases::property::Editing,
    files::{FileList, api::restore_file},
    page::text,
    ui::Toasts,
};
use domain::{events::TimelineEntry, files::File};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;

/// Heading and list, where there is something.
#[component]
pub(super) fn CaseFiles(case: Case) -> impl IntoView {
    let own = Memo::new(move |_| {
        let said = case.timeline.with(|timeline| {
            let comments = timeline.iter().filter_map(|entry| match entry {
                TimelineEntry::Comment(comment) => Some(comment.id),
                TimelineEntry::Event(_) => None,
            });
            comments.collect::<Vec<_>>()
        });
        let is_own = |file: &&domain::files::File| file.comment.is_none_or(|id| !said.contains(&id));
        case.files.with(|files| files.iter().filter(is_own).cloned().collect::<Vec<_>>())
    });
    let has_some = Memo::new(move |_| own.with(|own| !own.is_empty()));
    let (back, removed) = (Editing::current().here(), taken_away(case));
    move || {
        has_some.get().then(|| {
            view! {
                <section class="cs__f" aria-labelledby="bilagor">
                    <h2 id="bilagor">{text().files()}</h2>
                    <FileList case=case.number files=own back=back.clone() removed tells_external=true/>
                </section>
            }
        })
    }
}

/// What follows when a file was taken away: the page shows it, and a receipt takes it back.
pub(super) fn taken_away(case: Case) -> Callback<File> {
    let (text, toasts) = (text(), Toasts::current());
    let restore = move |file: &File| {
        let id = file.id;
        Callback::new(move |()| {
            spawn_local(async move {
                match restore_file(case.number, id).await {
                    Ok(()) => case.refresh(),
                    Err(AppError(problem)) => toasts.error(problem.sentence(text), None),
                }
            });
        })
    };
    Callback::new(move |file: File| {
        // The button that was pressed goes with the file.
        if let Some(main) = document().get_element_by_id("main") {
            let _ = main.unchecked_ref::<web_sys::HtmlElement>().focus();
        }
        toasts.receipt(text.file_removed(&file.name), Some(restore(&file)));
        case.refresh();
    })
}
