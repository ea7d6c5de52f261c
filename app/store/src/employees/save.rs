//! What the company keeps about an employee.

use super::manage;
use crate::{Db, Error, Result, Tx, roles};
use domain::{
    cases::Returned,
    employees::Profile,
    ids::{BatchId, PersonId, RoleId},
    merge::Clash,
    people::{Role, Viewer},
    policy::{self, Action},
    problem::{Field, FieldError, Problem, Refusal},
};
use std::collections::HashSet;

/// Adds an employee and gives their number: the company's next one.
///
/// # Errors
/// Forbidden; invalid, with everything that is wrong.
pub async fn create(viewer: &Viewer, db: &Db, profile: Profile) -> Result<PersonId> {
    manage(viewer)?;
    let profile = profile.sound()?;
    let mut tx = db.begin(viewer).await?;
    sound_in(viewer, &mut tx, None, &profile).await?;
    let number = next_number(viewer, &mut tx, &HashSet::new()).await?;
    let id = create_in(viewer, &mut tx, number, &profile).await?;
    tx.commit().await?;
    Ok(id)
}

/// Writes it anew, and keeps what somebody else has changed since the form was filled with `seen`; without that,
/// all is as the form says. Tells what both have changed: then nothing is saved. Who is no longer active is logged
/// out everywhere.
///
/// # Errors
/// Forbidden; not found, also for a customer's contact; invalid, with everything that is wrong: one
/// cannot take one's own role or activity away.
pub async fn save(
    viewer: &Viewer,
    db: &Db,
    id: PersonId,
    seen: Option<&Profile>,
    profile: Profile,
) -> Result<Option<Box<Clash<Profile>>>> {
    manage(viewer)?;
    let mut profile = profile.sound()?;
    let mut tx = db.begin(viewer).await?;
    if let Some(seen) = seen {
        wait(viewer, &mut tx, id).await?;
        let now = read(viewer, &mut tx, id).await?.ok_or(Problem::NotFound)?;
        profile = match profile.merged(seen, now) {
            Ok(merged) => merged,
            Err(clash) => return Ok(Some(clash)),
        };
    }
    sound_in(viewer, &mut tx, Some(id), &profile).await?;
    save_in(viewer, &mut tx, id, &profile).await?;
    tx.commit().await?;
    Ok(None)
}

