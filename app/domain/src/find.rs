//! One box for everything: what is found by a few letters, a number, a phone number.

use crate::{
    cases::Count,
    customers::CustomerHit,
    ids::{CaseNumber, CustomerId, StatusId},
};
use serde::{Deserialize, Serialize};

/// A case, as short as it can be told from others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseHit {
    /// Ärendenummer.
    pub number: CaseNumber,
    /// Rubrik.
    pub subject: String,
    /// Status.
    pub status: StatusId,
    /// The customer's name.
    pub customer: Option<String>,
}

/// What was found, the likeliest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Everything {
    /// At most [`Everything::CASES`].
    pub cases: Vec<CaseHit>,
    /// Nothing has these words: the cases have similar ones.
    pub cases_are_similar: bool,
    /// Only small words were typed ("och"), which are looked for in subjects alone.
    pub in_subject_only: bool,
    /// At most [`Everything::CUSTOMERS`].
    pub customers: Vec<CustomerHit>,
    /// The same of the customers.
    pub customers_are_similar: bool,
    /// Saved views: name and address.
    pub views: Vec<(String, String)>,
}

impl Everything {
    /// So many cases.
    pub const CASES: usize = 8;
    /// So many customers.
    pub const CUSTOMERS: usize = 5;
    /// So many views.
    pub const VIEWS: usize = 5;
}

/// A customer that a search in the list of cases fits too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FittingCustomer {
    /// Kundnummer.
    pub id: CustomerId,
    /// Name.
    pub name: String,
    /// Open cases of theirs.
    pub open_cases: Count,
}

/// The likeliest of the customers that a search in the list of cases fits too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FittingCustomers {
    /// At most [`FittingCustomers::MOST`].
    pub first: Vec<FittingCustomer>,
    /// There are others.
    pub has_more: bool,
}

impl FittingCustomers {
    /// So many: it is the cases that were searched for.
    pub const MOST: usize = 3;
}
