//! Some rows of an import at once: as they are read, and what became of them.

use super::unreadable;
use crate::{Result, Tx, cases, customers, employees, settings};
use domain::{
    ids::ImportId,
    imports::{Column, Kind, Mapping, Outcome, State, Tally, number},
    people::Viewer,
    problem::FieldError,
};
use serde::Serialize;
use serde_json::Value;
use sqlx::types::Json;
use std::collections::HashSet;

/// Rows that are taken in one transaction: a step of the progress that people see.
pub(super) const ROWS: i64 = 500;

/// What holds for all rows.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) id: ImportId,
    pub(crate) kind: Kind,
    pub(crate) state: State,
    pub(crate) headings: Vec<String>,
    pub(crate) mapping: Mapping,
    pub(crate) tally: Tally,
}

/// A row of the file.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) line: i32,
    pub(crate) cells: Vec<String>,
}

/// A trial: nothing is written, and what rows before named is remembered, so that a second one of the
/// same number is found.
pub(crate) type Trial = HashSet<String>;

/// What became of a row.
#[derive(Debug)]
pub(crate) struct Taken {
    pub(crate) line: i32,
    pub(crate) outcome: Outcome,
    pub(crate) errors: Vec<FieldError>,
    /// Whose number, in a batch that was written.
    pub(crate) target: Option<i32>,
    pub(crate) version: Option<i32>,
    /// The version that was changed; none: nothing was there, or it has no versions.
    pub(crate) found_version: Option<i32>,
    pub(crate) before: Option<Value>,
}

impl Taken {
    pub(crate) fn new(line: i32, outcome: Outcome) -> Self {
        Self {
            line,
            outcome,
            errors: Vec::new(),
            target: None,
            version: None,
            found_version: None,
            before: None,
        }
    }

    pub(crate) fn refused(line: i32, errors: Vec<FieldError>) -> Self {
        Self { errors, ..Self::new(line, Outcome::Refused) }
    }

    pub(crate) fn of(line: i32, outcome: Outcome, target: i32, version: i32) -> Self {
        Self { target: Some(target), version: Some(version), ..Self::new(line, outcome) }
    }

    pub(crate) fn found(mut self, version: i32) -> Self {
        self.found_version = Some(version);
        self
    }

    pub(crate) fn was(mut self, before: &impl Serialize) -> Self {
        self.before = serde_json::to_value(before).ok();
        self
    }
}

/// A written row that is to be taken back.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) line: i32,
    pub(crate) target: i32,
    pub(crate) version: i32,
    /// None: the row made it.
    pub(crate) before: Option<Value>,
}

/// A row that has been taken back.
#[derive(Debug)]
pub(crate) struct Back {
    pub(crate) line: i32,
    /// The version after that.
    pub(crate) version: i32,
}

/// Writes the rows, or only tries them.
pub(super) async fn take(
    viewer: &Viewer,
    tx: &mut Tx,
    head: &Head,
    rows: Vec<Row>,
    trial: Option<&mut Trial>,
) -> Result<Vec<Taken>> {
    match head.kind {
        Kind::Customers => customers::import(viewer, tx, head, rows, trial).await,
        Kind::Employees => employees::import(viewer, tx, head, rows, trial).await,
        Kind::Cases => cases::import(viewer, tx, head, rows, trial).await,
    }
}

/// Takes the rows back, and tells which could be.
pub(super) async fn take_back(
    viewer: &Viewer,
    tx: &mut Tx,
    kind: Kind,
    rows: Vec<Written>,
) -> Result<Vec<Back>> {
    match kind {
        Kind::Customers => customers::take_back(viewer, tx, rows).await,
        Kind::Employees => employees::take_back(viewer, tx, rows).await,
        Kind::Cases => cases::take_back(viewer, tx, rows).await,
    }
}

