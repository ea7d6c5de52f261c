//! Plain form posts of imports, and the file of refused rows. Server only.

use super::{columns::chosen, work::work};
use crate::{
    AppError,
    request::{self, Services, Session},
    settings::Posted,
};
use axum::{
    Extension, Router,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header, request::Parts},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::{ids::ImportId, problem::Problem, text::Language};
use sheet::{Cell, Kind};
use store::imports;

pub(super) const IMPORTS: &str = "/installningar/import";

/// What is done with a file that has been read.
pub(crate) fn router() -> Router<Services> {
    Router::new()
        .route("/installningar/import/{id}/prova", post(remap))
        .route("/installningar/import/{id}/starta", post(start))
        .route("/installningar/import/{id}/fortsatt", post(go_on))
        .route("/installningar/import/{id}/angra", post(undo))
        .route("/installningar/import/{id}/kasta", post(discard))
        .route("/installningar/import/{id}/fel.csv", get(refused))
}

impl Posted {
    fn import(&self) -> Result<ImportId, Problem> {
        self.id().map(ImportId)
    }
}

async fn remap(posted: Posted) -> Response {
    let done = async {
        imports::remap(posted.viewer(), posted.db(), posted.import()?, chosen(posted.fields())).await
    };
    let done = done.await;
    answer(posted, done).await
}

async fn start(posted: Posted) -> Response {
    let done = async {
        let (import, chosen) = (posted.import()?, chosen(posted.fields()));
        if !chosen.columns.is_empty() {
            imports::take_chosen(posted.viewer(), posted.db(), import, chosen).await?;
        }
        imports::start(posted.viewer(), posted.db(), import).await
    };
    let done = done.await;
    on_its_way(posted, done).await
}

async fn undo(posted: Posted) -> Response {
    let done = async { imports::undo(posted.viewer(), posted.db(), posted.import()?).await };
    let done = done.await;
    on_its_way(posted, done).await
}

/// After a server was stopped. The next step itself says whether there is one and who may take it.
async fn go_on(posted: Posted) -> Response {
    let done = async { imports::advance(posted.viewer(), posted.db(), posted.import()?).await.map(|_| ()) };
    let done = done.await;
    on_its_way(posted, done).await
}

async fn on_its_way(posted: Posted, begun: store::Result<()>) -> Response {
    if let (Ok(()), Ok(import)) = (&begun, posted.import()) {
        work(posted.session(), posted.db().clone(), import).await;
    }
    answer(posted, begun).await
}

async fn discard(posted: Posted) -> Response {
    let done = async { imports::discard(posted.viewer(), posted.db(), posted.import()?).await };
    match done.await {
        Ok(()) => posted.answer(Ok::<_, AppError>(()), IMPORTS, "").await,
        done => answer(posted, done).await,
    }
}

async fn answer(posted: Posted, done: store::Result<()>) -> Response {
    let page = posted.import().map_or(IMPORTS.to_owned(), |import| format!("{IMPORTS}/{import}"));
    posted.answer(done, &page, "").await
}

/// The rows as they came, with why they were refused: to be mended and imported again.
async fn refused(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Path(id): Path<String>,
    parts: Parts,
) -> Response {
    let found = async {
        let id = id.parse().map(ImportId).map_err(|_| Problem::NotFound)?;
        imports::refused(&viewer, &services.db, id).await
    };
    match found.await {
        Ok((headings, rows)) => {
            let text = viewer.language;
            let heading = headings.into_iter().chain([text.import_errors_why().to_owned()]);
            let heading: Vec<Cell> = heading.map(Cell::from).collect();
            let width = heading.len() - 1;
            let rows = rows.into_iter().map(|row| {
                let why = row.sentences(text);
                let mut cells: Vec<Cell> = row.cells.into_iter().map(Cell::from).collect();
                cells.resize(width, Cell::Empty);
                cells.push(why.into());
                cells
            });
            file([heading].into_iter().chain(rows), text)
        }
        Err(error) => {
            let AppError(problem) = error.into();
            request::render(services, &parts, IMPORTS, None, request::status_of(&problem)).await
        }
    }
}

fn file(rows: impl Iterator<Item = Vec<Cell>>, text: Language) -> Response {
    let mut bytes = Vec::new();
    if let Err(error) = sheet::write(Kind::Csv, rows.map(Ok), &mut bytes) {
        request::log_failure(&error);
    }
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(Kind::Csv.media_type()));
    let disposition = format!("attachment; filename=\"{}.csv\"", text.import_errors_file());
    if let Ok(disposition) = disposition.parse() {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    (headers, bytes).into_response()
}
