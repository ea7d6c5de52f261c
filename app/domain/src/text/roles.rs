//! Roles and what they may.

use super::Language;
use crate::people::Role;

texts! {
    may_use_desk: "Arbeta på kontoret", "Work at the desk";
    may_use_phone: "Använda mobilen", "Use the phone";
    may_see_all_cases: "Se alla ärenden", "See all cases";
    may_create_case: "Skapa ärenden", "Create cases";
    may_change_case: "Ändra ärendens egenskaper", "Change properties of cases";
    may_change_status: "Ändra status", "Change status";
    may_edit_case: "Redigera rubrik och innehåll", "Edit subject and description";
    may_comment: "Kommentera internt", "Comment internally";
    may_comment_externally: "Kommentera så att kunden ser", "Comment so that the customer sees";
    may_undo_for_others: "Ångra andras ändringar", "Undo what others have changed";
    may_search_customers: "Söka bland kunder", "Search customers";
    may_search_people: "Söka bland anställda", "Search people";
    may_manage_people: "Ändra anställda och team", "Change people and teams";
    may_manage_settings: "Ändra inställningar", "Change settings";
    may_manage_roles: "Ändra roller och behörigheter", "Change roles and permissions";
}

impl Role {
    /// Its name on screen.
    pub const fn name(self, text: Language) -> &'static str {
        match self {
            Self::Administrator => text.role_administrator(),
            Self::Office => text.role_office(),
            Self::Employee => text.role_employee(),
            Self::Customer => text.role_customer(),
        }
    }
}
