//! Widgets: what they show, by whose key, on whose pages.

use crate::{Db, Result, Tx, cases, sessions, words::words};
use domain::{
    cases::Filter,
    ids::{CompanyId, PersonId, SessionId},
    people::Viewer,
    policy::{self, Action},
    problem::Problem,
    text::Language,
    widgets::{self, ROWS, Widget},
};

/// Whoever the key belongs to, if they are active. They come by no session.
///
/// # Errors
/// When the database fails.
pub async fn viewer(db: &Db, key: &str) -> Result<Option<Viewer>> {
    let record = sqlx::query!(
        r#"SELECT company_id AS "company_id!", company_name AS "company_name!", word_changes, person_id AS "person_id!",
               name AS "name!", role AS "role!", role_name, permissions, language AS "language!", today AS "today!"
           FROM widget_viewer(sha256(convert_to($1, 'UTF8')))"#,
        key
    )
    .fetch_optional(db.without_company())
    .await?;
    let Some(record) = record else { return Ok(None) };
    let role = sessions::role(record.role)?;
    Ok(Some(Viewer {
        company: CompanyId(record.company_id),
        company_name: record.company_name,
        person: PersonId(record.person_id),
        name: record.name,
        role,
        role_name: record.role_name,
        permissions: sessions::permissions(role, record.permissions),
        language: Language::parse(&record.language).unwrap_or_default(),
        shortcuts: false,
        session: SessionId(0),
        word_changes: record.word_changes,
        today: record.today,
    }))
}

/// Both lists.
///
/// # Errors
/// When the database fails.
pub async fn show(viewer: &Viewer, db: &Db) -> Result<Widget> {
    let mut tx = db.begin(viewer).await?;
    let vocabulary = words(viewer, &mut tx).await?.vocabulary.clone();
    let initial = vocabulary.initial_status().map(|status| status.slug.clone()).unwrap_or_default();
    let wanted = [(Filter::mine(), ROWS), (Filter::with_status(initial), ROWS)];
    let [mine, new] = cases::glances(viewer, &mut tx, &wanted, true).await?.try_into().unwrap_or_default();
    Ok(Widget { mine, new, vocabulary, origins: origins(viewer, &mut tx).await? })
}

async fn origins(viewer: &Viewer, tx: &mut Tx) -> Result<Vec<String>> {
    let origins = sqlx::query_scalar!("SELECT widget_origins FROM company WHERE id = $1", viewer.company.0);
    Ok(origins.fetch_one(&mut **tx).await?)
}

/// Whose pages may frame them, and whether the viewer has a key.
///
/// # Errors
/// Forbidden to those without a desk.
pub async fn settings(viewer: &Viewer, db: &Db) -> Result<(Vec<String>, bool)> {
    allow(viewer, Action::UseDesk)?;
    let mut tx = db.begin(viewer).await?;
    let has_key = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM widget_key WHERE company_id = $1 AND person_id = $2) AS "has_key!""#,
        viewer.company.0,
        viewer.person.0
    );
    let has_key = has_key.fetch_one(&mut *tx).await?;
    Ok((origins(viewer, &mut tx).await?, has_key))
}

/// Makes the viewer a key; a former one no longer works. Only its SHA-256 is kept.
///
/// # Errors
/// Forbidden to those without a desk.
pub async fn make_key(viewer: &Viewer, db: &Db) -> Result<String> {
    allow(viewer, Action::UseDesk)?;
    let mut tx = db.begin(viewer).await?;
    // Two random UUIDs: 244 bits.
    let key = sqlx::query_scalar!(
        r#"SELECT encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex') AS "key!""#
    )
    .fetch_one(&mut *tx)
    .await?;
    sqlx::query!(
        "INSERT INTO widget_key (company_id, person_id, key_hash) VALUES ($1, $2, sha256(convert_to($3, 'UTF8')))
         ON CONFLICT (company_id, person_id) DO UPDATE SET key_hash = excluded.key_hash",
        viewer.company.0,
        viewer.person.0,
        key
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(key)
}

/// The viewer's key no longer works.
///
/// # Errors
/// When the database fails.
pub async fn revoke_key(viewer: &Viewer, db: &Db) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    sqlx::query!(
        "DELETE FROM widget_key WHERE company_id = $1 AND person_id = $2",
        viewer.company.0,
        viewer.person.0
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// Decides whose pages may frame them: origins, one a line.
///
/// # Errors
/// Forbidden; invalid.
pub async fn save_origins(viewer: &Viewer, db: &Db, text: &str) -> Result<()> {
    allow(viewer, Action::ManageSettings)?;
    let origins = widgets::origins(text)?;
    let mut tx = db.begin(viewer).await?;
    sqlx::query!("UPDATE company SET widget_origins = $2 WHERE id = $1", viewer.company.0, &origins)
        .execute(&mut *tx)
        .await?;
    Ok(tx.commit().await?)
}

fn allow(viewer: &Viewer, action: Action) -> Result<()> {
    if policy::can(viewer, action) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}
