//! What the page knows: the filter out of the address, the rows, and what is on its way.

use super::{
    names::Names,
    who::{Somebody, Who},
    words::chip_words,
};
use crate::{
    AppError,
    cases::{
        api::{count_cases, follow_cases, list_cases},
        filter_form::{LiveForm, address},
        property::Editing,
    },
    house::Refresh,
    live::Live,
    page::Page,
    views::api::{count_views, open_list},
};
use domain::{
    cases::{CasePage, CaseRow, Chip, Count, Cursor, Filter, Followed, QuickCounts, Vocabulary},
    find::FittingCustomers,
    ids::{CaseNumber, ViewId},
    live::Heard,
    problem::Problem,
    views::{Counted, Mark, Opening, SavedView, Views},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Nobody sees that rows are on their way before that.
const SLOW: Duration = Duration::from_millis(300);

/// What the page is first drawn from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Start {
    opening: Opening,
    /// What the pinned views have, where no script will ask for it.
    counted: Vec<Counted>,
    names: Names,
    searched: Vec<Searched>,
}

/// Whom a plain form searched for, and who was found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Searched {
    who: Who,
    pub(super) typed: String,
    pub(super) found: Vec<Somebody>,
}

impl Start {
    /// The cases that the address means, and whom the forms without script search for. A name that can mean only one
    /// is taken: it leads to the list of that one's cases.
    pub(super) async fn load(query: String, searches: Vec<(Who, String)>) -> Result<Self, AppError> {
        let oneself = Page::current().viewer().map(|viewer| viewer.person);
        let mut names = Names::default();
        let (mut searched, mut taken) = (Vec::new(), Vec::new());
        for (who, typed) in searches {
            let hits = who.search(typed.clone(), oneself).await?;
            names.learn(hits.names);
            match hits.meant {
                Some(slug) => taken.push((who, slug)),
                None => searched.push(Searched { who, typed, found: hits.found }),
            }
        }
        #[cfg(feature = "ssr")]
        if !taken.is_empty() {
            leptos_axum::redirect(&with_taken(&query, &taken));
        }
        let opening = open_list(query.clone()).await?;
        let missing = names.missing(&opening.views.filter_of(&query));
        if !missing.is_empty() {
            names.learn(missing.ask().await?);
        }
        #[cfg(feature = "ssr")]
        let counted =
            if crate::request::comes_alive() { Vec::new() } else { count_views().await.unwrap_or_default() };
        #[cfg(not(feature = "ssr"))]
        let counted = Vec::new();
        Ok(Self { opening, counted, names, searched })
    }
}

/// The address with whom it names instead of what it searches for.
#[cfg(feature = "ssr")]
fn with_taken(query: &str, taken: &[(Who, String)]) -> String {
    let parts = query.trim_start_matches('?').split('&').map(|part| {
        let name = part.split('=').next().unwrap_or_default();
        match taken.iter().find(|(who, _)| who.search_param() == name) {
            Some((who, slug)) => format!("{}={slug}", who.param()),
            None => part.to_owned(),
        }
    });
    format!("/arenden?{}", parts.collect::<Vec<_>>().join("&"))
}

fn by_view(counts: Vec<Counted>) -> Vec<(ViewId, Count)> {
    counts.into_iter().map(|counted| (counted.view, counted.count)).collect()
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
    pub(super) in_subject_only: bool,
    pub(super) customers: FittingCustomers,
}

/// The list within reach of its parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    /// As the address has it, or the view that it means.
    pub(super) filter: Memo<Filter>,
    /// What the address says about views.
    pub(super) mark: Memo<Mark>,
    /// The viewer's.
    pub(super) views: RwSignal<Views>,
    /// How many cases the pinned ones have; none until the rows are there.
    pub(super) counted: RwSignal<Vec<(ViewId, Count)>>,
    /// What the address of each of its cases ends with, so that one finds back.
    origin: Memo<String>,
    /// Utökad sökning is unfolded: `utokad` in the address.
    pub(super) advanced: Memo<bool>,
    /// What stands on the screen; after a change of the filter, until the new ones are there.
    pub(super) rows: RwSignal<Vec<Row>>,
    pub(super) found: RwSignal<Found>,
    pub(super) names: RwSignal<Names>,
    /// Cases of this page that somebody has made or moved here since, in no order: to be shown when asked for.
    pub(super) waiting: RwSignal<Vec<CaseNumber>>,
    /// Cases that stand here and have left the list since.
    pub(super) left: RwSignal<Vec<CaseNumber>>,
    pub(super) busy: RwSignal<bool>,
    /// They have been on their way for so long that one should see it. Told by a clock and not by a delay in the
    /// style: a transition that waits already costs the browser a layer, at each letter.
    pub(super) slow: RwSignal<bool>,
    pub(super) problem: RwSignal<Option<Problem>>,
    searched: StoredValue<Vec<Searched>>,
    /// The company's words, for what happens after an answer.
    pub(super) words: StoredValue<Vocabulary>,
    counts: RwSignal<Option<QuickCounts>>,
    asked: StoredValue<u32>,
    navigate: Callback<(String, NavigateOptions)>,
}

