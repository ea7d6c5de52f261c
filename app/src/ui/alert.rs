//! What went wrong, where it stands in the way.

use super::Icon;
use leptos::prelude::*;

/// A sentence that is spoken at once.
pub(crate) fn alert(sentence: String) -> AnyView {
    view! { <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{sentence}</p></div> }.into_any()
}
