//! The sites of a customer, to choose among.

use super::allowed;
use crate::{Db, Result, Tx};
use domain::{
    customers::{SecretKind, Site},
    ids::{CustomerId, SiteId},
    people::Viewer,
    policy::Action,
};

/// The sites that the customer has, the default one first. None for an unknown customer.
///
/// # Errors
/// Forbidden.
pub async fn sites(viewer: &Viewer, db: &Db, customer: CustomerId) -> Result<Vec<Site>> {
    allowed(viewer, Action::SearchCustomers)?;
    let mut tx = db.begin(viewer).await?;
    let sites = read(viewer, &mut tx, customer).await?;
    // Whether a door has a code is for the card to tell.
    Ok(sites.into_iter().map(|site| Site { secrets: Vec::new(), ..site }).collect())
}

/// The same within the transaction, with the kinds of what is protected there.
pub(super) async fn read(viewer: &Viewer, tx: &mut Tx, customer: CustomerId) -> Result<Vec<Site>> {
    let records = sqlx::query!(
        r#"SELECT s.id, s.name, s.street, s.postal_code, s.town, s.is_default,
               ARRAY(SELECT x.kind FROM site_secret x
                     WHERE x.company_id = s.company_id AND x.site_id = s.id) AS "secrets!"
           FROM customer_site s
           WHERE s.company_id = $1 AND s.customer_id = $2 AND s.active
           ORDER BY NOT s.is_default, s.id"#,
        viewer.company.0,
        customer.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let sites = records.into_iter().map(|record| Site {
        id: SiteId(record.id),
        name: record.name,
        street: record.street,
        postal_code: record.postal_code,
        town: record.town,
        is_default: record.is_default,
        secrets: kinds(&record.secrets),
    });
    Ok(sites.collect())
}

/// In the order of cards.
fn kinds(names: &[String]) -> Vec<SecretKind> {
    SecretKind::ALL.into_iter().filter(|kind| names.iter().any(|name| name == kind.as_str())).collect()
}
