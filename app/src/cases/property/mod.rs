//! Changing one property of a case in its place, in the list and on the page of the case.
//!
//! A value is a link that opens its form: on the server as part of the page, for browsers without
//! script; hydrated as a popover that saves at once. The row's signal shows the new value in the
//! next frame; what the server answers comes after.

mod cell;
mod editing;
mod field;
mod mark;
mod spot;
mod value;

pub(crate) use cell::PropertyCell;
pub(crate) use editing::Editing;
pub(crate) use field::PropertyField;
pub(crate) use value::Value;
