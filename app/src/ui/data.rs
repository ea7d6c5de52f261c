//! Attributes that repeat in every row, their names known when this is compiled: one that the macro writes under a
//! name of ours is set again when the page is hydrated, and then the style of each row is looked at again.

use leptos::tachys::html::attribute::{Attr, AttributeKey};

/// `data-falt`: the property that a value is of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DataProperty;

impl AttributeKey for DataProperty {
    const KEY: &'static str = "data-falt";
}

/// `data-nr`: the case that a row is of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DataNumber;

impl AttributeKey for DataNumber {
    const KEY: &'static str = "data-nr";
}

/// Names the property of a value: `{..of_property(slug)}`.
pub(crate) fn of_property(slug: &'static str) -> Attr<DataProperty, &'static str> {
    Attr(DataProperty, slug)
}

/// Names the case of a row: `{..of_case(number)}`.
pub(crate) fn of_case(number: i32) -> Attr<DataNumber, i32> {
    Attr(DataNumber, number)
}
