//! What a filter's parts are made of.

use crate::ids::PersonId;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// Base status wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// Öppen.
    Open,
    /// Stängd.
    Closed,
    /// Both.
    All,
}

impl Base {
    /// In the order of lists.
    pub const ALL: [Self; 3] = [Self::Open, Self::Closed, Self::All];

    /// How addresses name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Open => "oppen",
            Self::Closed => "stangd",
            Self::All => "alla",
        }
    }

    pub(super) fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|base| base.slug() == slug)
    }
}

/// Whom a filter by person means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Responsible {
    /// Whoever looks: a shared link shows each their own.
    Me,
    /// Nobody.
    Nobody,
    /// That colleague.
    Person(PersonId),
}

impl Responsible {
    /// How addresses name them.
    pub fn slug(self) -> String {
        match self {
            Self::Me => "jag".into(),
            Self::Nobody => "ingen".into(),
            Self::Person(id) => id.to_string(),
        }
    }

    /// Whom addresses mean by `slug`.
    pub fn from_slug(slug: &str) -> Option<Self> {
        match slug {
            "jag" => Some(Self::Me),
            "ingen" => Some(Self::Nobody),
            number => number.parse().ok().filter(|id: &PersonId| id.0 > 0).map(Self::Person),
        }
    }
}

/// A day that PostgreSQL knows as well and that an address can carry: years 1 to 9999.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    text.trim().parse::<NaiveDate>().ok().filter(|day| (1..=9999).contains(&day.year()))
}
