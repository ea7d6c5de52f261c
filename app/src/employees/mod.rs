//! Employees and their teams: the list, the cards, who may come in, and handing over.

mod access;
pub mod api;
mod card;
mod edit;
#[cfg(feature = "ssr")]
pub(crate) mod forms;
mod hand_over;
mod invitation;
mod list;
mod reply;
mod teams;

pub use card::EmployeePage;
pub use edit::{EditEmployeePage, NewEmployeePage};
pub use hand_over::HandOverPage;
pub use invitation::{ChoosePasswordPage, InvitationReply};
pub use list::EmployeesPage;
pub use reply::EmployeeReply;
pub use teams::TeamsPage;
