//! Takes files in, part by part: none is ever whole in memory.

use super::{
    media::{HEAD, media},
    preview,
    storage::{Storage, Writing},
};
use app::{
    AppError,
    cases::CaseReply,
    page::Reply,
    request::{self, Services, Session},
};
use axum::{
    Extension, Form, Json,
    body::Bytes,
    extract::{Multipart, Path, State, multipart::Field as Part},
    http::{HeaderMap, StatusCode, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    events::NewComment,
    files::{self, COUNT_LIMIT, MEGABYTES, SIZE_LIMIT},
    ids::{CaseNumber, FileId},
    problem::{Field, Problem, Refusal},
};
use store::files::NewFile;

type Fields = Vec<(String, String)>;

/// No text of a form is longer.
const TEXT_LIMIT: usize = 256 * 1024;

/// As after a reload.
pub(super) async fn show(Path(number): Path<String>) -> Redirect {
    let number: String = number.chars().filter(char::is_ascii_alphanumeric).collect();
    Redirect::to(&format!("/arenden/{number}"))
}

/// A form with files: a comment with them, or the files alone.
pub(super) async fn attach(
    State(services): State<Services>,
    Extension(session): Extension<Session>,
    Extension(storage): Extension<Storage>,
    Path(number): Path<String>,
    parts: Parts,
    form: Multipart,
) -> Response {
    let mut taken = Taken { storage, fields: Vec::new(), files: Vec::new(), refused: None };
    let done = try_attach(&services, &session, &number, form, &mut taken).await;
    if done.is_err() {
        taken.forget().await;
    }
    answer(services, &parts, &number, taken.fields, done).await
}

async fn try_attach(
    services: &Services,
    Session(viewer): &Session,
    number: &str,
    form: Multipart,
    taken: &mut Taken,
) -> Result<(), AppError> {
    let case = number.parse::<CaseNumber>().map_err(|_| Problem::NotFound)?;
    store::files::may_attach(viewer, &services.db, case).await?;
    taken.read(form, viewer.company).await?;
    let said =
        |name: &str| taken.fields.iter().rfind(|(field, _)| field == name).map(|(_, said)| said.clone());
    let comment =
        NewComment { case, body: said("kommentar").unwrap_or_default(), external: said("extern").is_some() };
    for file in &mut taken.files {
        file.has_preview = preview::draw(&taken.storage, &file.place, &file.media).await;
    }
    Ok(store::files::attach(viewer, &services.db, comment, &taken.files).await?)
}

/// Takes a file away; its bytes only when the database has let go of them.
pub(super) async fn remove(
    State(services): State<Services>,
    Extension(session): Extension<Session>,
    Extension(storage): Extension<Storage>,
    Path((number, id)): Path<(String, String)>,
    parts: Parts,
    Form(fields): Form<Fields>,
) -> Response {
    let removed = async {
        let case = number.parse::<CaseNumber>().map_err(|_| Problem::NotFound)?;
        let id = id.parse::<FileId>().map_err(|_| Problem::NotFound)?;
        let place = store::files::remove(&session.0, &services.db, case, id).await?;
        storage.delete(&place).await;
        Ok(())
    };
    let done = removed.await;
    answer(services, &parts, &number, fields, done).await
}

/// Leads back, or shows the page with what was typed and why it was refused; a script is told in few words.
async fn answer(
    services: Services,
    parts: &Parts,
    number: &str,
    fields: Fields,
    done: Result<(), AppError>,
) -> Response {
    let typed = fields.iter().rfind(|(name, _)| name == "tillbaka");
    let back = request::way_back(typed.map_or("", |(_, back)| back), number);
    let problem = match done {
        Ok(()) if wants_json(&parts.headers) => return StatusCode::NO_CONTENT.into_response(),
        Ok(()) => return Redirect::to(&back).into_response(),
        Err(AppError(problem)) => problem,
    };
    let status = request::status_of(&problem);
    if wants_json(&parts.headers) {
        return (status, Json(problem)).into_response();
    }
    if problem == Problem::NotFound {
        return request::render(services, parts, "/finns-inte", None, status).await;
    }
    let reply = CaseReply {
        form: "kommentar".to_owned(),
        typed: fields,
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

/// What a form has brought so far.
struct Taken {
    storage: Storage,
    fields: Fields,
    files: Vec<NewFile>,
    refused: Option<Problem>,
}

impl Taken {
    /// Reads the form to its end, so that the browser hears the answer; after a refusal nothing more is
    /// kept.
    async fn read(&mut self, mut form: Multipart, company: domain::ids::CompanyId) -> Result<(), AppError> {
        while let Some(part) = form.next_field().await.map_err(|_| too_large())? {
            let name = part.name().unwrap_or_default().to_owned();
            match part.file_name().map(files::name) {
                // Browsers send an empty part for a field without files.
                Some(_) if part.file_name() == Some("") => {}
                Some(file) => self.take(part, file, company).await?,
                None => self.fields.push((name, text(part).await?)),
            }
        }
        self.refused.take().map_or(Ok(()), |problem| Err(problem.into()))
    }

    async fn take(
        &mut self,
        mut part: Part<'_>,
        name: String,
        company: domain::ids::CompanyId,
    ) -> Result<(), AppError> {
        let head = head(&mut part).await?;
        let known = media(&head);
        if self.files.len() as u64 >= u64::from(COUNT_LIMIT) {
            self.refuse(Refusal::TooMany { limit: COUNT_LIMIT });
        } else if known.is_none() {
            self.refuse(Refusal::Malformed);
        }
        match known {
            Some(media) if self.refused.is_none() => {
                let place = Storage::place(company).map_err(|error| lost(&error))?;
                let mut writing = self.storage.write(&place).await.map_err(|error| lost(&error))?;
                match fill(&mut writing, head, &mut part).await {
                    Ok(size) => {
                        writing.finish().await.map_err(|error| lost(&error))?;
                        let media = media.to_owned();
                        self.files.push(NewFile { name, media, size, place, has_preview: false });
                        Ok(())
                    }
                    Err(AppError(problem)) => {
                        writing.abort().await;
                        // What is merely too large is read on, so that the page can say so.
                        match problem {
                            Problem::Invalid(_) => self.refused = Some(problem),
                            problem => return Err(problem.into()),
                        }
                        drain(&mut part).await
                    }
                }
            }
            _ => drain(&mut part).await,
        }
    }

    fn refuse(&mut self, refusal: Refusal) {
        self.refused.get_or_insert(Problem::refused(Field::Files, refusal));
    }

    /// Nothing that was taken is kept.
    async fn forget(&self) {
        for file in &self.files {
            self.storage.delete(&file.place).await;
        }
    }
}

/// The first bytes, which tell what it is; what came with them too.
async fn head(part: &mut Part<'_>) -> Result<Vec<u8>, AppError> {
    let mut head = Vec::with_capacity(HEAD);
    while head.len() < HEAD {
        match next(part).await? {
            Some(bytes) => head.extend_from_slice(&bytes),
            None => break,
        }
    }
    Ok(head)
}

/// Writes the file part by part and gives its size.
async fn fill(writing: &mut Writing, head: Vec<u8>, part: &mut Part<'_>) -> Result<i64, AppError> {
    let mut size = 0;
    let mut bytes = Some(Bytes::from(head));
    while let Some(some) = bytes {
        size += some.len() as u64;
        if size > SIZE_LIMIT {
            return Err(too_large().into());
        }
        writing.push(some).await.map_err(|error| lost(&error))?;
        bytes = next(part).await?;
    }
    Ok(i64::try_from(size).unwrap_or(i64::MAX))
}

async fn drain(part: &mut Part<'_>) -> Result<(), AppError> {
    while next(part).await?.is_some() {}
    Ok(())
}

async fn next(part: &mut Part<'_>) -> Result<Option<Bytes>, AppError> {
    part.chunk().await.map_err(|error| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => too_large().into(),
        // The sender has gone.
        _ => Problem::Malformed.into(),
    })
}

async fn text(mut part: Part<'_>) -> Result<String, AppError> {
    let mut bytes = Vec::new();
    while let Some(more) = next(&mut part).await? {
        bytes.extend_from_slice(&more);
        if bytes.len() > TEXT_LIMIT {
            return Err(Problem::Malformed.into());
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn too_large() -> Problem {
    Problem::refused(Field::Files, Refusal::TooLarge { limit: MEGABYTES })
}

/// Our disk or bucket did not do it.
fn lost(error: &dyn std::fmt::Display) -> AppError {
    Problem::Internal { reference: request::log_failure(error) }.into()
}
