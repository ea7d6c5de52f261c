//! Egenskaper: which properties the company uses, its statuses and its types.

use super::{
    api::list_words,
    features::Features,
    frame::{framed, loaded},
    statuses::Statuses,
    types::Types,
};
use crate::{house::page, page::text};
use domain::policy::Action;
use leptos::prelude::*;

page!(
    /// `/installningar`
    WordsPage in office, words_page
);

fn words_page() -> AnyView {
    let words = Resource::new(|| (), |()| list_words());
    let content = loaded(words, |words| {
        view! { <Features/><Statuses statuses=words.statuses/><Types types=words.types/> }.into_any()
    });
    framed(Action::ManageSettings, text().settings_words(), content)
}
