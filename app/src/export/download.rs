//! A file that is written while it is sent.

use super::Rows;
use crate::{AppError, request};
use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::cases::Cursor;
use sheet::{Cell, Kind};
use std::io::{BufWriter, Error, ErrorKind, Result, Write};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio_stream::wrappers::ReceiverStream;

/// Pages and pieces that wait for the next one to take them: a slow reader slows the database.
const WAITING: usize = 2;
/// What is sent at once.
const PIECE: usize = 64 * 1024;

/// Answers with the heading, the first rows and all that follow. `more` reads from a place on.
pub(super) fn download<M, F>(
    kind: Kind,
    name: &str,
    today: NaiveDate,
    heading: Vec<Cell>,
    first: Rows,
    more: M,
) -> Response
where
    M: Fn(Cursor) -> F + Send + 'static,
    F: Future<Output = std::result::Result<Rows, AppError>> + Send + 'static,
{
    let (pages, read) = channel(WAITING);
    let (pieces, body) = channel(WAITING);
    tokio::spawn(feed(pages, heading, first, more));
    tokio::task::spawn_blocking(move || write(kind, read, pieces));
    let mut response = Body::from_stream(ReceiverStream::new(body)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind.media_type()));
    let disposition = format!("attachment; filename=\"{name}-{today}.{}\"", kind.extension());
    if let Ok(disposition) = disposition.parse() {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

type Page = Result<Vec<Vec<Cell>>>;

/// Reads page after page, as long as somebody takes them.
async fn feed<M, F>(pages: Sender<Page>, heading: Vec<Cell>, first: Rows, more: M)
where
    M: Fn(Cursor) -> F,
    F: Future<Output = std::result::Result<Rows, AppError>>,
{
    let mut page = first;
    page.rows.insert(0, heading);
    loop {
        if pages.send(Ok(page.rows)).await.is_err() {
            return;
        }
        let Some(next) = page.next else { return };
        page = match more(next).await {
            Ok(page) => page,
            Err(error) => {
                request::log_failure(&format!("export: {:?}", error.0));
                let _ = pages.send(Err(Error::other("the rest could not be read"))).await;
                return;
            }
        };
    }
}

/// On a thread that may wait. A file that cannot be finished breaks off, so that nobody takes it for whole.
fn write(kind: Kind, mut pages: Receiver<Page>, pieces: Sender<Result<Bytes>>) {
    let rows = std::iter::from_fn(move || pages.blocking_recv()).flat_map(|page| match page {
        Ok(rows) => rows.into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error)],
    });
    let mut out = BufWriter::with_capacity(PIECE, Pieces(pieces.clone()));
    if let Err(error) = sheet::write(kind, rows, &mut out).and_then(|()| out.flush()) {
        let _ = pieces.blocking_send(Err(error));
        // What is buffered is not sent after the error.
        let _ = out.into_parts();
    }
}

struct Pieces(Sender<Result<Bytes>>);

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let piece = Bytes::copy_from_slice(bytes);
        self.0.blocking_send(Ok(piece)).map_err(|_| Error::from(ErrorKind::BrokenPipe))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
