//! A filter folded away: native `<details>`, of which only one is open at a time.

use super::state::List;
use crate::{
    cases::filter_form::{LiveForm, Rest},
    page::text,
    ui::Icon,
};
use leptos::{ev, html, prelude::*, web_sys};
use wasm_bindgen::JsCast;

/// A filter with a form of its own.
#[component]
pub(super) fn Menu(
    /// Its name.
    label: &'static str,
    /// What it is set to; nothing when it leaves nothing out.
    #[prop(into)]
    value: Signal<Option<String>>,
    /// The parameters that its form has fields for.
    params: &'static [&'static str],
    /// The address without it.
    #[prop(into)]
    clear: Signal<String>,
    /// Open at once, by an address without script.
    #[prop(optional)]
    open: bool,
    /// Unfolded for the first time or anew.
    #[prop(optional)]
    unfold: Option<Callback<()>>,
    /// The fields.
    children: ChildrenFn,
    /// The form's handlers.
    form: LiveForm,
) -> impl IntoView {
    let (text, list) = (text(), List::current());
    let node = NodeRef::<html::Details>::new();
    let submit = move |event: ev::SubmitEvent| {
        form.submitted(&event);
        fold(node);
    };
    view! {
        <details node_ref=node name="filter" open=open on:toggle=move |_| unfolded(node, unfold) on:keydown=move |event| fold_on_escape(node, &event)>
            <summary class=move || if value.with(Option::is_some) { "fbtn fbtn--on" } else { "fbtn" }>
                {move || value.with(Option::is_some).then(|| view! { <i aria-hidden="true"></i> })}
                {label}
                {move || value.get().map(|value| view! { <span class="sr">": " {value}</span> })}
                <Icon name="down" size="i--s"/>
            </summary>
            <form class="pop" action="/arenden" autocomplete="off"
                on:input=move |event| form.typed(&event) on:change=move |event| form.changed(&event) on:submit=submit>
                {children()}
                <Rest filter=list.filter mark=list.mark_of_forms() advanced=list.advanced except=params/>
                <div class="pop__f">
                    <button class="btn btn--pri btn--s">{text.show()}</button>
                    <a class="btn btn--s" href=clear data-noscroll="">{text.clear()}</a>
                </div>
            </form>
        </details>
    }
    .into_any()
}

/// A filter folded away within a larger form.
#[component]
pub(super) fn Fold(
    /// Its name, as the label beside it has it.
    label: &'static str,
    /// More classes than `field`.
    #[prop(optional)]
    class: &'static str,
    /// What it is set to.
    #[prop(into)]
    value: Signal<Option<String>>,
    /// Open at once, by an address without script.
    #[prop(optional)]
    open: bool,
    /// Unfolded for the first time or anew.
    #[prop(optional)]
    unfold: Option<Callback<()>>,
    /// The fields.
    children: ChildrenFn,
) -> impl IntoView {
    let text = text();
    let node = NodeRef::<html::Details>::new();
    view! {
        <div class=format!("field {class}")>
            <span class="label" aria-hidden="true">{label}</span>
            <details node_ref=node name="filter" open=open on:toggle=move |_| unfolded(node, unfold) on:keydown=move |event| fold_on_escape(node, &event)>
                <summary class=move || if value.with(Option::is_some) { "fbtn fbtn--on" } else { "fbtn" }>
                    <span class="sr">{label} ": "</span>
                    <span class="cut">{move || value.get().unwrap_or_else(|| text.all().to_owned())}</span>
                    <Icon name="down" size="i--s"/>
                </summary>
                <div class="pop">{children()}</div>
            </details>
        </div>
    }
    .into_any()
}

fn unfolded(node: NodeRef<html::Details>, unfold: Option<Callback<()>>) {
    if let (Some(unfold), Some(details)) = (unfold, node.get_untracked())
        && details.open()
    {
        unfold.run(());
    }
}

/// Esc closes, and the focus returns to the button.
pub(super) fn fold_on_escape(node: NodeRef<html::Details>, event: &ev::KeyboardEvent) {
    let is_open = node.get_untracked().is_some_and(|details| details.open());
    if event.key() == "Escape" && is_open {
        event.stop_propagation();
        fold(node);
    }
}

fn fold(node: NodeRef<html::Details>) {
    let Some(details) = node.get_untracked() else { return };
    details.set_open(false);
    if let Ok(Some(summary)) = details.query_selector("summary")
        && let Ok(summary) = summary.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = summary.focus();
    }
}

/// A click anywhere else closes what is open; `<details>` does not do that by itself.
pub(super) fn close_on_click_outside() {
    let listener = window_event_listener(ev::pointerdown, |event| {
        let clicked = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if let Ok(Some(open)) = document().query_selector("details[name=filter][open]")
            && !open.contains(clicked.as_ref())
        {
            let _ = open.remove_attribute("open");
        }
    });
    on_cleanup(move || listener.remove());
}
