//! Which properties the company uses.

use super::allow;
use crate::{Db, Result, Tx};
use domain::{
    cases::{Feature, Unused},
    people::Viewer,
};

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

/// Whether the company does without that.
pub(crate) async fn does_without(viewer: &Viewer, tx: &mut Tx, feature: Feature) -> Result<bool> {
    let is_unused = sqlx::query_scalar!(
        r#"SELECT $2 = ANY(unused) AS "is_unused!" FROM company WHERE id = $1"#,
        viewer.company.0,
        feature.as_str()
    );
    Ok(is_unused.fetch_one(&mut **tx).await?)
}
