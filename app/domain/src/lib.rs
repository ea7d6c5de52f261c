//! Types and rules of Ärenden, pure: no input or output, no clock, no async. The server and the
//! browser share them, so a rule is written once and holds on both sides of the wire.

pub mod cases;
pub mod customers;
pub mod drafts;
pub mod employees;
pub mod events;
pub mod files;
pub mod find;
pub mod format;
pub mod identity;
pub mod ids;
pub mod imports;
pub mod live;
pub mod merge;
pub mod notifications;
pub mod people;
pub mod phone;
pub mod policy;
pub mod presence;
pub mod problem;
pub mod roles;
pub mod search;
pub mod sessions;
pub mod settings;
pub mod start;
pub mod teams;
pub mod templates;
pub mod text;
pub mod validate;
pub mod views;
pub mod widgets;
