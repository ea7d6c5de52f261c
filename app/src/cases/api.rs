//! Server functions about cases. Each is a door: the session, the store, nothing else.

use crate::{AppError, wire::Json};
use domain::{
    cases::{
        BulkChange, CaseDetail, CasePage, CaseRow, Cursor, Edit, Filter, Followed, Neighbours, NewCase,
        QuickCounts, Receipt, Saved, SimilarCase, TextEdit,
    },
    events::{Comment, NewComment},
    ids::{BatchId, CaseNumber, CustomerId, EventId, PersonId, StatusId},
    people::Person,
};
use leptos::prelude::*;

/// One page of the list.
///
/// # Errors
/// Without a session.
#[server(endpoint = "cases/list", input = Json, output = Json)]
pub async fn list_cases(filter: Filter) -> Result<CasePage, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::list(&viewer, &db, &filter.normalised()).await?)
}

/// What has become of cases that one has heard of, for a page of the list that ends at `until`.
///
/// # Errors
/// Without a session.
#[server(endpoint = "cases/follow", input = Json, output = Json)]
pub async fn follow_cases(
    filter: Filter,
    until: Option<Cursor>,
    cases: Vec<CaseNumber>,
) -> Result<Followed, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::follow(&viewer, &db, &filter.normalised(), until.as_ref(), &cases).await?)
}

/// The counts beside the quick search.
///
/// # Errors
/// Without a session.
#[server(endpoint = "cases/counts", input = Json, output = Json)]
pub async fn count_cases() -> Result<QuickCounts, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::quick_counts(&viewer, &db).await?)
}

/// One case, whole.
///
/// # Errors
/// Without a session, or when the viewer sees no such case.
#[server(endpoint = "cases/show", input = Json, output = Json)]
pub async fn show_case(number: CaseNumber) -> Result<CaseDetail, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::show(&viewer, &db, number).await?)
}

/// The cases before and after it in a list.
///
/// # Errors
/// Without a session.
#[server(endpoint = "cases/neighbours", input = Json, output = Json)]
pub async fn find_neighbours(filter: Filter, number: CaseNumber) -> Result<Neighbours, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::neighbours(&viewer, &db, &filter.normalised(), number).await?)
}

/// Registers a case; once, however often it is sent under the same key.
///
/// # Errors
/// Refused values, each at its field.
#[server(endpoint = "cases/create", input = Json, output = Json)]
pub async fn create_case(case: NewCase, key: Option<String>) -> Result<CaseNumber, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::create_once(&viewer, &db, case, key.as_deref()).await?)
}

/// Open cases of a customer: perhaps the same as what is about to be registered.
///
/// # Errors
/// Without a session.
#[server(endpoint = "cases/similar", input = Json, output = Json)]
pub async fn similar_cases(customer: CustomerId) -> Result<Vec<SimilarCase>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::similar(&viewer, &db, customer).await?)
}

/// Changes one property, with the version that one saw.
///
/// # Errors
/// Refused values; a conflict when somebody changed the same property meanwhile.
#[server(endpoint = "cases/update", input = Json, output = Json)]
pub async fn update_case(number: CaseNumber, version: i32, edit: Edit) -> Result<Saved, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::update(&viewer, &db, number, version, edit).await?)
}

/// Makes a colleague responsible and sets the status in the same step.
///
/// # Errors
/// As [`update_case`].
#[server(endpoint = "cases/assign", input = Json)]
pub async fn assign_case(
    number: CaseNumber,
    version: i32,
    responsible: PersonId,
    status: StatusId,
) -> Result<Saved, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::assign(&viewer, &db, number, version, responsible, status).await?)
}

/// Changes subject and body.
///
/// # Errors
/// Refused values; a conflict with both texts when somebody changed them meanwhile.
#[server(endpoint = "cases/edit-text", input = Json, output = Json)]
pub async fn edit_text(number: CaseNumber, version: i32, edit: TextEdit) -> Result<CaseRow, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::edit_text(&viewer, &db, number, version, edit).await?)
}

/// Links a colleague; returns all that are linked.
///
/// # Errors
/// When the viewer sees no such case or nobody goes by that number.
#[server(endpoint = "cases/link", input = Json, output = Json)]
pub async fn link_person(number: CaseNumber, person: PersonId) -> Result<Vec<Person>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::link(&viewer, &db, number, person).await?)
}

/// Unlinks a colleague; returns all that are linked.
///
/// # Errors
/// When the viewer sees no such case.
#[server(endpoint = "cases/unlink", input = Json, output = Json)]
pub async fn unlink_person(number: CaseNumber, person: PersonId) -> Result<Vec<Person>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::unlink(&viewer, &db, number, person).await?)
}

/// Comments a case; once, however often it is sent under the same key.
///
/// # Errors
/// An empty comment, or one for a customer where there is none.
#[server(endpoint = "cases/comment", input = Json, output = Json)]
pub async fn comment_case(comment: NewComment, key: Option<String>) -> Result<Comment, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::comment_once(&viewer, &db, comment, key.as_deref()).await?)
}

/// Hands a case back to whoever made it, with a comment; once, however often it is sent under the same key.
///
/// # Errors
/// An empty comment, or when the creator is not at work here any more.
#[server(endpoint = "cases/hand-back", input = Json, output = Json)]
pub async fn hand_back(number: CaseNumber, comment: String, key: Option<String>) -> Result<(), AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::hand_back(&viewer, &db, number, &comment, &[], key.as_deref()).await?)
}

/// Changes many cases at once.
///
/// # Errors
/// An empty or too large selection, refused values.
#[server(endpoint = "cases/change-many", input = Json, output = Json)]
pub async fn change_many(change: BulkChange) -> Result<Receipt, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::change_many(&viewer, &db, change).await?)
}

/// Takes a bulk change back, where nobody has changed it since.
///
/// # Errors
/// When it is not the viewer's.
#[server(endpoint = "cases/undo", input = Json, output = Json)]
pub async fn undo(batch: BatchId) -> Result<Receipt, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::undo(&viewer, &db, batch).await?)
}

/// Takes back what these entries of a case's history say.
///
/// # Errors
/// When somebody has changed the same again since.
#[server(endpoint = "cases/undo-changes", input = Json, output = Json)]
pub async fn undo_changes(number: CaseNumber, entries: Vec<EventId>) -> Result<(), AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::cases::undo_changes(&viewer, &db, number, &entries).await?)
}
