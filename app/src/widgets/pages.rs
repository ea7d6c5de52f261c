//! The doors of the widgets, and the plain forms of their settings. Server only.

use super::{
    frame::{Around, List, closed, document, folder, in_use},
    settings::NewKey,
};
use crate::{
    AppError,
    page::{Reply, Theme},
    request::{self, Services, Session},
    settings::{Posted, SettingsReply},
};
use axum::{
    Extension, Json, Router,
    extract::{Path, Query, State},
    http::{HeaderName, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::{cases::Feature, people::Viewer, text::Language, widgets::Widget};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

const SETTINGS: &str = "/installningar/widgetar";

/// The small pages, their style, and the forms.
pub(crate) fn router() -> Router<Services> {
    Router::new()
        .route("/widget/stil.css", get(style))
        .route("/widget/{list}", get(widget))
        .route("/installningar/widgetar/nyckel", post(make_key))
        .route("/installningar/widgetar/nyckel/bort", post(revoke_key))
        .route("/installningar/widgetar/sidor", post(save_origins))
}

async fn style() -> impl IntoResponse {
    const SHEET: &str = include_str!("../../../style/widget.css");
    ([(header::CONTENT_TYPE, "text/css"), (header::CACHE_CONTROL, "public, max-age=3600")], SHEET)
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    nyckel: String,
    #[serde(default)]
    tema: String,
}

async fn widget(
    State(services): State<Services>,
    session: Option<Extension<Session>>,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    let (name, is_json) = name.strip_suffix(".json").map_or((name.as_str(), false), |name| (name, true));
    let list = match name {
        "mina" => List::Mine,
        "nya" => List::New,
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    let theme = Theme::parse(&asked.tema);
    let session = session.map(|Extension(Session(viewer))| viewer);
    let found = async {
        let viewer = match asked.nyckel.as_str() {
            "" => session,
            key => store::widgets::viewer(&services.db, key).await?.map(Arc::new),
        };
        match viewer {
            Some(viewer) => Ok(Some((store::widgets::show(&viewer, &services.db).await?, viewer))),
            None => Ok::<_, store::Error>(None),
        }
    };
    match found.await.map_err(AppError::from) {
        Ok(Some((widget, viewer))) if is_json => {
            Json(as_json(&services, &viewer, &widget, list)).into_response()
        }
        Ok(Some((widget, viewer))) => {
            let origins = widget.origins.join(" ");
            let query = [("nyckel", asked.nyckel), ("tema", asked.tema)];
            let query: Vec<String> = query
                .into_iter()
                .filter(|(_, value)| !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric()))
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            let around = Around {
                assets: services.site.assets.clone(),
                theme,
                site: services.public_url.to_string(),
                query: if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) },
            };
            framable(StatusCode::OK, &origins, document(&viewer, widget, list, around))
        }
        Ok(None) if is_json => StatusCode::UNAUTHORIZED.into_response(),
        // Nobody knows whose pages may frame it: it says nothing, so any may.
        Ok(None) => {
            let page = closed(&services.public_url, &services.site.assets, theme, Language::default());
            framable(StatusCode::UNAUTHORIZED, "*", page)
        }
        Err(AppError(problem)) => request::status_of(&problem).into_response(),
    }
}

/// It runs nothing, and only the company's pages may frame it. The key in its address goes nowhere.
fn framable(status: StatusCode, origins: &str, html: String) -> Response {
    let policy = format!(
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'self' {origins}"
    );
    let mut response = (status, axum::response::Html(html)).into_response();
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(policy.trim_end()) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        // Browsers that know the ancestors above pass over this; the others frame it nowhere else.
        headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
    }
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("unsafe-none"),
    );
    response
}

fn as_json(services: &Services, viewer: &Viewer, widget: &Widget, list: List) -> Value {
    let glance = if in_use(list, &widget.vocabulary) == List::Mine { &widget.mine } else { &widget.new };
    let cases = format!("{}{}", services.public_url, folder(viewer));
    let status = |id| {
        widget.vocabulary.statuses.iter().find(|status| status.id == id).map(|status| status.name.as_str())
    };
    let uses = |feature| widget.vocabulary.uses(feature);
    let rows = glance.rows.iter().map(|case| {
        let customer = case.customer.as_ref().filter(|_| uses(Feature::Customer));
        json!({
            "number": case.number.0,
            "subject": case.subject,
            "customer": customer.map(|(_, name)| name),
            "priority": uses(Feature::Priority).then(|| case.priority.name(viewer.language)),
            "status": status(case.status),
            "due": case.due_on.filter(|_| uses(Feature::DueOn)),
            "address": format!("{cases}/{}", case.number),
        })
    });
    json!({ "count": glance.matching.counted, "more": glance.matching.capped, "rows": rows.collect::<Vec<_>>() })
}

async fn make_key(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    parts: Parts,
) -> Response {
    let made = store::widgets::make_key(&viewer, &services.db).await.map_err(AppError::from);
    let (reply, status) = match made {
        Ok(key) => (Reply::new(&NewKey(key)), StatusCode::OK),
        Err(AppError(problem)) => {
            let status = request::status_of(&problem);
            (Reply::new(&SettingsReply { typed: Vec::new(), problem }), status)
        }
    };
    request::render(services, &parts, SETTINGS, Some(reply), status).await
}

async fn revoke_key(posted: Posted) -> Response {
    let done = store::widgets::revoke_key(posted.viewer(), posted.db()).await;
    posted.answer(done, SETTINGS, "?sparat").await
}

async fn save_origins(posted: Posted) -> Response {
    let done = store::widgets::save_origins(posted.viewer(), posted.db(), posted.get("sidor")).await;
    posted.answer(done, SETTINGS, "?sparat").await
}
