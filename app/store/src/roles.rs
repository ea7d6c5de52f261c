//! A company's own roles, and which role a person has.

use crate::{Db, Error, Result, Tx};
use domain::{
    ids::{PersonId, RoleId},
    people::{Role, Viewer},
    policy::{self, Action, Permissions},
    problem::{Field, Problem, Refusal},
    roles::{CompanyRole, RoleChoice, RoleDraft, Roles},
};

/// The roles that staff can have, with how many of those at work have each.
///
/// # Errors
/// Forbidden.
pub async fn list(viewer: &Viewer, db: &Db) -> Result<Roles> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let counted = sqlx::query!(
        r#"SELECT role, count(*) AS "people!" FROM person
           WHERE company_id = $1 AND active AND role_id IS NULL GROUP BY role"#,
        viewer.company.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let people =
        |role: Role| counted.iter().find(|record| record.role == role.as_str()).map_or(0, |r| r.people);
    Ok(Roles {
        built_in: [Role::Administrator, Role::Office, Role::Employee].map(|role| (role, people(role))).into(),
        own: own(viewer, &mut tx).await?,
    })
}

/// The company's own roles, by name.
pub(crate) async fn own(viewer: &Viewer, tx: &mut Tx) -> Result<Vec<CompanyRole>> {
    let own = sqlx::query!(
        r#"SELECT r.id AS "id: RoleId", r.name, r.base, r.permissions,
               (SELECT count(*) FROM person p
                WHERE p.company_id = r.company_id AND p.role_id = r.id AND p.active) AS "people!"
           FROM company_role r WHERE r.company_id = $1 ORDER BY r.name COLLATE "sv-x-icu", r.id"#,
        viewer.company.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let own = own.into_iter().map(|record| {
        Ok(CompanyRole {
            id: record.id,
            name: record.name,
            base: Role::parse(&record.base)
                .ok_or(Error::Unreadable { what: "a role", value: record.base })?,
            permissions: Permissions::named(record.permissions),
            people: record.people,
        })
    });
    own.collect()
}

/// Makes a role, or rewrites the one with that number, which keeps its base. Nobody gives more than
/// they have.
///
/// # Errors
/// Forbidden; invalid, also when the name is taken; not found.
pub async fn save(viewer: &Viewer, db: &Db, id: Option<RoleId>, draft: RoleDraft) -> Result<RoleId> {
    allow(viewer)?;
    let draft = draft.sound()?;
    if draft.permissions.actions().any(|action| !policy::can(viewer, action)) {
        return Err(Problem::Forbidden.into());
    }
    let mut tx = db.begin(viewer).await?;
    let permissions: Vec<String> =
        draft.permissions.actions().map(|action| action.as_str().to_owned()).collect();
    refuse_taken(viewer, &mut tx, &draft.name, id).await?;
    let saved = match id {
        Some(id) => {
            sqlx::query_scalar!(
                r#"UPDATE company_role SET name = $3, permissions = $4
                   WHERE company_id = $1 AND id = $2 RETURNING id AS "id: RoleId""#,
                viewer.company.0,
                id.0,
                draft.name,
                &permissions
            )
            .fetch_optional(&mut *tx)
            .await?
        }
        None => Some(
            sqlx::query_scalar!(
                r#"INSERT INTO company_role (company_id, id, name, base, permissions)
                   SELECT $1, (coalesce(max(id), 0) + 1)::smallint, $2, $3, $4 FROM company_role WHERE company_id = $1
                   RETURNING id AS "id: RoleId""#,
                viewer.company.0,
                draft.name,
                draft.base.as_str(),
                &permissions
            )
            .fetch_one(&mut *tx)
            .await?,
        ),
    };
    let saved = saved.ok_or(Problem::NotFound)?;
    keep_a_keeper(viewer, &mut tx).await?;
    tx.commit().await?;
    Ok(saved)
}

/// Removes a role; who had it gets the other one.
///
/// # Errors
/// Forbidden; invalid, when nobody would be left who decides the roles, or there is no such role to go to.
pub async fn remove(viewer: &Viewer, db: &Db, id: RoleId, instead: RoleChoice) -> Result<()> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let (role, own) = meant(viewer, &mut tx, instead).await?;
    if own == Some(id) {
        return Err(Error::field(Field::Role, Refusal::Unknown));
    }
    sqlx::query!(
        "UPDATE person SET role = $3, role_id = $4 WHERE company_id = $1 AND role_id = $2",
        viewer.company.0,
        id.0,
        role.as_str(),
        own.map(|own| own.0)
    )
    .execute(&mut *tx)
    .await?;
    // A view for those who had it goes with them. What has its name there already keeps its own.
    sqlx::query!(
        "UPDATE saved_view v SET role = $3, role_id = $4, name = CASE
             WHEN EXISTS (SELECT FROM saved_view o WHERE o.company_id = $1 AND lower(o.name) = lower(v.name)
                          AND o.role = $3 AND o.role_id IS NOT DISTINCT FROM $4)
             THEN v.name || ' (' || v.id || ')' ELSE v.name END
         WHERE v.company_id = $1 AND v.role_id = $2",
        viewer.company.0,
        id.0,
        role.as_str(),
        own.map(|own| own.0)
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!("DELETE FROM company_role WHERE company_id = $1 AND id = $2", viewer.company.0, id.0)
        .execute(&mut *tx)
        .await?;
    keep_a_keeper(viewer, &mut tx).await?;
    Ok(tx.commit().await?)
}

/// Gives a colleague that role.
///
/// # Errors
/// Forbidden; not found; invalid, when there is no such role or nobody would be left who decides
/// the roles.
pub async fn give(viewer: &Viewer, db: &Db, person: PersonId, choice: RoleChoice) -> Result<()> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let (role, own) = meant(viewer, &mut tx, choice).await?;
    let given = sqlx::query!(
        "UPDATE person SET role = $3, role_id = $4 WHERE company_id = $1 AND id = $2 AND role <> 'customer'",
        viewer.company.0,
        person.0,
        role.as_str(),
        own.map(|own| own.0)
    )
    .execute(&mut *tx)
    .await?;
    if given.rows_affected() == 0 {
        return Err(Problem::NotFound.into());
    }
    keep_a_keeper(viewer, &mut tx).await?;
    Ok(tx.commit().await?)
}

