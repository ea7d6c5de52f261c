//! History and comments: what happened to a case, in one timeline.

use crate::{
    cases::{Channel, Edit, Priority, Property, Relation},
    ids::{CaseNumber, CommentId, CustomerId, EventId, FileId, PersonId, SiteId, StatusId, TeamId, TypeId},
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
        /// Which; none in old entries.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        file: Option<FileId>,
    },
    /// A file was taken away.
    FileRemoved {
        /// What it was called.
        name: String,
        /// Which; none in old entries, whose files are gone for good.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        file: Option<FileId>,
    },
    /// A file that was taken away was put back.
    FileRestored {
        /// What it is called.
        name: String,
        /// Which.
        file: FileId,
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
            | Self::FileRestored { .. }
            | Self::RelationAdded { .. }
            | Self::RelationRemoved { .. } => None,
        }
    }
}

impl Change {
    /// The edit that makes it, of a property in place.
    pub const fn edit(&self) -> Option<Edit> {
        Some(match *self {
            Self::Status { to, .. } => Edit::Status(to),
            Self::Priority { to, .. } => Edit::Priority(to),
            Self::Type { to, .. } => Edit::Type(to),
            Self::Channel { to, .. } => Edit::Channel(to),
            Self::Responsible { to, .. } => Edit::Responsible(to),
            Self::Team { to, .. } => Edit::Team(to),
            Self::DueOn { to, .. } => Edit::DueOn(to),
            Self::Customer { to, .. } => Edit::Customer(to),
            Self::Site { to, .. } => Edit::Site(to),
            Self::CreatedAt { to, .. } => Edit::CreatedAt(to),
            _ => return None,
        })
    }

    /// The change that takes it back. Relations have a way of their own.
    pub fn back(&self) -> Option<Self> {
        Some(match self.clone() {
            Self::Status { from, to } => Self::Status { from: to, to: from },
            Self::Priority { from, to } => Self::Priority { from: to, to: from },
            Self::Type { from, to } => Self::Type { from: to, to: from },
            Self::Channel { from, to } => Self::Channel { from: to, to: from },
            Self::Responsible { from, to } => Self::Responsible { from: to, to: from },
            Self::Team { from, to } => Self::Team { from: to, to: from },
            Self::DueOn { from, to } => Self::DueOn { from: to, to: from },
            Self::Customer { from, to } => Self::Customer { from: to, to: from },
            Self::Site { from, to } => Self::Site { from: to, to: from },
            Self::CreatedAt { from, to } => Self::CreatedAt { from: to, to: from },
            Self::Subject { from, to } => Self::Subject { from: to, to: from },
            Self::Body { from, to } => Self::Body { from: to, to: from },
            Self::ParticipantAdded { person } => Self::ParticipantRemoved { person },
            Self::ParticipantRemoved { person } => Self::ParticipantAdded { person },
            Self::FileAdded { name, file } => Self::FileRemoved { name, file: Some(file?) },
            Self::FileRemoved { name, file } => Self::FileRestored { name, file: file? },
            Self::FileRestored { name, file } => Self::FileRemoved { name, file: Some(file) },
            Self::RelationAdded { .. } | Self::RelationRemoved { .. } => return None,
        })
    }

    /// The file that it is about.
    pub const fn file(&self) -> Option<FileId> {
        match self {
            Self::FileAdded { file, .. } | Self::FileRemoved { file, .. } => *file,
            Self::FileRestored { file, .. } => Some(*file),
            _ => None,
        }
    }

    /// Whether both are about the same: the later one stands over the earlier.
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        use Change::{Body, ParticipantAdded, ParticipantRemoved, Subject};
        match (self, other) {
            (Subject { .. }, Subject { .. }) | (Body { .. }, Body { .. }) => true,
            (
                ParticipantAdded { person } | ParticipantRemoved { person },
                ParticipantAdded { person: other } | ParticipantRemoved { person: other },
            ) => person == other,
            _ if self.file().is_some() => self.file() == other.file(),
            _ => self.property().is_some() && self.property() == other.property(),
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
