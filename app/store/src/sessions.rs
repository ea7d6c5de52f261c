//! Logins: opened, recognised, listed and revoked, and guessing slowed down.

use crate::{Db, Error, Result};
use domain::{
    ids::{CompanyId, PersonId, SessionId},
    people::{Role, Viewer},
    policy::Permissions,
    sessions::Session,
    text::Language,
};

/// A person who may try a password.
#[derive(Clone, Debug)]
pub struct Account {
    /// Their company.
    pub company: CompanyId,
    /// Who.
    pub person: PersonId,
    /// What they are.
    pub role: Role,
    /// Decides where the login leads.
    pub permissions: Permissions,
    /// Argon2id in PHC form.
    pub password_hash: String,
}

/// A person who has proved who they are.
#[derive(Clone, Copy, Debug)]
pub struct Login {
    /// Their company.
    pub company: CompanyId,
    /// Who.
    pub person: PersonId,
}

/// The active account with that e-mail address or user name, if it can log in.
///
/// # Errors
/// When the database fails.
pub async fn login_account(db: &Db, login: &str) -> Result<Option<Account>> {
    let record = sqlx::query!(
        r#"SELECT company_id AS "company_id!", person_id AS "person_id!", role AS "role!",
               permissions, password_hash AS "password_hash!"
           FROM login_account($1)"#,
        login
    )
    .fetch_optional(db.without_company())
    .await?;
    let account = record.map(|record| {
        let role = role(record.role)?;
        Ok(Account {
            company: CompanyId(record.company_id),
            person: PersonId(record.person_id),
            role,
            permissions: permissions(role, record.permissions),
            password_hash: record.password_hash,
        })
    });
    account.transpose()
}

