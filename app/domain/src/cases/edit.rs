//! Changes of a case: one property at a time, with the version that one saw.

use super::{CaseRow, Channel, Priority};
use crate::{
    ids::{CaseNumber, CustomerId, PersonId, SiteId, StatusId, TeamId, TypeId},
    merge::{Clash, Merging},
    problem::Field,
};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// A property that can be edited in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Property {
    /// Status.
    Status,
    /// Prioritet.
    Priority,
    /// Typ.
    Type,
    /// Kanal.
    Channel,
    /// Ansvarig.
    Responsible,
    /// Team.
    Team,
    /// Förfaller.
    DueOn,
    /// Kund.
    Customer,
    /// Plats: one of the customer's.
    Site,
    /// Skapad.
    CreatedAt,
}

impl Property {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Status,
        Self::Priority,
        Self::Type,
        Self::Channel,
        Self::Responsible,
        Self::Team,
        Self::DueOn,
        Self::Customer,
        Self::Site,
        Self::CreatedAt,
    ];

    /// How addresses and forms name it: `?falt=status`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Priority => "prioritet",
            Self::Type => "typ",
            Self::Channel => "kanal",
            Self::Responsible => "ansvarig",
            Self::Team => "team",
            Self::DueOn => "forfaller",
            Self::Customer => "kund",
            Self::Site => "plats",
            Self::CreatedAt => "skapad",
        }
    }

    /// The property that addresses and forms call `slug`.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|property| property.slug() == slug)
    }

    /// Its name in [`crate::events::Change`]'s JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Priority => "priority",
            Self::Type => "type",
            Self::Channel => "channel",
            Self::Responsible => "responsible",
            Self::Team => "team",
            Self::DueOn => "due_on",
            Self::Customer => "customer",
            Self::Site => "site",
            Self::CreatedAt => "created_at",
        }
    }

    /// The field that a refused value is reported at.
    pub const fn field(self) -> Field {
        match self {
            Self::Status => Field::Status,
            Self::Priority => Field::Priority,
            Self::Type => Field::Type,
            Self::Channel => Field::Channel,
            Self::Responsible => Field::Responsible,
            Self::Team => Field::Team,
            Self::DueOn => Field::DueOn,
            Self::Customer => Field::Customer,
            Self::Site => Field::Site,
            Self::CreatedAt => Field::CreatedAt,
        }
    }
}

/// One property and its new value: all that travels when something is changed in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "property", content = "value", rename_all = "snake_case")]
pub enum Edit {
    /// Another status.
    Status(StatusId),
    /// Another priority.
    Priority(Priority),
    /// Another type, or none.
    Type(Option<TypeId>),
    /// Another channel.
    Channel(Channel),
    /// Another responsible, or none.
    Responsible(Option<PersonId>),
    /// Another team, or none.
    Team(Option<TeamId>),
    /// Another due date, or none.
    DueOn(Option<NaiveDate>),
    /// Another customer, or none.
    Customer(Option<CustomerId>),
    /// Another of the customer's sites, or none.
    Site(Option<SiteId>),
    /// When it really came in; local time in Stockholm.
    CreatedAt(NaiveDateTime),
}

impl Edit {
    /// Which property it changes.
    pub const fn property(&self) -> Property {
        match self {
            Self::Status(_) => Property::Status,
            Self::Priority(_) => Property::Priority,
            Self::Type(_) => Property::Type,
            Self::Channel(_) => Property::Channel,
            Self::Responsible(_) => Property::Responsible,
            Self::Team(_) => Property::Team,
            Self::DueOn(_) => Property::DueOn,
            Self::Customer(_) => Property::Customer,
            Self::Site(_) => Property::Site,
            Self::CreatedAt(_) => Property::CreatedAt,
        }
    }
}

/// A new subject and body. Both are sent: they are edited together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextEdit {
    /// Rubrik.
    pub subject: String,
    /// Innehåll.
    pub body: String,
}

impl TextEdit {
    /// These texts with what has become of them meanwhile: each that is as it was `seen` becomes what it is `now`.
    ///
    /// # Errors
    /// Both have changed the same one, each to something else.
    pub fn merge(mut self, seen: &Self, now: &Self) -> Result<Self, Box<Clash<Self>>> {
        let mut merging = Merging::default();
        merging.settle(Field::Subject, &seen.subject, &mut self.subject, &now.subject);
        merging.settle(Field::Body, &seen.body, &mut self.body, &now.body);
        merging.done(self, now.clone())
    }
}

/// What a change gives back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// The row as it stands now, other people's changes included.
    pub row: CaseRow,
    /// False: it already had that value, nothing was written.
    pub changed: bool,
}

/// Somebody else changed the same property meanwhile; both values, for a choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// Which case.
    pub number: CaseNumber,
    /// Who changed it.
    pub by: String,
    /// When, local time in Stockholm.
    pub at: NaiveDateTime,
    /// What one wanted. None when it was the text.
    pub mine: Option<Edit>,
    /// What stands, names included, and the version to save over.
    pub theirs: CaseRow,
    /// The text that one wanted and the text that stands, when it was the text.
    pub text: Option<(TextEdit, TextEdit)>,
}
