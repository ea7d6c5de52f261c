//! A company's own roles, made from the four by choosing permissions.

use crate::{
    ids::RoleId,
    people::Role,
    policy::{Action, Permissions},
    problem::{Field, FieldError, Refusal},
    settings,
};
use serde::{Deserialize, Serialize};

/// A role of the company's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyRole {
    /// Number in the company.
    pub id: RoleId,
    /// Its name.
    pub name: String,
    /// Which of the four it is made from.
    pub base: Role,
    /// What those who have it may do.
    pub permissions: Permissions,
    /// How many have it.
    pub people: i64,
}

/// The roles that there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roles {
    /// The built-in ones that staff can have, with how many have them.
    pub built_in: Vec<(Role, i64)>,
    /// The company's own, by name.
    pub own: Vec<CompanyRole>,
}

/// A role as its form has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleDraft {
    /// Its name.
    pub name: String,
    /// Which of the four it is made from; kept from then on.
    pub base: Role,
    /// What those who have it may do.
    pub permissions: Permissions,
}

impl RoleDraft {
    /// As it is kept.
    ///
    /// # Errors
    /// No name or too long a one; none of staff's roles; neither desk nor phone, as there would be
    /// no page to come to.
    pub fn sound(self) -> Result<Self, Vec<FieldError>> {
        let has_place =
            [Action::UseDesk, Action::UsePhone].into_iter().any(|place| self.permissions.has(place));
        let refused = |is_wrong: bool, field, refusal| is_wrong.then_some(FieldError { field, refusal });
        let name = settings::name(&self.name);
        let errors: Vec<_> = [
            name.clone().err(),
            refused(self.base == Role::Customer, Field::Role, Refusal::Unknown),
            refused(!has_place, Field::Permissions, Refusal::Empty),
        ]
        .into_iter()
        .flatten()
        .collect();
        match name {
            Ok(name) if errors.is_empty() => Ok(Self { name, ..self }),
            _ => Err(errors),
        }
    }
}

/// A role that a person can have: one of the four or one of the company's own. As forms send it:
/// `office` or `7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoleChoice {
    /// One of the four.
    BuiltIn(Role),
    /// One of the company's own.
    Own(RoleId),
}

impl RoleChoice {
    /// As forms send it.
    pub fn as_text(self) -> String {
        match self {
            Self::BuiltIn(role) => role.as_str().to_owned(),
            Self::Own(id) => id.to_string(),
        }
    }

    /// What a form sent.
    pub fn parse(text: &str) -> Option<Self> {
        match text.parse::<i16>() {
            Ok(id) => Some(Self::Own(RoleId(id))),
            Err(_) => Role::parse(text).map(Self::BuiltIn),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_role_without_a_place_to_work_is_refused() {
        let draft = |permissions| RoleDraft { name: "Lagledare".into(), base: Role::Employee, permissions };
        assert!(draft(Permissions::of(Role::Employee)).sound().is_ok());
        let errors = draft(Permissions::default().with(Action::Comment)).sound().unwrap_err();
        assert_eq!(errors, [FieldError { field: Field::Permissions, refusal: Refusal::Empty }]);
        let customer = RoleDraft { base: Role::Customer, ..draft(Permissions::of(Role::Employee)) };
        assert_eq!(customer.sound().unwrap_err()[0].field, Field::Role);
    }

    #[test]
    fn choices_survive_a_form() {
        for choice in [RoleChoice::BuiltIn(Role::Office), RoleChoice::Own(RoleId(7))] {
            assert_eq!(RoleChoice::parse(&choice.as_text()), Some(choice));
        }
        assert_eq!(RoleChoice::parse("root"), None);
    }
}
