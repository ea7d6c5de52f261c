//! Writes an import's rows, or takes them back, some at a time: each step is a transaction, so a server
//! that is stopped leaves nothing half done, and whoever goes on begins where it ended.

use super::{
    batch::{Head, ROWS, Written, record, set, take, take_back, unwritten},
    lock,
};
use crate::{Db, Result, Tx};
use domain::{
    ids::ImportId,
    imports::{State, Tally},
    people::Viewer,
    problem::Problem,
};

/// Lets the import begin. [`advance`] then does it.
///
/// # Errors
/// Forbidden; not found; overtaken, when it has begun already.
pub async fn start(viewer: &Viewer, db: &Db, id: ImportId) -> Result<()> {
    turn(viewer, db, id, State::Ready, State::Running).await
}

/// Lets the taking back begin. [`advance`] then does it.
///
/// # Errors
/// Forbidden; not found; overtaken, when it is not imported, or begun already.
pub async fn undo(viewer: &Viewer, db: &Db, id: ImportId) -> Result<()> {
    turn(viewer, db, id, State::Done, State::Undoing).await
}

async fn turn(viewer: &Viewer, db: &Db, id: ImportId, from: State, to: State) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    let head = lock(viewer, &mut tx, id).await?;
    if head.state != from {
        return Err(Problem::Overtaken.into());
    }
    // Refused rows are counted already and stay what they are.
    let tally = if from == State::Ready {
        Tally { refused: head.tally.refused, ..Tally::default() }
    } else {
        head.tally
    };
    set(viewer, &mut tx, &head, to, tally).await?;
    Ok(tx.commit().await?)
}

/// Does the next step. Tells whether there are more.
///
/// # Errors
/// Forbidden; not found; when the database fails: then the step is not done.
pub async fn advance(viewer: &Viewer, db: &Db, id: ImportId) -> Result<bool> {
    let mut tx = db.begin(viewer).await?;
    let head = lock(viewer, &mut tx, id).await?;
    let goes_on = match head.state {
        State::Running => write_some(viewer, &mut tx, &head).await?,
        State::Undoing => take_some_back(viewer, &mut tx, &head).await?,
        State::Ready | State::Done | State::Undone => false,
    };
    tx.commit().await?;
    Ok(goes_on)
}

async fn write_some(viewer: &Viewer, tx: &mut Tx, head: &Head) -> Result<bool> {
    let rows = unwritten(viewer, tx, head.id, 0).await?;
    if rows.is_empty() {
        set(viewer, tx, head, State::Done, head.tally).await?;
        return Ok(false);
    }
    let taken = take(viewer, tx, head, rows, None).await?;
    record(viewer, tx, head.id, &taken).await?;
    let mut tally = head.tally;
    taken.iter().for_each(|row| tally.add(row.outcome));
    set(viewer, tx, head, State::Running, tally).await?;
    Ok(true)
}

async fn take_some_back(viewer: &Viewer, tx: &mut Tx, head: &Head) -> Result<bool> {
    let rows = written(viewer, tx, head.id).await?;
    if rows.is_empty() {
        set(viewer, tx, head, State::Undone, head.tally).await?;
        return Ok(false);
    }
    let lines: Vec<i32> = rows.iter().map(|row| row.line).collect();
    let done = take_back(viewer, tx, head.kind, rows).await?.len() as i32;
    sqlx::query!(
        "UPDATE import_row SET undone = true WHERE company_id = $1 AND import_id = $2 AND line = ANY($3)",
        viewer.company.0,
        head.id.0,
        &lines
    )
    .execute(&mut **tx)
    .await?;
    let left = lines.len() as i32 - done;
    let tally = Tally { undone: head.tally.undone + done, left: head.tally.left + left, ..head.tally };
    set(viewer, tx, head, State::Undoing, tally).await?;
    Ok(true)
}

/// The last rows that have been written and not looked at: what was made last goes first.
async fn written(viewer: &Viewer, tx: &mut Tx, id: ImportId) -> Result<Vec<Written>> {
    let rows = sqlx::query_as!(
        Written,
        r#"SELECT line, target AS "target!", version AS "version!", before FROM import_row
           WHERE company_id = $1 AND import_id = $2 AND NOT undone AND outcome IN ('created', 'changed')
           ORDER BY line DESC LIMIT $3"#,
        viewer.company.0,
        id.0,
        ROWS
    );
    Ok(rows.fetch_all(&mut **tx).await?)
}
