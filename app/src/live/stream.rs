//! One stream for all tabs of a browser: a browser opens no more than six connections to a server.
//!
//! The tab that holds a lock listens to the server and tells the others on a channel. When it goes, the
//! lock passes to another, which asks for what came after the last news that it heard. On the channel:
//!
//! | says | means |
//! | --- | --- |
//! | `=<number> <news>` | heard |
//! | `@<presence>` | who has which case open |
//! | `+`, `-` | the stream runs; is lost |
//! | `?<number>` | a new tab, whose page was made after the news of that number, asks how it stands |

use super::{Link, Live};
use crate::page::Page;
use domain::{
    live::{Heard, SIGN_OF_LIFE},
    people::Viewer,
    policy::{Action, can},
};
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{BroadcastChannel, EventSource, MessageEvent};

/// How often one looks whether the stream still gives signs of life.
const WATCH: Duration = Duration::from_secs(5);

/// What a tab knows; lives as long as its document.
struct Tab {
    live: Live,
    channel: Option<BroadcastChannel>,
    /// The number of the last news.
    last: RefCell<String>,
    is_leading: Cell<bool>,
    source: RefCell<Option<EventSource>>,
    /// When the stream last gave a sign of life, in milliseconds.
    heard_at: Cell<f64>,
}

/// Called once the page is hydrated.
pub(super) fn begin(live: Live) {
    let page = Page::current();
    let hears = |viewer: &Viewer| can(viewer, Action::UseDesk) || can(viewer, Action::UsePhone);
    let Some(viewer) = page.viewer().filter(hears) else { return };
    // Another person's tabs in the same browser hear other news.
    let name = format!("arende-live-{}-{}", viewer.company, viewer.person);
    let tab = Rc::new(Tab {
        live,
        channel: BroadcastChannel::new(&name).ok(),
        last: RefCell::new(page.news()),
        is_leading: Cell::new(false),
        source: RefCell::new(None),
        heard_at: Cell::new(0.0),
    });
    tab.join();
    tab.clone().lead_when_alone(&name);
    let watching = tab.clone();
    set_interval(move || watching.watch(), WATCH);
    let cut = tab.clone();
    listen(&window(), "offline", move || cut.cut());
    let back = tab.clone();
    listen(&window(), "online", move || back.watch());
    listen(&document(), "visibilitychange", move || {
        if !document().hidden() {
            tab.watch();
            live.tell(&Heard::NOTHING);
        }
    });
}

/// For as long as the document lives.
fn listen(target: &web_sys::EventTarget, event: &str, act: impl Fn() + 'static) {
    let act = Closure::<dyn Fn()>::new(act);
    let _ = target.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
    act.forget();
}

