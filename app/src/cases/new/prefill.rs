//! What an address fills in: `/arenden/nytt?kund=1042&ansvarig=jag&rubrik=…`.

use super::typed::Typed;
use crate::{
    customers::{customer_sites, name_customers, search_customers},
    page::Page,
    people::{name_people, search_people},
};
use domain::{
    cases::{Responsible, Vocabulary},
    ids::{CustomerId, PersonId, SiteId},
    people::Person,
    validate::SUBJECT_LIMIT,
};
use leptos_router::params::ParamsMap;
use serde::{Deserialize, Serialize};

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
    pub(super) async fn fulfil(self, me: Option<Person>, words: Vocabulary) -> Begun {
        let mut begun = Begun { typed: Typed::blank(&words), left_out: Vec::new() };
        begun.typed.put("rubrik", self.subject);
        if let Some(id) = self.customer {
            begun.put_customer(id, self.site).await;
        }
        match self.responsible {
            Some(Responsible::Me) => {
                if let Some(me) = me {
                    begun.typed.put_responsible(&me);
                }
            }
            Some(Responsible::Person(id)) => begun.put_responsible(id).await,
            Some(Responsible::Nobody) | None => {}
        }
        begun
    }
}

/// What the form begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Begun {
    pub(super) typed: Typed,
    /// Who was wished for but cannot be chosen any longer.
    pub(super) left_out: Vec<String>,
}

impl Begun {
    async fn put_customer(&mut self, id: CustomerId, wanted: Option<SiteId>) {
        let Some((id, name)) = name_customers(vec![id]).await.ok().and_then(|mut found| found.pop()) else {
            return;
        };
        // The search knows who can be chosen; whoever has that very number comes first.
        let offered = search_customers(id.to_string()).await.unwrap_or_default();
        if offered.first().is_none_or(|hit| hit.id != id) {
            return self.left_out.push(name);
        }
        self.typed.put("kund", name);
        self.typed.put("kund_id", id.to_string());
        let sites = customer_sites(id).await.unwrap_or_default();
        let site = sites.iter().find(|site| wanted.map_or(site.is_default, |wanted| site.id == wanted));
        if let Some(site) = site {
            self.typed.put("plats", site.id.to_string());
        }
    }

    async fn put_responsible(&mut self, id: PersonId) {
        let Some(person) = name_people(vec![id]).await.ok().and_then(|mut found| found.pop()) else {
            return;
        };
        let offered = search_people(person.name.clone()).await.unwrap_or_default();
        match offered.iter().any(|other| other.id == id) {
            true => self.typed.put_responsible(&person),
            false => self.left_out.push(person.name),
        }
    }
}

/// Whoever fills in the form.
pub(super) fn oneself(page: Page) -> Option<Person> {
    page.viewer().map(|viewer| Person { id: viewer.person, name: viewer.name })
}
