//! What the server answers to a form about an employee or a team.

use crate::page::Answer;
use domain::{cases::Receipt, employees::Profile, merge::Clash, problem::Problem};
use serde::{Deserialize, Serialize};

/// The answer, for the page that is shown with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmployeeReply {
    /// Nothing was saved: what was typed, and why.
    Refused {
        /// All fields as they were posted. Never a password.
        typed: Vec<(String, String)>,
        /// Why it was refused.
        problem: Problem,
    },
    /// Nothing was saved: somebody else has changed the same.
    Both(Box<Clash<Profile>>),
    /// The one-time link, shown this once.
    Link(String),
    /// A password was set.
    PasswordSet,
    /// Cases were handed over.
    HandedOver {
        /// What was done, and what Ångra takes back.
        receipt: Receipt,
        /// The former responsible is now inactive.
        deactivated: bool,
    },
}

impl EmployeeReply {
    /// A refusal's fields and reason.
    pub(super) fn refused(self) -> Option<(Vec<(String, String)>, Problem)> {
        match self {
            Self::Refused { typed, problem } => Some((typed, problem)),
            _ => None,
        }
    }
}

impl Answer for EmployeeReply {
    const KIND: &'static str = "employee";
}
