//! The server function of the box.

use crate::{AppError, wire::Json};
use domain::find::Everything;
use leptos::prelude::*;

/// What the viewer sees of what was typed.
///
/// # Errors
/// Without a session.
#[server(endpoint = "find/everything", input = Json, output = Json)]
pub async fn find_everything(text: String) -> Result<Everything, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::find::everything(&viewer, &db, &text).await?)
}
