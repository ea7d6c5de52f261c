//! How cases hang together, as one sees it from one of them.

use crate::{
    ids::{CaseNumber, StatusId},
    text::Language,
};
use serde::{Deserialize, Serialize};

/// What another case is to this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// This one is part of it.
    Parent,
    /// It is part of this one.
    Child,
    /// This one is a duplicate of it.
    Original,
    /// It is a duplicate of this one.
    Duplicate,
    /// They have to do with each other.
    Related,
    /// This one went up in it.
    MergedInto,
    /// It went up in this one, which shows its comments.
    Merged,
    /// This one was split off from it.
    SplitFrom,
    /// It was split off from this one.
    SplitOff,
}

impl Relation {
    /// All of them, in the order of the screen.
    pub const ALL: [Self; 9] = [
        Self::MergedInto,
        Self::Merged,
        Self::Parent,
        Self::Child,
        Self::Original,
        Self::Duplicate,
        Self::SplitFrom,
        Self::SplitOff,
        Self::Related,
    ];

    /// Those that one chooses in a form; the others come by merging, by splitting, or from the other side.
    pub const CHOSEN: [Self; 4] = [Self::Related, Self::Parent, Self::Child, Self::Original];

    /// How forms name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Parent => "overordnat",
            Self::Child => "underordnat",
            Self::Original => "dubblett-av",
            Self::Duplicate => "dubblett",
            Self::Related => "hor-ihop",
            Self::MergedInto => "uppgatt-i",
            Self::Merged => "sammanslaget",
            Self::SplitFrom => "utbrutet-ur",
            Self::SplitOff => "utbrutet",
        }
    }

    /// The one that forms call `slug`.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|relation| relation.slug() == slug)
    }

    /// Its name on screen, before the other case.
    pub const fn name(self, text: Language) -> &'static str {
        match self {
            Self::Parent => text.relation_parent(),
            Self::Child => text.relation_child(),
            Self::Original => text.relation_original(),
            Self::Duplicate => text.relation_duplicate(),
            Self::Related => text.relation_related(),
            Self::MergedInto => text.relation_merged_into(),
            Self::Merged => text.relation_merged(),
            Self::SplitFrom => text.relation_split_from(),
            Self::SplitOff => text.relation_split_off(),
        }
    }

    /// What this one is to the other.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::Parent => Self::Child,
            Self::Child => Self::Parent,
            Self::Original => Self::Duplicate,
            Self::Duplicate => Self::Original,
            Self::Related => Self::Related,
            Self::MergedInto => Self::Merged,
            Self::Merged => Self::MergedInto,
            Self::SplitFrom => Self::SplitOff,
            Self::SplitOff => Self::SplitFrom,
        }
    }

    /// As the database has it: kind, and whether this one stands first.
    pub const fn stored(self) -> (&'static str, bool) {
        match self {
            Self::Parent => ("child", true),
            Self::Child => ("child", false),
            Self::Original => ("duplicate", true),
            Self::Duplicate => ("duplicate", false),
            Self::Related => ("related", true),
            Self::MergedInto => ("merged", true),
            Self::Merged => ("merged", false),
            Self::SplitFrom => ("split", true),
            Self::SplitOff => ("split", false),
        }
    }

    /// What the database has, read from one side.
    pub fn read(kind: &str, first: bool) -> Option<Self> {
        let found = Self::ALL.into_iter().find(|relation| relation.stored() == (kind, first));
        found.or((kind == "related").then_some(Self::Related))
    }
}

/// A case that this one has to do with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelatedCase {
    /// What it is to this one.
    pub relation: Relation,
    /// Ärendenummer.
    pub number: CaseNumber,
    /// Rubrik.
    pub subject: String,
    /// Status.
    pub status: StatusId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_relation_survives_the_database_and_the_form() {
        for relation in Relation::ALL {
            let (kind, first) = relation.stored();
            assert_eq!(Relation::read(kind, first), Some(relation));
            assert_eq!(Relation::from_slug(relation.slug()), Some(relation));
            assert_eq!(relation.reversed().reversed(), relation);
        }
        assert_eq!(Relation::read("related", false), Some(Relation::Related));
        assert_eq!(Relation::read("friend", true), None);
    }
}
