//! How the form of a new case behaves once the page is interactive: drafts, sending, what follows.

use super::typed::{Typed, read};
use crate::{
    cases::api::{count_cases, create_case},
    house::Refresh,
    page::Page,
    ui::{Draft, Key, renew_send_key, send_key},
    wire::insist,
};
use domain::{
    cases::{Channel, NewCase, QuickCounts},
    customers::CustomerHit,
    ids::CaseNumber,
    people::Person,
    problem::Problem,
    validate,
};
use leptos::{ev, html, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// One form of a new case, on its page or in the panel.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) page: Page,
    /// What the fields begin with, and how often the form has begun: another number, and they are drawn anew.
    pub(super) start: RwSignal<(u32, Typed)>,
    pub(super) customer: RwSignal<Option<CustomerHit>>,
    pub(super) responsible: RwSignal<Option<Person>>,
    pub(super) participants: RwSignal<Vec<Person>>,
    /// The chosen status by slug.
    pub(super) status: RwSignal<String>,
    /// Why it was refused.
    pub(super) problem: RwSignal<Option<Problem>>,
    /// The case that was made, when one goes on to the next.
    pub(super) created: RwSignal<Option<CaseNumber>>,
    /// What is shown was kept from before.
    pub(super) is_restored: RwSignal<bool>,
    pub(super) is_saving: RwSignal<bool>,
    /// Nobody answers; it is sent again and again.
    pub(super) is_lost: RwSignal<bool>,
    pub(super) is_live: RwSignal<bool>,
    pub(super) node: NodeRef<html::Form>,
    /// Called with a case that was made when one is done.
    done: Callback<CaseNumber>,
    draft: StoredValue<Draft>,
    last_channel: StoredValue<Draft>,
    /// The form as it was given, to return to.
    blank: StoredValue<Typed>,
    refresh: Refresh,
}

impl Form {
    /// Within the component that shows it. `from` says where its draft belongs: a form that came
    /// filled in for a customer has another draft than a blank one.
    pub(super) fn new(
        typed: Typed,
        from: &str,
        problem: Option<Problem>,
        done: Callback<CaseNumber>,
    ) -> Self {
        let form = Self {
            page: Page::current(),
            customer: RwSignal::new(typed.customer()),
            responsible: RwSignal::new(typed.responsible()),
            participants: RwSignal::new(typed.participants()),
            status: RwSignal::new(typed.get("status").to_owned()),
            blank: StoredValue::new(typed.clone()),
            start: RwSignal::new((0, typed)),
            problem: RwSignal::new(problem),
            created: RwSignal::new(None),
            is_restored: RwSignal::new(false),
            is_saving: RwSignal::new(false),
            is_lost: RwSignal::new(false),
            is_live: RwSignal::new(false),
            node: NodeRef::new(),
            done,
            draft: StoredValue::new(Draft::of(&format!("nytt.{from}"))),
            last_channel: StoredValue::new(Draft::here("kanal")),
            refresh: Refresh::current(),
        };
        form.wake();
        form
    }

    /// Takes up the draft and the channel that was used last, unless something was typed already.
    fn wake(self) {
        let is_reply = self.problem.with_untracked(Option::is_some);
        Effect::new(move |woken: Option<bool>| {
            let Some(node) = self.node.get() else { return false };
            if woken != Some(true) {
                self.is_live.set(true);
                if !is_reply && self.blank.with_value(|blank| read(&node).is_like(blank)) {
                    self.take_up();
                }
            }
            true
        });
        Effect::new(move |before: Option<()>| {
            self.customer.track();
            self.responsible.track();
            self.participants.track();
            if before.is_some() {
                // After the hidden fields have got their values.
                request_animation_frame(move || self.keep());
            }
        });
    }

    fn take_up(self) {
        let last = self.last_channel.with_value(Draft::read::<Channel>);
        if let Some(last) = last {
            self.blank.update_value(|blank| blank.put("kanal", last.slug()));
        }
        match self.draft.with_value(Draft::read::<Typed>) {
            Some(draft) => {
                self.begin(draft);
                self.is_restored.set(true);
            }
            None if last.is_some_and(|last| last != Channel::Phone) => self.begin(self.blank.get_value()),
            None => {}
        }
        self.draft.with_value(|draft| {
            draft.catch_up(move |there: Option<Typed>| {
                self.is_restored.try_set(there.is_some());
                if let Some(typed) = there.or_else(|| self.blank.try_get_value()) {
                    self.begin(typed);
                }
            });
        });
    }

    fn begin(self, typed: Typed) {
        self.customer.set(typed.customer());
        self.responsible.set(typed.responsible());
        self.participants.set(typed.participants());
        self.status.set(typed.get("status").to_owned());
        let focused = self.focused();
        self.start.update(|(turn, start)| {
            *turn += 1;
            *start = typed;
        });
        if let Some(name) = focused {
            self.focus(name);
        }
    }

