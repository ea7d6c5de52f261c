//! The list as a file has it: all of it, page by page. What is protected at a site is none of it.

use super::{allowed, list};
use crate::{Db, Result};
use domain::{
    cases::Cursor,
    customers::{CustomerFilter, CustomerRow},
    people::Viewer,
    policy::Action,
};
use std::collections::HashMap;

/// Rows that are read at once.
const ROWS: usize = 1000;

/// A customer as a file has it.
#[derive(Clone, Debug)]
pub struct Exported {
    /// All that the list shows.
    pub row: CustomerRow,
    /// What the list does not show.
    pub rest: Rest,
}

/// What the list does not show.
#[derive(Clone, Debug, Default, sqlx::FromRow)]
pub struct Rest {
    id: i32,
    /// Organisationsnummer or personnummer, as digits.
    pub identity_number: String,
    /// For the office alone.
    pub office_notes: String,
    /// For staff in the field too.
    pub field_notes: String,
    /// The first contact's phone.
    pub contact_phone: String,
    /// The first contact's e-mail.
    pub contact_email: String,
    /// The default site.
    pub street: String,
    /// The default site's.
    pub postal_code: String,
    /// The default site's.
    pub town: String,
}

/// The filter's customers from its cursor on, some at once, and where the next ones begin.
///
/// # Errors
/// Forbidden.
pub async fn export(
    viewer: &Viewer,
    db: &Db,
    filter: &CustomerFilter,
) -> Result<(Vec<Exported>, Option<Cursor>)> {
    allowed(viewer, Action::SeeCustomers)?;
    let mut tx = db.begin(viewer).await?;
    let (rows, next) = list::read(viewer, &mut tx, filter, ROWS).await?;
    let ids: Vec<i32> = rows.iter().map(|row| row.id.0).collect();
    let rest = sqlx::query_as!(
        Rest,
        r#"SELECT k.id, coalesce(k.identity_number, '') AS "identity_number!", k.office_notes, k.field_notes,
               coalesce(c.phone, '') AS "contact_phone!", coalesce(c.email, '') AS "contact_email!",
               coalesce(s.street, '') AS "street!", coalesce(s.postal_code, '') AS "postal_code!",
               coalesce(s.town, '') AS "town!"
           FROM customer k
           LEFT JOIN customer_site s ON s.company_id = k.company_id AND s.customer_id = k.id AND s.is_default
           LEFT JOIN LATERAL (
               SELECT phone, email FROM customer_contact c
               WHERE c.company_id = k.company_id AND c.customer_id = k.id ORDER BY c.position LIMIT 1) c ON true
           WHERE k.company_id = $1 AND k.id = ANY($2)"#,
        viewer.company.0,
        &ids,
    )
    .fetch_all(&mut *tx)
    .await?;
    let mut rest: HashMap<_, _> = rest.into_iter().map(|rest| (rest.id, rest)).collect();
    let rows = rows.into_iter().map(|row| {
        let rest = rest.remove(&row.id.0).unwrap_or_default();
        Exported { row, rest }
    });
    Ok((rows.collect(), next))
}
