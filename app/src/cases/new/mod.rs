//! A new case: on a page of its own, which works before any script, and in a panel over any page.

mod fields;
mod foot;
mod form;
mod notes;
mod page;
mod panel;
mod prefill;
mod similar;
pub(crate) mod typed;

pub use page::NewCasePage;
pub(crate) use panel::NewCasePanel;
