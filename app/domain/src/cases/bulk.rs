//! "Med valda ärenden, ändra": which cases, what, and the receipt.

use super::{Edit, Filter};
use crate::ids::{BatchId, CaseNumber};
use serde::{Deserialize, Serialize};

/// A ticked case, with the version that one saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticked {
    /// Which.
    pub number: CaseNumber,
    /// As one saw it.
    pub version: i32,
}

/// Which cases are to be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Selection {
    /// Those that were ticked.
    Ticked(Vec<Ticked>),
    /// All that match the filter now.
    Matching(Box<Filter>),
}

/// A change of many cases at once: one of the five properties of the bulk bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkChange {
    /// Which cases.
    pub selection: Selection,
    /// What.
    pub edit: Edit,
}

/// Why a chosen case was left as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// It has that value already.
    Unchanged,
    /// Somebody else changed the same property after one looked.
    ChangedBy(String),
    /// It does not exist, or not for this viewer.
    NotFound,
}

/// A case that was left as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skip {
    /// Which.
    pub number: CaseNumber,
    /// Why.
    pub reason: SkipReason,
}

/// What a bulk change, or its undoing, did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// What Ångra takes back; none when nothing was changed.
    pub batch: Option<BatchId>,
    /// What was set; none for an undoing, which restores different values.
    pub edit: Option<Edit>,
    /// The name of who became responsible, if that was set.
    pub responsible: Option<String>,
    /// How many were changed.
    pub changed: i32,
    /// What was left and why, at most [`Receipt::SHOWN`].
    pub skipped: Vec<Skip>,
    /// How many were left in all.
    pub skipped_in_all: i32,
    /// Of an undoing: who had been made inactive in the same step.
    pub returned: Option<Returned>,
}

/// A colleague whose cases have been given back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// Their name.
    pub name: String,
    /// They are active again; not, where the viewer may not decide that.
    pub active: bool,
}

impl Receipt {
    /// So many skipped cases are named; the rest are counted.
    pub const SHOWN: usize = 20;
    /// So many cases can be changed at once: a slip of the mouse shall not touch a company's history.
    pub const MOST: usize = 10_000;
}
