//! Rows of a file as the cases that they would become.

use super::{named::Named, vocabulary::vocabulary_in};
use crate::{
    Result, Tx,
    imports::{Head, Row},
};
use domain::{
    imports::{self, About, Imported, Stored},
    people::Viewer,
};

/// What each row would be stored as; none: it cannot be read.
pub(crate) async fn stored(
    viewer: &Viewer,
    tx: &mut Tx,
    head: &Head,
    rows: &[Row],
) -> Result<Vec<Option<Stored>>> {
    let words = vocabulary_in(tx, viewer.company).await?;
    let read = |row: &Row| Imported::read(&head.mapping, &head.headings, &row.cells, &words).ok();
    let read: Vec<Option<Imported>> = rows.iter().map(read).collect();
    let customers: Vec<&str> = read.iter().flatten().map(|case| case.customer.said.as_str()).collect();
    let named = Named::of(viewer, tx, &customers).await?;
    let stored = |case: Imported| {
        let person = |said: &str| named.person(said).map(|(_, name)| name.to_owned()).unwrap_or_default();
        let about = About {
            customer: named
                .customer(&case.customer.said)
                .map(|(_, name)| name.to_owned())
                .unwrap_or_default(),
            responsible: person(&case.responsible.said),
            created_by: person(&case.created_by.said),
        };
        let wanted = named.understand(viewer, 0, case, &head.mapping.source).ok()?;
        Some(imports::stored_case(&wanted.case, &wanted.body, about, &words, viewer.language))
    };
    Ok(read.into_iter().map(|case| case.and_then(stored)).collect())
}
