//! What an import's page shows before anything is written: the first rows as they would be stored, and the words and
//! names of the file with what they mean here.

use super::{Head, Row};
use crate::{Result, Tx, cases, customers, employees};
use domain::{
    imports::{Choices, Column, ImportDetail, Kind, Preview, Stored, Unknown, as_it_stands},
    people::Viewer,
};
use sqlx::types::Json;

/// All of it.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) samples: Vec<Vec<String>>,
    pub(super) preview: Preview,
    pub(super) words: Vec<(Column, String, Option<i16>)>,
    pub(super) unknown: Vec<Unknown>,
    pub(super) roles: Vec<(i16, String)>,
}

/// Looks through the file as its columns are meant.
pub(super) async fn see_through(viewer: &Viewer, tx: &mut Tx, head: &Head) -> Result<Seen> {
    let (rows, is_refused): (Vec<Row>, Vec<bool>) = first_rows(viewer, tx, head).await?.into_iter().unzip();
    let stored = stored(viewer, tx, head, &rows).await?;
    let stored = rows.iter().zip(is_refused).zip(stored).map(|((row, is_refused), stored)| {
        let stored = stored.filter(|_| !is_refused);
        let stored = stored.unwrap_or_else(|| as_it_stands(&head.mapping, head.kind, &row.cells));
        (row.line, is_refused, stored)
    });
    let preview = Preview::of(head.kind, &stored.collect::<Vec<_>>());
    let choices = employees::choices(viewer, tx).await?;
    let mut seen = Seen { preview, ..Seen::default() };
    for column in Column::of_words(head.kind) {
        see_words(viewer, tx, head, *column, &choices, &mut seen).await?;
    }
    for column in Column::of_names(head.kind) {
        let said = said(viewer, tx, head, *column).await?;
        let names: Vec<&str> = said.iter().map(|(name, _)| name.as_str()).collect();
        let known = cases::Named::of(viewer, tx, &names).await?;
        let is_unknown = |(name, _): &(String, i64)| match column {
            Column::Customer => known.customer(name).is_none(),
            _ => known.person(name).is_none(),
        };
        seen.unknown.extend(Unknown::of(*column, said.into_iter().filter(is_unknown).collect()));
    }
    if head.kind == Kind::Employees {
        seen.roles = choices.offered_roles(viewer.language);
    }
    seen.samples =
        rows.into_iter().map(|row| row.cells.iter().map(|cell| Preview::cut(cell)).collect()).collect();
    Ok(seen)
}

/// The words of a column that stand for a value, the most frequent first, and those that nothing is known by.
async fn see_words(
    viewer: &Viewer,
    tx: &mut Tx,
    head: &Head,
    column: Column,
    choices: &Choices,
    seen: &mut Seen,
) -> Result<()> {
    let said = said(viewer, tx, head, column).await?;
    let value = |word: &str| choices.value(&head.mapping, column, word);
    let shown = said.iter().take(ImportDetail::WORDS);
    seen.words.extend(shown.map(|(word, _)| (column, word.clone(), value(word))));
    let is_unknown = |(word, _): &(String, i64)| value(word).is_none();
    seen.unknown.extend(Unknown::of(column, said.into_iter().filter(is_unknown).collect()));
    Ok(())
}

/// The first rows, and whether each is refused.
async fn first_rows(viewer: &Viewer, tx: &mut Tx, head: &Head) -> Result<Vec<(Row, bool)>> {
    let rows = sqlx::query!(
        r#"SELECT line, cells AS "cells: Json<Vec<String>>", outcome IS NOT NULL AS "is_refused!" FROM import_row
           WHERE company_id = $1 AND import_id = $2 ORDER BY line LIMIT $3"#,
        viewer.company.0,
        head.id.0,
        Preview::ROWS
    );
    let rows = rows.fetch_all(&mut **tx).await?.into_iter();
    Ok(rows.map(|row| (Row { line: row.line, cells: row.cells.0 }, row.is_refused)).collect())
}

/// What each row would be stored as; none: it cannot be read.
async fn stored(viewer: &Viewer, tx: &mut Tx, head: &Head, rows: &[Row]) -> Result<Vec<Option<Stored>>> {
    match head.kind {
        Kind::Customers => customers::stored(viewer, tx, head, rows).await,
        Kind::Employees => employees::stored(viewer, tx, head, rows).await,
        Kind::Cases => cases::stored(viewer, tx, head, rows).await,
    }
}

/// What the file says in that column and in how many rows, the most frequent first.
async fn said(viewer: &Viewer, tx: &mut Tx, head: &Head, column: Column) -> Result<Vec<(String, i64)>> {
    /// More different ones are no words and no names.
    const MOST: i64 = 20_000;
    let Some(at) = head.mapping.columns.iter().position(|is| is == &Some(column)) else {
        return Ok(Vec::new());
    };
    let said = sqlx::query!(
        r#"SELECT cells ->> $3::int AS "word!", count(*) AS "rows!" FROM import_row
           WHERE company_id = $1 AND import_id = $2 AND cells ->> $3::int <> ''
           GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT $4"#,
        viewer.company.0,
        head.id.0,
        at as i32,
        MOST
    );
    Ok(said.fetch_all(&mut **tx).await?.into_iter().map(|said| (said.word, said.rows)).collect())
}
