//! Employees: the list of them, their cards, and what may be written about them.

use crate::{
    cases::{Filter, Glance},
    ids::{PersonId, TeamId},
    merge::{Clash, Merging},
    people::Role,
    phone::Phone,
    problem::{Field, FieldError, Refusal},
    roles::RoleChoice,
    text::Language,
    validate,
};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// What the company keeps about an employee, and what a form sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Namn.
    pub name: String,
    /// Befattning, in the company's words.
    pub title: Option<String>,
    /// Roll: one of the four, or the company's own.
    pub role: RoleChoice,
    /// Team.
    pub team: Option<TeamId>,
    /// E-post; also a login.
    pub email: Option<String>,
    /// Användarnamn: a login for those without e-mail.
    pub user_name: Option<String>,
    /// Telefon: as typed, or as it is kept.
    pub phone: Option<String>,
    /// Whether they still work here. Who does not keeps their history, cannot be chosen and cannot
    /// log in.
    pub active: bool,
}

/// An employee in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Employee {
    /// Anställningsnummer.
    pub id: PersonId,
    /// What the company keeps.
    pub profile: Profile,
    /// Which of the four their role is, or is made from.
    pub base: Role,
    /// What the company calls their role, if it is its own.
    pub own_role: Option<String>,
    /// Open cases that they are responsible for.
    pub open_cases: i32,
}

impl Employee {
    /// The name of their role on screen.
    pub fn role_title(&self, text: Language) -> String {
        self.own_role.clone().unwrap_or_else(|| self.base.name(text).to_owned())
    }
}

/// The page of one employee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmployeeCard {
    /// All that the list has.
    pub employee: Employee,
    /// How they come in.
    pub access: Access,
    /// Open cases that they are responsible for.
    pub responsible: Glance,
    /// Open cases that they are linked to.
    pub linked: Glance,
}

/// How an employee comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// A password is set.
    pub has_password: bool,
    /// A one-time link waits to be used, until then; local time in Stockholm.
    pub invited_until: Option<NaiveDateTime>,
    /// When they were last here, local time in Stockholm.
    pub seen_at: Option<NaiveDateTime>,
}

/// Which employees the list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// Those who work here.
    #[default]
    Active,
    /// Those who have left.
    Inactive,
    /// All.
    All,
}

impl Shown {
    /// In the order of the choice.
    pub const ALL: [Self; 3] = [Self::Active, Self::Inactive, Self::All];

    /// How addresses name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Active => "aktiva",
            Self::Inactive => "inaktiva",
            Self::All => "alla",
        }
    }

    /// What addresses call `slug`; the active ones for any other.
    pub fn from_slug(slug: &str) -> Self {
        Self::ALL.into_iter().find(|shown| shown.slug() == slug).unwrap_or_default()
    }
}

/// What the list is narrowed by: `/anstallda?q=…&team=…&visa=…`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EmployeeFilter {
    /// Words of name, title, e-mail and user name; digits of phone and number.
    pub query: String,
    /// A team by slug.
    pub team: Option<String>,
    /// Active or not.
    pub shown: Shown,
}

impl EmployeeFilter {
    /// Reads an address' query. What is not understood is left out.
    pub fn from_query(query: &str) -> Self {
        let mut filter = Self::default();
        for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
            match name.as_ref() {
                "q" => filter.query = value.chars().take(Filter::QUERY_LIMIT).collect(),
                "team" => filter.team = Some(value.into_owned()).filter(|slug| !slug.is_empty()),
                "visa" => filter.shown = Shown::from_slug(&value),
                _ => {}
            }
        }
        filter
    }

    /// The list's address.
    pub fn to_address(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let shown = Some(self.shown).filter(|shown| *shown != Shown::default()).map(Shown::slug);
        let query_text = Some(self.query.as_str()).filter(|query| !query.is_empty());
        for (name, value) in [("q", query_text), ("team", self.team.as_deref()), ("visa", shown)] {
            query.extend_pairs(value.map(|value| (name, value)));
        }
        match query.finish() {
            query if query.is_empty() => "/anstallda".into(),
            query => format!("/anstallda?{query}"),
        }
    }
}

