//! A property in a cell of the list.

use super::{
    mark::Place,
    spot::{Editable, Look},
};
use domain::cases::{CaseRow, Property};
use leptos::prelude::*;

/// The value of `property`, narrow, to be changed where it stands. For the content of a `<td>`.
#[component]
pub(crate) fn PropertyCell(
    /// The row that it is of; a change shows there at once.
    row: RwSignal<CaseRow>,
    /// Which.
    property: Property,
) -> impl IntoView {
    view! { <Editable row property place=Place::Cell look=Look::Inline/> }
}
