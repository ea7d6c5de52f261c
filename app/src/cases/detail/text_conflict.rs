//! Two have edited the text: both are shown, one is chosen for each part that differs.

use crate::{
    page::{Page, text},
    ui::{Icon, side},
};
use domain::{
    cases::{Conflict, TextEdit},
    format,
};
use leptos::prelude::*;

/// The choice, as part of the form. Its radio buttons go by the fields' own names and hold the
/// texts: what is chosen is what is saved, over the version that was shown here.
#[component]
pub(super) fn TextConflict(
    conflict: Conflict,
    /// The text that one began with: what one left alone defaults to theirs.
    seen: TextEdit,
) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let Some((mine, theirs)) = conflict.text else { return ().into_any() };
    let at = match conflict.at.date() == page.today() {
        true => text.conflict_clock(&format::clock(conflict.at)),
        false => format::moment(conflict.at, page.today(), text),
    };
    let whose = text.their_value(&text.whose(&conflict.by));
    let part = |name: &'static str, label: &'static str, mine: String, theirs: String, seen: &str| {
        let takes_mine = !same(&mine, seen);
        if same(&mine, &theirs) {
            return view! { <input type="hidden" name=name value=theirs/> }.into_any();
        }
        let one = |is_checked: bool, whose: String, value: String, note: String| {
            side((name.to_owned(), value.clone(), is_checked), whose, value, note)
        };
        view! {
            <fieldset>
                <legend class="label">{label}</legend>
                <div class="diff">
                    {one(takes_mine, text.my_value().to_owned(), mine, text.not_yet_saved().to_owned())}
                    {one(!takes_mine, whose.clone(), theirs, text.saved_at(&at))}
                </div>
            </fieldset>
        }
        .into_any()
    };
    view! {
        <input type="hidden" name="version" value=conflict.theirs.version.to_string()/>
        <div class="ban ban--warn" role="alert">
            <Icon name="merge"/>
            <p>
                <strong>{text.conflict_title()}</strong>
                {text.text_conflict(&conflict.by, conflict.number.0, &at)}
            </p>
        </div>
        {part("rubrik", text.subject(), mine.subject, theirs.subject, &seen.subject)}
        {part("innehall", text.body(), mine.body, theirs.body, &seen.body)}
    }
    .into_any()
}

/// A form turns line ends into the web's; they make no difference.
fn same(one: &str, other: &str) -> bool {
    one.lines().eq(other.lines())
}
