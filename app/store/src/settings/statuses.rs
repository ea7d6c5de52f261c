//! The company's statuses: added, renamed, reordered, hidden.

use super::{allow, order::moved};
use crate::{Db, Error, Result, Tx};
use domain::{
    ids::StatusId,
    people::Viewer,
    problem::{Field, Problem, Refusal},
    settings::{self, StatusDraft},
};

/// Adds a status after the others of its base status.
///
/// # Errors
/// Forbidden; invalid, also when the name is taken.
pub async fn add_status(viewer: &Viewer, db: &Db, draft: StatusDraft) -> Result<StatusId> {
    allow(viewer)?;
    let draft = draft.sound()?;
    let mut tx = db.begin(viewer).await?;
    let id = next(viewer, &mut tx).await?;
    let slug = slug(viewer, &mut tx, &draft.name, id).await?;
    refuse_taken(viewer, &mut tx, &draft.name, None).await?;
    sqlx::query!(
        "WITH place AS (
             SELECT coalesce(max(position) FILTER (WHERE is_open OR NOT $5), 0) + 1 AS position
             FROM case_status WHERE company_id = $1
         ), moved AS (
             UPDATE case_status SET position = case_status.position + 1 FROM place
             WHERE company_id = $1 AND case_status.position >= place.position
         )
         INSERT INTO case_status (company_id, id, slug, name, is_open, symbol, hue, position, hidden)
         SELECT $1, $2, $3, $4, $5, $6, $7, position, $8 FROM place",
        viewer.company.0,
        id,
        slug,
        draft.name,
        draft.is_open,
        draft.symbol.as_str(),
        draft.hue.as_str(),
        draft.hidden,
    )
    .execute(&mut *tx)
    .await?;
    if draft.is_initial {
        make_initial(viewer, &mut tx, id).await?;
    }
    tx.commit().await?;
    Ok(StatusId(id))
}

/// Renames it and all else that its form has. A status in use keeps its base status, and one open
/// status at least stays offered: what would change that is refused.
///
/// # Errors
/// Forbidden; invalid; not found.
pub async fn save_status(viewer: &Viewer, db: &Db, id: StatusId, draft: StatusDraft) -> Result<()> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let stands = lock(viewer, &mut tx, id).await?;
    if draft.hidden && draft.is_initial {
        return Err(Error::field(Field::Status, Refusal::Initial));
    }
    let draft = draft.sound()?;
    if draft.is_open != stands.is_open && (stands.is_used || stands.is_only_initial) {
        return Err(Error::field(Field::Base, Refusal::InUse));
    }
    if draft.hidden && stands.is_only_initial {
        return Err(Error::field(Field::Status, Refusal::InUse));
    }
    refuse_taken(viewer, &mut tx, &draft.name, Some(id)).await?;
    sqlx::query!(
        "UPDATE case_status SET name = $3, is_open = $4, symbol = $5, hue = $6, hidden = $7,
             is_initial = is_initial AND $4 AND NOT $7
         WHERE company_id = $1 AND id = $2",
        viewer.company.0,
        id.0,
        draft.name,
        draft.is_open,
        draft.symbol.as_str(),
        draft.hue.as_str(),
        draft.hidden,
    )
    .execute(&mut *tx)
    .await?;
    if draft.is_initial {
        make_initial(viewer, &mut tx, id.0).await?;
    }
    Ok(tx.commit().await?)
}

/// Moves it past its neighbour in the order of lists.
///
/// # Errors
/// Forbidden; not found, also when it stands at that end.
pub async fn move_status(viewer: &Viewer, db: &Db, id: StatusId, up: bool) -> Result<()> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let ids = sqlx::query_scalar!(
        "SELECT id FROM case_status WHERE company_id = $1 AND NOT removed ORDER BY position, id FOR UPDATE",
        viewer.company.0
    );
    let ids = moved(ids.fetch_all(&mut *tx).await?, id.0, up).ok_or(Problem::NotFound)?;
    sqlx::query!(
        "UPDATE case_status s SET position = o.position
         FROM unnest($2::smallint[]) WITH ORDINALITY AS o (id, position)
         WHERE s.company_id = $1 AND s.id = o.id",
        viewer.company.0,
        &ids
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

struct Standing {
    is_open: bool,
    is_used: bool,
    /// The one open status that is offered: a new case needs it.
    is_only_initial: bool,
}

async fn lock(viewer: &Viewer, tx: &mut Tx, id: StatusId) -> Result<Standing> {
    lock_all(viewer, tx).await?;
    let standing = sqlx::query_as!(
        Standing,
        r#"SELECT s.is_open,
               EXISTS (SELECT FROM cases c WHERE c.company_id = $1 AND c.status_id = s.id) AS "is_used!",
               s.is_open AND NOT s.hidden AND NOT EXISTS (
                   SELECT FROM case_status o
                   WHERE o.company_id = $1 AND o.id <> s.id AND o.is_open AND NOT o.hidden
               ) AS "is_only_initial!"
           FROM case_status s WHERE s.company_id = $1 AND s.id = $2 AND NOT s.removed"#,
        viewer.company.0,
        id.0
    );
    Ok(standing.fetch_optional(&mut **tx).await?.ok_or(Problem::NotFound)?)
}

/// All of them, so that two people never hide or remove the last two at once.
pub(super) async fn lock_all(viewer: &Viewer, tx: &mut Tx) -> Result<()> {
    sqlx::query_scalar!(
        "SELECT id FROM case_status WHERE company_id = $1 ORDER BY id FOR UPDATE",
        viewer.company.0
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn make_initial(viewer: &Viewer, tx: &mut Tx, id: i16) -> Result<()> {
    sqlx::query!(
        "UPDATE case_status SET is_initial = false WHERE company_id = $1 AND is_initial AND id <> $2",
        viewer.company.0,
        id
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE case_status SET is_initial = true WHERE company_id = $1 AND id = $2",
        viewer.company.0,
        id
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn next(viewer: &Viewer, tx: &mut Tx) -> Result<i16> {
    let id = sqlx::query_scalar!(
        r#"SELECT (coalesce(max(id), 0) + 1)::smallint AS "id!" FROM case_status WHERE company_id = $1"#,
        viewer.company.0
    );
    Ok(id.fetch_one(&mut **tx).await?)
}

/// Of the name, so long as no other status has it.
async fn slug(viewer: &Viewer, tx: &mut Tx, name: &str, id: i16) -> Result<String> {
    let slug = settings::slug(name);
    let is_taken = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM case_status WHERE company_id = $1 AND slug = $2) AS "taken!""#,
        viewer.company.0,
        slug
    );
    let is_taken = slug.is_empty() || is_taken.fetch_one(&mut **tx).await?;
    Ok(if is_taken { format!("{slug}-{id}").trim_start_matches('-').to_owned() } else { slug })
}

async fn refuse_taken(viewer: &Viewer, tx: &mut Tx, name: &str, own: Option<StatusId>) -> Result<()> {
    let is_taken = sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT FROM case_status
               WHERE company_id = $1 AND NOT removed AND fold(name) = fold($2) AND id IS DISTINCT FROM $3
           ) AS "taken!""#,
        viewer.company.0,
        name,
        own.map(|id| id.0)
    );
    match is_taken.fetch_one(&mut **tx).await? {
        true => Err(Error::field(Field::Name, Refusal::Taken)),
        false => Ok(()),
    }
}
