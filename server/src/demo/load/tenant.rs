//! A company in the database: its row, its words, its people and its customers.

use super::{Error, settings, views};
use crate::demo::{CustomerKind, DemoCompany, LOGINS, Site, staff};
use domain::{
    identity,
    ids::{CompanyId, CustomerId, PersonId, SiteId, TeamId},
    people::Role,
    phone::Phone,
};
use sqlx::PgConnection;

/// A demo company with its number. The staff are counted from 1; who speaks for a customer has its number.
pub(super) struct Tenant<'a> {
    pub(super) company: CompanyId,
    pub(super) demo: &'a DemoCompany,
    /// For each customer, the number of its first site.
    first_sites: Vec<i32>,
}

/// The number of the first customer, so that one tells customers from cases on the phone.
const FIRST_CUSTOMER: usize = 1001;

impl<'a> Tenant<'a> {
    /// Writes all of the company but its cases.
    pub(super) async fn found(
        connection: &mut PgConnection,
        demo: &'a DemoCompany,
        password_hash: &str,
    ) -> Result<Self, Error> {
        let company = sqlx::query_scalar("INSERT INTO company (name) VALUES ($1) RETURNING id")
            .bind(demo.company.name())
            .fetch_one(&mut *connection)
            .await?;
        let first_sites = demo.cards.iter().scan(1, |next, card| {
            let first = *next;
            *next += card.sites.len() as i32;
            Some(first)
        });
        let tenant = Self { company, demo, first_sites: first_sites.collect() };
        store::cases::install_defaults(connection, company).await?;
        settings::decide(connection, company, demo.company).await?;
        tenant.set_counter(connection).await?;
        tenant.add_customers(connection).await?;
        tenant.add_sites(connection).await?;
        tenant.add_secrets(connection).await?;
        tenant.add_customer_contacts(connection).await?;
        tenant.index_customers(connection).await?;
        tenant.add_teams(connection).await?;
        tenant.add_staff(connection, password_hash).await?;
        views::save(connection, company).await?;
        tenant.add_contacts(connection, password_hash).await?;
        tenant.add_former(connection).await?;
        Ok(tenant)
    }

    /// The number of the employee at that place in the list.
    pub(super) fn employee(&self, index: usize) -> PersonId {
        PersonId(index as i32 + 1)
    }

    /// The team of the employee at that place in the list, which a case of theirs has too.
    pub(super) fn team_of(&self, index: usize) -> Option<TeamId> {
        let name = self.demo.employees.get(index)?.team?;
        let place = staff::teams(self.demo.company).iter().position(|team| *team == name)?;
        Some(TeamId(place as i16 + 1))
    }

    /// The number of the person who speaks for the customer at that place in the list.
    pub(super) fn contact(&self, customer: usize) -> PersonId {
        PersonId(self.customer(customer).0)
    }

    /// The number of the customer at that place in the list.
    pub(super) fn customer(&self, index: usize) -> CustomerId {
        CustomerId((FIRST_CUSTOMER + index) as i32)
    }

    /// Which of the customer's sites the case is about.
    pub(super) fn site(&self, customer: usize, case: u32) -> SiteId {
        let sites = self.demo.cards.get(customer).map_or(1, |card| card.sites.len());
        let first = self.first_sites.get(customer).copied().unwrap_or_default();
        SiteId(first + (case as usize % sites.max(1)) as i32)
    }

