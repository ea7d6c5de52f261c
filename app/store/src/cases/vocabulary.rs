//! The company's own words.

use crate::{Db, Result, Tx};
use domain::{
    cases::{CaseType, Status, Team, Unused, Vocabulary},
    ids::CompanyId,
    people::Viewer,
};
use sqlx::types::Json;

/// Statuses, types and teams in the company's order, hidden ones included, and what it does without.
///
/// # Errors
/// When the database fails.
pub async fn vocabulary(viewer: &Viewer, db: &Db) -> Result<Vocabulary> {
    let mut tx = db.begin(viewer).await?;
    vocabulary_in(&mut tx, viewer.company).await
}

/// The same, as a part of what the transaction does. One statement, which every page asks: as JSON, in the form in
/// which the words travel to the browser too.
pub(crate) async fn vocabulary_in(tx: &mut Tx, company: CompanyId) -> Result<Vocabulary> {
    let words = sqlx::query!(
        r#"SELECT
             (SELECT coalesce(json_agg(json_build_object('id', s.id, 'slug', s.slug, 'name', s.name,
                  'is_open', s.is_open, 'symbol', s.symbol, 'hue', s.hue, 'is_initial', s.is_initial,
                  'hidden', s.hidden, 'merged_into', s.merged_into) ORDER BY s.position, s.id), '[]')
              FROM case_status s WHERE s.company_id = $1) AS "statuses!: Json<Vec<Status>>",
             (SELECT coalesce(json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name,
                  'due_days', t.due_days,
                  'responsible', CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END,
                  'hidden', t.hidden, 'merged_into', t.merged_into) ORDER BY t.position, t.id), '[]')
              FROM case_type t
              LEFT JOIN person p ON p.company_id = t.company_id AND p.id = t.responsible_id AND p.active
              WHERE t.company_id = $1) AS "types!: Json<Vec<CaseType>>",
             (SELECT coalesce(json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name,
                  'hidden', t.hidden) ORDER BY t.position, t.id), '[]')
              FROM team t WHERE t.company_id = $1) AS "teams!: Json<Vec<Team>>",
             (SELECT unused FROM company WHERE id = $1) AS unused"#,
        company.0
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(Vocabulary {
        statuses: words.statuses.0,
        types: words.types.0,
        teams: words.teams.0,
        unused: words.unused.map(Unused::named).unwrap_or_default(),
    })
}
