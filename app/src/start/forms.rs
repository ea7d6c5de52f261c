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
    let ticked = fields.iter().filter(|(name, _)| name == "visa").map(|(_, slug)| slug);
    let mut sections = Section::chosen(ticked);
    // Without a number it stands last; equal ones keep the order that they had.
    sections.sort_by_key(|section| {
        value(fields, &format!("plats_{}", section.slug())).parse::<u8>().unwrap_or(u8::MAX)
    });
    match chosen_for(fields)? {
        None => store::start::choose(viewer, &services.db, &sections).await?,
        Some(role) => store::start::choose_for_role(viewer, &services.db, role, &sections).await?,
    }
    Ok(())
}

async fn forget(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Form(fields): Form<Fields>,
) -> Response {
    back(try_forget(&services, &viewer, &fields).await, &viewer)
}

async fn try_forget(services: &Services, viewer: &Viewer, fields: &Fields) -> Result<(), AppError> {
    match chosen_for(fields)? {
        None => store::start::forget(viewer, &services.db).await?,
        Some(role) => store::start::forget_for_role(viewer, &services.db, role).await?,
    }
    Ok(())
}

/// The role that it is about; none: oneself.
fn chosen_for(fields: &Fields) -> Result<Option<RoleChoice>, Problem> {
    match value(fields, "for") {
        "" => Ok(None),
        role => RoleChoice::parse(role).map(Some).ok_or(Problem::Malformed),
    }
}

fn value<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.iter().rfind(|(field, _)| field == name).map_or("", |(_, value)| value)
}

fn back(done: Result<(), AppError>, viewer: &Viewer) -> Response {
    match done {
        Ok(()) => Redirect::to("/").into_response(),
        Err(AppError(problem)) => (status_of(&problem), problem.sentence(viewer.language)).into_response(),
    }
}
