//! Texts for comments: read by who comments, arranged by who decides the company's settings.

use crate::{Db, Error, Result, settings::order::moved};
use domain::{
    ids::TemplateId,
    people::Viewer,
    policy::{self, Action},
    problem::{Field, Problem, Refusal},
    templates::{Template, TemplateDraft},
};

/// More would be no list to choose from.
const MOST: i64 = 200;

/// All of them, in the company's order.
///
/// # Errors
/// Forbidden.
pub async fn list(viewer: &Viewer, db: &Db) -> Result<Vec<Template>> {
    if !policy::can(viewer, Action::Comment) {
        return Err(Problem::Forbidden.into());
    }
    let mut tx = db.begin(viewer).await?;
    let templates = sqlx::query_as!(
        Template,
        r#"SELECT id AS "id: TemplateId", name, body FROM comment_template
           WHERE company_id = $1 ORDER BY position, id LIMIT $2"#,
        viewer.company.0,
        MOST
    );
    Ok(templates.fetch_all(&mut *tx).await?)
}

/// Adds one after the others, or rewrites the one with that number.
///
/// # Errors
/// Forbidden; invalid; not found.
pub async fn save(viewer: &Viewer, db: &Db, id: Option<TemplateId>, draft: TemplateDraft) -> Result<()> {
    allow(viewer)?;
    let draft = draft.sound()?;
    let mut tx = db.begin(viewer).await?;
    let saved = match id {
        Some(id) => {
            sqlx::query!(
                "UPDATE comment_template SET name = $3, body = $4 WHERE company_id = $1 AND id = $2",
                viewer.company.0,
                id.0,
                draft.name,
                draft.body
            )
            .execute(&mut *tx)
            .await?
        }
        None => {
            let added = sqlx::query!(
                "INSERT INTO comment_template (company_id, id, name, body, position)
                 SELECT $1, (coalesce(max(id), 0) + 1)::smallint, $2, $3, (coalesce(max(position), 0) + 1)::smallint
                 FROM comment_template WHERE company_id = $1 HAVING count(*) < $4",
                viewer.company.0,
                draft.name,
                draft.body,
                MOST
            )
            .execute(&mut *tx)
            .await?;
            if added.rows_affected() == 0 {
                return Err(Error::field(Field::Selection, Refusal::TooLong { limit: MOST as u32 }));
            }
            added
        }
    };
    if saved.rows_affected() == 0 {
        return Err(Problem::NotFound.into());
    }
    Ok(tx.commit().await?)
}

/// Moves it past its neighbour in the list.
///
/// # Errors
/// Forbidden; not found, also when it stands at that end.
pub async fn shift(viewer: &Viewer, db: &Db, id: TemplateId, up: bool) -> Result<()> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let ids = sqlx::query_scalar!(
        "SELECT id FROM comment_template WHERE company_id = $1 ORDER BY position, id FOR UPDATE",
        viewer.company.0
    );
    let ids = moved(ids.fetch_all(&mut *tx).await?, id.0, up).ok_or(Problem::NotFound)?;
    sqlx::query!(
        "UPDATE comment_template t SET position = o.position
         FROM unnest($2::smallint[]) WITH ORDINALITY AS o (id, position)
         WHERE t.company_id = $1 AND t.id = o.id",
        viewer.company.0,
        &ids
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// Removes it. What was written with it stays.
///
/// # Errors
/// Forbidden.
pub async fn remove(viewer: &Viewer, db: &Db, id: TemplateId) -> Result<()> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    sqlx::query!("DELETE FROM comment_template WHERE company_id = $1 AND id = $2", viewer.company.0, id.0)
        .execute(&mut *tx)
        .await?;
    Ok(tx.commit().await?)
}

fn allow(viewer: &Viewer) -> Result<()> {
    if policy::can(viewer, Action::ManageSettings) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}
