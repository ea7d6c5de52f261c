//! Writes a comment on a case.

use super::{
    link::link_mentioned,
    lock::{Locked, lock},
};
use crate::{
    Db, Error, Result, Tx, notifications,
    once::{self, Once},
    search, settings,
};
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
    comment_once(viewer, db, new, None).await
}

/// The same under a key of the form's own: sent again, it gives the comment that was written.
///
/// # Errors
/// As [`comment`]; malformed, when it is no key.
pub async fn comment_once(viewer: &Viewer, db: &Db, new: NewComment, key: Option<&str>) -> Result<Comment> {
    may_say(viewer, new.external)?;
    let body = validate::comment(&new.body)?;
    let mut tx = db.begin(viewer).await?;
    let once = once::begin(viewer, &mut tx, key, &new).await?;
    if let Once::Before(id) = once {
        return written(viewer, &mut tx, CommentId(id)).await;
    }
    let case = hold(viewer, &mut tx, &new).await?;
    let comment = write(viewer, &mut tx, &case, new.external, body).await?;
    once.done(viewer, &mut tx, comment.id.0).await?;
    tx.commit().await?;
    Ok(comment)
}

/// One of the viewer's own.
async fn written(viewer: &Viewer, tx: &mut Tx, id: CommentId) -> Result<Comment> {
    let record = sqlx::query!(
        r#"SELECT body, external, created_at AT TIME ZONE 'Europe/Stockholm' AS "at!"
           FROM case_comment WHERE company_id = $1 AND id = $2 AND author_id = $3"#,
        viewer.company.0,
        id.0,
        viewer.person.0
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(Comment {
        id,
        author: oneself(viewer),
        at: record.at,
        external: record.external,
        body: record.body,
        from_case: None,
    })
}

fn oneself(viewer: &Viewer) -> Actor {
    Actor { person: Person { id: viewer.person, name: viewer.name.clone() }, role: viewer.role }
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
    if new.external && settings::unused(viewer, tx).await?.has(Feature::ExternalComments) {
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
    Ok(Comment { id: written.id, author: oneself(viewer), at: written.at, external, body, from_case: None })
}
