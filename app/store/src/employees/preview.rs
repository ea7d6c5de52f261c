//! Rows of a file as the employees that they would become.

use super::import::{choices, meant};
use crate::{
    Result, Tx,
    imports::{Head, Row},
};
use domain::{
    imports::{self, Stored},
    people::Viewer,
};

/// What each row would be stored as, over what stands already; none: it cannot be read.
pub(crate) async fn stored(
    viewer: &Viewer,
    tx: &mut Tx,
    head: &Head,
    rows: &[Row],
) -> Result<Vec<Option<Stored>>> {
    let choices = choices(viewer, tx).await?;
    let mut stored = Vec::with_capacity(rows.len());
    for row in rows {
        let (known, stands) = meant(viewer, tx, head, row).await?;
        let profile = imports::profile(&head.mapping, &row.cells, stands, &choices);
        let number = known.map(|id| id.to_string()).unwrap_or_default();
        stored.push(
            profile
                .ok()
                .map(|profile| imports::stored_employee(&number, &profile, &choices, viewer.language)),
        );
    }
    Ok(stored)
}
