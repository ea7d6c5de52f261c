//! What somebody has typed and not yet sent: kept by the browser with every key, and by the server a
//! moment later, so that it is there on another device too. Each person has their own, so that
//! colleagues who share a computer never meet each other's.

use crate::{AppError, page::Page, wire::Json};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};
use serde::{Serialize, de::DeserializeOwned};
use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicU32, Ordering},
};

/// The viewer's draft at that place.
///
/// # Errors
/// Without a session.
#[server(endpoint = "drafts/read", input = Json, output = Json)]
pub async fn read_draft(place: String) -> Result<Option<String>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::drafts::read(&viewer, &db, &place).await?)
}

/// Keeps it there; none forgets it: whatever stands there, or only if it is one of what it `was`.
///
/// # Errors
/// Without a session, or when it is longer than any form.
#[server(endpoint = "drafts/keep", input = Json, output = Json)]
pub async fn keep_draft(
    place: String,
    content: Option<String>,
    was: Option<Vec<String>>,
) -> Result<(), AppError> {
    let (viewer, db) = crate::request::session()?;
    match (content, was) {
        (None, Some(was)) => store::drafts::forget(&viewer, &db, &place, &was).await?,
        (content, _) => store::drafts::keep(&viewer, &db, &place, content.as_deref()).await?,
    }
    Ok(())
}

/// How long after the last key it goes to the server, in milliseconds.
const PAUSE: u32 = 700;

/// That the server has what stands here; that it has not heard yet that nothing does.
const SAVED: &str = "sparat";
const FORGOTTEN: &str = "glömt";

/// The place of one draft. Where the browser refuses storage, nothing is kept.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    key: Option<String>,
    /// What the server calls it; what only this browser needs to know has none.
    place: Option<String>,
    /// Counts what was kept, so that only the last of it travels.
    kept: Arc<AtomicU32>,
    /// What of it is this tab's: another may keep its own at the same place.
    own: Arc<Mutex<Own>>,
}

/// What a tab knows to be its own.
#[derive(Debug, Default)]
struct Own {
    /// What it has kept here last, or taken up.
    last: Option<String>,
    /// What the server may have of it: the last that it is known to have, and what was sent since.
    sent: Vec<String>,
}

impl Own {
    /// More than these are on their way only while nothing arrives.
    const MOST_SENT: usize = 4;

    fn took(&mut self, typed: &str) {
        self.last = Some(typed.to_owned());
        self.sends(typed);
    }

    fn sends(&mut self, typed: &str) {
        self.sent.retain(|sent| sent != typed);
        self.sent.push(typed.to_owned());
        if self.sent.len() > Self::MOST_SENT {
            self.sent.remove(0);
        }
    }

    /// What was sent before has been overwritten by it.
    fn arrived(&mut self, typed: &str) {
        if let Some(place) = self.sent.iter().position(|sent| sent == typed) {
            self.sent.drain(..place);
        }
    }
}

impl Draft {
    /// The viewer's draft of that name, on all devices of theirs. Within a component.
    pub(crate) fn of(name: &str) -> Self {
        Self { place: Some(name.to_owned()), ..Self::here(name) }
    }

    /// What this browser remembers under that name.
    pub(crate) fn here(name: &str) -> Self {
        let viewer = Page::current().viewer();
        let key = viewer.map(|viewer| format!("arende.{}.{}.{name}", viewer.company, viewer.person));
        Self { key, place: None, kept: Arc::default(), own: Arc::default() }
    }

