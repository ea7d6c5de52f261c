//! Where one can go and what one can do, in one table.

use domain::{
    cases::{Feature, Unused},
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
    /// Without that there is no such page.
    of: Option<Feature>,
}

impl Destination {
    const fn of(self, feature: Feature) -> Self {
        Self { of: Some(feature), ..self }
    }
}

const fn to(
    says: fn(Language) -> &'static str,
    icon: &'static str,
    address: &'static str,
    needs: Option<Action>,
) -> Destination {
    Destination { says, icon, address, needs, of: None }
}

/// The address that opens the panel of a new case in place of its page.
pub(super) const NEW_CASE: &str = "/arenden/nytt";

const ALL: [Destination; 18] = [
    to(Language::new_case, "plus", NEW_CASE, Some(Action::CreateCase)),
    to(Language::menu_start, "start", "/", None),
    to(Language::cases_title, "cases", "/arenden", None),
    to(Language::my_cases, "user", "/arenden?ansvarig=jag", None).of(Feature::Responsible),
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

/// Those whose name has all the letters that were typed, for who may go there, of a company that does without
/// `unused`; all when nothing is typed.
pub(super) fn destinations(viewer: &Viewer, unused: Unused, typed: &str, text: Language) -> Vec<Destination> {
    let typed = typed.trim().to_lowercase();
    let is_meant = |to: &&Destination| {
        to.needs.is_none_or(|action| can(viewer, action))
            && to.of.is_none_or(|feature| !unused.has(feature))
            && (typed.is_empty() || (to.says)(text).to_lowercase().contains(&typed))
    };
    ALL.iter().filter(is_meant).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        ids::{CompanyId, PersonId, SessionId},
        people::Role,
        policy::Permissions,
    };

    #[test]
    fn nobody_is_led_to_what_the_company_does_without() {
        let viewer = Viewer {
            company: CompanyId(1),
            company_name: "Björkdala Städ AB".to_owned(),
            person: PersonId(1),
            name: "Maria Lindqvist".to_owned(),
            role: Role::Administrator,
            role_name: None,
            permissions: Permissions::of(Role::Administrator),
            language: Language::Swedish,
            shortcuts: true,
            session: SessionId(1),
            word_changes: None,
            today: Default::default(),
        };
        let count = |unused| destinations(&viewer, unused, "mina ärenden", Language::Swedish).len();
        assert_eq!(count(Unused::default()), 1);
        assert_eq!(count(Unused::named(["responsible"])), 0);
    }
}
