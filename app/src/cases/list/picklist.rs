//! Ticks for people or customers, with a search for more. The search filters nothing by itself: it
//! shows whom one can tick.

use super::{
    state::List,
    tick::Tick,
    who::{Somebody, Who},
};
use crate::{
    cases::filter_form::LiveForm,
    page::{Page, text},
};
use domain::ids::PersonId;
use gloo_timers::future::TimeoutFuture;
use leptos::{html, prelude::*, task::spawn_local};

/// What a picklist has found; lives where the menu does, so that unfolding it can ask.
#[derive(Clone, Copy, Debug)]
pub(super) struct Picks {
    who: Who,
    list: List,
    found: RwSignal<Vec<Somebody>>,
    nobody: RwSignal<bool>,
    asked: StoredValue<u32>,
    searched: bool,
    oneself: Option<PersonId>,
}

impl Picks {
    /// With what a plain form searched for, if it did.
    pub(super) fn new(who: Who) -> Self {
        let list = List::current();
        let found = list.searched(who).map(|search| search.found);
        Self {
            who,
            list,
            nobody: RwSignal::new(found.as_ref().is_some_and(Vec::is_empty)),
            searched: found.is_some(),
            found: RwSignal::new(found.unwrap_or_default()),
            asked: StoredValue::new(0),
            oneself: Page::current().viewer().map(|viewer| viewer.person),
        }
    }

    /// A plain form searched here.
    pub(super) const fn is_searched(self) -> bool {
        self.searched
    }

    /// Shows the first ones when it is unfolded.
    pub(super) fn unfold(self) -> Callback<()> {
        Callback::new(move |()| {
            if self.found.with_untracked(Vec::is_empty) {
                self.search(String::new());
            }
        })
    }

    /// Asks once typing has paused. An answer that was overtaken is dropped.
    fn search(self, typed: String) {
        const PAUSE: u32 = 120;
        let asked = self.asked.get_value().wrapping_add(1);
        self.asked.set_value(asked);
        let is_current = move || self.asked.try_get_value() == Some(asked);
        spawn_local(async move {
            TimeoutFuture::new(if typed.is_empty() { 0 } else { PAUSE }).await;
            if !is_current() {
                return;
            }
            let answer = self.who.search(typed, self.oneself).await;
            if let (true, Ok(hits)) = (is_current(), answer) {
                self.list.names.update(|known| known.learn(hits.names));
                self.nobody.set(hits.found.is_empty());
                self.found.set(hits.found);
            }
        });
    }

    /// Who can be ticked: those always offered, those chosen, those found.
    fn offered(self) -> Vec<Somebody> {
        let plain = |slug: String| Somebody { slug, detail: String::new() };
        let mut offered: Vec<_> = self.who.always().iter().map(|slug| plain((*slug).to_owned())).collect();
        let found = self.found.get();
        for slug in self.list.filter.with(|filter| self.who.chosen(filter)) {
            let is_known = |somebody: &Somebody| somebody.slug == slug;
            if !offered.iter().any(is_known) && !found.iter().any(is_known) {
                offered.push(plain(slug));
            }
        }
        offered.extend(found);
        offered
    }
}

/// The search and the ticks.
#[component]
pub(super) fn Picklist(picks: Picks, form: LiveForm) -> impl IntoView {
    let (text, list, who) = (text(), picks.list, picks.who);
    let node = NodeRef::<html::Input>::new();
    let (hint, nobody) = match who {
        Who::Customer => (text.customer_search_hint(), text.no_customer_matches()),
        _ => (text.person_search_hint(), text.no_person_matches()),
    };
    let typed = list.searched(who).map(|search| search.typed);
    let search = move |_| {
        if let Some(input) = node.get_untracked() {
            picks.search(input.value());
        }
    };
    view! {
        <input node_ref=node class="in in--s" type="search" name=who.search_param() value=typed
            aria-label=text.search_among(who.label(text)) placeholder=hint on:input=search/>
        <For each=move || picks.offered() key=|somebody| somebody.slug.clone() let:somebody>
            <Pick somebody list who form/>
        </For>
        <p class="mut" role="status">{move || picks.nobody.get().then_some(nobody)}</p>
    }
    .into_any()
}

#[component]
fn Pick(somebody: Somebody, list: List, who: Who, form: LiveForm) -> impl IntoView {
    let Somebody { slug, detail } = somebody;
    let on = {
        let slug = slug.clone();
        Signal::derive(move || list.filter.with(|filter| who.chosen(filter).contains(&slug)))
    };
    let name = {
        let slug = slug.clone();
        move || list.names.with(|names| who.name(&slug, names))
    };
    view! {
        <label class="opt opt--ck">
            <Tick form name=who.param() value=slug on/>
            <span>{name}{(!detail.is_empty()).then(|| view! { " " <small class="mut">{detail}</small> })}</span>
        </label>
    }
}
