//! The acts that may come with files: a comment, handing back, a new case from the phone. And taking
//! a file away and back.

use super::{form::Taken, storage::Storage};
use app::{
    AppError,
    cases::CaseReply,
    page::Reply,
    phone,
    request::{self, Services, Session},
};
use axum::{
    Extension, Form, Json,
    extract::{Path, Request, State},
    http::{HeaderMap, StatusCode, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    customers::CustomerHit,
    events::NewComment,
    ids::{CaseNumber, FileId},
    people::Viewer,
    policy::{self, Action},
    problem::Problem,
};

type Fields = Vec<(String, String)>;

/// As after a reload.
pub(super) async fn show(Path(number): Path<String>) -> Redirect {
    Redirect::to(&case_page(&number))
}

/// The same, of a file's door.
pub(super) async fn show_from_file(Path((number, _)): Path<(String, String)>) -> Redirect {
    Redirect::to(&case_page(&number))
}

fn case_page(number: &str) -> String {
    let number: String = number.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("/arenden/{number}")
}

/// A comment, a comment with files, or files alone.
pub(super) async fn comment(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Extension(storage): Extension<Storage>,
    Path(number): Path<String>,
    request: Request,
) -> Response {
    let (parts, request) = apart(request);
    let mut taken = Taken::new(storage, viewer.company);
    let done = try_comment(&services, &viewer, &number, request, &mut taken).await;
    finish(services, &parts, &number, taken, done).await
}

async fn try_comment(
    services: &Services,
    viewer: &Viewer,
    number: &str,
    request: Request,
    taken: &mut Taken,
) -> Result<(), AppError> {
    let case = begin(services, viewer, number).await?;
    taken.read(request, services).await?;
    let body = taken.said("kommentar").to_owned();
    let new = NewComment { case, body, external: !taken.said("extern").is_empty() };
    let key = taken.key();
    match taken.files.is_empty() {
        true => store::cases::comment_once(viewer, &services.db, new, key).await.map(drop)?,
        false => store::files::attach(viewer, &services.db, new, &taken.files, key).await?,
    }
    Ok(())
}

/// Back to whoever made the case, with a comment and perhaps files.
pub(super) async fn hand_back(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Extension(storage): Extension<Storage>,
    Path(number): Path<String>,
    request: Request,
) -> Response {
    let (parts, request) = apart(request);
    let mut taken = Taken::new(storage, viewer.company);
    let done = try_hand_back(&services, &viewer, &number, request, &mut taken).await;
    finish(services, &parts, &number, taken, done).await
}

async fn try_hand_back(
    services: &Services,
    viewer: &Viewer,
    number: &str,
    request: Request,
    taken: &mut Taken,
) -> Result<(), AppError> {
    let case = begin(services, viewer, number).await?;
    taken.read(request, services).await?;
    let (body, files, key) = (taken.said("kommentar"), &taken.files, taken.key());
    Ok(store::cases::hand_back(viewer, &services.db, case, body, files, key).await?)
}

/// Before any byte is taken.
async fn begin(services: &Services, viewer: &Viewer, number: &str) -> Result<CaseNumber, AppError> {
    let case = number.parse::<CaseNumber>().map_err(|_| Problem::NotFound)?;
    store::files::may_attach(viewer, &services.db, case).await?;
    Ok(case)
}

async fn finish(
    services: Services,
    parts: &Parts,
    number: &str,
    taken: Taken,
    done: Result<(), AppError>,
) -> Response {
    taken.settle(&services).await;
    answer(services, parts, number, taken.fields, done).await
}

/// A new case from the phone, with its pictures; a script is told its number.
pub(super) async fn create(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Extension(storage): Extension<Storage>,
    request: Request,
) -> Response {
    let (parts, request) = apart(request);
    let (mut taken, mut customers) = (Taken::new(storage, viewer.company), Vec::new());
    let done = try_create(&services, &viewer, request, &mut taken, &mut customers).await;
    taken.settle(&services).await;
    match done {
        Ok(number) if wants_json(&parts.headers) => Json(number).into_response(),
        Err(AppError(problem)) if wants_json(&parts.headers) => {
            (request::status_of(&problem), Json(problem)).into_response()
        }
        done => phone::forms::created(services, &parts, taken.fields, customers, done).await,
    }
}

async fn try_create(
    services: &Services,
    viewer: &Viewer,
    request: Request,
    taken: &mut Taken,
    customers: &mut Vec<CustomerHit>,
) -> Result<CaseNumber, AppError> {
    if !policy::can(viewer, Action::CreateCase) {
        return Err(Problem::Forbidden.into());
    }
    taken.read(request, services).await?;
    let new = phone::forms::new_case(services, viewer, &taken.fields, customers).await?;
    Ok(store::files::create(viewer, &services.db, new, &taken.files, taken.key()).await?)
}

/// Takes a file away. Its bytes stay for as long as it can be put back.
pub(super) async fn remove(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Path((number, id)): Path<(String, String)>,
    parts: Parts,
    Form(fields): Form<Fields>,
) -> Response {
    let removed = async {
        let (case, id) = one_file(&number, &id)?;
        Ok(store::files::remove(&viewer, &services.db, case, id).await?)
    };
    let done = removed.await;
    answer(services, &parts, &number, fields, done).await
}

/// Puts a file back that was taken away.
pub(super) async fn restore(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Path((number, id)): Path<(String, String)>,
    parts: Parts,
    Form(fields): Form<Fields>,
) -> Response {
    let restored = async {
        let (case, id) = one_file(&number, &id)?;
        Ok(store::files::restore(&viewer, &services.db, case, id).await?)
    };
    let done = restored.await;
    answer(services, &parts, &number, fields, done).await
}

fn one_file(number: &str, id: &str) -> Result<(CaseNumber, FileId), AppError> {
    let case = number.parse().map_err(|_| Problem::NotFound)?;
    Ok((case, id.parse().map_err(|_| Problem::NotFound)?))
}

/// The request, and what the answer needs of it.
fn apart(request: Request) -> (Parts, Request) {
    let (parts, body) = request.into_parts();
    (parts.clone(), Request::from_parts(parts, body))
}

/// Leads back, or shows the page with what was typed and why it was refused; a script is told in few words.
async fn answer(
    services: Services,
    parts: &Parts,
    number: &str,
    typed: Fields,
    done: Result<(), AppError>,
) -> Response {
    let way = |name: &str| typed.iter().rfind(|(field, _)| field == name).map(|(_, way)| way.as_str());
    let back = request::way_back(way("tillbaka").unwrap_or_default(), number);
    let problem = match done {
        Ok(()) if wants_json(&parts.headers) => return StatusCode::NO_CONTENT.into_response(),
        // Once it is done one may not see the case any more.
        Ok(()) => {
            let on = way("vidare").map_or(back, |on| request::way_back(on, number));
            return Redirect::to(&on).into_response();
        }
        Err(AppError(problem)) => problem,
    };
    let status = request::status_of(&problem);
    if wants_json(&parts.headers) {
        return (status, Json(problem)).into_response();
    }
    // Without the case there is no page to show it on; its address says so.
    if problem == Problem::NotFound {
        return request::render(services, parts, parts.uri.path(), None, status).await;
    }
    let reply = CaseReply {
        form: "kommentar".to_owned(),
        typed,
        problem,
        people: Vec::new(),
        customers: Vec::new(),
        sites: Vec::new(),
    };
    request::render(services, parts, &back, Some(Reply::new(&reply)), status).await
}

fn wants_json(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|accept| accept == "application/json")
}
