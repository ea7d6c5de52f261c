//! Files on cases and comments: shown, chosen, sent. The doors that take them and hand them out are
//! the server's, for the bytes pass by there; each works as a plain form.

pub(crate) mod api;
mod choosing;
mod field;
mod list;
mod name;
mod removed;
mod send;

pub(crate) use choosing::Choosing;
pub(crate) use field::FileField;
pub(crate) use list::FileList;
pub(crate) use name::file_name;
pub(crate) use removed::RemovedFiles;
pub(crate) use send::Sent;
