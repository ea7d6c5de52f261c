//! Plain form posts about one case: its text and linked colleagues. Comments come with files, through
//! the server's own door. Server only.

use super::posted::{Posted, Refused, show};
use crate::{
    people::resolve::{Meant, resolve},
    request::Services,
};
use axum::{Router, response::Response, routing::get};
use domain::{
    cases::TextEdit,
    ids::PersonId,
    problem::{Field, Problem},
};

/// Text and colleagues.
pub(crate) fn router() -> Router<Services> {
    Router::new()
        .route("/arenden/{number}/text", get(show).post(edit))
        .route("/arenden/{number}/anstallda", get(show).post(link))
        .route("/arenden/{number}/anstallda/bort", get(show).post(unlink))
}

async fn edit(posted: Posted) -> Response {
    let done = try_edit(&posted).await;
    posted.answer("text", done, "redigera").await
}

async fn try_edit(posted: &Posted) -> Result<(), Refused> {
    let version = posted.get("version").parse().map_err(|_| Problem::Malformed)?;
    let text = TextEdit { subject: posted.get("rubrik").to_owned(), body: posted.get("innehall").to_owned() };
    store::cases::edit_text(posted.viewer(), posted.db(), posted.number()?, version, text).await?;
    Ok(())
}

async fn link(posted: Posted) -> Response {
    let done = try_link(&posted).await;
    posted.answer("anstallda", done, "falt=anstalld").await
}

async fn try_link(posted: &Posted) -> Result<(), Refused> {
    let number = posted.number()?;
    let meant = resolve(posted.viewer(), posted.db(), posted.get("person"), posted.get("person_id")).await?;
    let person = match meant {
        Meant::Person(person) => person,
        Meant::Nobody => {
            return Err(Problem::refused(Field::Participants, domain::problem::Refusal::Empty).into());
        }
        Meant::Unclear(refusal, people) => {
            return Err(Refused { people, ..Problem::refused(Field::Participants, refusal).into() });
        }
    };
    store::cases::link(posted.viewer(), posted.db(), number, person.id).await?;
    Ok(())
}

async fn unlink(posted: Posted) -> Response {
    let done = try_unlink(&posted).await;
    posted.answer("anstallda", done, "").await
}

async fn try_unlink(posted: &Posted) -> Result<(), Refused> {
    let person = posted.get("person").parse().map(PersonId).map_err(|_| Problem::Malformed)?;
    store::cases::unlink(posted.viewer(), posted.db(), posted.number()?, person).await?;
    Ok(())
}
