//! What every page shows of the company, whatever else it shows.

use crate::{Db, Result, cases, words};
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
    let has_desk = policy::can(viewer, Action::UseDesk);
    if let Some(words) = words::kept(viewer, db.kept()).filter(|_| !has_desk) {
        return Ok((words.vocabulary.clone(), None));
    }
    let mut tx = db.begin(viewer).await?;
    let words = words::words(viewer, &mut tx).await?;
    let counts = match has_desk {
        true => Some(cases::quick_counts_in(viewer, &mut tx).await?),
        false => None,
    };
    Ok((words.vocabulary.clone(), counts))
}
