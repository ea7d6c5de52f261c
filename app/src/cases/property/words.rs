//! What properties are called.

use domain::{cases::Property, text::Language};

/// What its form does: "Ändra status".
pub(super) fn act(property: Property, text: Language) -> &'static str {
    match property {
        Property::Status => text.change_status(),
        Property::Priority => text.change_priority(),
        Property::Type => text.change_type(),
        Property::Channel => text.change_channel(),
        Property::Responsible => text.change_responsible(),
        Property::Team => text.change_team(),
        Property::DueOn => text.change_due(),
        Property::Customer => text.change_customer(),
        Property::Site => text.change_site(),
        Property::CreatedAt => text.change_created(),
    }
}

/// What it is called: "Status".
pub(super) fn name(property: Property, text: Language) -> &'static str {
    match property {
        Property::Status => text.status(),
        Property::Priority => text.priority(),
        Property::Type => text.case_type(),
        Property::Channel => text.channel(),
        Property::Responsible => text.responsible(),
        Property::Team => text.team(),
        Property::DueOn => text.due(),
        Property::Customer => text.customer(),
        Property::Site => text.site(),
        Property::CreatedAt => text.created(),
    }
}
