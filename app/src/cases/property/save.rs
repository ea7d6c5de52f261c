//! Saving: shown at once, sent one after the other for each case, taken back when refused.

use super::{Editing, Value, conflict::Clash};
use crate::{
    AppError,
    cases::api::{assign_case, count_cases, update_case},
};
use domain::{
    cases::{CaseRow, Property, Saved},
    ids::CaseNumber,
    problem::Problem,
};
use leptos::{prelude::*, task::spawn_local};

/// How a property's last change fares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum State {
    /// What is shown is what stands.
    #[default]
    Saved,
    /// On its way.
    Saving,
    /// Refused, or not sent.
    Failed,
}

/// A change that is shown and not yet saved.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    pub(super) number: CaseNumber,
    /// The case's version that the change is made upon.
    version: i32,
    pub(super) row: RwSignal<CaseRow>,
    state: Option<RwSignal<State>>,
    pub(super) value: Value,
    former: Value,
    /// The server did not answer: it waits for a word.
    is_stuck: bool,
}

impl Editing {
    /// Gives the row's case that value: on the row at once, at the server after what was given
    /// before. What is refused is taken back and said.
    pub(crate) fn save(self, row: RwSignal<CaseRow>, value: Value) {
        let version = row.try_with_untracked(|row| row.version).unwrap_or_default();
        self.save_for(row, value, version, None);
    }

    /// The same for one who chose when the case had that version, telling a spot on the page how it fares.
    pub(super) fn save_for(
        self,
        row: RwSignal<CaseRow>,
        value: Value,
        version: i32,
        state: Option<RwSignal<State>>,
    ) {
        if let Some(seen) = row.try_get_untracked() {
            self.push(Waiting { version, ..Waiting::upon(&seen, row, value, state) });
        }
    }

    /// Saves over a value that somebody else has given meanwhile.
    pub(super) fn save_over(self, waiting: &Waiting, theirs: &CaseRow) {
        self.settle(waiting.row, theirs);
        self.push(Waiting::upon(theirs, waiting.row, waiting.value.clone(), waiting.state));
    }

    /// Leaves a value that somebody else has given meanwhile as it is.
    pub(super) fn keep_theirs(self, waiting: &Waiting, theirs: &CaseRow) {
        waiting.tell(State::Saved);
        self.settle(waiting.row, theirs);
    }

    fn push(self, waiting: Waiting) {
        let (number, property) = (waiting.number, waiting.value.property());
        let is_sending = self.next(number).is_some();
        waiting.tell(State::Saving);
        self.show(&waiting.value, waiting.row);
        self.outbox.update_value(|outbox| {
            // A newer wish takes the place of one that did not get through.
            outbox.retain(|other| !(other.is_stuck && other.is_about(number, property)));
            outbox.push(waiting);
        });
        if !is_sending {
            spawn_local(self.send(number));
        }
    }

    /// One at a time for each case: two changes of one property must not overtake each other.
    async fn send(self, number: CaseNumber) {
        while let Some(waiting) = self.next(number) {
            match waiting.sent().await {
                Ok(saved) => self.accepted(&waiting, saved.row),
                Err(error) => self.refused(waiting, error.0),
            }
        }
    }

    fn next(self, number: CaseNumber) -> Option<Waiting> {
        self.outbox
            .try_with_value(|outbox| {
                outbox.iter().find(|waiting| waiting.number == number && !waiting.is_stuck).cloned()
            })
            .flatten()
    }

    fn accepted(self, waiting: &Waiting, row: CaseRow) {
        self.take(waiting, |later| later.version = row.version);
        waiting.tell(State::Saved);
        self.settle(waiting.row, &row);
        self.count_again(waiting.value.property());
        self.tell_if_closed(waiting, &row);
        self.saved.try_set(Some(row));
    }

    fn refused(self, waiting: Waiting, problem: Problem) {
        waiting.tell(State::Failed);
        let (text, number) = (self.page.text(), waiting.number.0);
        match problem {
            Problem::Offline => self.stick(&waiting),
            Problem::Stale(conflict) => {
                self.take(&waiting, |_| {});
                self.clashes.update(|clashes| clashes.push(Clash { waiting, conflict }));
            }
            problem => {
                self.take(&waiting, |later| {
                    if later.value.property() == waiting.value.property() {
                        later.former = waiting.former.clone();
                    }
                });
                self.show(&waiting.former, waiting.row);
                if let Some(row) = waiting.row.try_get_untracked() {
                    self.settle(waiting.row, &row);
                }
                self.toasts.error(text.case_refused(number, &problem.sentence(text)), None);
            }
        }
    }

    /// Keeps what the server did not answer to, until one tries again.
    fn stick(self, waiting: &Waiting) {
        self.stick_or_free(waiting, true);
        let (number, waiting) = (waiting.number, waiting.clone());
        let retry = Callback::new(move |()| self.retry(&waiting));
        self.toasts.error(self.page.text().not_saved(number.0), Some(retry));
    }

