//! The document, the map of all pages, and what stands on every desk page.

mod desk;
#[cfg(feature = "ssr")]
mod document;
mod not_found;
mod routes;
mod theme;

#[cfg(feature = "ssr")]
pub use document::shell;
pub(crate) use not_found::{Forbidden, NotFound};
pub use routes::App;
