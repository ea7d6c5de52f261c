//! Plain form posts about roles. Server only.

use super::forms::{Posted, person};
use crate::{AppError, request::Services};
use axum::{Router, response::Response, routing::post};
use domain::{
    ids::RoleId,
    people::Role,
    policy::Permissions,
    problem::{Field, Problem, Refusal},
    roles::{RoleChoice, RoleDraft},
};
use store::roles;

const ROLES: &str = "/installningar/roller";

/// Made, rewritten, removed, given.
pub(crate) fn router() -> Router<Services> {
    Router::new()
        .route("/installningar/roller", post(add))
        .route("/installningar/roller/ge", post(give))
        .route("/installningar/roller/{id}", post(save))
        .route("/installningar/roller/{id}/bort", post(remove))
}

fn draft(posted: &Posted) -> RoleDraft {
    RoleDraft {
        name: posted.get("namn").to_owned(),
        base: Role::parse(posted.get("bas")).unwrap_or(Role::Employee),
        permissions: Permissions::named(posted.all("far")),
    }
}

fn choice(posted: &Posted) -> Result<RoleChoice, Problem> {
    RoleChoice::parse(posted.get("roll")).ok_or_else(|| Problem::refused(Field::Role, Refusal::Unknown))
}

async fn add(posted: Posted) -> Response {
    let draft = draft(&posted);
    let page = format!("{ROLES}/ny?bas={}", draft.base.as_str());
    match roles::save(posted.viewer(), posted.db(), None, draft).await {
        Ok(_) => posted.answer(Ok::<_, AppError>(()), ROLES, "?sparat").await,
        Err(error) => posted.answer(Err(error), &page, "").await,
    }
}

async fn save(posted: Posted) -> Response {
    let done = async {
        let id = RoleId(posted.id()?);
        roles::save(posted.viewer(), posted.db(), Some(id), draft(&posted)).await.map(|_| id)
    };
    match done.await {
        Ok(_) => posted.answer(Ok::<_, AppError>(()), ROLES, "?sparat").await,
        Err(error) => {
            let page = posted.id::<i16>().map_or_else(|_| ROLES.to_owned(), |id| format!("{ROLES}/{id}"));
            posted.answer(Err(error), &page, "").await
        }
    }
}

async fn remove(posted: Posted) -> Response {
    let done =
        async { roles::remove(posted.viewer(), posted.db(), RoleId(posted.id()?), choice(&posted)?).await };
    let done = done.await;
    posted.answer(done, ROLES, "?sparat").await
}

async fn give(posted: Posted) -> Response {
    let done = async {
        let person = person(&posted).await?;
        Ok::<_, AppError>(roles::give(posted.viewer(), posted.db(), person, choice(&posted)?).await?)
    };
    let done = done.await;
    posted.answer(done, ROLES, "?sparat").await
}
