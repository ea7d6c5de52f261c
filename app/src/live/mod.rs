//! What others change shows while one looks. The server tells which cases have changed; whoever
//! shows them follows and asks for what it shows:
//!
//! ```ignore
//! Live::current().follow(move |heard| if heard.is_about(number) { case.refresh() });
//! ```
//!
//! One stream serves all tabs of a browser, see [`stream`]. On the server there are no news.

pub(crate) mod api;
mod mark;
mod presence;
mod stream;

use domain::live::Heard;
use leptos::prelude::*;
use presence::Others;
use std::{sync::Arc, time::Duration};

pub(crate) use mark::LiveMark;
pub(crate) use presence::{PresentPeople, present_html};

/// How the stream stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Link {
    /// Not asked for yet: so the server draws it.
    #[default]
    Unknown,
    /// What one sees is how it stands.
    Live,
    /// What one sees may be old.
    Lost,
}

/// The news, within reach of every component.
#[derive(Clone, Copy)]
pub(crate) struct Live {
    link: RwSignal<Link>,
    followers: StoredValue<Followers>,
    others: Others,
}

type Follower = Arc<dyn Fn(Heard) + Send + Sync>;

#[derive(Default)]
struct Followers {
    latest: u32,
    all: Vec<(u32, Follower)>,
}

/// Between two questions of the same part of a page, however much is changed.
const PAUSE: Duration = Duration::from_millis(250);

impl Live {
    /// Called once, by the application.
    pub(crate) fn provide() {
        provide_context(Self {
            link: RwSignal::new(Link::Unknown),
            followers: StoredValue::new(Followers::default()),
            others: Others::new(),
        });
    }

    /// Within any component.
    pub(crate) fn current() -> Self {
        expect_context()
    }

    /// Begins to listen, once the page is hydrated; for customers, and without a session, there is nothing to hear.
    pub(crate) fn begin(self) {
        stream::begin(self);
    }

    /// How the stream stands. Tracked.
    pub(crate) fn link(self) -> Link {
        self.link.get()
    }

    /// Calls `act` with what is heard, as long as this component stands: the first time at once, then
    /// after a pause with all that came meanwhile, and only while somebody can see the page.
    pub(crate) fn follow(self, act: impl Fn(Heard) + Send + Sync + 'static) {
        if cfg!(feature = "ssr") {
            return;
        }
        let waiting = StoredValue::new(None::<Heard>);
        let is_pausing = StoredValue::new(false);
        let act: Follower = Arc::new(act);
        let follower: Follower = Arc::new(move |heard: Heard| {
            let together = waiting.try_update_value(|waiting| match waiting.take() {
                Some(earlier) => Some(earlier.and(heard)),
                None if heard.is_nothing() => None,
                None => Some(heard),
            });
            if let Some(together) = together {
                waiting.set_value(together);
                ask(waiting, is_pausing, act.clone());
            }
        });
        let mut number = 0;
        self.followers.update_value(|followers| {
            followers.latest += 1;
            number = followers.latest;
            followers.all.push((number, follower));
        });
        on_cleanup(move || {
            self.followers.try_update_value(|followers| followers.all.retain(|(of, _)| *of != number));
        });
    }

    /// Calls `ask` for what is drawn anew as a whole: not while one of its rows, which `rows` selects, is
    /// under the pointer or has the focus, as it must not move then.
    pub(crate) fn keep_fresh(self, rows: &'static str, ask: impl Fn() + Send + Sync + 'static) {
        let ask = Callback::new(move |()| ask());
        let is_held = StoredValue::new(false);
        self.follow(move |_| {
            if is_held.get_value() {
                return;
            }
            is_held.set_value(true);
            when_free(rows, is_held, ask);
        });
    }

    /// To all who follow. [`Heard::NOTHING`] lets them act on what has waited until the page is seen.
    fn tell(self, heard: &Heard) {
        // A follower may make others, or end some.
        let all: Vec<Follower> = self
            .followers
            .try_with_value(|followers| followers.all.iter().map(|(_, follower)| follower.clone()).collect())
            .unwrap_or_default();
        for follower in all {
            follower(heard.clone());
        }
    }

    fn set_link(self, link: Link) {
        if self.link.try_get_untracked().is_some_and(|stands| stands != link) {
            self.link.set(link);
        }
    }
}

fn ask(waiting: StoredValue<Option<Heard>>, is_pausing: StoredValue<bool>, act: Follower) {
    if document().hidden() || is_pausing.try_get_value() != Some(false) {
        return;
    }
    let Some(heard) = waiting.try_update_value(Option::take).flatten() else { return };
    is_pausing.set_value(true);
    let later = act.clone();
    set_timeout(
        move || {
            is_pausing.try_set_value(false);
            ask(waiting, is_pausing, later);
        },
        PAUSE,
    );
    act(heard);
}

/// Tries again until no row is touched, or the page has gone.
fn when_free(rows: &'static str, is_held: StoredValue<bool>, ask: Callback<()>) {
    if is_held.try_get_value() != Some(true) {
        return;
    }
    let touched = document().query_selector(&format!("{rows}:hover, {rows}:focus-within"));
    if touched.is_ok_and(|row| row.is_some()) {
        set_timeout(move || when_free(rows, is_held, ask), PAUSE);
        return;
    }
    is_held.set_value(false);
    ask.run(());
}
