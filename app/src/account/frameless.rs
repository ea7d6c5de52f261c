//! The pages without menu and top bar: one card under the product's sign.

use crate::{
    page::{Page, text},
    ui::picture,
};
use leptos::prelude::*;

/// The sign, and the card below it.
#[component]
pub(crate) fn Frameless(children: Children) -> impl IntoView {
    let sign = format!("{}/sprite.svg#brand", Page::current().assets());
    view! {
        <div class="login">
            <main id="main" tabindex="-1">
                <p class="brand">
                    {picture("bm".to_owned(), sign)}
                    <span>{text().product()}</span>
                </p>
                {children()}
            </main>
        </div>
    }
}
