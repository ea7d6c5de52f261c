//! Cases: the list, one case, a new one.

pub mod api;
mod detail;
mod list;
mod new;
pub(crate) mod property;
mod reply;

pub use detail::CasePageRoute;
pub use list::CasesPage;
pub use new::NewCasePage;
pub use reply::{BulkReply, CaseReply, NewCaseReply};
