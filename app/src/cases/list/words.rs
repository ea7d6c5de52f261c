//! A filter's parts in words, for chips and for what a closed menu says about itself.

use super::names::Names;
use crate::page::{Page, text};
use chrono::{Datelike, NaiveDate};
use domain::{
    cases::{Base, Chip, DateRange, Filter, Responsible, Sort, SortKey, When},
    format::short_day,
    text::Language,
};

/// What a chip is about, and its value: "Status", "Ny, Tilldelad".
pub(super) fn chip_words(chip: &Chip, names: &Names) -> (&'static str, String) {
    let text = text();
    match chip {
        Chip::Query(query) => (text.free_text(), query.clone()),
        Chip::Base(base) => (text.status(), base_name(*base, text).to_owned()),
        Chip::Statuses(slugs) => (text.status(), joined(slugs, |slug| status_name(slug))),
        Chip::Priorities(priorities) => {
            (text.priority(), joined(priorities, |priority| priority.name(text).to_owned()))
        }
        Chip::Channels(channels) => {
            (text.channel(), joined(channels, |channel| channel.name(text).to_owned()))
        }
        Chip::Types(slugs) => (text.case_type(), joined(slugs, |slug| type_name(slug))),
        Chip::Responsible(people) => {
            (text.responsible(), joined(people, |person| person_name(*person, names, text)))
        }
        Chip::Teams(slugs) => (text.team(), joined(slugs, |slug| team_name(slug, text))),
        Chip::Participants(people) => {
            (text.linked(), joined(people, |person| person_name(*person, names, text)))
        }
        Chip::Creators(people) => {
            (text.created_by(), joined(people, |person| person_name(*person, names, text)))
        }
        Chip::Customers(ids) => (
            text.customer(),
            joined(ids, |id| names.customer(*id).map_or_else(|| id.to_string(), str::to_owned)),
        ),
        Chip::Created(days) => (text.created(), days_in_words(*days, text)),
        Chip::Due(days) => (text.due(), days_in_words(*days, text)),
        Chip::Overdue => (text.due(), text.overdue().to_owned()),
        Chip::Changed => (text.cases_title(), text.changed_since().to_owned()),
    }
}

fn joined<T>(values: &[T], name: impl Fn(&T) -> String) -> String {
    values.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// A base status: "Öppen".
pub(super) const fn base_name(base: Base, text: Language) -> &'static str {
    match base {
        Base::Open => text.open(),
        Base::Closed => text.closed(),
        Base::All => text.open_and_closed(),
    }
}

/// An unknown slug is its own name: somebody wrote the address by hand.
fn status_name(slug: &str) -> String {
    let name =
        Page::current().vocabulary(|words| words.status_by_slug(slug).map(|status| status.name.clone()));
    name.unwrap_or_else(|| slug.to_owned())
}

fn type_name(slug: &str) -> String {
    let name = Page::current().vocabulary(|words| words.type_by_slug(slug).map(|found| found.name.clone()));
    name.unwrap_or_else(|| slug.to_owned())
}

fn team_name(slug: &str, text: Language) -> String {
    let name = Page::current().vocabulary(|words| words.team_by_slug(slug).map(|found| found.name.clone()));
    name.unwrap_or_else(|| if slug == Filter::NO_TEAM { text.no_team().to_owned() } else { slug.to_owned() })
}

/// "Jag", "Ingen", a colleague's name; the number until the name is there.
pub(super) fn person_name(person: Responsible, names: &Names, text: Language) -> String {
    match person {
        Responsible::Me => text.oneself_chosen().to_owned(),
        Responsible::Nobody => text.nobody().to_owned(),
        Responsible::Person(id) => names.person(id).map_or_else(|| id.to_string(), str::to_owned),
    }
}

/// "i dag", "1–23 nov", "28 okt – 3 nov", "från 1 nov", "senast 4 dec".
fn days_in_words(when: When, text: Language) -> String {
    match when {
        When::Within(period) => period.name(text).to_owned(),
        When::Between(days) => range_in_words(days, text),
    }
}

fn range_in_words(days: DateRange, text: Language) -> String {
    let today = Page::current().today();
    let day = |day: NaiveDate| short_day(day, today, text);
    match (days.from, days.to) {
        (Some(from), Some(to)) if from == to => day(from),
        (Some(from), Some(to)) if (from.year(), from.month()) == (to.year(), to.month()) => {
            format!("{}–{}", from.day(), day(to))
        }
        (Some(from), Some(to)) => format!("{} – {}", day(from), day(to)),
        (Some(from), None) => text.from_day(&day(from)),
        (None, Some(to)) => text.to_day(&day(to)),
        (None, None) => String::new(),
    }
}

/// An order in words: "senast skapade först".
pub(super) fn order_name(sort: Sort, text: Language) -> &'static str {
    match (sort.key, sort.descending) {
        (SortKey::Created, true) => text.sort_created_down(),
        (SortKey::Created, false) => text.sort_created_up(),
        (SortKey::Due, true) => text.sort_due_down(),
        (SortKey::Due, false) => text.sort_due_up(),
        (SortKey::Priority, true) => text.sort_priority_down(),
        (SortKey::Priority, false) => text.sort_priority_up(),
        (SortKey::Updated, true) => text.sort_updated_down(),
        (SortKey::Updated, false) => text.sort_updated_up(),
        (SortKey::Number, true) => text.sort_number_down(),
        (SortKey::Number, false) => text.sort_number_up(),
    }
}
