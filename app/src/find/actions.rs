//! Where one can go and what one can do, in one table.

use domain::{
    people::Viewer,
    policy::{Action, can},
    text::Language,
};

/// A page or an act of the desk.
#[derive(Clone, Copy)]
pub(super) struct Destination {
    pub(super) says: fn(Language) -> &'static str,
    pub(super) icon: &'static str,
    pub(super) address: &'static str,
    /// Who may not do that is not led there.
    needs: Option<Action>,
}

const fn to(
    says: fn(Language) -> &'static str,
    icon: &'static str,
    address: &'static str,
    needs: Option<Action>,
) -> Destination {
    Destination { says, icon, address, needs }
}

/// The address that opens the panel of a new case in place of its page.
pub(super) const NEW_CASE: &str = "/arenden/nytt";

const ALL: [Destination; 18] = [
    to(Language::new_case, "plus", NEW_CASE, Some(Action::CreateCase)),
    to(Language::menu_start, "start", "/", None),
    to(Language::cases_title, "cases", "/arenden", None),
    to(Language::my_cases, "user", "/arenden?ansvarig=jag", None),
    to(Language::notifications, "bell", "/aviseringar", None),
    to(Language::menu_customers, "customers", "/kunder", Some(Action::SeeCustomers)),
    to(Language::new_customer, "plus", "/kunder/ny", Some(Action::EditCustomers)),
    to(Language::menu_employees, "people", "/anstallda", Some(Action::SearchPeople)),
    to(Language::new_employee, "plus", "/anstallda/ny", Some(Action::ManagePeople)),
    to(Language::teams, "people", "/anstallda/team", Some(Action::ManagePeople)),
    to(Language::views_arrange, "list", "/arenden/vyer", None),
    to(Language::menu_account, "user", "/jag", None),
    to(Language::menu_settings, "settings", "/installningar", Some(Action::ManageSettings)),
    to(Language::settings_company, "settings", "/installningar/foretag", Some(Action::ManageSettings)),
    to(Language::settings_templates, "settings", "/installningar/mallar", Some(Action::ManageSettings)),
    to(Language::settings_roles, "settings", "/installningar/roller", Some(Action::ManageSettings)),
    to(Language::import_title, "settings", "/installningar/import", Some(Action::Import)),
    to(Language::widgets_title, "settings", "/installningar/widgetar", None),
];

/// Those whose name has all the letters that were typed, for who may go there; all when nothing is typed.
pub(super) fn destinations(viewer: &Viewer, typed: &str, text: Language) -> Vec<Destination> {
    let typed = typed.trim().to_lowercase();
    let is_meant = |to: &&Destination| {
        to.needs.is_none_or(|action| can(viewer, action))
            && (typed.is_empty() || (to.says)(text).to_lowercase().contains(&typed))
    };
    ALL.iter().filter(is_meant).copied().collect()
}