impl List {
    /// Called once by the page: follows the address from now on.
    pub(super) fn provide(start: Start) -> Self {
        let location = use_location();
        let navigate = use_navigate();
        let page = Page::current();
        let Start { opening: Opening { views, page: first }, counted, names, searched } = start;
        let views = RwSignal::new(views);
        let filter = Memo::new(move |_| {
            let filter = location.search.with(|query| views.with_untracked(|views| views.filter_of(query)));
            page.vocabulary(|words| filter.in_words(words))
        });
        let list = Self {
            filter,
            mark: Memo::new(move |_| {
                location.search.with(|query| views.with_untracked(|views| views.mark_in(query)))
            }),
            views,
            counted: RwSignal::new(by_view(counted)),
            origin: Memo::new(move |_| filter.with(Filter::as_origin)),
            advanced: Memo::new(move |_| location.query.with(|query| query.get_str("utokad").is_some())),
            rows: RwSignal::new(Vec::new()),
            found: RwSignal::new(Found::of(&first)),
            names: RwSignal::new(names),
            waiting: RwSignal::new(Vec::new()),
            left: RwSignal::new(Vec::new()),
            busy: RwSignal::new(false),
            slow: RwSignal::new(false),
            problem: RwSignal::new(None),
            searched: StoredValue::new(searched),
            words: StoredValue::new(page.vocabulary(Vocabulary::clone)),
            counts: page.counts,
            asked: StoredValue::new(0),
            navigate: Callback::new(move |(address, options): (String, _)| navigate(&address, options)),
        };
        list.show(first);
        provide_context(list);
        Effect::watch(move || list.filter.get(), move |_, _, _| list.load(), false);
        let editing = Editing::current();
        Live::current().follow(move |heard| list.follow(heard, editing));
        let refresh = Refresh::current();
        let again = move || {
            list.load();
            list.count();
        };
        Effect::watch(move || refresh.asked(), move |_, _, _| again(), false);
        // The bare list and an old link to a view: the address shall say what is shown, to be shared.
        Effect::new(move |_| {
            let lead = location.search.with(|query| views.with_untracked(|views| views.lead(query)));
            if let Some(query) = lead {
                list.lead(&format!("/arenden?{query}"), true);
            }
        });
        Effect::new(move |_| {
            list.views.track();
            list.count();
        });
        list
    }

    /// Within any part of the page.
    pub(super) fn current() -> Self {
        expect_context()
    }

    /// The address of one of its cases.
    pub(super) fn case_address(self, number: CaseNumber) -> String {
        self.origin.with(|origin| format!("/arenden/{number}{origin}"))
    }

    /// The list's address with that filter; Utökad sökning stays as it is.
    pub(super) fn address(self, filter: &Filter) -> String {
        self.address_unfolded(filter, self.advanced.get())
    }

    /// The same, with Utökad sökning unfolded or not.
    pub(super) fn address_unfolded(self, filter: &Filter, advanced: bool) -> String {
        address(filter, self.mark_of(filter), advanced)
    }

    /// What the address of that filter says about views.
    pub(super) fn mark_of(self, filter: &Filter) -> Mark {
        let mark = self.mark.get();
        self.views.with(|views| views.mark(mark, filter))
    }

    /// What forms without script say about views, whatever comes of them.
    pub(super) fn mark_of_forms(self) -> Signal<Mark> {
        Signal::derive(move || match self.mark_of(&Filter::default()) {
            Mark::None => Mark::None,
            mark => mark.changing(),
        })
    }

    /// The view that is shown, and whether its filter has been changed.
    pub(super) fn view(self) -> Option<(SavedView, bool)> {
        let mark = self.mark.get();
        self.views.with(|views| {
            self.filter.with(|filter| {
                views.current(mark, filter).map(|(view, is_changed)| (view.clone(), is_changed))
            })
        })
    }

    /// Shows what another address says.
    pub(super) fn lead(self, address: &str, replace: bool) {
        let options = NavigateOptions { replace, scroll: false, ..Default::default() };
        self.navigate.run((address.to_owned(), options));
    }

    /// The address of this list with one thing about it changed, from its first page.
    pub(super) fn address_with(self, change: fn(&mut Filter)) -> Signal<String> {
        Signal::derive(move || {
            let mut filter = self.filter.with(Filter::from_start);
            change(&mut filter);
            self.address(&filter)
        })
    }

    /// Handlers for a form that filters this list.
    pub(super) fn live_form(self) -> LiveForm {
        LiveForm::new(self.filter, move |filter, replace| {
            self.lead(&untrack(|| self.address(&filter)), replace);
        })
    }

    /// What those of the filter's parts say; nothing when there are none.
    pub(super) fn in_words(self, of: impl Fn(&Chip) -> bool) -> Option<String> {
        let chips = self.filter.with(Filter::chips);
        let words = chips
            .iter()
            .filter(|chip| of(chip))
            .map(|chip| self.names.with(|names| chip_words(chip, names).1));
        let words: Vec<_> = words.collect();
        (!words.is_empty()).then(|| words.join(", "))
    }

