//! What a company decides for itself: its words, and its own data.

use crate::{
    cases::{CaseType, Hue, Status, Symbol},
    identity,
    ids::PersonId,
    phone::Phone,
    problem::{Field, FieldError, Refusal},
    validate,
};
use serde::{Deserialize, Serialize};

/// Most characters in a word of the company's own.
pub const NAME_LIMIT: u32 = 40;

/// A word with how many cases carry it: what is in use is hidden or merged, not removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Used<T> {
    /// The word.
    pub word: T,
    /// Cases that have it now.
    pub cases: i64,
}

/// The company's words as the settings show them, removed ones left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Statuses in order.
    pub statuses: Vec<Used<Status>>,
    /// Types in order.
    pub types: Vec<Used<CaseType>>,
}

/// A status as its form has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusDraft {
    /// Name.
    pub name: String,
    /// Base status. Of one in use it is not changed.
    pub is_open: bool,
    /// Symbol; if it does not go with the base status, the first that does is taken.
    pub symbol: Symbol,
    /// Hue.
    pub hue: Hue,
    /// What a new case gets.
    pub is_initial: bool,
    /// No longer offered.
    pub hidden: bool,
}

impl StatusDraft {
    /// As it is kept: outlines are open, filled symbols closed, and only an open status that is
    /// offered can be what a new case gets.
    ///
    /// # Errors
    /// No name, or too long a one.
    pub fn sound(self) -> Result<Self, FieldError> {
        let symbol = match (self.is_open, self.symbol.is_open()) {
            (true, false) => Symbol::New,
            (false, true) => Symbol::Solved,
            _ => self.symbol,
        };
        let is_initial = self.is_initial && self.is_open && !self.hidden;
        Ok(Self { name: name(&self.name)?, symbol, is_initial, ..self })
    }
}

/// A type as its form has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeDraft {
    /// Name.
    pub name: String,
    /// A case without a due date is due so many days after it was registered.
    pub due_days: Option<i16>,
    /// Who gets a case without a responsible.
    pub responsible: Option<PersonId>,
    /// No longer offered.
    pub hidden: bool,
}

/// The company itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyData {
    /// Name.
    pub name: String,
    /// Organisationsnummer.
    pub organisation_number: String,
    /// E-mail.
    pub email: String,
    /// Phone.
    pub phone: String,
    /// Street.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
}

impl CompanyData {
    /// As it is kept.
    ///
    /// # Errors
    /// No name, something too long, or a number or an address that is none.
    pub fn sound(self) -> Result<Self, FieldError> {
        let line = |text: &str| validate::line(Field::Name, text, 200);
        let company = Self {
            name: validate::named(Field::Name, &self.name, 200)?,
            organisation_number: checked(Field::IdentityNumber, &self.organisation_number, |typed| {
                identity::organisation(typed).map(|number| identity::shown(&number))
            })?,
            email: checked(Field::Email, &self.email, |typed| {
                validate::is_email(typed).then(|| typed.to_owned())
            })?,
            phone: checked(Field::Phone, &self.phone, |typed| {
                Phone::parse(typed).map(|phone| phone.to_string())
            })?,
            street: line(&self.street)?,
            postal_code: validate::postal_code(&line(&self.postal_code)?),
            town: line(&self.town)?,
        };
        Ok(company)
    }
}

/// Blank, or as it is read.
fn checked(field: Field, typed: &str, read: impl Fn(&str) -> Option<String>) -> Result<String, FieldError> {
    match validate::line(field, typed, 200)? {
        typed if typed.is_empty() => Ok(typed),
        typed => read(&typed).ok_or(FieldError { field, refusal: Refusal::Malformed }),
    }
}

/// A name of something of the company's own, as it is kept.
///
/// # Errors
/// Empty or longer than [`NAME_LIMIT`].
pub fn name(text: &str) -> Result<String, FieldError> {
    validate::named(Field::Name, text, NAME_LIMIT)
}

/// How addresses name something that is called so: "Ändring av beställning" as
/// `andring-av-bestallning`. Blank when nothing of the name can stand in an address.
pub fn slug(name: &str) -> String {
    let letters = name.to_lowercase().chars().map(plain).collect::<String>();
    let words: Vec<_> = letters.split('-').filter(|word| !word.is_empty()).collect();
    words.join("-").chars().take(50).collect::<String>().trim_end_matches('-').to_owned()
}

fn plain(letter: char) -> char {
    match letter {
        'a'..='z' | '0'..='9' => letter,
        'å' | 'ä' | 'á' | 'à' | 'â' | 'æ' => 'a',
        'ö' | 'ó' | 'ò' | 'ô' | 'ø' => 'o',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ü' | 'ú' | 'ù' => 'u',
        _ => '-',
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn names_become_addresses() {
        assert_eq!(slug("Ändring av beställning"), "andring-av-bestallning");
        assert_eq!(slug(" Väntar på kund! "), "vantar-pa-kund");
        assert_eq!(slug("日本"), "");
    }

    #[test]
    fn a_symbol_follows_the_base_status() {
        let draft = StatusDraft {
            name: " Klar ".into(),
            is_open: false,
            symbol: Symbol::Half,
            hue: Hue::Green,
            is_initial: true,
            hidden: false,
        };
        let sound = draft.sound().unwrap();
        assert_eq!((sound.name.as_str(), sound.symbol, sound.is_initial), ("Klar", Symbol::Solved, false));
    }
}
