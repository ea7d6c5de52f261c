//! The counts beside the quick search.

use super::{list::count, matching::Matching};
use crate::{Db, Result, Tx, notifications};
use domain::{
    cases::{Count, Filter, QuickCounts},
    ids::CompanyId,
    people::Viewer,
};

/// Mina ärenden, Nyinkomna ärenden, all open ones and those of them that are late, and what is not read.
///
/// # Errors
/// When the database fails.
pub async fn quick_counts(viewer: &Viewer, db: &Db) -> Result<QuickCounts> {
    let mut tx = db.begin(viewer).await?;
    let new = match initial_status(&mut tx, viewer.company).await? {
        Some(slug) => counted(viewer, &mut tx, &Filter::with_status(slug)).await?,
        None => Count::of(0),
    };
    Ok(QuickCounts {
        mine: counted(viewer, &mut tx, &Filter::mine()).await?,
        new,
        open: counted(viewer, &mut tx, &Filter::default()).await?,
        overdue: counted(viewer, &mut tx, &Filter::overdue()).await?,
        unread: Count::of(notifications::unread(viewer, &mut tx).await?),
    })
}

async fn counted(viewer: &Viewer, tx: &mut Tx, filter: &Filter) -> Result<Count> {
    count(&Matching::read(viewer, tx, filter).await?, tx).await
}

/// The same as the vocabulary's: the chosen one, or else the first open status that is offered.
pub(crate) async fn initial_status(tx: &mut Tx, company: CompanyId) -> Result<Option<String>> {
    let slug = sqlx::query_scalar!(
        "SELECT slug FROM case_status WHERE company_id = $1 AND is_open AND NOT hidden
         ORDER BY is_initial DESC, position, id LIMIT 1",
        company.0
    );
    Ok(slug.fetch_optional(&mut **tx).await?)
}
