//! The values of the bulk bar, as its form sends them.

use domain::cases::{Channel, Edit, Priority, Property, Vocabulary};

/// No type, no team.
pub(crate) const NOBODY: &str = "ingen";

/// The edit that a value of the bulk bar means. None when there is no such value, and for the
/// responsible, who must be searched.
pub(crate) fn plain_edit(property: Property, value: &str, words: &Vocabulary) -> Option<Edit> {
    match property {
        Property::Status => words.status_by_slug(value).map(|status| Edit::Status(status.id)),
        Property::Priority => Priority::from_slug(value).map(Edit::Priority),
        Property::Channel => Channel::from_slug(value).map(Edit::Channel),
        Property::Type if value == NOBODY => Some(Edit::Type(None)),
        Property::Type => words.type_by_slug(value).map(|found| Edit::Type(Some(found.id))),
        Property::Team if value == NOBODY => Some(Edit::Team(None)),
        Property::Team => words.team_by_slug(value).map(|found| Edit::Team(Some(found.id))),
        Property::Responsible
        | Property::DueOn
        | Property::Customer
        | Property::Site
        | Property::CreatedAt => None,
    }
}
