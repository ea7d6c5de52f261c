//! From cookie to viewer, and the default: no session, no answer.

use super::{
    cookie::{self, Secure},
    unsent,
};
use app::{
    AppError,
    account::LoginReply,
    page::Reply,
    request::{self, Services, Session},
};
use axum::{
    extract::{Request, State},
    http::{Method, StatusCode, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use domain::problem::Problem;
use std::sync::Arc;

/// Answers that need no session, beside the assets. Everything else does.
const OPEN: [&str; 5] = ["/logga-in", "/valj-losenord", "/tema", "/healthz", "/readyz"];
/// Widgets show nothing without a session or a key of their own, and must not lead a frame to the login.
const WIDGETS: &str = "/widget/";
const OPEN_FOLDERS: [&str; 2] = ["/pkg/", "/fonts/"];

/// Turns the cookie into a [`Session`], if it still is one.
pub(crate) async fn load(
    State((services, secure)): State<(Services, Secure)>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let path = parts.uri.path();
    if !OPEN_FOLDERS.iter().any(|folder| path.starts_with(folder))
        && let Some(token) = cookie::read(&parts, secure)
    {
        match store::sessions::viewer(&services.db, &cookie::hash(token)).await {
            Ok(Some(viewer)) => {
                parts.extensions.insert(Session(Arc::new(viewer)));
            }
            Ok(None) => {}
            Err(error) => {
                tracing::error!(%error, "session");
                return (StatusCode::SERVICE_UNAVAILABLE, "Databasen svarar inte. Försök igen om en stund.")
                    .into_response();
            }
        }
    }
    next.run(Request::from_parts(parts, body)).await
}

/// What the database calls the session that the request came with.
pub(crate) fn session_key(parts: &Parts, secure: Secure) -> Option<[u8; 32]> {
    cookie::read(parts, secure).map(cookie::hash)
}

/// Turns away whoever has none: programs with 401, people to the login and back, with what they have posted.
pub(crate) async fn require(State(services): State<Services>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_open = OPEN.contains(&path)
        || path.starts_with(WIDGETS)
        || OPEN_FOLDERS.iter().any(|folder| path.starts_with(folder));
    if is_open || request.extensions().get::<Session>().is_some() {
        return next.run(request).await;
    }
    if path.starts_with("/api/") {
        let error = AppError(Problem::Unauthenticated);
        return (StatusCode::UNAUTHORIZED, axum::Json(error)).into_response();
    }
    let (parts, body) = request.into_parts();
    let onward = match parts.method {
        Method::GET => parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
        _ => request::came_from(&parts.headers),
    };
    let login = login_address(&onward);
    match unsent::posted(&parts, body).await {
        Some(unsent) => {
            let reply = LoginReply { unsent: Some(unsent), ..LoginReply::default() };
            request::render(services, &parts, &login, Some(Reply::new(&reply)), StatusCode::UNAUTHORIZED)
                .await
        }
        None => Redirect::to(&login).into_response(),
    }
}

/// The login that leads on to that page.
pub(super) fn login_address(onward: &str) -> String {
    if onward == "/" { "/logga-in".into() } else { format!("/logga-in?vidare={}", encode(onward)) }
}

/// Percent-encodes all but unreserved characters (RFC 3986 section 2.3).
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
