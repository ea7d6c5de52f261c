//! Logins as their owner sees them.

use crate::ids::SessionId;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// A login that its owner can see and revoke.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Which.
    pub id: SessionId,
    /// When it began, local time in Stockholm.
    pub created_at: NaiveDateTime,
    /// When it was last used, local time in Stockholm, to within five minutes.
    pub seen_at: NaiveDateTime,
    /// The browser, as it calls itself.
    pub user_agent: String,
    /// Where it logged in from.
    pub address: String,
    /// The one that asks.
    pub current: bool,
}
