//! The employee's phone: own cases, one of them, a new one, and oneself.

mod account;
pub mod api;
mod card;
mod case;
mod cases;
mod comments;
#[cfg(feature = "ssr")]
pub mod forms;
mod head;
mod layout;
mod lists;
mod new;
mod notifications;
mod status;

pub use account::PhoneAccountPage;
pub use case::PhoneCasePage;
pub use cases::PhoneCasesPage;
pub use lists::List;
pub use new::PhoneNewPage;
pub use notifications::PhoneNotificationsPage;
