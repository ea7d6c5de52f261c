//! Who asks: login, logout, and the session that turns a cookie into a viewer.

mod access;
mod cookie;
mod login;
pub mod password;
mod session;
mod unsent;

pub(crate) use cookie::Secure;
pub(crate) use session::{load, require, session_key};

/// Login, logout, and passwords that others set or that are chosen by a link.
pub(crate) fn router() -> axum::Router<app::request::Services> {
    login::router().merge(access::router())
}
