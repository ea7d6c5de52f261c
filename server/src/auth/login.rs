//! `POST /logga-in` and `POST /logga-ut`: plain forms, before any script.

use super::{
    cookie::{self, Secure},
    password,
};
use app::{
    account::LoginReply,
    page::Reply,
    request::{self, Services, Session},
};
use axum::{
    Extension, Form, Router,
    extract::{ConnectInfo, State},
    http::{StatusCode, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use domain::{policy, problem::Problem};
use serde::Deserialize;
use std::net::{IpAddr, SocketAddr};
use store::sessions::{self, Account, Login};

/// The two doors.
pub(crate) fn router() -> Router<Services> {
    Router::new().route("/logga-in", post(log_in)).route("/logga-ut", post(log_out))
}

#[derive(Deserialize)]
struct LoginForm {
    #[serde(default)]
    login: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    vidare: String,
}

async fn log_in(
    State(services): State<Services>,
    Extension(secure): Extension<Secure>,
    parts: Parts,
    Form(form): Form<LoginForm>,
) -> Response {
    match try_log_in(&services, secure, &parts, &form).await {
        Ok(response) => response,
        Err(throttled) => {
            let status = if throttled.is_some() {
                StatusCode::TOO_MANY_REQUESTS
            } else {
                StatusCode::UNPROCESSABLE_ENTITY
            };
            let reply = Reply::new(&LoginReply { login: form.login, throttled });
            let address = if request::is_own_path(&form.vidare) {
                format!("/logga-in?vidare={}", super::session::encode(&form.vidare))
            } else {
                "/logga-in".into()
            };
            request::render(services, &parts, &address, Some(reply), status).await
        }
    }
}

/// The way in, or why not: throttled, out of order, or (none) simply wrong.
async fn try_log_in(
    services: &Services,
    secure: Secure,
    parts: &Parts,
    form: &LoginForm,
) -> Result<Response, Option<Problem>> {
    // Nobody's login has a character that cannot be seen, and the database stores no NUL.
    let login: String = form.login.trim().to_lowercase().chars().filter(|c| !c.is_control()).collect();
    let address = address(parts).to_string();
    if let Some(seconds) = sessions::attempt(&services.db, &login, &address).await.map_err(internal)? {
        return Err(Some(Problem::Throttled { seconds }));
    }
    let Some(account) = check(services, &login, &form.password).await? else { return Err(None) };
    sessions::succeeded(&services.db, &login, &address).await.map_err(internal)?;
    let who = Login { company: account.company, person: account.person };
    let home = policy::home(account.permissions);
    let onward = Some(form.vidare.as_str()).filter(|path| request::is_own_path(path)).unwrap_or(home);
    enter(services, secure, parts, &who, onward).await
}

/// Opens a session for somebody who has proved who they are, and leads them on.
pub(super) async fn enter(
    services: &Services,
    secure: Secure,
    parts: &Parts,
    who: &Login,
    onward: &str,
) -> Result<Response, Option<Problem>> {
    let token = cookie::new_token().ok_or_else(|| internal("no randomness"))?;
    let browser = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let browser: String = browser.unwrap_or_default().chars().take(300).collect();
    sessions::open(&services.db, who, &cookie::hash(&token), &browser, &address(parts).to_string())
        .await
        .map_err(internal)?;
    let mut response = Redirect::to(onward).into_response();
    if let Some(cookie) = cookie::set(&token, secure) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// The account if the password is its own. Takes as long for an unknown login.
async fn check(services: &Services, login: &str, typed: &str) -> Result<Option<Account>, Option<Problem>> {
    let account = sessions::login_account(&services.db, login).await.map_err(internal)?;
    let typed: String = typed.chars().take(1000).collect();
    let check = tokio::task::spawn_blocking(move || match account {
        Some(account) => password::verify(&typed, &account.password_hash).then_some(account),
        None => {
            password::verify_nothing(&typed);
            None
        }
    });
    check.await.map_err(internal)
}

fn internal(error: impl std::fmt::Display) -> Option<Problem> {
    tracing::error!(%error, "login");
    Some(Problem::Internal { reference: "login".into() })
}

/// Where the request came from. A proxy on this machine says for whom it asks.
fn address(parts: &Parts) -> IpAddr {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let peer = peer.unwrap_or(IpAddr::from([127, 0, 0, 1]));
    let forwarded = parts.headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
    let last = forwarded.and_then(|list| list.rsplit(',').next()).and_then(|ip| ip.trim().parse().ok());
    if peer.is_loopback() { last.unwrap_or(peer) } else { peer }
}

async fn log_out(
    State(services): State<Services>,
    Extension(secure): Extension<Secure>,
    session: Option<Extension<Session>>,
) -> Response {
    if let Some(Extension(session)) = session
        && let Err(error) = sessions::close(&session.0, &services.db).await
    {
        tracing::error!(%error, "logout");
    }
    let mut response = Redirect::to("/logga-in").into_response();
    if let Some(cookie) = cookie::clear(secure) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
