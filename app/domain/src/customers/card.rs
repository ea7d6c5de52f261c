//! What the list of customers and the card of one show.

use super::{ContactEdit, CustomerEdit, CustomerKind, SiteEdit};
use crate::{
    cases::{Base, CaseRow, Count, Cursor, DateRange, Filter, Period, Vocabulary, When},
    ids::{CustomerId, SiteId},
    phone::Phone,
    text::Language,
};
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// A customer in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerRow {
    /// Kundnummer.
    pub id: CustomerId,
    /// Name.
    pub name: String,
    /// Private or not.
    pub kind: CustomerKind,
    /// Still a customer.
    pub active: bool,
    /// The first contact's name.
    pub contact: Option<String>,
    /// Telefon.
    pub phone: Option<Phone>,
    /// E-post.
    pub email: Option<String>,
    /// The default site's street and town.
    pub address: String,
    /// Open cases.
    pub open_cases: Count,
}

/// One page of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerPage {
    /// At most [`CustomerPage::SIZE`].
    pub rows: Vec<CustomerRow>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
    /// How many match.
    pub matching: Count,
}

impl CustomerPage {
    /// Rows a page.
    pub const SIZE: usize = 50;
}

/// Somebody whom one reaches at a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Name.
    pub name: String,
    /// "ordförande"; may be empty.
    pub title: String,
    /// Telefon.
    pub phone: Option<Phone>,
    /// E-post.
    pub email: Option<String>,
}

/// Where one works for a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// Which.
    pub id: SiteId,
    /// "Kontoret"; may be empty.
    pub name: String,
    /// Street and number.
    pub street: String,
    /// As on a letter.
    pub postal_code: String,
    /// The post town.
    pub town: String,
    /// What a new case begins with.
    pub is_default: bool,
    /// What is protected there, to be shown on request.
    pub secrets: Vec<SecretKind>,
}

impl Site {
    /// "Storgatan 12, 114 32 Stockholm".
    pub fn address(&self) -> String {
        let town = format!("{} {}", self.postal_code, self.town);
        let parts = [self.street.trim(), town.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// What it is called: its name, else street and town.
    pub fn label(&self) -> String {
        if !self.name.is_empty() {
            return self.name.clone();
        }
        let parts = [self.street.as_str(), self.town.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// What is protected at a site: masked, shown on request, each showing written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecretKind {
    /// Portkod.
    DoorCode,
    /// Larm.
    Alarm,
    /// Nyckelnummer.
    KeyNumber,
}

impl SecretKind {
    /// In the order of cards.
    pub const ALL: [Self; 3] = [Self::DoorCode, Self::Alarm, Self::KeyNumber];

    /// Its name in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DoorCode => "door_code",
            Self::Alarm => "alarm",
            Self::KeyNumber => "key_number",
        }
    }

    /// The kind that the database calls `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// How forms name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::DoorCode => "portkod",
            Self::Alarm => "larm",
            Self::KeyNumber => "nyckel",
        }
    }

    /// The kind that forms call `slug`.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// Its name on screen.
    pub const fn name(self, text: Language) -> &'static str {
        match self {
            Self::DoorCode => text.door_code(),
            Self::Alarm => text.alarm(),
            Self::KeyNumber => text.key_number(),
        }
    }
}

/// A protected value that is being shown.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secret {
    /// Where.
    pub site: SiteId,
    /// What.
    pub kind: SecretKind,
    /// What opens the door.
    pub value: String,
}

/// Keeps the value out of logs.
impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Secret({:?} at {})", self.kind, self.site)
    }
}

/// Somebody has been shown a protected value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Where.
    pub site: SiteId,
    /// What.
    pub kind: SecretKind,
    /// To whom.
    pub to: String,
    /// When, local time in Stockholm.
    pub at: NaiveDateTime,
}

/// The numbers over a customer's cases; each is a filter's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerCounts {
    /// Open.
    pub open: Count,
    /// Open and due today.
    pub due_today: Count,
    /// Registered this year.
    pub this_year: Count,
    /// Complaints registered this year.
    pub complaints: Count,
    /// In all.
    pub all: Count,
}

