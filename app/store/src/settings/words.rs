//! The company's words with how many cases carry each.

use super::allow;
use crate::{Db, Result, cases::vocabulary_in};
use domain::{
    people::Viewer,
    settings::{Used, Words},
};
use std::collections::HashMap;

/// Statuses and types that are not removed, in order.
///
/// # Errors
/// Forbidden.
pub async fn words(viewer: &Viewer, db: &Db) -> Result<Words> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let counted = sqlx::query!(
        r#"SELECT s.id, true AS "is_status!", (SELECT count(*) FROM cases c
               WHERE c.company_id = s.company_id AND c.status_id = s.id) AS "cases!"
           FROM case_status s WHERE s.company_id = $1 AND NOT s.removed
           UNION ALL
           SELECT t.id, false, (SELECT count(*) FROM cases c
               WHERE c.company_id = t.company_id AND c.type_id = t.id)
           FROM case_type t WHERE t.company_id = $1 AND NOT t.removed"#,
        viewer.company.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let counted: HashMap<_, _> =
        counted.into_iter().map(|record| ((record.is_status, record.id), record.cases)).collect();
    let words = vocabulary_in(&mut tx, viewer.company).await?;
    Ok(Words {
        statuses: words
            .statuses
            .into_iter()
            .filter_map(|word| Some(Used { cases: *counted.get(&(true, Some(word.id.0)))?, word }))
            .collect(),
        types: words
            .types
            .into_iter()
            .filter_map(|word| Some(Used { cases: *counted.get(&(false, Some(word.id.0)))?, word }))
            .collect(),
    })
}
