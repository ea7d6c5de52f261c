//! What one is told about cases.

use crate::{
    ids::{CaseNumber, NotificationId, PersonId},
    people::Person,
};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// Why somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotificationKind {
    /// Somebody has written "@" and the name in a comment.
    Mention,
    /// A case that one watches has got a comment.
    Comment,
    /// A case that one watches has been changed.
    Change,
    /// Somebody has made one responsible for a case.
    Assigned,
}

impl NotificationKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Mention, Self::Comment, Self::Change, Self::Assigned];

    /// How the database names it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mention => "mention",
            Self::Comment => "comment",
            Self::Change => "change",
            Self::Assigned => "assigned",
        }
    }

    /// The kind that the database calls `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// Of each case and kind one, until it is read: then who did it last, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notification {
    /// Its number.
    pub id: NotificationId,
    /// Why.
    pub kind: NotificationKind,
    /// Which case.
    pub number: CaseNumber,
    /// The case's subject.
    pub subject: String,
    /// Who did it.
    pub actor: Person,
    /// When, in Stockholm.
    pub at: NaiveDateTime,
    /// Read already.
    pub read: bool,
}

/// The names after "@" in a text: what stands behind each, to the end of its line, folded to lower case.
/// Who is meant is whoever's name one of them begins with.
pub fn mentions(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        for (place, _) in line.match_indices('@') {
            // In an address, a letter or digit stands before it.
            let is_address = line[..place].chars().next_back().is_some_and(char::is_alphanumeric);
            let after = line[place + 1..].to_lowercase();
            if !is_address && after.chars().next().is_some_and(char::is_alphanumeric) {
                found.push(after);
            }
        }
    }
    found
}

/// What is written after "@" to mean this one of `offered`: the name, and the number too where it tells
/// namesakes apart.
pub fn naming(person: &Person, offered: &[Person]) -> String {
    let name = person.name.to_lowercase();
    let is_namesake = |other: &Person| other.id != person.id && other.name.to_lowercase() == name;
    match offered.iter().any(is_namesake) {
        true => format!("{} ({})", person.name, person.id),
        false => person.name.clone(),
    }
}

/// The number that tells namesakes apart, where the text after a name begins with one: " (12) …".
pub fn number_after_name(rest: &str) -> Option<PersonId> {
    let (number, _) = rest.trim_start_matches(' ').strip_prefix('(')?.split_once(')')?;
    number.trim().parse().ok()
}

/// The name that is being written after "@", where the text up to the cursor ends with one: what is searched
/// among colleagues. As long as a name may be, and no longer.
pub fn being_named(before_cursor: &str) -> Option<&str> {
    const LETTERS: usize = 40;
    const WORDS: usize = 3;
    let line = before_cursor.rsplit('\n').next()?;
    let at = line.rfind('@')?;
    let is_address = line[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let name = &line[at + 1..];
    let is_name = name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’'))
        && !name.starts_with(' ')
        && name.chars().count() <= LETTERS
        && name.split(' ').count() <= WORDS;
    (!is_address && is_name).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mention_is_an_at_sign_that_is_no_address() {
        assert_eq!(mentions("Hej @Amira Haddad, kan du?\n@johan!"), ["amira haddad, kan du?", "johan!"]);
        assert!(mentions("Skriv till kund@example.se eller @ kontoret @").is_empty());
        assert_eq!(mentions("(@Élodie)"), ["élodie)"]);
    }

    #[test]
    fn a_name_is_being_written_after_an_at_sign() {
        assert_eq!(being_named("Hej @"), Some(""));
        assert_eq!(being_named("Klart.\n(@Amira Had"), Some("Amira Had"));
        for text in ["", "Hej", "kund@exa", "@ ja", "@Amira, ring", "@Amira\nNy rad", "@ett två tre fyra"] {
            assert_eq!(being_named(text), None, "{text}");
        }
    }

    #[test]
    fn namesakes_are_told_apart_by_their_number() {
        let person = |id, name: &str| Person { id: PersonId(id), name: name.into() };
        let offered = [person(1, "Anna Berg"), person(12, "anna berg"), person(3, "Anna Bergman")];
        let written = offered.each_ref().map(|one| naming(one, &offered));
        assert_eq!(written, ["Anna Berg (1)", "anna berg (12)", "Anna Bergman"]);
        assert_eq!(number_after_name(" (12), kan du?"), Some(PersonId(12)));
        for text in ["", ", kan du (12)?", " (i dag)", " (12", " 12"] {
            assert_eq!(number_after_name(text), None, "{text}");
        }
    }

    #[test]
    fn kinds_survive_the_database() {
        for kind in NotificationKind::ALL {
            assert_eq!(NotificationKind::parse(kind.as_str()), Some(kind));
        }
    }
}
