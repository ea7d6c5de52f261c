//! History and comments: what happened to a case, in one timeline.

use crate::{
    cases::{Channel, Priority, Property, Relation},
    ids::{CaseNumber, CommentId, CustomerId, EventId, PersonId, SiteId, StatusId, TeamId, TypeId},
    people::{Person, Role},
};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// One property's change, as `case_event.changes` stores it. Ids, not names: names change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "property", rename_all = "snake_case")]
pub enum Change {
    /// Status.
    Status {
        /// Before.
        from: StatusId,
        /// After.
        to: StatusId,
    },
    /// Prioritet.
    Priority {
        /// Before.
        from: Priority,
        /// After.
        to: Priority,
    },
    /// Typ.
    Type {
        /// Before.
        from: Option<TypeId>,
        /// After.
        to: Option<TypeId>,
    },
    /// Kanal.
    Channel {
        /// Before.
        from: Channel,
        /// After.
        to: Channel,
    },
    /// Ansvarig.
    Responsible {
        /// Before.
        from: Option<PersonId>,
        /// After.
        to: Option<PersonId>,
    },
    /// Team.
    Team {
        /// Before.
        from: Option<TeamId>,
        /// After.
        to: Option<TeamId>,
    },
    /// Förfaller.
    DueOn {
        /// Before.
        from: Option<NaiveDate>,
        /// After.
        to: Option<NaiveDate>,
    },
    /// Kund.
    Customer {
        /// Before.
        from: Option<CustomerId>,
        /// After.
        to: Option<CustomerId>,
    },
    /// Plats.
    Site {
        /// Before.
        from: Option<SiteId>,
        /// After.
        to: Option<SiteId>,
    },
    /// Skapad, local time in Stockholm.
    CreatedAt {
        /// Before.
        from: NaiveDateTime,
        /// After.
        to: NaiveDateTime,
    },
    /// Rubrik.
    Subject {
        /// Before.
        from: String,
        /// After.
        to: String,
    },
    /// Innehåll.
    Body {
        /// Before.
        from: String,
        /// After.
        to: String,
    },
    /// A colleague was linked.
    ParticipantAdded {
        /// Who.
        person: PersonId,
    },
    /// A colleague was unlinked.
    ParticipantRemoved {
        /// Who.
        person: PersonId,
    },
    /// A file was added to the case itself, without a comment.
    FileAdded {
        /// What it is called.
        name: String,
    },
    /// A file was taken away.
    FileRemoved {
        /// What it was called.
        name: String,
    },
    /// It has to do with another case now.
    RelationAdded {
        /// What the other one is to it.
        relation: Relation,
        /// The other one.
        case: CaseNumber,
    },
    /// No more.
    RelationRemoved {
        /// What the other one was to it.
        relation: Relation,
        /// The other one.
        case: CaseNumber,
    },
}

impl Change {
    /// The property in place that it changed, if it was one.
    pub const fn property(&self) -> Option<Property> {
        match self {
            Self::Status { .. } => Some(Property::Status),
            Self::Priority { .. } => Some(Property::Priority),
            Self::Type { .. } => Some(Property::Type),
            Self::Channel { .. } => Some(Property::Channel),
            Self::Responsible { .. } => Some(Property::Responsible),
            Self::Team { .. } => Some(Property::Team),
            Self::DueOn { .. } => Some(Property::DueOn),
            Self::Customer { .. } => Some(Property::Customer),
            Self::Site { .. } => Some(Property::Site),
            Self::CreatedAt { .. } => Some(Property::CreatedAt),
            Self::Subject { .. }
            | Self::Body { .. }
            | Self::ParticipantAdded { .. }
            | Self::ParticipantRemoved { .. }
            | Self::FileAdded { .. }
            | Self::FileRemoved { .. }
            | Self::RelationAdded { .. }
            | Self::RelationRemoved { .. } => None,
        }
    }
}

/// A [`Change`] with the names that go with its ids, ready for the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedChange {
    /// What changed.
    pub change: Change,
    /// The former person's, customer's or site's name.
    pub from_name: Option<String>,
    /// The new, linked or unlinked person's, customer's or site's name.
    pub to_name: Option<String>,
}

/// Who wrote or changed something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// Number and name.
    pub person: Person,
    /// Customers' contacts are shown as such.
    pub role: Role,
}

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Which.
    pub id: CommentId,
    /// By whom.
    pub author: Actor,
    /// When, local time in Stockholm.
    pub at: NaiveDateTime,
    /// The customer sees it.
    pub external: bool,
    /// Text.
    pub body: String,
    /// The case that it was written on, if that was merged into this one.
    pub from_case: Option<CaseNumber>,
}

/// A comment to be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewComment {
    /// On which case.
    pub case: CaseNumber,
    /// Text.
    pub body: String,
    /// The customer shall see it.
    pub external: bool,
}

/// An entry of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Which.
    pub id: EventId,
    /// By whom.
    pub actor: Actor,
    /// When, local time in Stockholm.
    pub at: NaiveDateTime,
    /// What; empty: the case was registered.
    pub changes: Vec<NamedChange>,
    /// Part of a bulk change.
    pub bulk: bool,
}

/// One line of a case's timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimelineEntry {
    /// Somebody wrote.
    Comment(Comment),
    /// Somebody changed something.
    Event(Event),
}
