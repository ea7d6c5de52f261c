//! Every door of the server, in one list.

use crate::{
    auth::{self, Secure},
    files::{self, Storage},
    health,
    live::{self, Hub},
    security,
};
use app::request::{self, Services, Session};
use axum::{
    Extension, Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, Uri, header},
    middleware::from_fn_with_state,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use domain::{people::Viewer, policy};
use leptos::prelude::provide_context;
use std::path::Path;
use tower::ServiceBuilder;
use tower_http::{
    CompressionLevel, compression::CompressionLayer, services::ServeDir, set_header::SetResponseHeaderLayer,
    trace::TraceLayer,
};

/// Of what is made anew for each request; assets were compressed once, by the bundler. Of a page of the list, 199 kB,
/// brotli makes 17 kB at its default of 4 and takes as long for it as the page took; at this quality it makes 20 kB in
/// no time that can be measured.
const COMPRESSION: CompressionLevel = CompressionLevel::Precise(1);

/// All routes, guarded. `site` is what the bundler made; `secure` when browsers come by https.
pub fn router(services: Services, site: &Path, secure: bool, storage: Storage, hub: Hub) -> Router {
    let secure = Secure(secure);
    // Leptos' tasks run on tokio; a second setting changes nothing.
    let _ = any_spawner::Executor::init_tokio();
    let short = Router::new()
        .route("/api/{*function}", post(server_function))
        .merge(app::forms())
        .merge(auth::router())
        .merge(health::router())
        .fallback(get(page));
    let routes = security::short(short)
        .merge(app::uploads())
        .merge(files::router(storage))
        .merge(live::router(hub))
        // A page and the form posted to its address share a path.
        .method_not_allowed_fallback(get(page))
        .layer(CompressionLayer::new().quality(COMPRESSION))
        .layer(from_fn_with_state(services.clone(), auth::require))
        .layer(from_fn_with_state((services.clone(), secure), auth::load))
        .layer(Extension(secure))
        .with_state(services)
        .merge(assets(site));
    security::guard(routes).layer(TraceLayer::new_for_http())
}

/// What never changes under its name: this build's folder, fonts.
fn assets(site: &Path) -> Router {
    let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
    let serve = |folder: &str| {
        ServiceBuilder::new()
            .layer(SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, forever.clone()))
            .service(ServeDir::new(site.join(folder)).precompressed_br().precompressed_gzip())
    };
    Router::new().nest_service("/pkg", serve("pkg")).nest_service("/fonts", serve("fonts"))
}

async fn server_function(State(services): State<Services>, request: Request) -> Response {
    let session = request.extensions().get::<Session>().cloned();
    let context = move || {
        provide_context(services.clone());
        if let Some(session) = session.clone() {
            provide_context(session);
        }
    };
    leptos_axum::handle_server_fns_with_context(context, request).await.into_response()
}

/// Where the viewer is led who asks for that page: home, or to the same on the phone.
fn elsewhere(viewer: &Viewer, asked: &Uri) -> Option<String> {
    let home = policy::home(viewer.permissions);
    match asked.path() {
        "/" | "/logga-in" => (asked.path() != home).then(|| home.to_owned()),
        path => policy::phone_page(viewer.permissions, path, asked.query().unwrap_or_default()),
    }
}

async fn page(State(services): State<Services>, request: Request<Body>) -> Response {
    let (parts, _) = request.into_parts();
    if let Some(Session(viewer)) = parts.extensions.get::<Session>()
        && let Some(address) = elsewhere(viewer, &parts.uri)
    {
        return Redirect::to(&address).into_response();
    }
    let address = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
    request::render(services, &parts, &address, None, StatusCode::OK).await
}
