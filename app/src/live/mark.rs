//! Whether what one sees follows what others do.

use super::{Link, Live};
use crate::page::text;
use leptos::prelude::*;

/// Says so beside the quick lists; nothing before the page is hydrated, as it would not be true.
#[component]
pub(crate) fn LiveMark() -> impl IntoView {
    let (live, text) = (Live::current(), text());
    let word = move || match live.link() {
        Link::Unknown => "",
        Link::Live => text.live(),
        Link::Lost => text.live_lost(),
    };
    let about = move || match live.link() {
        Link::Unknown => "",
        Link::Live => text.live_about(),
        Link::Lost => text.live_lost_about(),
    };
    view! {
        <span
            class="live"
            class:live--off=move || live.link() == Link::Lost
            class:live--unknown=move || live.link() == Link::Unknown
            role="status"
            title=about
        >
            {word}
        </span>
    }
    .into_any()
}
