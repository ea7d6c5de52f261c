//! What somebody has begun to write and not sent. Each reads only their own.

use crate::{Db, Result};
use domain::{
    drafts::{CONTENT_LIMIT, MOST, PLACE_LIMIT},
    people::Viewer,
    problem::Problem,
};

/// The draft at that place, if there is one.
///
/// # Errors
/// When the database fails.
pub async fn read(viewer: &Viewer, db: &Db, place: &str) -> Result<Option<String>> {
    let mut tx = db.begin(viewer).await?;
    let content = sqlx::query_scalar!(
        "SELECT content FROM draft WHERE company_id = $1 AND person_id = $2 AND place = $3",
        viewer.company.0,
        viewer.person.0,
        place
    );
    Ok(content.fetch_optional(&mut *tx).await?)
}

/// Forgets it if it is one of these: what has been begun in its place since stays.
///
/// # Errors
/// When the database fails.
pub async fn forget(viewer: &Viewer, db: &Db, place: &str, was: &[String]) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    sqlx::query!(
        "DELETE FROM draft WHERE company_id = $1 AND person_id = $2 AND place = $3 AND content = ANY($4)",
        viewer.company.0,
        viewer.person.0,
        place,
        was
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// Keeps it in place of what was there; none forgets it.
///
/// # Errors
/// Malformed, when it is longer than any form of ours.
pub async fn keep(viewer: &Viewer, db: &Db, place: &str, content: Option<&str>) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    let Some(content) = content else {
        sqlx::query!(
            "DELETE FROM draft WHERE company_id = $1 AND person_id = $2 AND place = $3",
            viewer.company.0,
            viewer.person.0,
            place
        )
        .execute(&mut *tx)
        .await?;
        return Ok(tx.commit().await?);
    };
    let lengths = (place.chars().count(), content.chars().count());
    if lengths.0 == 0 || lengths.0 > PLACE_LIMIT || lengths.1 > CONTENT_LIMIT {
        return Err(Problem::Malformed.into());
    }
    sqlx::query!(
        "INSERT INTO draft (company_id, person_id, place, content) VALUES ($1, $2, $3, $4)
         ON CONFLICT (company_id, person_id, place) DO UPDATE SET content = $4, updated_at = now()",
        viewer.company.0,
        viewer.person.0,
        place,
        content
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "DELETE FROM draft WHERE company_id = $1 AND person_id = $2 AND place IN (
             SELECT place FROM draft WHERE company_id = $1 AND person_id = $2
             ORDER BY updated_at DESC OFFSET $3)",
        viewer.company.0,
        viewer.person.0,
        MOST
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}
