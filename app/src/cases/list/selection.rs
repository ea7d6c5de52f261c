//! Which rows are ticked.

use super::state::List;
use crate::cases::BulkRefusal;
use domain::{
    cases::{Filter, Selection, Ticked},
    ids::CaseNumber,
};
use leptos::{html, prelude::*};

/// Ticks on the rows that are shown, or all that match.
#[derive(Clone, Copy, Debug)]
pub(super) struct Selected {
    list: List,
    /// With the version that each had when it was ticked: what one chose upon, whatever others do meanwhile.
    ticked: RwSignal<Vec<Ticked>>,
    /// All that match, also beyond the page.
    all: RwSignal<bool>,
    /// Where a range begins.
    last: StoredValue<Option<CaseNumber>>,
}

impl Selected {
    /// Called once by the page; begins with what was ticked in a form that was refused. Ticks do not outlive their
    /// rows, nor "all that match" its filter.
    pub(super) fn provide(list: List) -> Self {
        let refused = BulkRefusal::current();
        let selected = Self {
            list,
            ticked: RwSignal::new(Vec::new()),
            all: RwSignal::new(refused.as_ref().is_some_and(BulkRefusal::is_of_all)),
            last: StoredValue::new(None),
        };
        if let Some(refused) = refused {
            selected.ticked.set(selected.seen(&refused.ticked().collect::<Vec<_>>()));
        }
        provide_context(selected);
        Effect::watch(
            move || list.rows.with(|rows| rows.iter().map(|row| row.number).collect::<Vec<_>>()),
            move |shown, _, _| selected.keep_only(shown),
            false,
        );
        let filter = Memo::new(move |_| list.filter.with(Filter::from_start));
        Effect::watch(move || filter.get(), move |_, _, _| selected.all.set(false), false);
        selected
    }

    /// Within any part of the page.
    pub(super) fn current() -> Self {
        expect_context()
    }

    pub(super) fn has(self, number: CaseNumber) -> bool {
        self.all.get() || self.ticked.with(|ticked| ticked.iter().any(|ticked| ticked.number == number))
    }

    /// The same, for a handler: nothing follows it.
    pub(super) fn has_now(self, number: CaseNumber) -> bool {
        untrack(|| self.has(number))
    }

    /// All that match are ticked, for a handler: nothing follows it.
    pub(super) fn is_all_now(self) -> bool {
        self.all.get_untracked()
    }

    /// How many, and whether there are more that were not counted.
    pub(super) fn count(self) -> (i32, bool) {
        if self.all.get() {
            return self.list.found.with(|found| (found.matching.counted, found.matching.capped));
        }
        (self.ticked.with(|ticked| i32::try_from(ticked.len()).unwrap_or(i32::MAX)), false)
    }

    pub(super) fn is_any(self) -> bool {
        self.count().0 > 0
    }

    /// The same, for a handler: nothing follows it.
    pub(super) fn is_any_now(self) -> bool {
        untrack(|| self.is_any())
    }

    /// All rows of the page are ticked, and more than the page match.
    pub(super) fn could_be_more(self) -> bool {
        let matching = self.list.found.with(|found| found.matching);
        let (ticked, _) = self.count();
        let fills_page = ticked > 0 && self.list.rows.with(Vec::len) == usize::try_from(ticked).unwrap_or(0);
        !self.all.get() && fills_page && (matching.capped || matching.counted > ticked)
    }

    /// Ticks or unticks a row; with `range`, also all between it and the one before.
    pub(super) fn tick(self, number: CaseNumber, on: bool, range: bool) {
        let shown = self.shown();
        let place = |number: CaseNumber| shown.iter().position(|shown| *shown == number);
        let begin = self.last.get_value().filter(|_| range).and_then(place);
        let touched = match (begin, place(number)) {
            (Some(begin), Some(end)) => shown[begin.min(end)..=begin.max(end)].to_vec(),
            _ => vec![number],
        };
        self.last.set_value(Some(number));
        self.spell_out(&shown);
        self.ticked.update(|ticked| {
            ticked.retain(|ticked| !touched.contains(&ticked.number));
            if on {
                ticked.extend(self.seen(&touched));
            }
        });
    }

    /// Ticks or unticks all rows of the page.
    pub(super) fn tick_page(self, on: bool) {
        self.all.set(false);
        self.ticked.set(if on { self.seen(&self.shown()) } else { Vec::new() });
    }

    /// Chooses all that match the filter.
    pub(super) fn tick_all(self) {
        self.all.set(true);
    }

    /// Nothing is ticked.
    pub(super) fn clear(self) {
        self.last.set_value(None);
        self.tick_page(false);
    }

    /// As it travels.
    pub(super) fn selection(self) -> Selection {
        if self.all.get_untracked() {
            return Selection::Matching(Box::new(self.list.filter.with_untracked(Filter::from_start)));
        }
        Selection::Ticked(self.ticked.get_untracked())
    }

    /// The rows as they stand now.
    fn seen(self, numbers: &[CaseNumber]) -> Vec<Ticked> {
        self.list.rows.with_untracked(|rows| {
            let rows = rows.iter().filter(|row| numbers.contains(&row.number));
            rows.map(|row| Ticked { number: row.number, version: row.row.with_untracked(|row| row.version) })
                .collect()
        })
    }

    fn shown(self) -> Vec<CaseNumber> {
        self.list.rows.with_untracked(|rows| rows.iter().map(|row| row.number).collect())
    }

    /// "All that match" becomes the rows that are shown: from now on one of them may differ.
    fn spell_out(self, shown: &[CaseNumber]) {
        if self.all.get_untracked() {
            self.all.set(false);
            self.ticked.set(self.seen(shown));
        }
    }

    fn keep_only(self, shown: &[CaseNumber]) {
        let has_gone = |ticked: &Ticked| !shown.contains(&ticked.number);
        if self.ticked.with_untracked(|ticked| ticked.iter().any(has_gone)) {
            self.ticked.update(|ticked| ticked.retain(|ticked| !has_gone(ticked)));
        }
    }
}

/// The head's checkbox: all rows of the page. Without script it would do nothing, so it is hidden.
#[component]
pub(super) fn PickPage(label: &'static str) -> impl IntoView {
    let selected = Selected::current();
    let node = NodeRef::<html::Input>::new();
    let hydrated = RwSignal::new(false);
    Effect::new(move |_| hydrated.set(true));
    Effect::new(move |_| {
        let rows = selected.list.rows.with(Vec::len);
        let (count, _) = selected.count();
        let ticked = usize::try_from(count).unwrap_or(0);
        if let Some(input) = node.get() {
            input.set_checked(ticked > 0 && ticked >= rows);
            input.set_indeterminate(ticked > 0 && ticked < rows);
        }
    });
    let click = move |_| {
        if let Some(input) = node.get_untracked() {
            selected.tick_page(input.checked());
        }
    };
    view! {
        <label hidden=move || !hydrated.get()>
            <input node_ref=node type="checkbox" autocomplete="off" on:click=click/>
            <span class="sr">{label}</span>
        </label>
    }
}
