//! Changes one property of a case, in place; responsible and status also together.

use super::{
    later::{Seen, later},
    lock::{Locked, lock},
    row::row,
    write::write,
};
use crate::{Db, Error, Result, Tx, search, settings};
use chrono::NaiveDateTime;
use domain::{
    cases::{Conflict, Edit, Property, Saved},
    format::machine_moment,
    ids::{CaseNumber, PersonId, StatusId},
    people::Viewer,
    policy::{self, Action},
    problem::{Field, Problem, Refusal},
    validate,
};

/// Gives the case's property that value. `version` is the case's as the viewer saw it: what others
/// have done to other properties since is kept.
///
/// # Errors
/// Forbidden; not found; stale, with both values, when somebody else has changed the same property
/// since; invalid, when the company does not offer that value, does without the property, or the date is on the
/// wrong side of now.
pub async fn update(viewer: &Viewer, db: &Db, number: CaseNumber, version: i32, edit: Edit) -> Result<Saved> {
    allow(viewer, edit)?;
    let edit = sound(edit)?;
    let mut tx = db.begin(viewer).await?;
    let case = lock(viewer, &mut tx, number).await?;
    let saved = carry_out(viewer, &mut tx, &case, version, edit).await?;
    tx.commit().await?;
    Ok(saved)
}

/// Makes a colleague responsible and gives the case that status in the same step. A status that
/// the case has got since `version` is kept: the step was offered for the one before.
///
/// # Errors
/// As [`update`] of the responsible; invalid, when the company does not offer that status.
pub async fn assign(
    viewer: &Viewer,
    db: &Db,
    number: CaseNumber,
    version: i32,
    responsible: PersonId,
    status: StatusId,
) -> Result<Saved> {
    let (responsible, status) = (Edit::Responsible(Some(responsible)), Edit::Status(status));
    allow(viewer, responsible)?;
    allow(viewer, status)?;
    let mut tx = db.begin(viewer).await?;
    let case = lock(viewer, &mut tx, number).await?;
    let mut saved = carry_out(viewer, &mut tx, &case, version, responsible).await?;
    if let Some(change) = case.change(status)
        && !is_given_since(viewer, &mut tx, &case, version, Property::Status).await?
    {
        saved = Saved { row: write(viewer, &mut tx, &case, &[change]).await?, changed: true };
    }
    tx.commit().await?;
    Ok(saved)
}

fn allow(viewer: &Viewer, edit: Edit) -> Result<()> {
    if policy::can(viewer, action(edit)) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}

async fn carry_out(viewer: &Viewer, tx: &mut Tx, case: &Locked, version: i32, edit: Edit) -> Result<Saved> {
    let changes = case.changes(edit);
    if changes.is_empty() {
        return Ok(Saved { row: row(viewer, tx, case.number).await?, changed: false });
    }
    settings::require_property(viewer, tx, edit.property()).await?;
    refuse_stale(viewer, tx, case, version, edit).await?;
    refuse_wrong_side_of_now(viewer, tx, edit).await?;
    let row = write(viewer, tx, case, &changes).await?;
    if edit.property() == Property::Customer {
        search::index(tx, viewer.company, case.number, None).await?;
    }
    Ok(Saved { row, changed: true })
}

/// By anybody, oneself included.
async fn is_given_since(
    viewer: &Viewer,
    tx: &mut Tx,
    case: &Locked,
    version: i32,
    property: Property,
) -> Result<bool> {
    if case.version == version {
        return Ok(false);
    }
    let seen = Seen { case: case.number, version, property: property.as_str() };
    Ok(!later(viewer, tx, &[seen], None).await?.is_empty())
}

fn action(edit: Edit) -> Action {
    match edit.property() {
        Property::Status => Action::ChangeStatus,
        Property::CreatedAt => Action::EditCase,
        _ => Action::ChangeCase,
    }
}

/// The edit as it is kept: moments to the minute, as forms show them, and none that is a slip of the hand.
fn sound(edit: Edit) -> Result<Edit> {
    match edit {
        Edit::CreatedAt(moment) => {
            Ok(Edit::CreatedAt(validate::moment(Field::CreatedAt, &machine_moment(moment))?))
        }
        edit => Ok(edit),
    }
}

async fn refuse_stale(viewer: &Viewer, tx: &mut Tx, case: &Locked, version: i32, edit: Edit) -> Result<()> {
    if case.version == version {
        return Ok(());
    }
    let seen = Seen { case: case.number, version, property: edit.property().as_str() };
    let Some(theirs) = later(viewer, tx, &[seen], Some(viewer.person)).await?.pop() else {
        return Ok(());
    };
    let conflict = Conflict {
        number: case.number,
        by: theirs.by,
        at: theirs.at,
        mine: Some(edit),
        theirs: row(viewer, tx, case.number).await?,
        text: None,
    };
    Err(Problem::Stale(Box::new(conflict)).into())
}

/// Nothing falls due before today, and nothing has come in that is still to come, or in the hour that is left out
/// when summer time begins.
async fn refuse_wrong_side_of_now(viewer: &Viewer, tx: &mut Tx, edit: Edit) -> Result<()> {
    match edit {
        Edit::DueOn(day) => {
            validate::due_on(day, viewer.today)?;
        }
        Edit::CreatedAt(moment) => refuse_no_moment_until_now(tx, moment).await?,
        _ => {}
    }
    Ok(())
}

async fn refuse_no_moment_until_now(tx: &mut Tx, moment: NaiveDateTime) -> Result<()> {
    let moment = sqlx::query!(
        r#"SELECT at > now() AS "is_future!", at AT TIME ZONE 'Europe/Stockholm' = $1 AS "exists!"
           FROM (SELECT $1::timestamp AT TIME ZONE 'Europe/Stockholm') AS moment (at)"#,
        moment
    );
    let moment = moment.fetch_one(&mut **tx).await?;
    match (moment.exists, moment.is_future) {
        (false, _) => Err(Error::field(Field::CreatedAt, Refusal::Malformed)),
        (true, true) => Err(Error::field(Field::CreatedAt, Refusal::Future)),
        (true, false) => Ok(()),
    }
}
