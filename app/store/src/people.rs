//! Colleagues, for pickers and names, and what a person has chosen for themselves.

use crate::{Db, Result, Tx, search};
use domain::{
    ids::PersonId,
    people::{Person, Viewer},
    policy::{self, Action},
    problem::Problem,
    text::Language,
};

/// So many a picker shows.
const SHOWN: i64 = 20;

/// Active staff whose name has all the words, by name; oneself first.
///
/// # Errors
/// Forbidden.
pub async fn search(viewer: &Viewer, db: &Db, text: &str) -> Result<Vec<Person>> {
    allowed(viewer)?;
    if search::is_void(text) {
        return Ok(Vec::new());
    }
    let mut tx = db.begin(viewer).await?;
    let words = search::parse(&mut tx, text).await?.words;
    let records = sqlx::query!(
        r#"SELECT p.id, p.name FROM person p
           WHERE p.company_id = $1 AND p.active AND p.role <> 'customer'
             AND fold(p.name) LIKE ALL (SELECT '%' || fold(word) || '%' FROM unnest($2::text[]) AS word)
           ORDER BY p.id <> $3, p.name COLLATE "sv-x-icu", p.id
           LIMIT $4"#,
        viewer.company.0,
        &words,
        viewer.person.0,
        SHOWN,
    )
    .fetch_all(&mut *tx)
    .await?;
    Ok(records.into_iter().map(|record| Person { id: PersonId(record.id), name: record.name }).collect())
}

/// Whom a plain form means by what was typed: a number, a whole name, or else some of its words.
///
/// # Errors
/// Forbidden.
pub async fn resolve(viewer: &Viewer, db: &Db, text: &str) -> Result<Vec<Person>> {
    allowed(viewer)?;
    let text = text.trim();
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let mut tx = db.begin(viewer).await?;
    let exact = sqlx::query!(
        "SELECT id, name FROM person
         WHERE company_id = $1 AND active AND role <> 'customer'
           AND (id = $2 OR fold(name) = fold($3))
         ORDER BY id LIMIT $4",
        viewer.company.0,
        text.parse::<i32>().ok(),
        text,
        SHOWN,
    )
    .fetch_all(&mut *tx)
    .await?;
    drop(tx);
    if exact.is_empty() {
        return search(viewer, db, text).await;
    }
    Ok(exact.into_iter().map(|record| Person { id: PersonId(record.id), name: record.name }).collect())
}

/// The names of these colleagues, former ones included; unknown ones are left out.
///
/// # Errors
/// Forbidden.
pub async fn named(viewer: &Viewer, db: &Db, ids: &[PersonId]) -> Result<Vec<Person>> {
    named_in(viewer, &mut db.begin(viewer).await?, ids).await
}

/// The same, within what the transaction sees.
pub(crate) async fn named_in(viewer: &Viewer, tx: &mut Tx, ids: &[PersonId]) -> Result<Vec<Person>> {
    allowed(viewer)?;
    let ids: Vec<i32> = ids.iter().map(|id| id.0).collect();
    let records = sqlx::query!(
        "SELECT id, name FROM person WHERE company_id = $1 AND id = ANY($2) ORDER BY id",
        viewer.company.0,
        &ids
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(records.into_iter().map(|record| Person { id: PersonId(record.id), name: record.name }).collect())
}

/// The viewer's own language.
///
/// # Errors
/// When the database fails.
pub async fn set_language(viewer: &Viewer, db: &Db, language: Language) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    sqlx::query!(
        "UPDATE person SET language = $3 WHERE company_id = $1 AND id = $2",
        viewer.company.0,
        viewer.person.0,
        language.code()
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// Turns the viewer's single-key shortcuts on or off.
///
/// # Errors
/// When the database fails.
pub async fn set_shortcuts(viewer: &Viewer, db: &Db, on: bool) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    sqlx::query!(
        "UPDATE person SET shortcuts = $3 WHERE company_id = $1 AND id = $2",
        viewer.company.0,
        viewer.person.0,
        on
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

fn allowed(viewer: &Viewer) -> Result<()> {
    if policy::can(viewer, Action::SearchPeople) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}
