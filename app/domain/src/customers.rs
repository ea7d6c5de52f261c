//! Customers, as far as cases need them.

use crate::ids::CustomerId;
use serde::{Deserialize, Serialize};

/// A customer found by the picker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerHit {
    /// Kundnummer.
    pub id: CustomerId,
    /// Name.
    pub name: String,
    /// Street and town, to tell namesakes apart.
    pub detail: String,
}