/// The company's own roles by name, for those who choose one.
pub(crate) async fn names(viewer: &Viewer, tx: &mut Tx) -> Result<Vec<(RoleId, String)>> {
    let roles = sqlx::query!(
        r#"SELECT id, name FROM company_role WHERE company_id = $1 ORDER BY name COLLATE "sv-x-icu", id"#,
        viewer.company.0
    );
    let roles = roles.fetch_all(&mut **tx).await?;
    Ok(roles.into_iter().map(|role| (RoleId(role.id), role.name)).collect())
}

/// The base and the own role that are meant, as `person` has them.
pub(crate) async fn meant(
    viewer: &Viewer,
    tx: &mut Tx,
    choice: RoleChoice,
) -> Result<(Role, Option<RoleId>)> {
    let unknown = || Error::field(Field::Role, Refusal::Unknown);
    match choice {
        RoleChoice::BuiltIn(Role::Customer) => Err(unknown()),
        RoleChoice::BuiltIn(role) => Ok((role, None)),
        RoleChoice::Own(id) => {
            let base = sqlx::query_scalar!(
                "SELECT base FROM company_role WHERE company_id = $1 AND id = $2",
                viewer.company.0,
                id.0
            );
            let base = base.fetch_optional(&mut **tx).await?.ok_or_else(unknown)?;
            let base = Role::parse(&base).ok_or(Error::Unreadable { what: "a role", value: base })?;
            Ok((base, Some(id)))
        }
    }
}

/// Somebody at work who can decide the roles must be left, or nobody could ever again.
pub(crate) async fn keep_a_keeper(viewer: &Viewer, tx: &mut Tx) -> Result<()> {
    let is_kept = sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT FROM person p
               LEFT JOIN company_role r ON r.company_id = p.company_id AND r.id = p.role_id
               WHERE p.company_id = $1 AND p.active
                 AND CASE WHEN r.id IS NULL THEN p.role = 'administrator' ELSE $2 = ANY(r.permissions) END
           ) AS "kept!""#,
        viewer.company.0,
        Action::ManageRoles.as_str()
    );
    match is_kept.fetch_one(&mut **tx).await? {
        true => Ok(()),
        false => Err(Error::field(Field::Role, Refusal::InUse)),
    }
}

async fn refuse_taken(viewer: &Viewer, tx: &mut Tx, name: &str, own: Option<RoleId>) -> Result<()> {
    let is_taken = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM company_role
               WHERE company_id = $1 AND lower(name) = lower($2) AND id IS DISTINCT FROM $3) AS "taken!""#,
        viewer.company.0,
        name,
        own.map(|id| id.0)
    );
    match is_taken.fetch_one(&mut **tx).await? {
        true => Err(Error::field(Field::Name, Refusal::Taken)),
        false => Ok(()),
    }
}

fn allow(viewer: &Viewer) -> Result<()> {
    if policy::can(viewer, Action::ManageRoles) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}
