//! A plain form about one case, as it was posted, and the way back to its page. Server only.

use super::CaseReply;
use crate::{
    AppError,
    page::Reply,
    request::{self, Services, Session},
};
use axum::{
    Extension, Form, RequestExt, RequestPartsExt,
    extract::{FromRequest, Path, Request},
    http::request::Parts,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    ids::CaseNumber,
    people::{Person, Viewer},
    problem::Problem,
};
use store::Db;

/// A GET of a form's address, as after a reload, shows the case.
pub(super) async fn show(Path(number): Path<String>) -> Redirect {
    let number: String = number.chars().filter(char::is_ascii_alphanumeric).collect();
    Redirect::to(&format!("/arenden/{number}"))
}

/// A posted form: where it came from, whose it is, what it says.
pub(super) struct Posted {
    services: Services,
    viewer: Session,
    parts: Parts,
    number: String,
    fields: Vec<(String, String)>,
}

impl FromRequest<Services> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, services: &Services) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let Path(number) = parts.extract().await.map_err(IntoResponse::into_response)?;
        let Extension(viewer) = parts.extract().await.map_err(IntoResponse::into_response)?;
        let request = Request::from_parts(parts.clone(), body);
        let Form(fields) = request.extract().await.map_err(IntoResponse::into_response)?;
        Ok(Self { services: services.clone(), viewer, parts, number, fields })
    }
}

impl Posted {
    pub(super) fn get(&self, name: &str) -> &str {
        self.fields.iter().rfind(|(field, _)| field == name).map_or("", |(_, text)| text.as_str())
    }

    pub(super) fn number(&self) -> Result<CaseNumber, AppError> {
        self.number.parse().map_err(|_| Problem::NotFound.into())
    }

    pub(super) fn viewer(&self) -> &Viewer {
        &self.viewer.0
    }

    pub(super) fn db(&self) -> &Db {
        &self.services.db
    }

    /// Leads back, or shows the page that the form stood on with what was typed and why it was
    /// refused. `opened` is what opens the form there.
    pub(super) async fn answer(self, form: &str, done: Result<(), Refused>, opened: &str) -> Response {
        let back = request::way_back(self.get("tillbaka"), &self.number);
        let Err(Refused { problem, people }) = done else {
            return Redirect::to(&back).into_response();
        };
        let status = request::status_of(&problem);
        // Without the case there is no page to show it on; its address says so.
        let (address, reply) = match problem {
            Problem::NotFound => (self.parts.uri.path().to_owned(), None),
            problem => {
                let reply = CaseReply {
                    form: form.to_owned(),
                    typed: self.fields,
                    problem,
                    people,
                    customers: Vec::new(),
                    sites: Vec::new(),
                };
                let mark = if opened.is_empty() {
                    ""
                } else if back.contains('?') {
                    "&"
                } else {
                    "?"
                };
                (format!("{back}{mark}{opened}"), Some(Reply::new(&reply)))
            }
        };
        request::render(self.services, &self.parts, &address, reply, status).await
    }
}

/// Why nothing was done, and who could be meant.
pub(super) struct Refused {
    pub(super) problem: Problem,
    pub(super) people: Vec<Person>,
}

impl<E: Into<AppError>> From<E> for Refused {
    fn from(error: E) -> Self {
        Self { problem: error.into().0, people: Vec::new() }
    }
}
