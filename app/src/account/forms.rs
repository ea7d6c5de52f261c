//! Plain form posts about one's own settings.

use crate::{page::Theme, request::Services};
use axum::{
    Form, Router,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use serde::Deserialize;

/// Theme, language, shortcuts, sessions.
pub fn router() -> Router<Services> {
    Router::new().route("/tema", post(set_theme))
}

#[derive(Deserialize)]
struct ThemeForm {
    tema: String,
}

async fn set_theme(headers: HeaderMap, Form(form): Form<ThemeForm>) -> Response {
    let theme = Theme::parse(&form.tema).as_str();
    let mut response = Redirect::to(&crate::request::came_from(&headers)).into_response();
    let cookie = format!("tema={theme}; Path=/; Max-Age=31536000; SameSite=Lax");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
