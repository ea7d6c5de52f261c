//! Customers, as far as cases need them.

pub mod api;
mod picker;
#[cfg(feature = "ssr")]
pub(crate) mod resolve;

pub use api::{name_customers, search_customers};
