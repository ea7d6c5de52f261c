//! Who may what. The store asks before it writes, the screen asks before it shows a button.
//!
//! What a viewer may *see* is decided before this, by the store's `visible`: a case that one may
//! not see does not exist.

use crate::people::{Role, Viewer};

/// Something that a viewer may or may not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Work at the desk: the list of all cases, bulk changes, customers and colleagues.
    UseDesk,
    /// Use the phone's pages.
    UsePhone,
    /// Register a case.
    CreateCase,
    /// Change any property of a case that one sees.
    ChangeCase,
    /// Mark a case that one sees as solved, or open it again: its status only.
    ChangeStatus,
    /// Change subject, body and date of creation.
    EditCase,
    /// Comment, so that colleagues see it.
    Comment,
    /// Comment, so that the customer sees it.
    CommentExternally,
    /// Search among all customers.
    SearchCustomers,
    /// Search among colleagues, and see their cards.
    SearchPeople,
    /// Add colleagues, change what is said about them, their teams and how they log in.
    ManagePeople,
}

/// Whether the viewer may do it.
///
/// Administrators and office staff do all of a desk's work. Employees in the field register cases,
/// comment internally and change the status of those that they see. Customers do nothing here yet.
pub const fn can(viewer: &Viewer, action: Action) -> bool {
    use Action::*;
    match viewer.role {
        Role::Administrator => true,
        Role::Office => !matches!(action, ManagePeople),
        Role::Employee => matches!(action, UsePhone | CreateCase | ChangeStatus | Comment | SearchCustomers),
        Role::Customer => false,
    }
}

/// Whether the viewer sees every case of the company, or only those where they are responsible,
/// linked or creator.
pub const fn sees_all_cases(viewer: &Viewer) -> bool {
    matches!(viewer.role, Role::Administrator | Role::Office)
}

/// Where a login leads.
pub const fn home(role: Role) -> &'static str {
    match role {
        Role::Administrator | Role::Office => "/",
        Role::Employee => "/m",
        Role::Customer => "/portal",
    }
}
