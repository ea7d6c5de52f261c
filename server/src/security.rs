//! What every response says to the browser, and which requests are turned away at the door.

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use tower_http::{
    catch_panic::CatchPanicLayer, csrf::CsrfLayer, limit::RequestBodyLimitLayer,
    set_header::SetResponseHeaderLayer,
};

/// No form of ours is larger; files have a door of their own.
const BODY_LIMIT: usize = 512 * 1024;

/// What a page may do is set with its nonce where it is rendered; everything else may do nothing.
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'";

/// Forms and server functions are short. Files have a door with a limit of its own.
pub(crate) fn short<S: Clone + Send + Sync + 'static>(router: Router<S>) -> Router<S> {
    router.layer(DefaultBodyLimit::max(BODY_LIMIT)).layer(RequestBodyLimitLayer::new(BODY_LIMIT))
}

/// Puts the doors around all routes.
pub(crate) fn guard(router: Router) -> Router {
    let header = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
    };
    router
        // Whatever writes must come from our own pages: by Sec-Fetch-Site, or Origin against Host.
        .layer(CsrfLayer::new())
        .layer(CatchPanicLayer::custom(|_| sorry()))
        .layer(header(header::CONTENT_SECURITY_POLICY, NOTHING))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(header::REFERRER_POLICY, "same-origin"))
        .layer(header(header::X_FRAME_OPTIONS, "DENY"))
        .layer(header(HeaderName::from_static("cross-origin-opener-policy"), "same-origin"))
        .layer(header(
            HeaderName::from_static("permissions-policy"),
            "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
        ))
        // Pages and answers are the viewer's own; assets say otherwise themselves.
        .layer(header(header::CACHE_CONTROL, "no-store"))
}

fn sorry() -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, "Något gick fel hos oss. Försök igen.").into_response()
}
