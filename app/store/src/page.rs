//! What every page shows of the company, whatever else it shows.

use crate::{Db, Result, cases};
use domain::{
    cases::{QuickCounts, Vocabulary},
    people::{Role, Viewer},
    policy::{self, Action},
};

/// The company's words, and for those with a desk the counts beside the quick search. Customers get neither.
///
/// # Errors
/// When the database fails.
pub async fn read(viewer: &Viewer, db: &Db) -> Result<(Vocabulary, Option<QuickCounts>)> {
    if viewer.role == Role::Customer {
        return Ok(Default::default());
    }
    let mut tx = db.begin(viewer).await?;
    let words = cases::vocabulary_in(&mut tx, viewer.company).await?;
    let counts = match policy::can(viewer, Action::UseDesk) {
        true => Some(cases::quick_counts_in(viewer, &mut tx).await?),
        false => None,
    };
    Ok((words, counts))
}
