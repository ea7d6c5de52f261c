//! Aviseringar: what one is told about cases.

pub mod api;
#[cfg(feature = "ssr")]
pub(crate) mod forms;
mod list;
mod unread;
mod watch;

pub use list::NotificationsPage;
pub(crate) use list::notifications;
pub(crate) use unread::unread_badge;
pub(crate) use watch::Watch;
