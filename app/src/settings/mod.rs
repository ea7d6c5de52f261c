//! Inställningar: what a company decides for itself. Every change is a plain form that loads the
//! page anew, for what it changes is everywhere on it.

pub mod api;
mod company;
mod features;
#[cfg(feature = "ssr")]
pub(crate) mod forms;
mod frame;
mod live_form;
mod reply;
mod role;
#[cfg(feature = "ssr")]
pub(crate) mod role_forms;
mod roles;
mod statuses;
mod template;
mod types;
mod word_removal;
mod words;

pub use company::CompanyPage;
#[cfg(feature = "ssr")]
pub(crate) use forms::Posted;
pub(crate) use frame::{framed, loaded};
pub use reply::SettingsReply;
pub use role::RolePage;
pub use roles::RolesPage;
pub(crate) use statuses::move_buttons;
pub use template::TemplatesPage;
pub use word_removal::{StatusRemovalPage, TypeRemovalPage};
pub use words::WordsPage;
