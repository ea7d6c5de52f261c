//! Server functions about what one is told.

use crate::{AppError, wire::Json};
use domain::{ids::CaseNumber, notifications::Notification};
use leptos::prelude::*;

/// The viewer's own, the latest first.
///
/// # Errors
/// Without a session.
#[server(endpoint = "notifications/list", input = Json, output = Json)]
pub async fn list_notifications() -> Result<Vec<Notification>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::notifications::list(&viewer, &db).await?)
}

/// Watches a case, or no more.
///
/// # Errors
/// Without a session, or when the viewer sees no such case.
#[server(endpoint = "notifications/watch", input = Json, output = Json)]
pub async fn watch_case(number: CaseNumber, on: bool) -> Result<(), AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::notifications::watch(&viewer, &db, number, on).await?)
}
