//! Plain form posts about how a case hangs together with others, and of Ångra in its history. Server only.

use super::posted::{Posted, Refused, show};
use crate::request::Services;
use axum::{
    Router,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use domain::{
    cases::{Relation, TextEdit},
    ids::CaseNumber,
    problem::{Field, Problem, Refusal},
};

/// Linked, no longer linked, merged, split; taken back.
pub(crate) fn router() -> Router<Services> {
    Router::new()
        .route("/arenden/{number}/kopplingar", get(show).post(relate))
        .route("/arenden/{number}/kopplingar/bort", get(show).post(unrelate))
        .route("/arenden/{number}/sla-ihop", get(show).post(merge))
        .route("/arenden/{number}/bryt-ut", get(show).post(split))
        .route("/arenden/{number}/angra", get(show).post(undo))
}

async fn undo(posted: Posted) -> Response {
    let done = try_undo(&posted).await;
    posted.answer("angra", done, "").await
}

/// Entries of the history: `7,8`.
async fn try_undo(posted: &Posted) -> Result<(), Refused> {
    let entries = posted.get("handelser").split(',').map(str::parse).collect::<Result<Vec<_>, _>>();
    let entries = entries.map_err(|_| Problem::Malformed)?;
    store::cases::undo_changes(posted.viewer(), posted.db(), posted.number()?, &entries).await?;
    Ok(())
}

async fn relate(posted: Posted) -> Response {
    let done = try_relate(&posted).await;
    posted.answer("kopplingar", done, "").await
}

async fn try_relate(posted: &Posted) -> Result<(), Refused> {
    let relation = Relation::from_slug(posted.get("koppling")).ok_or(Problem::Malformed)?;
    let other = other(posted)?;
    store::cases::relate(posted.viewer(), posted.db(), posted.number()?, relation, other).await?;
    Ok(())
}

async fn unrelate(posted: Posted) -> Response {
    let done = try_unrelate(&posted).await;
    posted.answer("kopplingar", done, "").await
}

/// The button says which: `hor-ihop:2411`.
async fn try_unrelate(posted: &Posted) -> Result<(), Refused> {
    let (slug, other) = posted.get("koppling").split_once(':').ok_or(Problem::Malformed)?;
    let relation = Relation::from_slug(slug).ok_or(Problem::Malformed)?;
    let other = other.parse().map_err(|_| Problem::Malformed)?;
    store::cases::unrelate(posted.viewer(), posted.db(), posted.number()?, relation, other).await?;
    Ok(())
}

async fn merge(posted: Posted) -> Response {
    let done = try_merge(&posted).await;
    posted.answer("sla-ihop", done, "").await
}

async fn try_merge(posted: &Posted) -> Result<(), Refused> {
    let into = other(posted)?;
    // Said of that very case: another one may have been typed since.
    let is_sure = posted.get("anda").parse() == Ok(into);
    store::cases::merge(posted.viewer(), posted.db(), posted.number()?, into, is_sure).await?;
    Ok(())
}

/// Leads to the new case.
async fn split(posted: Posted) -> Response {
    match try_split(&posted).await {
        Ok(number) => Redirect::to(&format!("/arenden/{number}")).into_response(),
        Err(refused) => posted.answer("bryt-ut", Err(refused), "").await,
    }
}

async fn try_split(posted: &Posted) -> Result<CaseNumber, Refused> {
    let text = TextEdit { subject: posted.get("rubrik").to_owned(), body: posted.get("innehall").to_owned() };
    Ok(store::cases::split(posted.viewer(), posted.db(), posted.number()?, text).await?)
}

/// The case that was typed, with or without the sign before numbers.
fn other(posted: &Posted) -> Result<CaseNumber, Refused> {
    let typed = posted.get("arende").trim().trim_start_matches('#');
    if typed.is_empty() {
        return Err(Problem::refused(Field::Case, Refusal::Empty).into());
    }
    typed.parse().map_err(|_| Problem::refused(Field::Case, Refusal::Unknown).into())
}
