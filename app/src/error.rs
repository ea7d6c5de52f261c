//! How a problem crosses the wire.

use crate::wire::JsonText;
use domain::problem::Problem;
use leptos::{prelude::FromServerFnError, server_fn::error::ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// The error of every server function: a [`Problem`], with its true HTTP status.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AppError(pub Problem);

impl FromServerFnError for AppError {
    type Encoder = JsonText;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Self(Problem::Offline),
            // In the browser: something between us and the server has answered in its place.
            ServerFnErrorErr::Deserialization(_) if cfg!(target_arch = "wasm32") => Self(Problem::Offline),
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_)
            | ServerFnErrorErr::UnsupportedRequestMethod(_) => malformed(),
            error => internal(&error),
        }
    }
}

impl From<Problem> for AppError {
    fn from(problem: Problem) -> Self {
        #[cfg(feature = "ssr")]
        crate::request::set_status(problem.status());
        Self(problem)
    }
}

#[cfg(feature = "ssr")]
impl From<store::Error> for AppError {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Refused(problem) => problem.into(),
            error => internal(&error),
        }
    }
}

fn malformed() -> AppError {
    Problem::Malformed.into()
}

/// Logs what happened once, under a reference that the reader can tell.
fn internal(error: &dyn std::fmt::Display) -> AppError {
    #[cfg(feature = "ssr")]
    let reference = crate::request::log_failure(error);
    #[cfg(not(feature = "ssr"))]
    let reference = {
        leptos::logging::error!("{error}");
        String::new()
    };
    Problem::Internal { reference }.into()
}
