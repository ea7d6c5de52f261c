//! Who may what. The store asks before it writes, the screen asks before it shows a button.
//!
//! What a viewer may *see* is decided before this, by the store's `visible`: a case that one may
//! not see does not exist.

use crate::{
    cases::Filter,
    events::Change,
    ids::{CaseNumber, PersonId},
    people::{Role, Viewer},
    text::Language,
};
use serde::{Deserialize, Serialize};

/// Makes [`Action`] of a list: each with its name in the database, the narrowest of the four roles
/// that may do it (the wider ones may too), and its text in the form of a role.
macro_rules! actions {
    ($($(#[$doc:meta])* $action:ident = $name:literal from $role:ident, $says:ident;)+) => {
        /// Something that a viewer may or may not do. A company's own role is a choice of these.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Action { $($(#[$doc])* $action),+ }

        impl Action {
            /// All of them, in the order of the form of a role.
            pub const ALL: &'static [Self] = &[$(Self::$action),+];

            /// Its name in the database and in forms.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$action => $name),+ }
            }

            /// Its name on screen.
            pub const fn name(self, text: Language) -> &'static str {
                match self { $(Self::$action => text.$says()),+ }
            }

            /// The narrowest of the four roles that may do it.
            const fn role(self) -> Role {
                match self { $(Self::$action => Role::$role),+ }
            }
        }
    };
}

actions! {
    /// Work at the desk: lists, bulk changes, customers and colleagues.
    UseDesk = "use_desk" from Office, may_use_desk;
    /// Use the phone's pages.
    UsePhone = "use_phone" from Employee, may_use_phone;
    /// See every case of the company; else only those where one is responsible, linked or creator.
    SeeAllCases = "see_all_cases" from Office, may_see_all_cases;
    /// Register a case.
    CreateCase = "create_case" from Employee, may_create_case;
    /// Change any property of a case that one sees.
    ChangeCase = "change_case" from Office, may_change_case;
    /// Mark a case that one sees as solved, or open it again: its status only.
    ChangeStatus = "change_status" from Employee, may_change_status;
    /// Change subject, body and date of creation.
    EditCase = "edit_case" from Office, may_edit_case;
    /// Hand a case that one sees back to whoever made it.
    HandBack = "hand_back" from Employee, may_hand_back;
    /// Link cases to each other, merge and split them.
    RelateCases = "relate_cases" from Office, may_relate_cases;
    /// Comment, so that colleagues see it.
    Comment = "comment" from Employee, may_comment;
    /// Comment, so that the customer sees it.
    CommentExternally = "comment_externally" from Office, may_comment_externally;
    /// Take back what somebody else has done.
    UndoForOthers = "undo_for_others" from Administrator, may_undo_for_others;
    /// Search among all customers.
    SearchCustomers = "search_customers" from Employee, may_search_customers;
    /// Search among colleagues, and see their cards.
    SearchPeople = "search_people" from Office, may_search_people;
    /// See the list of customers and their cards.
    SeeCustomers = "see_customers" from Office, may_see_customers;
    /// Write down customers: new ones, changes, whether they are active.
    EditCustomers = "edit_customers" from Office, may_edit_customers;
    /// Be shown what is protected at a customer's site that one has to do with.
    ShowSecrets = "show_secrets" from Employee, may_show_secrets;
    /// Add colleagues, change what is said about them, their teams and how they log in.
    ManagePeople = "manage_people" from Administrator, may_manage_people;
    /// Import files of customers, colleagues and cases, and take that back.
    Import = "import" from Administrator, may_import;
    /// Decide the company's words, properties and templates.
    ManageSettings = "manage_settings" from Administrator, may_manage_settings;
    /// Decide what roles there are and what they may.
    ManageRoles = "manage_roles" from Administrator, may_manage_roles;
    /// Share saved views with a role or the whole company, and change those that one has shared.
    ShareViews = "share_views" from Office, may_share_views;
}

/// A set of [`Action`]s: what a role may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Permissions(u64);

impl Permissions {
    /// What one of the four may: administrators all, office staff all of a desk's work. Employees in
    /// the field register cases, comment internally and change the status of those that they see.
    /// Customers do nothing here yet.
    pub const fn of(role: Role) -> Self {
        let mut permissions = Self(0);
        let mut index = 0;
        while index < Action::ALL.len() {
            let action = Action::ALL[index];
            if role as u8 <= action.role() as u8 {
                permissions = permissions.with(action);
            }
            index += 1;
        }
        permissions
    }

    /// Those with these names. A name that this program does not know allows nothing.
    pub fn named<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> Self {
        let action = |name: S| Action::ALL.iter().copied().find(|action| action.as_str() == name.as_ref());
        names.into_iter().filter_map(action).fold(Self::default(), Self::with)
    }

    /// These and one more.
    #[must_use]
    pub const fn with(self, action: Action) -> Self {
        Self(self.0 | 1 << action as u64)
    }

