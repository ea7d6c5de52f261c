//! What is protected at a site: read here and nowhere else, and each showing is written down.

use super::allowed;
use crate::{Db, Error, Result, Tx, visible};
use domain::{
    customers::{Secret, SecretKind, Shown},
    ids::{CustomerId, SiteId},
    people::Viewer,
    policy::Action,
    problem::Problem,
};

/// Shows the protected value, and writes down that it was shown to the viewer. Staff in the field are
/// shown what belongs to an open case that others have given them: at its site, or at the customer's
/// default one when it names none.
///
/// # Errors
/// Forbidden; not found, also when the viewer has nothing to do there.
pub async fn reveal(viewer: &Viewer, db: &Db, site: SiteId, kind: SecretKind) -> Result<Secret> {
    allowed(viewer, Action::ShowSecrets)?;
    let mut tx = db.begin(viewer).await?;
    let value = sqlx::query_scalar!(
        "WITH shown AS (
             SELECT x.value FROM site_secret x
             JOIN customer_site s ON s.company_id = x.company_id AND s.id = x.site_id
             WHERE x.company_id = $1 AND x.site_id = $2 AND x.kind = $3 AND s.active
               AND ($4::int IS NULL OR EXISTS (
                   SELECT FROM cases c JOIN cases_given_to($4) v ON v.number = c.number
                   WHERE c.company_id = $1 AND c.is_open AND c.customer_id = s.customer_id
                     AND (c.site_id = s.id OR c.site_id IS NULL AND s.is_default)))
         ), logged AS (
             INSERT INTO site_secret_shown (company_id, site_id, kind, person_id)
             SELECT $1, $2, $3, $5 FROM shown
         )
         SELECT value FROM shown",
        viewer.company.0,
        site.0,
        kind.as_str(),
        visible::only_concerning(viewer),
        viewer.person.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(Problem::NotFound)?;
    tx.commit().await?;
    Ok(Secret { site, kind, value })
}

/// So many showings a card tells; all of them stand in the database.
const TOLD: i64 = 100;

/// Who was shown something at the customer's sites, the last first.
pub(super) async fn showings(viewer: &Viewer, tx: &mut Tx, customer: CustomerId) -> Result<Vec<Shown>> {
    let records = sqlx::query!(
        r#"SELECT l.site_id, l.kind, p.name, l.at AT TIME ZONE 'Europe/Stockholm' AS "at!"
           FROM site_secret_shown l
           JOIN person p ON p.company_id = l.company_id AND p.id = l.person_id
           WHERE l.company_id = $1
             AND l.site_id IN (SELECT s.id FROM customer_site s WHERE s.company_id = $1 AND s.customer_id = $2)
           ORDER BY l.id DESC LIMIT $3"#,
        viewer.company.0,
        customer.0,
        TOLD,
    )
    .fetch_all(&mut **tx)
    .await?;
    let shown = records.into_iter().map(|record| {
        let kind = SecretKind::parse(&record.kind)
            .ok_or(Error::Unreadable { what: "a kind of secret", value: record.kind })?;
        Ok(Shown { site: SiteId(record.site_id), kind, to: record.name, at: record.at })
    });
    shown.collect()
}