pub(super) async fn head(viewer: &Viewer, tx: &mut Tx, id: ImportId) -> Result<Option<Head>> {
    let record = sqlx::query!(
        r#"SELECT kind, state, headings AS "headings: Json<Vec<String>>", mapping AS "mapping: Json<Mapping>",
               tally AS "tally: Json<Tally>"
           FROM import WHERE company_id = $1 AND id = $2 FOR UPDATE"#,
        viewer.company.0,
        id.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(record) = record else { return Ok(None) };
    let kind = Kind::parse(&record.kind).ok_or_else(|| unreadable("a kind of import", record.kind))?;
    let unused = settings::unused(viewer, tx).await?;
    Ok(Some(Head {
        id,
        kind,
        state: State::parse(&record.state).ok_or_else(|| unreadable("a state of an import", record.state))?,
        headings: record.headings.0,
        mapping: record.mapping.0.in_use(kind, unused),
        tally: record.tally.0,
    }))
}

/// The next rows that nothing has become of, after that line.
pub(super) async fn unwritten(viewer: &Viewer, tx: &mut Tx, id: ImportId, after: i32) -> Result<Vec<Row>> {
    let rows = sqlx::query!(
        r#"SELECT line, cells AS "cells: Json<Vec<String>>" FROM import_row
           WHERE company_id = $1 AND import_id = $2 AND line > $3 AND outcome IS NULL ORDER BY line LIMIT $4"#,
        viewer.company.0,
        id.0,
        after,
        ROWS
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(|row| Row { line: row.line, cells: row.cells.0 }).collect())
}

/// The numbers that the rows name of which nothing has become: none of them is given to another row.
pub(crate) async fn named_numbers(viewer: &Viewer, tx: &mut Tx, head: &Head) -> Result<HashSet<i32>> {
    let columns = (0..).zip(&head.mapping.columns).filter(|(_, column)| **column == Some(Column::Number));
    let columns: Vec<i32> = columns.map(|(at, _)| at).collect();
    if columns.is_empty() {
        return Ok(HashSet::new());
    }
    let said = sqlx::query_scalar!(
        r#"SELECT r.cells ->> at AS "said!" FROM import_row r CROSS JOIN unnest($3::int[]) AS at
           WHERE r.company_id = $1 AND r.import_id = $2 AND r.outcome IS NULL AND r.cells ->> at <> ''"#,
        viewer.company.0,
        head.id.0,
        &columns
    );
    Ok(said.fetch_all(&mut **tx).await?.iter().filter_map(|said| number(said)).collect())
}

/// Writes down what became of rows. What went in needs its cells no more.
pub(super) async fn record(viewer: &Viewer, tx: &mut Tx, id: ImportId, taken: &[Taken]) -> Result<()> {
    let lines: Vec<i32> = taken.iter().map(|row| row.line).collect();
    let outcomes: Vec<&str> = taken.iter().map(|row| row.outcome.as_str()).collect();
    let errors: Vec<_> =
        taken.iter().map(|row| (!row.errors.is_empty()).then_some(Json(&row.errors))).collect();
    let targets: Vec<Option<i32>> = taken.iter().map(|row| row.target).collect();
    let versions: Vec<Option<i32>> = taken.iter().map(|row| row.version).collect();
    let found: Vec<Option<i32>> = taken.iter().map(|row| row.found_version).collect();
    let before: Vec<Option<&Value>> = taken.iter().map(|row| row.before.as_ref()).collect();
    sqlx::query!(
        "UPDATE import_row r
         SET outcome = t.outcome, errors = t.errors, target = t.target, version = t.version,
             found_version = t.found_version, before = t.before,
             cells = CASE WHEN t.outcome = 'refused' THEN r.cells ELSE '[]' END
         FROM unnest($3::int[], $4::text[], $5::jsonb[], $6::int[], $7::int[], $8::int[], $9::jsonb[])
              AS t (line, outcome, errors, target, version, found_version, before)
         WHERE r.company_id = $1 AND r.import_id = $2 AND r.line = t.line",
        viewer.company.0,
        id.0,
        &lines,
        &outcomes as _,
        &errors as _,
        &targets as _,
        &versions as _,
        &found as _,
        &before as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn set(viewer: &Viewer, tx: &mut Tx, head: &Head, state: State, tally: Tally) -> Result<()> {
    sqlx::query!(
        "UPDATE import SET state = $3, tally = $4, mapping = $5, moved_at = now() WHERE company_id = $1 AND id = $2",
        viewer.company.0,
        head.id.0,
        state.as_str(),
        Json(tally) as _,
        Json(&head.mapping) as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
