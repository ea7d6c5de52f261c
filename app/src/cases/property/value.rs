//! A property's value with the names that people see. [`Edit`] has only the ids that travel.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{
    cases::{CaseRow, Channel, Edit, Priority, Property, Vocabulary},
    format::machine_moment,
    ids::{CustomerId, SiteId, StatusId, TeamId, TypeId},
    people::Person,
};

/// What one property of a case is, or shall be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Status.
    Status(StatusId),
    /// Prioritet.
    Priority(Priority),
    /// Typ.
    Type(Option<TypeId>),
    /// Kanal.
    Channel(Channel),
    /// Ansvarig.
    Responsible(Option<Person>),
    /// Ansvarig, and status in the same step.
    Assigned(Option<Person>, StatusId),
    /// Team.
    Team(Option<TeamId>),
    /// Förfaller.
    DueOn(Option<NaiveDate>),
    /// Kund: number and name.
    Customer(Option<(CustomerId, String)>),
    /// Plats: number and what it is called.
    Site(Option<(SiteId, String)>),
    /// Skapad.
    CreatedAt(NaiveDateTime),
}

impl Value {
    /// What it is on that row.
    pub(crate) fn of(row: &CaseRow, property: Property) -> Self {
        match property {
            Property::Status => Self::Status(row.status),
            Property::Priority => Self::Priority(row.priority),
            Property::Type => Self::Type(row.case_type),
            Property::Channel => Self::Channel(row.channel),
            Property::Responsible => Self::Responsible(row.responsible.clone()),
            Property::Team => Self::Team(row.team),
            Property::DueOn => Self::DueOn(row.due_on),
            Property::Customer => Self::Customer(row.customer.clone()),
            Property::Site => Self::Site(row.site.clone()),
            Property::CreatedAt => Self::CreatedAt(row.created_at),
        }
    }

    /// What that row has in its place.
    pub(crate) fn former(&self, row: &CaseRow) -> Self {
        match self {
            Self::Assigned(..) => Self::Assigned(row.responsible.clone(), row.status),
            value => Self::of(row, value.property()),
        }
    }

    /// Writes it on a row, before the server has answered.
    pub(crate) fn put(&self, row: &mut CaseRow, words: &Vocabulary) {
        match self.clone() {
            Self::Status(status) => put_status(status, row, words),
            Self::Priority(priority) => row.priority = priority,
            Self::Type(case_type) => row.case_type = case_type,
            Self::Channel(channel) => row.channel = channel,
            Self::Responsible(person) => row.responsible = person,
            Self::Assigned(person, status) => {
                row.responsible = person;
                put_status(status, row, words);
            }
            Self::Team(team) => row.team = team,
            Self::DueOn(day) => row.due_on = day,
            Self::Customer(customer) => {
                row.customer = customer;
                row.site = None;
            }
            Self::Site(site) => row.site = site,
            Self::CreatedAt(moment) => row.created_at = moment,
        }
    }

    /// What travels; the status that is set in the same step goes beside it.
    pub(crate) fn edit(&self) -> Edit {
        match self {
            Self::Status(status) => Edit::Status(*status),
            Self::Priority(priority) => Edit::Priority(*priority),
            Self::Type(case_type) => Edit::Type(*case_type),
            Self::Channel(channel) => Edit::Channel(*channel),
            Self::Responsible(person) | Self::Assigned(person, _) => {
                Edit::Responsible(person.as_ref().map(|person| person.id))
            }
            Self::Team(team) => Edit::Team(*team),
            Self::DueOn(day) => Edit::DueOn(*day),
            Self::Customer(customer) => Edit::Customer(customer.as_ref().map(|(id, _)| *id)),
            Self::Site(site) => Edit::Site(site.as_ref().map(|(id, _)| *id)),
            Self::CreatedAt(moment) => Edit::CreatedAt(*moment),
        }
    }

    /// How plain forms post it; none is blank.
    pub(crate) fn posted(&self, words: &Vocabulary) -> String {
        match self {
            Self::Status(status) => words.status(*status).map(|status| status.slug.clone()),
            Self::Priority(priority) => Some(priority.slug().to_owned()),
            Self::Type(case_type) => {
                case_type.and_then(|id| words.case_type(id)).map(|found| found.slug.clone())
            }
            Self::Channel(channel) => Some(channel.slug().to_owned()),
            Self::Responsible(person) | Self::Assigned(person, _) => {
                person.as_ref().map(|person| person.id.to_string())
            }
            Self::Team(team) => team.and_then(|id| words.team(id)).map(|found| found.slug.clone()),
            Self::DueOn(day) => day.map(|day| day.to_string()),
            Self::Customer(customer) => customer.as_ref().map(|(id, _)| id.to_string()),
            Self::Site(site) => site.as_ref().map(|(id, _)| id.to_string()),
            Self::CreatedAt(moment) => Some(machine_moment(*moment)),
        }
        .unwrap_or_default()
    }

    /// Which property it is of.
    pub(crate) fn property(&self) -> Property {
        self.edit().property()
    }
}

fn put_status(status: StatusId, row: &mut CaseRow, words: &Vocabulary) {
    row.status = status;
    row.is_open = words.status(status).map_or(row.is_open, |status| status.is_open);
}
