//! Elements that can only act within the document.

use leptos::{prelude::request_animation_frame, web_sys};

/// Calls `act` once the element stands in the document. Made within a `Suspend`, it is loaded
/// before: then the next frames are waited for, half a second at most.
pub(crate) fn once_connected<E>(element: E, act: impl FnOnce(&E) + 'static)
where
    E: AsRef<web_sys::Node> + 'static,
{
    wait(element, Box::new(act), 0);
}

fn wait<E>(element: E, act: Box<dyn FnOnce(&E)>, frames: u8)
where
    E: AsRef<web_sys::Node> + 'static,
{
    if element.as_ref().is_connected() {
        act(&element);
    } else if frames < 30 {
        request_animation_frame(move || wait(element, act, frames + 1));
    }
}
