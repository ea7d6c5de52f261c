//! Server functions about customers.

use crate::{AppError, wire::Json};
use domain::{customers::CustomerHit, ids::CustomerId};
use leptos::prelude::*;

/// The picker's search: name, number or address; at most twenty.
///
/// # Errors
/// Without a session, or for those who may not search customers.
#[server(endpoint = "customers/search", input = Json, output = Json)]
pub async fn search_customers(text: String) -> Result<Vec<CustomerHit>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::customers::search(&viewer, &db, &text).await?)
}

/// What these customers are called; unknown ones are left out.
///
/// # Errors
/// Without a session, or for those who may not search customers.
#[server(endpoint = "customers/names", input = Json, output = Json)]
pub async fn name_customers(ids: Vec<CustomerId>) -> Result<Vec<(CustomerId, String)>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::customers::named(&viewer, &db, &ids).await?)
}
