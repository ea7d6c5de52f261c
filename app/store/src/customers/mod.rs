//! Customers: a file per act. What is protected at their sites is read by [`reveal`] alone.

mod alike;
mod export;
mod import;
mod list;
mod picker;
mod preview;
mod save;
mod secret;
mod show;
mod sites;
mod stands;

pub use alike::alike;
pub use export::{Exported, export};
pub(crate) use import::{import, take_back};
pub use list::list;
pub(crate) use list::read as rows;
pub use picker::{named, search};
pub(crate) use preview::stored;
pub use save::{create, set_active, update};
pub use secret::reveal;
pub use show::show;
pub use sites::sites;

use crate::Result;
use domain::{
    people::Viewer,
    policy::{self, Action},
    problem::Problem,
};

fn allowed(viewer: &Viewer, action: Action) -> Result<()> {
    if policy::can(viewer, action) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}
