//! The start page: lists of cases that wait, each with its filter.

use crate::{
    cases::{DateRange, Filter, Glance, Sort, SortKey},
    text::Language,
};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// One of the lists that the start page can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// Försenade: everybody's, for an office covers for each other.
    Late,
    /// I dag.
    Today,
    /// Resten av veckan: to Sunday; from Sunday on, the week after.
    Week,
    /// Mina ärenden.
    Mine,
    /// Nyinkomna ärenden.
    New,
    /// Utan ansvarig.
    Unassigned,
    /// Ändrade sedan jag tittade.
    Changed,
}

impl Section {
    /// All of them, in the order in which they are shown where nobody has chosen.
    pub const ALL: [Self; 7] =
        [Self::Late, Self::Today, Self::Week, Self::Mine, Self::New, Self::Unassigned, Self::Changed];

    /// How forms and the database name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Late => "forsenade",
            Self::Today => "idag",
            Self::Week => "veckan",
            Self::Mine => "mina",
            Self::New => "nya",
            Self::Unassigned => "utan-ansvarig",
            Self::Changed => "andrade",
        }
    }

    /// The one with that slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.slug() == slug)
    }

    /// Its heading.
    pub const fn name(self, text: Language) -> &'static str {
        match self {
            Self::Late => text.tab_late(),
            Self::Today => text.today(),
            Self::Week => text.agenda_week(),
            Self::Mine => text.my_cases(),
            Self::New => text.new_cases_heading(),
            Self::Unassigned => text.unassigned_heading(),
            Self::Changed => text.changed_heading(),
        }
    }

    /// What falls due stands in a strip of few rows, the others as cards.
    pub const fn is_agenda(self) -> bool {
        matches!(self, Self::Late | Self::Today | Self::Week)
    }

    /// Rows that are shown of it.
    pub const fn rows(self) -> usize {
        if self.is_agenda() { 3 } else { 10 }
    }

    /// Exactly the cases that it shows and counts. `initial` is the slug of the status that new cases have.
    pub fn filter(self, today: NaiveDate, initial: &str) -> Filter {
        let sort = Sort { key: SortKey::Due, descending: false };
        let due = |from, to| Filter { due: DateRange { from, to }, sort, ..Filter::default() };
        match self {
            Self::Late => Filter { sort, ..Filter::overdue() },
            Self::Today => due(Some(today), Some(today)),
            Self::Week => due(today.checked_add_days(Days::new(1)), end_of_week(today)),
            Self::Mine => Filter::mine(),
            Self::New => Filter::with_status(initial),
            Self::Unassigned => Filter::unassigned(),
            Self::Changed => Filter::changed(),
        }
    }

    /// A choice as it is kept: each once, unknown ones left out.
    pub fn chosen<S: AsRef<str>>(slugs: impl IntoIterator<Item = S>) -> Vec<Self> {
        let mut chosen = Vec::new();
        for section in slugs.into_iter().filter_map(|slug| Self::from_slug(slug.as_ref())) {
            if !chosen.contains(&section) {
                chosen.push(section);
            }
        }
        chosen
    }
}

/// The Sunday that ends the week; on a Sunday the next one, for nothing is left of this.
fn end_of_week(today: NaiveDate) -> Option<NaiveDate> {
    use chrono::Datelike;
    let left = 6 - u64::from(today.weekday().num_days_from_monday());
    today.checked_add_days(Days::new(if left == 0 { 7 } else { left }))
}

/// A list of the start page, cut to its first rows; the count is of all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StartList {
    /// Which.
    pub section: Section,
    /// Its first rows, and how many there are.
    pub glance: Glance,
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn query(section: Section, today: &str) -> String {
        section.filter(today.parse().unwrap(), "ny").to_query()
    }

    #[test]
    fn no_day_of_the_week_is_left_out_or_told_twice() {
        // A Monday.
        assert_eq!(query(Section::Late, "2026-11-23"), "forsenade=ja&sort=forfaller");
        assert_eq!(query(Section::Today, "2026-11-23"), "forfaller=2026-11-23..2026-11-23&sort=forfaller");
        assert_eq!(query(Section::Week, "2026-11-23"), "forfaller=2026-11-24..2026-11-29&sort=forfaller");
        // A Saturday and a Sunday.
        assert_eq!(query(Section::Week, "2026-11-28"), "forfaller=2026-11-29..2026-11-29&sort=forfaller");
        assert_eq!(query(Section::Week, "2026-11-29"), "forfaller=2026-11-30..2026-12-06&sort=forfaller");
    }

    #[test]
    fn each_number_leads_to_its_own_filter() {
        assert_eq!(query(Section::Mine, "2026-11-23"), "ansvarig=jag");
        assert_eq!(query(Section::New, "2026-11-23"), "status=ny");
        assert_eq!(query(Section::Unassigned, "2026-11-23"), "ansvarig=ingen");
        assert_eq!(query(Section::Changed, "2026-11-23"), "bas=alla&andrade=ja&sort=-andrad");
    }

    #[test]
    fn a_choice_names_each_section_once() {
        let chosen = Section::chosen(["nya", "nya", "annat", "idag"]);
        assert_eq!(chosen, [Section::New, Section::Today]);
        for section in Section::ALL {
            assert_eq!(Section::from_slug(section.slug()), Some(section));
        }
    }
}