/// A customer's card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerDetail {
    /// Kundnummer.
    pub id: CustomerId,
    /// Private or not.
    pub kind: CustomerKind,
    /// Name.
    pub name: String,
    /// Organisationsnummer or personnummer, as it is kept.
    pub identity_number: Option<String>,
    /// Telefon.
    pub phone: Option<Phone>,
    /// E-post.
    pub email: Option<String>,
    /// Still a customer.
    pub active: bool,
    /// For the office alone.
    pub office_notes: String,
    /// For staff in the field too.
    pub field_notes: String,
    /// In the order of the card.
    pub contacts: Vec<Contact>,
    /// The default one first.
    pub sites: Vec<Site>,
    /// Who was shown what last.
    pub shown: Vec<Shown>,
    /// Over the cases.
    pub counts: CustomerCounts,
    /// The open cases, newest first, at most [`CustomerDetail::CASES`].
    pub open: Vec<CaseRow>,
    /// The closed ones that changed last, at most as many.
    pub closed: Vec<CaseRow>,
}

impl CustomerDetail {
    /// So many cases of each kind are shown.
    pub const CASES: usize = 5;
    /// The type that counts as a complaint, as addresses name it.
    const COMPLAINT: &str = "klagomal";

    /// What its form begins with, as it is kept: without what is protected.
    pub fn edit(&self) -> CustomerEdit {
        let phone =
            |phone: &Option<Phone>| phone.as_ref().map(|phone| phone.e164().to_owned()).unwrap_or_default();
        let contacts = self.contacts.iter().map(|contact| ContactEdit {
            name: contact.name.clone(),
            title: contact.title.clone(),
            phone: phone(&contact.phone),
            email: contact.email.clone().unwrap_or_default(),
        });
        let sites = self.sites.iter().map(|site| SiteEdit {
            id: Some(site.id),
            name: site.name.clone(),
            street: site.street.clone(),
            postal_code: site.postal_code.clone(),
            town: site.town.clone(),
            is_default: site.is_default,
            secrets: Vec::new(),
        });
        CustomerEdit {
            kind: self.kind,
            name: self.name.clone(),
            identity_number: self.identity_number.clone().unwrap_or_default(),
            phone: phone(&self.phone),
            email: self.email.clone().unwrap_or_default(),
            office_notes: self.office_notes.clone(),
            field_notes: self.field_notes.clone(),
            contacts: contacts.collect(),
            sites: sites.collect(),
        }
    }

    /// Visa öppna ärenden.
    pub fn open_cases(id: CustomerId) -> Filter {
        Filter { customers: vec![id], ..Filter::default() }
    }

    /// All cases, the closed ones too.
    pub fn all_cases(id: CustomerId) -> Filter {
        Filter { base: Some(Base::All), ..Self::open_cases(id) }
    }

    /// Open ones that fall due today.
    pub fn due_today(id: CustomerId) -> Filter {
        Filter { due: When::Within(Period::Today), ..Self::open_cases(id) }
    }

    /// Registered this year.
    pub fn this_year(id: CustomerId, today: NaiveDate) -> Filter {
        let first = NaiveDate::from_ymd_opt(today.year(), 1, 1);
        Filter { created: DateRange { from: first, to: None }.into(), ..Self::all_cases(id) }
    }

    /// What the number of complaints is called: their type, or the one that it has gone up in.
    pub fn complaints_name(words: &Vocabulary, text: Language) -> String {
        let into = words.type_by_slug(Self::COMPLAINT).and_then(|word| words.case_type(word.merged_into?));
        into.map_or_else(|| text.stat_complaints().to_owned(), |into| text.stat_of_type(&into.name))
    }

    /// Klagomål i år.
    pub fn complaints(id: CustomerId, today: NaiveDate) -> Filter {
        Filter { types: vec![Self::COMPLAINT.to_owned()], ..Self::this_year(id, today) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cases::CaseType, ids::TypeId};

    #[test]
    fn the_number_of_complaints_is_called_by_the_type_that_theirs_has_gone_up_in() {
        let word = |id, slug: &str, name: &str, into| CaseType {
            id: TypeId(id),
            slug: slug.to_owned(),
            name: name.to_owned(),
            due_days: None,
            responsible: None,
            hidden: false,
            merged_into: into,
        };
        let name = |into| {
            let types = vec![word(1, "klagomal", "Klagomål", into), word(4, "fraga", "Fråga", None)];
            CustomerDetail::complaints_name(&Vocabulary { types, ..Vocabulary::default() }, Language::Swedish)
        };
        assert_eq!(name(None), "klagomål i år");
        assert_eq!(name(Some(TypeId(4))), "Fråga i år");
    }
}
