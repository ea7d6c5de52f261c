//! A row of a file of employees.

use super::{Column, Mapping, columns::plain, is_yes};
use crate::{
    cases::Team,
    employees::Profile,
    people::Role,
    problem::{Field, FieldError, Refusal},
    roles::{CompanyRole, RoleChoice},
    text::Language,
};

/// What a row can choose from.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The company's own roles.
    pub roles: Vec<CompanyRole>,
    /// The company's teams.
    pub teams: Vec<Team>,
}

/// What the employee becomes who was `stands`: what the row leaves blank stays. A new one is an employee in
/// the field, and active.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn profile(
    mapping: &Mapping,
    cells: &[String],
    stands: Option<Profile>,
    choices: &Choices,
) -> Result<Profile, Vec<FieldError>> {
    let cell = |column| Some(mapping.cell(cells, column)).filter(|cell| !cell.is_empty());
    let mut errors = Vec::new();
    let mut profile = stands.unwrap_or_else(|| Profile {
        name: String::new(),
        title: None,
        role: RoleChoice::BuiltIn(Role::Employee),
        team: None,
        email: None,
        user_name: None,
        phone: None,
        active: true,
    });
    let given =
        [cell(Column::FirstName), cell(Column::LastName)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    if let Some(name) = cell(Column::Name).or(Some(given.as_str()).filter(|given| !given.is_empty())) {
        name.clone_into(&mut profile.name);
    }
    for (kept, column) in [
        (&mut profile.title, Column::Title),
        (&mut profile.email, Column::Email),
        (&mut profile.user_name, Column::UserName),
        (&mut profile.phone, Column::Phone),
    ] {
        if let Some(said) = cell(column) {
            *kept = Some(said.to_owned());
        }
    }
    let mut refuse = |field| errors.push(FieldError { field, refusal: Refusal::Unknown });
    if let Some(said) = cell(Column::Role) {
        match role(said, choices) {
            Some(role) => profile.role = role,
            None => refuse(Field::Role),
        }
    }
    if let Some(said) = cell(Column::Team) {
        match choices.teams.iter().find(|team| !team.hidden && plain(&team.name) == plain(said)) {
            Some(team) => profile.team = Some(team.id),
            None => refuse(Field::Team),
        }
    }
    if let Some(said) = cell(Column::Active) {
        match is_yes(said) {
            Some(active) => profile.active = active,
            None => refuse(Field::Active),
        }
    }
    match profile.sound() {
        Ok(profile) if errors.is_empty() => Ok(profile),
        Ok(_) => Err(errors),
        Err(more) => Err(errors.into_iter().chain(more).collect()),
    }
}

/// By the company's own name, else by one of the built-in ones in either language.
fn role(said: &str, choices: &Choices) -> Option<RoleChoice> {
    let said = plain(said);
    if let Some(own) = choices.roles.iter().find(|role| plain(&role.name) == said) {
        return Some(RoleChoice::Own(own.id));
    }
    let staff = [Role::Administrator, Role::Office, Role::Employee].into_iter();
    let named = |role: &Role| {
        [Language::Swedish, Language::English].iter().any(|text| plain(role.name(*text)) == said)
    };
    staff.into_iter().find(named).map(RoleChoice::BuiltIn)
}
