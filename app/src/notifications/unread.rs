//! How many one has not read, at the bell.

use crate::page::text;
use domain::cases::Count;
use leptos::prelude::*;

/// Nothing where there are none.
pub(crate) fn unread_badge(unread: Count) -> Option<AnyView> {
    let says = text().notifications_unread();
    (unread.counted > 0).then(|| {
        view! { <span class="badge badge--on">{unread.to_string()}<span class="sr">" " {says}</span></span> }.into_any()
    })
}
