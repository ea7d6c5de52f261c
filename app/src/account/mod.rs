//! Login and one's own settings.

pub mod api;
mod browser;
#[cfg(feature = "ssr")]
pub mod forms;
mod frameless;
mod login;
mod logins;
mod parts;
mod settings;
mod unsent;

pub(crate) use frameless::Frameless;
pub use login::{LoginPage, LoginProblem, LoginReply};
pub(crate) use parts::{Appearance, LogOut, Profile};
pub use settings::AccountPage;
pub use unsent::{ResumeReply, UNSENT_FIELD, UNSENT_TO, Unsent};
