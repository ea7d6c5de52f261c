//! Passwords of employees: set by an administrator, or chosen behind a one-time link.

use super::{
    cookie::{self, Secure},
    login, password,
};
use app::{
    AppError,
    employees::{EmployeeReply, InvitationReply},
    page::Reply,
    request::{self, Services, Session},
};
use axum::{
    Extension, Form, Router,
    extract::{Path, Query, State},
    http::{StatusCode, request::Parts},
    response::Response,
    routing::{get, post},
};
use domain::{
    employees,
    ids::PersonId,
    people::Viewer,
    policy::{Action, can},
    problem::Problem,
};
use serde::Deserialize;
use store::{
    Db,
    employees::{Invited, invited, redeem},
    sessions::Login,
};

/// `POST /anstallda/{number}/losenord`, and `/valj-losenord`, which opens without a session.
pub(crate) fn router() -> Router<Services> {
    Router::new()
        .route("/anstallda/{number}/losenord", post(set_password))
        .route("/valj-losenord", get(open).post(choose))
}

#[derive(Deserialize)]
struct PasswordForm {
    #[serde(default)]
    losenord: String,
}

async fn set_password(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Path(number): Path<String>,
    parts: Parts,
    Form(form): Form<PasswordForm>,
) -> Response {
    let done = try_set_password(&viewer, &services.db, &number, form.losenord).await;
    let (reply, status) = match done {
        Ok(()) => (EmployeeReply::PasswordSet, StatusCode::OK),
        Err(AppError(problem)) => {
            let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (EmployeeReply::Refused { typed: Vec::new(), problem }, status)
        }
    };
    let id = number.parse::<PersonId>().unwrap_or(PersonId(0));
    request::render(services, &parts, &format!("/anstallda/{id}"), Some(Reply::new(&reply)), status).await
}

/// Asked before the costly hash: nobody else shall make the server compute it.
async fn try_set_password(viewer: &Viewer, db: &Db, number: &str, typed: String) -> Result<(), AppError> {
    if !can(viewer, Action::ManagePeople) {
        return Err(Problem::Forbidden.into());
    }
    let id = number.parse::<PersonId>().map_err(|_| Problem::NotFound)?;
    employees::password(&typed).map_err(|error| Problem::Invalid(vec![error]))?;
    Ok(store::employees::set_password(viewer, db, id, &hash(typed).await?).await?)
}

#[derive(Deserialize)]
struct Invitation {
    #[serde(default)]
    kod: String,
    #[serde(default)]
    losenord: String,
}

async fn open(State(services): State<Services>, parts: Parts, Query(asked): Query<Invitation>) -> Response {
    let reply = match invited(&services.db, &cookie::hash(&asked.kod)).await {
        Ok(Some(invited)) => Some(InvitationReply { name: invited.name, secret: asked.kod, problem: None }),
        Ok(None) => None,
        Err(error) => {
            tracing::error!(%error, "invitation");
            None
        }
    };
    show(services, &parts, reply, StatusCode::OK).await
}

async fn choose(
    State(services): State<Services>,
    Extension(secure): Extension<Secure>,
    parts: Parts,
    Form(form): Form<Invitation>,
) -> Response {
    let token = cookie::hash(&form.kod);
    let Ok(Some(invited)) = invited(&services.db, &token).await else {
        return show(services, &parts, None, StatusCode::NOT_FOUND).await;
    };
    match try_choose(&services, secure, &parts, &invited, &token, form.losenord).await {
        Ok(response) => response,
        Err(AppError(Problem::NotFound)) => show(services, &parts, None, StatusCode::NOT_FOUND).await,
        Err(AppError(problem)) => {
            let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            let reply = InvitationReply { name: invited.name, secret: form.kod, problem: Some(problem) };
            show(services, &parts, Some(reply), status).await
        }
    }
}

async fn try_choose(
    services: &Services,
    secure: Secure,
    parts: &Parts,
    invited: &Invited,
    token: &[u8],
    typed: String,
) -> Result<Response, AppError> {
    employees::password(&typed).map_err(|error| Problem::Invalid(vec![error]))?;
    redeem(&services.db, invited, token, &hash(typed).await?).await?;
    let who = Login { company: invited.company, person: invited.person };
    // From there everybody is led on to where they work.
    login::enter(services, secure, parts, &who, "/")
        .await
        .map_err(|problem| AppError(problem.unwrap_or(Problem::Offline)))
}

/// Off the threads that answer others.
async fn hash(typed: String) -> Result<String, AppError> {
    let failed = |error: &dyn std::fmt::Display| {
        tracing::error!(%error, "password");
        AppError(Problem::Internal { reference: "password".into() })
    };
    let hashed = tokio::task::spawn_blocking(move || password::hash(&typed)).await;
    hashed.map_err(|error| failed(&error))?.map_err(|error| failed(&error))
}

async fn show(
    services: Services,
    parts: &Parts,
    reply: Option<InvitationReply>,
    status: StatusCode,
) -> Response {
    let reply = reply.as_ref().map(Reply::new);
    request::render(services, parts, "/valj-losenord", reply, status).await
}
