//! The list as a file has it: all of it, page by page.

use super::{list::page, matching::Matching, order};
use crate::{Db, Result};
use domain::{
    cases::{CaseRow, Cursor, Filter},
    people::Viewer,
    policy::{self, Action},
    problem::Problem,
};
use std::collections::HashMap;

/// Rows that are read at once.
const ROWS: usize = 1000;

/// A case as a file has it.
#[derive(Clone, Debug)]
pub struct Exported {
    /// All that the list shows.
    pub row: CaseRow,
    /// Innehåll, whole.
    pub body: String,
    /// Skapad av.
    pub created_by: String,
}

/// The filter's cases from its cursor on, some at once, and where the next ones begin.
///
/// # Errors
/// Forbidden without a desk.
pub async fn export(viewer: &Viewer, db: &Db, filter: &Filter) -> Result<(Vec<Exported>, Option<Cursor>)> {
    if !policy::can(viewer, Action::UseDesk) {
        return Err(Problem::Forbidden.into());
    }
    let mut tx = db.begin(viewer).await?;
    let matching = Matching::read(viewer, &mut tx, filter).await?;
    let mut found = page(&matching, &mut tx, filter, ROWS + 1).await?;
    let next = (found.len() > ROWS).then(|| {
        found.truncate(ROWS);
        found.last().map(|(place, _)| order::cursor(filter.sort.key, *place))
    });
    let numbers: Vec<i32> = found.iter().map(|(place, _)| place.number).collect();
    let rest = sqlx::query!(
        "SELECT c.number, t.body, p.name AS created_by
         FROM cases c
         JOIN case_text t ON t.company_id = c.company_id AND t.number = c.number
         JOIN person p ON p.company_id = c.company_id AND p.id = c.created_by
         WHERE c.company_id = $1 AND c.number = ANY($2)",
        viewer.company.0,
        &numbers,
    )
    .fetch_all(&mut *tx)
    .await?;
    let mut rest: HashMap<_, _> =
        rest.into_iter().map(|rest| (rest.number, (rest.body, rest.created_by))).collect();
    let rows = found.into_iter().map(|(place, record)| {
        let (body, created_by) = rest.remove(&place.number).unwrap_or_default();
        Ok(Exported { row: record.into_row()?, body, created_by })
    });
    Ok((rows.collect::<Result<_>>()?, next.flatten()))
}
