//! A text field that searches the server and offers what it finds: the ARIA combobox pattern.
//!
//! Before hydration it is a plain text field: what is typed is posted under its name, and the
//! server finds out whom it means. Hydrated, a hidden field beside it, `<name>_id`, carries the
//! chosen one's number.

mod highlight;
mod picker;
mod state;

use super::Icon;
use crate::{AppError, page::text};
use domain::text::Language;
pub(crate) use highlight::highlighted;
use leptos::{ev, html, prelude::*, web_sys};
pub(crate) use picker::{Pickable, Picker};
use state::Combo;
use std::pin::Pin;
use wasm_bindgen::JsCast;

/// Somebody or something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What is posted.
    pub(crate) id: i32,
    /// What stands in the field once it is chosen.
    pub(crate) name: String,
    /// What tells namesakes apart; may be empty.
    pub(crate) detail: String,
}

/// Asks the server for what matches the text; details come in that language.
pub(crate) type Search = fn(String, Language) -> Pin<Box<dyn Future<Output = Result<Vec<Choice>, AppError>>>>;

/// What a field says about itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// Its label and, in the list of matches, theirs.
    pub(crate) label: &'static str,
    /// A small word after the label: "valfritt".
    pub(crate) aside: Option<&'static str>,
    /// What one can search for.
    pub(crate) hint: &'static str,
    /// Nothing matches, and what to do.
    pub(crate) none: &'static str,
}

/// The field.
#[component]
pub(crate) fn Combobox(
    /// Unique on the page; its parts are named after it.
    #[prop(into)]
    id: String,
    /// Name of the text in the form; the chosen number goes by `<name>_id`.
    name: &'static str,
    words: Words,
    search: Search,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<Option<Choice>>,
    /// Called when something is chosen, and with none when one types on.
    #[prop(into)]
    choose: Callback<Option<Choice>>,
    /// What stands in the field at first; without it, the chosen one's name.
    #[prop(optional, into)]
    typed: String,
    /// What was refused, as a sentence.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What a plain form's text could mean: one is chosen by a radio button.
    #[prop(optional)]
    candidates: Vec<Choice>,
    /// Receives the focus when shown.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let combo = Combo::new(search, chosen, choose, typed);
    let input = NodeRef::<html::Input>::new();
    combo.attend(input, autofocus);
    let list = format!("{id}-lista");
    let (described_by, controls) = (format!("{id}-fel"), list.clone());
    let expanded = Memo::new(move |_| combo.shows_options());
    let active = {
        let list = list.clone();
        move || combo.active.get().filter(|_| expanded.get()).map(|index| format!("{list}-{index}"))
    };
    let initial = combo.text.get_untracked();
    view! {
        <div class="field cmb">
            <label class="label" for=id.clone()>
                {words.label}
                {words.aside.map(|aside| view! { " " <small>{aside}</small> })}
            </label>
            <span class="in-ic">
                <Icon name="search"/>
                <input
                    class="in"
                    id=id.clone()
                    name=name
                    value=initial
                    placeholder=words.hint
                    autocomplete="off"
                    role=move || combo.is_live.get().then_some("combobox")
                    aria-autocomplete=move || combo.is_live.get().then_some("list")
                    aria-expanded=move || combo.is_live.get().then(|| expanded.get().to_string())
                    aria-controls=move || expanded.get().then(|| controls.clone())
                    aria-activedescendant=active
                    aria-invalid=move || error.get().is_some().then_some("true")
                    aria-describedby={
                        let described_by = described_by.clone();
                        move || error.get().is_some().then(|| described_by.clone())
                    }
                    node_ref=input
                    on:input=move |event| combo.typed(event_target_value(&event))
                    on:keydown=move |event: ev::KeyboardEvent| combo.pressed(&event)
                    on:click=move |_| combo.open()
                    on:blur=move |_| combo.left()
                />
            </span>
            <input
                type="hidden"
                name=format!("{name}_id")
                value=move || chosen.get().map(|choice| choice.id.to_string()).unwrap_or_default()
            />
            <Matches combo list words=words.clone()/>
            <Candidates combo name candidates label=words.label/>
            {move || error.get().map(|sentence| view! {
                <span class="err" id=described_by.clone()><Icon name="alert" size="i--s"/>{sentence}</span>
            })}
        </div>
    }
}

/// What is offered, or why there is nothing.
#[component]
fn Matches(combo: Combo, list: String, words: Words) -> impl IntoView {
    let text = text();
    let nothing = move || combo.says_nothing(words.none, text.picker_searching());
    view! {
        {move || combo.shows_options().then(|| view! {
            <div class="pop" role="listbox" id=list.clone() aria-label=words.label>
                {combo.options.get().into_iter().enumerate().map(|(index, choice)| view! {
                    <Match combo index choice list=list.clone()/>
                }).collect_view()}
            </div>
        })}
        {move || nothing().map(|(class, sentence)| view! {
            <div class="pop"><p class=class>{sentence}</p></div>
        })}
        <span class="sr" role="status">
            {move || combo.count().map(|count| text.picker_matches(count))}
        </span>
    }
}

#[component]
fn Match(combo: Combo, index: usize, choice: Choice, list: String) -> impl IntoView {
    let typed = combo.text.get_untracked();
    let Choice { name, detail, .. } = choice.clone();
    view! {
        <div
            class="opt opt--2"
            role="option"
            id=format!("{list}-{index}")
            aria-selected=move || (combo.active.get() == Some(index)).to_string()
            // The field keeps the focus: nothing is left while one chooses.
            on:pointerdown=move |event| event.prevent_default()
            on:click=move |_| combo.take(choice.clone())
        >
            <span class="av av--sq" aria-hidden="true">{domain::people::initials(&name)}</span>
            <span>
                <span>{highlighted(&name, &typed)}</span>
                {(!detail.is_empty()).then(|| view! { <small>{detail}</small> })}
            </span>
        </div>
    }
}

/// What a plain form's text could mean. Hydrated, one of them is chosen like one of the list.
#[component]
fn Candidates(
    combo: Combo,
    name: &'static str,
    candidates: Vec<Choice>,
    label: &'static str,
) -> impl IntoView {
    // One who goes through them by the arrow keys chooses each: they go when one has left them.
    let is_left = RwSignal::new(false);
    let left = move |event: ev::FocusEvent| {
        let node = |target: Option<web_sys::EventTarget>| {
            target.and_then(|target| target.dyn_into::<web_sys::Node>().ok())
        };
        let within = node(event.current_target());
        let stays = within.is_some_and(|within| within.contains(node(event.related_target()).as_ref()));
        if !stays && combo.has_chosen_now() {
            is_left.set(true);
        }
    };
    (!candidates.is_empty()).then(|| {
        view! {
            <fieldset hidden=move || is_left.get() on:focusout=left>
                <legend class="sr">{label}</legend>
                {candidates.into_iter().map(|choice| {
                    let Choice { id, name: called, detail } = choice.clone();
                    view! {
                        <label class="ck">
                            <input type="radio" name=format!("{name}_id") value=id.to_string()
                                on:change=move |_| combo.take(choice.clone())/>
                            <span>{called} " " <span class="mut">{detail}</span></span>
                        </label>
                    }
                }).collect_view()}
            </fieldset>
        }
    })
}
