//! The order of the list.

use serde::{Deserialize, Serialize};

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortKey {
    /// Skapad.
    Created,
    /// Förfaller; cases without a due date last when ascending.
    Due,
    /// Prioritet.
    Priority,
    /// Ändrad.
    Updated,
    /// Nr.
    Number,
}

impl SortKey {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Created, Self::Due, Self::Priority, Self::Updated, Self::Number];

    /// How addresses name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Created => "skapad",
            Self::Due => "forfaller",
            Self::Priority => "prioritet",
            Self::Updated => "andrad",
            Self::Number => "nr",
        }
    }
}

/// Order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// Largest, newest or most urgent first.
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { key: SortKey::Created, descending: true }
    }
}

impl Sort {
    /// What a click on the column's head gives: the other way round if it is sorted by already,
    /// else the way one most often wants.
    pub fn toggled(self, key: SortKey) -> Self {
        let descending = if self.key == key { !self.descending } else { key != SortKey::Due };
        Self { key, descending }
    }

    pub(super) fn slug(self) -> String {
        format!("{}{}", if self.descending { "-" } else { "" }, self.key.slug())
    }

    pub(super) fn from_slug(slug: &str) -> Option<Self> {
        let (name, descending) = slug.strip_prefix('-').map_or((slug, false), |name| (name, true));
        let key = SortKey::ALL.into_iter().find(|key| key.slug() == name)?;
        Some(Self { key, descending })
    }
}
