//! Which properties the company uses.

use super::allow;
use crate::{Db, Result, Tx, words};
use domain::{cases::Unused, people::Viewer};

/// Decides what the company does without. Nothing is deleted: what is switched on again comes back
/// with its values.
///
/// # Errors
/// Forbidden.
pub async fn use_features(viewer: &Viewer, db: &Db, unused: Unused) -> Result<()> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    sqlx::query!("UPDATE company SET unused = $2 WHERE id = $1", viewer.company.0, &unused.names())
        .execute(&mut *tx)
        .await?;
    Ok(tx.commit().await?)
}

/// What the company does without.
pub(crate) async fn unused(viewer: &Viewer, tx: &mut Tx) -> Result<Unused> {
    if let Some(words) = words::kept(viewer, tx.kept()) {
        return Ok(words.vocabulary.unused);
    }
    let unused = sqlx::query_scalar!("SELECT unused FROM company WHERE id = $1", viewer.company.0);
    Ok(Unused::named(unused.fetch_one(&mut **tx).await?))
}
