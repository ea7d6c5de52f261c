//! Import of files: what comes in, what its columns mean, what becomes of it. Every act is a plain form
//! that loads the page anew; only the progress follows by itself.

pub mod api;
mod columns;
#[cfg(feature = "ssr")]
pub(crate) mod forms;
mod list;
mod one;
mod preview;
mod refused;
#[cfg(feature = "ssr")]
pub(crate) mod upload;
#[cfg(feature = "ssr")]
mod work;

pub use list::ImportsPage;
pub use one::ImportPage;
