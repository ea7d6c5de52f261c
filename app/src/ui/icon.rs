//! Pictures out of the one sprite, which the browser keeps.

use super::Html;
use crate::page::Page;
use leptos::{attr, prelude::*};

/// An icon on the 24 grid; hidden from screen readers, so a word always stands beside it.
#[component]
pub(crate) fn Icon(
    /// Its name in the sprite, without `i-`.
    name: &'static str,
    /// `i--s` or `i--l`.
    #[prop(optional)]
    size: &'static str,
) -> impl IntoView {
    let href = format!("{}/sprite.svg#i-{name}", Page::current().assets());
    picture(format!("i {size}"), href)
}

/// A glyph of status or priority on the 16 grid.
#[component]
pub(crate) fn Glyph(
    /// Its name in the sprite.
    name: String,
    /// More classes than `g`.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let href = format!("{}/sprite.svg#{name}", Page::current().assets());
    picture(format!("g {class}"), href)
}

/// The macro knows no attributes within a picture, and those that it does not know are written again when the page is
/// hydrated, for which the browser draws the picture anew. So they are named here.
pub(crate) fn picture(class: String, href: String) -> impl IntoView {
    view! { <svg class={class} {..attr::aria_hidden("true")}><use {..attr::href(href)}></use></svg> }
}

/// [`Icon`] as text.
pub(crate) fn icon_html(name: &'static str, size: &'static str) -> Html {
    picture_html("i ", size, "#i-", name)
}

/// [`Glyph`] as text.
pub(super) fn glyph_html(name: &str) -> Html {
    picture_html("g", "", "#", name)
}

fn picture_html(kind: &'static str, size: &'static str, of: &'static str, name: &str) -> Html {
    Html::new("<svg class=\"")
        .markup(kind)
        .markup(size)
        .markup("\" aria-hidden=\"true\"><use href=\"")
        .text(&Page::current().assets())
        .markup("/sprite.svg")
        .markup(of)
        .text(name)
        .markup("\"></use></svg>")
}
