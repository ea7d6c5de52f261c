//! All SQL of Ärenden. Every function takes the [`Viewer`](domain::people::Viewer) first, reads
//! through [`visible`] and asks [`domain::policy`] before it writes, so a server function, a form,
//! a script or a job can call it without a rule of its own.

pub mod cases;
mod connections;
pub mod customers;
mod db;
pub mod drafts;
pub mod employees;
mod error;
pub mod files;
pub mod find;
pub mod imports;
pub mod live;
pub mod notifications;
mod once;
pub mod page;
pub mod people;
pub mod presence;
pub mod roles;
mod search;
pub mod sessions;
pub mod settings;
pub mod start;
pub mod teams;
pub mod templates;
pub mod views;
mod visible;
pub mod widgets;
mod words;

pub(crate) use db::Tx;
pub use db::{Db, MIGRATOR};
pub use error::{Error, Result};
