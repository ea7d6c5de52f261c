//! A property on the page of its case.

use super::spot::{Editable, Look};
use domain::cases::{CaseRow, Property};
use leptos::prelude::*;

/// The value of `property`, to be changed where it stands: with its label in `.props` for status,
/// priority, channel and type; without one in an `.sl` of the facts for the others. For the
/// customer only the way to choose another: the name beside it leads to the customer.
#[component]
pub(crate) fn PropertyField(
    /// The row that it is of; a change shows there at once.
    row: RwSignal<CaseRow>,
    /// Which.
    property: Property,
) -> impl IntoView {
    let look = match property {
        Property::Status | Property::Priority | Property::Channel | Property::Type => Look::Strip,
        Property::Responsible | Property::Team | Property::Site | Property::DueOn | Property::CreatedAt => {
            Look::Inline
        }
        Property::Customer => Look::Words,
    };
    view! { <Editable row property look/> }
}
