//! What every response says to the browser, and which requests are turned away at the door.

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{DefaultBodyLimit, Request},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
};
use percent_encoding::percent_decode;
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
    router
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        .layer(from_fn(refuse_broken_text))
}

/// A plain form whose letters are no letters is refused: read leniently, it would be kept as question marks.
async fn refuse_broken_text(request: Request, next: Next) -> Response {
    let is_form = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !is_form.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded")) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    match to_bytes(body, BODY_LIMIT).await {
        Ok(bytes) if is_text(&bytes) => next.run(Request::from_parts(parts, Body::from(bytes))).await,
        Ok(_) => (StatusCode::BAD_REQUEST, "Det går inte att läsa texten. Ladda om sidan och försök igen.")
            .into_response(),
        Err(_) => {
            (StatusCode::PAYLOAD_TOO_LARGE, "Texten är för lång. Gå tillbaka, korta den och försök igen.")
                .into_response()
        }
    }
}

/// Whether what is written in percents, and what is not, is UTF-8.
pub(crate) fn is_text(form: &[u8]) -> bool {
    percent_decode(form).decode_utf8().is_ok()
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

#[cfg(test)]
mod tests {
    use super::is_text;

    #[test]
    fn letters_are_letters_in_percents_or_not() {
        assert!(is_text("rubrik=Nyckel+p%C3%A5+plan&x=100%".as_bytes()));
        for broken in [&b"rubrik=%ff%fe"[..], b"rubrik=\xff\xfe", b"a=%C3"] {
            assert!(!is_text(broken), "{broken:?}");
        }
    }
}