/// Two who write about the same employee do it one after the other.
async fn wait(viewer: &Viewer, tx: &mut Tx, id: PersonId) -> Result<()> {
    sqlx::query!(
        "SELECT id FROM person WHERE company_id = $1 AND id = $2 FOR UPDATE",
        viewer.company.0,
        id.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(())
}

/// Whether the viewer may make that of them, or of somebody new.
pub(super) async fn sound_in(
    viewer: &Viewer,
    tx: &mut Tx,
    id: Option<PersonId>,
    profile: &Profile,
) -> Result<()> {
    if let Some(id) = id {
        may_change(viewer, tx, id).await?;
    }
    let mut errors = conflicts(viewer, tx, id, profile).await?;
    let (role, own) = roles::meant(viewer, tx, profile.role).await?;
    let is_new_role = match id {
        Some(id) => is_new_role(viewer, tx, id, role, own).await?,
        None => (role, own) != (Role::Employee, None),
    };
    if let Some(id) = id {
        errors.extend(against_oneself(viewer, id, is_new_role, profile));
    }
    refuse(errors)?;
    if is_new_role { may_give_roles(viewer) } else { Ok(()) }
}

/// Adds somebody with that number.
pub(super) async fn create_in(
    viewer: &Viewer,
    tx: &mut Tx,
    number: PersonId,
    profile: &Profile,
) -> Result<PersonId> {
    let (role, own) = roles::meant(viewer, tx, profile.role).await?;
    let id = sqlx::query_scalar!(
        r#"INSERT INTO person (company_id, id, role, role_id, name, title, team_id, email, user_name, phone, active)
           VALUES ($1, $11, $2, $10, $3, $4, $5, $6, $7, $8, $9)
           ON CONFLICT (company_id, id) DO NOTHING
           RETURNING id AS "id: PersonId""#,
        viewer.company.0,
        role.as_str(),
        profile.name,
        profile.title,
        profile.team.map(|team| team.0),
        profile.email,
        profile.user_name,
        profile.phone,
        profile.active,
        own.map(|own| own.0),
        number.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    // A customer's contact has that number.
    id.ok_or_else(|| Error::field(Field::Number, Refusal::Taken))
}

/// The number after the highest of the staff's that nobody has, and none of `named`. Customers' contacts are
/// persons too: theirs lie between and are stepped over. Two who ask at once wait for each other.
pub(super) async fn next_number(viewer: &Viewer, tx: &mut Tx, named: &HashSet<i32>) -> Result<PersonId> {
    sqlx::query!("SELECT pg_advisory_xact_lock(hashtext('person'), $1)", viewer.company.0)
        .execute(&mut **tx)
        .await?;
    let named: Vec<i32> = named.iter().copied().collect();
    let free = sqlx::query_scalar!(
        r#"WITH taken AS (SELECT id FROM person WHERE company_id = $1 UNION SELECT unnest($2::int[])),
               highest AS (SELECT coalesce(max(id), 0) AS id FROM person WHERE company_id = $1 AND role <> 'customer')
           SELECT min(next.id) FROM (
               SELECT h.id + 1 AS id FROM highest h
               UNION ALL SELECT t.id + 1 FROM taken t, highest h WHERE t.id > h.id AND t.id < 2147483647) next
           WHERE NOT EXISTS (SELECT FROM taken t WHERE t.id = next.id)"#,
        viewer.company.0,
        &named
    )
    .fetch_one(&mut **tx)
    .await?;
    free.map(PersonId).ok_or_else(|| Error::field(Field::Number, Refusal::Taken))
}

/// Writes what [`sound_in`] has found to be sound.
pub(super) async fn save_in(viewer: &Viewer, tx: &mut Tx, id: PersonId, profile: &Profile) -> Result<()> {
    let (role, own) = roles::meant(viewer, tx, profile.role).await?;
    let written = sqlx::query!(
        "UPDATE person SET role = $3, name = $4, title = $5, team_id = $6, email = $7, user_name = $8,
                           phone = $9, active = $10, role_id = $11,
                           inactive_by_batch = CASE WHEN active = $10 THEN inactive_by_batch END
         WHERE company_id = $1 AND id = $2 AND role <> 'customer'",
        viewer.company.0,
        id.0,
        role.as_str(),
        profile.name,
        profile.title,
        profile.team.map(|team| team.0),
        profile.email,
        profile.user_name,
        profile.phone,
        profile.active,
        own.map(|own| own.0),
    )
    .execute(&mut **tx)
    .await?;
    if written.rows_affected() == 0 {
        return Err(Problem::NotFound.into());
    }
    if !profile.active {
        log_out(viewer, tx, id).await?;
    }
    roles::keep_a_keeper(viewer, tx).await
}

/// What is kept about an employee; none when there is none.
pub(super) async fn read(viewer: &Viewer, tx: &mut Tx, id: PersonId) -> Result<Option<Profile>> {
    let employee = super::list::employee(viewer, tx, id).await?;
    Ok(employee.map(|employee| employee.profile))
}

/// Who decides the roles changes everybody; others change employees and themselves: who may change
/// somebody's login may become them.
async fn may_change(viewer: &Viewer, tx: &mut Tx, id: PersonId) -> Result<()> {
    if id == viewer.person || policy::can(viewer, Action::ManageRoles) {
        return Ok(());
    }
    let is_employee = sqlx::query_scalar!(
        r#"SELECT role = 'employee' AND role_id IS NULL AS "is_employee!" FROM person
           WHERE company_id = $1 AND id = $2 AND role <> 'customer'"#,
        viewer.company.0,
        id.0
    );
    match is_employee.fetch_optional(&mut **tx).await?.ok_or(Problem::NotFound)? {
        true => Ok(()),
        false => Err(Problem::Forbidden.into()),
    }
}

/// Who adds colleagues adds employees; every other role is given by those who decide the roles.
fn may_give_roles(viewer: &Viewer) -> Result<()> {
    if policy::can(viewer, Action::ManageRoles) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}

async fn is_new_role(
    viewer: &Viewer,
    tx: &mut Tx,
    id: PersonId,
    role: Role,
    own: Option<RoleId>,
) -> Result<bool> {
    let is_new = sqlx::query_scalar!(
        r#"SELECT (role, role_id) IS DISTINCT FROM ($3, $4::smallint) AS "is_new!" FROM person
           WHERE company_id = $1 AND id = $2 AND role <> 'customer'"#,
        viewer.company.0,
        id.0,
        role.as_str(),
        own.map(|own| own.0)
    );
    Ok(is_new.fetch_optional(&mut **tx).await?.ok_or(Problem::NotFound)?)
}

/// Makes them inactive together with a bulk change, and logs them out.
pub(super) async fn deactivate(
    viewer: &Viewer,
    tx: &mut Tx,
    id: PersonId,
    batch: Option<BatchId>,
) -> Result<()> {
    if id == viewer.person {
        return Err(Error::field(Field::Active, Refusal::Oneself));
    }
    may_change(viewer, tx, id).await?;
    sqlx::query!(
        "UPDATE person SET active = false, inactive_by_batch = $3
         WHERE company_id = $1 AND id = $2 AND role <> 'customer' AND active",
        viewer.company.0,
        id.0,
        batch.map(|batch| batch.0)
    )
    .execute(&mut **tx)
    .await?;
    roles::keep_a_keeper(viewer, tx).await?;
    log_out(viewer, tx, id).await
}

/// Makes those active again whom the bulk change made inactive and about whom nobody has decided since, as far
/// as the viewer may. Tells who they are.
pub(crate) async fn reactivate(viewer: &Viewer, tx: &mut Tx, batch: BatchId) -> Result<Option<Returned>> {
    let left = sqlx::query!(
        r#"SELECT id AS "id: PersonId", name FROM person
           WHERE company_id = $1 AND inactive_by_batch = $2 AND NOT active FOR UPDATE"#,
        viewer.company.0,
        batch.0
    );
    let Some(left) = left.fetch_optional(&mut **tx).await? else { return Ok(None) };
    let may = match manage(viewer) {
        Ok(()) => may_change(viewer, tx, left.id).await,
        refused => refused,
    };
    let active = match may {
        Ok(()) => true,
        Err(Error::Refused(Problem::Forbidden)) => false,
        Err(error) => return Err(error),
    };
    if active {
        sqlx::query!(
            "UPDATE person SET active = true, inactive_by_batch = NULL WHERE company_id = $1 AND id = $2",
            viewer.company.0,
            left.id.0
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(Some(Returned { name: left.name, active }))
}

/// Ends their sessions, and the link that would open one.
pub(super) async fn log_out(viewer: &Viewer, tx: &mut Tx, id: PersonId) -> Result<()> {
    for statement in [
        sqlx::query!("DELETE FROM session WHERE company_id = $1 AND person_id = $2", viewer.company.0, id.0),
        sqlx::query!(
            "DELETE FROM invitation WHERE company_id = $1 AND person_id = $2",
            viewer.company.0,
            id.0
        ),
    ] {
        statement.execute(&mut **tx).await?;
    }
    Ok(())
}

fn against_oneself(viewer: &Viewer, id: PersonId, is_new_role: bool, profile: &Profile) -> Vec<FieldError> {
    let wrong = [(Field::Role, is_new_role), (Field::Active, !profile.active)];
    let wrong = wrong.into_iter().filter(|(_, is_wrong)| id == viewer.person && *is_wrong);
    wrong.map(|(field, _)| FieldError { field, refusal: Refusal::Oneself }).collect()
}

/// What the database alone knows: logins that somebody has, a team that is none.
async fn conflicts(
    viewer: &Viewer,
    tx: &mut Tx,
    id: Option<PersonId>,
    profile: &Profile,
) -> Result<Vec<FieldError>> {
    let found = sqlx::query!(
        r#"SELECT login_taken($2, $1, $4) AS "email!", login_taken($3, $1, $4) AS "user_name!",
               $5::smallint IS NULL OR EXISTS (
                   SELECT FROM team t WHERE t.company_id = $1 AND t.id = $5 AND (NOT t.hidden OR t.id = (
                       SELECT p.team_id FROM person p WHERE p.company_id = $1 AND p.id = $4))) AS "team!""#,
        viewer.company.0,
        profile.email,
        profile.user_name,
        id.map(|id| id.0),
        profile.team.map(|team| team.0),
    )
    .fetch_one(&mut **tx)
    .await?;
    let wrong = [
        (Field::Email, Refusal::Taken, found.email),
        (Field::UserName, Refusal::Taken, found.user_name),
        (Field::Team, Refusal::Unknown, !found.team),
    ];
    let wrong = wrong.into_iter().filter(|(_, _, is_wrong)| *is_wrong);
    Ok(wrong.map(|(field, refusal, _)| FieldError { field, refusal }).collect())
}

fn refuse(errors: Vec<FieldError>) -> Result<()> {
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}