    /// What a form without script searched for, and whom it found.
    pub(super) fn searched(self, who: Who) -> Option<Searched> {
        self.searched.with_value(|searched| searched.iter().find(|search| search.who == who).cloned())
    }

    /// Fetches what the address says. The old rows stay meanwhile; an answer that a newer question
    /// has overtaken, or that comes to a page already left, is dropped.
    pub(super) fn load(self) {
        let asked = self.asked.get_value().wrapping_add(1);
        self.asked.set_value(asked);
        self.busy.set(true);
        let filter = self.filter.get_untracked();
        self.learn_names(&filter);
        set_timeout(
            move || {
                let waits = self.busy.try_get_untracked() == Some(true);
                if waits && self.asked.try_get_value() == Some(asked) {
                    self.slow.set(true);
                }
            },
            SLOW,
        );
        spawn_local(async move {
            let answer = list_cases(filter).await;
            if self.asked.try_get_value() != Some(asked) {
                return;
            }
            self.busy.set(false);
            self.slow.set(false);
            match answer {
                Ok(page) => self.show(page),
                Err(error) => self.problem.set(Some(error.0)),
            }
        });
    }

    /// Writes on the rows what others have changed. None of them moves: what is new waits, and what has
    /// left stays until one looks again.
    fn follow(self, heard: Heard, editing: Editing) {
        self.count();
        if self.rows.with_untracked(Vec::is_empty) {
            return self.load();
        }
        let (filter, asked) = (self.filter.get_untracked(), self.asked.get_value());
        let until = self.found.with_untracked(|found| found.next.clone());
        spawn_local(async move {
            let (cases, page) = match heard {
                Heard::Cases(cases) if cases.len() <= Followed::MOST => (cases, None),
                _ => {
                    let page = list_cases(filter.clone()).await.ok();
                    (self.standing(), page)
                }
            };
            let Ok(followed) = follow_cases(filter, until, cases.clone()).await else { return };
            // What was loaded meanwhile is newer.
            if self.asked.try_get_value() == Some(asked) {
                self.take_over(&cases, followed, page, editing);
            }
        });
    }

    fn standing(self) -> Vec<CaseNumber> {
        self.rows.with_untracked(|rows| rows.iter().map(|row| row.number).collect())
    }

    /// `page` is what a look would find, after more news than can be followed one by one.
    fn take_over(self, cases: &[CaseNumber], followed: Followed, page: Option<CasePage>, editing: Editing) {
        let standing = self.standing();
        let fresh = page.map(|page| page.rows.into_iter().map(|row| row.number).collect());
        let fresh: Vec<CaseNumber> = fresh.unwrap_or_else(|| followed.here.clone());
        self.rows.with_untracked(|rows| {
            for row in followed.rows {
                if let Some(stands) = rows.iter().find(|stands| stands.number == row.number) {
                    stands.renewed(editing.standing(row));
                }
            }
        });
        let has_left = |case: &CaseNumber| standing.contains(case) && !followed.matching.contains(case);
        let mut left = self.left.get_untracked();
        left.retain(|case| !cases.contains(case));
        left.extend(cases.iter().copied().filter(has_left));
        let mut waiting = self.waiting.get_untracked();
        waiting.retain(|case| !cases.contains(case) && !fresh.contains(case));
        waiting.extend(fresh.into_iter().filter(|case| !standing.contains(case)));
        put(self.left, left);
        put(self.waiting, waiting);
        self.found.update(|found| {
            found.matching = followed.count;
            found.open = followed.open;
        });
    }

    /// After a change of many: the rows, and the counts beside the quick search.
    pub(super) fn refresh(self) {
        self.load();
        self.count();
        spawn_local(async move {
            if let Ok(fresh) = count_cases().await {
                self.counts.set(Some(fresh));
            }
        });
    }

    /// Counts what the pinned views have. The old counts stay meanwhile.
    fn count(self) {
        if self.views.with_untracked(|views| views.pinned().next().is_none()) {
            return;
        }
        spawn_local(async move {
            if let Ok(counts) = count_views().await {
                self.counted.try_set(by_view(counts));
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
        put(self.waiting, Vec::new());
        put(self.left, Vec::new());
        self.found.set(Found::of(&page));
        let standing = self.rows.get_untracked();
        let rows =
            page.rows.into_iter().map(|fresh| match standing.iter().find(|row| row.number == fresh.number) {
                Some(row) => row.renewed(fresh),
                None => Row { number: fresh.number, row: ArcRwSignal::new(fresh) },
            });
        self.rows.set(rows.collect());
    }
}

fn put(signal: RwSignal<Vec<CaseNumber>>, cases: Vec<CaseNumber>) {
    if signal.with_untracked(|stands| *stands != cases) {
        signal.set(cases);
    }
}

impl Row {
    /// An answer that was asked for before the last edit is older than what stands.
    fn renewed(&self, fresh: CaseRow) -> Self {
        if self.row.with_untracked(|row| row.version <= fresh.version && *row != fresh) {
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
            in_subject_only: page.in_subject_only,
            customers: page.customers.clone(),
        }
    }
}
