//! The form of one property: a popover that saves by itself, and before that a form to post.

use super::{dates, options, people, site, spot::Spot, words::act};
use crate::{
    cases::CaseReply,
    page::text,
    ui::{Icon, Popover},
};
use domain::cases::Property;
use leptos::{ev, prelude::*};

/// The form of the spot's property.
pub(super) fn form(spot: Spot) -> AnyView {
    match spot.property {
        Property::Status | Property::Priority | Property::Type | Property::Channel | Property::Team => {
            view! { <options::OptionsForm spot/> }.into_any()
        }
        Property::Responsible => view! { <people::ResponsibleForm spot/> }.into_any(),
        Property::Customer => view! { <people::CustomerForm spot/> }.into_any(),
        Property::Site => view! { <site::SiteForm spot/> }.into_any(),
        Property::DueOn => view! { <dates::DueForm spot/> }.into_any(),
        Property::CreatedAt => view! { <dates::CreatedForm spot/> }.into_any(),
    }
}

/// What the server answered when it refused the posted form; nothing otherwise.
pub(super) fn reply(spot: Spot) -> Option<CaseReply> {
    CaseReply::to(spot.property.slug()).filter(|_| spot.is_linked)
}

/// Where the form of a spot says what was refused.
pub(super) fn error_id(spot: Spot) -> String {
    format!("fel-{}", spot.property.slug())
}

/// What all these forms share: what is posted beside the value, the sentence when it was refused,
/// and the buttons.
#[component]
pub(super) fn Frame(
    spot: Spot,
    /// More classes of the popover.
    #[prop(optional)]
    class: &'static str,
    /// With buttons even when it saves by itself.
    #[prop(optional)]
    has_foot: bool,
    /// What was refused, as a sentence.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// Hydrated: reads the form and chooses.
    on_submit: Callback<()>,
    children: Children,
) -> impl IntoView {
    let here = spot.editing.here();
    let (action, version) = spot
        .row
        .with_untracked(|row| (format!("/arenden/{}/{}", row.number, spot.property.slug()), row.version));
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        on_submit.run(());
    };
    let foot = (has_foot || spot.is_linked).then(|| view! { <Foot spot/> });
    view! {
        <Popover label=act(spot.property, text()) class trigger=spot.trigger on_close=Callback::new(move |()| spot.is_open.set(false))>
            <form method="post" action=action autocomplete="off" on:submit=submitted>
                <input type="hidden" name="version" value=version.to_string()/>
                <input type="hidden" name="tillbaka" value=here/>
                {children()}
                {move || error.get().map(|sentence| view! {
                    <p class="err" id=error_id(spot) role="alert"><Icon name="alert" size="i--s"/>{sentence}</p>
                })}
                {foot}
            </form>
        </Popover>
    }
}

#[component]
fn Foot(spot: Spot) -> impl IntoView {
    let text = text();
    let cancelled = move |event: ev::MouseEvent| {
        event.prevent_default();
        spot.shut();
    };
    view! {
        <div class="pop__f">
            <button class="btn btn--pri btn--s">{text.save()}</button>
            <a class="btn btn--s" href=spot.editing.here() on:click=cancelled>{text.cancel()}</a>
        </div>
    }
}
