//! One case: its text and properties, what was said and done about it, and the box to say more.

mod bar;
mod case;
mod comment;
mod composer;
mod customer;
mod event;
mod facts;
mod files;
mod lines;
mod mention;
mod page;
mod participants;
mod relations;
mod templates;
mod text_conflict;
mod text_edit;
mod timeline;

pub use page::OneCasePage;
