//! A filter of the list: a normalised value that lives in the address.
//!
//! Reading an address never fails: what cannot be understood is left out, so an old or hand-written
//! link still opens the list. Two filters that mean the same are equal and give the same address.

mod address;
mod chips;
mod sort;
#[cfg(test)]
mod tests;
mod values;
mod when;

pub use chips::Chip;
pub use sort::{Sort, SortKey};
pub use values::{Base, Responsible};
pub use when::{DateRange, Period, When};

use super::{Channel, Cursor, Feature, Priority, Unused, Vocabulary};
use crate::ids::CustomerId;
use serde::{Deserialize, Serialize};

/// Which cases, in which order, from where. Lists are sorted and without doubles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Filter {
    /// Quick search: number, subject, body, comments, customer.
    pub query: String,
    /// Base status; none: see [`Filter::effective_base`].
    pub base: Option<Base>,
    /// Statuses by slug.
    pub statuses: Vec<String>,
    /// Priorities.
    pub priorities: Vec<Priority>,
    /// Channels.
    pub channels: Vec<Channel>,
    /// Types by slug.
    pub types: Vec<String>,
    /// Responsible, any of these.
    pub responsible: Vec<Responsible>,
    /// Teams by slug; [`Filter::NO_TEAM`] means cases without one.
    pub teams: Vec<String>,
    /// Linked, any of these.
    pub participants: Vec<Responsible>,
    /// Created by, any of these.
    pub creators: Vec<Responsible>,
    /// Customers, any of these.
    pub customers: Vec<CustomerId>,
    /// Created on these days.
    pub created: When,
    /// Due on these days.
    pub due: When,
    /// Due before today.
    pub overdue: bool,
    /// Changed by somebody else since the viewer looked.
    pub changed: bool,
    /// Order.
    pub sort: Sort,
    /// Where the page begins.
    pub after: Option<Cursor>,
}

impl Filter {
    /// What addresses call "no team".
    pub const NO_TEAM: &str = "ingen";

    /// The same filter in its one canonical form.
    pub fn normalised(mut self) -> Self {
        self.query = self.query.split_whitespace().collect::<Vec<_>>().join(" ");
        tidy(&mut self.statuses);
        tidy(&mut self.priorities);
        self.channels.sort_by_key(|channel| channel.to_i16());
        self.channels.dedup();
        tidy(&mut self.types);
        tidy(&mut self.responsible);
        tidy(&mut self.teams);
        tidy(&mut self.participants);
        tidy(&mut self.creators);
        self.participants.retain(|person| *person != Responsible::Nobody);
        self.creators.retain(|person| *person != Responsible::Nobody);
        tidy(&mut self.customers);
        self.created = self.created.ordered();
        self.due = self.due.ordered();
        self
    }

    /// The same filter with what has become of the words that it names: old links and views mean the status or type
    /// that theirs has gone up in, and nothing of what the company does without now.
    pub fn in_words(mut self, words: &Vocabulary) -> Self {
        for slug in &mut self.statuses {
            let into = words.status_by_slug(slug).and_then(|status| words.status(status.merged_into?));
            if let Some(into) = into {
                slug.clone_from(&into.slug);
            }
        }
        for slug in &mut self.types {
            let into = words.type_by_slug(slug).and_then(|found| words.case_type(found.merged_into?));
            if let Some(into) = into {
                slug.clone_from(&into.slug);
            }
        }
        self.in_use(words.unused).normalised()
    }

    /// The same filter without what the company does without: nobody would see that it narrows by it.
    pub fn in_use(mut self, unused: Unused) -> Self {
        for feature in Feature::ALL.into_iter().filter(|feature| unused.has(*feature)) {
            match feature {
                Feature::Priority => self.priorities.clear(),
                Feature::Type => self.types.clear(),
                Feature::Channel => self.channels.clear(),
                Feature::Customer => self.customers.clear(),
                Feature::Responsible => self.responsible.clear(),
                Feature::Team => self.teams.clear(),
                Feature::Participants => self.participants.clear(),
                Feature::DueOn => (self.due, self.overdue) = (When::default(), false),
                Feature::Site | Feature::ExternalComments => {}
            }
        }
        self
    }

    /// Whether it narrows by anything that a company may do without.
    pub fn is_switchable(&self) -> bool {
        self.clone().in_use(Unused::ALL) != *self
    }

    /// The base status that counts: the wanted one; else, if statuses were chosen, both; else open.
    pub fn effective_base(&self) -> Base {
        self.base.unwrap_or(if self.statuses.is_empty() { Base::Open } else { Base::All })
    }

    /// The same filter from its first page.
    pub fn from_start(&self) -> Self {
        Self { after: None, ..self.clone() }
    }

    /// Whether it narrows beyond the default list.
    pub fn is_narrowed(&self) -> bool {
        self.from_start() != Self { sort: self.sort, ..Self::default() }
    }

    /// Mina ärenden.
    pub fn mine() -> Self {
        Self { responsible: vec![Responsible::Me], ..Self::default() }
    }

    /// Utan ansvarig: open cases that nobody handles.
    pub fn unassigned() -> Self {
        Self { responsible: vec![Responsible::Nobody], ..Self::default() }
    }

    /// Försenade: open cases that should have been handled before today.
    pub fn overdue() -> Self {
        Self { overdue: true, ..Self::default() }
    }

    /// Ändrade sedan jag tittade, the latest change first: open ones and closed ones.
    pub fn changed() -> Self {
        let sort = Sort { key: SortKey::Updated, descending: true };
        Self { changed: true, base: Some(Base::All), sort, ..Self::default() }
    }

    /// Cases with that status: Nyinkomna ärenden with the initial one.
    pub fn with_status(slug: impl Into<String>) -> Self {
        Self { statuses: vec![slug.into()], ..Self::default() }
    }
}

fn tidy<T: Ord>(values: &mut Vec<T>) {
    values.sort();
    values.dedup();
}
