//! Words that are removed, or merged into another: their cases get that one. The word stays as a
//! hidden row, for the history names it.

use super::{
    allow,
    statuses::{lock_all, make_initial},
};
use crate::{Db, Error, Result, Tx, cases};
use domain::{
    events::Change,
    ids::{StatusId, TypeId},
    people::Viewer,
    problem::{Field, Problem, Refusal},
};
use sqlx::types::Json;

/// Removes a status. Its cases get the status `into`, each with an entry in its history; addresses
/// that name the removed one mean that one from then on, and so do new cases if they began with it.
///
/// # Errors
/// Forbidden; not found; invalid, when cases have it and none is given for them, when that one is
/// not offered, when no open status would be left, or when new cases would begin closed.
pub async fn remove_status(viewer: &Viewer, db: &Db, id: StatusId, into: Option<StatusId>) -> Result<()> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let was_initial = refuse_status(viewer, &mut tx, id, into).await?;
    if let Some(into) = into {
        let change = Json([Change::Status { from: id, to: into }]);
        sqlx::query!(
            "WITH held AS MATERIALIZED (
                 SELECT number, is_open FROM cases WHERE company_id = $1 AND status_id = $3
                 ORDER BY number FOR UPDATE
             ), changed AS (
                 UPDATE cases c SET status_id = s.id, is_open = s.is_open, version = c.version + 1, updated_at = now()
                 FROM held, case_status s
                 WHERE c.company_id = $1 AND c.number = held.number AND s.company_id = $1 AND s.id = $4
                 RETURNING c.number, c.version, c.is_open, held.is_open AS was_open
             ), opened_or_closed AS (
                 UPDATE case_text t SET is_open = c.is_open FROM changed c
                 WHERE c.is_open <> c.was_open AND t.company_id = $1 AND t.number = c.number
             )
             INSERT INTO case_event (company_id, number, actor_id, version, batch_id, changes)
             SELECT $1, number, $2, version, batch, $5 FROM changed, (SELECT nextval('case_batch_id') AS batch) b",
            viewer.company.0,
            viewer.person.0,
            id.0,
            into.0,
            change as _,
        )
        .execute(&mut *tx)
        .await?;
        tx.touch_all();
    }
    sqlx::query!(
        "UPDATE case_status SET removed = true, hidden = true, is_initial = false, merged_into = $3
         WHERE company_id = $1 AND (id = $2 OR merged_into = $2)",
        viewer.company.0,
        id.0,
        into.map(|into| into.0)
    )
    .execute(&mut *tx)
    .await?;
    if let Some(into) = into.filter(|_| was_initial) {
        make_initial(viewer, &mut tx, into.0).await?;
    }
    Ok(tx.commit().await?)
}

/// Says whether new cases begin with it, if it may go.
async fn refuse_status(viewer: &Viewer, tx: &mut Tx, id: StatusId, into: Option<StatusId>) -> Result<bool> {
    lock_all(viewer, tx).await?;
    let found = sqlx::query!(
        r#"SELECT
               EXISTS (SELECT FROM cases c WHERE c.company_id = $1 AND c.status_id = s.id) AS "used!",
               $3::smallint IS NULL OR EXISTS (SELECT FROM case_status i WHERE i.company_id = $1
                   AND i.id = $3 AND i.id <> s.id AND NOT i.hidden) AS "offered!",
               EXISTS (SELECT FROM case_status o WHERE o.company_id = $1 AND o.id <> s.id
                   AND o.is_open AND NOT o.hidden) AS "open_left!"
           FROM case_status s WHERE s.company_id = $1 AND s.id = $2 AND NOT s.removed"#,
        viewer.company.0,
        id.0,
        into.map(|into| into.0),
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Problem::NotFound)?;
    match found {
        found if !found.offered => Err(Error::field(Field::Status, Refusal::Unknown)),
        found if !found.open_left || found.used && into.is_none() => {
            Err(Error::field(Field::Status, Refusal::InUse))
        }
        _ => is_initial(viewer, tx, id, into).await,
    }
}

/// Whether new cases begin with it. They would begin closed if it went into a closed one.
async fn is_initial(viewer: &Viewer, tx: &mut Tx, id: StatusId, into: Option<StatusId>) -> Result<bool> {
    let words = cases::vocabulary_in(tx, viewer.company).await?;
    let is_initial = words.initial_status().is_some_and(|status| status.id == id);
    let closes = into.and_then(|into| words.status(into)).is_some_and(|into| !into.is_open);
    match is_initial && closes {
        true => Err(Error::field(Field::Status, Refusal::Initial)),
        false => Ok(is_initial),
    }
}

/// Removes a type. Its cases get the type `into`, each with an entry in its history; addresses that
/// name the removed one mean that one from then on.
///
/// # Errors
/// Forbidden; not found; invalid, when cases have it and none is given for them, or that one is not
/// offered.
pub async fn remove_type(viewer: &Viewer, db: &Db, id: TypeId, into: Option<TypeId>) -> Result<()> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    refuse_type(viewer, &mut tx, id, into).await?;
    if let Some(into) = into {
        let change = Json([Change::Type { from: Some(id), to: Some(into) }]);
        sqlx::query!(
            "WITH held AS MATERIALIZED (
                 SELECT number FROM cases WHERE company_id = $1 AND type_id = $3 ORDER BY number FOR UPDATE
             ), changed AS (
                 UPDATE cases c SET type_id = $4, version = c.version + 1, updated_at = now() FROM held
                 WHERE c.company_id = $1 AND c.number = held.number
                 RETURNING c.number, c.version
             )
             INSERT INTO case_event (company_id, number, actor_id, version, batch_id, changes)
             SELECT $1, number, $2, version, batch, $5 FROM changed, (SELECT nextval('case_batch_id') AS batch) b",
            viewer.company.0,
            viewer.person.0,
            id.0,
            into.0,
            change as _,
        )
        .execute(&mut *tx)
        .await?;
        tx.touch_all();
    }
    sqlx::query!(
        "UPDATE case_type SET removed = true, hidden = true, merged_into = $3
         WHERE company_id = $1 AND (id = $2 OR merged_into = $2)",
        viewer.company.0,
        id.0,
        into.map(|into| into.0)
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

async fn refuse_type(viewer: &Viewer, tx: &mut Tx, id: TypeId, into: Option<TypeId>) -> Result<()> {
    let found = sqlx::query!(
        r#"SELECT
               EXISTS (SELECT FROM cases c WHERE c.company_id = $1 AND c.type_id = t.id) AS "used!",
               $3::smallint IS NULL OR EXISTS (SELECT FROM case_type i WHERE i.company_id = $1
                   AND i.id = $3 AND i.id <> t.id AND NOT i.hidden) AS "offered!"
           FROM case_type t WHERE t.company_id = $1 AND t.id = $2 AND NOT t.removed FOR UPDATE OF t"#,
        viewer.company.0,
        id.0,
        into.map(|into| into.0),
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Problem::NotFound)?;
    match found {
        found if !found.offered => Err(Error::field(Field::Type, Refusal::Unknown)),
        found if found.used && into.is_none() => Err(Error::field(Field::Type, Refusal::InUse)),
        _ => Ok(()),
    }
}
