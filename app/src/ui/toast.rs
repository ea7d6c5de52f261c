//! Receipts and errors, at the foot of the page.

use super::Icon;
use crate::page::text;
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;

/// A receipt stays so many seconds; while it has the focus or the pointer, time stands still.
const SECONDS: u32 = 8;

#[derive(Clone, Debug)]
struct Toast {
    id: u32,
    text: String,
    /// Stays until it is dealt with.
    is_error: bool,
    /// Ångra or Försök igen.
    act: Option<Callback<()>>,
    /// Where what was done can be seen: word and address.
    link: Option<(&'static str, String)>,
}

/// What the page has told and not yet taken back.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    told: StoredValue<u32>,
    /// A bar stands at the foot of the page.
    over_bar: RwSignal<bool>,
}

impl Toasts {
    /// Called once, by what frames the page.
    pub(crate) fn provide() {
        provide_context(Self {
            shown: RwSignal::new(Vec::new()),
            told: StoredValue::new(0),
            over_bar: RwSignal::new(false),
        });
    }

    /// Within any component of a framed page.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// Says what was done; `undo` takes it back.
    pub(crate) fn receipt(self, text: String, undo: Option<Callback<()>>) {
        self.tell(text, false, undo, None);
    }

    /// Says what was done, with a way to it.
    pub(crate) fn receipt_with_link(self, text: String, word: &'static str, address: String) {
        self.tell(text, false, None, Some((word, address)));
    }

    /// Says what was not done and why; `retry` tries again.
    pub(crate) fn error(self, text: String, retry: Option<Callback<()>>) {
        self.tell(text, true, retry, None);
    }

    /// Takes a sentence away that is true no longer.
    pub(crate) fn withdraw(self, text: &str) {
        self.shown.try_update(|shown| shown.retain(|toast| toast.text != text));
    }

    /// Takes back what the newest receipt is about; false when there is none.
    pub(crate) fn undo_last(self) -> bool {
        let newest = self.shown.with_untracked(|shown| {
            shown.iter().rev().find(|toast| !toast.is_error && toast.act.is_some()).cloned()
        });
        newest.is_some_and(|toast| {
            self.act_on(&toast);
            true
        })
    }

    /// Makes room for a bar at the foot of the page, while there is one and the caller stands.
    pub(crate) fn stand_over(self, bar: impl Fn() -> bool + 'static) {
        Effect::new(move || self.over_bar.set(bar()));
        on_cleanup(move || _ = self.over_bar.try_set(false));
    }

    fn tell(
        self,
        text: String,
        is_error: bool,
        act: Option<Callback<()>>,
        link: Option<(&'static str, String)>,
    ) {
        let id = self.told.try_update_value(|told| {
            *told += 1;
            *told
        });
        let Some(id) = id else { return };
        self.shown.update(|shown| {
            // The same sentence twice says nothing new.
            shown.retain(|toast| toast.text != text);
            shown.push(Toast { id, text, is_error, act, link });
        });
    }

    fn act_on(self, toast: &Toast) {
        self.close(toast.id);
        if let Some(act) = toast.act {
            act.run(());
        }
    }

    /// Dismisses it on the reader's wish: the focus that was on its button goes back to the page.
    fn close(self, id: u32) {
        self.dismiss(id);
        if let Some(main) = document().get_element_by_id("main") {
            let _ = main.unchecked_ref::<web_sys::HtmlElement>().focus();
        }
    }

    fn dismiss(self, id: u32) {
        self.shown.try_update(|shown| shown.retain(|toast| toast.id != id));
    }

    async fn dismiss_after_while(self, id: u32, has_pointer: RwSignal<bool>, has_focus: RwSignal<bool>) {
        let mut seconds = 0;
        while seconds < SECONDS {
            TimeoutFuture::new(1000).await;
            match (has_pointer.try_get_untracked(), has_focus.try_get_untracked()) {
                (Some(false), Some(false)) => seconds += 1,
                (Some(_), Some(_)) => {}
                _ => return,
            }
        }
        self.dismiss(id);
    }
}

/// Where they stand.
#[component]
pub(crate) fn ToastRegion() -> impl IntoView {
    let toasts = Toasts::current();
    view! {
        <div class="toasts" class:toasts--up=toasts.over_bar>
            <For each=move || toasts.shown.get() key=|toast| toast.id let:toast>
                <ToastView toast/>
            </For>
        </div>
    }
}

#[component]
fn ToastView(toast: Toast) -> impl IntoView {
    let (toasts, text) = (Toasts::current(), text());
    let (has_pointer, has_focus) = (RwSignal::new(false), RwSignal::new(false));
    let (id, is_error) = (toast.id, toast.is_error);
    Effect::new(move || {
        if !is_error {
            spawn_local(toasts.dismiss_after_while(id, has_pointer, has_focus));
        }
    });
    let word = if is_error { text.try_again() } else { text.undo() };
    let act = toast.act.is_some().then(|| {
        let toast = toast.clone();
        view! { <button type="button" on:click=move |_| toasts.act_on(&toast)>{word}</button> }
    });
    view! {
        <div
            class=if is_error { "toast toast--dan" } else { "toast" }
            role=if is_error { "alert" } else { "status" }
            on:pointerenter=move |_| has_pointer.set(true)
            on:pointerleave=move |_| has_pointer.set(false)
            on:focusin=move |_| has_focus.set(true)
            on:focusout=move |_| has_focus.set(false)
        >
            <Icon name=if is_error { "alert" } else { "circlecheck" }/>
            <span class="grow">{toast.text.clone()}</span>
            {act}
            {toast.link.clone().map(|(word, address)| view! { <a href=address>{word}</a> })}
            {is_error.then(|| view! {
                <button type="button" aria-label=text.close() on:click=move |_| toasts.close(id)>
                    <Icon name="x" size="i--s"/>
                </button>
            })}
        </div>
    }
}
