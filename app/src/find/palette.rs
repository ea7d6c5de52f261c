//! The box itself. The field keeps the focus; arrows move through what is offered, Enter goes there.

use super::{
    actions::{Destination, NEW_CASE, destinations},
    api::find_everything,
};
use crate::{
    house::NewCase,
    page::{Page, text},
    ui::{Dialog, Icon, StatusMark, highlighted},
};
use domain::{
    cases::{Base, Feature, Filter},
    customers::CustomerHit,
    find::{CaseHit, Everything},
};
use gloo_timers::future::TimeoutFuture;
use leptos::{ev, html, prelude::*, task::spawn_local};
use leptos_router::{NavigateOptions, hooks::use_navigate};

/// While one types, the server is asked no more often, in milliseconds.
const PAUSE: u32 = 120;
const LIST: &str = "hittat";

/// What the box knows.
#[derive(Clone, Copy)]
struct Palette {
    typed: RwSignal<String>,
    /// For what was typed when it was asked.
    found: RwSignal<Everything>,
    /// An answer that a newer question has overtaken says nothing.
    asked: StoredValue<u32>,
    active: RwSignal<usize>,
    dialog: NodeRef<html::Dialog>,
    new_case: NewCase,
    navigate: Callback<String>,
    page: Page,
}

/// Something that can be chosen.
#[derive(Clone)]
struct Offer {
    address: String,
    view: ViewFn,
}

pub(super) fn palette(is_open: RwSignal<bool>) -> AnyView {
    const HEADING: &str = "hitta";
    let (text, navigate) = (text(), use_navigate());
    let palette = Palette {
        typed: RwSignal::new(String::new()),
        found: RwSignal::new(Everything::default()),
        asked: StoredValue::new(0),
        active: RwSignal::new(0),
        dialog: NodeRef::new(),
        new_case: NewCase::current(),
        page: Page::current(),
        navigate: Callback::new(move |address: String| navigate(&address, NavigateOptions::default())),
    };
    let offers = Signal::derive(move || palette.groups());
    let count = Memo::new(move |_| {
        offers.with(|groups| groups.iter().map(|(_, offers)| offers.len()).sum::<usize>())
    });
    let active = move || (count.get() > 0).then(|| format!("{LIST}-{}", palette.active.get()));
    view! {
        <Dialog class="dlg find" labelled_by=HEADING node=palette.dialog on_close=Callback::new(move |()| is_open.set(false))>
            <h2 class="sr" id=HEADING>{text.find_title()}</h2>
            <label class="in-ic find__q">
                <Icon name="search"/>
                <span class="sr">{text.find_title()}</span>
                <input
                    class="in"
                    type="text"
                    maxlength="200"
                    placeholder=text.find_hint()
                    autocomplete="off"
                    autofocus
                    role="combobox"
                    aria-autocomplete="list"
                    aria-expanded="true"
                    aria-controls=LIST
                    aria-activedescendant=active
                    on:input=move |event| palette.type_in(event_target_value(&event))
                    on:keydown=move |event: ev::KeyboardEvent| palette.pressed(&event, count.get_untracked())
                />
                <kbd aria-hidden="true">"Esc"</kbd>
            </label>
            <div class="find__l" id=LIST role="listbox" aria-label=text.find_title()>
                {move || palette.shown(offers.get())}
            </div>
            {move || {
                let typed = palette.typed.get();
                let is_small = palette.found.with(|found| found.in_subject_only) && !typed.trim().is_empty();
                is_small.then(|| view! { <p class="hint find__s" role="status">{text.small_words(typed.trim())}</p> })
            }}
            <p class="sr" role="status">{move || text.picker_matches(count.get())}</p>
        </Dialog>
    }
    .into_any()
}

impl Palette {
    fn type_in(self, typed: String) {
        self.typed.set(typed.clone());
        self.active.set(0);
        let turn = self.asked.get_value().wrapping_add(1);
        self.asked.set_value(turn);
        if typed.trim().is_empty() {
            return self.found.set(Everything::default());
        }
        spawn_local(async move {
            TimeoutFuture::new(PAUSE).await;
            if self.asked.try_get_value() != Some(turn) {
                return;
            }
            // Without an answer what was found before stays, and the way to the list.
            if let Ok(found) = find_everything(typed).await
                && self.asked.try_get_value() == Some(turn)
            {
                self.found.set(found);
            }
        });
    }

