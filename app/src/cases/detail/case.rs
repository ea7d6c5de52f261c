//! The case that a page shows, as far as it can change while one looks.

use crate::{cases::api::show_case, cases::property::Editing, live::Live, page::Page};
use domain::{
    cases::{CaseDetail, CaseRow, Count, CustomerCard, QuickCounts, RelatedCase},
    events::TimelineEntry,
    files::File,
    ids::CaseNumber,
    people::Person,
};
use leptos::{prelude::*, task::spawn_local};

/// A page's case. Each part has its own signal: what is written in one field does not disturb the
/// others.
#[derive(Clone, Copy)]
pub(super) struct Case {
    pub(super) number: CaseNumber,
    pub(super) row: RwSignal<CaseRow>,
    pub(super) body: RwSignal<String>,
    pub(super) card: RwSignal<Option<CustomerCard>>,
    pub(super) participants: RwSignal<Vec<Person>>,
    pub(super) relations: RwSignal<Vec<RelatedCase>>,
    pub(super) timeline: RwSignal<Vec<TimelineEntry>>,
    pub(super) files: RwSignal<Vec<File>>,
    /// Those that the viewer may put back.
    pub(super) removed_files: RwSignal<Vec<File>>,
    pub(super) created_by: StoredValue<Person>,
    /// The creator is a colleague at work, and not the viewer.
    pub(super) can_go_back: bool,
    /// The viewer is told of what happens to it.
    pub(super) watched: RwSignal<bool>,
    editing: Editing,
    /// Those around the page: reading the case reads what there was to tell of it.
    counts: RwSignal<Option<QuickCounts>>,
    /// Subject and body are being edited.
    pub(super) is_editing: RwSignal<bool>,
}

impl Case {
    /// Within the component that shows it.
    pub(super) fn new(detail: CaseDetail, is_editing: bool) -> Self {
        let case = Self {
            number: detail.row.number,
            row: RwSignal::new(detail.row),
            body: RwSignal::new(detail.body),
            card: RwSignal::new(detail.customer),
            participants: RwSignal::new(detail.participants),
            relations: RwSignal::new(detail.relations),
            timeline: RwSignal::new(detail.timeline),
            files: RwSignal::new(detail.files),
            removed_files: RwSignal::new(detail.removed_files),
            created_by: StoredValue::new(detail.created_by),
            can_go_back: detail.can_go_back,
            watched: RwSignal::new(detail.watched),
            editing: Editing::current(),
            counts: Page::current().counts,
            is_editing: RwSignal::new(is_editing),
        };
        case.follow();
        let unread = detail.unread;
        // Not before the bell is hydrated as the server drew it.
        Effect::new(move |_| case.count_unread(unread));
        case
    }

    /// A saved property has made history, and perhaps brought another customer; others change things too.
    fn follow(self) {
        Live::current().follow(move |heard| {
            if heard.is_about(self.number) {
                self.refresh();
            }
        });
        let saved = self.editing.saved;
        Effect::new(move |before: Option<()>| {
            let is_ours = saved.with(|row| row.as_ref().is_some_and(|row| row.number == self.number));
            if before.is_some() && is_ours {
                self.refresh();
            }
        });
    }

    /// Asks how the case stands now and writes what differs.
    pub(super) fn refresh(self) {
        let editing = self.editing;
        spawn_local(async move {
            // Without an answer the page stays as it is; what was saved is saved.
            if let Ok(detail) = show_case(self.number).await {
                self.patch(detail, editing);
            }
        });
    }

    /// At the bell, when opening the case has read something.
    fn count_unread(self, unread: Option<Count>) {
        let Some(unread) = unread else { return };
        self.counts.try_update(|counts| {
            if let Some(counts) = counts {
                counts.unread = unread;
            }
        });
    }

    fn patch(self, detail: CaseDetail, editing: Editing) {
        self.count_unread(detail.unread);
        // What waits to be saved is shown on the row already; only what is newer goes over it.
        let is_newer = self.row.try_with_untracked(|row| detail.row.version > row.version);
        if is_newer == Some(true) {
            self.row.set(editing.standing(detail.row));
        }
        put(self.body, detail.body);
        put(self.card, detail.customer);
        put(self.participants, detail.participants);
        put(self.relations, detail.relations);
        put(self.watched, detail.watched);
        put(self.files, detail.files);
        put(self.removed_files, detail.removed_files);
        put(self.timeline, detail.timeline);
    }
}

/// Only a change is told. The page may be gone when the answer comes.
fn put<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.try_with_untracked(|stands| *stands != value) == Some(true) {
        signal.set(value);
    }
}
