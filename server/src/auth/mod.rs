//! Who asks: login, logout, and the session that turns a cookie into a viewer.

mod cookie;
mod login;
pub mod password;
mod session;

pub(crate) use cookie::Secure;
pub(crate) use login::router;
pub(crate) use session::{load, require};
