//! How many cases the views have, in one statement and no further than [`Count::CAP`] each.

use super::read;
use crate::{Db, Result, Tx, cases};
use domain::{
    cases::{Count, Filter},
    people::Viewer,
    policy::{self, Action},
    problem::Problem,
    views::{COUNTED, Counted, SavedView, Views},
};

/// Of the pinned ones, as far as they are counted.
///
/// # Errors
/// Forbidden to those without a desk.
pub async fn counts(viewer: &Viewer, db: &Db) -> Result<Vec<Counted>> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let mut views = read::seen(viewer, &mut tx).await?;
    views.retain(SavedView::stands_above);
    views.truncate(COUNTED);
    count(viewer, &mut tx, &views).await
}

/// All views, for the page where one arranges them, and the counts of all.
///
/// # Errors
/// Forbidden to those without a desk.
pub async fn arranged(viewer: &Viewer, db: &Db) -> Result<(Views, Vec<Counted>)> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let views = read::views(viewer, &mut tx).await?;
    let counts = count(viewer, &mut tx, &views.all).await?;
    Ok((views, counts))
}

async fn count(viewer: &Viewer, tx: &mut Tx, views: &[SavedView]) -> Result<Vec<Counted>> {
    let filters: Vec<Filter> = views.iter().map(SavedView::filter).collect();
    let counts: Vec<Count> = cases::counts(viewer, tx, &filters).await?;
    Ok(views.iter().zip(counts).map(|(view, count)| Counted { view: view.id, count }).collect())
}

fn allow(viewer: &Viewer) -> Result<()> {
    if policy::can(viewer, Action::UseDesk) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}
