//! What a combobox knows and how it answers keys.

use super::{Choice, Search};
use crate::page::text;
use domain::{problem::Problem, text::Language};
use gloo_timers::future::TimeoutFuture;
use leptos::{ev, html, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;

/// So long one may pause between two keys before the server is asked, in milliseconds.
const PAUSE: u32 = 120;

/// The state of one field.
#[derive(Clone, Copy)]
pub(super) struct Combo {
    language: Language,
    search: Search,
    chosen: Signal<Option<Choice>>,
    choose: Callback<Option<Choice>>,
    /// What stands in the field.
    pub(super) text: RwSignal<String>,
    /// What was found for it.
    pub(super) options: RwSignal<Vec<Choice>>,
    /// Which of them the arrow keys stand on.
    pub(super) active: RwSignal<Option<usize>>,
    /// Hydrated: it is more than a text field now.
    pub(super) is_live: RwSignal<bool>,
    is_open: RwSignal<bool>,
    is_asking: RwSignal<bool>,
    problem: RwSignal<Option<Problem>>,
    input: StoredValue<Option<NodeRef<html::Input>>>,
    /// Counts questions: an answer to an older one comes too late.
    question: StoredValue<u32>,
}

impl Combo {
    pub(super) fn new(
        search: Search,
        chosen: Signal<Option<Choice>>,
        choose: Callback<Option<Choice>>,
        typed: String,
    ) -> Self {
        let name = chosen.get_untracked().map(|choice| choice.name);
        Self {
            language: text(),
            search,
            chosen,
            choose,
            text: RwSignal::new(name.unwrap_or(typed)),
            options: RwSignal::new(Vec::new()),
            active: RwSignal::new(None),
            is_live: RwSignal::new(false),
            is_open: RwSignal::new(false),
            is_asking: RwSignal::new(false),
            problem: RwSignal::new(None),
            input: StoredValue::new(None),
            question: StoredValue::new(0),
        }
    }

    /// Takes over the field once the page is interactive, and what was typed in it before that;
    /// then keeps its text in step with what is chosen from outside.
    pub(super) fn attend(self, input: NodeRef<html::Input>, autofocus: bool) {
        self.input.set_value(Some(input));
        Effect::new(move || {
            let Some(node) = input.get() else { return };
            self.is_live.set(true);
            if node.value() != self.text.get_untracked() {
                self.typed(node.value());
            }
            if autofocus {
                let _ = node.focus();
            }
        });
        Effect::new(move |before: Option<Option<Choice>>| {
            let now = self.chosen.get();
            match (before.flatten(), &now) {
                (_, Some(choice)) => self.write(&choice.name),
                (Some(choice), None) if self.text.get_untracked() == choice.name => self.write(""),
                _ => {}
            }
            now
        });
    }

    /// The list stands open with something in it.
    pub(super) fn shows_options(self) -> bool {
        self.is_open.get() && self.options.with(|options| !options.is_empty())
    }

    /// How many match, to be heard; none while that is not known.
    pub(super) fn count(self) -> Option<usize> {
        (self.is_open.get() && !self.is_asking.get()).then(|| self.options.with(Vec::len))
    }

    /// What stands in place of a list: class and sentence.
    pub(super) fn says_nothing(self, none: &str, asking: &str) -> Option<(&'static str, String)> {
        if !self.is_open.get() || self.shows_options() {
            return None;
        }
        if self.is_asking.get() {
            return Some(("cmb__load", asking.to_owned()));
        }
        let problem =
            self.problem.with(|problem| problem.as_ref().map(|problem| problem.sentence(self.language)));
        Some(("cmb__none", problem.unwrap_or_else(|| none.to_owned())))
    }

    /// Somebody or something is chosen, for a handler: nothing follows it.
    pub(super) fn has_chosen_now(self) -> bool {
        self.chosen.with_untracked(Option::is_some)
    }

    pub(super) fn typed(self, typed: String) {
        self.text.set(typed);
        self.active.set(None);
        if self.chosen.with_untracked(Option::is_some) {
            self.choose.run(None);
        }
        self.is_open.set(true);
        self.ask(PAUSE);
    }

    pub(super) fn open(self) {
        if !self.is_open.get_untracked() && self.chosen.with_untracked(Option::is_none) {
            self.is_open.set(true);
            self.ask(0);
        }
    }

    pub(super) fn take(self, choice: Choice) {
        self.close();
        self.write(&choice.name);
        self.choose.run(Some(choice));
    }

    fn take_at(self, index: usize) {
        if let Some(choice) = self.options.with_untracked(|options| options.get(index).cloned()) {
            self.take(choice);
        }
    }

    /// Whoever leaves the field has made up their mind.
    pub(super) fn left(self) {
        // A field that goes out of the page with the focus in it is left when nothing of it lives.
        let Some(is_asking) = self.is_asking.try_get_untracked() else { return };
        self.is_open.set(false);
        self.active.set(None);
        if !is_asking {
            self.settle();
        }
    }

    pub(super) fn pressed(self, event: &ev::KeyboardEvent) {
        if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let count = self.options.with_untracked(Vec::len);
        let lists = self.is_open.get_untracked() && count > 0;
        let active = self.active.get_untracked();
        let last = count.saturating_sub(1);
        match (event.key().as_str(), active) {
            ("ArrowDown" | "ArrowUp", _) if !lists => {
                self.is_open.set(true);
                self.ask(0);
            }
            ("ArrowDown", active) => {
                self.stand_on(active.map_or(0, |at| if at >= last { 0 } else { at + 1 }))
            }
            ("ArrowUp", active) => self.stand_on(active.and_then(|at| at.checked_sub(1)).unwrap_or(last)),
            ("Home", Some(_)) if lists => self.stand_on(0),
            ("End", Some(_)) if lists => self.stand_on(last),
            // Does not send the form while one still chooses.
            ("Enter", active) if lists => self.take_at(active.unwrap_or(if count == 1 { 0 } else { count })),
            // Only the list closes, not the panel around it.
            ("Escape", _) if self.is_open.get_untracked() => {
                self.close();
                event.stop_propagation();
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn stand_on(self, index: usize) {
        self.active.set(Some(index));
        let input = self.input.get_value().and_then(|input| input.get_untracked());
        let Some(input) = input else { return };
        // After the attribute is written.
        request_animation_frame(move || {
            let option = input.get_attribute("aria-activedescendant");
            let option = option.and_then(|id| document().get_element_by_id(&id));
            if let Some(option) = option {
                let nearest = web_sys::ScrollIntoViewOptions::new();
                nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
                option.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
        });
    }

    fn close(self) {
        self.question.update_value(|question| *question += 1);
        if self.is_asking.get_untracked() {
            // They answer what stood here before.
            self.options.set(Vec::new());
        }
        self.is_asking.set(false);
        self.is_open.set(false);
        self.active.set(None);
    }

    fn write(self, text: &str) {
        self.text.set(text.to_owned());
        let input = self.input.get_value().and_then(|input| input.get_untracked());
        if let Some(input) = input.filter(|input| input.value() != text) {
            input.set_value(text);
        }
    }

    fn ask(self, pause: u32) {
        self.question.update_value(|question| *question += 1);
        let question = self.question.get_value();
        self.is_asking.set(true);
        spawn_local(async move {
            TimeoutFuture::new(pause).await;
            if self.question.try_get_value() != Some(question) {
                return;
            }
            let found = (self.search)(self.text.get_untracked(), self.language).await;
            if self.question.try_get_value() == Some(question) {
                self.answered(found.map_err(|error| error.0));
            }
        });
    }

    fn answered(self, found: Result<Vec<Choice>, Problem>) {
        self.is_asking.set(false);
        self.problem.set(found.as_ref().err().cloned());
        self.active.set(None);
        self.options.set(found.unwrap_or_default());
        if !self.has_focus() {
            self.left();
        }
    }

    /// What was typed is enough when it is a whole name or only one thing matches.
    fn settle(self) {
        let typed = self.text.with_untracked(|text| text.trim().to_lowercase());
        if typed.is_empty() || self.chosen.with_untracked(Option::is_some) {
            return;
        }
        let meant = self.options.with_untracked(|options| {
            let mut same = options.iter().filter(|choice| choice.name.to_lowercase() == typed);
            match (same.next(), same.next(), options.as_slice()) {
                (Some(choice), None, _) | (None, None, [choice]) => Some(choice.clone()),
                _ => None,
            }
        });
        if let Some(choice) = meant {
            self.take(choice);
        }
    }

    fn has_focus(self) -> bool {
        let input = self.input.get_value().and_then(|input| input.get_untracked());
        let focused = document().active_element();
        input.is_some_and(|input| focused.as_ref() == Some(input.unchecked_ref()))
    }
}
