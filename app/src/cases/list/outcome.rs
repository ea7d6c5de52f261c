//! What a change of many did: told in passing when all went well, in a banner that stays when
//! something was skipped, and in a banner to those without script.

use super::{
    receipt::{Told, skips, told},
    state::List,
};
use crate::{
    cases::{BulkReply, api::undo},
    page::{Page, text},
    ui::{Icon, Toasts, once_connected},
};
use domain::{
    cases::{Filter, Property, Receipt, Vocabulary},
    ids::BatchId,
    text::Language,
    views::Mark,
};
use leptos::{ev, html, prelude::*, task::spawn_local};

/// The banner's content, within reach of the bar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outcome {
    list: List,
    toasts: Toasts,
    shown: RwSignal<Option<BulkReply>>,
    text: Language,
}

impl Outcome {
    /// Called once by the page; begins with what the server said to a plain form.
    pub(super) fn provide(list: List) {
        let reply = Page::current().reply();
        provide_context(Self { list, toasts: Toasts::current(), shown: RwSignal::new(reply), text: text() });
    }

    /// Within any part of the page.
    pub(super) fn current() -> Self {
        expect_context()
    }

    /// Tells a receipt in the way it needs.
    pub(super) fn tell(self, receipt: Receipt) {
        let Told { sentence, is_whole } =
            self.list.words.with_value(|words| told(&receipt, words, self.text));
        if is_whole {
            self.shown.set(None);
            let take_back = receipt.batch.map(|batch| Callback::new(move |()| self.undo(batch)));
            self.toasts.receipt(sentence, take_back);
        } else {
            self.shown.set(Some(BulkReply::Done(receipt)));
        }
    }

    fn undo(self, batch: BatchId) {
        self.shown.set(None);
        spawn_local(async move {
            match undo(batch).await {
                Ok(receipt) => {
                    self.list.refresh();
                    self.tell(receipt);
                }
                Err(error) => self.toasts.error(error.0.sentence(self.text), None),
            }
        });
    }
}

/// The banner, while there is something to tell.
#[component]
pub(super) fn Banner() -> impl IntoView {
    let outcome = Outcome::current();
    move || {
        outcome.shown.get().map(|reply| match reply {
            BulkReply::Done(receipt) => {
                let words: Vocabulary = outcome.list.words.get_value();
                view! { <Done outcome receipt words/> }.into_any()
            }
            // It stands at its field.
            BulkReply::Refused(refusal) if refusal.about(Property::Responsible).is_some() => ().into_any(),
            BulkReply::Refused(refusal) => view! {
                <div class="ban ban--dan" role="alert">
                    <Icon name="alert"/>
                    <p>{refusal.problem.sentence(outcome.text)}</p>
                </div>
            }
            .into_any(),
        })
    }
}

#[component]
fn Done(outcome: Outcome, receipt: Receipt, words: Vocabulary) -> impl IntoView {
    let text = outcome.text;
    let Told { sentence, is_whole } = told(&receipt, &words, text);
    let (class, icon, role) =
        if is_whole { ("ban ban--ok", "circlecheck", "status") } else { ("ban ban--warn", "alert", "alert") };
    let skipped = skips(&receipt, text).into_iter().map(|(sentence, number)| {
        view! {
            {sentence} " "
            {number.map(|number| {
                view! { <a href=Filter::default().case_address(number)>{text.open_case(number)}</a> " " }
            })}
        }
    });
    // Who has scrolled down to tick must see it.
    let node = NodeRef::<html::Div>::new();
    node.on_load(|banner| {
        once_connected(banner, |banner| {
            banner.scroll_into_view();
            let _ = banner.focus();
        });
    });
    view! {
        <div node_ref=node class=class role=role tabindex="-1">
            <Icon name=icon/>
            <p class="grow"><strong>{sentence}</strong>{skipped.collect_view()}</p>
            {receipt.batch.map(|batch| view! { <UndoForm outcome batch/> })}
        </div>
    }
    .into_any()
}

#[component]
fn UndoForm(outcome: Outcome, batch: BatchId) -> impl IntoView {
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        outcome.undo(batch);
    };
    view! {
        <form method="post" action="/arenden/angra" on:submit=submit>
            <input type="hidden" name="kvitto" value=batch.0/>
            <input type="hidden" name="filter" value=move || outcome.list.filter.with(|filter| filter.to_query())/>
            <input type="hidden" name=Mark::PARAM value=move || outcome.list.filter.with(|filter| outcome.list.mark_of(filter).as_text())/>
            <button class="btn btn--s">{outcome.text.undo()}</button>
        </form>
    }
}
