//! "Ångra" in the history: takes a change back for as long as what it made still stands.

use super::{
    lock::lock,
    offered::{self, References},
    show::participants,
    text::{read as read_text, rewrite},
    write::write,
};
use crate::{Db, Result, Tx, files};
use domain::{
    cases::TextEdit,
    events::Change,
    ids::{CaseNumber, EventId, FileId, PersonId},
    people::Viewer,
    policy,
    problem::Problem,
};
use sqlx::types::Json;

/// Takes back all that these entries of the case's history say, or nothing: the last one first. What is
/// written for it is an entry of its own.
///
/// # Errors
/// Forbidden; not found; malformed, when one of them cannot be taken back; overtaken, when somebody has
/// changed the same again since; refused, when the former value is not offered any more.
pub async fn undo_changes(viewer: &Viewer, db: &Db, number: CaseNumber, entries: &[EventId]) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    lock(viewer, &mut tx, number).await?;
    let changes = changes(viewer, &mut tx, number, entries).await?;
    for change in &changes {
        if !policy::can(viewer, policy::action_of(change)) {
            return Err(Problem::Forbidden.into());
        }
        take_back(viewer, &mut tx, number, change).await?;
    }
    Ok(tx.commit().await?)
}

/// What they say: the last entry first, each in its own order.
async fn changes(
    viewer: &Viewer,
    tx: &mut Tx,
    number: CaseNumber,
    entries: &[EventId],
) -> Result<Vec<Change>> {
    let ids: Vec<i64> = entries.iter().map(|entry| entry.0).collect();
    let events = sqlx::query_scalar!(
        r#"SELECT changes AS "changes: Json<Vec<Change>>" FROM case_event
           WHERE company_id = $1 AND number = $2 AND id = ANY($3) ORDER BY version DESC, id DESC"#,
        viewer.company.0,
        number.0,
        &ids
    )
    .fetch_all(&mut **tx)
    .await?;
    if events.is_empty() {
        return Err(Problem::NotFound.into());
    }
    Ok(events.into_iter().flat_map(|Json(changes)| changes).collect())
}

async fn take_back(viewer: &Viewer, tx: &mut Tx, number: CaseNumber, change: &Change) -> Result<()> {
    let back = change.back().ok_or(Problem::Malformed)?;
    // As it stands after what has been taken back already.
    let case = lock(viewer, tx, number).await?;
    match (&back, change.edit()) {
        (Change::Subject { .. } | Change::Body { .. }, _) => rewrite_text(viewer, tx, number, &back).await?,
        (Change::ParticipantAdded { person } | Change::ParticipantRemoved { person }, _) => {
            link_or_unlink(viewer, tx, number, *person, &back).await?;
        }
        (Change::FileRemoved { file: Some(file), .. } | Change::FileRestored { file, .. }, _) => {
            move_file(viewer, tx, number, *file, &back).await?;
        }
        (_, Some(edit)) if case.change(edit).is_none() => {}
        _ => return Err(Problem::Overtaken.into()),
    }
    // A former day may have passed meanwhile: it was right when it was set.
    write(viewer, tx, &case, &[back]).await?;
    Ok(())
}

async fn rewrite_text(viewer: &Viewer, tx: &mut Tx, number: CaseNumber, back: &Change) -> Result<()> {
    let stands = read_text(viewer, tx, number).await?;
    let wanted = match back {
        Change::Subject { from, to } if stands.subject == *from => TextEdit { subject: to.clone(), ..stands },
        Change::Body { from, to } if stands.body == *from => TextEdit { body: to.clone(), ..stands },
        _ => return Err(Problem::Overtaken.into()),
    };
    rewrite(viewer, tx, number, &wanted).await
}

async fn link_or_unlink(
    viewer: &Viewer,
    tx: &mut Tx,
    number: CaseNumber,
    person: PersonId,
    back: &Change,
) -> Result<()> {
    let adds = matches!(back, Change::ParticipantAdded { .. });
    let linked = participants(viewer, tx, number).await?.iter().any(|linked| linked.id == person);
    if linked == adds {
        return Err(Problem::Overtaken.into());
    }
    if adds {
        let wanted = References { participants: vec![person], ..References::default() };
        offered::require(viewer, tx, &wanted).await?;
        sqlx::query!(
            "INSERT INTO case_participant (company_id, number, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            viewer.company.0,
            number.0,
            person.0
        )
        .execute(&mut **tx)
        .await?;
    } else {
        sqlx::query!(
            "DELETE FROM case_participant WHERE company_id = $1 AND number = $2 AND person_id = $3",
            viewer.company.0,
            number.0,
            person.0
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

/// Files come back from where they were put, and go there again.
async fn move_file(
    viewer: &Viewer,
    tx: &mut Tx,
    number: CaseNumber,
    file: FileId,
    back: &Change,
) -> Result<()> {
    let moved = match back {
        Change::FileRestored { .. } => files::put_back(viewer, tx, number, file).await?,
        _ => files::take_away(viewer, tx, number, file).await?,
    };
    moved.map(drop).ok_or_else(|| Problem::Overtaken.into())
}
