//! The document, the map of all pages, and what stands on every desk page.

mod desk;
#[cfg(feature = "ssr")]
mod document;
mod new_case;
mod not_found;
mod quick_search;
mod routes;
mod shortcuts;
mod theme;
mod wing;

#[cfg(feature = "ssr")]
pub use document::shell;
pub(crate) use new_case::{NewCase, Refresh};
pub(crate) use not_found::{Forbidden, NotFound};
pub use routes::App;
pub(crate) use shortcuts::{KeyHints, focus, open_field};
pub(crate) use theme::ThemeSwitch;
pub(crate) use wing::{NotArrived, arrived, page};
#[cfg(feature = "ssr")]
pub(crate) use wing::{announce_wing, style_until_hydrated};
