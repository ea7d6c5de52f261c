//! Saved views: who sees which, how each has arranged them, what they count.

mod arrange;
mod count;
mod read;
mod save;

pub use arrange::arrange;
pub use count::{arranged, counts};
pub use read::open;
pub(crate) use read::seen;
pub use save::{change, keep_filter, remove, save};
