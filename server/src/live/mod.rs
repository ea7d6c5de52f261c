//! What has changed, told to every browser that looks: from the database's news to one stream each.

mod hub;
mod rooms;
mod stream;

pub use hub::Hub;

use app::request::Services;
use axum::{Extension, Router, routing::get};

/// `GET /api/live`.
pub(crate) fn router(hub: Hub) -> Router<Services> {
    Router::new().route("/api/live", get(stream::open)).layer(Extension(hub))
}
