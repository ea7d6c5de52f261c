//! Logins: opened, recognised, listed and revoked, and guessing slowed down.

use crate::{Db, Error, Result, connections::TRIES};
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
    let mut tries = TRIES;
    let record = loop {
        let mut connection = db.hold().await?;
        let asked = sqlx::query!(
            r#"SELECT session_id AS "session_id!", company_id AS "company_id!", company_name AS "company_name!",
                   word_changes, person_id AS "person_id!", name AS "name!", role AS "role!", role_name, permissions,
                   language AS "language!", shortcuts AS "shortcuts!", stale AS "stale!", today AS "today!"
               FROM session_viewer($1)"#,
            token_hash
        )
        .fetch_optional(&mut *connection)
        .await;
        match asked {
            Ok(record) => {
                connection.done();
                break record;
            }
            Err(_) if tries > 0 => db.forget_idle(),
            Err(error) => return Err(error.into()),
        }
        tries -= 1;
    };
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
        word_changes: record.word_changes,
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

/// So many wrong passwords of an account are free, and so many from one address: a whole office may
/// stand behind it.
const FREE: [i32; 2] = [5, 50];

/// Takes a try at an account's password from that address, before the password is looked at: so it also
/// holds against many tries at once. Gives the seconds to wait when there is none to be had; then none
/// is counted either. After the free ones the wait doubles from a minute to fifteen; after an hour of
/// peace all is forgotten. [`succeeded`] gives the try back.
///
/// # Errors
/// When the database fails.
pub async fn attempt(db: &Db, login: &str, address: &str) -> Result<Option<u32>> {
    let pool = db.without_company();
    sqlx::query!("DELETE FROM login_failure WHERE last_at < now() - interval '1 hour'").execute(pool).await?;
    // In one order, so that two of these never wait for each other. A row that is written anew has
    // this statement's time: that is how one sees that the try was to be had.
    let seconds = sqlx::query_scalar!(
        r#"WITH asked AS (
               SELECT left(key, 200) AS key, free
               FROM unnest($1::text[], $2::int[]) AS k (key, free) ORDER BY key
           ), taken AS (
               INSERT INTO login_failure AS f (key, failures, last_at) SELECT key, 1, now() FROM asked
               ON CONFLICT (key) DO UPDATE SET (failures, last_at) = (
                   SELECT CASE WHEN may THEN f.failures + 1 ELSE f.failures END,
                          CASE WHEN may THEN now() ELSE f.last_at END
                   FROM (SELECT f.failures < a.free OR f.last_at + login_wait(f.failures - a.free) <= now() AS may
                         FROM asked a WHERE a.key = f.key) AS judged)
               RETURNING key, failures, last_at
           )
           SELECT ceil(extract(epoch FROM max(t.last_at + login_wait(t.failures - a.free) - now())))::int
           FROM taken t JOIN asked a USING (key) WHERE t.last_at <> now()"#,
        &keys(login, address),
        &FREE[..],
    )
    .fetch_one(pool)
    .await?;
    // Some microseconds are a second too.
    Ok(seconds.map(|seconds| u32::try_from(seconds).unwrap_or_default().max(1)))
}

/// Forgets the account's failed tries, and gives the address its last one back.
///
/// # Errors
/// When the database fails.
pub async fn succeeded(db: &Db, login: &str, address: &str) -> Result<()> {
    let [login, address] = keys(login, address);
    sqlx::query!(
        "WITH forgotten AS (DELETE FROM login_failure WHERE key = left($1, 200))
         UPDATE login_failure SET failures = greatest(failures - 1, 0) WHERE key = left($2, 200)",
        login,
        address
    )
    .execute(db.without_company())
    .await?;
    Ok(())
}

fn keys(login: &str, address: &str) -> [String; 2] {
    [format!("login:{login}"), format!("address:{address}")]
}

pub(crate) fn role(name: String) -> Result<Role> {
    Role::parse(&name).ok_or(Error::Unreadable { what: "a role", value: name })
}

/// What the company's own role allows, or else what one of the four does.
pub(crate) fn permissions(role: Role, own: Option<Vec<String>>) -> Permissions {
    own.map_or_else(|| Permissions::of(role), Permissions::named)
}
