//! Forms that filter the list. Plain, each is a GET form that leads to the list; hydrated, it acts
//! as one types or ticks.

use domain::{cases::Filter, views::Mark};
use leptos::{ev, leptos_dom::helpers::TimeoutHandle, prelude::*, web_sys};
use std::time::Duration;
use wasm_bindgen::JsCast;

/// Somebody who types gets an answer at once; faster than this, after a pause of this length.
const PAUSE: Duration = Duration::from_millis(120);

/// Fields whose name ends so only search for something to tick; they filter nothing themselves.
pub(crate) const SEARCH_SUFFIX: &str = "_sok";

/// The list's address with that filter, the view it is or comes from, and Utökad sökning unfolded or not.
pub(crate) fn address(filter: &Filter, mark: Mark, advanced: bool) -> String {
    let mut address = mark.add_to(filter.to_address());
    if advanced {
        address.push_str(if address.contains('?') { "&utokad" } else { "?utokad" });
    }
    address
}

/// What the form leaves alone, as hidden fields: all of the filter but the parameters in `except`.
/// The page begins anew: it is another list.
#[component]
pub(crate) fn Rest(
    /// The filter that stands.
    #[prop(into)]
    filter: Signal<Filter>,
    /// The view that one comes from.
    #[prop(into)]
    mark: Signal<Mark>,
    /// Utökad sökning is unfolded.
    #[prop(into)]
    advanced: Signal<bool>,
    /// Parameters that the form has fields of its own for.
    except: &'static [&'static str],
) -> impl IntoView {
    let hidden = |name: &'static str, value: String| view! { <input type="hidden" name=name value=value/> };
    move || {
        let params = filter.with(|filter| filter.from_start().to_params());
        let rest = params.into_iter().filter(|(name, _)| !except.contains(name));
        let fields = rest.map(|(name, value)| hidden(name, value)).collect_view();
        let mark = mark.get().as_text();
        let mark = (!mark.is_empty()).then(|| hidden(Mark::PARAM, mark));
        (fields, mark, advanced.get().then(|| hidden("utokad", String::new())))
    }
}

/// The handlers of such a form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LiveForm {
    current: Signal<Filter>,
    lead: Callback<(Filter, bool)>,
    pause: StoredValue<Option<TimeoutHandle>>,
    /// Where typing led last.
    typed: StoredValue<Option<Filter>>,
    /// Whether it acts while one types; else only when it is sent.
    is_live: Signal<bool>,
}

impl LiveForm {
    /// `lead` shows what the form says. Its second value tells to replace the address: what somebody
    /// types in one go is one step in the browser's history.
    pub(crate) fn new(
        current: impl Into<Signal<Filter>>,
        lead: impl Fn(Filter, bool) + Send + Sync + 'static,
    ) -> Self {
        let form = Self {
            current: current.into(),
            lead: Callback::new(move |(filter, replace)| lead(filter, replace)),
            pause: StoredValue::new(None),
            typed: StoredValue::new(None),
            is_live: Signal::stored(true),
        };
        on_cleanup(move || form.forget());
        form
    }

    /// The same, but acting as one types only while that holds.
    pub(crate) fn live_while(self, holds: impl Into<Signal<bool>>) -> Self {
        Self { is_live: holds.into(), ..self }
    }

    /// For `on:input`: text acts at once, unless something was typed a moment ago.
    pub(crate) fn typed(self, event: &ev::Event) {
        if let Some(field) = field_of(event)
            && is_text(&field)
            && !field.name().ends_with(SEARCH_SUFFIX)
        {
            let is_first = self.pause.with_value(Option::is_none);
            self.wait(&field);
            if is_first && let Some(form) = field.form().filter(|_| self.is_live.get_untracked()) {
                self.act_typed(&form);
            }
        }
    }

    /// For `on:change`: ticks, choices and days act at once.
    pub(crate) fn changed(self, event: &ev::Event) {
        let is_text = field_of(event).is_some_and(|field| is_text(&field));
        if let Some(form) = form_of(event).filter(|_| !is_text) {
            self.act(&form);
        }
    }

    /// For `on:submit`.
    pub(crate) fn submitted(self, event: &ev::SubmitEvent) {
        event.prevent_default();
        self.forget();
        if let Some(form) = form_of(event) {
            match self.is_live.get_untracked() {
                true => self.act(&form),
                false => self.lead.run((read(&form), false)),
            }
        }
    }

    /// Acts on what the form says now, unless the address says so already.
    pub(crate) fn act(self, form: &web_sys::HtmlFormElement) {
        let wanted = read(form);
        if self.current.with_untracked(Filter::from_start) != wanted {
            self.lead.run((wanted, false));
        }
    }

    fn wait(self, field: &web_sys::HtmlInputElement) {
        self.forget();
        let Some(form) = field.form().filter(|_| self.is_live.get_untracked()) else { return };
        let act = move || {
            self.pause.set_value(None);
            self.act_typed(&form);
        };
        self.pause.set_value(set_timeout_with_handle(act, PAUSE).ok());
    }

    fn act_typed(self, form: &web_sys::HtmlFormElement) {
        let (wanted, current) = (read(form), self.current.with_untracked(Filter::from_start));
        if wanted != current {
            let goes_on = self.typed.get_value() == Some(current);
            self.typed.set_value(Some(wanted.clone()));
            self.lead.run((wanted, goes_on));
        }
    }

    fn forget(self) {
        if let Some(Some(pause)) = self.pause.try_update_value(Option::take) {
            pause.clear();
        }
    }
}

/// What the browser would send.
fn read(form: &web_sys::HtmlFormElement) -> Filter {
    let Ok(data) = web_sys::FormData::new_with_form(form) else { return Filter::default() };
    let pairs = js_sys::try_iter(&data).ok().flatten().into_iter().flatten().flatten();
    Filter::from_params(pairs.filter_map(|pair| {
        let pair = pair.dyn_into::<js_sys::Array>().ok()?;
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    }))
}

fn form_of(event: &ev::Event) -> Option<web_sys::HtmlFormElement> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest("form").ok().flatten()?.dyn_into().ok()
}

fn field_of(event: &ev::Event) -> Option<web_sys::HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

fn is_text(field: &web_sys::HtmlInputElement) -> bool {
    matches!(field.type_().as_str(), "text" | "search")
}

/// A text field for the filter's free text. It follows the address, except that what somebody typed
/// before the script was there is not lost but acted on.
#[component]
pub(crate) fn QueryInput(
    /// The form around it.
    form: LiveForm,
    /// The free text that stands.
    #[prop(into)]
    query: Signal<String>,
    /// Classes.
    class: &'static str,
    /// What stands in it while it is empty.
    #[prop(optional)]
    placeholder: Option<&'static str>,
) -> impl IntoView {
    let node = NodeRef::<leptos::html::Input>::new();
    Effect::new(move |hydrated: Option<bool>| {
        let query = query.get();
        let Some(input) = node.get() else { return false };
        if tidy(&input.value()) != query {
            match hydrated {
                Some(true) => input.set_value(&query),
                _ => form.wait(&input),
            }
        }
        true
    });
    view! {
        <input node_ref=node class=class type="search" name="q" autocomplete="off"
            value=query.get_untracked() placeholder=placeholder/>
    }
}

/// The same blanks as [`Filter::normalised`].
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
