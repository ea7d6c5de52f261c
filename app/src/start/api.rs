//! The start page's server function.

use crate::{AppError, wire::Json};
use domain::cases::CasePage;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the start page shows, each list cut to its first rows; the counts are of all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lists {
    /// Mina ärenden.
    pub mine: CasePage,
    /// Nyinkomna ärenden.
    pub new: CasePage,
}

/// Both lists of the start page; `initial` is the slug of the status that new cases have.
///
/// # Errors
/// Without a session.
#[server(endpoint = "start/lists", input = Json, output = Json)]
pub async fn start_lists(initial: String) -> Result<Lists, AppError> {
    use domain::cases::Filter;
    const ROWS: usize = 10;
    let (viewer, db) = crate::request::session()?;
    let mut mine = store::cases::list(&viewer, &db, &Filter::mine()).await?;
    let mut new = store::cases::list(&viewer, &db, &Filter::with_status(initial)).await?;
    mine.rows.truncate(ROWS);
    new.rows.truncate(ROWS);
    Ok(Lists { mine, new })
}
