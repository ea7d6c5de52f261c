//! Pictures out of the one sprite, which the browser keeps.

use crate::page::Page;
use leptos::prelude::*;

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
    view! { <svg class=format!("i {size}") aria-hidden="true"><use href=href></use></svg> }
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
    view! { <svg class=format!("g {class}") aria-hidden="true"><use href=href></use></svg> }
}
