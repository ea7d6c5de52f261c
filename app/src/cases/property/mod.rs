//! Changing one property of a case in its place, in the list and on the page of the case.
//!
//! A value is a link that opens its form: on the server as part of the page, for browsers without
//! script; hydrated as a popover that saves at once. The row's signal shows the new value in the
//! next frame; what the server answers comes after.

mod cell;
mod conflict;
mod dates;
mod editing;
mod field;
mod form;
mod mark;
mod options;
mod people;
mod save;
mod site;
mod spot;
mod value;
mod words;

pub(crate) use cell::{Cells, OpenCell};
pub(crate) use conflict::{Conflicts, conflict_page};
pub(crate) use dates::quick_picks;
pub(crate) use editing::Editing;
pub(crate) use field::PropertyField;
pub(crate) use spot::{expect_forms, expect_linked_form};
pub(crate) use value::Value;
