//! A customer to be written down, and which values are accepted.

use super::{CustomerKind, SecretKind};
use crate::{
    identity,
    ids::SiteId,
    phone::Phone,
    problem::{Field, FieldError, Refusal},
    validate,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Everything that a customer's form says, as typed. What [`CustomerEdit::checked`] gives is sound.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerEdit {
    /// Private or not.
    pub kind: CustomerKind,
    /// Name.
    pub name: String,
    /// Organisationsnummer or personnummer.
    pub identity_number: String,
    /// Telefon.
    pub phone: String,
    /// E-post.
    pub email: String,
    /// For the office alone.
    pub office_notes: String,
    /// For staff in the field too.
    pub field_notes: String,
    /// All of them: one that is missing here is taken away.
    pub contacts: Vec<ContactEdit>,
    /// All of them: one that is missing here is no longer offered.
    pub sites: Vec<SiteEdit>,
}

/// A contact as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactEdit {
    /// Name.
    pub name: String,
    /// What they are there.
    pub title: String,
    /// Telefon.
    pub phone: String,
    /// E-post.
    pub email: String,
}

/// A site as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteEdit {
    /// Which; none: a new one.
    pub id: Option<SiteId>,
    /// "Kontoret".
    pub name: String,
    /// Street and number.
    pub street: String,
    /// As on a letter.
    pub postal_code: String,
    /// The post town.
    pub town: String,
    /// What a new case begins with.
    pub is_default: bool,
    /// What is to become of what is protected there; what is not named stays.
    pub secrets: Vec<SecretEdit>,
}

/// A protected value to be kept, or none to be forgotten. Nobody is shown the one before.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecretEdit {
    /// What.
    pub kind: SecretKind,
    /// Its value from now on.
    pub value: Option<String>,
}

/// Keeps the value out of logs.
impl std::fmt::Debug for SecretEdit {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "SecretEdit({:?})", self.kind)
    }
}

impl CustomerEdit {
    /// Most characters in a name, an address, a title.
    pub const LINE: u32 = 200;
    /// Most characters in notes.
    pub const NOTES: u32 = 10_000;
    /// Most contacts and most sites of a customer.
    pub const ROWS: usize = 200;

    /// The same as it is kept: trimmed, phones as E.164, numbers as digits, blank rows left out, one
    /// site of several the default one.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its field.
    pub fn checked(mut self, today: NaiveDate) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        self.contacts.retain(|contact| *contact != ContactEdit::default());
        self.sites.retain(|site| !site.is_blank());
        if self.contacts.len() > Self::ROWS || self.sites.len() > Self::ROWS {
            errors.push(FieldError {
                field: Field::Selection,
                refusal: Refusal::TooLong { limit: Self::ROWS as u32 },
            });
        }
        self.name = line(&self.name, Field::Name, &mut errors);
        if self.name.is_empty() {
            errors.push(FieldError { field: Field::Name, refusal: Refusal::Empty });
        }
        self.identity_number = self.identity(today, &mut errors);
        self.phone = phone(&self.phone, Field::Phone, &mut errors);
        self.email = email(&self.email, Field::Email, &mut errors);
        self.office_notes = notes(&self.office_notes, &mut errors);
        self.field_notes = notes(&self.field_notes, &mut errors);
        for (contact, at) in self.contacts.iter_mut().zip(0..) {
            contact.check(at, &mut errors);
        }
        for (site, at) in self.sites.iter_mut().zip(0..) {
            site.check(at, &mut errors);
        }
        let default = self.sites.iter().position(|site| site.is_default).unwrap_or(0);
        for (index, site) in self.sites.iter_mut().enumerate() {
            site.is_default = index == default;
        }
        if errors.is_empty() { Ok(self) } else { Err(errors) }
    }

    /// The same as the form shows it: phones and numbers as people write them.
    pub fn shown(mut self) -> Self {
        self.identity_number = identity::shown(&self.identity_number);
        self.phone = shown_phone(self.phone);
        for contact in &mut self.contacts {
            contact.phone = shown_phone(std::mem::take(&mut contact.phone));
        }
        self
    }

    fn identity(&self, today: NaiveDate, errors: &mut Vec<FieldError>) -> String {
        let typed = self.identity_number.trim();
        if typed.is_empty() {
            return String::new();
        }
        let kept = match self.kind {
            CustomerKind::Organisation => identity::organisation(typed),
            CustomerKind::Private => identity::person(typed, today),
        };
        kept.unwrap_or_else(|| {
            errors.push(FieldError { field: Field::IdentityNumber, refusal: Refusal::Malformed });
            String::new()
        })
    }
}

impl ContactEdit {
    fn check(&mut self, at: u8, errors: &mut Vec<FieldError>) {
        self.name = line(&self.name, Field::ContactName(at), errors);
        if self.name.is_empty() {
            errors.push(FieldError { field: Field::ContactName(at), refusal: Refusal::Empty });
        }
        self.title = line(&self.title, Field::ContactName(at), errors);
        self.phone = phone(&self.phone, Field::ContactPhone(at), errors);
        self.email = email(&self.email, Field::ContactEmail(at), errors);
    }
}

impl SiteEdit {
    /// A row that says nothing about a site that is not there yet.
    pub fn is_blank(&self) -> bool {
        let says = [&self.name, &self.street, &self.postal_code, &self.town];
        self.id.is_none()
            && says.iter().all(|text| validate::one_line(text).is_empty())
            && self.secrets.is_empty()
    }

