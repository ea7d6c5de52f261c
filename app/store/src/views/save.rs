//! Views are made, changed and removed.

use super::read;
use crate::{Db, Error, Result, Tx, roles};
use domain::{
    ids::{PersonId, ViewId},
    people::Viewer,
    policy::{self, Action},
    problem::{Field, Problem, Refusal},
    views::{self, Audience, MOST, ViewDraft},
};

/// Whom a view is for, as its row has it.
struct For {
    everybody: bool,
    role: Option<&'static str>,
    role_id: Option<i16>,
}

/// Saves a new one.
///
/// # Errors
/// Forbidden, when it is to be shared or there is no desk; invalid, when the name is taken among
/// those for the same people, or one has made as many as one may.
pub async fn save(viewer: &Viewer, db: &Db, draft: ViewDraft) -> Result<ViewId> {
    if !policy::can(viewer, Action::UseDesk) {
        return Err(Problem::Forbidden.into());
    }
    let draft = draft.sound()?;
    let mut tx = db.begin(viewer).await?;
    let whom = meant(viewer, &mut tx, draft.audience).await?;
    let made = sqlx::query_scalar!(
        r#"SELECT count(*) AS "made!" FROM saved_view WHERE company_id = $1 AND owner_id = $2"#,
        viewer.company.0,
        viewer.person.0
    );
    if made.fetch_one(&mut *tx).await? >= i64::from(MOST) {
        return Err(Error::field(Field::ViewName, Refusal::TooMany { limit: MOST }));
    }
    let saved = sqlx::query_scalar!(
        r#"INSERT INTO saved_view (company_id, owner_id, name, query, everybody, role, role_id, pinned)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id AS "id: ViewId""#,
        viewer.company.0,
        viewer.person.0,
        draft.name,
        draft.query,
        whom.everybody,
        whom.role,
        whom.role_id,
        draft.pinned
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or_else(taken)?;
    tx.commit().await?;
    Ok(saved)
}

/// Renames it, and decides whom it is for.
///
/// # Errors
/// Not found; forbidden; invalid, as [`save`].
pub async fn change(viewer: &Viewer, db: &Db, id: ViewId, name: &str, audience: Audience) -> Result<()> {
    let name = views::name(name)?;
    let mut tx = db.begin(viewer).await?;
    let view = read::to_change(viewer, &mut tx, id).await?;
    // Who may change it without sharing may not share it anew.
    let whom = match audience == view.audience {
        true => whom(viewer, &mut tx, audience).await?,
        false => meant(viewer, &mut tx, audience).await?,
    };
    refuse_taken(viewer, &mut tx, id, view.owner.id, &name, &whom).await?;
    sqlx::query!(
        "UPDATE saved_view SET name = $3, everybody = $4, role = $5, role_id = $6 WHERE company_id = $1 AND id = $2",
        viewer.company.0,
        id.0,
        name,
        whom.everybody,
        whom.role,
        whom.role_id
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// Gives it another filter.
///
/// # Errors
/// Not found; forbidden.
pub async fn keep_filter(viewer: &Viewer, db: &Db, id: ViewId, query: &str) -> Result<()> {
    let query = views::query(query)?;
    let mut tx = db.begin(viewer).await?;
    read::to_change(viewer, &mut tx, id).await?;
    sqlx::query!(
        "UPDATE saved_view SET query = $3 WHERE company_id = $1 AND id = $2",
        viewer.company.0,
        id.0,
        query
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// Removes it for all who see it.
///
/// # Errors
/// Not found; forbidden.
pub async fn remove(viewer: &Viewer, db: &Db, id: ViewId) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    read::to_change(viewer, &mut tx, id).await?;
    sqlx::query!("DELETE FROM saved_view WHERE company_id = $1 AND id = $2", viewer.company.0, id.0)
        .execute(&mut *tx)
        .await?;
    Ok(tx.commit().await?)
}

/// The same, if the viewer may share with them.
async fn meant(viewer: &Viewer, tx: &mut Tx, audience: Audience) -> Result<For> {
    if audience.is_shared() && !policy::can(viewer, Action::ShareViews) {
        return Err(Problem::Forbidden.into());
    }
    whom(viewer, tx, audience).await
}

async fn whom(viewer: &Viewer, tx: &mut Tx, audience: Audience) -> Result<For> {
    Ok(match audience {
        Audience::Own => For { everybody: false, role: None, role_id: None },
        Audience::Company => For { everybody: true, role: None, role_id: None },
        Audience::Role(choice) => {
            let (role, own) = roles::meant(viewer, tx, choice).await?;
            For { everybody: false, role: Some(role.as_str()), role_id: own.map(|id| id.0) }
        }
    })
}

async fn refuse_taken(
    viewer: &Viewer,
    tx: &mut Tx,
    id: ViewId,
    owner: PersonId,
    name: &str,
    whom: &For,
) -> Result<()> {
    let is_taken = sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT FROM saved_view
               WHERE company_id = $1 AND id <> $2 AND lower(name) = lower($3) AND everybody = $4
                 AND role IS NOT DISTINCT FROM $5 AND role_id IS NOT DISTINCT FROM $6
                 AND (everybody OR role IS NOT NULL OR owner_id = $7)
           ) AS "taken!""#,
        viewer.company.0,
        id.0,
        name,
        whom.everybody,
        whom.role,
        whom.role_id,
        owner.0
    );
    match is_taken.fetch_one(&mut **tx).await? {
        true => Err(taken()),
        false => Ok(()),
    }
}

fn taken() -> Error {
    Error::field(Field::ViewName, Refusal::Taken)
}
