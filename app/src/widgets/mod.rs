//! Cases on other systems' start pages: small pages without a script, and their settings.

pub mod api;
#[cfg(feature = "ssr")]
mod frame;
#[cfg(feature = "ssr")]
pub mod pages;
mod settings;

pub use settings::WidgetsPage;