    fn check(&mut self, at: u8, errors: &mut Vec<FieldError>) {
        let field = Field::SiteAt(at);
        for text in [&mut self.name, &mut self.street, &mut self.town] {
            *text = line(text, field, errors);
        }
        self.postal_code = validate::postal_code(&line(&self.postal_code, field, errors));
        if self.name.is_empty() && self.street.is_empty() && self.town.is_empty() {
            errors.push(FieldError { field, refusal: Refusal::Empty });
        }
        for secret in &mut self.secrets {
            let value = secret.value.as_ref().map(|value| line(value, field, errors));
            secret.value = value.filter(|value| !value.is_empty());
        }
    }
}

/// One line, trimmed.
fn line(text: &str, field: Field, errors: &mut Vec<FieldError>) -> String {
    limited(validate::one_line(text), field, CustomerEdit::LINE, errors)
}

fn notes(text: &str, errors: &mut Vec<FieldError>) -> String {
    limited(validate::paragraphs(text), Field::Notes, CustomerEdit::NOTES, errors)
}

fn limited(text: String, field: Field, limit: u32, errors: &mut Vec<FieldError>) -> String {
    if text.chars().count() > limit as usize {
        errors.push(FieldError { field, refusal: Refusal::TooLong { limit } });
    }
    text
}

fn phone(text: &str, field: Field, errors: &mut Vec<FieldError>) -> String {
    match (text.trim(), Phone::parse(text)) {
        ("", _) => String::new(),
        (_, Some(phone)) => phone.e164().to_owned(),
        (typed, None) => {
            errors.push(FieldError { field, refusal: Refusal::Malformed });
            typed.to_owned()
        }
    }
}

fn shown_phone(kept: String) -> String {
    if kept.is_empty() { kept } else { Phone::kept(kept).to_string() }
}

/// What could be delivered; the rest, the mail itself must tell.
fn email(text: &str, field: Field, errors: &mut Vec<FieldError>) -> String {
    let text = line(text, field, errors);
    if !text.is_empty() && !validate::is_email(&text) {
        errors.push(FieldError { field, refusal: Refusal::Malformed });
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    #[test]
    fn a_customer_is_kept_normalised() {
        let edit = CustomerEdit {
            name: "  BRF  Solgläntan ".into(),
            identity_number: "212000-0142".into(),
            phone: "018-555 01 42".into(),
            email: " styrelsen@solglantan.example ".into(),
            contacts: vec![
                ContactEdit { name: "Ingrid Sandell".into(), ..Default::default() },
                ContactEdit::default(),
            ],
            sites: vec![
                SiteEdit {
                    street: "Solgläntevägen 4".into(),
                    postal_code: "75440".into(),
                    ..Default::default()
                },
                SiteEdit::default(),
            ],
            ..CustomerEdit::default()
        };
        let kept = edit.checked(today()).unwrap();
        assert_eq!((kept.name.as_str(), kept.identity_number.as_str()), ("BRF Solgläntan", "2120000142"));
        assert_eq!(
            (kept.phone.as_str(), kept.email.as_str()),
            ("+46185550142", "styrelsen@solglantan.example")
        );
        assert_eq!((kept.contacts.len(), kept.sites.len()), (1, 1));
        assert_eq!((kept.sites[0].postal_code.as_str(), kept.sites[0].is_default), ("754 40", true));
        assert_eq!(kept.clone().shown().checked(today()).unwrap(), kept, "what the form shows is read back");
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let edit = CustomerEdit {
            kind: CustomerKind::Private,
            identity_number: "811218-9875".into(),
            phone: "ring".into(),
            email: "ingen".into(),
            contacts: vec![ContactEdit { phone: "1".into(), email: "a@b".into(), ..Default::default() }],
            sites: vec![SiteEdit { id: Some(SiteId(1)), ..Default::default() }],
            ..CustomerEdit::default()
        };
        let errors = edit.checked(today()).unwrap_err();
        let fields: Vec<_> = errors.iter().map(|error| error.field).collect();
        use Field::*;
        let wrong =
            [Name, IdentityNumber, Phone, Email, ContactName(0), ContactPhone(0), ContactEmail(0), SiteAt(0)];
        assert_eq!(fields, wrong);
    }

    #[test]
    fn a_name_that_cannot_be_seen_is_none() {
        let unseen = "\u{200b}\u{2060}";
        let contact = ContactEdit { name: unseen.into(), title: "chef".into(), ..Default::default() };
        let edit = CustomerEdit { name: unseen.into(), contacts: vec![contact], ..CustomerEdit::default() };
        let errors = edit.checked(today()).unwrap_err();
        let empty =
            [Field::Name, Field::ContactName(0)].map(|field| FieldError { field, refusal: Refusal::Empty });
        assert_eq!(errors, empty);
    }

    #[test]
    fn one_site_of_several_is_the_default_one() {
        let site =
            |street: &str, is_default| SiteEdit { street: street.into(), is_default, ..Default::default() };
        let edit = CustomerEdit {
            name: "X".into(),
            sites: vec![site("A", false), site("B", true), site("C", true)],
            ..CustomerEdit::default()
        };
        let kept = edit.checked(today()).unwrap();
        assert_eq!(kept.sites.iter().map(|site| site.is_default).collect::<Vec<_>>(), [false, true, false]);
    }
}
