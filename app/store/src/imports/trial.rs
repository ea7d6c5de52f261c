//! Tries all rows without a trace, so that one sees what would become of them.

use super::{
    batch::{Head, Taken, Trial, record, set, take, unwritten},
    lock, show,
};
use crate::{Db, Error, Result, Tx};
use domain::{
    ids::ImportId,
    imports::{Column, Kind, Mapping, Outcome, State, Tally},
    people::Viewer,
    problem::{Field, Problem, Refusal},
};

/// Says what columns and words mean, and tries again.
///
/// # Errors
/// Forbidden; not found; invalid, when no column is the name or the subject, or two are the same; overtaken, when it
/// has been imported meanwhile.
pub async fn remap(viewer: &Viewer, db: &Db, id: ImportId, mapping: Mapping) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    let head = lock(viewer, &mut tx, id).await?;
    if head.state != State::Ready {
        return Err(Problem::Overtaken.into());
    }
    let columns: Vec<_> =
        head.headings.iter().enumerate().map(|(at, _)| mapping.columns.get(at).copied().flatten()).collect();
    let source = mapping.source.trim().chars().take(Mapping::SOURCE).collect();
    let mapping = Mapping { columns, source, ..mapping };
    if !names_its_rows(head.kind, &mapping) {
        return Err(Error::field(Field::Columns, Refusal::Empty));
    }
    if let Some(second) = mapping.second() {
        return Err(Error::field(Field::ColumnAt(second), Refusal::Taken));
    }
    let head = Head { mapping, ..head };
    set(viewer, &mut tx, &head, State::Ready, Tally::default()).await?;
    tx.commit().await?;
    try_all(viewer, db, id).await
}

/// Takes columns and words as they stand on the screen: tries again if they were changed there.
///
/// # Errors
/// As [`remap`].
pub async fn take_chosen(viewer: &Viewer, db: &Db, id: ImportId, chosen: Mapping) -> Result<()> {
    let known = show(viewer, db, id).await?;
    let is_of_cases = known.import.kind == Kind::Cases;
    let is_same = chosen.columns == known.mapping.columns
        && chosen.words == known.words
        && (!is_of_cases
            || (chosen.keeps_rest == known.mapping.keeps_rest && chosen.source == known.mapping.source));
    if is_same { Ok(()) } else { remap(viewer, db, id, chosen).await }
}

/// Without these no row is anything.
fn names_its_rows(kind: Kind, mapping: &Mapping) -> bool {
    let any: &[Column] = match kind {
        Kind::Cases => &[Column::Subject],
        Kind::Customers | Kind::Employees => {
            &[Column::Name, Column::FirstName, Column::LastName, Column::Number]
        }
    };
    any.iter().any(|column| mapping.has(*column))
}

/// Tries all rows but those that could not be read, and writes down which are refused and what would become of how many.
pub(super) async fn try_all(viewer: &Viewer, db: &Db, id: ImportId) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    let head = lock(viewer, &mut tx, id).await?;
    let unread = sqlx::query_scalar!(
        r#"WITH again AS (
               UPDATE import_row SET outcome = NULL, errors = NULL
               WHERE company_id = $1 AND import_id = $2 AND outcome IS NOT NULL AND NOT errors @> $3
           )
           SELECT count(*) AS "unread!" FROM import_row
           WHERE company_id = $1 AND import_id = $2 AND outcome = 'refused' AND errors @> $3"#,
        viewer.company.0,
        id.0,
        serde_json::json!([{ "field": Field::Table }]),
    )
    .fetch_one(&mut *tx)
    .await?;
    let (mut trial, mut after) = (Trial::new(), 0);
    let mut tally = Tally { refused: i32::try_from(unread).unwrap_or(i32::MAX), ..Tally::default() };
    loop {
        let rows = unwritten(viewer, &mut tx, id, after).await?;
        let Some(last) = rows.last() else { break };
        after = last.line;
        let taken = take(viewer, &mut tx, &head, rows, Some(&mut trial)).await?;
        taken.iter().for_each(|row| tally.add(row.outcome));
        refuse(viewer, &mut tx, id, taken).await?;
    }
    set(viewer, &mut tx, &head, State::Ready, tally).await?;
    Ok(tx.commit().await?)
}

async fn refuse(viewer: &Viewer, tx: &mut Tx, id: ImportId, taken: Vec<Taken>) -> Result<()> {
    let refused: Vec<_> = taken.into_iter().filter(|row| row.outcome == Outcome::Refused).collect();
    if refused.is_empty() { Ok(()) } else { record(viewer, tx, id, &refused).await }
}
