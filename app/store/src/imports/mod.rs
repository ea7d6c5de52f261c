//! Imports: a file per act. What a row becomes is decided where its noun is: [`crate::customers`],
//! [`crate::employees`], [`crate::cases`].

mod advance;
mod batch;
mod preview;
mod read;
mod stage;
mod trial;
mod undo;

pub use advance::{advance, start};
pub use read::{list, refused, show};
pub use stage::{Upload, discard, stage};
pub use trial::{remap, take_chosen};
pub use undo::undo;

pub(crate) use batch::{Back, Head, Row, Taken, Trial, Written, named_numbers};

use crate::{Error, Result, Tx};
use batch::head;
use domain::{
    ids::ImportId,
    imports::Kind,
    people::Viewer,
    policy::{self, Action},
    problem::Problem,
};

/// Who may see what has been imported.
fn see(viewer: &Viewer) -> Result<()> {
    if policy::can(viewer, Action::Import) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}

/// Who may import such things.
fn allow(viewer: &Viewer, kind: Kind) -> Result<()> {
    if kind.is_open_to(viewer) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}

/// The import, held until the transaction ends; nobody else moves it meanwhile.
async fn lock(viewer: &Viewer, tx: &mut Tx, id: ImportId) -> Result<Head> {
    see(viewer)?;
    let head = head(viewer, tx, id).await?.ok_or(Problem::NotFound)?;
    allow(viewer, head.kind)?;
    Ok(head)
}

fn unreadable(what: &'static str, value: String) -> Error {
    Error::Unreadable { what, value }
}
