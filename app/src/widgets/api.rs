//! The server function that the settings are drawn from.

use crate::{AppError, wire::Json};
use domain::widgets::WidgetSettings;
use leptos::prelude::*;

/// Whose pages may show the widgets, and whether the viewer has a key.
///
/// # Errors
/// Forbidden.
#[server(endpoint = "widgets/settings", input = Json, output = Json)]
pub async fn read_widgets() -> Result<WidgetSettings, AppError> {
    let (viewer, db) = crate::request::session()?;
    let (origins, has_key) = store::widgets::settings(&viewer, &db).await?;
    Ok(WidgetSettings { address: crate::request::public_url(), origins, has_key })
}
