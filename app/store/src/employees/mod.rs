//! Employees: a file per act.

mod access;
mod hand_over;
mod import;
mod list;
mod preview;
mod save;
mod show;

pub use access::{Invited, invite, invited, redeem, set_password};
pub use hand_over::hand_over;
pub(crate) use import::{choices, import, take_back};
pub use list::list;
pub(crate) use preview::stored;
pub(crate) use save::reactivate;
pub use save::{create, save};
pub use show::show;

use crate::Result;
use domain::{
    people::Viewer,
    policy::{self, Action},
    problem::Problem,
};

/// Who may see colleagues.
fn see(viewer: &Viewer) -> Result<()> {
    allow(viewer, Action::SearchPeople)
}

/// Who may change what is said about them.
fn manage(viewer: &Viewer) -> Result<()> {
    allow(viewer, Action::ManagePeople)
}

fn allow(viewer: &Viewer, action: Action) -> Result<()> {
    if policy::can(viewer, action) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}
