//! How one arranges the views that one sees.

use crate::ids::ViewId;
use serde::{Deserialize, Serialize};

/// One step of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrange {
    /// Past the one before it.
    Up(ViewId),
    /// Past the one after it.
    Down(ViewId),
    /// Above the list.
    Pin(ViewId),
    /// No longer above the list.
    Unpin(ViewId),
    /// The list opens with it.
    Default(ViewId),
    /// The list opens with all that are open.
    NoDefault,
}

impl Arrange {
    /// What the button of a form says: its name and its value.
    pub fn as_field(self) -> (&'static str, String) {
        match self {
            Self::Up(id) => ("upp", id.to_string()),
            Self::Down(id) => ("ner", id.to_string()),
            Self::Pin(id) => ("fast", id.to_string()),
            Self::Unpin(id) => ("lossa", id.to_string()),
            Self::Default(id) => ("forst", id.to_string()),
            Self::NoDefault => ("forst", String::new()),
        }
    }

    /// The step that such a button asks for.
    pub fn from_field(name: &str, value: &str) -> Option<Self> {
        let id = || value.parse().ok();
        match name {
            "upp" => id().map(Self::Up),
            "ner" => id().map(Self::Down),
            "fast" => id().map(Self::Pin),
            "lossa" => id().map(Self::Unpin),
            "forst" if value.is_empty() => Some(Self::NoDefault),
            "forst" => id().map(Self::Default),
            _ => None,
        }
    }

    /// Which view it is about.
    pub const fn view(self) -> Option<ViewId> {
        match self {
            Self::Up(id) | Self::Down(id) | Self::Pin(id) | Self::Unpin(id) | Self::Default(id) => Some(id),
            Self::NoDefault => None,
        }
    }
}
