//! Saved views: the page where one arranges them, and how they are saved. Above the list itself they
//! stand in `cases/list/views`.

pub mod api;
#[cfg(feature = "ssr")]
pub(crate) mod forms;
mod page;

pub use page::ViewsPage;
