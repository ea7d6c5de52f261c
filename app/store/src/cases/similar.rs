//! Open cases of a customer: perhaps the same as what one is about to register.

use super::row;
use crate::{Db, Result, visible};
use domain::{
    cases::SimilarCase,
    ids::{CaseNumber, CustomerId, PersonId, StatusId},
    people::Viewer,
};

/// The newest that the viewer sees: five, as [`SimilarCase::MOST`] says.
///
/// # Errors
/// When the database fails.
pub async fn similar(viewer: &Viewer, db: &Db, customer: CustomerId) -> Result<Vec<SimilarCase>> {
    let mut tx = db.begin(viewer).await?;
    let records = sqlx::query!(
        r#"SELECT c.number, c.subject, c.status_id, c.priority, c.responsible_id,
               c.created_at AT TIME ZONE 'Europe/Stockholm' AS "created_at!"
           FROM cases c
           WHERE c.company_id = $1 AND c.customer_id = $2 AND c.is_open
             AND ($3::int IS NULL OR EXISTS (SELECT FROM cases_concerning($3) v WHERE v.number = c.number))
           ORDER BY c.created_at DESC, c.number DESC
           LIMIT 5"#,
        viewer.company.0,
        customer.0,
        visible::only_concerning(viewer),
    )
    .fetch_all(&mut *tx)
    .await?;
    let cases = records.into_iter().map(|record| {
        Ok(SimilarCase {
            number: CaseNumber(record.number),
            subject: record.subject,
            status: StatusId(record.status_id),
            priority: row::priority(record.priority)?,
            created_at: record.created_at,
            responsible: record.responsible_id.map(PersonId),
        })
    });
    cases.collect()
}
