//! Login and one's own settings.

pub mod api;
#[cfg(feature = "ssr")]
pub mod forms;
mod login;
mod settings;

pub use login::{LoginPage, LoginReply};
pub use settings::AccountPage;
