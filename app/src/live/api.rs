//! The server function by which a page says that it stands open.

use crate::{AppError, wire::Json};
use domain::{ids::CaseNumber, presence::Doing};
use leptos::prelude::*;

/// Says what the viewer does with a case; `page` tells this page of theirs from others.
///
/// # Errors
/// Without a session, or when the viewer sees no such case.
#[server(endpoint = "presence/announce", input = Json, output = Json)]
pub async fn announce_presence(case: CaseNumber, page: u32, doing: Doing) -> Result<(), AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::presence::announce(&viewer, &db, case, page, doing).await?)
}
