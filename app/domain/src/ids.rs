//! One type per kind of number, so that a customer is never looked up by an employee's.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "sqlx", derive(sqlx::Type), sqlx(transparent))]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

id! {
    /// A tenant. Unique in the installation.
    CompanyId(i32)
}
id! {
    /// An ärendenummer: 1, 2, 3 … in its company, without gaps, never reused.
    CaseNumber(i32)
}
id! {
    /// Somebody who can act. Unique in its company.
    PersonId(i32)
}
id! {
    /// A kundnummer. Unique in its company.
    CustomerId(i32)
}
id! {
    /// A place where one works for a customer. Unique in its company.
    SiteId(i32)
}
id! {
    /// A file on a case. Unique in its company.
    FileId(i64)
}
id! {
    /// A status of the company's own list.
    StatusId(i16)
}
id! {
    /// A case type of the company's own list.
    TypeId(i16)
}
id! {
    /// A team of the company's own list.
    TeamId(i16)
}
id! {
    /// A text for comments of the company's own.
    TemplateId(i16)
}
id! {
    /// A role of the company's own.
    RoleId(i16)
}
id! {
    /// An import of a file. Unique in its company.
    ImportId(i32)
}
id! {
    /// A saved view of the list. Unique in the installation.
    ViewId(i32)
}
id! {
    /// A comment. Unique in the installation, ascending with time.
    CommentId(i64)
}
id! {
    /// An entry of a case's history. Unique in the installation.
    EventId(i64)
}
id! {
    /// Something that somebody is told. Unique in the installation.
    NotificationId(i64)
}
id! {
    /// One bulk change: what a receipt names and Ångra takes back.
    BatchId(i64)
}
id! {
    /// A login that can be listed and revoked. Not its secret.
    SessionId(i64)
}
