//! Server functions about one's own login and settings.

use crate::AppError;
use domain::sessions::Session;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// One's own logins, the newest first.
///
/// # Errors
/// Without a session.
#[server(endpoint = "account/sessions", input = Json)]
pub async fn sessions() -> Result<Vec<Session>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::sessions::list(&viewer, &db).await?)
}
