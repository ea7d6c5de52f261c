//! What two have changed: what stands now and one's own, each choice at its field. Works without script.

use super::Icon;
use crate::page::text;
use leptos::prelude::*;
use std::borrow::Cow;

/// A property that both have changed.
#[derive(Clone)]
pub(crate) struct Versus {
    /// How the form names it.
    pub(crate) field: Cow<'static, str>,
    /// What it is called.
    pub(crate) label: &'static str,
    /// What one wants, as people read it.
    pub(crate) mine: String,
    /// What stands now.
    pub(crate) now: String,
}

/// What the form posts for what stands now.
pub(crate) const NOW: &str = "nu";

/// How the form posts what was chosen for a field.
pub(crate) fn choice_of(field: &str) -> String {
    format!("val-{field}")
}

/// The choices of a form, for its fields.
#[derive(Clone)]
struct Both(Vec<Versus>);

/// Over the form: that there is something to choose, and where. From here on the form's fields have their choices.
pub(crate) fn versus(both: Vec<Versus>) -> AnyView {
    let text = text();
    let link = |of: &Versus| {
        let address = format!("#{}", choice_of(&of.field));
        view! { <li><a href=address rel="external">{of.label}</a></li> }
    };
    let links = both.iter().map(link).collect_view();
    provide_context(Both(both));
    view! {
        <div class="ban ban--warn errsum" role="alert">
            <Icon name="merge"/>
            <div>
                <p><strong>{text.both_changed_title()}</strong> " " {text.both_changed_text()}</p>
                <ul>{links}</ul>
            </div>
        </div>
    }
    .into_any()
}

/// The choice at that field, if both have changed it. One's own is preselected: it stands in the field, where it may
/// still be changed.
pub(crate) fn choice_at(field: &str) -> Option<AnyView> {
    let Both(both) = use_context()?;
    both.into_iter().find(|of| of.field == field).map(choice)
}

fn choice(of: Versus) -> AnyView {
    let text = text();
    let Versus { field, label, mine, now } = of;
    let one = |value: &str, word: &str, said: String, note: &str| {
        let said = if said.is_empty() { text.both_blank().to_owned() } else { said };
        let radio = (choice_of(&field), value.to_owned(), value != NOW);
        side(radio, word.to_owned(), said, note.to_owned())
    };
    view! {
        <fieldset id=choice_of(&field)>
            <legend class="sr">{label}</legend>
            <div class="diff">
                {one("mitt", text.both_mine(), mine, text.not_yet_saved())}
                {one(NOW, text.both_now(), now, text.both_now_saved())}
            </div>
        </fieldset>
    }
    .into_any()
}

/// One of two values to choose between, in a `.diff`: its radio button (name, value, whether it is preselected), whose
/// it is, what it says, and a note.
pub(crate) fn side(
    (name, value, is_checked): (String, String, bool),
    whose: String,
    said: String,
    note: String,
) -> impl IntoView {
    view! {
        <label>
            <input type="radio" name=name value=value checked=is_checked/>
            <span>{whose}</span>
            <span class="v v--text">{said}</span>
            <small>{note}</small>
        </label>
    }
}