    fn pressed(self, event: &ev::KeyboardEvent, count: usize) {
        if event.is_composing() || count == 0 {
            return;
        }
        let active = self.active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => self.move_to((active + 1) % count),
            "ArrowUp" => self.move_to((active + count - 1) % count),
            "Enter" => {
                let offers = untrack(|| self.groups()).into_iter().flat_map(|(_, offers)| offers);
                if let Some(offer) = offers.into_iter().nth(active) {
                    self.take(&offer.address);
                }
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn move_to(self, active: usize) {
        self.active.set(active);
        if let Some(option) = document().get_element_by_id(&format!("{LIST}-{active}")) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    fn take(self, address: &str) {
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog.close();
        }
        match address {
            NEW_CASE => self.new_case.open(),
            address => self.navigate.run(address.to_owned()),
        }
    }

    /// What is offered, in groups with their names; nothing without something in it.
    fn groups(self) -> Vec<(&'static str, Vec<Offer>)> {
        let text = self.page.text();
        let typed = self.typed.get();
        let viewer = self.page.viewer();
        let unused = self.page.vocabulary(|words| words.unused);
        let places = viewer.map(|viewer| destinations(&viewer, unused, &typed, text)).unwrap_or_default();
        self.found.with(|found| {
            let cases = found.cases.iter().map(|hit| case(hit, &typed)).collect();
            let customers = found.customers.iter().map(|hit| customer(hit, &typed)).collect();
            let views =
                found.views.iter().map(|(name, address)| plain("list", name, &typed, address)).collect();
            let places =
                places.iter().map(|to: &Destination| plain(to.icon, (to.says)(text), &typed, to.address));
            let all = (!typed.trim().is_empty()).then(|| {
                let filter = Filter { query: typed.clone(), base: Some(Base::All), ..Filter::default() };
                plain("search", &text.find_all(typed.trim()), "", &filter.normalised().to_address())
            });
            let (similar_cases, similar_customers) = (found.cases_are_similar, found.customers_are_similar);
            let name = |exact, similar, is_similar| if is_similar { similar } else { exact };
            let groups = vec![
                (name(text.cases_title(), text.find_similar_cases(), similar_cases), cases),
                (name(text.menu_customers(), text.find_similar_customers(), similar_customers), customers),
                (text.views(), views),
                (text.find_go(), places.collect()),
                (text.find_in_list(), all.into_iter().collect::<Vec<_>>()),
            ];
            groups.into_iter().filter(|(_, offers): &(_, Vec<Offer>)| !offers.is_empty()).collect()
        })
    }

    fn shown(self, groups: Vec<(&'static str, Vec<Offer>)>) -> AnyView {
        let mut index = 0;
        let groups = groups.into_iter().map(|(name, offers)| {
            let offers = offers.into_iter().map(|offer| {
                index += 1;
                self.option(index - 1, offer)
            });
            let offers = offers.collect_view();
            view! {
                <div role="group" aria-label=name>
                    <div class="pop__h" aria-hidden="true">{name}</div>
                    {offers}
                </div>
            }
        });
        groups.collect_view().into_any()
    }

    /// A link, so that it can be opened in another tab.
    fn option(self, index: usize, offer: Offer) -> AnyView {
        let address = offer.address.clone();
        let click = move |event: ev::MouseEvent| {
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                self.take(&address);
            }
        };
        view! {
            <a
                class="opt"
                role="option"
                id=format!("{LIST}-{index}")
                href=offer.address
                tabindex="-1"
                aria-selected=move || (self.active.get() == index).to_string()
                // The field keeps the focus.
                on:pointerdown=|event| event.prevent_default()
                on:pointermove=move |_| if self.active.get_untracked() != index { self.active.set(index) }
                on:click=click
            >
                {offer.view.run()}
            </a>
        }
        .into_any()
    }
}

fn case(hit: &CaseHit, typed: &str) -> Offer {
    let (hit, typed, address) = (hit.clone(), typed.to_owned(), format!("/arenden/{}", hit.number));
    let customer = hit.customer.clone().filter(|_| Page::current().uses(Feature::Customer));
    let view = ViewFn::from(move || {
        view! {
            <span class="num mut find__nr">{highlighted(&hit.number.to_string(), &typed)}</span>
            <span class="cut grow">{highlighted(&hit.subject, &typed)}</span>
            <span class="mut cut find__k">{customer.as_deref().map(|name| highlighted(name, &typed))}</span>
            <StatusMark status=hit.status/>
        }
    });
    Offer { address, view }
}

fn customer(hit: &CustomerHit, typed: &str) -> Offer {
    let (hit, typed, address) = (hit.clone(), typed.to_owned(), format!("/kunder/{}", hit.id));
    let view = ViewFn::from(move || {
        view! {
            <Icon name="customers"/>
            <span class="cut grow">{highlighted(&hit.name, &typed)}</span>
            <span class="mut cut num">{hit.detail.clone()}</span>
        }
    });
    Offer { address, view }
}

fn plain(icon: &'static str, name: &str, typed: &str, address: &str) -> Offer {
    let (name, typed) = (name.to_owned(), typed.to_owned());
    let view = ViewFn::from(move || {
        view! { <Icon name=icon/> <span class="cut grow">{highlighted(&name, &typed)}</span> }
    });
    Offer { address: address.to_owned(), view }
}
