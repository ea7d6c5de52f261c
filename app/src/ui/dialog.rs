//! A modal dialog: the browser's own, which keeps the focus in and gives it back.

use leptos::{html, prelude::*};

/// Drawn only while it is open. Opens when it comes into the page and closes by Esc.
#[component]
pub(crate) fn Dialog(
    /// `dlg` in the middle, `side` at the right.
    class: &'static str,
    /// Id of its heading.
    labelled_by: &'static str,
    /// Given the element, to close it: `dialog.close()`.
    node: NodeRef<html::Dialog>,
    /// Called when it has been closed, by whatever way.
    on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    node.on_load(|dialog| show(dialog, 0));
    view! {
        <dialog
            node_ref=node
            class=class
            aria-labelledby=labelled_by
            on:close=move |_| on_close.run(())
            on:keydown=|event| event.stop_propagation()
        >
            {children()}
        </dialog>
    }
}

/// Made within a `Suspend`, the element is loaded before it stands in the document, where alone it
/// can open: then the next frames are waited for, half a second at most.
fn show(dialog: leptos::web_sys::HtmlDialogElement, frames: u8) {
    if dialog.is_connected() {
        if !dialog.open() {
            let _ = dialog.show_modal();
        }
    } else if frames < 30 {
        request_animation_frame(move || show(dialog, frames + 1));
    }
}
