//! The removable parts of a filter.

use super::{Base, Filter, Responsible, When};
use crate::{
    cases::{Channel, Priority},
    ids::CustomerId,
};

/// One removable part of a filter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Chip {
    /// Quick search.
    Query(String),
    /// Base status.
    Base(Base),
    /// Statuses.
    Statuses(Vec<String>),
    /// Priorities.
    Priorities(Vec<Priority>),
    /// Channels.
    Channels(Vec<Channel>),
    /// Types.
    Types(Vec<String>),
    /// Responsible.
    Responsible(Vec<Responsible>),
    /// Teams.
    Teams(Vec<String>),
    /// Linked.
    Participants(Vec<Responsible>),
    /// Created by.
    Creators(Vec<Responsible>),
    /// Customers.
    Customers(Vec<CustomerId>),
    /// Created on.
    Created(When),
    /// Due on.
    Due(When),
    /// Overdue.
    Overdue,
    /// Changed since one looked.
    Changed,
}

impl Filter {
    /// Its removable parts, in the order of the screen.
    pub fn chips(&self) -> Vec<Chip> {
        let mut chips = Vec::new();
        if !self.query.is_empty() {
            chips.push(Chip::Query(self.query.clone()));
        }
        if self.effective_base() != Base::All {
            chips.push(Chip::Base(self.effective_base()));
        }
        let mut put = |given: bool, chip: Chip| {
            if given {
                chips.push(chip);
            }
        };
        put(!self.statuses.is_empty(), Chip::Statuses(self.statuses.clone()));
        put(!self.priorities.is_empty(), Chip::Priorities(self.priorities.clone()));
        put(!self.channels.is_empty(), Chip::Channels(self.channels.clone()));
        put(!self.types.is_empty(), Chip::Types(self.types.clone()));
        put(!self.responsible.is_empty(), Chip::Responsible(self.responsible.clone()));
        put(!self.teams.is_empty(), Chip::Teams(self.teams.clone()));
        put(!self.participants.is_empty(), Chip::Participants(self.participants.clone()));
        put(!self.creators.is_empty(), Chip::Creators(self.creators.clone()));
        put(!self.customers.is_empty(), Chip::Customers(self.customers.clone()));
        put(!self.created.is_open(), Chip::Created(self.created));
        put(!self.due.is_open(), Chip::Due(self.due));
        put(self.overdue, Chip::Overdue);
        put(self.changed, Chip::Changed);
        chips
    }

    /// The filter with that part removed, from its first page.
    pub fn without(&self, chip: &Chip) -> Self {
        let mut filter = self.from_start();
        match chip {
            Chip::Query(_) => filter.query.clear(),
            Chip::Base(_) => filter.base = filter.statuses.is_empty().then_some(Base::All),
            Chip::Statuses(_) => filter.statuses.clear(),
            Chip::Priorities(_) => filter.priorities.clear(),
            Chip::Channels(_) => filter.channels.clear(),
            Chip::Types(_) => filter.types.clear(),
            Chip::Responsible(_) => filter.responsible.clear(),
            Chip::Teams(_) => filter.teams.clear(),
            Chip::Participants(_) => filter.participants.clear(),
            Chip::Creators(_) => filter.creators.clear(),
            Chip::Customers(_) => filter.customers.clear(),
            Chip::Created(_) => filter.created = When::default(),
            Chip::Due(_) => filter.due = When::default(),
            Chip::Overdue => filter.overdue = false,
            Chip::Changed => filter.changed = false,
        }
        filter
    }
}
