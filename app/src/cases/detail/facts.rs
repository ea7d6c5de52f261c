//! Beside the case: who, for whom, when.

use super::{case::Case, customer::CustomerFacts, participants::Participants, relations::Relations};
use crate::{
    cases::property::PropertyField,
    page::{Page, text},
    ui::Avatar,
};
use domain::cases::{Feature, Property};
use leptos::prelude::*;

/// The column.
#[component]
pub(super) fn Facts(case: Case) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let row = case.row;
    let creator = case.created_by.get_value();
    let is_me = page.viewer().is_some_and(|viewer| viewer.person == creator.id);
    let has_teams = page.uses(Feature::Team)
        && (row.with_untracked(|row| row.team.is_some()) || page.vocabulary(|words| !words.teams.is_empty()));
    view! {
        <aside class="cs__s" aria-label=text.case_facts()>
            {page.uses(Feature::Responsible).then(|| view! {
                <div class="sl">
                    <h3>{text.responsible()}</h3>
                    <PropertyField row property=Property::Responsible/>
                </div>
            })}
            {has_teams.then(|| view! {
                <div class="sl">
                    <h3>{text.team()}</h3>
                    <PropertyField row property=Property::Team/>
                </div>
            })}
            {page.uses(Feature::Customer).then(|| view! { <CustomerFacts case/> })}
            {page.uses(Feature::Participants).then(|| view! { <Participants case/> })}
            <Relations case/>
            {page.uses(Feature::DueOn).then(|| view! {
                <div class="sl">
                    <h3>{text.due()}</h3>
                    <PropertyField row property=Property::DueOn/>
                </div>
            })}
            <div class="sl">
                <h3>{text.created()}</h3>
                <PropertyField row property=Property::CreatedAt/>
            </div>
            <div class="sl">
                <h3>{text.created_by()}</h3>
                <span class="who">
                    <Avatar name=creator.name.clone() class=if is_me { "av--me" } else { "" }/>
                    <span class="cut">{creator.name}</span>
                </span>
            </div>
        </aside>
    }
}
