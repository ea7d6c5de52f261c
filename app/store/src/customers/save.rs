//! Writes customers down: the row, contacts, sites, and what is protected there.

use super::{
    allowed,
    stands::{Hold, stand},
};
use crate::{Db, Result, Tx, search};
use domain::{
    customers::{ContactEdit, CustomerEdit, SiteEdit},
    ids::{CustomerId, SiteId},
    merge::Clash,
    people::Viewer,
    policy::Action,
    problem::{Field, FieldError, Problem, Refusal},
};

/// Makes a customer and gives its number: one more than the highest.
///
/// # Errors
/// Forbidden; invalid, with everything that is wrong.
pub async fn create(viewer: &Viewer, db: &Db, edit: CustomerEdit) -> Result<CustomerId> {
    allowed(viewer, Action::EditCustomers)?;
    let edit = edit.checked(viewer.today)?;
    let mut tx = db.begin(viewer).await?;
    lock(viewer, &mut tx).await?;
    let id = sqlx::query_scalar!(
        r#"INSERT INTO customer (company_id, id, kind, name, search_text)
           SELECT $1, coalesce(max(id), 1000) + 1, $2, $3, '' FROM customer WHERE company_id = $1
           RETURNING id AS "id: CustomerId""#,
        viewer.company.0,
        edit.kind.as_str(),
        edit.name,
    )
    .fetch_one(&mut *tx)
    .await?;
    write(viewer, &mut tx, id, &edit).await?;
    tx.commit().await?;
    Ok(id)
}

/// Gives the customer what the form says, and keeps what somebody else has changed since the form was filled with
/// `seen`; without that, all is as the form says. Tells what both have changed: then nothing is saved.
///
/// # Errors
/// Forbidden; invalid, with everything that is wrong; not found.
pub async fn update(
    viewer: &Viewer,
    db: &Db,
    id: CustomerId,
    seen: Option<&CustomerEdit>,
    edit: CustomerEdit,
) -> Result<Option<Box<Clash<CustomerEdit>>>> {
    allowed(viewer, Action::EditCustomers)?;
    let mut edit = edit.checked(viewer.today)?;
    let mut tx = db.begin(viewer).await?;
    lock(viewer, &mut tx).await?;
    let now =
        stand(viewer, &mut tx, &[id], Hold::ToWrite).await?.remove(&id).ok_or(Problem::NotFound)?.before.edit;
    let name = now.name.clone();
    if let Some(seen) = seen {
        edit = match edit.merged(seen, now) {
            Ok(merged) => merged.checked(viewer.today)?,
            Err(clash) => return Ok(Some(clash)),
        };
    }
    write(viewer, &mut tx, id, &edit).await?;
    if name != edit.name {
        search::index_customer(&mut tx, viewer.company, id).await?;
    }
    tx.commit().await?;
    Ok(None)
}

/// Says that the customer still is one, or no longer: then it cannot be chosen, and all stays.
///
/// # Errors
/// Forbidden; not found.
pub async fn set_active(viewer: &Viewer, db: &Db, id: CustomerId, active: bool) -> Result<()> {
    allowed(viewer, Action::EditCustomers)?;
    let mut tx = db.begin(viewer).await?;
    let done = sqlx::query!(
        "UPDATE customer SET active = $3, version = version + 1 WHERE company_id = $1 AND id = $2",
        viewer.company.0,
        id.0,
        active
    )
    .execute(&mut *tx)
    .await?;
    if done.rows_affected() == 0 {
        return Err(Problem::NotFound.into());
    }
    Ok(tx.commit().await?)
}

