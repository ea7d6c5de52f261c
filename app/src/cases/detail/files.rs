//! Files of the case itself; those of comments stand at their comments.

use super::case::Case;
use crate::{cases::property::Editing, files::FileList, page::text};
use domain::events::TimelineEntry;
use leptos::prelude::*;

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
    let back = Editing::current().here();
    move || {
        has_some.get().then(|| {
            view! {
                <section class="cs__f" aria-labelledby="bilagor">
                    <h2 id="bilagor">{text().files()}</h2>
                    <FileList case=case.number files=own back=back.clone() tells_external=true/>
                </section>
            }
        })
    }
}
