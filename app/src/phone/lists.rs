//! The phone's three lists, and what in them is pressing.

use chrono::NaiveDate;
use domain::{
    cases::{CaseRow, Feature, Filter, Responsible, Sort, SortKey, Unused},
    format::{self, Urgency},
    text::Language,
};
use serde::{Deserialize, Serialize};

/// Why a case is one's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    /// One is responsible.
    #[default]
    Responsible,
    /// One is linked.
    Linked,
    /// One has sent it in.
    Sent,
}

impl List {
    /// All of them, as the phone shows them.
    pub const ALL: [Self; 3] = [Self::Responsible, Self::Linked, Self::Sent];

    /// How addresses name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Responsible => "ansvarig",
            Self::Linked => "kopplad",
            Self::Sent => "inskickade",
        }
    }

    /// What it hangs on: without that it is none.
    const fn needs(self) -> Option<Feature> {
        match self {
            Self::Responsible => Some(Feature::Responsible),
            Self::Linked => Some(Feature::Participants),
            Self::Sent => None,
        }
    }

    /// Those of a company that does without that.
    pub fn in_use(unused: Unused) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |list| list.needs().is_none_or(|feature| !unused.has(feature)))
    }

    /// The list that addresses call `slug`; the first in use for any other.
    pub fn parse(slug: &str, unused: Unused) -> Self {
        let mut lists = Self::in_use(unused);
        let named = lists.find(|list| list.slug() == slug);
        named.or_else(|| Self::in_use(unused).next()).unwrap_or_default()
    }

    /// Its address.
    pub fn address(self) -> String {
        format!("/m?lista={}", self.slug())
    }

    /// Its name on screen.
    pub const fn name(self, text: Language) -> &'static str {
        match self {
            Self::Responsible => text.phone_responsible(),
            Self::Linked => text.phone_linked(),
            Self::Sent => text.phone_sent(),
        }
    }

    /// Its open cases, those first that are due first.
    #[cfg_attr(not(feature = "ssr"), allow(dead_code))] // Only the server asks.
    pub fn filter(self) -> Filter {
        let me = vec![Responsible::Me];
        let sort = Sort { key: SortKey::Due, descending: false };
        match self {
            Self::Responsible => Filter { responsible: me, sort, ..Filter::default() },
            Self::Linked => Filter { participants: me, sort, ..Filter::default() },
            Self::Sent => Filter { creators: me, sort, ..Filter::default() },
        }
    }
}

/// Rows that are due before today, today, and later or at no time; in each the order is kept.
pub(super) fn by_urgency(rows: Vec<CaseRow>, today: NaiveDate) -> Vec<(Urgency, Vec<CaseRow>)> {
    let mut groups =
        vec![(Urgency::Late, Vec::new()), (Urgency::Today, Vec::new()), (Urgency::Later, Vec::new())];
    for row in rows {
        let urgency = row.due_on.map_or(Urgency::Later, |due| format::urgency(due, today));
        if let Some((_, group)) = groups.iter_mut().find(|(of, _)| *of == urgency) {
            group.push(row);
        }
    }
    groups.retain(|(_, group)| !group.is_empty());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_survive_their_address() {
        for list in List::ALL {
            assert_eq!(List::parse(list.slug(), Unused::default()), list);
        }
        assert_eq!(List::parse("alla", Unused::default()), List::Responsible);
    }

    #[test]
    fn there_is_no_list_of_what_the_company_does_without() {
        let lists = |unused| List::in_use(unused).collect::<Vec<_>>();
        let unused = Unused::named(["responsible"]);
        assert_eq!(lists(unused), [List::Linked, List::Sent]);
        assert_eq!(List::parse("ansvarig", unused), List::Linked);
        assert_eq!(lists(Unused::named(["participants"])), [List::Responsible, List::Sent]);
        assert_eq!(List::parse("", Unused::ALL), List::Sent);
    }

    #[test]
    fn each_list_is_a_filter_of_ones_own() {
        for list in List::ALL {
            let filter = list.filter();
            assert_eq!(filter.clone().normalised(), filter);
            assert_eq!(filter.responsible.len() + filter.participants.len() + filter.creators.len(), 1);
        }
    }
}
