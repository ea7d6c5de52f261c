//! What a request's handlers may reach, and how a page is rendered for it. Server only.

use crate::{
    AppError,
    page::{PageData, Reply, Theme},
    shell,
    ui::Scene,
};
use axum::{
    body::Body,
    http::{Request, StatusCode, header, request::Parts},
    response::Response,
};
use domain::{people::Viewer, problem::Problem, text::Language};
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;
use std::sync::Arc;
use store::Db;

/// What the program shares with every request.
#[derive(Clone)]
pub struct Services {
    /// The database, as the application may use it.
    pub db: Db,
    /// What the browser loads.
    pub site: Arc<Site>,
    /// How browsers reach us, without a slash at the end: for links that are carried elsewhere.
    pub public_url: Arc<str>,
    /// The number of the last news that the server has heard: a page's stream begins after it.
    pub latest_news: Arc<dyn Fn() -> String + Send + Sync>,
}

/// What the bundler made for the browser, as addresses name it.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Folder of this build's assets: `/pkg/…`.
    pub assets: String,
}

/// A request that came with a session. Made by the server's session middleware and put into the
/// request's extensions; the only source of a [`Viewer`].
#[derive(Clone)]
pub struct Session(pub Arc<Viewer>);

/// The viewer and the database, within a server function.
///
/// # Errors
/// [`Problem::Unauthenticated`] without a session.
pub fn session() -> Result<(Arc<Viewer>, Db), AppError> {
    let viewer = use_context::<Session>().ok_or(Problem::Unauthenticated)?;
    let services = use_context::<Services>().ok_or(Problem::Unauthenticated)?;
    Ok((viewer.0, services.db))
}

/// How browsers reach us, within a server function.
pub(crate) fn public_url() -> String {
    use_context::<Services>().map(|services| services.public_url.to_string()).unwrap_or_default()
}

/// Sets the status of the response that is being made.
pub(crate) fn set_status(status: u16) {
    if let (Some(response), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(status)) {
        response.set_status(status);
    }
}

/// Logs a failure of ours under a reference, which it returns.
pub fn log_failure(error: &dyn std::fmt::Display) -> String {
    use std::sync::atomic::{AtomicU64, Ordering};
    static FAILURES: AtomicU64 = AtomicU64::new(1);
    let since_epoch = std::time::UNIX_EPOCH.elapsed().map_or(0, |elapsed| elapsed.as_secs());
    let reference = format!("{:X}-{}", since_epoch, FAILURES.fetch_add(1, Ordering::Relaxed));
    tracing::error!(reference, "{error}");
    reference
}

/// Renders the page at `address` (path and query) for the request that `parts` came with: its own
/// page for a GET, the page that a form stood on for a refused POST.
pub async fn render(
    services: Services,
    parts: &Parts,
    address: &str,
    reply: Option<Reply>,
    status: StatusCode,
) -> Response {
    let session = parts.extensions.get::<Session>().cloned();
    let data = match page_data(&services, session.as_ref(), parts, reply).await {
        Ok(data) => data,
        Err(error) => return failure(error),
    };
    let mut request = Request::new(Body::empty());
    *request.headers_mut() = parts.headers.clone();
    match address.parse() {
        Ok(uri) => *request.uri_mut() = uri,
        Err(_) => return failure(Problem::Malformed.into()),
    }
    let scene = Scene::of(&data);
    let context = move || {
        provide_context(services.clone());
        if let Some(scene) = scene {
            provide_context(scene);
        }
        provide_context(data.clone());
        if let Some(session) = session.clone() {
            provide_context(session);
        }
    };
    let document = context.clone();
    let render = leptos_axum::render_app_async_with_context(context, move || {
        document();
        shell()
    });
    let mut response = render(request).await;
    if status != StatusCode::OK && response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

async fn page_data(
    services: &Services,
    session: Option<&Session>,
    parts: &Parts,
    reply: Option<Reply>,
) -> Result<PageData, AppError> {
    // Before anything is read: what changes from now on will be told.
    let news = (services.latest_news)();
    let viewer = session.map(|session| session.0.as_ref().clone());
    let (vocabulary, counts) = match &viewer {
        Some(viewer) => store::page::read(viewer, &services.db).await?,
        None => Default::default(),
    };
    Ok(PageData {
        assets: services.site.assets.clone(),
        theme: theme(parts),
        language: viewer.as_ref().map_or_else(|| browser_language(parts), |viewer| viewer.language),
        viewer,
        vocabulary,
        counts,
        reply,
        news,
    })
}

/// When not even the page's frame can be made.
fn failure(error: AppError) -> Response {
    let status = status_of(&error.0);
    let mut response = Response::new(Body::from(error.0.sentence(Language::Swedish)));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, header::HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}

/// A cookie's value, as the browser sent it.
pub fn cookie<'a>(parts: &'a Parts, name: &str) -> Option<&'a str> {
    parts
        .headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// The cookie of browsers in which a page has come alive.
pub(crate) const ALIVE: &str = "levande";

/// Whether pages come alive in this browser: what they ask for themselves then need not come with the document.
pub(crate) fn comes_alive() -> bool {
    use_context::<Parts>().is_some_and(|parts| cookie(&parts, ALIVE).is_some())
}

fn theme(parts: &Parts) -> Theme {
    cookie(parts, "tema").map(Theme::parse).unwrap_or_default()
}

/// Swedish unless the browser asks for English first.
fn browser_language(parts: &Parts) -> Language {
    let wanted = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let first = wanted.and_then(|languages| languages.split([',', ';', '-']).next());
    first.and_then(Language::parse).unwrap_or_default()
}

/// The page that a form was posted from, as a path of our own: never another site.
pub fn came_from(headers: &axum::http::HeaderMap) -> String {
    let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok());
    let path = referer.and_then(|address| address.parse::<axum::http::Uri>().ok());
    let path = path.as_ref().and_then(|uri| uri.path_and_query()).map(|path| path.as_str());
    path.filter(|path| is_own_path(path)).unwrap_or("/").to_owned()
}

/// The status that tells of the problem.
pub fn status_of(problem: &Problem) -> StatusCode {
    StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Where a form leads back to: the page of ours that it names, else that of its case.
pub fn way_back(wanted: &str, number: &str) -> String {
    own_page(wanted).map_or_else(|| format!("/arenden/{number}"), str::to_owned)
}

/// The page of ours that a form names to lead back to, if it does.
pub(crate) fn own_page(wanted: &str) -> Option<&str> {
    // What cannot stand in a header is none of our addresses.
    (is_own_path(wanted) && wanted.is_ascii()).then_some(wanted)
}

/// Whether an address to lead on to stays on this site: `/…`, but not `//host` or `/\host`.
pub fn is_own_path(path: &str) -> bool {
    path.starts_with('/') && !path[1..].starts_with(['/', '\\']) && !path.contains(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::way_back;

    #[test]
    fn forms_lead_back_to_pages_of_ours_only() {
        assert_eq!(way_back("/arenden?q=nyckel", "2411"), "/arenden?q=nyckel");
        for strange in
            ["//example.org", "/\\example.org", "https://example.org", "", "/\r\nSet-Cookie: a=b", "/å"]
        {
            assert_eq!(way_back(strange, "2411"), "/arenden/2411", "{strange:?}");
        }
    }
}
