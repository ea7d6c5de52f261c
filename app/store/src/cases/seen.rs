//! What each person has looked at. The database itself marks what others change after that.

use crate::{Result, Tx};
use domain::{ids::CaseNumber, people::Viewer};

/// The viewer has looked at the case as it stands. True when something was written: whoever looks twice
/// at the same writes once.
pub(super) async fn look(viewer: &Viewer, tx: &mut Tx, number: CaseNumber) -> Result<bool> {
    let changed = sqlx::query_scalar!(
        "SELECT changed FROM case_seen WHERE company_id = $1 AND number = $2 AND person_id = $3",
        viewer.company.0,
        number.0,
        viewer.person.0
    );
    if changed.fetch_optional(&mut **tx).await? == Some(false) {
        return Ok(false);
    }
    sqlx::query!(
        "INSERT INTO case_seen (company_id, number, person_id) VALUES ($1, $2, $3)
         ON CONFLICT (company_id, number, person_id) DO UPDATE SET changed = false",
        viewer.company.0,
        number.0,
        viewer.person.0
    )
    .execute(&mut **tx)
    .await?;
    Ok(true)
}
