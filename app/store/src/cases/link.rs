//! Links colleagues to a case and unlinks them. Doing it twice does it once.

use super::{
    lock::{Locked, lock},
    offered::{self, References},
    show::participants,
    write::write,
};
use crate::{Db, Result, Tx, settings};
use domain::{
    cases::Feature,
    events::Change,
    ids::{CaseNumber, PersonId},
    people::{Person, Viewer},
    policy::{self, Action},
    problem::{Field, Problem},
};

/// Links the colleague. Gives all that are linked now, by name.
///
/// # Errors
/// Forbidden; not found; invalid, when there is no such colleague at work, or the company links nobody.
pub async fn link(viewer: &Viewer, db: &Db, number: CaseNumber, person: PersonId) -> Result<Vec<Person>> {
    let (mut tx, case) = open(viewer, db, number).await?;
    settings::require(viewer, &mut tx, Feature::Participants, Field::Participants).await?;
    let wanted = References { participants: vec![person], ..References::default() };
    offered::require(viewer, &mut tx, &wanted).await?;
    let linked = sqlx::query!(
        "INSERT INTO case_participant (company_id, number, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        viewer.company.0,
        number.0,
        person.0
    )
    .execute(&mut *tx)
    .await?;
    let change = (linked.rows_affected() > 0).then_some(Change::ParticipantAdded { person });
    close(viewer, tx, case, change).await
}

/// Unlinks the colleague, who may have left since. Gives all that are linked now, by name.
///
/// # Errors
/// Forbidden; not found.
pub async fn unlink(viewer: &Viewer, db: &Db, number: CaseNumber, person: PersonId) -> Result<Vec<Person>> {
    let (mut tx, case) = open(viewer, db, number).await?;
    let unlinked = sqlx::query!(
        "DELETE FROM case_participant WHERE company_id = $1 AND number = $2 AND person_id = $3",
        viewer.company.0,
        number.0,
        person.0
    )
    .execute(&mut *tx)
    .await?;
    let change = (unlinked.rows_affected() > 0).then_some(Change::ParticipantRemoved { person });
    close(viewer, tx, case, change).await
}

/// Links colleagues at work whom a comment names, as far as the viewer may link somebody.
pub(super) async fn link_mentioned(
    viewer: &Viewer,
    tx: &mut Tx,
    case: &Locked,
    people: &[PersonId],
) -> Result<()> {
    if !policy::can(viewer, Action::ChangeCase) {
        return Ok(());
    }
    for &person in people {
        let linked = sqlx::query!(
            "INSERT INTO case_participant (company_id, number, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            viewer.company.0,
            case.number.0,
            person.0
        )
        .execute(&mut **tx)
        .await?;
        if linked.rows_affected() > 0 {
            write(viewer, tx, case, &[Change::ParticipantAdded { person }]).await?;
        }
    }
    Ok(())
}

async fn open(viewer: &Viewer, db: &Db, number: CaseNumber) -> Result<(Tx, Locked)> {
    if !policy::can(viewer, Action::ChangeCase) {
        return Err(Problem::Forbidden.into());
    }
    let mut tx = db.begin(viewer).await?;
    let case = lock(viewer, &mut tx, number).await?;
    Ok((tx, case))
}

async fn close(viewer: &Viewer, mut tx: Tx, case: Locked, change: Option<Change>) -> Result<Vec<Person>> {
    if let Some(change) = change {
        write(viewer, &mut tx, &case, &[change]).await?;
    }
    let people = participants(viewer, &mut tx, case.number).await?;
    tx.commit().await?;
    Ok(people)
}
