//! Writes an import's rows, or takes them back, some at a time: each step is a transaction, so a server
//! that is stopped leaves nothing half done, and whoever goes on begins where it ended.

use super::{
    batch::{Head, record, set, take, unwritten},
    lock,
    undo::take_some_back,
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
    let mut tx = db.begin(viewer).await?;
    let head = lock(viewer, &mut tx, id).await?;
    if head.state != State::Ready {
        return Err(Problem::Overtaken.into());
    }
    // Refused rows are counted already and stay what they are.
    let tally = Tally { refused: head.tally.refused, ..Tally::default() };
    set(viewer, &mut tx, &head, State::Running, tally).await?;
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