/// Opens a session of 30 days from its last use. `token_hash` is the SHA-256 of the cookie's token.
///
/// # Errors
/// When the database fails.
pub async fn open(
    db: &Db,
    login: &Login,
    token_hash: &[u8],
    user_agent: &str,
    address: &str,
) -> Result<SessionId> {
    let mut tx = db.begin_in(login.company).await?;
    sqlx::query!(
        "DELETE FROM session WHERE company_id = $1 AND person_id = $2 AND expires_at < now()",
        login.company.0,
        login.person.0
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "DELETE FROM sent WHERE company_id = $1 AND person_id = $2 AND at < now() - interval '7 days'",
        login.company.0,
        login.person.0
    )
    .execute(&mut *tx)
    .await?;
    let id = sqlx::query_scalar!(
        "INSERT INTO session (token_hash, company_id, person_id, expires_at, user_agent, address)
         VALUES ($1, $2, $3, now() + interval '30 days', left($4, 300), left($5, 100)) RETURNING id",
        token_hash,
        login.company.0,
        login.person.0,
        user_agent,
        address
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(SessionId(id))
}

/// Whoever comes with that token, if its session runs and the person is active. Its last use is
/// noted every five minutes, which also moves its end.
///
/// # Errors
/// When the database fails.
pub async fn viewer(db: &Db, token_hash: &[u8]) -> Result<Option<Viewer>> {
    let record = sqlx::query!(
        r#"SELECT session_id AS "session_id!", company_id AS "company_id!", company_name AS "company_name!",
               person_id AS "person_id!", name AS "name!", role AS "role!", role_name, permissions,
               language AS "language!", shortcuts AS "shortcuts!", stale AS "stale!", today AS "today!"
           FROM session_viewer($1)"#,
        token_hash
    )
    .fetch_optional(db.without_company())
    .await?;
    let Some(record) = record else { return Ok(None) };
    let role = role(record.role)?;
    let viewer = Viewer {
        company: CompanyId(record.company_id),
        company_name: record.company_name,
        person: PersonId(record.person_id),
        name: record.name,
        role,
        role_name: record.role_name,
        permissions: permissions(role, record.permissions),
        language: Language::parse(&record.language)
            .ok_or(Error::Unreadable { what: "a language", value: record.language })?,
        shortcuts: record.shortcuts,
        session: SessionId(record.session_id),
        today: record.today,
    };
    if record.stale {
        touch(&viewer, db).await?;
    }
    Ok(Some(viewer))
}

async fn touch(viewer: &Viewer, db: &Db) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    sqlx::query!(
        "UPDATE session SET seen_at = now(), expires_at = now() + interval '30 days'
         WHERE company_id = $1 AND id = $2",
        viewer.company.0,
        viewer.session.0
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// The viewer's own sessions, the last used first.
///
/// # Errors
/// When the database fails.
pub async fn list(viewer: &Viewer, db: &Db) -> Result<Vec<Session>> {
    let mut tx = db.begin(viewer).await?;
    let records = sqlx::query!(
        r#"SELECT id, user_agent, address, created_at AT TIME ZONE 'Europe/Stockholm' AS "created_at!",
               seen_at AT TIME ZONE 'Europe/Stockholm' AS "seen_at!"
           FROM session
           WHERE company_id = $1 AND person_id = $2 AND expires_at > now()
           ORDER BY session.seen_at DESC, id DESC"#,
        viewer.company.0,
        viewer.person.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let sessions = records.into_iter().map(|record| Session {
        id: SessionId(record.id),
        created_at: record.created_at,
        seen_at: record.seen_at,
        user_agent: record.user_agent,
        address: record.address,
        current: record.id == viewer.session.0,
    });
    Ok(sessions.collect())
}

/// Ends one of the viewer's own sessions; another's, or none, is left as it is.
///
/// # Errors
/// When the database fails.
pub async fn revoke(viewer: &Viewer, db: &Db, session: SessionId) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    sqlx::query!(
        "DELETE FROM session WHERE company_id = $1 AND person_id = $2 AND id = $3",
        viewer.company.0,
        viewer.person.0,
        session.0
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// Ends the session that the viewer came by.
///
/// # Errors
/// When the database fails.
pub async fn close(viewer: &Viewer, db: &Db) -> Result<()> {
    revoke(viewer, db, viewer.session).await
}

/// Seconds before a password may be tried again under these keys (an account's, an address'); none:
/// now. Five tries are free, then the wait doubles from a minute to fifteen. After an hour of peace all
/// is forgotten.
///
/// # Errors
/// When the database fails.
pub async fn throttle(db: &Db, keys: &[&str]) -> Result<Option<u32>> {
    let seconds = sqlx::query_scalar!(
        "SELECT ceil(extract(epoch FROM max(
             last_at + interval '1 minute' * least(15, 2 ^ least(failures - 5, 4)) - now())))::int
         FROM login_failure
         WHERE key = ANY(SELECT left(k, 200) FROM unnest($1::text[]) AS k)
           AND failures >= 5 AND last_at > now() - interval '1 hour'",
        keys as _
    )
    .fetch_one(db.without_company())
    .await?;
    Ok(seconds.and_then(|seconds| u32::try_from(seconds).ok()).filter(|seconds| *seconds > 0))
}

/// Counts a failed try under each key. Counted before the password is verified and taken back by
/// [`succeeded`], it also holds against many tries at once.
///
/// # Errors
/// When the database fails.
pub async fn failed(db: &Db, keys: &[&str]) -> Result<()> {
    let pool = db.without_company();
    sqlx::query!("DELETE FROM login_failure WHERE last_at < now() - interval '1 hour'").execute(pool).await?;
    // In one order, so that two of these never wait for each other.
    sqlx::query!(
        "INSERT INTO login_failure AS f (key, failures, last_at)
         SELECT DISTINCT left(k, 200) AS key, 1, now() FROM unnest($1::text[]) AS k ORDER BY key
         ON CONFLICT (key) DO UPDATE SET failures = f.failures + 1, last_at = now()",
        keys as _
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Forgets the failed tries under each key.
///
/// # Errors
/// When the database fails.
pub async fn succeeded(db: &Db, keys: &[&str]) -> Result<()> {
    sqlx::query!(
        "DELETE FROM login_failure WHERE key = ANY(SELECT left(k, 200) FROM unnest($1::text[]) AS k)",
        keys as _
    )
    .execute(db.without_company())
    .await?;
    Ok(())
}

pub(crate) fn role(name: String) -> Result<Role> {
    Role::parse(&name).ok_or(Error::Unreadable { what: "a role", value: name })
}

/// What the company's own role allows, or else what one of the four does.
pub(crate) fn permissions(role: Role, own: Option<Vec<String>>) -> Permissions {
    own.map_or_else(|| Permissions::of(role), Permissions::named)
}
