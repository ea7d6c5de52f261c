//! A modal dialog: the browser's own, which keeps the focus in and gives it back.

use super::once_connected;
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
    node.on_load(|dialog| {
        once_connected(dialog, |dialog| {
            if !dialog.open() {
                let _ = dialog.show_modal();
            }
        });
    });
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
