//! Roles and what they may.

use super::Language;
use crate::people::Role;

texts! {
    may_use_desk: "Arbeta på kontoret", "Work at the desk";
    may_use_phone: "Använda mobilen", "Use the phone";
    may_see_all_cases: "Se alla ärenden", "See all cases";
    may_create_case: "Skapa ärenden", "Create cases";
    may_change_case: "Ändra ärendens egenskaper", "Change properties of cases";
    may_import: "Importera filer", "Import files";
    may_change_status: "Ändra status", "Change status";
    may_edit_case: "Redigera rubrik och innehåll", "Edit subject and description";
    may_hand_back: "Återkoppla till skaparen", "Hand back to the creator";
    may_relate_cases: "Koppla, slå ihop och bryta ut ärenden", "Link, merge and split cases";
    may_comment: "Kommentera internt", "Comment internally";
    may_comment_externally: "Kommentera så att kunden ser", "Comment so that the customer sees";
    may_undo_for_others: "Ångra andras ändringar", "Undo what others have changed";
    may_search_customers: "Söka bland kunder", "Search customers";
    may_see_customers: "Se kundlistan och kundkorten", "See the list of customers and their cards";
    may_edit_customers: "Lägga upp och ändra kunder", "Create and change customers";
    may_show_secrets: "Visa skyddade uppgifter", "Show what is protected";
    may_search_people: "Söka bland anställda", "Search people";
    may_manage_people: "Ändra anställda och team", "Change people and teams";
    may_manage_settings: "Ändra inställningar", "Change settings";
    roles_heading: "Roller", "Roles";
    roles_about: "En roll säger vad man får göra. De inbyggda finns alltid; gör egna när någon ska få mer eller mindre.", "A role says what one may do. The built-in ones are always there; make your own when somebody shall have more or less.";
    role_built_in: "Inbyggd", "Built in";
    role_made_from(base: &str): "Gjord av {base}", "Made from {base}";
    role_new: "Ny roll", "New role";
    role_new_from(base: &str): "Ny roll av {base}", "New role from {base}";
    role_change: "Ändra roll", "Change role";
    role_may: "Får", "May";
    role_permissions(count: usize): "{count} behörigheter", "{count} permissions";
    role_people: "Personer", "People";
    role_give: "Ge roll", "Give role";
    role_give_about: "Rollen gäller från nästa sida som personen öppnar.", "The role holds from the next page that the person opens.";
    role_staff: "Till anställda", "To the staff";
    role_whom: "Anställd", "Colleague";
    role_remove: "Ta bort roll", "Remove role";
    role_remove_about(people: i64): "{people} personer har rollen och får den som du väljer här i stället.", "{people} people have the role and get the one that you choose here instead.";
    role_instead: "Roll i stället", "Role instead";
    may_share_views: "Dela sparade vyer med andra", "Share saved views with others";
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
