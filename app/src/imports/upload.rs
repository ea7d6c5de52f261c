//! Reads a file in: to the disk as it comes, then row by row to the database; never whole in memory. Server
//! only.

use super::forms::IMPORTS;
use crate::{
    AppError,
    page::Reply,
    request::{self, Services, Session},
    settings::SettingsReply,
};
use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, Multipart, State, multipart::Field as Part},
    http::request::Parts,
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use domain::{
    files,
    ids::ImportId,
    imports::Kind,
    problem::{Field, FieldError, NamedError, Problem, Refusal},
};
use sheet::{Limits, ReadError, Row};
use std::{fs::File, io};
use tokio::{
    io::{AsyncSeekExt, AsyncWriteExt},
    sync::mpsc::{Sender, channel},
};

/// Megabytes of a file.
const MEGABYTES: u32 = 50;
/// After so many the connection is cut; up to there the browser gets an answer.
const DRAINED: u64 = 500_000_000;
const LIMITS: Limits = Limits { rows: 200_001, columns: 200, unpacked: 1 << 30 };
/// Rows on their way to the database.
const WAITING: usize = 256;

/// The door that files come in by. It has a limit of its own.
pub(crate) fn router() -> Router<Services> {
    Router::new().route(IMPORTS, post(upload)).layer(DefaultBodyLimit::disable())
}

async fn upload(
    State(services): State<Services>,
    Extension(session): Extension<Session>,
    parts: Parts,
    form: Multipart,
) -> Response {
    let mut typed = Vec::new();
    let problem = match take(&services, &session, form, &mut typed).await {
        Ok(import) => return Redirect::to(&format!("{IMPORTS}/{import}")).into_response(),
        Err(AppError(problem)) => problem,
    };
    let status = request::status_of(&problem);
    let reply = Reply::new(&SettingsReply { typed, problem });
    request::render(services, &parts, IMPORTS, Some(reply), status).await
}

async fn take(
    services: &Services,
    Session(viewer): &Session,
    mut form: Multipart,
    typed: &mut Vec<(String, String)>,
) -> Result<ImportId, AppError> {
    let mut kind = None;
    let broken = |_| Problem::Malformed;
    while let Some(mut part) = form.next_field().await.map_err(broken)? {
        match part.name() {
            Some("vad") => {
                let said = short_text(&mut part).await?;
                kind = Kind::from_slug(&said);
                typed.push(("vad".to_owned(), said));
            }
            Some("fil") => {
                let kind = kind.ok_or(Problem::Malformed)?;
                // Before the file is read: who may not, has nothing read.
                let name = files::name(part.file_name().unwrap_or_default());
                let upload = store::imports::stage(viewer, &services.db, kind, &name).await?;
                let file = to_disk(&mut part).await?;
                return read(file, name, upload).await;
            }
            _ => {}
        }
    }
    Err(refused(Refusal::Empty).into())
}

fn refused(why: Refusal) -> Problem {
    Problem::refused(Field::Table, why)
}

const fn too_large() -> Refusal {
    Refusal::TooLong { limit: MEGABYTES }
}

async fn short_text(part: &mut Part<'_>) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(|_| Problem::Malformed)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > 1000 {
            return Err(Problem::Malformed);
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A file without a name: it is gone when the last hand lets go of it.
async fn to_disk(part: &mut Part<'_>) -> Result<File, AppError> {
    let mut file = tokio::fs::File::from_std(tempfile::tempfile().map_err(disk)?);
    let mut size = 0;
    while let Some(chunk) = part.chunk().await.map_err(|_| Problem::Malformed)? {
        size += chunk.len() as u64;
        if size > DRAINED {
            return Err(refused(too_large()).into());
        }
        if size <= u64::from(MEGABYTES) * 1_000_000 {
            file.write_all(&chunk).await.map_err(disk)?;
        }
    }
    if size > u64::from(MEGABYTES) * 1_000_000 {
        return Err(refused(too_large()).into());
    }
    file.rewind().await.map_err(disk)?;
    Ok(file.into_std().await)
}

fn disk(error: io::Error) -> AppError {
    AppError(Problem::Internal { reference: request::log_failure(&error) })
}

/// The file is read on a thread that may wait; the database takes row after row.
async fn read(file: File, name: String, mut upload: store::imports::Upload) -> Result<ImportId, AppError> {
    let (rows, mut read) = channel(WAITING);
    let called = name.clone();
    let reading = tokio::task::spawn_blocking(move || hand_on(file, &called, rows));
    while let Some((line, row)) = read.recv().await {
        let wrong = row.is_unclosed.then_some(Refusal::Unclosed);
        upload.add(line, row.cells, wrong).await?;
    }
    match reading.await {
        Ok(Ok(())) => Ok(upload.finish().await?),
        Ok(Err(ReadError::Io(error))) => Err(disk(error)),
        Ok(Err(ReadError::TooLarge)) => Err(refused(too_large()).into()),
        Ok(Err(ReadError::Unknown)) => Err(refused(Refusal::Malformed).into()),
        // A workbook may be broken in ways that its reader does not expect.
        Ok(Err(ReadError::Workbook(_))) | Err(_) => {
            let error = FieldError { field: Field::Table, refusal: Refusal::Malformed };
            Err(Problem::Named(vec![NamedError { error, name }]).into())
        }
    }
}

fn hand_on(file: File, name: &str, rows: Sender<(i32, Row)>) -> Result<(), ReadError> {
    sheet::read(file, name, LIMITS, |row| {
        let line = i32::try_from(row.line).map_err(io::Error::other)?;
        rows.blocking_send((line, row)).map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))
    })
}
