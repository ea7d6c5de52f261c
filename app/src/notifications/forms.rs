//! Plain form posts about what one is told. Server only.

use crate::{
    AppError,
    request::{Services, Session, own_page, status_of, way_back},
};
use axum::{
    Extension, Form, Router,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use domain::{
    ids::{CaseNumber, NotificationId},
    people::Viewer,
    problem::Problem,
};
use serde::Deserialize;

/// Read, and watched.
pub(crate) fn router() -> Router<Services> {
    let to_page = || async { Redirect::to("/aviseringar") };
    Router::new()
        .route("/aviseringar/lasta", get(to_page).post(read))
        .route("/arenden/{number}/bevaka", post(watch))
}

#[derive(Deserialize)]
struct ReadForm {
    /// One of them; else all.
    avisering: Option<NotificationId>,
    /// The page that it stands on: the phone has one of its own.
    #[serde(default)]
    tillbaka: String,
}

async fn read(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Form(form): Form<ReadForm>,
) -> Response {
    let done = store::notifications::read(&viewer, &services.db, form.avisering).await;
    let page = own_page(&form.tillbaka).unwrap_or("/aviseringar");
    back(done.map_err(AppError::from), page, &viewer)
}

#[derive(Deserialize)]
struct WatchForm {
    bevaka: String,
}

async fn watch(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Path(number): Path<String>,
    Form(form): Form<WatchForm>,
) -> Response {
    let done = async {
        let number: CaseNumber = number.parse().map_err(|_| Problem::NotFound)?;
        store::notifications::watch(&viewer, &services.db, number, form.bevaka == "ja").await?;
        Ok(())
    };
    back(done.await, &way_back("", &number), &viewer)
}

fn back(done: Result<(), AppError>, to: &str, viewer: &Viewer) -> Response {
    match done {
        Ok(()) => Redirect::to(to).into_response(),
        Err(AppError(problem)) => (status_of(&problem), problem.sentence(viewer.language)).into_response(),
    }
}
