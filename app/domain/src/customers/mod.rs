//! Customers: as one finds them, as their card shows them, as one writes them down.

mod card;
mod edit;
mod filter;
mod merge;

pub use card::{
    Contact, CustomerCounts, CustomerDetail, CustomerPage, CustomerRow, Secret, SecretKind, Shown, Site,
};
pub use edit::{ContactEdit, CustomerEdit, SecretEdit, SiteEdit};
pub use filter::{CustomerFilter, Standing};

use crate::{ids::CustomerId, text::Language};
use serde::{Deserialize, Serialize};

/// A customer found by the picker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerHit {
    /// Kundnummer.
    pub id: CustomerId,
    /// Name.
    pub name: String,
    /// Street and town, to tell namesakes apart.
    pub detail: String,
}

/// A customer who may be the same as the one that is being written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duplicate {
    /// Who.
    pub hit: CustomerHit,
    /// No longer a customer.
    pub inactive: bool,
    /// In what they are alike.
    pub likeness: Likeness,
}

/// In what two customers are alike, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// The same organisationsnummer or personnummer.
    Identity,
    /// The same phone.
    Phone,
    /// The same e-mail.
    Email,
    /// The same name.
    SameName,
    /// A name that has all the words.
    Name,
}

impl Likeness {
    /// As the form says it.
    pub const fn name(self, text: Language) -> &'static str {
        match self {
            Self::Identity => text.duplicate_same_identity(),
            Self::Phone => text.duplicate_same_phone(),
            Self::Email => text.duplicate_same_email(),
            Self::SameName => text.duplicate_same_name(),
            Self::Name => text.duplicate_similar_name(),
        }
    }
}

/// Private or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerKind {
    /// Företag, förening, kommun.
    #[default]
    Organisation,
    /// Privat.
    Private,
}

impl CustomerKind {
    /// In the order of forms.
    pub const ALL: [Self; 2] = [Self::Organisation, Self::Private];

    /// Its name in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Private => "private",
        }
    }

    /// The kind that the database calls `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// How forms name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Organisation => "foretag",
            Self::Private => "privat",
        }
    }

    /// The kind that forms call `slug`.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// Its name on screen.
    pub const fn name(self, text: Language) -> &'static str {
        match self {
            Self::Organisation => text.kind_organisation(),
            Self::Private => text.kind_private(),
        }
    }
}
