//! The unit of work: a file per act, and what several acts share ([`row`], [`matching`], [`order`]).

mod bulk;
mod comment;
mod create;
mod defaults;
mod later;
mod link;
pub(crate) mod list;
mod lock;
pub(crate) mod matching;
mod neighbours;
mod offered;
mod order;
mod quick;
pub(crate) mod row;
mod show;
mod similar;
mod text;
mod timeline;
mod update;
pub(crate) mod vocabulary;
mod write;

pub use bulk::{change_many, undo};
pub use comment::comment;
pub use create::create;
pub use defaults::install_defaults;
pub use link::{link, unlink};
pub use list::list;
pub use neighbours::neighbours;
pub use quick::quick_counts;
pub use row::row_of as row;
pub use show::show;
pub use similar::similar;
pub use text::edit_text;
pub use update::{assign, update};
pub use vocabulary::vocabulary;
