//! The field for files, and what it holds.

use super::{Choosing, file_name, send::Sending};
use crate::{page::text, ui::Icon};
use domain::files::{ACCEPT, size};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// A field of a form that is sent as `multipart/form-data`. Without script it is the browser's own;
/// hydrated, a button and a list.
#[component]
pub(crate) fn FileField(
    choosing: Choosing,
    /// Also a way to the phone's camera.
    #[prop(optional)]
    camera: bool,
) -> impl IntoView {
    let text = text();
    // What was chosen before this code had come is in the field already.
    choosing.kept.on_load(move |_| {
        if !choosing.is_empty() {
            choosing.changed();
        }
    });
    choosing.hold_the_door();
    let listed = move || choosing.chosen.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <div class="ff">
            {camera.then(|| view! { <Camera choosing/> })}
            <label class="ff__c">
                <Icon name="clip" size="i--s"/>
                <span>{text.attach_files()}</span>
                <input type="file" name="filer" multiple accept=ACCEPT node_ref=choosing.field
                    disabled=move || choosing.is_sending() on:change=move |_| choosing.changed()/>
            </label>
            {(!camera).then(|| view! { <span class="hint ff__h">{text.attach_hint()}</span> })}
        </div>
        <input type="file" multiple hidden node_ref=choosing.kept/>
        {move || choosing.is_over.get().then(|| view! {
            <p class="ff__o"><Icon name="clip"/>{text.drop_files()}</p>
        })}
        <ul class="ff__l" aria-label=text.chosen_files() aria-live="polite"
            hidden=move || choosing.chosen.with(Vec::is_empty)>
            <For each=listed key=|(index, (name, size))| (*index, name.clone(), *size) let:one>
                <Chosen choosing index=one.0 name=one.1.0 bytes=one.1.1/>
            </For>
        </ul>
        <Way choosing/>
    }
}

/// Where pictures are taken on the spot. Hydrated, they join those in the other field.
#[component]
fn Camera(choosing: Choosing) -> impl IntoView {
    let taken = move |event: ev::Event| {
        let Some(field) = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        choosing.add(field.files());
        field.set_value("");
    };
    view! {
        <label class="ff__c">
            <Icon name="camera" size="i--s"/>
            <span>{text().take_photo()}</span>
            <input type="file" name="filer" accept="image/*" capture="environment"
                disabled=move || choosing.is_sending() on:change=taken/>
        </label>
    }
}

#[component]
fn Chosen(choosing: Choosing, index: usize, name: String, bytes: i64) -> impl IntoView {
    let text = text();
    let (words, label) = (text.do_not_attach(&name), text.sending_file(&name));
    let state = move || match choosing.sending.get() {
        Sending::Not => view! {
            <button class="tok__x" type="button" aria-label=words.clone()
                on:click=move |_| choosing.let_go(index)
            >
                <Icon name="x" size="i--s"/>
            </button>
        }
        .into_any(),
        Sending::Leaving => {
            let percent = move || choosing.percent(index).to_string();
            let label = label.clone();
            view! { <progress class="ff__p" max="100" value=percent aria-label=label></progress> }.into_any()
        }
        Sending::Waiting => view! { <small>{text.file_waits()}</small> }.into_any(),
        Sending::Stopped => view! { <small>{text.file_stopped()}</small> }.into_any(),
    };
    view! {
        <li>
            {file_name(&name)}
            <small class="num">{size(bytes, text)}</small>
            {state}
        </li>
    }
}

/// What happens with what is on its way, and what one can do about it.
#[component]
fn Way(choosing: Choosing) -> impl IntoView {
    let text = text();
    let is_sending = Memo::new(move |_| choosing.is_sending());
    let is_stopped = Memo::new(move |_| choosing.sending.get() == Sending::Stopped);
    let sentence = Memo::new(move |_| match choosing.sending.get() {
        Sending::Waiting => Some(text.files_wait()),
        Sending::Stopped => Some(text.files_stopped()),
        Sending::Not | Sending::Leaving => None,
    });
    view! {
        <div class="ff__w" hidden=move || !is_sending.get()>
            <span class="grow" role="status">{sentence}</span>
            {move || is_stopped.get().then(|| view! {
                <button class="btn btn--s" type="button" on:click=move |_| choosing.try_again()>{text.try_again()}</button>
            })}
            {move || is_sending.get().then(|| view! {
                <button class="btn btn--q btn--s" type="button" on:click=move |_| choosing.cancel()>{text.cancel()}</button>
            })}
        </div>
    }
}
