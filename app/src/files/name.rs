//! What a file is called.

use domain::files::parts;
use leptos::prelude::*;

/// A name that, where there is no room for it, is cut before its extension. It is read aloud whole.
pub(crate) fn file_name(name: &str) -> AnyView {
    let (stem, extension) = parts(name);
    view! {
        <span class="sr">{name.to_owned()}</span>
        <span class="fname" aria-hidden="true" title=name.to_owned()>
            <span class="cut">{stem.to_owned()}</span>
            <span>{extension.to_owned()}</span>
        </span>
    }
    .into_any()
}
