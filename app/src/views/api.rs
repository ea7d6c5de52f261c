//! Server functions about saved views.

use crate::{AppError, wire::Json};
use domain::{
    ids::ViewId,
    views::{Counted, Opening, ViewDraft, Views},
};
use leptos::prelude::*;

/// The list as an address opens it: the viewer's views, and the first page of what is meant.
///
/// # Errors
/// Without a session.
#[server(endpoint = "views/open", input = Json, output = Json)]
pub async fn open_list(query: String) -> Result<Opening, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::views::open(&viewer, &db, &query).await?)
}

/// How many cases the pinned views have.
///
/// # Errors
/// Forbidden.
#[server(endpoint = "views/counts", input = Json, output = Json)]
pub async fn count_views() -> Result<Vec<Counted>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::views::counts(&viewer, &db).await?)
}

/// All views, and how many cases each has.
///
/// # Errors
/// Forbidden.
#[server(endpoint = "views/arranged", input = Json, output = Json)]
pub async fn arranged_views() -> Result<(Views, Vec<Counted>), AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::views::arranged(&viewer, &db).await?)
}

/// Saves a new view.
///
/// # Errors
/// Forbidden; a name that is taken.
#[server(endpoint = "views/save", input = Json, output = Json)]
pub async fn save_view(draft: ViewDraft) -> Result<ViewId, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::views::save(&viewer, &db, draft).await?)
}

/// Gives a view another filter.
///
/// # Errors
/// Forbidden, or when the viewer sees no such view.
#[server(endpoint = "views/keep-filter", input = Json, output = Json)]
pub async fn keep_filter(view: ViewId, query: String) -> Result<(), AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::views::keep_filter(&viewer, &db, view, &query).await?)
}
