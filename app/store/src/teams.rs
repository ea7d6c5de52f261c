//! The company's teams: added, renamed, ordered, hidden, and removed while nothing refers to them.

use crate::{Db, Error, Result, Tx};
use domain::{
    employees,
    ids::TeamId,
    people::Viewer,
    policy::{self, Action},
    problem::{Field, Problem, Refusal},
    teams::{Step, TeamRow, slug},
};

/// All of them, hidden ones included, with how many employees each has.
///
/// # Errors
/// Forbidden.
pub async fn list(viewer: &Viewer, db: &Db) -> Result<Vec<TeamRow>> {
    allow(viewer)?;
    let records = sqlx::query_as!(
        TeamRow,
        r#"SELECT t.id AS "id: TeamId", t.name, t.hidden,
               (SELECT count(*) FROM person p
                WHERE p.company_id = t.company_id AND p.team_id = t.id AND p.active)::int AS "employees!",
               EXISTS (SELECT FROM cases c WHERE c.company_id = t.company_id AND c.team_id = t.id)
               OR EXISTS (SELECT FROM person p WHERE p.company_id = t.company_id AND p.team_id = t.id)
                   AS "in_use!"
           FROM team t WHERE t.company_id = $1 ORDER BY t.position, t.id"#,
        viewer.company.0
    );
    Ok(records.fetch_all(&mut *db.begin(viewer).await?).await?)
}

/// Adds a team at the end.
///
/// # Errors
/// Forbidden; invalid, also when another one has that name.
pub async fn add(viewer: &Viewer, db: &Db, name: &str) -> Result<TeamId> {
    allow(viewer)?;
    let name = employees::name(Field::Team, name)?;
    let mut tx = db.begin(viewer).await?;
    refuse_twin(viewer, &mut tx, None, &name).await?;
    let id = sqlx::query_scalar!(
        r#"INSERT INTO team (company_id, id, slug, name, position)
           SELECT $1, n.next, CASE WHEN EXISTS (SELECT FROM team WHERE company_id = $1 AND slug = $2)
                                   THEN $2 || '-' || n.next ELSE $2 END, $3, n.next
           FROM (SELECT (coalesce(max(greatest(id, position)), 0) + 1)::smallint AS next
                 FROM team WHERE company_id = $1) n
           RETURNING id AS "id: TeamId""#,
        viewer.company.0,
        slug(&name),
        name
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(id)
}

/// Gives a team another name; addresses keep the old one.
///
/// # Errors
/// Forbidden; not found; invalid.
pub async fn rename(viewer: &Viewer, db: &Db, id: TeamId, name: &str) -> Result<()> {
    allow(viewer)?;
    let name = employees::name(Field::Team, name)?;
    let mut tx = db.begin(viewer).await?;
    refuse_twin(viewer, &mut tx, Some(id), &name).await?;
    let written = sqlx::query!(
        "UPDATE team SET name = $3 WHERE company_id = $1 AND id = $2",
        viewer.company.0,
        id.0,
        name
    )
    .execute(&mut *tx)
    .await?;
    found(written.rows_affected())?;
    Ok(tx.commit().await?)
}

/// Hides a team from those that can be chosen, or shows it again.
///
/// # Errors
/// Forbidden; not found.
pub async fn hide(viewer: &Viewer, db: &Db, id: TeamId, hidden: bool) -> Result<()> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let written = sqlx::query!(
        "UPDATE team SET hidden = $3 WHERE company_id = $1 AND id = $2",
        viewer.company.0,
        id.0,
        hidden
    )
    .execute(&mut *tx)
    .await?;
    found(written.rows_affected())?;
    Ok(tx.commit().await?)
}

/// Changes places with its neighbour; at the end it stays where it is.
///
/// # Errors
/// Forbidden; not found.
pub async fn step(viewer: &Viewer, db: &Db, id: TeamId, step: Step) -> Result<()> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let mut order: Vec<i16> = sqlx::query_scalar!(
        "SELECT id FROM team WHERE company_id = $1 ORDER BY position, id FOR UPDATE",
        viewer.company.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let place = order.iter().position(|team| *team == id.0).ok_or(Problem::NotFound)?;
    let other = match step {
        Step::Up => place.checked_sub(1),
        Step::Down => Some(place + 1).filter(|other| *other < order.len()),
    };
    if let Some(other) = other {
        order.swap(place, other);
    }
    sqlx::query!(
        "UPDATE team t SET position = o.position
         FROM unnest($2::smallint[]) WITH ORDINALITY AS o (id, position)
         WHERE t.company_id = $1 AND t.id = o.id",
        viewer.company.0,
        &order
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// Removes a team that nothing refers to.
///
/// # Errors
/// Forbidden; not found; invalid, while employees or cases are of that team.
pub async fn remove(viewer: &Viewer, db: &Db, id: TeamId) -> Result<()> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let gone = sqlx::query!(
        "DELETE FROM team t
         WHERE t.company_id = $1 AND t.id = $2
           AND NOT EXISTS (SELECT FROM cases c WHERE c.company_id = $1 AND c.team_id = $2)
           AND NOT EXISTS (SELECT FROM person p WHERE p.company_id = $1 AND p.team_id = $2)",
        viewer.company.0,
        id.0
    )
    .execute(&mut *tx)
    .await?;
    if gone.rows_affected() == 0 {
        let exists = sqlx::query_scalar!(
            r#"SELECT EXISTS (SELECT FROM team WHERE company_id = $1 AND id = $2) AS "exists!""#,
            viewer.company.0,
            id.0
        );
        return Err(match exists.fetch_one(&mut *tx).await? {
            true => Error::field(Field::Team, Refusal::InUse),
            false => Problem::NotFound.into(),
        });
    }
    Ok(tx.commit().await?)
}

async fn refuse_twin(viewer: &Viewer, tx: &mut Tx, own: Option<TeamId>, name: &str) -> Result<()> {
    let is_taken = sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT FROM team WHERE company_id = $1 AND lower(name) = lower($2) AND id IS DISTINCT FROM $3
           ) AS "is_taken!""#,
        viewer.company.0,
        name,
        own.map(|id| id.0)
    );
    match is_taken.fetch_one(&mut **tx).await? {
        true => Err(Error::field(Field::Team, Refusal::Taken)),
        false => Ok(()),
    }
}

fn found(rows: u64) -> Result<()> {
    if rows == 0 { Err(Problem::NotFound.into()) } else { Ok(()) }
}

fn allow(viewer: &Viewer) -> Result<()> {
    if policy::can(viewer, Action::ManagePeople) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}
