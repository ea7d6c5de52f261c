//! What is sent under a key is done once: sent again, it gets the first answer.

use crate::{Result, Tx};
use domain::{drafts::is_key, people::Viewer, problem::Problem};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// How a request begins.
pub(crate) enum Once {
    /// Do it, and tell with [`Once::done`] what came of it.
    First(Option<String>),
    /// It was done: this came of it.
    Before(i64),
}

/// Takes the key for this transaction. Another request with it waits until this one is over. Under the
/// same key something else may be sent: a browser shows an old form again when one goes back.
///
/// # Errors
/// Malformed, when it is no key.
pub(crate) async fn begin(
    viewer: &Viewer,
    tx: &mut Tx,
    key: Option<&str>,
    content: &impl Serialize,
) -> Result<Once> {
    let Some(key) = key else { return Ok(Once::First(None)) };
    if !is_key(key) {
        return Err(Problem::Malformed.into());
    }
    // The same from every build: the second try may meet a newer server.
    let digest = Sha256::digest(serde_json::to_vec(content).unwrap_or_default());
    let content: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let key = format!("{key}-{content}");
    let taken = sqlx::query!(
        "INSERT INTO sent (company_id, person_id, key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        viewer.company.0,
        viewer.person.0,
        key
    )
    .execute(&mut **tx)
    .await?;
    if taken.rows_affected() == 1 {
        return Ok(Once::First(Some(key)));
    }
    let result = sqlx::query_scalar!(
        r#"SELECT result AS "result!" FROM sent WHERE company_id = $1 AND person_id = $2 AND key = $3"#,
        viewer.company.0,
        viewer.person.0,
        key
    );
    Ok(Once::Before(result.fetch_one(&mut **tx).await?))
}

impl Once {
    /// Notes what came of it.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn done(self, viewer: &Viewer, tx: &mut Tx, result: i64) -> Result<()> {
        if let Self::First(Some(key)) = self {
            sqlx::query!(
                "UPDATE sent SET result = $4 WHERE company_id = $1 AND person_id = $2 AND key = $3",
                viewer.company.0,
                viewer.person.0,
                key,
                result
            )
            .execute(&mut **tx)
            .await?;
        }
        Ok(())
    }
}
