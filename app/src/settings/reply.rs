//! What the server answers when something was not saved.

use crate::page::{Answer, Page};
use domain::problem::Problem;
use serde::{Deserialize, Serialize};

/// What was typed, and why it was refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SettingsReply {
    /// All fields as they were posted.
    pub typed: Vec<(String, String)>,
    /// Why it was refused.
    pub problem: Problem,
}

impl Answer for SettingsReply {
    const KIND: &'static str = "settings";
}

impl SettingsReply {
    /// What was posted in that field of the form that was refused; nothing when none was.
    pub(crate) fn typed(name: &str) -> Option<String> {
        let reply: Self = Page::current().reply()?;
        reply.typed.into_iter().rfind(|(field, _)| field == name).map(|(_, text)| text)
    }
}
