//! Changes a case's subject and body, which are edited together.

use super::{
    later::{Seen, later},
    lock::{Locked, lock},
    row::row,
    write::write,
};
use crate::{Db, Result, Tx, search};
use domain::{
    cases::{CaseRow, Conflict, TextEdit},
    events::Change,
    ids::CaseNumber,
    people::Viewer,
    policy::{self, Action},
    problem::Problem,
    validate,
};

/// Gives the case that subject and body. `version` is the case's as the viewer saw it: what the viewer
/// has not changed since then stays as others have made it.
///
/// # Errors
/// Forbidden; invalid; not found; stale, with both texts, when both have changed the same one. That
/// holds for oneself in another window, too: a text is too much work to be replaced in silence.
pub async fn edit_text(
    viewer: &Viewer,
    db: &Db,
    number: CaseNumber,
    version: i32,
    edit: TextEdit,
) -> Result<CaseRow> {
    if !policy::can(viewer, Action::EditCase) {
        return Err(Problem::Forbidden.into());
    }
    let mine = validate::text_edit(&edit)?;
    let mut tx = db.begin(viewer).await?;
    let case = lock(viewer, &mut tx, number).await?;
    let stands = read(viewer, &mut tx, number).await?;
    let mine = merged(viewer, &mut tx, &case, version, mine, &stands).await?;
    let changes = changes(&stands, &mine);
    if changes.is_empty() {
        return row(viewer, &mut tx, number).await;
    }
    rewrite(viewer, &mut tx, number, &mine).await?;
    let row = write(viewer, &mut tx, &case, &changes).await?;
    tx.commit().await?;
    Ok(row)
}

pub(super) async fn read(viewer: &Viewer, tx: &mut Tx, number: CaseNumber) -> Result<TextEdit> {
    let text = sqlx::query_as!(
        TextEdit,
        "SELECT c.subject, t.body FROM cases c
         JOIN case_text t ON t.company_id = c.company_id AND t.number = c.number
         WHERE c.company_id = $1 AND c.number = $2",
        viewer.company.0,
        number.0
    );
    Ok(text.fetch_one(&mut **tx).await?)
}

/// Only what differs.
pub(super) fn changes(stands: &TextEdit, mine: &TextEdit) -> Vec<Change> {
    let differ = |from: &String, to: &String| (from != to).then(|| (from.clone(), to.clone()));
    let subject = differ(&stands.subject, &mine.subject).map(|(from, to)| Change::Subject { from, to });
    let body = differ(&stands.body, &mine.body).map(|(from, to)| Change::Body { from, to });
    subject.into_iter().chain(body).collect()
}

/// What the viewer wants, with what others have done meanwhile to that which the viewer left as it was.
async fn merged(
    viewer: &Viewer,
    tx: &mut Tx,
    case: &Locked,
    version: i32,
    mine: TextEdit,
    stands: &TextEdit,
) -> Result<TextEdit> {
    if case.version == version || mine == *stands {
        return Ok(mine);
    }
    let seen = as_seen(viewer, tx, case.number, version, stands).await?;
    let clash = match mine.merge(&seen, stands) {
        Ok(merged) => return Ok(merged),
        Err(clash) => clash,
    };
    let properties = ["subject", "body"].map(|property| Seen { case: case.number, version, property });
    let Some(theirs) = later(viewer, tx, &properties, None).await?.pop() else {
        return Ok(clash.mine);
    };
    let conflict = Conflict {
        number: case.number,
        by: theirs.by,
        at: theirs.at,
        mine: None,
        theirs: row(viewer, tx, case.number).await?,
        text: Some((clash.mine, clash.now)),
    };
    Err(Problem::Stale(Box::new(conflict)).into())
}

/// The texts as they stood at that version: what the first change after it replaced.
async fn as_seen(
    viewer: &Viewer,
    tx: &mut Tx,
    number: CaseNumber,
    version: i32,
    stands: &TextEdit,
) -> Result<TextEdit> {
    let replaced = sqlx::query!(
        r#"
        SELECT DISTINCT ON (change ->> 'property') change ->> 'property' AS "property!", change ->> 'from' AS "text!"
        FROM case_event e, jsonb_array_elements(e.changes) AS change
        WHERE e.company_id = $1 AND e.number = $2 AND e.version > $3
            AND change ->> 'property' IN ('subject', 'body')
        ORDER BY change ->> 'property', e.version
        "#,
        viewer.company.0,
        number.0,
        version,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut seen = stands.clone();
    for record in replaced {
        match record.property.as_str() {
            "subject" => seen.subject = record.text,
            _ => seen.body = record.text,
        }
    }
    Ok(seen)
}

pub(super) async fn rewrite(viewer: &Viewer, tx: &mut Tx, number: CaseNumber, text: &TextEdit) -> Result<()> {
    sqlx::query!(
        "UPDATE cases SET subject = $3 WHERE company_id = $1 AND number = $2",
        viewer.company.0,
        number.0,
        text.subject
    )
    .execute(&mut **tx)
    .await?;
    search::index(tx, viewer.company, number, Some(&text.body)).await
}
