//! What the generator hands to the loader: one case with all that has happened to it.

use chrono::{NaiveDate, NaiveDateTime};
use domain::cases::{Channel, Priority};
use domain::ids::{StatusId, TypeId};

/// The default statuses, in the product's order; the last two are closed.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Status {
    /// Ny.
    New,
    /// Återkoppling.
    Feedback,
    /// Godkänd.
    Approved,
    /// Bekräftad.
    Confirmed,
    /// Tilldelad.
    Assigned,
    /// Löst.
    Solved,
    /// Stängd.
    Closed,
}

/// The default case types, in the product's order.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum CaseType {
    /// Klagomål.
    Complaint,
    /// Intresseanmälan.
    Interest,
    /// Ändring av beställning.
    OrderChange,
    /// Fråga.
    Question,
    /// Internt.
    Internal,
    /// Egen uppgift.
    OwnTask,
}

impl Status {
    /// All default statuses, in the product's order.
    pub const ALL: [Self; 7] = [
        Self::New,
        Self::Feedback,
        Self::Approved,
        Self::Confirmed,
        Self::Assigned,
        Self::Solved,
        Self::Closed,
    ];

    /// Whether the base status is Öppen.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Solved | Self::Closed)
    }

    /// Its number in a company that has the default statuses.
    pub fn id(self) -> StatusId {
        StatusId(self as i16 + 1)
    }
}

impl CaseType {
    /// All default types, in the product's order.
    pub const ALL: [Self; 6] =
        [Self::Complaint, Self::Interest, Self::OrderChange, Self::Question, Self::Internal, Self::OwnTask];

    /// Its number in a company that has the default types.
    pub fn id(self) -> TypeId {
        TypeId(self as i16 + 1)
    }
}

/// One case as the demo company has it today. Employees and customers are positions in the lists
/// of the same company; times are local, in Sweden.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// 1, 2, 3 … in the order of `created`.
    pub number: u32,
    /// When it came in.
    pub created: NaiveDateTime,
    /// The time of the last comment or change, or `created`.
    pub updated: NaiveDateTime,
    /// Never empty.
    pub subject: String,
    /// May be empty.
    pub body: String,
    /// One of the default types.
    pub case_type: CaseType,
    /// How it came in.
    pub channel: Channel,
    /// As it is today.
    pub priority: Priority,
    /// As it is today.
    pub status: Status,
    /// None for Internt and Egen uppgift.
    pub customer: Option<usize>,
    /// As it is today.
    pub responsible: Option<usize>,
    /// An employee, also for what customers wrote.
    pub creator: usize,
    /// Linked employees, without doubles and never the responsible.
    pub participants: Vec<usize>,
    /// As it is today.
    pub due_on: Option<NaiveDate>,
    /// In the order of time.
    pub comments: Vec<Comment>,
    /// In the order of time; the creation itself is not among them.
    pub changes: Vec<Change>,
}

/// Something added while the case was handled.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// When it was added.
    pub at: NaiveDateTime,
    /// Who wrote it.
    pub author: Author,
    /// True when the customer sees it.
    pub external: bool,
    /// Never empty.
    pub body: String,
}

/// Who wrote a comment.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Author {
    /// Someone at the company.
    Employee(usize),
    /// The customer of the case.
    Customer(usize),
}

/// One changed property.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// When it was made.
    pub at: NaiveDateTime,
    /// The employee who made it.
    pub actor: usize,
    /// The property and its values.
    pub what: Changed,
}

/// A property with its former and its new value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Changed {
    /// The status; the first step starts from Ny.
    Status {
        /// Before.
        from: Status,
        /// After.
        to: Status,
    },
    /// The priority.
    Priority {
        /// Before.
        from: Priority,
        /// After.
        to: Priority,
    },
    /// The responsible employee.
    Responsible {
        /// Before.
        from: Option<usize>,
        /// After.
        to: Option<usize>,
    },
}
