//! `POST /logga-in` and `POST /logga-ut`: plain forms, before any script.

use super::{
    cookie::{self, Secure},
    password,
    session::login_address,
    unsent,
};
use app::{
    account::{LoginProblem, LoginReply, ResumeReply, Unsent},
    page::Reply,
    request::{self, Services, Session},
};
use axum::{
    Extension, Form, Router,
    extract::{ConnectInfo, State},
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use domain::{policy, problem::Problem};
use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};
use store::sessions::{self, Account, Login};

/// The two doors.
pub(crate) fn router() -> Router<Services> {
    Router::new().route("/logga-in", post(log_in)).route("/logga-ut", post(log_out))
}

struct LoginForm {
    login: String,
    password: String,
    vidare: String,
    unsent: Option<Unsent>,
}

impl LoginForm {
    fn read(fields: &[(String, String)]) -> Self {
        let text =
            |wanted: &str| fields.iter().rfind(|(name, _)| name == wanted).map(|(_, text)| text.clone());
        let [login, password, vidare] =
            ["login", "password", "vidare"].map(|name| text(name).unwrap_or_default());
        Self { login, password, vidare, unsent: unsent::carried(fields) }
    }
}

async fn log_in(
    State(services): State<Services>,
    Extension(secure): Extension<Secure>,
    parts: Parts,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let form = LoginForm::read(&fields);
    match try_log_in(&services, secure, &parts, &form).await {
        Ok(response) => response,
        Err(throttled) => {
            let status = if throttled.is_some() {
                StatusCode::TOO_MANY_REQUESTS
            } else {
                StatusCode::UNPROCESSABLE_ENTITY
            };
            let problem = throttled.map_or(LoginProblem::Wrong, LoginProblem::Held);
            let reply = LoginReply { login: form.login, problem: Some(problem), unsent: form.unsent };
            let onward = Some(form.vidare).filter(|path| request::is_own_path(path));
            let address = login_address(onward.as_deref().unwrap_or("/"));
            let reply = Reply::new(&reply);
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
    match &form.unsent {
        Some(unsent) => resume(services, secure, parts, &who, unsent, onward).await,
        None => enter(services, secure, parts, &who, onward).await,
    }
}

/// As [`enter`], but stops where one sees what one has not sent yet: it may be another who has logged in.
async fn resume(
    services: &Services,
    secure: Secure,
    parts: &Parts,
    who: &Login,
    unsent: &Unsent,
    leave: &str,
) -> Result<Response, Option<Problem>> {
    let (session, cookie) = open(services, secure, parts, who).await?;
    let viewer = sessions::viewer(&services.db, &session).await.map_err(internal)?;
    let mut parts = parts.clone();
    if let Some(viewer) = viewer {
        parts.extensions.insert(Session(Arc::new(viewer)));
    }
    let reply = Reply::new(&ResumeReply { unsent: unsent.clone(), leave: leave.to_owned() });
    let page = request::render(services.clone(), &parts, "/logga-in", Some(reply), StatusCode::OK).await;
    Ok(with_cookie(page, cookie))
}

/// Opens a session for somebody who has proved who they are, and leads them on.
pub(super) async fn enter(
    services: &Services,
    secure: Secure,
    parts: &Parts,
    who: &Login,
    onward: &str,
) -> Result<Response, Option<Problem>> {
    let (_, cookie) = open(services, secure, parts, who).await?;
    Ok(with_cookie(Redirect::to(onward).into_response(), cookie))
}

/// The new session: what the database calls it, and what the browser is given.
async fn open(
    services: &Services,
    secure: Secure,
    parts: &Parts,
    who: &Login,
) -> Result<([u8; 32], Option<HeaderValue>), Option<Problem>> {
    let token = cookie::new_token().ok_or_else(|| internal("no randomness"))?;
    let browser = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let browser: String = browser.unwrap_or_default().chars().take(300).collect();
    let session = cookie::hash(&token);
    sessions::open(&services.db, who, &session, &browser, &address(parts).to_string())
        .await
        .map_err(internal)?;
    Ok((session, cookie::set(&token, secure)))
}

fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
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
    with_cookie(Redirect::to("/logga-in").into_response(), cookie::clear(secure))
}
