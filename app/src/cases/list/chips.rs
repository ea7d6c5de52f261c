//! What the list is narrowed by, each part with a way to take it away, and how many were found.

use super::{state::List, views::ViewChanged, words::chip_words};
use crate::{page::text, ui::Icon};
use domain::{
    cases::{Base, Filter},
    text::Language,
};
use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsCast;

/// Chips, Rensa alla, "12 av 48 öppna".
#[component]
pub(super) fn Chips() -> impl IntoView {
    let (text, list) = (text(), List::current());
    let chips = move || {
        let filter = list.filter.get();
        let chips = filter.chips().into_iter().map(|chip| {
            let (name, value) = list.names.with(|names| chip_words(&chip, names));
            Part { name, value, without: list.address(&filter.without(&chip)) }
        });
        chips.collect::<Vec<_>>()
    };
    let clear = move || {
        list.filter.with(Filter::is_narrowed).then(|| {
            let address =
                list.address(&Filter { sort: list.filter.with(|filter| filter.sort), ..Filter::default() });
            view! { <a href=address data-noscroll="">{text.clear_all()}</a> }
        })
    };
    view! {
        <div class="fchips">
            <ul class="chips" aria-label=text.chosen_filters()>
                <For each=chips key=Part::clone children=|part| view! { <PartChip part/> }/>
            </ul>
            {clear}
            <ViewChanged/>
            <span class="count push" role="status">{move || count(list, text)}</span>
        </div>
    }
    .into_any()
}

/// A chip as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Part {
    name: &'static str,
    value: String,
    /// The address without it.
    without: String,
}

#[component]
fn PartChip(part: Part) -> impl IntoView {
    let label = text().remove_filter(part.name, &part.value);
    view! {
        <li class="chip">
            {part.name} ": "
            <b>{part.value}</b>
            <a href=part.without aria-label=label data-noscroll="" on:click=|_| keep_focus()>
                <Icon name="x" size="i--s"/>
            </a>
        </li>
    }
}

/// The link goes away under the focus: it moves on to what is left.
fn keep_focus() {
    request_animation_frame(|| {
        let left = document().query_selector(".fchips a, .fbar .fbtn").ok().flatten();
        if let Some(left) = left.and_then(|left| left.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = left.focus();
        }
    });
}

fn count(list: List, text: Language) -> String {
    let (matching, open) = list.found.with(|found| (found.matching, found.open));
    let (is_narrowed, base) = list.filter.with(|filter| (filter.is_narrowed(), filter.effective_base()));
    match (base, matching.counted) {
        (Base::Open, _) if is_narrowed => text.count_of_open(matching, open),
        (Base::Open, _) => text.count_open(open),
        (_, 1) => text.count_one().to_owned(),
        _ => text.count_cases(matching),
    }
}
