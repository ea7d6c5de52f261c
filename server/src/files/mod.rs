//! Files: the doors through which they come and go. What is known of them is the store's; the bytes
//! lie in the data folder or in S3.

mod download;
mod form;
mod media;
mod preview;
mod storage;
mod sweep;
mod upload;

pub use preview::missing_tools;
pub(crate) use preview::pictures_of;
pub use storage::Storage;
pub(crate) use sweep::keep_swept;
pub use sweep::sweep;

use app::request::Services;
use axum::{
    Extension, Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use domain::files::{COUNT_LIMIT, SIZE_LIMIT};

/// A form with as many files as are accepted, each as large as allowed, and some room for the refused.
const FORM_LIMIT: u64 = SIZE_LIMIT * COUNT_LIMIT as u64 + SIZE_LIMIT;

/// What may come with files, and a file, its picture and its end.
pub(crate) fn router(storage: Storage) -> Router<Services> {
    Router::new()
        .route("/arenden/{number}/kommentar", get(upload::show).post(upload::comment))
        .route("/arenden/{number}/aterkoppla", get(upload::show).post(upload::hand_back))
        .route("/m/nytt", post(upload::create))
        .route("/arenden/{number}/bilagor/{id}", get(download::file))
        .route("/arenden/{number}/bilagor/{id}/bild", get(download::picture))
        .route("/arenden/{number}/bilagor/{id}/bort", get(upload::show_from_file).post(upload::remove))
        .route("/arenden/{number}/bilagor/{id}/tillbaka", get(upload::show_from_file).post(upload::restore))
        .layer(DefaultBodyLimit::max(FORM_LIMIT as usize))
        .layer(Extension(storage))
}
