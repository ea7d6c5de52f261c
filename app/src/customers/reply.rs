//! What the server answers to a posted form when it shows the page again.

use crate::page::Answer;
use domain::{
    customers::{CustomerEdit, Duplicate, Secret},
    problem::{Field, Problem},
};
use serde::{Deserialize, Serialize};

/// A customer was not saved: what was typed, and why not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomerReply {
    /// What was typed.
    pub edit: CustomerEdit,
    /// Why it was refused.
    pub problem: Problem,
    /// Who may be the same customer.
    pub alike: Vec<Duplicate>,
    /// What the form was filled with, or what stands now when both have changed the same.
    pub seen: Option<CustomerEdit>,
    /// What both have changed.
    pub both: Vec<Field>,
}

/// A protected value that was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SecretReply(pub Secret);

impl Answer for CustomerReply {
    const KIND: &'static str = "customer";
}

impl Answer for SecretReply {
    const KIND: &'static str = "secret";
}
