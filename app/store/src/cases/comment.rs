//! Writes a comment on a case.

use super::{
    link::link_mentioned,
    lock::{Locked, lock},
};
use crate::{Db, Error, Result, Tx, notifications, search, settings};
use domain::{
    cases::Feature,
    events::{Actor, Comment, NewComment},
    ids::CommentId,
    people::{Person, Viewer},
    policy::{self, Action},
    problem::{Field, Problem, Refusal},
    validate,
};

/// Adds the comment. It is its own entry in the timeline, so it changes no version and makes no event.
///
/// # Errors
/// Forbidden; invalid, also an external comment on a case without customer: nobody would read it;
/// not found.
pub async fn comment(viewer: &Viewer, db: &Db, new: NewComment) -> Result<Comment> {
    may_say(viewer, new.external)?;
    let body = validate::comment(&new.body)?;
    let mut tx = db.begin(viewer).await?;
    let case = hold(viewer, &mut tx, &new).await?;
    let comment = write(viewer, &mut tx, &case, new.external, body).await?;
    tx.commit().await?;
    Ok(comment)
}

/// Whether the viewer may say something on cases, so that the customer reads it.
pub(crate) fn may_say(viewer: &Viewer, external: bool) -> Result<()> {
    let action = if external { Action::CommentExternally } else { Action::Comment };
    match policy::can(viewer, action) {
        true => Ok(()),
        false => Err(Problem::Forbidden.into()),
    }
}

/// Holds the case on which something is said. What is external needs a customer who reads it.
pub(crate) async fn hold(viewer: &Viewer, tx: &mut Tx, new: &NewComment) -> Result<Locked> {
    let case = lock(viewer, tx, new.case).await?;
    if new.external && case.customer.is_none() {
        return Err(Error::field(Field::Customer, Refusal::Empty));
    }
    if new.external && settings::does_without(viewer, tx, Feature::ExternalComments).await? {
        return Err(Problem::Forbidden.into());
    }
    Ok(case)
}

/// Writes a sound comment on a case that the transaction holds. Whom it names with "@" is linked and told.
pub(crate) async fn write(
    viewer: &Viewer,
    tx: &mut Tx,
    case: &Locked,
    external: bool,
    body: String,
) -> Result<Comment> {
    let written = sqlx::query!(
        r#"
        WITH touched AS (
            UPDATE cases SET updated_at = now() WHERE company_id = $1 AND number = $2
        )
        INSERT INTO case_comment (company_id, number, author_id, external, body)
        VALUES ($1, $2, $3, $4, $5)
        RETURNING id AS "id: CommentId", created_at AT TIME ZONE 'Europe/Stockholm' AS "at!"
        "#,
        viewer.company.0,
        case.number.0,
        viewer.person.0,
        external,
        body,
    )
    .fetch_one(&mut **tx)
    .await?;
    tx.touch(case.number);
    search::index(tx, viewer.company, case.number, None).await?;
    let named = notifications::mention(viewer, tx, case.number, &body).await?;
    link_mentioned(viewer, tx, case, &named).await?;
    let author = Actor { person: Person { id: viewer.person, name: viewer.name.clone() }, role: viewer.role };
    Ok(Comment { id: written.id, author, at: written.at, external, body, from_case: None })
}
