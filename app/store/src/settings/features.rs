//! Which properties the company uses.

use super::allow;
use crate::{Db, Error, Result, Tx, words};
use domain::{
    cases::{Feature, Property, Unused},
    people::Viewer,
    problem::{Field, Refusal},
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

/// What the company does without.
pub(crate) async fn unused(viewer: &Viewer, tx: &mut Tx) -> Result<Unused> {
    if let Some(words) = words::kept(viewer, tx.kept()) {
        return Ok(words.vocabulary.unused);
    }
    let unused = sqlx::query_scalar!("SELECT unused FROM company WHERE id = $1", viewer.company.0);
    Ok(Unused::named(unused.fetch_one(&mut **tx).await?))
}

/// Makes sure that the company uses it: a page that has stood open since may still offer it.
///
/// # Errors
/// Invalid, when the company does without it.
pub(crate) async fn require(viewer: &Viewer, tx: &mut Tx, feature: Feature, field: Field) -> Result<()> {
    match unused(viewer, tx).await?.has(feature) {
        true => Err(Error::field(field, Refusal::SwitchedOff)),
        false => Ok(()),
    }
}

/// The same of a property in place; what hangs on no switch is always used.
///
/// # Errors
/// As [`require`].
pub(crate) async fn require_property(viewer: &Viewer, tx: &mut Tx, property: Property) -> Result<()> {
    match Feature::of(property) {
        Some(feature) => require(viewer, tx, feature, property.field()).await,
        None => Ok(()),
    }
}
