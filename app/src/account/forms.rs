//! Plain form posts about one's own settings. Each leads back to where the form stood.

use crate::{
    AppError,
    page::Theme,
    request::{Services, Session, came_from, status_of},
};
use axum::{
    Extension, Form, Router,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use domain::{
    ids::SessionId,
    problem::{Field, Problem, Refusal},
    text::Language,
};
use serde::Deserialize;

/// Theme, language, shortcuts, logins.
pub fn router() -> Router<Services> {
    Router::new()
        .route("/tema", post(set_theme))
        .route("/jag/sprak", post(set_language))
        .route("/jag/kortkommandon", post(set_shortcuts))
        .route("/jag/inloggningar/bort", post(revoke_session))
}

#[derive(Deserialize)]
struct ThemeForm {
    tema: String,
}

async fn set_theme(headers: HeaderMap, Form(form): Form<ThemeForm>) -> Response {
    let theme = Theme::parse(&form.tema).as_str();
    let mut response = Redirect::to(&came_from(&headers)).into_response();
    let cookie = format!("tema={theme}; Path=/; Max-Age=31536000; SameSite=Lax");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

#[derive(Deserialize)]
struct LanguageForm {
    sprak: String,
}

async fn set_language(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    headers: HeaderMap,
    Form(form): Form<LanguageForm>,
) -> Response {
    let Some(language) = Language::parse(&form.sprak) else {
        let problem = Problem::refused(Field::Language, Refusal::Unknown);
        return (status_of(&problem), problem.sentence(viewer.language)).into_response();
    };
    let done = store::people::set_language(&viewer, &services.db, language).await;
    back(done, &headers, viewer.language)
}

#[derive(Deserialize)]
struct ShortcutsForm {
    /// A box that is not ticked is not sent.
    pa: Option<String>,
}

async fn set_shortcuts(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    headers: HeaderMap,
    Form(form): Form<ShortcutsForm>,
) -> Response {
    let done = store::people::set_shortcuts(&viewer, &services.db, form.pa.is_some()).await;
    back(done, &headers, viewer.language)
}

#[derive(Deserialize)]
struct SessionForm {
    id: SessionId,
}

async fn revoke_session(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    headers: HeaderMap,
    Form(form): Form<SessionForm>,
) -> Response {
    let done = store::sessions::revoke(&viewer, &services.db, form.id).await;
    back(done, &headers, viewer.language)
}

/// To the page that the form stood on; nothing here is refused but when the database fails.
fn back(done: store::Result<()>, headers: &HeaderMap, language: Language) -> Response {
    match done.map_err(AppError::from) {
        Ok(()) => Redirect::to(&came_from(headers)).into_response(),
        Err(AppError(problem)) => {
            let status = status_of(&problem);
            (status, problem.sentence(language)).into_response()
        }
    }
}