/// Customers are written one after the other in a company, as their numbers and their sites' follow
/// on each other.
pub(super) async fn lock(viewer: &Viewer, tx: &mut Tx) -> Result<()> {
    sqlx::query!("SELECT pg_advisory_xact_lock(hashtext('customer'), $1)", viewer.company.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// What is blank is none.
fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

pub(super) async fn write(viewer: &Viewer, tx: &mut Tx, id: CustomerId, edit: &CustomerEdit) -> Result<()> {
    sqlx::query!(
        "UPDATE customer
         SET kind = $3, name = $4, identity_number = $5, phone = $6, email = $7, office_notes = $8,
             field_notes = $9, version = version + 1
         WHERE company_id = $1 AND id = $2",
        viewer.company.0,
        id.0,
        edit.kind.as_str(),
        edit.name,
        some(&edit.identity_number),
        some(&edit.phone),
        some(&edit.email),
        edit.office_notes,
        edit.field_notes,
    )
    .execute(&mut **tx)
    .await?;
    write_contacts(viewer, tx, id, &edit.contacts).await?;
    write_sites(viewer, tx, id, &edit.sites).await?;
    index(viewer, tx, id).await
}

async fn index(viewer: &Viewer, tx: &mut Tx, id: CustomerId) -> Result<()> {
    sqlx::query!(
        "UPDATE customer SET search_text = customer_document(company_id, id) WHERE company_id = $1 AND id = $2",
        viewer.company.0,
        id.0
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Nothing refers to a contact, so all are written anew.
async fn write_contacts(
    viewer: &Viewer,
    tx: &mut Tx,
    id: CustomerId,
    contacts: &[ContactEdit],
) -> Result<()> {
    sqlx::query!(
        "DELETE FROM customer_contact WHERE company_id = $1 AND customer_id = $2",
        viewer.company.0,
        id.0
    )
    .execute(&mut **tx)
    .await?;
    let column = |of: fn(&ContactEdit) -> &String| contacts.iter().map(|c| of(c).clone()).collect::<Vec<_>>();
    sqlx::query!(
        "INSERT INTO customer_contact (company_id, customer_id, position, name, title, phone, email)
         SELECT $1, $2, position, name, title, nullif(phone, ''), nullif(email, '')
         FROM unnest($3::text[], $4::text[], $5::text[], $6::text[])
              WITH ORDINALITY AS c (name, title, phone, email, position)",
        viewer.company.0,
        id.0,
        &column(|contact| &contact.name),
        &column(|contact| &contact.title),
        &column(|contact| &contact.phone),
        &column(|contact| &contact.email),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Sites that are missing in the form are kept for the cases that name them, and offered no more.
async fn write_sites(viewer: &Viewer, tx: &mut Tx, id: CustomerId, sites: &[SiteEdit]) -> Result<()> {
    sqlx::query!(
        "UPDATE customer_site SET is_default = false, active = false WHERE company_id = $1 AND customer_id = $2",
        viewer.company.0,
        id.0
    )
    .execute(&mut **tx)
    .await?;
    for (site, at) in sites.iter().zip(0..) {
        let site_id = match site.id {
            Some(known) => change_site(viewer, tx, id, known, site).await?,
            None => add_site(viewer, tx, id, site).await?,
        };
        let Some(site_id) = site_id else {
            return Err(FieldError { field: Field::SiteAt(at), refusal: Refusal::Unknown }.into());
        };
        write_secrets(viewer, tx, site_id, site).await?;
    }
    Ok(())
}

async fn change_site(
    viewer: &Viewer,
    tx: &mut Tx,
    customer: CustomerId,
    id: SiteId,
    site: &SiteEdit,
) -> Result<Option<SiteId>> {
    let changed = sqlx::query_scalar!(
        r#"UPDATE customer_site
           SET name = $4, street = $5, postal_code = $6, town = $7, is_default = $8, active = true
           WHERE company_id = $1 AND customer_id = $2 AND id = $3
           RETURNING id AS "id: SiteId""#,
        viewer.company.0,
        customer.0,
        id.0,
        site.name,
        site.street,
        site.postal_code,
        site.town,
        site.is_default,
    );
    Ok(changed.fetch_optional(&mut **tx).await?)
}

async fn add_site(
    viewer: &Viewer,
    tx: &mut Tx,
    customer: CustomerId,
    site: &SiteEdit,
) -> Result<Option<SiteId>> {
    let added = sqlx::query_scalar!(
        r#"INSERT INTO customer_site (company_id, id, customer_id, name, street, postal_code, town, is_default)
           SELECT $1, coalesce(max(id), 0) + 1, $2, $3, $4, $5, $6, $7 FROM customer_site WHERE company_id = $1
           RETURNING id AS "id: SiteId""#,
        viewer.company.0,
        customer.0,
        site.name,
        site.street,
        site.postal_code,
        site.town,
        site.is_default,
    );
    Ok(Some(added.fetch_one(&mut **tx).await?))
}

async fn write_secrets(viewer: &Viewer, tx: &mut Tx, id: SiteId, site: &SiteEdit) -> Result<()> {
    for secret in &site.secrets {
        match &secret.value {
            Some(value) => sqlx::query!(
                "INSERT INTO site_secret (company_id, site_id, kind, value) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (company_id, site_id, kind) DO UPDATE SET value = excluded.value",
                viewer.company.0,
                id.0,
                secret.kind.as_str(),
                value,
            ),
            None => sqlx::query!(
                "DELETE FROM site_secret WHERE company_id = $1 AND site_id = $2 AND kind = $3",
                viewer.company.0,
                id.0,
                secret.kind.as_str(),
            ),
        }
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}
