//! What an address fills in: `/arenden/nytt?kund=1042&ansvarig=jag&rubrik=…`.

use super::typed::Typed;
use crate::{
    customers::{customer_sites, name_customers},
    page::Page,
    people::name_people,
};
use domain::{
    cases::{Responsible, Vocabulary},
    ids::{CustomerId, SiteId},
    people::Person,
    validate::SUBJECT_LIMIT,
};
use leptos_router::params::ParamsMap;

/// What is wished for, before names are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wish {
    subject: String,
    customer: Option<CustomerId>,
    site: Option<SiteId>,
    responsible: Option<Responsible>,
}

impl Wish {
    pub(super) fn read(query: &ParamsMap) -> Self {
        let get = |name| query.get_str(name).unwrap_or_default();
        Self {
            subject: get("rubrik").chars().take(SUBJECT_LIMIT as usize).collect(),
            customer: get("kund").parse().ok(),
            site: get("plats").parse().ok(),
            responsible: Responsible::from_slug(get("ansvarig")),
        }
    }

    /// Tells forms that were filled in differently apart.
    pub(super) fn name(&self) -> String {
        let customer = self.customer.map(|id| id.to_string()).unwrap_or_default();
        let responsible = self.responsible.map(Responsible::slug).unwrap_or_default();
        match (customer.as_str(), responsible.as_str(), self.subject.as_str()) {
            ("", "", "") => String::new(),
            (customer, responsible, subject) => format!("{customer}.{responsible}.{subject}"),
        }
    }

    /// The form with it; what nobody knows is left out.
    pub(super) async fn fulfil(self, me: Option<Person>, words: Vocabulary) -> Typed {
        let mut typed = Typed::blank(&words);
        typed.put("rubrik", self.subject);
        if let Some(id) = self.customer
            && let Some((id, name)) = name_customers(vec![id]).await.ok().and_then(|mut found| found.pop())
        {
            typed.put("kund", name);
            typed.put("kund_id", id.to_string());
            let sites = customer_sites(id).await.unwrap_or_default();
            let site =
                sites.iter().find(|site| self.site.map_or(site.is_default, |wanted| site.id == wanted));
            if let Some(site) = site {
                typed.put("plats", site.id.to_string());
            }
        }
        let responsible = match self.responsible {
            Some(Responsible::Me) => me,
            Some(Responsible::Person(id)) => {
                name_people(vec![id]).await.ok().and_then(|mut found| found.pop())
            }
            Some(Responsible::Nobody) | None => None,
        };
        if let Some(person) = responsible {
            typed.put_responsible(&person);
        }
        typed
    }
}

/// Whoever fills in the form.
pub(super) fn oneself(page: Page) -> Option<Person> {
    page.viewer().map(|viewer| Person { id: viewer.person, name: viewer.name })
}
