//! Server functions that the settings are drawn from. What they change are plain forms.

use crate::{AppError, wire::Json};
use domain::{
    roles::Roles,
    settings::{CompanyData, Words},
    templates::Template,
};
use leptos::prelude::*;

/// The company's words, with how many cases carry each.
///
/// # Errors
/// Forbidden.
#[server(endpoint = "settings/words", input = Json, output = Json)]
pub async fn list_words() -> Result<Words, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::settings::words(&viewer, &db).await?)
}

/// The company's own data.
///
/// # Errors
/// Forbidden.
#[server(endpoint = "settings/company", input = Json, output = Json)]
pub async fn read_company() -> Result<CompanyData, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::settings::company(&viewer, &db).await?)
}

/// Texts for comments.
///
/// # Errors
/// Forbidden.
#[server(endpoint = "templates/list", input = Json, output = Json)]
pub async fn list_templates() -> Result<Vec<Template>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::templates::list(&viewer, &db).await?)
}

/// The roles that there are.
///
/// # Errors
/// Forbidden.
#[server(endpoint = "roles/list", input = Json, output = Json)]
pub async fn list_roles() -> Result<Roles, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::roles::list(&viewer, &db).await?)
}
