//! Takes a file's rows in as they are read, before anything is made of them.

use super::{allow, lock, trial::try_all};
use crate::{Db, Error, Result, Tx};
use domain::{
    ids::ImportId,
    imports::{Kind, Mapping, Outcome, State, Tally},
    people::Viewer,
    problem::{Field, FieldError, Problem, Refusal},
    validate,
};
use sqlx::types::Json;

/// Rows that are written at once.
const ROWS: usize = 1000;

/// A file that is being read: dropped before [`Upload::finish`], nothing of it is left.
pub struct Upload {
    viewer: Viewer,
    db: Db,
    tx: Tx,
    id: ImportId,
    headings: Option<Vec<String>>,
    waiting: Vec<(i32, Vec<String>, Option<FieldError>)>,
    /// So many cells of a row say something.
    width: usize,
    rows: i32,
    kind: Kind,
}

/// Begins with a file.
///
/// # Errors
/// Forbidden.
pub async fn stage(viewer: &Viewer, db: &Db, kind: Kind, file_name: &str) -> Result<Upload> {
    allow(viewer, kind)?;
    let mut tx = db.begin(viewer).await?;
    sqlx::query!("SELECT pg_advisory_xact_lock(hashtext('import'), $1)", viewer.company.0)
        .execute(&mut *tx)
        .await?;
    let name: String = file_name.chars().filter(|c| !c.is_control()).take(200).collect();
    let id = sqlx::query_scalar!(
        r#"INSERT INTO import (company_id, id, kind, file_name, state, headings, mapping, tally, rows, made_by)
           SELECT $1, coalesce(max(id), 0) + 1, $2, $3, $4, '[]', $5, $6, 0, $7 FROM import WHERE company_id = $1
           RETURNING id AS "id: ImportId""#,
        viewer.company.0,
        kind.as_str(),
        name,
        State::Ready.as_str(),
        Json(Mapping::default()) as _,
        Json(Tally::default()) as _,
        viewer.person.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    let (viewer, db) = (viewer.clone(), db.clone());
    Ok(Upload {
        viewer,
        db,
        tx,
        id,
        headings: None,
        waiting: Vec::with_capacity(ROWS),
        rows: 0,
        kind,
        width: 0,
    })
}

/// No text of ours is as long as a tenth of this: such a cell is a mistake, of which the beginning is kept.
const CELL: usize = 10 * validate::BODY_LIMIT as usize;

fn bounded(mut cells: Vec<String>) -> (Vec<String>, Option<FieldError>) {
    let mut too_long = None;
    for cell in cells.iter_mut().filter(|cell| cell.len() > CELL) {
        cell.truncate(cell.floor_char_boundary(CELL));
        let refusal = Refusal::TooLong { limit: validate::BODY_LIMIT };
        too_long = Some(FieldError { field: Field::Body, refusal });
    }
    (cells, too_long)
}

impl Upload {
    /// The next line; the first is the heading. What was wrong with it when it was read refuses it, however
    /// its columns are meant.
    ///
    /// # Errors
    /// Invalid, when that is the heading; when the database fails.
    pub async fn add(&mut self, line: i32, cells: Vec<String>, wrong: Option<Refusal>) -> Result<()> {
        if self.headings.is_none() {
            if let Some(wrong) = wrong {
                return Err(Error::field(Field::Table, wrong));
            }
            self.headings = Some(cells);
            return Ok(());
        }
        self.rows += 1;
        self.width =
            self.width.max(cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1));
        let wrong = wrong.map(|refusal| FieldError { field: Field::Table, refusal });
        let (cells, too_long) = bounded(cells);
        self.waiting.push((line, cells, wrong.or(too_long)));
        if self.waiting.len() < ROWS { Ok(()) } else { self.write().await }
    }

    async fn write(&mut self) -> Result<()> {
        let lines: Vec<i32> = self.waiting.iter().map(|(line, ..)| *line).collect();
        let errors: Vec<_> =
            self.waiting.iter().map(|(.., wrong)| wrong.map(|error| Json([error]))).collect();
        let cells: Vec<_> = self.waiting.drain(..).map(|(_, cells, _)| Json(cells)).collect();
        sqlx::query!(
            "INSERT INTO import_row (company_id, import_id, line, cells, errors, outcome)
             SELECT $1, $2, line, cells, errors, CASE WHEN errors IS NOT NULL THEN $6 END
             FROM unnest($3::int[], $4::jsonb[], $5::jsonb[]) AS r (line, cells, errors)",
            self.viewer.company.0,
            self.id.0,
            &lines,
            &cells as _,
            &errors as _,
            Outcome::Refused.as_str(),
        )
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// The file is at its end: guesses what its columns mean and tries all rows.
    ///
    /// # Errors
    /// Invalid, when there are no rows.
    pub async fn finish(mut self) -> Result<ImportId> {
        self.write().await?;
        let headings = self.headings.take().filter(|_| self.rows > 0);
        let mut headings = headings.ok_or_else(|| Error::field(Field::Table, Refusal::Empty))?;
        // What stands beside all headings is nobody's: it gets one, to be seen and chosen for.
        let nameless = headings.len() + 1..=self.width;
        headings.extend(nameless.map(|column| self.viewer.language.import_nameless_column(column)));
        sqlx::query!(
            "UPDATE import SET headings = $3, mapping = $4, rows = $5 WHERE company_id = $1 AND id = $2",
            self.viewer.company.0,
            self.id.0,
            Json(&headings) as _,
            Json(Mapping::guess(self.kind, &headings)) as _,
            self.rows,
        )
        .execute(&mut *self.tx)
        .await?;
        self.tx.commit().await?;
        try_all(&self.viewer, &self.db, self.id).await?;
        Ok(self.id)
    }
}

/// Forgets a file that has not been imported.
///
/// # Errors
/// Forbidden; not found, also when it has been imported.
pub async fn discard(viewer: &Viewer, db: &Db, id: ImportId) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    let head = lock(viewer, &mut tx, id).await?;
    if head.state != State::Ready {
        return Err(Problem::NotFound.into());
    }
    sqlx::query!("DELETE FROM import WHERE company_id = $1 AND id = $2", viewer.company.0, id.0)
        .execute(&mut *tx)
        .await?;
    Ok(tx.commit().await?)
}
