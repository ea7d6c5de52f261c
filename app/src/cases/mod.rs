//! Cases: the list, one case, a new one.

pub mod api;
mod brief;
#[cfg(feature = "ssr")]
pub(crate) mod bulk_forms;
pub(crate) mod bulk_value;
mod detail;
#[cfg(feature = "ssr")]
pub(crate) mod detail_forms;
pub(crate) mod filter_form;
mod glance;
mod list;
pub(crate) mod new;
#[cfg(feature = "ssr")]
pub(crate) mod new_forms;
#[cfg(feature = "ssr")]
mod posted;
pub(crate) mod property;
#[cfg(feature = "ssr")]
pub(crate) mod property_forms;
#[cfg(feature = "ssr")]
pub(crate) mod relation_forms;
mod reply;

pub(crate) use brief::BriefTable;
pub use detail::OneCasePage;
pub(crate) use glance::GlanceTable;
pub use list::CasesPage;
pub(crate) use list::Scrolled;
pub use new::NewCasePage;
pub(crate) use new::NewCasePanel;
pub use reply::{BulkRefusal, BulkReply, CaseReply, NewCaseReply};
