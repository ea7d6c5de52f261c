//! Responsible and customer: searched at the server.

use super::{
    Value,
    form::{Frame, reply},
    mark::mark,
    options::OptionList,
    spot::Spot,
    words::act,
};
use crate::{
    cases::CaseReply,
    page::{Page, text},
    ui::combobox::Picker,
};
use domain::{cases::Status, customers::CustomerHit, people::Person};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

/// Nobody, oneself, who is responsible now, or a colleague to be searched. A case with the initial status is offered the
/// one for assigned cases in the same step.
#[component]
pub(super) fn ResponsibleForm(spot: Spot) -> impl IntoView {
    let (text, reply) = (text(), reply(spot));
    let me = Page::current().viewer().map(|viewer| Person { id: viewer.person, name: viewer.name });
    let mut values: Vec<Value> = [None, me].map(Value::Responsible).into();
    let stands = spot.row.with_untracked(|row| Value::of(row, spot.property));
    if !values.contains(&stands) {
        values.push(stands);
    }
    let offer = Offer::new(spot);
    let chosen = RwSignal::new(None::<Person>);
    let found = move || chosen.get_untracked().map(|person| Value::Responsible(Some(person)));
    let taken = Callback::new(move |value| offer.choose(value));
    let list = OptionList::taking(spot, values.clone(), taken);
    let error = refused(reply.as_ref());
    let on_submit = Callback::new(move |()| match found() {
        Some(value) => offer.choose(value),
        None if is_searching(spot) => error.set(Some(text.choose_in_list().to_owned())),
        None => list.on_submit().run(()),
    });
    let typed = typed(reply.as_ref());
    let candidates = reply.as_ref().map(|reply| reply.people.clone()).unwrap_or_default();
    view! {
        <Frame spot class="pop--field" has_foot=true error on_submit>
            <fieldset
                node_ref=list.node
                on:keydown=move |event| {
                    list.pressed(&event);
                    begin_search(spot, &event);
                }
                on:keyup=move |_| list.moved_by_arrow.set_value(false)
            >
                <legend>{act(spot.property, text)}</legend>
                {values.into_iter().enumerate().map(|(index, value)| {
                    list.option(index, mark(value, true))
                }).collect_view()}
            </fieldset>
            <hr/>
            <Taking taken=Callback::new(move |()| if let Some(value) = found() { offer.choose(value) })>
                <Picker name="namn" id=id(spot) label=text.search_person() chosen typed candidates/>
            </Taking>
            {offer.view()}
        </Frame>
    }
}

/// None, or a customer to be searched.
#[component]
pub(super) fn CustomerForm(spot: Spot) -> impl IntoView {
    let (text, reply) = (text(), reply(spot));
    let list = OptionList::new(spot, vec![Value::Customer(None)]);
    let chosen = RwSignal::new(None::<CustomerHit>);
    let found = move || chosen.get_untracked().map(|hit| Value::Customer(Some((hit.id, hit.name))));
    let error = refused(reply.as_ref());
    let on_submit = Callback::new(move |()| match found() {
        Some(value) => spot.choose(value),
        None if is_searching(spot) => error.set(Some(text.choose_in_list().to_owned())),
        None => list.on_submit().run(()),
    });
    let typed = typed(reply.as_ref());
    let candidates = reply.as_ref().map(|reply| reply.customers.clone()).unwrap_or_default();
    view! {
        <Frame spot class="pop--field" has_foot=true error on_submit>
            <Taking taken=Callback::new(move |()| if let Some(value) = found() { spot.choose(value) })>
                <Picker name="namn" id=id(spot) label=text.search_customer() chosen typed candidates/>
            </Taking>
            <hr/>
            <fieldset
                node_ref=list.node
                on:keydown=move |event| list.pressed(&event)
                on:keyup=move |_| list.moved_by_arrow.set_value(false)
            >
                <legend class="sr">{act(spot.property, text)}</legend>
                {list.option(0, mark(Value::Customer(None), true))}
            </fieldset>
        </Frame>
    }
}

fn id(spot: Spot) -> String {
    format!("sok-{}", spot.property.slug())
}

fn typed(reply: Option<&CaseReply>) -> String {
    reply.and_then(|reply| reply.typed("namn")).unwrap_or_default().to_owned()
}

fn refused(reply: Option<&CaseReply>) -> RwSignal<Option<String>> {
    RwSignal::new(reply.map(|reply| reply.problem.sentence(text())))
}

/// Something is typed in the picker, which names nobody yet.
fn is_searching(spot: Spot) -> bool {
    picker(spot).is_some_and(|input| !input.value().trim().is_empty())
}

fn picker(spot: Spot) -> Option<web_sys::HtmlInputElement> {
    document().get_element_by_id(&id(spot))?.dyn_into().ok()
}

/// A letter on the radio buttons is the beginning of a name: the field below takes it.
fn begin_search(spot: Spot, event: &ev::KeyboardEvent) {
    let is_command = event.ctrl_key() || event.alt_key() || event.meta_key();
    let key = event.key();
    let mut signs = key.chars();
    let is_letter = signs.next().is_some_and(char::is_alphabetic) && signs.next().is_none();
    if let Some(input) = picker(spot).filter(|_| is_letter && !is_command) {
        let _ = input.focus();
    }
}

/// Around a picker: what one takes in it, by click or Enter, is saved at once. What it settles
/// upon when one leaves the field is not: leaving is not choosing.
#[component]
fn Taking(taken: Callback<()>, children: Children) -> impl IntoView {
    let clicked = move |event: ev::MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let option = target.and_then(|target| target.closest("[role=option]").ok().flatten());
        if option.is_some() {
            taken.run(());
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && event.default_prevented() {
            taken.run(());
        }
    };
    view! { <div on:click=clicked on:keydown=pressed>{children()}</div> }
}

/// "Sätt status Tilldelad", where the case has the initial status.
#[derive(Clone, Copy)]
struct Offer {
    spot: Spot,
    status: StoredValue<Option<Status>>,
    checkbox: NodeRef<html::Input>,
}

impl Offer {
    fn new(spot: Spot) -> Self {
        let status = spot.row.with_untracked(|row| row.status);
        let offered = Page::current().vocabulary(|words| {
            let is_initial = words.initial_status().is_some_and(|initial| initial.id == status);
            words.assigned_status().filter(|assigned| is_initial && assigned.id != status).cloned()
        });
        Self { spot, status: StoredValue::new(offered), checkbox: NodeRef::new() }
    }

    fn view(self) -> impl IntoView + use<> {
        self.status.get_value().map(|status| {
            view! {
                <label class="ck">
                    <input node_ref=self.checkbox type="checkbox" name="tilldela" value="1" checked/>
                    " " {text().set_status_too(&status.name)}
                </label>
            }
        })
    }

    fn choose(self, value: Value) {
        let is_wanted = self.checkbox.get_untracked().is_some_and(|checkbox| checkbox.checked());
        let status = self.status.get_value().filter(|_| is_wanted);
        self.spot.choose(match (value, status) {
            (Value::Responsible(person @ Some(_)), Some(status)) => Value::Assigned(person, status.id),
            (value, _) => value,
        });
    }
}
