//! The words of a case: fixed priorities and channels, the company's own statuses and types.

use super::{Feature, Property, Unused};
use crate::{
    ids::{StatusId, TeamId, TypeId},
    people::Person,
    text::Language,
};
use serde::{Deserialize, Serialize};

/// How urgent: fixed six, ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Ingen.
    None,
    /// Låg.
    Low,
    /// Normal: what a case gets unless said otherwise.
    #[default]
    Normal,
    /// Hög.
    High,
    /// Bråttom.
    Urgent,
    /// Omedelbar.
    Immediate,
}

impl Priority {
    /// Lowest first.
    pub const ALL: [Self; 6] =
        [Self::None, Self::Low, Self::Normal, Self::High, Self::Urgent, Self::Immediate];

    /// Its number in the database, 0 to 5.
    pub const fn to_i16(self) -> i16 {
        self as i16
    }

    /// The priority with that number.
    pub fn from_i16(number: i16) -> Option<Self> {
        usize::try_from(number).ok().and_then(|index| Self::ALL.get(index)).copied()
    }

    /// How addresses name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::None => "ingen",
            Self::Low => "lag",
            Self::Normal => "normal",
            Self::High => "hog",
            Self::Urgent => "brattom",
            Self::Immediate => "omedelbar",
        }
    }

    /// The priority that addresses call `slug`.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|priority| priority.slug() == slug)
    }

    /// Its name on screen.
    pub const fn name(self, text: Language) -> &'static str {
        match self {
            Self::None => text.priority_none(),
            Self::Low => text.priority_low(),
            Self::Normal => text.priority_normal(),
            Self::High => text.priority_high(),
            Self::Urgent => text.priority_urgent(),
            Self::Immediate => text.priority_immediate(),
        }
    }
}

/// How a case came in. Can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Telefon.
    Phone,
    /// E-post.
    Mail,
    /// Hemsidan.
    Website,
    /// Formulär.
    Form,
    /// Mobil (anställd).
    Mobile,
    /// Manuellt.
    Manual,
}

impl Channel {
    /// In the order of lists.
    pub const ALL: [Self; 6] =
        [Self::Phone, Self::Mail, Self::Website, Self::Form, Self::Mobile, Self::Manual];

    /// Its number in the database, 1 to 6.
    pub const fn to_i16(self) -> i16 {
        self as i16 + 1
    }

    /// The channel with that number.
    pub fn from_i16(number: i16) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.to_i16() == number)
    }

    /// How addresses name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Phone => "telefon",
            Self::Mail => "epost",
            Self::Website => "hemsidan",
            Self::Form => "formular",
            Self::Mobile => "mobil",
            Self::Manual => "manuellt",
        }
    }

    /// The channel that addresses call `slug`.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.slug() == slug)
    }

    /// Its name on screen.
    pub const fn name(self, text: Language) -> &'static str {
        match self {
            Self::Phone => text.channel_phone(),
            Self::Mail => text.channel_mail(),
            Self::Website => text.channel_website(),
            Self::Form => text.channel_form(),
            Self::Mobile => text.channel_mobile(),
            Self::Manual => text.channel_manual(),
        }
    }
}

macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($(#[$variant_doc:meta])* $variant:ident = $name:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $type { $($(#[$variant_doc])* $variant),+ }

        impl $type {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name in the database, in classes and in the sprite.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The one that the database calls `name`.
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

named! {
    /// A status' symbol: outlines are open, filled ones are closed (DESIGN.md section 3).
    Symbol {
        /// Ring with centre dot.
        New = "new",
        /// Ring as return arrow.
        Return = "return",
        /// A quarter of a pie.
        Quarter = "quarter",
        /// Half of a pie.
        Half = "half",
        /// Three quarters of a pie.
        ThreeQuarters = "three_quarters",
        /// Filled disc with tick.
        Solved = "solved",
        /// Filled square with bar.
        Closed = "closed",
    }
}

impl Symbol {
    /// Outlines are open, filled symbols closed.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Solved | Self::Closed)
    }
}

named! {
    /// The six hues that a status can have.
    Hue {
        /// Blue.
        Blue = "blue",
        /// Ochre.
        Ochre = "ochre",
        /// Slate.
        Slate = "slate",
        /// Green.
        Green = "green",
        /// Grey.
        Grey = "grey",
        /// Red.
        Red = "red",
    }
}

/// A status of the company's own list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// Number in the company.
    pub id: StatusId,
    /// How addresses name it.
    pub slug: String,
    /// Its name, as the company wrote it.
    pub name: String,
    /// Base status: Öppen or Stängd.
    pub is_open: bool,
    /// Symbol.
    pub symbol: Symbol,
    /// Hue of the symbol.
    pub hue: Hue,
    /// Chosen as what a new case gets.
    pub is_initial: bool,
    /// No longer offered, still shown where it stands.
    pub hidden: bool,
    /// Hidden because it has gone up in that one.
    pub merged_into: Option<StatusId>,
}

/// A case type of the company's own list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseType {
    /// Number in the company.
    pub id: TypeId,
    /// How addresses name it.
    pub slug: String,
    /// Its name, as the company wrote it.
    pub name: String,
    /// A new case of this type is due so many days after, unless its form says when.
    pub due_days: Option<i16>,
    /// Who gets a new case of this type, unless its form says who.
    pub responsible: Option<Person>,
    /// No longer offered, still shown where it stands.
    pub hidden: bool,
    /// Hidden because it has gone up in that one.
    pub merged_into: Option<TypeId>,
}

