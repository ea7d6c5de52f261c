//! Names of the people and customers that a filter mentions by number.

use crate::{AppError, customers::name_customers, people::name_people};
use domain::{
    cases::{Filter, Responsible},
    customers::CustomerHit,
    ids::{CustomerId, PersonId},
    people::Person,
};
use serde::{Deserialize, Serialize};

/// What is known so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Names {
    people: Vec<Person>,
    customers: Vec<(CustomerId, String)>,
}

impl Names {
    /// Of colleagues that a search found.
    pub(super) const fn of_people(people: Vec<Person>) -> Self {
        Self { people, customers: Vec::new() }
    }

    /// Of customers that a search found.
    pub(super) fn of_customers(hits: Vec<CustomerHit>) -> Self {
        let customers = hits.into_iter().map(|hit| (hit.id, hit.name)).collect();
        Self { people: Vec::new(), customers }
    }

    /// A colleague's name.
    pub(super) fn person(&self, id: PersonId) -> Option<&str> {
        self.people.iter().find(|person| person.id == id).map(|person| person.name.as_str())
    }

    /// A customer's name.
    pub(super) fn customer(&self, id: CustomerId) -> Option<&str> {
        self.customers.iter().find(|(known, _)| *known == id).map(|(_, name)| name.as_str())
    }

    /// Whom the filter mentions and nobody has named yet.
    pub(super) fn missing(&self, filter: &Filter) -> Missing {
        let mentioned = [&filter.responsible, &filter.participants, &filter.creators].into_iter().flatten();
        let people = mentioned.filter_map(|person| match person {
            Responsible::Person(id) if self.person(*id).is_none() => Some(*id),
            _ => None,
        });
        let customers = filter.customers.iter().copied().filter(|id| self.customer(*id).is_none());
        Missing { people: people.collect(), customers: customers.collect() }
    }

    /// Remembers more; what was known stays.
    pub(super) fn learn(&mut self, more: Self) {
        let people = more.people.into_iter().filter(|person| self.person(person.id).is_none());
        let people: Vec<_> = people.collect();
        self.people.extend(people);
        let customers = more.customers.into_iter().filter(|(id, _)| self.customer(*id).is_none());
        let customers: Vec<_> = customers.collect();
        self.customers.extend(customers);
    }
}

/// Numbers without a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Missing {
    people: Vec<PersonId>,
    customers: Vec<CustomerId>,
}

impl Missing {
    pub(super) fn is_empty(&self) -> bool {
        self.people.is_empty() && self.customers.is_empty()
    }

    /// Asks for their names; numbers that nobody goes by stay without.
    pub(super) async fn ask(self) -> Result<Names, AppError> {
        let mut names = Names::default();
        if !self.people.is_empty() {
            names.people = name_people(self.people).await?;
        }
        if !self.customers.is_empty() {
            names.customers = name_customers(self.customers).await?;
        }
        Ok(names)
    }
}
