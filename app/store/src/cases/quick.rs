//! The counts beside the quick search.

use super::{list::push_count, matching::Matching};
use crate::{Db, Result, Tx, notifications};
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
    let mut query = QueryBuilder::<Postgres>::new("SELECT ARRAY[");
    for filter in [&mine, &open, &overdue] {
        push_count(&Matching::of(viewer, tx, Cow::Borrowed(filter)).await?, &mut query, |_| ());
        query.push(", ");
    }
    // The status that new cases get, as the vocabulary chooses it: the chosen one, or else the first open one on offer.
    push_count(&Matching::of(viewer, tx, Cow::Borrowed(&open)).await?, &mut query, |query| {
        query
            .push(" AND c.status_id = (SELECT id FROM case_status WHERE company_id = ")
            .push_bind(viewer.company.0)
            .push(" AND is_open AND NOT hidden ORDER BY is_initial DESC, position, id LIMIT 1)");
    });
    query.push("]");
    let counted: Vec<i64> = query.build_query_scalar().fetch_one(&mut **tx).await?;
    let [mine, open, overdue, new] = counted.try_into().unwrap_or_default();
    Ok(QuickCounts {
        mine: Count::of(mine),
        new: Count::of(new),
        open: Count::of(open),
        overdue: Count::of(overdue),
        unread: Count::of(notifications::unread(viewer, tx).await?),
    })
}
