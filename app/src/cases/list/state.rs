//! What the page knows: the filter out of the address, the rows, and what is on its way.

use super::names::Names;
use crate::{
    AppError,
    cases::api::{count_cases, list_cases},
    page::Page,
};
use domain::{
    cases::{CasePage, CaseRow, Count, Cursor, Filter},
    ids::CaseNumber,
    problem::Problem,
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};
use serde::{Deserialize, Serialize};

/// What the page is first drawn from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Start {
    page: CasePage,
    names: Names,
}

impl Start {
    pub(super) async fn load(filter: Filter) -> Result<Self, AppError> {
        let names = match Names::default().missing(&filter) {
            missing if missing.is_empty() => Names::default(),
            missing => missing.ask().await?,
        };
        Ok(Self { page: list_cases(filter).await?, names })
    }
}

/// A row: its key, and the signal that an edit of it writes to. Reference-counted, because it
/// outlives the moment it was made in and dies with the row.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) number: CaseNumber,
    pub(super) row: ArcRwSignal<CaseRow>,
}

/// All of a page but its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) next: Option<Cursor>,
    pub(super) matching: Count,
    pub(super) open: Count,
    pub(super) closed_matching: Option<Count>,
}

/// The list within reach of its parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    /// As the address has it.
    pub(super) filter: Memo<Filter>,
    /// Utökad sökning is unfolded: `utokad` in the address.
    pub(super) advanced: Memo<bool>,
    /// What stands on the screen; after a change of the filter, until the new ones are there.
    pub(super) rows: RwSignal<Vec<Row>>,
    pub(super) found: RwSignal<Found>,
    pub(super) names: RwSignal<Names>,
    pub(super) busy: RwSignal<bool>,
    pub(super) problem: RwSignal<Option<Problem>>,
    asked: StoredValue<u32>,
    navigate: Callback<(String, NavigateOptions)>,
}

impl List {
    /// Called once by the page: follows the address from now on.
    pub(super) fn provide(start: Start) -> Self {
        let location = use_location();
        let navigate = use_navigate();
        let list = Self {
            filter: Memo::new(move |_| location.search.with(|query| Filter::from_query(query))),
            advanced: Memo::new(move |_| location.query.with(|query| query.get_str("utokad").is_some())),
            rows: RwSignal::new(Vec::new()),
            found: RwSignal::new(Found::of(&start.page)),
            names: RwSignal::new(start.names),
            busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            asked: StoredValue::new(0),
            navigate: Callback::new(move |(address, options): (String, _)| navigate(&address, options)),
        };
        list.show(start.page);
        provide_context(list);
        Effect::watch(move || list.filter.get(), move |_, _, _| list.load(), false);
        list
    }

    /// Within any part of the page.
    pub(super) fn current() -> Self {
        expect_context()
    }

    /// The list's address with that filter; Utökad sökning stays as it is.
    pub(super) fn address(self, filter: &Filter) -> String {
        with_advanced(filter.to_address(), self.advanced.get())
    }

    /// Leads to that filter. `replace` while somebody types, so that one step back undoes it all.
    pub(super) fn go(self, filter: &Filter, replace: bool) {
        let address = with_advanced(filter.to_address(), self.advanced.get_untracked());
        self.navigate.run((address, NavigateOptions { replace, scroll: false, ..Default::default() }));
    }

    /// Fetches what the address says. The old rows stay meanwhile; an answer that a newer question
    /// has overtaken, or that comes to a page already left, is dropped.
    pub(super) fn load(self) {
        let asked = self.asked.get_value().wrapping_add(1);
        self.asked.set_value(asked);
        self.busy.set(true);
        let filter = self.filter.get_untracked();
        self.learn_names(&filter);
        spawn_local(async move {
            let answer = list_cases(filter).await;
            if self.asked.try_get_value() != Some(asked) {
                return;
            }
            self.busy.set(false);
            match answer {
                Ok(page) => self.show(page),
                Err(error) => self.problem.set(Some(error.0)),
            }
        });
    }

    /// After a change of many: the rows, and the counts beside the quick search.
    pub(super) fn refresh(self) {
        self.load();
        let counts = Page::current().counts;
        spawn_local(async move {
            if let Ok(fresh) = count_cases().await {
                counts.set(Some(fresh));
            }
        });
    }

    fn learn_names(self, filter: &Filter) {
        let missing = self.names.with_untracked(|names| names.missing(filter));
        if !missing.is_empty() {
            spawn_local(async move {
                if let Ok(names) = missing.ask().await {
                    self.names.try_update(|known| known.learn(names));
                }
            });
        }
    }

    /// Rows that stand already are written in place, and only if something about them is new.
    fn show(self, page: CasePage) {
        self.problem.set(None);
        self.found.set(Found::of(&page));
        let standing = self.rows.get_untracked();
        let rows = page.rows.into_iter().map(|fresh| {
            match standing.iter().find(|row| row.number == fresh.number) {
                Some(row) => row.renewed(fresh),
                None => Row { number: fresh.number, row: ArcRwSignal::new(fresh) },
            }
        });
        self.rows.set(rows.collect());
    }
}

impl Row {
    fn renewed(&self, fresh: CaseRow) -> Self {
        if self.row.with_untracked(|row| *row != fresh) {
            self.row.set(fresh);
        }
        self.clone()
    }
}

impl Found {
    fn of(page: &CasePage) -> Self {
        Self {
            next: page.next.clone(),
            matching: page.matching,
            open: page.open,
            closed_matching: page.closed_matching,
        }
    }
}

fn with_advanced(mut address: String, advanced: bool) -> String {
    if advanced {
        address.push_str(if address.contains('?') { "&utokad" } else { "?utokad" });
    }
    address
}
