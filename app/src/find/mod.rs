//! Ctrl+K: one box for cases, customers, views and whatever one may do.

mod actions;
pub(crate) mod api;
mod palette;

use crate::house::{NotArrived, arrived};
use leptos::{prelude::*, wasm_split::wasm_split};
use palette::palette;

/// Listens for Ctrl+K; the box comes when it is asked for first.
#[component]
pub(crate) fn Find(is_open: RwSignal<bool>) -> impl IntoView {
    move || {
        is_open.get().then(|| view! { <Suspense>{Suspend::new(arrived(late_palette(is_open)))}</Suspense> })
    }
}

/// With the wing of one case, where the forms are too: a wing more would cut the others into smaller pieces.
#[wasm_split(case, wasm_split_path = leptos::wasm_split, fallible)]
fn late_palette(is_open: RwSignal<bool>) -> Result<AnyView, NotArrived> {
    Ok(palette(is_open))
}
