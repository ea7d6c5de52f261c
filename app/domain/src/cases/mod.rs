//! The unit of work and everything that is said about it.

mod bulk;
mod edit;
mod feature;
mod filter;
mod new;
mod page;
mod relation;
mod vocabulary;

pub use bulk::{BulkChange, Receipt, Returned, Selection, Skip, SkipReason, Ticked};
pub use edit::{Conflict, Edit, Property, Saved, TextEdit};
pub use feature::{Feature, Unused};
pub use filter::{Base, Chip, DateRange, Filter, Period, Responsible, Sort, SortKey, When};
pub use new::NewCase;
pub use page::{
    CaseDetail, CasePage, CaseRow, Count, Cursor, CustomerCard, Followed, Glance, Neighbours, QuickCounts,
    SimilarCase,
};
pub use relation::{RelatedCase, Relation};
pub use vocabulary::{CaseType, Channel, Hue, Priority, Status, Symbol, Team, Vocabulary};
