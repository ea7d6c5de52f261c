//! Server functions about one's own login and settings.

use crate::{AppError, wire::Json};
use domain::{ids::SessionId, sessions::Session};
use leptos::prelude::*;

/// One's own logins, the last used first.
///
/// # Errors
/// Without a session.
#[server(endpoint = "account/sessions", input = Json, output = Json)]
pub async fn sessions() -> Result<Vec<Session>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::sessions::list(&viewer, &db).await?)
}

/// Ends one of one's own logins; another's, or none, is left as it is.
///
/// # Errors
/// Without a session.
#[server(endpoint = "account/revoke", input = Json, output = Json)]
pub async fn revoke_session(session: SessionId) -> Result<(), AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::sessions::revoke(&viewer, &db, session).await?)
}
