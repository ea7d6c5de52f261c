//! The start page's server function.

use crate::{AppError, wire::Json};
use domain::start::StartPage;
use leptos::prelude::*;

/// The viewer's start page; `initial` is the slug of the status that new cases have.
///
/// # Errors
/// Without a session.
#[server(endpoint = "start/lists", input = Json, output = Json)]
pub async fn start_lists(initial: String) -> Result<StartPage, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::start::show(&viewer, &db, &initial).await?)
}
