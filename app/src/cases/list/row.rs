//! One row. Each cell follows the row's own signal, so an edit redraws that cell and no other.

use super::{
    cursor::Cursor,
    selection::{PickBox, Selected},
    state::List,
};
use crate::{
    cases::property::{Editing, PropertyCell},
    live::PresentPeople,
    page::{Page, text},
    ui::{drawn, of_case},
};
use domain::{
    cases::{CaseRow, Feature, Property},
    format,
    ids::CustomerId,
    policy::Action,
};
use leptos::prelude::*;

/// A case as a row; as a card on a phone. On the server nothing is ticked yet, nobody is told to read it and none has
/// left, so that the row and the address decide how it looks.
#[component]
pub(super) fn CaseLine(row: RwSignal<CaseRow>) -> impl IntoView {
    let (list, editing) = (List::current(), Editing::current());
    let of = move || {
        // With a form open the row shows more than itself.
        let here = editing.here_without_forms()?;
        row.with_untracked(|row| serde_json::to_string(&(row, here, list.case_address(row.number))).ok())
    };
    drawn(of, move || line(row))
}

fn line(row: RwSignal<CaseRow>) -> AnyView {
    let (list, selected) = (List::current(), Selected::current());
    let number = row.with_untracked(|row| row.number);
    let address = move || list.case_address(number);
    let pick = Signal::derive(move || row.with(|row| format!("{}:{}", row.number, row.version)));
    let page = Page::current();
    let cell = move |column: &'static str, property: Property| {
        let is_used = page.vocabulary(|words| words.has(property));
        is_used.then(|| view! { <td role="cell" class=column><PropertyCell row property/></td> })
    };
    view! {
        <tr role="row" class:is-cur=Cursor::is_on(number) data-sel=move || selected.has(number).then_some("")
            class:unread=move || row.with(|row| row.changed)
            class:has-left=move || list.left.with(|left| left.contains(&number))
            {..of_case(number.0)}>
            <td role="cell" class="c-pick">
                {page.may(Action::ChangeCase).then(|| view! {
                    <label><PickBox number value=pick/><span class="sr">{text().tick_case(number)}</span></label>
                })}
            </td>
            <td role="cell" class="c-nr"><a class="kund" href=address tabindex="-1">{number.0}</a></td>
            <td role="cell" class="c-subject">
                {move || row.with(|row| row.changed).then(|| view! { <span class="sr">{text().changed_mark()} ". "</span> })}
                {move || list.left.with(|left| left.contains(&number)).then(|| view! { <span class="sr">{text().has_left()} ". "</span> })}
                <a class="tt" href=address>{move || row.with(|row| row.subject.clone())}</a>
                <span class="ts"><PresentPeople case=number/>{move || row.with(|row| row.excerpt.clone())}</span>
            </td>
            {page.uses(Feature::Customer).then(|| view! {
                <td role="cell" class="c-customer">{move || customer(row.with(|row| row.customer.clone()))}</td>
            })}
            {cell("c-responsible", Property::Responsible)}
            {cell("c-priority", Property::Priority)}
            {cell("c-status", Property::Status)}
            {cell("c-type", Property::Type)}
            {cell("c-channel", Property::Channel)}
            <td role="cell" class="c-created">{move || created(row.with(|row| row.created_at))}</td>
            {cell("c-due", Property::DueOn)}
        </tr>
    }
    .into_any()
}

/// The customer, leading to their card.
fn customer(customer: Option<(CustomerId, String)>) -> AnyView {
    match customer {
        Some((id, name)) => view! { <a class="kund" href=format!("/kunder/{id}")>{name}</a> }.into_any(),
        None => view! { <span class="mut">{text().none()}</span> }.into_any(),
    }
}

fn created(at: chrono::NaiveDateTime) -> impl IntoView {
    let shown = format::moment_in_list(at, Page::current().today(), text());
    view! { <time datetime=format::machine_moment(at)>{shown}</time> }
}
