//! Who acts: roles, and the viewer on whose behalf everything is read and written.

use crate::{
    ids::{CompanyId, PersonId, SessionId},
    policy::Permissions,
    text::Language,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a person is in the company. What they may is decided by [`crate::policy`]: by this, or by a
/// role of the company's own that is made from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs the company's installation.
    Administrator,
    /// Works with all cases at a desk.
    Office,
    /// Works in the field: sees cases that concern them.
    Employee,
    /// A customer's contact.
    Customer,
}

impl Role {
    /// All of them, widest first.
    pub const ALL: [Self; 4] = [Self::Administrator, Self::Office, Self::Employee, Self::Customer];

    /// Its name in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Office => "office",
            Self::Employee => "employee",
            Self::Customer => "customer",
        }
    }

    /// The role that the database calls `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }
}

/// The person on whose behalf something is read or written, as the session says. Only the
/// session's look-up makes one; every function of the store takes one first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    /// The tenant. Nothing outside it exists for this viewer.
    pub company: CompanyId,
    /// The tenant's name.
    pub company_name: String,
    /// Who.
    pub person: PersonId,
    /// Full name.
    pub name: String,
    /// What they are.
    pub role: Role,
    /// The company's own role that they have, if it is none of the four.
    pub role_name: Option<String>,
    /// What they may do.
    pub permissions: Permissions,
    /// Language of the interface.
    pub language: Language,
    /// Whether single-key shortcuts are on.
    pub shortcuts: bool,
    /// The session that they came by.
    pub session: SessionId,
    /// How often the company's words had changed when the request came: what a server process keeps of them holds for
    /// that number. None: nothing kept is used. No matter of the browser's.
    #[serde(skip)]
    pub word_changes: Option<i64>,
    /// The date in Stockholm when the request came.
    pub today: NaiveDate,
}

impl Viewer {
    /// The name of their role on screen.
    pub fn role_title(&self) -> &str {
        self.role_name.as_deref().unwrap_or_else(|| self.role.name(self.language))
    }
}

/// A colleague, as pickers and rows show them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Number in the company.
    pub id: PersonId,
    /// Full name.
    pub name: String,
}

/// "ML" for Maria Lindqvist: first letters of the first and the last name.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// "Johan Å." for Johan Åkesson: what fits a narrow column.
pub fn short_name(name: &str) -> String {
    match name.split_once(' ') {
        Some((first, rest)) => {
            let last = rest.split_whitespace().next_back().and_then(|word| word.chars().next());
            last.map_or_else(|| first.to_owned(), |letter| format!("{first} {letter}."))
        }
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_shortened_for_avatars_and_columns() {
        assert_eq!(initials("Johan Åkesson"), "JÅ");
        assert_eq!(initials("Cher"), "C");
        assert_eq!(initials(""), "");
        assert_eq!(short_name("Anna Maria von Sydow"), "Anna S.");
        assert_eq!(short_name("Cher"), "Cher");
    }

    #[test]
    fn every_role_survives_the_database() {
        for role in Role::ALL {
            assert_eq!(Role::parse(role.as_str()), Some(role));
        }
        assert_eq!(Role::parse("root"), None);
    }
}
