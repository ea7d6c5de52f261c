//! Aviseringar: what one is told about cases.

pub mod api;
#[cfg(feature = "ssr")]
pub(crate) mod forms;
mod list;
mod watch;

pub use list::NotificationsPage;
pub(crate) use list::lines;
pub(crate) use watch::Watch;
