//! A case to be registered.

use super::{Channel, Feature, Priority, Unused};
use crate::ids::{CustomerId, PersonId, SiteId, StatusId, TeamId, TypeId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Everything that can be said when a case is registered. Only the subject is compulsory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCase {
    /// Rubrik.
    pub subject: String,
    /// Innehåll.
    pub body: String,
    /// Kund.
    pub customer: Option<CustomerId>,
    /// Plats: one of the customer's.
    #[serde(default)]
    pub site: Option<SiteId>,
    /// Ansvarig.
    pub responsible: Option<PersonId>,
    /// Team. Tabs that were open before there were teams do not send it.
    #[serde(default)]
    pub team: Option<TeamId>,
    /// Kopplade anställda.
    pub participants: Vec<PersonId>,
    /// Prioritet.
    pub priority: Priority,
    /// Kanal.
    pub channel: Channel,
    /// Typ.
    pub case_type: Option<TypeId>,
    /// Status; none: the company's initial one.
    pub status: Option<StatusId>,
    /// Förfaller.
    pub due_on: Option<NaiveDate>,
}

impl NewCase {
    /// With the defaults: no customer, nobody responsible, priority Normal, the initial status.
    pub fn new(subject: impl Into<String>, channel: Channel) -> Self {
        Self {
            subject: subject.into(),
            body: String::new(),
            customer: None,
            site: None,
            responsible: None,
            team: None,
            participants: Vec::new(),
            priority: Priority::default(),
            channel,
            case_type: None,
            status: None,
            due_on: None,
        }
    }

    /// The same case without what the company does without, whichever way it came in: nobody would see what it holds.
    /// The channel stays: it has no blank, and says how the case came in when it is shown again.
    pub fn in_use(mut self, unused: Unused) -> Self {
        for feature in Feature::ALL.into_iter().filter(|feature| unused.has(*feature)) {
            match feature {
                Feature::Priority => self.priority = Priority::default(),
                Feature::Type => self.case_type = None,
                Feature::Customer => (self.customer, self.site) = (None, None),
                Feature::Site => self.site = None,
                Feature::Responsible => self.responsible = None,
                Feature::Team => self.team = None,
                Feature::Participants => self.participants.clear(),
                Feature::DueOn => self.due_on = None,
                Feature::Channel | Feature::ExternalComments => {}
            }
        }
        self
    }

    /// Whether it holds anything that a company may do without.
    pub fn is_switchable(&self) -> bool {
        self.clone().in_use(Unused::ALL) != *self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_case_holds_nothing_of_what_the_company_does_without() {
        let plain = NewCase::new("Nyckel", Channel::Mail);
        let full = NewCase {
            customer: Some(CustomerId(7)),
            site: Some(SiteId(1)),
            responsible: Some(PersonId(3)),
            team: Some(TeamId(1)),
            participants: vec![PersonId(4)],
            priority: Priority::High,
            case_type: Some(TypeId(2)),
            due_on: NaiveDate::from_ymd_opt(2026, 12, 1),
            ..plain.clone()
        };
        assert_eq!(full.clone().in_use(Unused::ALL), plain);
        assert_eq!(full.clone().in_use(Unused::default()), full);
        assert!(full.is_switchable() && !plain.is_switchable());
        let without_customers = full.clone().in_use(Unused::named(["customer"]));
        assert_eq!(without_customers, NewCase { customer: None, site: None, ..full });
    }
}
