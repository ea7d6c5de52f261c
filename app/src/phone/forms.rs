//! The phone's plain forms: a new case, which comes with files through the server's own door, and
//! what is protected at a case's site.

use crate::{
    AppError,
    cases::NewCaseReply,
    customers::{
        self,
        resolve::{self, Meant},
    },
    page::Reply,
    request::{self, Services, Session},
};
use axum::{
    Extension, Form, Router,
    extract::{Path, State},
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use domain::{
    cases::{Channel, NewCase, Priority},
    customers::CustomerHit,
    ids::CaseNumber,
    people::Viewer,
    problem::{Field, FieldError, Problem},
    validate,
};

type Fields = Vec<(String, String)>;

/// What is protected at a case's site.
pub(crate) fn router() -> Router<Services> {
    Router::new().route("/m/arenden/{number}/skyddat", get(show).post(reveal))
}

/// As after a reload.
async fn show(Path(number): Path<String>) -> Redirect {
    let number: String = number.chars().filter(char::is_ascii_alphanumeric).collect();
    Redirect::to(&format!("/m/arenden/{number}"))
}

async fn reveal(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Path(number): Path<String>,
    parts: Parts,
    Form(fields): Form<Fields>,
) -> Response {
    let case = format!("/m/arenden/{number}");
    match customers::forms::secret_reply(&viewer, &services.db, &fields).await {
        Ok(reply) => request::render(services, &parts, &case, Some(reply), StatusCode::OK).await,
        Err(AppError(problem)) => {
            let status = request::status_of(&problem);
            request::render(services, &parts, parts.uri.path(), None, status).await
        }
    }
}

/// What the form says, or all that is wrong with it at once; then `customers` are those that could be
/// meant.
///
/// # Errors
/// Invalid; when the database does not answer.
pub async fn new_case(
    services: &Services,
    viewer: &Viewer,
    fields: &Fields,
    customers: &mut Vec<CustomerHit>,
) -> Result<NewCase, AppError> {
    let mut case = NewCase::new(value(fields, "rubrik"), Channel::Mobile);
    case.body = value(fields, "innehall").to_owned();
    case.priority = Priority::from_slug(value(fields, "prioritet")).unwrap_or_default();
    let mut errors = text_errors(&case);
    let (typed, id) = (value(fields, "kund"), value(fields, "kund_id"));
    match resolve::resolve(viewer, &services.db, typed, id).await? {
        Meant::Nobody => {}
        Meant::Customer(hit) => case.customer = Some(hit.id),
        Meant::Unclear(refusal, hits) => {
            *customers = hits;
            errors.push(FieldError { field: Field::Customer, refusal });
        }
    }
    if errors.is_empty() { Ok(case) } else { Err(AppError(Problem::Invalid(errors))) }
}

/// Leads to the list where it stands now, or shows the form again with what was typed.
pub async fn created(
    services: Services,
    parts: &Parts,
    typed: Fields,
    customers: Vec<CustomerHit>,
    done: Result<CaseNumber, AppError>,
) -> Response {
    match done {
        Ok(number) => Redirect::to(&super::new::receipt_address(number)).into_response(),
        Err(AppError(problem)) => {
            let status = request::status_of(&problem);
            let reply = NewCaseReply { typed, problem, customers, people: Vec::new() };
            request::render(services, parts, "/m/nytt", Some(Reply::new(&reply)), status).await
        }
    }
}

fn text_errors(case: &NewCase) -> Vec<FieldError> {
    [validate::subject(&case.subject).err(), validate::body(&case.body).err()].into_iter().flatten().collect()
}

/// The field's value; of several that one which says something, for a choice stands beside a hidden field.
fn value<'a>(fields: &'a Fields, name: &str) -> &'a str {
    let mut values = fields.iter().filter(|(of, value)| of == name && !value.is_empty());
    values.next_back().map_or("", |(_, value)| value)
}
