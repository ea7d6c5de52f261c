//! "2 nya ärenden. Visa dem": what others have made waits until one asks, so that no row moves.

use super::state::List;
use crate::{page::text, ui::Icon};
use leptos::prelude::*;

/// Beside the chips, where it takes no room.
#[component]
pub(super) fn NewCases() -> impl IntoView {
    let (text, list) = (text(), List::current());
    let words = move || match list.waiting.with(Vec::len) {
        0 => None,
        1 => Some(text.waiting_one().to_owned()),
        count => Some(text.waiting(count as i32)),
    };
    let show = move |_| {
        list.refresh();
        window().scroll_to_with_x_and_y(0.0, 0.0);
    };
    let bar = move |words: String| {
        view! { <button class="newbar" type="button" on:click=show><Icon name="up" size="i--s"/>{words}</button> }
    };
    view! { <div class="newbar__at" role="status">{move || words().map(bar)}</div> }.into_any()
}
