//! What a company decides for itself: its words, the properties that it uses, its own data.

mod company;
mod features;
mod merge;
pub(crate) mod order;
mod statuses;
mod types;
mod words;

pub use company::{company, save_company};
pub use features::use_features;
pub(crate) use features::{require, require_property, unused};
pub use merge::{remove_status, remove_type};
pub use statuses::{add_status, move_status, save_status};
pub use types::{add_type, move_type, save_type};
pub use words::words;

use crate::Result;
use domain::{
    people::Viewer,
    policy::{self, Action},
    problem::Problem,
};

fn allow(viewer: &Viewer) -> Result<()> {
    if policy::can(viewer, Action::ManageSettings) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}
