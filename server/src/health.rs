//! For those who watch the server: alive, and ready.

use app::request::Services;
use axum::{Router, extract::State, http::StatusCode, routing::get};

/// `/healthz`: the process answers. `/readyz`: its database does too.
pub(crate) fn router() -> Router<Services> {
    Router::new().route("/healthz", get(async || "ok")).route("/readyz", get(ready))
}

async fn ready(State(services): State<Services>) -> (StatusCode, &'static str) {
    if services.db.is_ready().await {
        (StatusCode::OK, "ready")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
    }
}
