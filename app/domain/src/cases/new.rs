//! A case to be registered.

use super::{Channel, Priority};
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
}
