//! Takes an import back. What has been changed or used since is left, and may be tried again later; what a later import
//! has changed is taken back there first.

use super::{
    batch::{Back, Head, ROWS, Written, set, take_back},
    lock,
};
use crate::{Db, Error, Result, Tx};
use domain::{
    ids::ImportId,
    imports::{Kind, Later, State, Tally},
    people::Viewer,
    problem::{Field, Problem, Refusal},
};

/// Lets the taking back begin, or begin anew for what was left the last time. [`super::advance`] then does it.
///
/// # Errors
/// Forbidden; not found; overtaken, when it is not imported, begun already, or nothing of it is left; invalid, when a
/// later import has changed the same.
pub async fn undo(viewer: &Viewer, db: &Db, id: ImportId) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    let head = lock(viewer, &mut tx, id).await?;
    if !head.state.can_be_undone(&head.tally) {
        return Err(Problem::Overtaken.into());
    }
    if later(viewer, &mut tx, head.kind, id).await?.is_some() {
        return Err(Error::field(Field::Table, Refusal::InUse));
    }
    let again = sqlx::query!(
        "UPDATE import_row SET is_left = false WHERE company_id = $1 AND import_id = $2 AND is_left",
        viewer.company.0,
        id.0
    )
    .execute(&mut *tx)
    .await?
    .rows_affected();
    let left = head.tally.left - i32::try_from(again).unwrap_or(i32::MAX);
    set(viewer, &mut tx, &head, State::Undoing, Tally { left, ..head.tally }).await?;
    Ok(tx.commit().await?)
}

/// The last import that has changed what this one wrote, and that still stands: it is to be taken back first.
pub(super) async fn later(viewer: &Viewer, tx: &mut Tx, kind: Kind, id: ImportId) -> Result<Option<Later>> {
    let found = sqlx::query_as!(
        Later,
        r#"SELECT i.id AS "id: ImportId", i.file_name, i.made_at AT TIME ZONE 'Europe/Stockholm' AS "made_at!"
           FROM import i
           WHERE i.company_id = $1 AND i.id > $2 AND i.kind = $3 AND i.state IN ('running', 'done', 'undoing')
             AND EXISTS (
                 SELECT FROM import_row l
                 JOIN import_row r ON r.company_id = $1 AND r.import_id = $2 AND r.target = l.target
                 WHERE l.company_id = $1 AND l.import_id = i.id AND l.outcome = 'changed' AND NOT l.undone
                   AND r.outcome IN ('created', 'changed') AND NOT r.undone)
           ORDER BY i.id DESC LIMIT 1"#,
        viewer.company.0,
        id.0,
        kind.as_str(),
    );
    Ok(found.fetch_optional(&mut **tx).await?)
}

/// The next step of it. Tells whether there are more.
pub(super) async fn take_some_back(viewer: &Viewer, tx: &mut Tx, head: &Head) -> Result<bool> {
    let rows = written(viewer, tx, head.id).await?;
    if rows.is_empty() {
        hand_back(viewer, tx, head).await?;
        set(viewer, tx, head, State::Undone, head.tally).await?;
        return Ok(false);
    }
    let looked_at: Vec<i32> = rows.iter().map(|row| row.line).collect();
    let back = take_back(viewer, tx, head.kind, rows).await?;
    remember(viewer, tx, head.id, &looked_at, &back).await?;
    let done = back.len() as i32;
    let left = looked_at.len() as i32 - done;
    let tally = Tally { undone: head.tally.undone + done, left: head.tally.left + left, ..head.tally };
    set(viewer, tx, head, State::Undoing, tally).await?;
    Ok(true)
}

async fn remember(
    viewer: &Viewer,
    tx: &mut Tx,
    id: ImportId,
    looked_at: &[i32],
    back: &[Back],
) -> Result<()> {
    let (lines, versions): (Vec<i32>, Vec<i32>) = back.iter().map(|row| (row.line, row.version)).unzip();
    sqlx::query!(
        "UPDATE import_row r
         SET undone = b.line IS NOT NULL, is_left = b.line IS NULL, version = coalesce(b.version, r.version)
         FROM unnest($3::int[]) AS l (line)
         LEFT JOIN unnest($4::int[], $5::int[]) AS b (line, version) ON b.line = l.line
         WHERE r.company_id = $1 AND r.import_id = $2 AND r.line = l.line",
        viewer.company.0,
        id.0,
        looked_at,
        &lines,
        &versions,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What stands again as an earlier import wrote it is that one's to take back: in the version that it has now.
async fn hand_back(viewer: &Viewer, tx: &mut Tx, head: &Head) -> Result<()> {
    sqlx::query!(
        "UPDATE import_row r SET version = b.version
         FROM import_row b, import i
         WHERE b.company_id = $1 AND b.import_id = $2 AND b.undone AND b.outcome = 'changed'
           AND i.company_id = $1 AND i.kind = $3 AND i.id <> $2
           AND r.company_id = $1 AND r.import_id = i.id AND r.target = b.target AND r.version = b.found_version
           AND r.outcome IN ('created', 'changed') AND NOT r.undone",
        viewer.company.0,
        head.id.0,
        head.kind.as_str(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The last rows that have been written and not looked at: what was made last goes first.
async fn written(viewer: &Viewer, tx: &mut Tx, id: ImportId) -> Result<Vec<Written>> {
    let rows = sqlx::query_as!(
        Written,
        r#"SELECT line, target AS "target!", version AS "version!", before FROM import_row
           WHERE company_id = $1 AND import_id = $2 AND NOT undone AND NOT is_left
             AND outcome IN ('created', 'changed')
           ORDER BY line DESC LIMIT $3"#,
        viewer.company.0,
        id.0,
        ROWS
    );
    Ok(rows.fetch_all(&mut **tx).await?)
}
