//! Lists as files: the same filter, the same viewer, all rows. Server only.

mod cases;
mod customers;
mod download;
mod employees;

use crate::{
    AppError,
    request::{self, Services},
};
use axum::{Router, http::request::Parts, response::Response, routing::get};
use domain::cases::Cursor;
use sheet::{Cell, Kind};

/// Beside each list.
pub(crate) fn router() -> Router<Services> {
    Router::new()
        .route("/arenden/exportera", get(cases::export))
        .route("/kunder/exportera", get(customers::export))
        .route("/anstallda/exportera", get(employees::export))
}

/// Some rows, and where the next ones begin.
struct Rows {
    rows: Vec<Vec<Cell>>,
    next: Option<Cursor>,
}

/// What the address asks for; a workbook unless it says otherwise.
fn wanted_kind(query: &str) -> Kind {
    let format = query.split('&').find_map(|pair| pair.strip_prefix("format="));
    format.and_then(Kind::from_extension).unwrap_or(Kind::Xlsx)
}

/// The list's page, which says why.
async fn refused(services: Services, parts: &Parts, list: &str, error: AppError) -> Response {
    let status = request::status_of(&error.0);
    request::render(services, parts, list, None, status).await
}