    fn retry(self, waiting: &Waiting) {
        let is_sending = self.next(waiting.number).is_some();
        if self.stick_or_free(waiting, false) && !is_sending {
            waiting.tell(State::Saving);
            spawn_local(self.send(waiting.number));
        }
    }

    /// Once the server is there again: what it did not answer to. Sent twice, it is done once, as it is
    /// sent with the version that it is made upon.
    pub(super) fn try_again(self) {
        let stuck = self.outbox.try_with_value(|outbox| {
            outbox.iter().filter(|waiting| waiting.is_stuck).cloned().collect::<Vec<_>>()
        });
        for waiting in stuck.unwrap_or_default() {
            self.toasts.withdraw(&self.page.text().not_saved(waiting.number.0));
            self.retry(&waiting);
        }
    }

    /// False when it has been overtaken by a newer wish.
    fn stick_or_free(self, waiting: &Waiting, is_stuck: bool) -> bool {
        let found = self.outbox.try_update_value(|outbox| {
            let same = outbox.iter_mut().find(|other| other.is_same(waiting));
            same.map(|same| same.is_stuck = is_stuck).is_some()
        });
        found.unwrap_or(false)
    }

    /// Takes a change out of the outbox; `adapt` tells the case's later ones.
    fn take(self, waiting: &Waiting, adapt: impl Fn(&mut Waiting)) {
        self.outbox.try_update_value(|outbox| {
            if let Some(at) = outbox.iter().position(|other| other.is_same(waiting)) {
                outbox.remove(at);
            }
            outbox.iter_mut().filter(|later| later.number == waiting.number).for_each(adapt);
        });
    }

    fn show(self, value: &Value, row: RwSignal<CaseRow>) {
        row.try_update(|row| self.page.vocabulary(|words| value.put(row, words)));
    }

    /// Writes what stands at the server on the row, and over it what still waits. An answer that
    /// is older than what is shown says nothing.
    fn settle(self, row: RwSignal<CaseRow>, standing: &CaseRow) {
        let standing = self.standing(standing.clone());
        row.try_update(|row| {
            if standing.version >= row.version {
                *row = standing;
            }
        });
    }

    /// How a case is shown that stands like this at the server.
    pub(crate) fn standing(self, mut standing: CaseRow) -> CaseRow {
        self.outbox.try_with_value(|outbox| {
            let number = standing.number;
            for waiting in outbox.iter().filter(|waiting| waiting.number == number) {
                self.page.vocabulary(|words| waiting.value.put(&mut standing, words));
            }
        });
        standing
    }

    /// A case that was closed leaves most lists: say where it went, and offer it back.
    fn tell_if_closed(self, waiting: &Waiting, row: &CaseRow) {
        let name = |status| self.page.vocabulary(|words| words.status(status).cloned());
        let Value::Status(former) = waiting.former else { return };
        let (Some(former), Some(status)) = (name(former), name(row.status)) else { return };
        if !former.is_open || status.is_open {
            return;
        }
        let (signal, seen) = (waiting.row, row.clone());
        let undo = Callback::new(move |()| {
            let seen = signal.try_get_untracked().unwrap_or_else(|| seen.clone());
            self.push(Waiting::upon(&seen, signal, Value::Status(former.id), None));
        });
        self.toasts.receipt(self.page.text().got_status(row.number.0, &status.name), Some(undo));
    }

    /// The counts beside the quick search follow status and responsible.
    fn count_again(self, property: Property) {
        if matches!(property, Property::Status | Property::Responsible) {
            spawn_local(async move {
                if let Ok(counts) = count_cases().await {
                    self.page.counts.set(Some(counts));
                }
            });
        }
    }
}

impl Waiting {
    fn upon(seen: &CaseRow, row: RwSignal<CaseRow>, value: Value, state: Option<RwSignal<State>>) -> Self {
        let former = value.former(seen);
        Self { number: seen.number, version: seen.version, row, state, value, former, is_stuck: false }
    }

    async fn sent(&self) -> Result<Saved, AppError> {
        match &self.value {
            Value::Assigned(Some(person), status) => {
                assign_case(self.number, self.version, person.id, *status).await
            }
            value => update_case(self.number, self.version, value.edit()).await,
        }
    }

    fn is_about(&self, number: CaseNumber, property: Property) -> bool {
        self.number == number && self.value.property() == property
    }

    fn is_same(&self, other: &Self) -> bool {
        self.number == other.number && self.value == other.value
    }

    /// The spot may have left the page by now.
    fn tell(&self, state: State) {
        if let Some(spot) = self.state {
            spot.try_set(state);
        }
    }
}
