//! A row of a file of employees.

use super::{Column, Mapping, columns::plain, is_yes, value, values::phone};
use crate::{
    cases::Vocabulary,
    employees::Profile,
    ids::TeamId,
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
    /// The company's words, its teams among them.
    pub words: Vocabulary,
}

/// Those of the four that employees can have.
const STAFF: [Role; 3] = [Role::Administrator, Role::Office, Role::Employee];

impl Choices {
    /// The number of what the word means in that column, as [`super::value`] has it.
    pub fn value(&self, mapping: &Mapping, column: Column, word: &str) -> Option<i16> {
        match column {
            Column::Role => self.role(mapping, word).map(role_number),
            column => value(mapping, &self.words, column, word),
        }
    }

    /// The role that the word means: as set by hand, else by the company's own name, else by one of the built-in
    /// ones in either language.
    fn role(&self, mapping: &Mapping, word: &str) -> Option<RoleChoice> {
        let all = || self.all_roles();
        if let Some(set) = mapping.word(Column::Role, word) {
            return all().find(|role| Some(role_number(*role)) == set);
        }
        let word = plain(word);
        all().find(|role| Language::ALL.iter().any(|text| plain(&self.role_name(*role, *text)) == word))
    }

    /// The company's own first: they may bear the name of a built-in one.
    fn all_roles(&self) -> impl Iterator<Item = RoleChoice> {
        let own = self.roles.iter().map(|role| RoleChoice::Own(role.id));
        own.chain(STAFF.into_iter().map(RoleChoice::BuiltIn))
    }

    /// What a role is called.
    pub fn role_name(&self, role: RoleChoice, text: Language) -> String {
        match role {
            RoleChoice::BuiltIn(role) => role.name(text).to_owned(),
            RoleChoice::Own(id) => {
                let own = self.roles.iter().find(|role| role.id == id);
                own.map(|role| role.name.clone()).unwrap_or_default()
            }
        }
    }

    /// All roles with their numbers and names, for a choice: the built-in ones first.
    pub fn offered_roles(&self, text: Language) -> Vec<(i16, String)> {
        let (own, built_in): (Vec<_>, Vec<_>) =
            self.all_roles().partition(|role| matches!(role, RoleChoice::Own(_)));
        let all = built_in.into_iter().chain(own);
        all.map(|role| (role_number(role), self.role_name(role, text))).collect()
    }
}

/// A role's number among a mapping's values: the company's own have theirs, the built-in ones stand below zero.
const fn role_number(role: RoleChoice) -> i16 {
    match role {
        RoleChoice::Own(id) => id.0,
        RoleChoice::BuiltIn(role) => -1 - role as i16,
    }
}

/// What the employee becomes who was `stands`: what the row leaves blank, and a role or team that nothing here goes by,
/// stays. A new one is an employee in the field, and active.
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
    ] {
        if let Some(said) = cell(column) {
            *kept = Some(said.to_owned());
        }
    }
    if let Some(said) = cell(Column::Phone) {
        profile.phone = Some(phone(said).into_owned());
    }
    if let Some(role) = cell(Column::Role).and_then(|said| choices.role(mapping, said)) {
        profile.role = role;
    }
    if let Some(team) = cell(Column::Team).and_then(|said| choices.value(mapping, Column::Team, said)) {
        profile.team = Some(TeamId(team));
    }
    if let Some(said) = cell(Column::Active) {
        match is_yes(said) {
            Some(active) => profile.active = active,
            None => errors.push(FieldError { field: Field::Active, refusal: Refusal::Unknown }),
        }
    }
    match profile.sound() {
        Ok(profile) if errors.is_empty() => Ok(profile),
        Ok(_) => Err(errors),
        Err(more) => Err(errors.into_iter().chain(more).collect()),
    }
}