/// All open cases of one who leaves, or is away, go to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// Whose they are.
    pub from: PersonId,
    /// Whose they become.
    pub to: PersonId,
    /// The former is no longer active afterwards.
    pub deactivate: bool,
}

/// Most characters in a name, a title, a team's name.
pub const NAME_LIMIT: u32 = 80;
/// Most characters in an e-mail address (RFC 5321).
pub const EMAIL_LIMIT: u32 = 254;
/// Most characters in a user name.
pub const USER_NAME_LIMIT: u32 = 40;
/// Fewest characters in a password.
pub const PASSWORD_LEAST: u32 = 10;

impl Profile {
    /// As it is kept: trimmed, blanks are none, the e-mail in small letters, the phone as E.164.
    ///
    /// # Errors
    /// Everything that is wrong with it, not only the first. Whether a login is taken, the store knows.
    pub fn sound(self) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut keep = |checked: Result<Option<String>, FieldError>| {
            checked.unwrap_or_else(|error| {
                errors.push(error);
                None
            })
        };
        let name = keep(name(Field::Name, &self.name).map(Some)).unwrap_or_default();
        let title = keep(line(Field::Title, self.title.as_deref(), NAME_LIMIT));
        let email = keep(email(self.email.as_deref()));
        let user_name = keep(user_name(self.user_name.as_deref()));
        let phone = keep(phone(self.phone.as_deref()));
        if errors.is_empty() {
            Ok(Self { name, title, email, user_name, phone, ..self })
        } else {
            Err(errors)
        }
    }

    /// This, with what somebody else has changed since the form was filled with `seen`.
    ///
    /// # Errors
    /// Both have changed the same.
    pub fn merged(mut self, seen: &Self, now: Self) -> Result<Self, Box<Clash<Self>>> {
        let mut merging = Merging::default();
        merging.settle(Field::Name, &seen.name, &mut self.name, &now.name);
        merging.settle(Field::Title, &seen.title, &mut self.title, &now.title);
        merging.settle(Field::Role, &seen.role, &mut self.role, &now.role);
        merging.settle(Field::Team, &seen.team, &mut self.team, &now.team);
        merging.settle(Field::Phone, &seen.phone, &mut self.phone, &now.phone);
        merging.settle(Field::Email, &seen.email, &mut self.email, &now.email);
        merging.settle(Field::UserName, &seen.user_name, &mut self.user_name, &now.user_name);
        merging.settle(Field::Active, &seen.active, &mut self.active, &now.active);
        merging.done(self, now)
    }
}

/// A name as it is kept: one line, trimmed.
///
/// # Errors
/// Empty or longer than [`NAME_LIMIT`].
pub fn name(field: Field, text: &str) -> Result<String, FieldError> {
    line(field, Some(text), NAME_LIMIT)?.ok_or(FieldError { field, refusal: Refusal::Empty })
}

/// A password that somebody chooses: long enough to be worth guessing.
///
/// # Errors
/// Shorter than [`PASSWORD_LEAST`].
pub fn password(text: &str) -> Result<&str, FieldError> {
    match text.chars().count() >= PASSWORD_LEAST as usize {
        true => Ok(text),
        false => {
            Err(FieldError { field: Field::Password, refusal: Refusal::TooShort { least: PASSWORD_LEAST } })
        }
    }
}

fn line(field: Field, text: Option<&str>, limit: u32) -> Result<Option<String>, FieldError> {
    let line = validate::line(field, text.unwrap_or_default(), limit)?;
    Ok(Some(line).filter(|line| !line.is_empty()))
}

/// Only what could never be delivered is refused.
fn email(text: Option<&str>) -> Result<Option<String>, FieldError> {
    let Some(email) = line(Field::Email, text, EMAIL_LIMIT)? else { return Ok(None) };
    match validate::is_email(&email) {
        true => Ok(Some(email.to_lowercase())),
        false => Err(FieldError { field: Field::Email, refusal: Refusal::Malformed }),
    }
}

