//! What the pages of imports show.

use super::{
    Head, allow,
    preview::{Seen, see_through},
    see,
    undo::later,
    unreadable,
};
use crate::{Db, Result, Tx, settings};
use chrono::NaiveDateTime;
use domain::{
    ids::ImportId,
    imports::{Import, ImportDetail, Kind, Mapping, RefusedRow, State, Tally},
    people::Viewer,
    problem::{FieldError, Problem},
};
use sqlx::types::Json;

/// So many of the last imports are listed.
const LISTED: i64 = 50;

/// The last imports, the newest first.
///
/// # Errors
/// Forbidden.
pub async fn list(viewer: &Viewer, db: &Db) -> Result<Vec<Import>> {
    see(viewer)?;
    let mut tx = db.begin(viewer).await?;
    imports(viewer, &mut tx, None).await
}

/// One import, with what its columns and words mean and which rows are refused.
///
/// # Errors
/// Forbidden; not found.
pub async fn show(viewer: &Viewer, db: &Db, id: ImportId) -> Result<ImportDetail> {
    see(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let import = imports(viewer, &mut tx, Some(id)).await?.pop().ok_or(Problem::NotFound)?;
    allow(viewer, import.kind)?;
    let head = sqlx::query!(
        r#"SELECT headings AS "headings: Json<Vec<String>>", mapping AS "mapping: Json<Mapping>"
           FROM import WHERE company_id = $1 AND id = $2"#,
        viewer.company.0,
        id.0
    )
    .fetch_one(&mut *tx)
    .await?;
    let head = Head {
        id,
        kind: import.kind,
        state: import.state,
        headings: head.headings.0,
        mapping: head.mapping.0.in_use(import.kind, settings::unused(viewer, &mut tx).await?),
        tally: import.tally,
    };
    let Seen { samples, preview, words, unknown, roles } = match import.state {
        State::Ready => see_through(viewer, &mut tx, &head).await?,
        _ => Seen::default(),
    };
    let refused = refused_in(viewer, &mut tx, id, ImportDetail::REFUSED).await?;
    let later = match import.can_be_undone() {
        true => later(viewer, &mut tx, import.kind, id).await?,
        false => None,
    };
    let Head { headings, mapping, .. } = head;
    Ok(ImportDetail { import, headings, mapping, samples, words, preview, unknown, roles, refused, later })
}

/// The headings and all rows with something wrong: what one mends and imports again.
///
/// # Errors
/// Forbidden; not found.
pub async fn refused(viewer: &Viewer, db: &Db, id: ImportId) -> Result<(Vec<String>, Vec<RefusedRow>)> {
    /// More than anybody mends by hand.
    const ROWS: i64 = 20_000;
    see(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let head = super::lock(viewer, &mut tx, id).await?;
    Ok((head.headings, refused_in(viewer, &mut tx, id, ROWS).await?))
}

struct Record {
    id: ImportId,
    kind: String,
    file_name: String,
    state: String,
    rows: i32,
    tally: Json<Tally>,
    made_by: String,
    made_at: NaiveDateTime,
    is_stuck: bool,
}

async fn imports(viewer: &Viewer, tx: &mut Tx, only: Option<ImportId>) -> Result<Vec<Import>> {
    let records = sqlx::query_as!(
        Record,
        r#"SELECT i.id AS "id: ImportId", i.kind, i.file_name, i.state, i.rows, i.tally AS "tally: Json<Tally>",
               p.name AS made_by, i.made_at AT TIME ZONE 'Europe/Stockholm' AS "made_at!",
               i.state IN ('running', 'undoing') AND i.moved_at < now() - interval '30 seconds' AS "is_stuck!"
           FROM import i
           JOIN person p ON p.company_id = i.company_id AND p.id = i.made_by
           WHERE i.company_id = $1 AND ($2::int IS NULL OR i.id = $2) ORDER BY i.id DESC LIMIT $3"#,
        viewer.company.0,
        only.map(|id| id.0),
        LISTED
    )
    .fetch_all(&mut **tx)
    .await?;
    let imports = records.into_iter().map(|record| {
        let kind = Kind::parse(&record.kind).ok_or_else(|| unreadable("a kind of import", record.kind))?;
        let state =
            State::parse(&record.state).ok_or_else(|| unreadable("a state of an import", record.state))?;
        Ok(Import {
            id: record.id,
            kind,
            file_name: record.file_name,
            state,
            rows: record.rows,
            tally: record.tally.0,
            made_by: record.made_by,
            made_at: record.made_at,
            is_stuck: record.is_stuck,
        })
    });
    imports.collect()
}

async fn refused_in(viewer: &Viewer, tx: &mut Tx, id: ImportId, most: i64) -> Result<Vec<RefusedRow>> {
    let rows = sqlx::query!(
        r#"SELECT line, cells AS "cells: Json<Vec<String>>", errors AS "errors: Json<Vec<FieldError>>"
           FROM import_row
           WHERE company_id = $1 AND import_id = $2 AND outcome = 'refused' ORDER BY line LIMIT $3"#,
        viewer.company.0,
        id.0,
        most
    )
    .fetch_all(&mut **tx)
    .await?;
    let rows = rows.into_iter().map(|row| RefusedRow {
        line: row.line,
        cells: row.cells.0,
        errors: row.errors.map(|errors| errors.0).unwrap_or_default(),
    });
    Ok(rows.collect())
}
