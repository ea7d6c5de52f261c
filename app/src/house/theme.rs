//! Light, dark, or as the system has it: three submit buttons, so it works before any script.

use crate::{
    page::{Page, Theme, text},
    ui::Icon,
};
use leptos::prelude::*;

/// The switch. The server sets a cookie and leads back.
#[component]
pub(crate) fn ThemeSwitch(
    /// Words beside the icons.
    #[prop(optional)]
    wide: bool,
) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let button = move |theme: Theme| {
        let (name, icon) = match theme {
            Theme::Auto => (text.theme_auto(), "auto"),
            Theme::Light => (text.theme_light(), "sun"),
            Theme::Dark => (text.theme_dark(), "moon"),
        };
        view! {
            <button
                name="tema"
                value=theme.as_str()
                aria-pressed=(page.theme() == theme).to_string()
                aria-label=name
                title=name
            >
                <Icon name=icon size="i--s"/>
                {wide.then_some(name)}
            </button>
        }
    };
    view! {
        <form class=if wide { "theme theme--w" } else { "theme" } method="post" action="/tema">
            <fieldset>
                <legend class=if wide { "label" } else { "sr" }>{text.theme()}</legend>
                <div class="theme__b">{Theme::ALL.map(button).collect_view()}</div>
            </fieldset>
        </form>
    }
}