/// A team of the company's own list: employees and cases may belong to one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Number in the company.
    pub id: TeamId,
    /// How addresses name it.
    pub slug: String,
    /// Its name, as the company wrote it.
    pub name: String,
    /// No longer offered, still shown where it stands.
    pub hidden: bool,
}

/// The company's own words, in the company's own order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vocabulary {
    /// Statuses, hidden ones included.
    pub statuses: Vec<Status>,
    /// Types, hidden ones included.
    pub types: Vec<CaseType>,
    /// Teams, hidden ones included. A company without teams never reads of them.
    pub teams: Vec<Team>,
    /// Properties that the company does without.
    pub unused: Unused,
}

impl Vocabulary {
    /// Whether the company uses that. Who does without customers does without their sites.
    pub const fn uses(&self, feature: Feature) -> bool {
        let has_customers = !self.unused.has(Feature::Customer);
        !self.unused.has(feature) && (has_customers || !matches!(feature, Feature::Site))
    }

    /// The teams that are offered: those that are not hidden, where the company uses teams.
    pub fn offered_teams(&self) -> impl Iterator<Item = &Team> {
        self.teams.iter().filter(|team| !team.hidden && self.uses(Feature::Team))
    }

    /// Whether the company uses that property.
    pub const fn has(&self, property: Property) -> bool {
        match Feature::of(property) {
            Some(feature) => self.uses(feature),
            None => true,
        }
    }

    /// The status with that id.
    pub fn status(&self, id: StatusId) -> Option<&Status> {
        self.statuses.iter().find(|status| status.id == id)
    }

    /// The status that addresses call `slug`.
    pub fn status_by_slug(&self, slug: &str) -> Option<&Status> {
        self.statuses.iter().find(|status| status.slug == slug)
    }

    /// The type with that id.
    pub fn case_type(&self, id: TypeId) -> Option<&CaseType> {
        self.types.iter().find(|case_type| case_type.id == id)
    }

    /// The type that addresses call `slug`.
    pub fn type_by_slug(&self, slug: &str) -> Option<&CaseType> {
        self.types.iter().find(|case_type| case_type.slug == slug)
    }

    /// The team with that id.
    pub fn team(&self, id: TeamId) -> Option<&Team> {
        self.teams.iter().find(|team| team.id == id)
    }

    /// The team that addresses call `slug`.
    pub fn team_by_slug(&self, slug: &str) -> Option<&Team> {
        self.teams.iter().find(|team| team.slug == slug)
    }

    /// What a new case gets: the status chosen for it, or else the first open one that is offered.
    pub fn initial_status(&self) -> Option<&Status> {
        let mut open = self.statuses.iter().filter(|status| status.is_open && !status.hidden);
        let chosen = open.clone().find(|status| status.is_initial);
        chosen.or_else(|| open.next())
    }

    /// What "Markera som löst" sets: the first closed status that is offered.
    pub fn solved_status(&self) -> Option<&Status> {
        self.statuses.iter().find(|status| !status.is_open && !status.hidden)
    }

    /// What an assigned case is offered instead of the initial status: the last open one.
    pub fn assigned_status(&self) -> Option<&Status> {
        self.statuses.iter().rfind(|status| status.is_open && !status.hidden)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_words_survive_database_and_address() {
        for priority in Priority::ALL {
            assert_eq!(Priority::from_i16(priority.to_i16()), Some(priority));
            assert_eq!(Priority::from_slug(priority.slug()), Some(priority));
        }
        for channel in Channel::ALL {
            assert_eq!(Channel::from_i16(channel.to_i16()), Some(channel));
            assert_eq!(Channel::from_slug(channel.slug()), Some(channel));
        }
        assert_eq!(Priority::from_i16(6), None);
        assert_eq!(Priority::from_i16(-1), None);
        assert_eq!(Channel::from_i16(0), None);
    }

    #[test]
    fn priorities_are_ordered() {
        assert!(Priority::ALL.is_sorted());
    }
}
