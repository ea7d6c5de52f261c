//! The phone's server function.

use super::List;
use crate::{AppError, wire::Json};
use domain::cases::{CasePage, Count, Cursor};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the phone's first page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnCases {
    /// The list that was asked for.
    pub page: CasePage,
    /// How many stand in each list; of a search there is none.
    pub counts: Vec<(List, Count)>,
    /// What one has been told and not read; of a search it is not asked.
    pub unread: Option<Count>,
}

/// One of the phone's lists from `after`, and how many stand in each.
///
/// # Errors
/// Without a session.
#[server(endpoint = "phone/cases", input = Json, output = Json)]
pub async fn phone_cases(list: List, after: Option<Cursor>) -> Result<OwnCases, AppError> {
    let (viewer, db) = crate::request::session()?;
    let mut counts = Vec::new();
    for other in List::ALL {
        if other != list {
            counts.push((other, store::cases::list(&viewer, &db, &other.filter()).await?.matching));
        }
    }
    let filter = domain::cases::Filter { after, ..list.filter() };
    let page = store::cases::list(&viewer, &db, &filter).await?;
    counts.push((list, page.matching));
    let unread = Some(store::notifications::count_unread(&viewer, &db).await?);
    Ok(OwnCases { page, counts, unread })
}
