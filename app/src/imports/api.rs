//! Server functions that the pages are drawn from. What they change are plain forms.

use crate::{AppError, wire::Json};
use domain::{
    ids::ImportId,
    imports::{Import, ImportDetail},
};
use leptos::prelude::*;

/// The last imports.
///
/// # Errors
/// Forbidden.
#[server(endpoint = "imports/list", input = Json, output = Json)]
pub async fn list_imports() -> Result<Vec<Import>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::imports::list(&viewer, &db).await?)
}

/// One import.
///
/// # Errors
/// Forbidden; not found.
#[server(endpoint = "imports/show", input = Json, output = Json)]
pub async fn show_import(import: ImportId) -> Result<ImportDetail, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::imports::show(&viewer, &db, import).await?)
}
