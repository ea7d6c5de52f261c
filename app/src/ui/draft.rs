//! What somebody has typed and not yet sent, kept by the browser. Each person has their own, so
//! that colleagues who share a computer never meet each other's.

use crate::page::Page;
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

/// The place of one draft. Nothing is kept on the server's side of the wire, nor where the browser
/// refuses storage.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    key: Option<String>,
}

impl Draft {
    /// The viewer's draft of that name. Within a component.
    pub(crate) fn of(name: &str) -> Self {
        let viewer = Page::current().viewer();
        let key = viewer.map(|viewer| format!("arende.{}.{}.{name}", viewer.company, viewer.person));
        Self { key }
    }

    /// What was kept; none when nothing was, or nothing that can be read.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Option<T> {
        let kept = storage()?.get_item(self.key.as_ref()?).ok()??;
        serde_json::from_str(&kept).ok()
    }

    /// Keeps it.
    pub(crate) fn keep<T: Serialize>(&self, typed: &T) {
        if let (Some(storage), Some(key), Ok(typed)) = (storage(), &self.key, serde_json::to_string(typed)) {
            // A full storage loses the draft, not the page.
            let _ = storage.set_item(key, &typed);
        }
    }

    /// Forgets it: it was sent or thrown away.
    pub(crate) fn forget(&self) {
        if let (Some(storage), Some(key)) = (storage(), &self.key) {
            let _ = storage.remove_item(key);
        }
    }
}

fn storage() -> Option<web_sys::Storage> {
    if is_server() { None } else { window().local_storage().ok()? }
}
