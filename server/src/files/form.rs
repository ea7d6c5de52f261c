//! A posted form, with files or without. Files are taken in part by part: none is ever whole in memory.

use super::{
    media::{HEAD, media},
    preview,
    storage::{Storage, Writing},
};
use app::{
    AppError,
    request::{self, Services},
};
use axum::{
    Form, RequestExt,
    body::Bytes,
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::Field as Part},
    http::{StatusCode, header},
};
use domain::{
    files::{self, COUNT_LIMIT, MEGABYTES, SIZE_LIMIT},
    ids::CompanyId,
    problem::{Field, NamedError, Problem, Refusal},
};
use store::files::NewFile;

/// No text of a form is longer, nor is a form without files.
const TEXT_LIMIT: usize = 256 * 1024;

/// What a form has brought so far.
pub(super) struct Taken {
    storage: Storage,
    company: CompanyId,
    /// What was typed.
    pub(super) fields: Vec<(String, String)>,
    /// Files whose bytes lie in their place.
    pub(super) files: Vec<NewFile>,
    /// Files that are not taken, and why; no more of them are named than are taken at once.
    refused: Vec<NamedError>,
    are_too_many: bool,
}

impl Taken {
    /// Nothing yet.
    pub(super) const fn new(storage: Storage, company: CompanyId) -> Self {
        Self {
            storage,
            company,
            fields: Vec::new(),
            files: Vec::new(),
            refused: Vec::new(),
            are_too_many: false,
        }
    }

    /// What was typed in that field; of several that which says something.
    pub(super) fn said(&self, name: &str) -> &str {
        let mut said = self.fields.iter().filter(|(field, said)| field == name && !said.is_empty());
        said.next_back().map_or("", |(_, said)| said)
    }

    /// What the form is sent under, to be done once.
    pub(super) fn key(&self) -> Option<&str> {
        Some(self.said("nyckel")).filter(|key| !key.is_empty())
    }

    /// Reads the form to its end, so that the browser hears the answer; after a refusal no file is
    /// kept.
    pub(super) async fn read(&mut self, request: Request, services: &Services) -> Result<(), AppError> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if !kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
            return self.read_short(request).await;
        }
        let form = Multipart::from_request(request, services).await.map_err(|_| Problem::Malformed)?;
        self.read_parts(form).await?;
        for file in &mut self.files {
            file.has_preview = preview::draw(&self.storage, &file.place, &file.media).await;
        }
        Ok(())
    }

    /// A form without files.
    async fn read_short(&mut self, mut request: Request) -> Result<(), AppError> {
        DefaultBodyLimit::max(TEXT_LIMIT).apply(&mut request);
        let Form(fields) = request.extract().await.map_err(|_| Problem::Malformed)?;
        self.fields = fields;
        Ok(())
    }

    async fn read_parts(&mut self, mut form: Multipart) -> Result<(), AppError> {
        while let Some(part) = form.next_field().await.map_err(|error| broken(error.status()))? {
            let name = part.name().unwrap_or_default().to_owned();
            match part.file_name().map(files::name) {
                // Browsers send an empty part for a field without files.
                Some(_) if part.file_name() == Some("") => {}
                Some(file) => self.take(part, file).await?,
                None => self.fields.push((name, text(part).await?)),
            }
        }
        self.judge()
    }

    /// After all has been read: what is wrong with it.
    fn judge(&mut self) -> Result<(), AppError> {
        match std::mem::take(&mut self.refused) {
            refused if !refused.is_empty() => Err(Problem::Named(refused).into()),
            _ if self.are_too_many => {
                Err(Problem::refused(Field::Files, Refusal::TooMany { limit: COUNT_LIMIT }).into())
            }
            _ => Ok(()),
        }
    }

    async fn take(&mut self, mut part: Part<'_>, name: String) -> Result<(), AppError> {
        let head = head(&mut part).await?;
        let Some(media) = media(&head) else {
            self.refuse(&name, if head.is_empty() { Refusal::Empty } else { Refusal::Malformed });
            return drain(&mut part).await.map(drop);
        };
        self.are_too_many |= self.files.len() >= COUNT_LIMIT as usize;
        match self.are_too_many || !self.refused.is_empty() {
            false => self.write(part, head, name, media).await,
            // Nothing is kept, but one is told all that is wrong at once.
            true => {
                if head.len() as u64 + drain(&mut part).await? > SIZE_LIMIT {
                    self.refuse(&name, too_large());
                }
                Ok(())
            }
        }
    }

    async fn write(
        &mut self,
        mut part: Part<'_>,
        head: Vec<u8>,
        name: String,
        media: &str,
    ) -> Result<(), AppError> {
        let place = Storage::place(self.company).map_err(|error| lost(&error))?;
        let mut writing = self.storage.write(&place).await.map_err(|error| lost(&error))?;
        match fill(&mut writing, head, &mut part).await {
            Ok(Some(size)) => {
                writing.finish().await.map_err(|error| lost(&error))?;
                let name = files::safe_name(name, media);
                self.files.push(NewFile { name, media: media.to_owned(), size, place, has_preview: false });
                Ok(())
            }
            // What is merely too large is read on, so that the page can say so.
            Ok(None) => {
                writing.abort().await;
                self.refuse(&name, too_large());
                drain(&mut part).await.map(drop)
            }
            Err(error) => {
                writing.abort().await;
                Err(error)
            }
        }
    }

    fn refuse(&mut self, name: &str, why: Refusal) {
        if self.refused.len() < COUNT_LIMIT as usize {
            self.refused.push(files::refused(name, why));
        }
    }

    /// Nothing stays that the database has not taken: when the act was refused, or had been done before and
    /// its answer was lost.
    pub(super) async fn settle(&self, services: &Services) {
        let places: Vec<String> = self.files.iter().map(|file| file.place.clone()).collect();
        if places.is_empty() {
            return;
        }
        // A database that does not answer may have taken it: that is left to the sweep.
        let Ok(known) = store::files::known(&services.db, self.company, &places).await else { return };
        for place in places.iter().filter(|place| !known.contains(place)) {
            self.storage.delete(place).await;
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

/// Writes the file part by part and gives its size; none when it is too large.
async fn fill(writing: &mut Writing, head: Vec<u8>, part: &mut Part<'_>) -> Result<Option<i64>, AppError> {
    let mut size = 0;
    let mut bytes = Some(Bytes::from(head));
    while let Some(some) = bytes {
        size += some.len() as u64;
        if size > SIZE_LIMIT {
            return Ok(None);
        }
        writing.push(some).await.map_err(|error| lost(&error))?;
        bytes = next(part).await?;
    }
    Ok(Some(i64::try_from(size).unwrap_or(i64::MAX)))
}

/// Reads the rest, and gives its size.
async fn drain(part: &mut Part<'_>) -> Result<u64, AppError> {
    let mut size = 0;
    while let Some(bytes) = next(part).await? {
        size += bytes.len() as u64;
    }
    Ok(size)
}

async fn next(part: &mut Part<'_>) -> Result<Option<Bytes>, AppError> {
    part.chunk().await.map_err(|error| broken(error.status()).into())
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

/// The form as a whole is too large, or its sender has gone.
fn broken(status: StatusCode) -> Problem {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::refused(Field::Files, too_large()),
        _ => Problem::Malformed,
    }
}

const fn too_large() -> Refusal {
    Refusal::TooLarge { limit: MEGABYTES }
}

/// Our disk or bucket did not do it.
fn lost(error: &dyn std::fmt::Display) -> AppError {
    Problem::Internal { reference: request::log_failure(error) }.into()
}
