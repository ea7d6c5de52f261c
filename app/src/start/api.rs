//! The start page's server function.

use super::agenda::Agenda;
use crate::{AppError, wire::Json};
use domain::cases::CasePage;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the start page shows, each list cut to its first rows; the counts are of all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lists {
    /// What falls due.
    pub agenda: Agenda,
    /// Mina ärenden.
    pub mine: CasePage,
    /// Nyinkomna ärenden.
    pub new: CasePage,
}

/// All lists of the start page; `initial` is the slug of the status that new cases have.
///
/// # Errors
/// Without a session.
#[server(endpoint = "start/lists", input = Json, output = Json)]
pub async fn start_lists(initial: String) -> Result<Lists, AppError> {
    use domain::cases::Filter;
    let (viewer, db) = crate::request::session()?;
    let first = async |rows: usize, filter: Filter| -> Result<CasePage, AppError> {
        let mut page = store::cases::list(&viewer, &db, &filter).await?;
        page.rows.truncate(rows);
        Ok(page)
    };
    let [late, today, week] = super::agenda::filters(viewer.today);
    Ok(Lists {
        agenda: Agenda {
            late: first(3, late).await?,
            today: first(3, today).await?,
            week: first(3, week).await?,
        },
        mine: first(10, Filter::mine()).await?,
        new: first(10, Filter::with_status(initial)).await?,
    })
}
