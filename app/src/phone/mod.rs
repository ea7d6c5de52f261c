//! The employee's phone: own cases, a new case, and oneself.

mod account;
mod cases;
mod new;

pub use account::PhoneAccountPage;
pub use cases::PhoneCasesPage;
pub use new::PhoneNewPage;
