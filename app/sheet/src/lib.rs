//! Tables as files: CSV as Swedish spreadsheets write and expect it, and XLSX. Both are read and
//! written row by row, so that a table of any length takes no more memory than a short one.

mod decode;
mod read;
mod separated;
mod write;

pub use read::{Limits, ReadError, Row, read};
pub use write::{Cell, Kind, write};
