//! "Återkoppla till skaparen": who made the case gets it back, with a comment.

use super::{comment, lock::lock, write::write};
use crate::{
    Db, Error, Result, Tx,
    files::{self, NewFile},
    once::{self, Once},
    settings,
};
use domain::{
    cases::{Edit, Property},
    ids::{CaseNumber, PersonId, StatusId},
    people::Viewer,
    policy::{self, Action},
    problem::{Field, Problem, Refusal},
    validate,
};

/// Makes the creator responsible, gives the case the status for that if the company has one, and
/// adds the comment with its files: all or nothing, and once, however often it is sent under the same key.
///
/// # Errors
/// Forbidden; not found; invalid, without a comment, when the creator is none of the colleagues
/// at work, or when the company makes nobody responsible.
pub async fn hand_back(
    viewer: &Viewer,
    db: &Db,
    number: CaseNumber,
    text: &str,
    files: &[NewFile],
    key: Option<&str>,
) -> Result<()> {
    if !policy::can(viewer, Action::HandBack) {
        return Err(Problem::Forbidden.into());
    }
    let body = validate::comment(text)?;
    let mut tx = db.begin(viewer).await?;
    let once = once::begin(viewer, &mut tx, key, &("hand back", number, &body, files::names(files))).await?;
    if let Once::Before(_) = once {
        return Ok(());
    }
    settings::require_property(viewer, &mut tx, Property::Responsible).await?;
    let case = lock(viewer, &mut tx, number).await?;
    let creator = creator(viewer, &mut tx, number).await?;
    let status = waiting_status(viewer, &mut tx).await?;
    let comment = comment::write(viewer, &mut tx, &case, false, body).await?;
    files::keep(viewer, &mut tx, (number, Some(comment.id), false), files).await?;
    if let Some(change) = case.change(Edit::Responsible(Some(creator))) {
        write(viewer, &mut tx, &case, &[change]).await?;
    }
    if let Some(change) = status.and_then(|status| case.change(Edit::Status(status))) {
        write(viewer, &mut tx, &case, &[change]).await?;
    }
    once.done(viewer, &mut tx, number.0.into()).await?;
    Ok(tx.commit().await?)
}

async fn creator(viewer: &Viewer, tx: &mut Tx, number: CaseNumber) -> Result<PersonId> {
    let creator = sqlx::query_scalar!(
        r#"SELECT p.id AS "id: PersonId" FROM cases c
           JOIN person p ON p.company_id = c.company_id AND p.id = c.created_by AND p.active AND p.role <> 'customer'
           WHERE c.company_id = $1 AND c.number = $2"#,
        viewer.company.0,
        number.0
    );
    let creator = creator.fetch_optional(&mut **tx).await?;
    creator.ok_or_else(|| Error::field(Field::Responsible, Refusal::Unknown))
}

/// Återkoppling: the first open status with the arrow back.
async fn waiting_status(viewer: &Viewer, tx: &mut Tx) -> Result<Option<StatusId>> {
    let status = sqlx::query_scalar!(
        r#"SELECT id AS "id: StatusId" FROM case_status
           WHERE company_id = $1 AND symbol = 'return' AND NOT hidden ORDER BY position, id LIMIT 1"#,
        viewer.company.0
    );
    Ok(status.fetch_optional(&mut **tx).await?)
}