/// Never with an @: it would look like somebody's e-mail.
fn user_name(text: Option<&str>) -> Result<Option<String>, FieldError> {
    let Some(name) = line(Field::UserName, text, USER_NAME_LIMIT)? else { return Ok(None) };
    match name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_')) {
        true => Ok(Some(name.to_lowercase())),
        false => Err(FieldError { field: Field::UserName, refusal: Refusal::Malformed }),
    }
}

fn phone(text: Option<&str>) -> Result<Option<String>, FieldError> {
    let Some(typed) = line(Field::Phone, text, 40)? else { return Ok(None) };
    let phone =
        Phone::parse(&typed).ok_or(FieldError { field: Field::Phone, refusal: Refusal::Malformed })?;
    Ok(Some(phone.e164().to_owned()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn profile() -> Profile {
        Profile {
            name: "  Nadia   Said ".into(),
            title: Some(" ".into()),
            role: RoleChoice::BuiltIn(Role::Employee),
            team: None,
            email: Some("Nadia@Example.SE".into()),
            user_name: Some("Nadia.S".into()),
            phone: Some("070-174 06 01".into()),
            active: true,
        }
    }

    #[test]
    fn what_is_kept_is_trimmed_and_blanks_are_none() {
        let kept = profile().sound().unwrap();
        assert_eq!((kept.name.as_str(), kept.title.as_deref()), ("Nadia Said", None));
        assert_eq!(kept.email.as_deref(), Some("nadia@example.se"));
        assert_eq!(kept.user_name.as_deref(), Some("nadia.s"));
        assert_eq!(kept.phone.as_deref(), Some("+46701740601"));
        assert_eq!(kept.clone().sound().unwrap(), kept, "what is kept stays as it is");
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let wrong = Profile {
            name: " \u{200b}".into(),
            title: Some("x".repeat(81)),
            email: Some("nadia@".into()),
            user_name: Some("nadia@example.se".into()),
            phone: Some("ring mig".into()),
            ..profile()
        };
        let fields: Vec<_> = wrong.sound().unwrap_err().iter().map(|error| error.field).collect();
        assert_eq!(fields, [Field::Name, Field::Title, Field::Email, Field::UserName, Field::Phone]);
    }

    #[test]
    fn what_only_one_of_two_has_changed_is_kept() {
        let seen = profile().sound().unwrap();
        let mine = Profile { phone: Some("+46701740609".into()), ..seen.clone() };
        let now = Profile { title: Some("Planerare".into()), active: false, ..seen.clone() };
        let both = Profile { phone: mine.phone.clone(), ..now.clone() };
        assert_eq!(mine.clone().merged(&seen, now.clone()), Ok(both.clone()));
        // The same change is none against each other.
        assert_eq!(both.clone().merged(&seen, now.clone()), Ok(both));
        let theirs = Profile { phone: None, ..now };
        let clash = mine.merged(&seen, theirs.clone()).unwrap_err();
        assert_eq!(clash.fields, [Field::Phone]);
        assert_eq!((clash.mine.phone.as_deref(), clash.mine.active), (Some("+46701740609"), false));
        assert_eq!(clash.now, theirs);
    }

    #[test]
    fn a_password_is_long_enough() {
        assert!(password("arende-demo").is_ok());
        assert!(password("åäöåäöåäö").is_err(), "characters are counted, not bytes");
    }

    #[test]
    fn a_filter_survives_the_address() {
        let filter =
            EmployeeFilter { query: "Åsa & co".into(), team: Some("lag-syd".into()), shown: Shown::All };
        let address = filter.to_address();
        assert_eq!(EmployeeFilter::from_query(address.trim_start_matches("/anstallda")), filter);
        assert_eq!(EmployeeFilter::default().to_address(), "/anstallda");
    }

    #[test]
    fn what_is_shown_survives_the_address() {
        for shown in Shown::ALL {
            assert_eq!(Shown::from_slug(shown.slug()), shown);
        }
        assert_eq!(Shown::from_slug("x"), Shown::Active);
    }
}
