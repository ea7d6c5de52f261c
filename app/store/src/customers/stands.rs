//! Customers as they stand, to be compared and changed.

use crate::{Result, Tx};
use domain::{
    customers::{ContactEdit, CustomerEdit, CustomerKind, SiteEdit},
    ids::{CustomerId, SiteId},
    people::Viewer,
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A customer as it stands.
pub(super) struct Stands {
    pub(super) version: i32,
    pub(super) before: Before,
}

/// What is brought back.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Before {
    pub(super) edit: CustomerEdit,
    pub(super) active: bool,
}

struct Record {
    id: CustomerId,
    version: i32,
    kind: String,
    name: String,
    identity_number: String,
    phone: String,
    email: String,
    office_notes: String,
    field_notes: String,
    active: bool,
}

macro_rules! customers {
    ($hold:literal, $viewer:expr, $ids:expr) => {
        sqlx::query_as!(
            Record,
            r#"SELECT id AS "id: CustomerId", version, kind, name, coalesce(identity_number, '') AS "identity_number!",
               coalesce(phone, '') AS "phone!", coalesce(email, '') AS "email!", office_notes, field_notes, active
               FROM customer WHERE company_id = $1 AND id = ANY($2) ORDER BY id"# + $hold,
            $viewer.company.0,
            $ids
        )
    };
}

/// Whether customers are held until the transaction ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hold {
    /// They are to be written: nobody else changes them meanwhile.
    ToWrite,
    /// One only looks, and nobody waits for it.
    Not,
}

/// What stands about customers, contacts and sites included.
pub(super) async fn stand(
    viewer: &Viewer,
    tx: &mut Tx,
    ids: &[CustomerId],
    hold: Hold,
) -> Result<HashMap<CustomerId, Stands>> {
    let ids: Vec<i32> = ids.iter().map(|id| id.0).collect();
    let records = match hold {
        Hold::ToWrite => customers!(" FOR UPDATE", viewer, &ids).fetch_all(&mut **tx).await?,
        Hold::Not => customers!("", viewer, &ids).fetch_all(&mut **tx).await?,
    };
    let mut stands = HashMap::with_capacity(records.len());
    for record in records {
        let edit = CustomerEdit {
            kind: CustomerKind::parse(&record.kind).unwrap_or_default(),
            name: record.name,
            identity_number: record.identity_number,
            phone: record.phone,
            email: record.email,
            office_notes: record.office_notes,
            field_notes: record.field_notes,
            contacts: Vec::new(),
            sites: Vec::new(),
        };
        let before = Before { edit, active: record.active };
        stands.insert(record.id, Stands { version: record.version, before });
    }
    add_contacts(viewer, tx, &ids, &mut stands).await?;
    add_sites(viewer, tx, &ids, &mut stands).await?;
    Ok(stands)
}

async fn add_contacts(
    viewer: &Viewer,
    tx: &mut Tx,
    ids: &[i32],
    stands: &mut HashMap<CustomerId, Stands>,
) -> Result<()> {
    let contacts = sqlx::query!(
        r#"SELECT customer_id AS "customer: CustomerId", name, title, coalesce(phone, '') AS "phone!",
               coalesce(email, '') AS "email!"
           FROM customer_contact WHERE company_id = $1 AND customer_id = ANY($2) ORDER BY customer_id, position"#,
        viewer.company.0,
        ids
    );
    for contact in contacts.fetch_all(&mut **tx).await? {
        if let Some(stands) = stands.get_mut(&contact.customer) {
            let edit = ContactEdit {
                name: contact.name,
                title: contact.title,
                phone: contact.phone,
                email: contact.email,
            };
            stands.before.edit.contacts.push(edit);
        }
    }
    Ok(())
}

async fn add_sites(
    viewer: &Viewer,
    tx: &mut Tx,
    ids: &[i32],
    stands: &mut HashMap<CustomerId, Stands>,
) -> Result<()> {
    let sites = sqlx::query!(
        r#"SELECT customer_id AS "customer: CustomerId", id AS "id: SiteId", name, street, postal_code, town, is_default
           FROM customer_site WHERE company_id = $1 AND customer_id = ANY($2) AND active
           ORDER BY customer_id, is_default DESC, id"#,
        viewer.company.0,
        ids
    );
    for site in sites.fetch_all(&mut **tx).await? {
        if let Some(stands) = stands.get_mut(&site.customer) {
            stands.before.edit.sites.push(SiteEdit {
                id: Some(site.id),
                name: site.name,
                street: site.street,
                postal_code: site.postal_code,
                town: site.town,
                is_default: site.is_default,
                secrets: Vec::new(),
            });
        }
    }
    Ok(())
}
