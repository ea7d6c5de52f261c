//! Server functions about files that a case has.

use crate::{AppError, wire::Json};
use domain::ids::{CaseNumber, FileId};
use leptos::prelude::*;

/// Takes a file away that the case's page shows.
///
/// # Errors
/// When the viewer sees no such file, or may not.
#[server(endpoint = "files/remove", input = Json, output = Json)]
pub async fn remove_file(number: CaseNumber, file: FileId) -> Result<(), AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::files::remove(&viewer, &db, number, file).await?)
}

/// Puts back a file that was taken away.
///
/// # Errors
/// As [`remove_file`]; also when it has been away for too long.
#[server(endpoint = "files/restore", input = Json, output = Json)]
pub async fn restore_file(number: CaseNumber, file: FileId) -> Result<(), AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::files::restore(&viewer, &db, number, file).await?)
}
