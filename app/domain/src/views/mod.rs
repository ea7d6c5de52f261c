//! Saved views: a filter of the list under a name, for oneself or shared. Each arranges for
//! themselves those that they see.

mod address;
mod arrange;
mod oddity;
#[cfg(test)]
mod tests;

pub use address::Mark;
pub use arrange::Arrange;
pub use oddity::{Oddity, oddities};

use crate::{
    cases::{CasePage, Count, Filter},
    ids::{RoleId, ViewId},
    people::{Person, Role, Viewer},
    policy,
    problem::{Field, FieldError, Refusal},
    roles::RoleChoice,
    settings::NAME_LIMIT,
    text::Language,
    validate,
};
use serde::{Deserialize, Serialize};

/// Most views that one person may have made.
pub const MOST: u32 = 50;
/// As many of the pinned ones are counted.
pub const COUNTED: usize = 12;
/// A longer address is no filter that anybody has chosen.
const QUERY_LIMIT: usize = 4000;

/// Whom a view is for, beside whoever made it. As forms send it: `jag`, `office`, `7`, `alla`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Nobody else.
    Own,
    /// All with that role; with one of the four also those whose own role is made from it.
    Role(RoleChoice),
    /// Everybody at the desk.
    Company,
}

impl Audience {
    /// As forms send it.
    pub fn as_text(self) -> String {
        match self {
            Self::Own => "jag".to_owned(),
            Self::Role(role) => role.as_text(),
            Self::Company => "alla".to_owned(),
        }
    }

    /// What a form sent.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "jag" => Some(Self::Own),
            "alla" => Some(Self::Company),
            role => RoleChoice::parse(role)
                .filter(|role| *role != RoleChoice::BuiltIn(Role::Customer))
                .map(Self::Role),
        }
    }

    /// Whether others see it.
    pub fn is_shared(self) -> bool {
        self != Self::Own
    }

    /// In words. `role_name` is that of the company's own role.
    pub fn words(self, role_name: &str, text: Language) -> String {
        match self {
            Self::Own => text.view_for_me().to_owned(),
            Self::Role(RoleChoice::BuiltIn(role)) => text.view_for_role(role.name(text)),
            Self::Role(RoleChoice::Own(_)) => text.view_for_role(role_name),
            Self::Company => text.view_for_company().to_owned(),
        }
    }
}

/// A view, as one who sees it has it arranged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Number in the address.
    pub id: ViewId,
    /// Name.
    pub name: String,
    /// The filter, as the list's address has it.
    pub query: String,
    /// Whom it is for.
    pub audience: Audience,
    /// The name of the company's own role that it is for.
    pub role_name: Option<String>,
    /// Who made it.
    pub owner: Person,
    /// Stands above the viewer's list.
    pub pinned: bool,
    /// What the viewer's list opens with.
    pub is_default: bool,
    /// Its filter names only what the company does without now: it waits until that is used again.
    #[serde(default)]
    pub is_idle: bool,
}

impl SavedView {
    /// Its cases. `jag` in it is whoever looks, and late is late today.
    pub fn filter(&self) -> Filter {
        Filter::from_query(&self.query)
    }

    /// Whether it stands above the viewer's list.
    pub const fn stands_above(&self) -> bool {
        self.pinned && !self.is_idle
    }

    /// Whom it is for, in words.
    pub fn audience_words(&self, text: Language) -> String {
        self.audience.words(self.role_name.as_deref().unwrap_or_default(), text)
    }

    /// Whether the viewer may change and remove it.
    pub fn may_be_changed_by(&self, viewer: &Viewer) -> bool {
        policy::may_change_view(viewer, self.owner.id, self.audience.is_shared())
    }
}

/// A new view as its form has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewDraft {
    /// Name.
    pub name: String,
    /// The filter, as the list's address has it.
    pub query: String,
    /// Whom it is for.
    pub audience: Audience,
    /// Stands above the list of those who see it and have not decided themselves.
    pub pinned: bool,
}

impl ViewDraft {
    /// As it is kept.
    ///
    /// # Errors
    /// No name, too long a one, or a filter beyond all measure.
    pub fn sound(self) -> Result<Self, FieldError> {
        Ok(Self { name: name(&self.name)?, query: query(&self.query)?, ..self })
    }
}

/// A view's name as it is kept.
///
/// # Errors
/// None, or too long a one.
pub fn name(text: &str) -> Result<String, FieldError> {
    validate::named(Field::ViewName, text, NAME_LIMIT)
}

/// A view's filter as it is kept: in its one canonical form, from its first page.
///
/// # Errors
/// Beyond all measure.
pub fn query(text: &str) -> Result<String, FieldError> {
    let query = Filter::from_query(text).from_start().to_query();
    match query.len() {
        0..=QUERY_LIMIT => Ok(query),
        _ => {
            let refusal = Refusal::TooLong { limit: QUERY_LIMIT as u32 };
            Err(FieldError { field: Field::Selection, refusal })
        }
    }
}

/// The views that a viewer sees, in their order, and what is needed to show and share them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Views {
    /// In the viewer's order.
    pub all: Vec<SavedView>,
    /// The company's own roles, for those who may share.
    pub roles: Vec<(RoleId, String)>,
    /// Colleagues whom views name and who have left.
    pub left: Vec<Person>,
}

impl Views {
    /// The one with that number.
    pub fn get(&self, id: ViewId) -> Option<&SavedView> {
        self.all.iter().find(|view| view.id == id)
    }

    /// What the list opens with.
    pub fn default_view(&self) -> Option<&SavedView> {
        self.all.iter().find(|view| view.is_default && !view.is_idle)
    }

    /// Those above the list.
    pub fn pinned(&self) -> impl Iterator<Item = &SavedView> {
        self.all.iter().filter(|view| view.pinned)
    }

    /// The name of the company's own role that it is for.
    pub fn role_name(&self, audience: Audience) -> Option<String> {
        let Audience::Role(RoleChoice::Own(id)) = audience else { return None };
        self.roles.iter().find(|(own, _)| *own == id).map(|(_, name)| name.clone())
    }

    /// Whom the viewer may save a view for, with names: themselves first.
    pub fn audiences(&self, viewer: &Viewer) -> Vec<(Audience, String)> {
        let built_in = [Role::Administrator, Role::Office, Role::Employee].map(RoleChoice::BuiltIn);
        let own = self.roles.iter().map(|(id, name)| (Audience::Role(RoleChoice::Own(*id)), name.as_str()));
        let shared = std::iter::once((Audience::Company, ""))
            .chain(built_in.map(|role| (Audience::Role(role), "")))
            .chain(own)
            .filter(|_| policy::can(viewer, policy::Action::ShareViews));
        let all = std::iter::once((Audience::Own, "")).chain(shared);
        all.map(|(audience, name)| (audience, audience.words(name, viewer.language))).collect()
    }
}

/// The list as it opens: the views beside its first page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The viewer's.
    pub views: Views,
    /// The first page of what is meant.
    pub page: CasePage,
}

/// A view and how many cases it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// Which.
    pub view: ViewId,
    /// How many.
    pub count: Count,
}
