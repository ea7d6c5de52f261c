//! Rows of a file as the customers that they would become.

use super::{import::Found, stands::Hold};
use crate::{
    Result, Tx,
    imports::{Head, Row},
};
use domain::{
    ids::CustomerId,
    imports::{self, Column, Stored},
    people::Viewer,
};

/// What each row would be stored as, over what stands already; none: it cannot be read.
pub(crate) async fn stored(
    viewer: &Viewer,
    tx: &mut Tx,
    head: &Head,
    rows: &[Row],
) -> Result<Vec<Option<Stored>>> {
    let found = Found::of(viewer, tx, head, rows, Hold::Not).await?;
    let one = |row: &Row| {
        let number = imports::number(head.mapping.cell(&row.cells, Column::Number)).map(CustomerId);
        let known = number.or_else(|| found.alike(viewer, head, &row.cells));
        let stands = known.and_then(|id| found.stands.get(&id)).map(|stands| stands.before.edit.clone());
        let (edit, active) = imports::customer(&head.mapping, &row.cells, stands, viewer.today).ok()?;
        let number = known.map(|id| id.to_string()).unwrap_or_default();
        Some(imports::stored_customer(&number, &edit, active, viewer.language))
    };
    Ok(rows.iter().map(one).collect())
}
