//! The counts beside the quick search.

use super::{list::push_count, matching::Matching};
use crate::{Db, Result, Tx, notifications, words::words};
use domain::{
    cases::{Count, Filter, QuickCounts},
    people::Viewer,
};
use sqlx::{Postgres, QueryBuilder};
use std::borrow::Cow;

/// Mina ärenden, Nyinkomna ärenden, all open ones and those of them that are late, and what is not read.
///
/// # Errors
/// When the database fails.
pub async fn quick_counts(viewer: &Viewer, db: &Db) -> Result<QuickCounts> {
    quick_counts_in(viewer, &mut db.begin(viewer).await?).await
}

/// The same, as a part of what the transaction does. One statement, planned once: every page asks it.
pub(crate) async fn quick_counts_in(viewer: &Viewer, tx: &mut Tx) -> Result<QuickCounts> {
    let (mine, open, overdue) = (Filter::mine(), Filter::default(), Filter::overdue());
    let initial = words(viewer, tx).await?.vocabulary.initial_status().map(|status| status.id);
    let mut query = QueryBuilder::<Postgres>::new("SELECT ARRAY[");
    for filter in [&mine, &open, &overdue] {
        push_count(&Matching::of(viewer, tx, Cow::Borrowed(filter)).await?, &mut query, |_| ());
        query.push(", ");
    }
    push_count(&Matching::of(viewer, tx, Cow::Borrowed(&open)).await?, &mut query, |query| {
        query.push(" AND c.status_id = ").push_bind(initial.map(|status| status.0));
    });
    query.push(", ");
    notifications::push_unread(&mut query, viewer);
    query.push("]");
    let counted: Vec<i64> = query.build_query_scalar().fetch_one(&mut **tx).await?;
    let [mine, open, overdue, new, unread] = counted.try_into().unwrap_or_default();
    Ok(QuickCounts {
        mine: Count::of(mine),
        new: Count::of(new),
        open: Count::of(open),
        overdue: Count::of(overdue),
        unread: Count::of(unread),
    })
}