    /// The field that has the focus: it is about to be drawn anew.
    fn focused(self) -> Option<String> {
        // What was kept on another device may come when the form has been closed.
        let form = self.node.try_get_untracked().flatten()?;
        let focused = document().active_element().filter(|focused| form.contains(Some(focused)))?;
        focused.get_attribute("name")
    }

    /// Throws the draft away.
    pub(super) fn discard(self) {
        self.draft.with_value(Draft::forget_own);
        self.is_restored.set(false);
        self.problem.set(None);
        self.begin(self.blank.get_value());
        self.focus_first();
    }

    /// Keeps what stands in the form.
    pub(super) fn keep(self) {
        let Some(node) = self.node.try_get_untracked().flatten() else { return };
        let typed = read(&node);
        self.draft.with_value(|draft| match self.blank.with_value(|blank| typed.is_like(blank)) {
            true => draft.forget_own(),
            false => draft.keep(&typed),
        });
    }

    pub(super) fn pressed(self, event: &ev::KeyboardEvent) {
        if Key::with_ctrl(event) == Some(Key::Save) {
            event.prevent_default();
            // A picker makes up its mind when it is left.
            let focused = document().active_element().map(JsCast::unchecked_into::<HtmlElement>);
            if let Some(focused) = focused {
                let _ = focused.blur();
            }
            self.send(false);
        }
    }

    pub(super) fn submitted(self, event: &ev::SubmitEvent) {
        event.prevent_default();
        let button = event.submitter().and_then(|button| button.get_attribute("value"));
        self.send(button.as_deref() == Some("ett-till"));
    }

    fn send(self, another: bool) {
        let Some(node) = self.node.get_untracked().filter(|_| !self.is_saving.get_untracked()) else {
            return;
        };
        let typed = read(&node);
        let case = match self.case(&typed) {
            Ok(case) => case,
            Err(problem) => return self.refuse(problem),
        };
        self.is_saving.set(true);
        let (key, is_lost) = (send_key(&node), self.is_lost);
        let (draft, last_channel) = (self.draft.get_value(), self.last_channel.get_value());
        let (refresh, counts) = (self.refresh, self.page.counts);
        spawn_local(async move {
            let channel = case.channel;
            let ask = async || create_case(case.clone(), key.clone()).await;
            let answer = insist(ask, |lost| _ = is_lost.try_set(lost)).await;
            // What was sent is sent, also when the panel has been closed meanwhile; what is begun in another tab is not.
            if answer.is_ok() {
                draft.forget_own();
                last_channel.keep(&channel);
                refresh.ask();
                count_again(counts);
            }
            if self.is_saving.try_get_untracked().is_none() {
                return;
            }
            self.is_saving.set(false);
            if answer.is_ok() {
                renew_send_key(&node);
            }
            match answer {
                Ok(number) => self.made(number, channel, another),
                Err(error) => self.refuse(error.0),
            }
        });
    }

    /// The same rules as at the server, so that most mistakes are told without asking it.
    fn case(self, typed: &Typed) -> Result<NewCase, Problem> {
        let chosen = typed.chosen();
        let unclear = chosen.as_ref().err().cloned().unwrap_or_default();
        let read = self.page.vocabulary(|words| typed.case(words, chosen.unwrap_or_default()));
        match read.and_then(|case| validate::new_case(case, self.page.today())) {
            Ok(case) if unclear.is_empty() => Ok(case),
            checked => Err(Problem::Invalid(checked.err().into_iter().flatten().chain(unclear).collect())),
        }
    }

    fn refuse(self, problem: Problem) {
        self.created.set(None);
        self.problem.set(Some(problem));
    }

    fn made(self, number: CaseNumber, channel: Channel, another: bool) {
        if another {
            self.created.set(Some(number));
            self.problem.set(None);
            self.is_restored.set(false);
            self.blank.update_value(|blank| blank.put("kanal", channel.slug()));
            self.begin(self.blank.get_value());
            self.focus_first();
        } else {
            self.done.run(number);
        }
    }

    /// The next case begins at the top, where it is said what became of this one.
    fn focus_first(self) {
        self.focus("rubrik".to_owned());
        request_animation_frame(move || {
            if let Some(form) = self.node.try_get_untracked().flatten() {
                form.scroll_into_view();
            }
        });
    }

    /// Once the fields are drawn anew.
    fn focus(self, name: String) {
        request_animation_frame(move || {
            let form = self.node.try_get_untracked().flatten();
            let field = form.and_then(|form| form.query_selector(&format!("[name=\"{name}\"]")).ok()?);
            if let Some(field) = field {
                let _ = field.unchecked_ref::<HtmlElement>().focus();
            }
        });
    }
}

/// The counts beside the quick search.
fn count_again(counts: RwSignal<Option<QuickCounts>>) {
    spawn_local(async move {
        if let Ok(now) = count_cases().await {
            counts.set(Some(now));
        }
    });
}
