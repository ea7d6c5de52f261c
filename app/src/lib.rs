//! Pages and server functions of Ärenden. With the feature `ssr` for the server, with `hydrate`
//! for the browser; the same components in both.
//!
//! A page is found by its noun: [`cases`], [`account`], … Each has its server functions in `api`
//! and, for browsers without JavaScript, the same acts as plain form posts in `forms`.

#![recursion_limit = "256"]
// The macros of Leptos write public items without documents.
#![allow(missing_docs, unreachable_pub)]

pub mod account;
pub mod cases;
pub mod customers;
pub mod employees;
mod error;
#[cfg(feature = "ssr")]
mod export;
mod files;
mod find;
#[cfg(feature = "ssr")]
mod forms;
mod house;
pub mod imports;
mod live;
pub mod notifications;
pub mod page;
pub mod people;
pub mod phone;
mod portal;
#[cfg(feature = "ssr")]
pub mod request;
pub mod settings;
mod start;
mod ui;
pub mod views;
mod widgets;
pub mod wire;

pub use error::AppError;
pub use house::App;
#[cfg(feature = "ssr")]
pub use {
    forms::{forms, uploads},
    house::shell,
};
