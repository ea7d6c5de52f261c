//! Plain form posts about the start page. Each leads back to it. Server only.

use crate::{
    AppError,
    request::{Services, Session, status_of},
};
use axum::{
    Extension, Form, Router,
    extract::State,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use domain::{people::Viewer, problem::Problem, roles::RoleChoice, start::Section};

type Fields = Vec<(String, String)>;

/// A GET, as after a reload of the address, leads to the page.
pub(crate) fn router() -> Router<Services> {
    let to_page = || async { Redirect::to("/") };
    Router::new()
        .route("/startsida", get(to_page).post(choose))
        .route("/startsida/aterstall", get(to_page).post(forget))
}

async fn choose(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Form(fields): Form<Fields>,
) -> Response {
    back(try_choose(&services, &viewer, &fields).await, &viewer)
}

async fn try_choose(services: &Services, viewer: &Viewer, fields: &Fields) -> Result<(), AppError> {
    let value = |name: &str| fields.iter().rfind(|(field, _)| field == name).map_or("", |(_, value)| value);
    let ticked = fields.iter().filter(|(name, _)| name == "visa").map(|(_, slug)| slug);
    let mut sections = Section::chosen(ticked);
    // Without a number it stands last; equal ones keep the order that they had.
    sections
        .sort_by_key(|section| value(&format!("plats_{}", section.slug())).parse::<u8>().unwrap_or(u8::MAX));
    match value("for") {
        "" => store::start::choose(viewer, &services.db, &sections).await?,
        role => {
            let role = RoleChoice::parse(role).ok_or(Problem::Malformed)?;
            store::start::choose_for_role(viewer, &services.db, role, &sections).await?;
        }
    }
    Ok(())
}

async fn forget(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
) -> Response {
    back(store::start::forget(&viewer, &services.db).await.map_err(AppError::from), &viewer)
}

fn back(done: Result<(), AppError>, viewer: &Viewer) -> Response {
    match done {
        Ok(()) => Redirect::to("/").into_response(),
        Err(AppError(problem)) => (status_of(&problem), problem.sentence(viewer.language)).into_response(),
    }
}
