//! Customers and colleagues by the names that a file has for them.

use crate::{Result, Tx};
use domain::{
    ids::{CustomerId, PersonId},
    imports,
    people::Viewer,
};
use std::collections::HashMap;

/// Who and what goes by the names in some rows, each with its own name.
pub(crate) struct Named {
    people: HashMap<String, (PersonId, String)>,
    customers: HashMap<String, (CustomerId, String)>,
}

impl Named {
    /// All colleagues, and the customers that are called so.
    pub(crate) async fn of(viewer: &Viewer, tx: &mut Tx, customers: &[&str]) -> Result<Self> {
        let said: Vec<String> = customers.iter().map(|said| said.to_lowercase()).collect();
        let numbers: Vec<i32> = said.iter().filter_map(|said| imports::number(said)).collect();
        let customers = sqlx::query!(
            r#"SELECT id AS "id!: CustomerId", name AS "name!", lower(name) AS "folded!"
               FROM customer WHERE company_id = $1 AND id = ANY($2)
               UNION SELECT id, name, lower(name) FROM customer WHERE company_id = $1 AND lower(name) = ANY($3)
               ORDER BY 1 DESC"#,
            viewer.company.0,
            &numbers,
            &said
        )
        .fetch_all(&mut **tx)
        .await?;
        // Of namesakes the oldest.
        let customers = customers.into_iter().flat_map(|found| {
            let customer = (found.id, found.name);
            [(found.id.to_string(), customer.clone()), (found.folded, customer)]
        });
        let people = sqlx::query!(
            r#"SELECT id AS "id: PersonId", name, lower(name) AS "folded!", lower(email) AS email,
                   lower(user_name) AS user_name
               FROM person WHERE company_id = $1 AND role <> 'customer' ORDER BY active, id DESC"#,
            viewer.company.0
        )
        .fetch_all(&mut **tx)
        .await?;
        let people = people.into_iter().flat_map(|person| {
            let names = [Some(person.folded), person.email, person.user_name];
            names.into_iter().flatten().map(move |name| (name, (person.id, person.name.clone())))
        });
        Ok(Self { people: people.collect(), customers: customers.collect() })
    }

    /// The customer of that name or number.
    pub(crate) fn customer(&self, said: &str) -> Option<(CustomerId, &str)> {
        let said = imports::number(said).map_or_else(|| said.to_lowercase(), |number| number.to_string());
        self.customers.get(&said).map(|(id, name)| (*id, name.as_str()))
    }

    /// The colleague of that name, e-mail address or user name.
    pub(crate) fn person(&self, said: &str) -> Option<(PersonId, &str)> {
        self.people.get(&said.to_lowercase()).map(|(id, name)| (*id, name.as_str()))
    }
}
