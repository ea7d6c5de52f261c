//! What somebody has typed and not yet sent: kept by the browser with every key, and by the server a
//! moment later, so that it is there on another device too. Each person has their own, so that
//! colleagues who share a computer never meet each other's.

use crate::{AppError, page::Page, wire::Json};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};
use serde::{Serialize, de::DeserializeOwned};
use std::sync::{
    Arc,
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

/// Keeps it there; none forgets it.
///
/// # Errors
/// Without a session, or when it is longer than any form.
#[server(endpoint = "drafts/keep", input = Json, output = Json)]
pub async fn keep_draft(place: String, content: Option<String>) -> Result<(), AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::drafts::keep(&viewer, &db, &place, content.as_deref()).await?)
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
        Self { key, place: None, kept: Arc::default() }
    }

    /// What was kept here; none when nothing was, or nothing that can be read.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(&self.stored()?).ok()
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
                return draft.send(here);
            }
            draft.store(there.as_deref());
            draft.mark(there.is_some().then_some(SAVED));
            act(there.and_then(|there| serde_json::from_str(&there).ok()));
        });
    }

    /// Keeps it.
    pub(crate) fn keep<T: Serialize>(&self, typed: &T) {
        if let Ok(typed) = serde_json::to_string(typed) {
            self.put(Some(typed));
        }
    }

    /// Forgets it: it was sent or thrown away.
    pub(crate) fn forget(&self) {
        if self.stored().is_some() {
            self.put(None);
        }
    }

    fn put(&self, typed: Option<String>) {
        if self.stored() == typed {
            return;
        }
        self.store(typed.as_deref());
        if self.place.is_some() {
            self.mark(typed.is_none().then_some(FORGOTTEN));
            self.send(typed);
        }
    }

    /// After a pause, unless more has been kept meanwhile.
    fn send(&self, typed: Option<String>) {
        let Some(place) = self.place.clone() else { return };
        let draft = self.clone();
        let turn = self.kept.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
        spawn_local(async move {
            TimeoutFuture::new(PAUSE).await;
            let is_last = || draft.kept.load(Ordering::Relaxed) == turn;
            let mark = typed.is_some().then_some(SAVED);
            if is_last() && keep_draft(place, typed).await.is_ok() && is_last() {
                draft.mark(mark);
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
