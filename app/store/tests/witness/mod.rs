//! What the tests of the writing acts look at behind the scenes, as the owner of the database.

#![allow(dead_code, clippy::unwrap_used, clippy::panic)] // Each test binary uses a part of it.

use crate::fixtures::House;
use domain::{
    events::Change,
    ids::CaseNumber,
    people::Viewer,
    problem::{Field, Problem, Refusal},
};
use sqlx::types::Json;
use store::{Error, Result};

/// The case's history in the viewer's company, oldest first.
pub(crate) async fn history(house: &House, viewer: &Viewer, number: CaseNumber) -> Vec<Vec<Change>> {
    let changes: Vec<Json<Vec<Change>>> = sqlx::query_scalar(
        "SELECT changes FROM case_event WHERE company_id = $1 AND number = $2 ORDER BY id",
    )
    .bind(viewer.company)
    .bind(number)
    .fetch_all(&house.owner)
    .await
    .unwrap();
    changes.into_iter().map(|changes| changes.0).collect()
}

/// The last entry of the case's history.
pub(crate) async fn last_change(house: &House, viewer: &Viewer, number: CaseNumber) -> Vec<Change> {
    history(house, viewer, number).await.pop().unwrap()
}

/// Everything about cases in all companies, boiled down: equal before and after when nothing was written.
pub(crate) async fn fingerprint(house: &House) -> String {
    let tables =
        ["cases", "case_text", "case_participant", "case_comment", "case_event", "case_counter", "case_file"];
    let tables = tables.map(|table| format!("SELECT t::text AS line FROM {table} t"));
    let all = format!(
        "SELECT coalesce(md5(string_agg(line, '|' ORDER BY line)), '') FROM ({}) x",
        tables.join(" UNION ALL ")
    );
    sqlx::query_scalar(sqlx::AssertSqlSafe(all)).fetch_one(&house.owner).await.unwrap()
}

/// Whether the search takes the case for an open one, and the text that it searches.
pub(crate) async fn searched(house: &House, viewer: &Viewer, number: CaseNumber) -> (bool, String) {
    sqlx::query_as("SELECT is_open, search_text FROM case_text WHERE company_id = $1 AND number = $2")
        .bind(viewer.company)
        .bind(number)
        .fetch_one(&house.owner)
        .await
        .unwrap()
}

/// Why it was refused.
#[track_caller]
pub(crate) fn refused<T>(result: Result<T>) -> Problem {
    match result {
        Err(Error::Refused(problem)) => problem,
        Err(error) => panic!("not refused but failed: {error}"),
        Ok(_) => panic!("not refused"),
    }
}

/// The refused fields and why.
#[track_caller]
pub(crate) fn invalid<T>(result: Result<T>) -> Vec<(Field, Refusal)> {
    match refused(result) {
        Problem::Invalid(errors) => errors.into_iter().map(|error| (error.field, error.refusal)).collect(),
        problem => panic!("refused for another reason: {problem:?}"),
    }
}
