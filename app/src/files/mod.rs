//! Files on cases and comments: shown, chosen, sent. The doors that take them and hand them out are
//! the server's, for the bytes pass by there; each works as a plain form.

mod choosing;
mod field;
mod list;
mod send;

pub(crate) use choosing::Choosing;
pub(crate) use field::FileField;
pub(crate) use list::FileList;
