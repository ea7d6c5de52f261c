//! How a person arranges the views that they see, for themselves alone.

use super::read;
use crate::{Db, Result, Tx, settings::order::moved};
use domain::{
    ids::ViewId,
    people::Viewer,
    policy::{self, Action},
    problem::Problem,
    views::Arrange,
};

/// Takes one step. A view that stands at the end already stays there.
///
/// # Errors
/// Forbidden to those without a desk; not found, also when the viewer does not see the view.
pub async fn arrange(viewer: &Viewer, db: &Db, step: Arrange) -> Result<()> {
    if !policy::can(viewer, Action::UseDesk) {
        return Err(Problem::Forbidden.into());
    }
    let mut tx = db.begin(viewer).await?;
    let ids: Vec<_> = read::seen(viewer, &mut tx).await?.into_iter().map(|view| view.id).collect();
    if step.view().is_some_and(|id| !ids.contains(&id)) {
        return Err(Problem::NotFound.into());
    }
    match step {
        Arrange::Up(id) => place(viewer, &mut tx, moved(ids, id, true)).await?,
        Arrange::Down(id) => place(viewer, &mut tx, moved(ids, id, false)).await?,
        Arrange::Pin(id) => pin(viewer, &mut tx, id, true).await?,
        Arrange::Unpin(id) => pin(viewer, &mut tx, id, false).await?,
        Arrange::Default(id) => {
            open_with_all(viewer, &mut tx).await?;
            open_with(viewer, &mut tx, id).await?;
        }
        Arrange::NoDefault => open_with_all(viewer, &mut tx).await?,
    }
    Ok(tx.commit().await?)
}

async fn place(viewer: &Viewer, tx: &mut Tx, ids: Option<Vec<ViewId>>) -> Result<()> {
    let ids: Vec<_> = ids.into_iter().flatten().map(|id| id.0).collect();
    sqlx::query!(
        "INSERT INTO view_choice (company_id, person_id, view_id, position)
         SELECT $1, $2, o.id, o.position::smallint FROM unnest($3::int[]) WITH ORDINALITY AS o (id, position)
         ON CONFLICT (company_id, person_id, view_id) DO UPDATE SET position = excluded.position",
        viewer.company.0,
        viewer.person.0,
        &ids
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn pin(viewer: &Viewer, tx: &mut Tx, id: ViewId, pinned: bool) -> Result<()> {
    sqlx::query!(
        "INSERT INTO view_choice (company_id, person_id, view_id, pinned) VALUES ($1, $2, $3, $4)
         ON CONFLICT (company_id, person_id, view_id) DO UPDATE SET pinned = excluded.pinned",
        viewer.company.0,
        viewer.person.0,
        id.0,
        pinned
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn open_with(viewer: &Viewer, tx: &mut Tx, id: ViewId) -> Result<()> {
    sqlx::query!(
        "INSERT INTO view_choice (company_id, person_id, view_id, is_default) VALUES ($1, $2, $3, true)
         ON CONFLICT (company_id, person_id, view_id) DO UPDATE SET is_default = true",
        viewer.company.0,
        viewer.person.0,
        id.0
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn open_with_all(viewer: &Viewer, tx: &mut Tx) -> Result<()> {
    sqlx::query!(
        "UPDATE view_choice SET is_default = false WHERE company_id = $1 AND person_id = $2 AND is_default",
        viewer.company.0,
        viewer.person.0
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
