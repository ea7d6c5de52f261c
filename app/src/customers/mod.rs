//! Customers: the list, the card, the form, and customers as one chooses them.

pub mod api;
mod card;
mod form;
#[cfg(feature = "ssr")]
pub(crate) mod forms;
mod list;
mod picker;
mod reply;
#[cfg(feature = "ssr")]
pub(crate) mod resolve;
mod secret;

pub use api::{customer_sites, name_customers, search_customers};
pub use card::CustomerPageOf;
pub use form::{EditCustomerPage, NewCustomerPage};
pub use list::CustomersPage;
pub use reply::{CustomerReply, SecretReply};
pub(crate) use secret::Secrets;
