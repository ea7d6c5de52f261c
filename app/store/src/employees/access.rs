//! How an employee gets a password: an administrator sets it, or hands out a link that works once.

use super::{manage, save::log_out};
use crate::{Db, Error, Result};
use domain::{
    ids::{CompanyId, PersonId},
    people::Viewer,
    policy::{self, Action},
    problem::{Field, Problem, Refusal},
};

/// Sets their password and logs them out everywhere. `hash` is argon2id in PHC form.
///
/// # Errors
/// Forbidden; not found, also when they are inactive; invalid without a login to go with it.
pub async fn set_password(viewer: &Viewer, db: &Db, id: PersonId, hash: &str) -> Result<()> {
    manage(viewer)?;
    let mut tx = db.begin(viewer).await?;
    require_login(viewer, &mut tx, id).await?;
    sqlx::query!(
        "UPDATE person SET password_hash = $3 WHERE company_id = $1 AND id = $2",
        viewer.company.0,
        id.0,
        hash
    )
    .execute(&mut *tx)
    .await?;
    log_out(viewer, &mut tx, id).await?;
    Ok(tx.commit().await?)
}

/// Makes a link by which they set their own password, once, within seven days; a former one no
/// longer works. Gives the secret that goes into the link; only its SHA-256 is kept.
///
/// # Errors
/// As [`set_password`].
pub async fn invite(viewer: &Viewer, db: &Db, id: PersonId) -> Result<String> {
    manage(viewer)?;
    let mut tx = db.begin(viewer).await?;
    require_login(viewer, &mut tx, id).await?;
    // Two random UUIDs: 244 bits.
    let secret = sqlx::query_scalar!(
        r#"SELECT encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex') AS "secret!""#
    )
    .fetch_one(&mut *tx)
    .await?;
    sqlx::query!(
        "INSERT INTO invitation (company_id, person_id, token_hash, expires_at)
         VALUES ($1, $2, sha256(convert_to($3, 'UTF8')), now() + interval '7 days')
         ON CONFLICT (company_id, person_id) DO UPDATE
             SET token_hash = excluded.token_hash, expires_at = excluded.expires_at",
        viewer.company.0,
        id.0,
        secret
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(secret)
}

async fn require_login(viewer: &Viewer, tx: &mut crate::Tx, id: PersonId) -> Result<()> {
    let found = sqlx::query!(
        r#"SELECT email IS NOT NULL OR user_name IS NOT NULL AS "has_login!",
               role = 'employee' AND role_id IS NULL AS "is_employee!" FROM person
           WHERE company_id = $1 AND id = $2 AND active AND role <> 'customer'"#,
        viewer.company.0,
        id.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    let found = found.ok_or(Problem::NotFound)?;
    // Who gives a login gives all that it may.
    if !found.is_employee && !policy::can(viewer, Action::ManageRoles) {
        return Err(Problem::Forbidden.into());
    }
    match found.has_login {
        true => Ok(()),
        false => Err(Error::field(Field::UserName, Refusal::Empty)),
    }
}

/// Whom a one-time link is for.
#[derive(Clone, Debug)]
pub struct Invited {
    /// Their company.
    pub company: CompanyId,
    /// Who.
    pub person: PersonId,
    /// Full name.
    pub name: String,
}

/// Whom the link with that secret is for, while it holds. `token_hash` is the secret's SHA-256.
///
/// # Errors
/// When the database fails.
pub async fn invited(db: &Db, token_hash: &[u8]) -> Result<Option<Invited>> {
    let record = sqlx::query!(
        r#"SELECT company_id AS "company_id!", person_id AS "person_id!", name AS "name!"
           FROM invited_person($1)"#,
        token_hash
    )
    .fetch_optional(db.without_company())
    .await?;
    Ok(record.map(|record| Invited {
        company: CompanyId(record.company_id),
        person: PersonId(record.person_id),
        name: record.name,
    }))
}

/// Sets the password of whom the link is for; the link then no longer works, and former logins end.
///
/// # Errors
/// Not found, when it has been used meanwhile.
pub async fn redeem(db: &Db, invited: &Invited, token_hash: &[u8], hash: &str) -> Result<()> {
    let mut tx = db.begin_in(invited.company).await?;
    let used = sqlx::query!(
        "DELETE FROM invitation WHERE company_id = $1 AND token_hash = $2 AND expires_at > now()",
        invited.company.0,
        token_hash
    )
    .execute(&mut *tx)
    .await?;
    if used.rows_affected() == 0 {
        return Err(Problem::NotFound.into());
    }
    sqlx::query!(
        "UPDATE person SET password_hash = $3 WHERE company_id = $1 AND id = $2 AND active",
        invited.company.0,
        invited.person.0,
        hash
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "DELETE FROM session WHERE company_id = $1 AND person_id = $2",
        invited.company.0,
        invited.person.0
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}
