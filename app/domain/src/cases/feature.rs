//! The properties that a company may do without.

use super::Property;
use crate::text::Language;
use serde::{Deserialize, Serialize};

/// A property that a company may switch off: it disappears from every form, list and filter, and
/// what cases have in it stays and comes back with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Feature {
    /// Prioritet.
    Priority,
    /// Typ.
    Type,
    /// Kanal.
    Channel,
    /// Kund.
    Customer,
    /// Plats: which of the customer's.
    Site,
    /// Ansvarig.
    Responsible,
    /// Team.
    Team,
    /// Kopplade anställda.
    Participants,
    /// Förfaller.
    DueOn,
    /// Comments that the customer sees.
    ExternalComments,
}

impl Feature {
    /// In the order of the settings.
    pub const ALL: [Self; 10] = [
        Self::Priority,
        Self::Type,
        Self::Channel,
        Self::Customer,
        Self::Site,
        Self::Responsible,
        Self::Team,
        Self::Participants,
        Self::DueOn,
        Self::ExternalComments,
    ];

    /// Its name in the database and in forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Priority => "priority",
            Self::Type => "type",
            Self::Channel => "channel",
            Self::Customer => "customer",
            Self::Site => "site",
            Self::Responsible => "responsible",
            Self::Team => "team",
            Self::Participants => "participants",
            Self::DueOn => "due_on",
            Self::ExternalComments => "external_comments",
        }
    }

    /// The one that the database calls `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|feature| feature.as_str() == name)
    }

    /// Its name on screen, and what it is.
    pub const fn words(self, text: Language) -> (&'static str, &'static str) {
        match self {
            Self::Priority => (text.priority(), text.about_priority()),
            Self::Type => (text.case_type(), text.about_type()),
            Self::Channel => (text.channel(), text.about_channel()),
            Self::Customer => (text.customer(), text.about_customer()),
            Self::Site => (text.site(), text.about_site()),
            Self::Responsible => (text.responsible(), text.about_responsible()),
            Self::Team => (text.team(), text.about_team()),
            Self::Participants => (text.participants(), text.about_participants()),
            Self::DueOn => (text.due(), text.about_due()),
            Self::ExternalComments => (text.external_comments(), text.about_external_comments()),
        }
    }

    /// The switch that the property in place hangs on; none: it is always there.
    pub const fn of(property: Property) -> Option<Self> {
        match property {
            Property::Priority => Some(Self::Priority),
            Property::Type => Some(Self::Type),
            Property::Channel => Some(Self::Channel),
            Property::Responsible => Some(Self::Responsible),
            Property::DueOn => Some(Self::DueOn),
            Property::Customer => Some(Self::Customer),
            Property::Site => Some(Self::Site),
            Property::Team => Some(Self::Team),
            Property::Status | Property::CreatedAt => None,
        }
    }
}

/// What a company does without. The default does without nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Unused(u16);

impl Unused {
    /// All of them.
    pub const ALL: Self = Self((1 << Feature::ALL.len()) - 1);

    /// Those with these names; unknown ones are left out.
    pub fn named<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> Self {
        let features = names.into_iter().filter_map(|name| Feature::parse(name.as_ref()));
        features.fold(Self::default(), |unused, feature| Self(unused.0 | 1 << feature as u16))
    }

    /// Whether the company does without it.
    pub const fn has(self, feature: Feature) -> bool {
        self.0 & 1 << feature as u16 != 0
    }

    /// Their names.
    pub fn names(self) -> Vec<String> {
        Feature::ALL.into_iter().filter(|feature| self.has(*feature)).map(|f| f.as_str().to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unused_survives_the_database() {
        let unused = Unused::named(["channel", "due_on", "moon"]);
        assert!(unused.has(Feature::Channel) && unused.has(Feature::DueOn) && !unused.has(Feature::Priority));
        assert_eq!(unused.names(), ["channel", "due_on"]);
        for feature in Feature::ALL {
            assert!(Unused::ALL.has(feature));
            assert_eq!(Feature::parse(feature.as_str()), Some(feature));
        }
    }
}
