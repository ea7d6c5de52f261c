//! A small form beside what opened it, in the browser's top layer.

use super::once_connected;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

/// A dialog beside its trigger. Drawn only while it is open: the browser lets one such popover
/// close the other, closes it by Esc and by a click beside it, and gives the focus back.
///
/// Before hydration it stands in the page, where the style puts it.
#[component]
pub(crate) fn Popover(
    /// Its accessible name.
    label: &'static str,
    /// More classes than `pop`.
    #[prop(optional)]
    class: &'static str,
    /// What opened it.
    trigger: NodeRef<html::A>,
    /// Called when it has been closed.
    on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    node.on_load(move |popover| {
        // Made here, it never stands among the rest of the page, which need not be laid out for it.
        if !popover.is_connected() {
            let _ = popover.set_attribute("popover", "auto");
        }
        if let Some(trigger) = trigger.get_untracked() {
            once_connected(popover, move |popover| show(popover, &trigger));
        }
    });
    // Both may come while it is being taken away.
    let standing = move || node.try_get_untracked().flatten();
    let closed = move |_| {
        if let Some(popover) = standing().filter(|popover| !is_showing(popover)) {
            // By Esc the browser gives the focus back, by a click beside it may be nowhere; and it goes down with a
            // popover that had it already when the page came.
            let is_nowhere = document()
                .active_element()
                .is_none_or(|focused| focused.tag_name() == "BODY" || popover.contains(Some(&focused)));
            if let Some(trigger) = trigger.try_get_untracked().flatten().filter(|_| is_nowhere) {
                let _ = trigger.focus();
            }
            on_close.run(());
        }
    };
    let left = move |event: ev::FocusEvent| {
        let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        if let (Some(to), Some(popover)) = (to, standing())
            && !popover.contains(Some(&to))
        {
            on_close.run(());
        }
    };
    view! {
        <div
            node_ref=node
            class=format!("pop {class}")
            role="dialog"
            aria-label=label
            on:toggle=closed
            on:focusout=left
            // The page's shortcuts do not hold in here.
            on:keydown=|event| event.stop_propagation()
        >
            {children()}
        </div>
    }
}

/// Lifts it into the top layer and gives it the focus, unless one is typing elsewhere or in it.
fn show(popover: &HtmlElement, trigger: &HtmlElement) {
    let focused = document().active_element();
    let is_ready = focused.as_ref().is_some_and(|focused| focused.is_same_node(Some(trigger)));
    let within = focused.filter(|focused| popover.contains(Some(focused)));
    place(popover, trigger);
    if within.is_none() && !is_ready && !is_typing() {
        // It remembers who had the focus.
        let _ = trigger.focus();
    }
    let may_take_focus = within.is_some() || !is_typing();
    let shown = popover.set_attribute("popover", "auto").and_then(|()| popover.show_popover());
    if shown.is_err() {
        // A browser without popovers: it stays in the page, where it works as well.
        let _ = popover.remove_attribute("popover");
    }
    let find = |selector| popover.query_selector(selector).ok().flatten();
    let first =
        within.or_else(|| find("input[type=radio]:checked")).or_else(|| find("input:not([type=hidden])"));
    if let Some(first) = first.filter(|_| may_take_focus) {
        let _ = first.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Somebody has begun to type before the page was interactive.
fn is_typing() -> bool {
    const TEXT: &str = "textarea, input:not([type=checkbox], [type=radio])";
    document().active_element().is_some_and(|focused| focused.matches(TEXT).unwrap_or(false))
}

fn is_showing(popover: &HtmlElement) -> bool {
    popover.matches(":popover-open").unwrap_or(true)
}

/// For browsers without anchors: under the trigger, within the window. To ask where something stands has
/// the whole page laid out, which others need not do.
fn place(popover: &HtmlElement, trigger: &HtmlElement) {
    const WIDTH: f64 = 290.0;
    const HEIGHT: f64 = 360.0;
    let style = HtmlElement::style(popover);
    if js_sys::Reflect::has(style.as_ref(), &"positionArea".into()) == Ok(true) {
        return;
    }
    let side =
        |length: Result<wasm_bindgen::JsValue, _>| length.ok().and_then(|px| px.as_f64()).unwrap_or(1024.0);
    let beside = trigger.get_bounding_client_rect();
    let x = beside.left().min(side(window().inner_width()) - WIDTH).max(8.0);
    let y = (beside.bottom() + 4.0).min(side(window().inner_height()) - HEIGHT).max(8.0);
    let _ = style.set_property("--pop-x", &format!("{x}px"));
    let _ = style.set_property("--pop-y", &format!("{y}px"));
}
