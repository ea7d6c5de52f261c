//! The company's types: added, renamed, reordered, hidden, and what a new case of each gets.

use super::{allow, order::moved};
use crate::{Db, Error, Result, Tx};
use domain::{
    ids::TypeId,
    people::Viewer,
    problem::{Field, Problem, Refusal},
    settings::{self, TypeDraft},
};

/// Adds a type after the others.
///
/// # Errors
/// Forbidden; invalid, also when the name is taken.
pub async fn add_type(viewer: &Viewer, db: &Db, draft: TypeDraft) -> Result<TypeId> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let draft = sound(viewer, &mut tx, draft, None).await?;
    let slug = settings::slug(&draft.name);
    let id = sqlx::query_scalar!(
        r#"INSERT INTO case_type (company_id, id, slug, name, position, hidden, due_days, responsible_id)
           SELECT $1, id, CASE WHEN $2 = '' OR taken THEN ltrim($2 || '-' || id, '-') ELSE $2 END, $3,
                  position, $4, $5, $6
           FROM (SELECT (coalesce(max(id), 0) + 1)::smallint AS id,
                        (coalesce(max(position), 0) + 1)::smallint AS position,
                        coalesce(bool_or(slug = $2), false) AS taken
                 FROM case_type WHERE company_id = $1) next
           RETURNING id"#,
        viewer.company.0,
        slug,
        draft.name,
        draft.hidden,
        draft.due_days,
        draft.responsible.map(|person| person.0),
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(TypeId(id))
}

/// Renames it and all else that its form has.
///
/// # Errors
/// Forbidden; invalid; not found.
pub async fn save_type(viewer: &Viewer, db: &Db, id: TypeId, draft: TypeDraft) -> Result<()> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let draft = sound(viewer, &mut tx, draft, Some(id)).await?;
    let saved = sqlx::query!(
        "UPDATE case_type SET name = $3, hidden = $4, due_days = $5, responsible_id = $6
         WHERE company_id = $1 AND id = $2 AND NOT removed",
        viewer.company.0,
        id.0,
        draft.name,
        draft.hidden,
        draft.due_days,
        draft.responsible.map(|person| person.0),
    )
    .execute(&mut *tx)
    .await?;
    if saved.rows_affected() == 0 {
        return Err(Problem::NotFound.into());
    }
    Ok(tx.commit().await?)
}

/// Moves it past its neighbour in the order of lists.
///
/// # Errors
/// Forbidden; not found, also when it stands at that end.
pub async fn move_type(viewer: &Viewer, db: &Db, id: TypeId, up: bool) -> Result<()> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let ids = sqlx::query_scalar!(
        "SELECT id FROM case_type WHERE company_id = $1 AND NOT removed ORDER BY position, id FOR UPDATE",
        viewer.company.0
    );
    let ids = moved(ids.fetch_all(&mut *tx).await?, id.0, up).ok_or(Problem::NotFound)?;
    sqlx::query!(
        "UPDATE case_type t SET position = o.position
         FROM unnest($2::smallint[]) WITH ORDINALITY AS o (id, position)
         WHERE t.company_id = $1 AND t.id = o.id",
        viewer.company.0,
        &ids
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// As it is kept: a name that no other has, a number of days that is one, a colleague at work.
async fn sound(viewer: &Viewer, tx: &mut Tx, draft: TypeDraft, own: Option<TypeId>) -> Result<TypeDraft> {
    let draft = TypeDraft { name: settings::name(&draft.name)?, ..draft };
    if draft.due_days.is_some_and(|days| !(0..=3650).contains(&days)) {
        return Err(Error::field(Field::Days, Refusal::Malformed));
    }
    let found = sqlx::query!(
        r#"SELECT
               EXISTS (SELECT FROM case_type WHERE company_id = $1 AND NOT removed
                   AND fold(name) = fold($2) AND id IS DISTINCT FROM $3) AS "taken!",
               $4::int IS NULL OR EXISTS (SELECT FROM person WHERE company_id = $1 AND id = $4
                   AND active AND role <> 'customer') AS "known!""#,
        viewer.company.0,
        draft.name,
        own.map(|id| id.0),
        draft.responsible.map(|person| person.0),
    )
    .fetch_one(&mut **tx)
    .await?;
    match (found.taken, found.known) {
        (true, _) => Err(Error::field(Field::Name, Refusal::Taken)),
        (_, false) => Err(Error::field(Field::Responsible, Refusal::Unknown)),
        _ => Ok(draft),
    }
}