    /// Whether the action is among them.
    pub const fn has(self, action: Action) -> bool {
        self.0 & 1 << action as u64 != 0
    }

    /// One after the other.
    pub fn actions(self) -> impl Iterator<Item = Action> {
        Action::ALL.iter().copied().filter(move |action| self.has(*action))
    }
}

/// What one must be allowed to do to make that change. With files it also depends on whose they are: see
/// [`crate::files::File::removable`].
pub const fn action_of(change: &Change) -> Action {
    match change {
        Change::Status { .. } => Action::ChangeStatus,
        Change::Subject { .. } | Change::Body { .. } | Change::CreatedAt { .. } => Action::EditCase,
        Change::FileAdded { .. } | Change::FileRemoved { .. } | Change::FileRestored { .. } => {
            Action::Comment
        }
        _ => Action::ChangeCase,
    }
}

/// Whether the viewer may do it.
pub const fn can(viewer: &Viewer, action: Action) -> bool {
    viewer.permissions.has(action)
}

/// Whether the viewer sees every case of the company, or only those where they are responsible,
/// linked or creator.
pub const fn sees_all_cases(viewer: &Viewer) -> bool {
    can(viewer, Action::SeeAllCases)
}

/// Whether the viewer may change and remove a saved view: one's own; a shared one if one made it and
/// still may share, or decides the company's settings.
pub const fn may_change_view(viewer: &Viewer, owner: PersonId, is_shared: bool) -> bool {
    let is_own = owner.0 == viewer.person.0;
    match is_shared {
        true => is_own && can(viewer, Action::ShareViews) || can(viewer, Action::ManageSettings),
        false => is_own,
    }
}

/// Where a login leads.
pub const fn home(permissions: Permissions) -> &'static str {
    if permissions.has(Action::UseDesk) {
        "/"
    } else if permissions.has(Action::UsePhone) {
        "/m"
    } else {
        "/portal"
    }
}

/// The phone's page that shows what the desk's page at that path shows, for whoever has the phone alone: links are
/// made for the desk. Whether they may see it is asked there. None: there is none, or they have a desk.
pub fn phone_page(permissions: Permissions, path: &str, query: &str) -> Option<String> {
    if permissions.has(Action::UseDesk) || !permissions.has(Action::UsePhone) {
        return None;
    }
    match path {
        "/arenden" => Some(match Filter::from_query(query).query {
            typed if typed.is_empty() => "/m".to_owned(),
            query => format!("/m?{}", Filter { query, ..Filter::default() }.to_query()),
        }),
        "/arenden/nytt" => Some("/m/nytt".to_owned()),
        "/aviseringar" => Some("/m/aviseringar".to_owned()),
        "/jag" => Some("/m/jag".to_owned()),
        path => {
            let number = path.strip_prefix("/arenden/")?.parse::<CaseNumber>().ok()?;
            Some(format!("/m/arenden/{number}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_roles_may_what_they_always_might() {
        let may = |role, action| Permissions::of(role).has(action);
        for action in Action::ALL {
            assert!(may(Role::Administrator, *action), "{action:?}");
            assert!(!may(Role::Customer, *action), "{action:?}");
        }
        assert!(may(Role::Office, Action::ChangeCase) && !may(Role::Office, Action::ManageRoles));
        assert!(may(Role::Employee, Action::ChangeStatus) && !may(Role::Employee, Action::ChangeCase));
        assert_eq!(Role::ALL.map(|role| home(Permissions::of(role))), ["/", "/", "/m", "/portal"]);
    }

    #[test]
    fn only_who_has_the_phone_alone_is_led_to_its_pages() {
        let led = |role, path: &str, query: &str| phone_page(Permissions::of(role), path, query);
        for (path, query, page) in [
            ("/arenden/2411", "falt=status", Some("/m/arenden/2411")),
            ("/arenden", "bas=alla", Some("/m")),
            ("/arenden", "q=nyckel&bas=alla", Some("/m?q=nyckel")),
            ("/arenden/nytt", "", Some("/m/nytt")),
            ("/jag", "", Some("/m/jag")),
            ("/aviseringar", "", Some("/m/aviseringar")),
            ("/arenden/x", "", None),
            ("/arenden/2411/bilagor/1", "", None),
            ("/kunder", "", None),
            ("/m", "", None),
        ] {
            assert_eq!(led(Role::Employee, path, query).as_deref(), page, "{path}");
            for role in [Role::Administrator, Role::Office, Role::Customer] {
                assert_eq!(led(role, path, query), None, "{path} as {role:?}");
            }
        }
    }

    #[test]
    fn permissions_survive_the_database() {
        for role in Role::ALL {
            let permissions = Permissions::of(role);
            assert_eq!(Permissions::named(permissions.actions().map(Action::as_str)), permissions);
        }
        assert_eq!(Permissions::named(["become_root", ""]), Permissions::default());
    }
}
