//! Server functions about colleagues.

use crate::{AppError, wire::Json};
use domain::{ids::PersonId, people::Person};
use leptos::prelude::*;

/// The picker's search among active staff; at most twenty, oneself first when nothing is typed.
///
/// # Errors
/// Without a session, or for those who may not search colleagues.
#[server(endpoint = "people/search", input = Json, output = Json)]
pub async fn search_people(text: String) -> Result<Vec<Person>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::people::search(&viewer, &db, &text).await?)
}

/// What these colleagues are called; unknown ones are left out.
///
/// # Errors
/// Without a session, or for those who may not search colleagues.
#[server(endpoint = "people/names", input = Json, output = Json)]
pub async fn name_people(ids: Vec<PersonId>) -> Result<Vec<Person>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::people::named(&viewer, &db, &ids).await?)
}