    /// What was kept here; none when nothing was, or nothing that can be read.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Option<T> {
        let stored = self.stored()?;
        self.own(|own| own.took(&stored));
        serde_json::from_str(&stored).ok()
    }

    /// Asks the server what was kept on another device. `act` is called when that is something else than
    /// what was read here: none, when it has been sent or thrown away there.
    pub(crate) fn catch_up<T: DeserializeOwned>(&self, act: impl FnOnce(Option<T>) + 'static) {
        let (draft, before) = (self.clone(), self.kept.load(Ordering::Relaxed));
        let Some(place) = self.place.clone() else { return };
        spawn_local(async move {
            let Ok(there) = read_draft(place).await else { return };
            let here = draft.stored();
            if there == here || draft.kept.load(Ordering::Relaxed) != before {
                return;
            }
            if draft.is_news(here.is_some()) {
                return draft.send(here, None);
            }
            draft.store(there.as_deref());
            draft.own(|own| match &there {
                Some(there) => own.took(there),
                None => *own = Own::default(),
            });
            draft.mark(there.is_some().then_some(SAVED));
            act(there.and_then(|there| serde_json::from_str(&there).ok()));
        });
    }

    /// Keeps it.
    pub(crate) fn keep<T: Serialize>(&self, typed: &T) {
        if let Ok(typed) = serde_json::to_string(typed) {
            self.own(|own| own.last = Some(typed.clone()));
            self.put(Some(typed), None);
        }
    }

    /// Forgets it: it was sent or thrown away.
    pub(crate) fn forget(&self) {
        if self.stored().is_some() {
            self.put(None, None);
        }
    }

    /// Forgets what this tab has kept or taken up, and nothing that another has kept here since.
    pub(crate) fn forget_own(&self) {
        let Some(stored) = self.stored() else { return };
        let (last, sent) = self.own(|own| (own.last.take(), own.sent.clone()));
        if last.as_ref() == Some(&stored) {
            self.put(None, Some(sent.into_iter().chain(last).collect()));
        } else {
            // Nor shall what waits to be sent overwrite it.
            self.kept.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn own<R>(&self, act: impl FnOnce(&mut Own) -> R) -> R {
        act(&mut self.own.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// `was` limits what the server forgets.
    fn put(&self, typed: Option<String>, was: Option<Vec<String>>) {
        if self.stored() == typed {
            return;
        }
        self.store(typed.as_deref());
        if self.place.is_some() {
            self.mark(typed.is_none().then_some(FORGOTTEN));
            self.send(typed, was);
        }
    }

    /// After a pause, unless more has been kept meanwhile.
    fn send(&self, typed: Option<String>, was: Option<Vec<String>>) {
        let Some(place) = self.place.clone() else { return };
        let draft = self.clone();
        let turn = self.kept.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
        spawn_local(async move {
            TimeoutFuture::new(PAUSE).await;
            let is_last = || draft.kept.load(Ordering::Relaxed) == turn;
            if !is_last() {
                return;
            }
            let sent = typed.clone().unwrap_or_default();
            if typed.is_some() {
                draft.own(|own| own.sends(&sent));
            }
            let mark = typed.is_some().then_some(SAVED);
            if keep_draft(place, typed, was).await.is_ok() {
                draft.own(|own| own.arrived(&sent));
                if is_last() {
                    draft.mark(mark);
                }
            }
        });
    }

    fn stored(&self) -> Option<String> {
        storage()?.get_item(self.key.as_ref()?).ok()?
    }

    fn store(&self, typed: Option<&str>) {
        let (Some(storage), Some(key)) = (storage(), &self.key) else { return };
        // A full storage loses the draft, not the page.
        let _ = match typed {
            Some(typed) => storage.set_item(key, typed),
            None => storage.remove_item(key),
        };
    }

    /// Whether the server does not know yet what stands here, also after this browser has crashed.
    fn is_news(&self, is_kept: bool) -> bool {
        let mark = self.mark_key().and_then(|key| storage()?.get_item(&key).ok()?);
        match mark.as_deref() {
            Some(SAVED) => false,
            Some(_) => true,
            None => is_kept,
        }
    }

    fn mark(&self, mark: Option<&str>) {
        let (Some(storage), Some(key)) = (storage(), self.mark_key()) else { return };
        let _ = match mark {
            Some(mark) => storage.set_item(&key, mark),
            None => storage.remove_item(&key),
        };
    }

    fn mark_key(&self) -> Option<String> {
        self.key.as_ref().map(|key| format!("{key}.servern"))
    }
}

fn storage() -> Option<web_sys::Storage> {
    if is_server() { None } else { window().local_storage().ok()? }
}

#[cfg(test)]
mod tests {
    use super::Own;

    #[test]
    fn a_tab_knows_what_the_server_may_have_of_it() {
        let mut own = Own::default();
        own.took("N");
        own.sends("Nyck");
        own.sends("Nyckel");
        assert_eq!(own.sent, ["N", "Nyck", "Nyckel"]);
        own.arrived("Nyck");
        assert_eq!(own.sent, ["Nyck", "Nyckel"], "the last may have arrived too, unheard");
        own.arrived("of another");
        for number in 0..9 {
            own.sends(&number.to_string());
        }
        assert_eq!(own.sent, ["5", "6", "7", "8"]);
    }
}
