//! The start page: lists of cases that wait, each with its filter.

use crate::{
    cases::{Feature, Filter, Glance, Period, Sort, SortKey, When},
    ids::RoleId,
    text::Language,
};
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

    /// What a company must use for it to say anything.
    pub const fn needs(self) -> Option<Feature> {
        match self {
            Self::Late | Self::Today | Self::Week => Some(Feature::DueOn),
            Self::Mine | Self::Unassigned => Some(Feature::Responsible),
            Self::New | Self::Changed => None,
        }
    }

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
    pub fn filter(self, initial: &str) -> Filter {
        let sort = Sort { key: SortKey::Due, descending: false };
        let due = |period| Filter { due: When::Within(period), sort, ..Filter::default() };
        match self {
            Self::Late => Filter { sort, ..Filter::overdue() },
            Self::Today => due(Period::Today),
            Self::Week => due(Period::RestOfWeek),
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

/// A list of the start page, cut to its first rows; the count is of all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StartList {
    /// Which.
    pub section: Section,
    /// Its first rows, and how many there are.
    pub glance: Glance,
}

/// The start page as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StartPage {
    /// Its lists, in their order.
    pub lists: Vec<StartList>,
    /// The company's own roles by name, for who chooses what those with a role see.
    pub roles: Vec<(RoleId, String)>,
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn no_day_of_the_week_is_left_out_or_told_twice() {
        for day in 23..=29 {
            let today = chrono::NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
            let [late, now, week] =
                [Section::Late, Section::Today, Section::Week].map(|section| section.filter("ny"));
            assert!(late.overdue);
            let days = [now, week].map(|filter| filter.due.days(today));
            assert_eq!((days[0].from, days[0].to), (Some(today), Some(today)));
            assert_eq!((days[1].from, days[1].to >= days[1].from), (today.succ_opt(), true));
        }
    }

    #[test]
    fn each_number_leads_to_its_own_filter() {
        let queries = Section::ALL.map(|section| section.filter("ny").to_query());
        assert_eq!(
            queries,
            [
                "forsenade=ja&sort=forfaller",
                "forfaller=idag&sort=forfaller",
                "forfaller=resten-av-veckan&sort=forfaller",
                "ansvarig=jag",
                "status=ny",
                "ansvarig=ingen",
                "bas=alla&andrade=ja&sort=-andrad",
            ]
        );
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
