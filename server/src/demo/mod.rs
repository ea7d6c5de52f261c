//! The demo: two Swedish cleaning companies with their people, customers and cases.
//!
//! [`load`] writes it into an empty database. All else is its content, pure and deterministic:
//! [`DemoCompany::new`] takes a seed and the present, its `employees` and
//! `customers` are lists, and [`DemoCompany::cases`] streams the cases in the order of their
//! numbers, each with comments and history, referring to people and customers by their places.

mod calendar;
mod cards;
mod choices;
mod company;
mod corpus;
mod customers;
mod files;
mod generate;
mod history;
mod load;
mod logins;
mod names;
mod organisation_number;
mod phone;
mod random;
mod record;
mod staff;
mod streets;

pub use cards::{Card, Contact, Site};
pub use company::Company;
pub use customers::{Customer, CustomerKind};
pub use files::attach;
pub use generate::{Cases, DemoCompany};
pub use load::{Error, Loaded, is_empty, is_loaded, load};
pub use logins::{LOGINS, Login, PASSWORD};
pub use record::{Author, Case, CaseType, Change, Changed, Comment, Status};
pub use staff::Employee;

#[cfg(test)]
mod tests;
