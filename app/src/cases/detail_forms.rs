//! Plain form posts about one case: its text, comments, linked colleagues. Server only.

use super::CaseReply;
use crate::{
    AppError,
    page::Reply,
    people::resolve::{Meant, resolve},
    request::{self, Services, Session},
};
use axum::{
    Extension, Form, RequestExt, RequestPartsExt, Router,
    extract::{FromRequest, Path, Request},
    http::request::Parts,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use domain::{
    cases::TextEdit,
    events::NewComment,
    ids::{CaseNumber, PersonId},
    people::{Person, Viewer},
    problem::{Field, Problem},
};
use store::Db;

/// A GET of such an address, as after a reload, shows the case.
pub(crate) fn router() -> Router<Services> {
    Router::new()
        .route("/arenden/{number}/text", get(show).post(edit))
        .route("/arenden/{number}/kommentar", get(show).post(comment))
        .route("/arenden/{number}/anstallda", get(show).post(link))
        .route("/arenden/{number}/anstallda/bort", get(show).post(unlink))
}

async fn show(Path(number): Path<String>) -> Redirect {
    let number: String = number.chars().filter(char::is_ascii_alphanumeric).collect();
    Redirect::to(&format!("/arenden/{number}"))
}

/// A posted form: where it came from, whose it is, what it says.
struct Posted {
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
    fn get(&self, name: &str) -> &str {
        self.fields.iter().rfind(|(field, _)| field == name).map_or("", |(_, text)| text.as_str())
    }

    fn number(&self) -> Result<CaseNumber, AppError> {
        self.number.parse().map_err(|_| Problem::NotFound.into())
    }

    fn viewer(&self) -> &Viewer {
        &self.viewer.0
    }

    fn db(&self) -> &Db {
        &self.services.db
    }

    /// Leads back, or shows the page that the form stood on with what was typed and why it was
    /// refused. `opened` is what opens the form there.
    async fn answer(self, form: &str, done: Result<(), Refused>, opened: &str) -> Response {
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
struct Refused {
    problem: Problem,
    people: Vec<Person>,
}

impl<E: Into<AppError>> From<E> for Refused {
    fn from(error: E) -> Self {
        Self { problem: error.into().0, people: Vec::new() }
    }
}

async fn edit(posted: Posted) -> Response {
    let done = try_edit(&posted).await;
    posted.answer("text", done, "redigera").await
}

async fn try_edit(posted: &Posted) -> Result<(), Refused> {
    let version = posted.get("version").parse().map_err(|_| Problem::Malformed)?;
    let text = TextEdit { subject: posted.get("rubrik").to_owned(), body: posted.get("innehall").to_owned() };
    store::cases::edit_text(posted.viewer(), posted.db(), posted.number()?, version, text).await?;
    Ok(())
}

async fn comment(posted: Posted) -> Response {
    let done = try_comment(&posted).await;
    posted.answer("kommentar", done, "").await
}

async fn try_comment(posted: &Posted) -> Result<(), Refused> {
    let comment = NewComment {
        case: posted.number()?,
        body: posted.get("kommentar").to_owned(),
        external: !posted.get("extern").is_empty(),
    };
    store::cases::comment(posted.viewer(), posted.db(), comment).await?;
    Ok(())
}

async fn link(posted: Posted) -> Response {
    let done = try_link(&posted).await;
    posted.answer("anstallda", done, "falt=anstalld").await
}

async fn try_link(posted: &Posted) -> Result<(), Refused> {
    let number = posted.number()?;
    let meant = resolve(posted.viewer(), posted.db(), posted.get("person"), posted.get("person_id")).await?;
    let person = match meant {
        Meant::Person(person) => person,
        Meant::Nobody => {
            return Err(Problem::refused(Field::Participants, domain::problem::Refusal::Empty).into());
        }
        Meant::Unclear(refusal, people) => {
            return Err(Refused { people, ..Problem::refused(Field::Participants, refusal).into() });
        }
    };
    store::cases::link(posted.viewer(), posted.db(), number, person.id).await?;
    Ok(())
}

async fn unlink(posted: Posted) -> Response {
    let done = try_unlink(&posted).await;
    posted.answer("anstallda", done, "").await
}

async fn try_unlink(posted: &Posted) -> Result<(), Refused> {
    let person = posted.get("person").parse().map(PersonId).map_err(|_| Problem::Malformed)?;
    store::cases::unlink(posted.viewer(), posted.db(), posted.number()?, person).await?;
    Ok(())
}