impl Tab {
    fn join(self: &Rc<Self>) {
        let Some(channel) = &self.channel else { return };
        let tab = self.clone();
        let told = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(told) = event.data().as_string() {
                tab.told(&told);
            }
        });
        channel.set_onmessage(Some(told.as_ref().unchecked_ref()));
        told.forget();
        self.say(&format!("?{}", self.last.borrow()));
    }

    fn say(&self, what: &str) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&JsValue::from_str(what));
        }
    }

    /// By another tab.
    fn told(&self, told: &str) {
        match told.split_at_checked(1) {
            Some(("=", news)) => {
                if let Some((number, news)) = news.split_once(' ') {
                    self.heard(number, news);
                }
            }
            Some(("@", presence)) => self.learned(presence),
            Some(("+", _)) => self.live.set_link(Link::Live),
            Some(("-", _)) => self.live.set_link(Link::Lost),
            Some(("?", number)) if self.is_leading.get() => self.answer(number),
            _ => {}
        }
    }

    /// To a tab whose page may be older than what has been told since.
    fn answer(&self, number: &str) {
        let last = self.last.borrow().clone();
        if is_older(number, &last) {
            self.say(&format!("={last} *"));
        }
        self.say(&format!("@{}", self.live.others.said()));
        if self.live.link.get_untracked() == Link::Live {
            self.say("+");
        }
    }

    fn heard(&self, number: &str, news: &str) {
        self.last.replace(number.to_owned());
        self.live.set_link(Link::Live);
        // News that only a newer program understands may be of anything.
        self.live.tell(&news.parse().unwrap_or(Heard::Anything));
    }

    fn learned(&self, presence: &str) {
        if let Ok(presence) = presence.parse() {
            self.live.others.learn(presence);
        }
    }

    /// Asks for the lock; without such locks each tab listens for itself.
    fn lead_when_alone(self: Rc<Self>, name: &str) {
        let locks = Reflect::get(&window().navigator(), &"locks".into()).unwrap_or_default();
        let request = Reflect::get(&locks, &"request".into())
            .ok()
            .and_then(|request| request.dyn_into::<Function>().ok());
        let Some(request) = request else { return self.lead() };
        let granted = Closure::once_into_js(move || {
            self.lead();
            // Held until the document goes.
            Promise::new(&mut |_, _| {})
        });
        let _ = request.call2(&locks, &name.into(), &granted);
    }

    fn lead(self: Rc<Self>) {
        self.is_leading.set(true);
        self.open();
    }

    fn open(self: &Rc<Self>) {
        self.close();
        self.heard_at.set(js_sys::Date::now());
        let address = format!("/api/live?efter={}", self.last.borrow());
        let Ok(source) = EventSource::new(&address) else { return };
        let tab = self.clone();
        let alive = Closure::<dyn Fn()>::new(move || tab.is_alive());
        source.set_onopen(Some(alive.as_ref().unchecked_ref()));
        let _ = source.add_event_listener_with_callback("alive", alive.as_ref().unchecked_ref());
        alive.forget();
        let tab = self.clone();
        let news = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            tab.is_alive();
            let (number, news) = (event.last_event_id(), event.data().as_string().unwrap_or_default());
            tab.say(&format!("={number} {news}"));
            tab.heard(&number, &news);
        });
        source.set_onmessage(Some(news.as_ref().unchecked_ref()));
        news.forget();
        let tab = self.clone();
        let presence = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let presence = event.data().as_string().unwrap_or_default();
            tab.say(&format!("@{presence}"));
            tab.learned(&presence);
        });
        let _ = source.add_event_listener_with_callback("presence", presence.as_ref().unchecked_ref());
        presence.forget();
        let tab = self.clone();
        let lost = Closure::<dyn Fn()>::new(move || tab.is_lost());
        source.set_onerror(Some(lost.as_ref().unchecked_ref()));
        lost.forget();
        self.source.replace(Some(source));
    }

    fn close(&self) {
        if let Some(source) = self.source.take() {
            source.close();
        }
    }

    fn is_alive(&self) {
        self.heard_at.set(js_sys::Date::now());
        if self.live.link.get_untracked() != Link::Live {
            self.live.set_link(Link::Live);
            self.say("+");
        }
    }

    fn is_lost(&self) {
        self.live.set_link(Link::Lost);
        self.say("-");
    }

    /// The browser says that there is no network: sooner than the silence would.
    fn cut(&self) {
        if self.is_leading.get() {
            self.close();
            self.is_lost();
        }
    }

    /// The browser comes back by itself, unless it was sent away or slept: then there is silence.
    fn watch(self: &Rc<Self>) {
        if !self.is_leading.get() {
            return;
        }
        let silence = js_sys::Date::now() - self.heard_at.get();
        let is_closed =
            self.source.borrow().as_ref().is_none_or(|source| source.ready_state() == EventSource::CLOSED);
        if is_closed || silence > f64::from(2 * SIGN_OF_LIFE * 1000) {
            self.is_lost();
            self.open();
        }
    }
}

/// Of the same server process, or of another.
fn is_older(number: &str, last: &str) -> bool {
    let read = |text: &str| {
        let (started, number) = text.split_once('-')?;
        Some((started.to_owned(), number.parse::<u64>().ok()?))
    };
    match (read(number), read(last)) {
        (Some((one, number)), Some((other, last))) => one != other || number < last,
        _ => true,
    }
}
