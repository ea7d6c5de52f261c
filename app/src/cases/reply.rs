//! What the server answers to a posted form when it shows the page again: kept values and refusals.

use crate::page::{Answer, Page};
use domain::{
    cases::{Conflict, Property, Receipt},
    customers::CustomerHit,
    ids::{CaseNumber, SiteId},
    people::Person,
    problem::Problem,
};
use serde::{Deserialize, Serialize};

/// A case was not registered: what was typed, and why not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewCaseReply {
    /// All fields as they were posted.
    pub typed: Vec<(String, String)>,
    /// Why it was refused.
    pub problem: Problem,
    /// Customers that what was typed could mean.
    pub customers: Vec<CustomerHit>,
    /// Colleagues that what was typed could mean.
    pub people: Vec<Person>,
}

/// Something on a case was not saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseReply {
    /// Which form: a property's slug, `text`, `kommentar` or `anstallda`.
    pub form: String,
    /// All fields as they were posted.
    pub typed: Vec<(String, String)>,
    /// Why it was refused; a conflict carries both values.
    pub problem: Problem,
    /// Colleagues that what was typed could mean, or that a conflict is about.
    pub people: Vec<Person>,
    /// Customers that what was typed could mean, or that a conflict is about.
    pub customers: Vec<CustomerHit>,
    /// Sites that a conflict is about.
    pub sites: Vec<(SiteId, String)>,
}

impl CaseReply {
    /// What the server said to that form; nothing when it was not the one that was posted.
    pub fn to(form: &str) -> Option<Self> {
        Page::current().reply().filter(|reply: &Self| reply.form == form)
    }

    /// What was posted in that field.
    pub fn typed(&self, name: &str) -> Option<&str> {
        self.typed.iter().rfind(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The conflict, if it was one.
    pub fn conflict(&self) -> Option<&Conflict> {
        match &self.problem {
            Problem::Stale(conflict) => Some(conflict),
            _ => None,
        }
    }
}

/// A bulk change or its undoing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BulkReply {
    /// Done.
    Done(Receipt),
    /// Not done.
    Refused(BulkRefusal),
}

/// Many cases were not changed: what was ticked and typed, and why not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BulkRefusal {
    /// All fields as they were posted.
    pub typed: Vec<(String, String)>,
    /// Why it was refused.
    pub problem: Problem,
    /// Colleagues that what was typed could mean.
    pub people: Vec<Person>,
}

impl BulkRefusal {
    /// What the server refused of this page's bulk form; nothing when it was not posted, or done.
    pub fn current() -> Option<Self> {
        match Page::current().reply()? {
            BulkReply::Refused(refusal) => Some(refusal),
            BulkReply::Done(_) => None,
        }
    }

    /// What was posted in that field.
    pub fn typed(&self, name: &str) -> Option<&str> {
        self.typed.iter().rfind(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The cases that were ticked.
    pub fn ticked(&self) -> impl Iterator<Item = CaseNumber> {
        let ticked = self.typed.iter().filter(|(name, _)| name == "nummer");
        ticked.filter_map(|(_, value)| value.split(':').next()?.parse().ok())
    }

    /// All that match were, and not only those.
    pub fn is_of_all(&self) -> bool {
        self.typed("urval") == Some("alla")
    }

    /// Why not, if it is about that property.
    pub fn about(&self, property: Property) -> Option<&Problem> {
        let is_about = self.typed("andra").and_then(Property::from_slug) == Some(property);
        is_about.then_some(&self.problem)
    }
}

impl Answer for NewCaseReply {
    const KIND: &'static str = "new case";
}

impl Answer for CaseReply {
    const KIND: &'static str = "case";
}

impl Answer for BulkReply {
    const KIND: &'static str = "bulk";
}