    /// The next case follows on the last one of the demo.
    async fn set_counter(&self, connection: &mut PgConnection) -> Result<(), Error> {
        sqlx::query(
            "INSERT INTO case_counter (company_id, last_number) VALUES ($1, $2)
             ON CONFLICT (company_id) DO UPDATE SET last_number = excluded.last_number",
        )
        .bind(self.company)
        .bind(self.demo.cases().len() as i32)
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn add_customers(&self, connection: &mut PgConnection) -> Result<(), Error> {
        let (customers, cards) = (&self.demo.customers, &self.demo.cards);
        sqlx::query(
            "INSERT INTO customer (company_id, id, kind, name, identity_number, email, phone, office_notes,
                                   field_notes, search_text)
             SELECT $1, c.*, ''
             FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                         $9::text[]) AS c",
        )
        .bind(self.company)
        .bind(list(0..customers.len(), |index| self.customer(index).0))
        .bind(list(customers, |customer| kind(customer.kind)))
        .bind(list(customers, |customer| customer.name.as_str()))
        .bind(list(customers, |customer| {
            customer.organisation_number.as_deref().and_then(identity::organisation)
        }))
        .bind(list(customers, |customer| customer.email.as_str()))
        .bind(list(customers, |customer| e164(&customer.phone)))
        .bind(list(cards, |card| card.office_notes))
        .bind(list(cards, |card| card.field_notes))
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn add_sites(&self, connection: &mut PgConnection) -> Result<(), Error> {
        let sites: Vec<_> = self.sites().collect();
        sqlx::query(
            "INSERT INTO customer_site (company_id, id, customer_id, name, street, postal_code, town, is_default)
             SELECT $1, s.* FROM unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[],
                                        $8::bool[]) AS s",
        )
        .bind(self.company)
        .bind(list(1..=sites.len(), |id| id as i32))
        .bind(list(&sites, |(customer, ..)| customer.0))
        .bind(list(&sites, |(_, _, site)| site.name))
        .bind(list(&sites, |(_, _, site)| site.street.as_str()))
        .bind(list(&sites, |(_, _, site)| site.postal_code.as_str()))
        .bind(list(&sites, |(_, _, site)| site.town.as_str()))
        .bind(list(&sites, |(_, place, _)| *place == 0))
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn add_secrets(&self, connection: &mut PgConnection) -> Result<(), Error> {
        let sites = self.sites().zip(1_i32..);
        let secrets: Vec<_> = sites
            .flat_map(|((_, _, site), id)| site.secrets.iter().map(move |secret| (id, secret)))
            .collect();
        sqlx::query(
            "INSERT INTO site_secret (company_id, site_id, kind, value)
             SELECT $1, s.* FROM unnest($2::int[], $3::text[], $4::text[]) AS s",
        )
        .bind(self.company)
        .bind(list(&secrets, |(site, _)| *site))
        .bind(list(&secrets, |(_, (kind, _))| kind.as_str()))
        .bind(list(&secrets, |(_, (_, value))| value.as_str()))
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn add_customer_contacts(&self, connection: &mut PgConnection) -> Result<(), Error> {
        let cards = self.demo.cards.iter().enumerate();
        let contacts: Vec<_> = cards
            .flat_map(|(index, card)| {
                card.contacts.iter().zip(1_i16..).map(move |(c, place)| (index, place, c))
            })
            .collect();
        sqlx::query(
            "INSERT INTO customer_contact (company_id, customer_id, position, name, title, phone, email)
             SELECT $1, c.* FROM unnest($2::int[], $3::smallint[], $4::text[], $5::text[], $6::text[],
                                        $7::text[]) AS c",
        )
        .bind(self.company)
        .bind(list(&contacts, |(index, ..)| self.customer(*index).0))
        .bind(list(&contacts, |(_, place, _)| *place))
        .bind(list(&contacts, |(_, _, contact)| contact.name.as_str()))
        .bind(list(&contacts, |(_, _, contact)| contact.title))
        .bind(list(&contacts, |(_, _, contact)| e164(&contact.phone)))
        .bind(list(&contacts, |(_, _, contact)| contact.email.as_deref()))
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn index_customers(&self, connection: &mut PgConnection) -> Result<(), Error> {
        sqlx::query(
            "UPDATE customer SET search_text = customer_document(company_id, id) WHERE company_id = $1",
        )
        .bind(self.company)
        .execute(connection)
        .await?;
        Ok(())
    }

    /// All sites in the order of their numbers: whose, which of theirs, and what it is.
    fn sites(&self) -> impl Iterator<Item = (CustomerId, usize, &'a Site)> + use<'_, 'a> {
        let cards = self.demo.cards.iter().enumerate();
        cards.flat_map(move |(index, card)| {
            card.sites.iter().enumerate().map(move |(place, site)| (self.customer(index), place, site))
        })
    }

    async fn add_teams(&self, connection: &mut PgConnection) -> Result<(), Error> {
        let teams = staff::teams(self.demo.company);
        sqlx::query(
            "INSERT INTO team (company_id, id, slug, name, position)
             SELECT $1, position, slug, name, position
             FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS t (slug, name, position)",
        )
        .bind(self.company)
        .bind(list(teams, |name| domain::teams::slug(name)))
        .bind(list(teams, |name| *name))
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn add_staff(&self, connection: &mut PgConnection, password_hash: &str) -> Result<(), Error> {
        let employees = &self.demo.employees;
        sqlx::query(
            "INSERT INTO person (company_id, id, role, name, email, phone, password_hash, title, team_id, user_name)
             SELECT $1, id, role, name, email, phone, $7, title, team_id, user_name
             FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $8::text[], $9::smallint[],
                         $10::text[])
                  AS p (id, role, name, email, phone, title, team_id, user_name)",
        )
        .bind(self.company)
        .bind(list(0..employees.len(), |index| self.employee(index).0))
        .bind(list(employees, |employee| employee.role.as_str()))
        .bind(list(employees, |employee| employee.name()))
        .bind(list(employees, |employee| employee.email.as_str()))
        .bind(list(employees, |employee| e164(&employee.phone)))
        .bind(password_hash)
        .bind(list(employees, |employee| employee.title))
        .bind(list(0..employees.len(), |index| self.team_of(index).map(|team| team.0)))
        .bind(list(employees, |employee| employee.user_name.as_deref()))
        .execute(connection)
        .await?;
        Ok(())
    }

    /// Somebody for each customer, to write its comments. Only those with a promised login have a
    /// password and an address: addresses are unique over all companies, customers' are not.
    async fn add_contacts(&self, connection: &mut PgConnection, password_hash: &str) -> Result<(), Error> {
        let customers = &self.demo.customers;
        let login = |email: &str| LOGINS.iter().any(|login| login.email == email);
        sqlx::query(
            "INSERT INTO person (company_id, id, role, name, email, phone, customer_id, password_hash)
             SELECT $1, id, $2, name, email, phone, customer, CASE WHEN email IS NOT NULL THEN $8 END
             FROM unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::int[])
                  AS p (id, name, email, phone, customer)",
        )
        .bind(self.company)
        .bind(Role::Customer.as_str())
        .bind(list(0..customers.len(), |index| self.contact(index).0))
        .bind(list(customers, |customer| format!("{} {}", customer.contact_first, customer.contact_last)))
        .bind(list(customers, |customer| Some(customer.email.as_str()).filter(|email| login(email))))
        .bind(list(customers, |customer| e164(&customer.phone)))
        .bind(list(0..customers.len(), |index| self.customer(index).0))
        .bind(password_hash)
        .execute(connection)
        .await?;
        Ok(())
    }

    /// Somebody who has left: numbered after all other staff, so that cases refer to nobody anew.
    async fn add_former(&self, connection: &mut PgConnection) -> Result<(), Error> {
        let (name, title) = staff::former(self.demo.company);
        sqlx::query(
            "INSERT INTO person (company_id, id, role, name, title, active) VALUES ($1, $2, $3, $4, $5, false)",
        )
        .bind(self.company)
        .bind(self.employee(self.demo.employees.len()).0)
        .bind(Role::Employee.as_str())
        .bind(name)
        .bind(title)
        .execute(connection)
        .await?;
        Ok(())
    }
}

/// As it is kept.
fn e164(phone: &str) -> Option<String> {
    Phone::parse(phone).map(|phone| phone.e164().to_owned())
}

/// As the database calls it.
fn kind(kind: CustomerKind) -> &'static str {
    match kind {
        CustomerKind::Private => "private",
        CustomerKind::Brf | CustomerKind::Company | CustomerKind::Municipal | CustomerKind::Shop => {
            "organisation"
        }
    }
}

/// A column of a table.
fn list<T, U>(items: impl IntoIterator<Item = T>, column: impl Fn(T) -> U) -> Vec<U> {
    items.into_iter().map(column).collect()
}
