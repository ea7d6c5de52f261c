//! Plain form posts about one case: its text, comments, linked colleagues. Server only.

use super::posted::{Posted, Refused, show};
use crate::{
    people::resolve::{Meant, resolve},
    request::Services,
};
use axum::{Router, response::Response, routing::get};
use domain::{
    cases::TextEdit,
    events::NewComment,
    ids::PersonId,
    problem::{Field, Problem},
};

/// Text, comments, colleagues; handing back is a comment too.
pub(crate) fn router() -> Router<Services> {
    Router::new()
        .route("/arenden/{number}/text", get(show).post(edit))
        .route("/arenden/{number}/kommentar", get(show).post(comment))
        .route("/arenden/{number}/aterkoppla", get(show).post(hand_back))
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

async fn comment(posted: Posted) -> Response {
    let done = try_comment(&posted).await;
    posted.answer("kommentar", done, "").await
}

async fn try_comment(posted: &Posted) -> Result<(), Refused> {
    let comment = NewComment {
        case: posted.number()?,
        body: posted.get("kommentar").to_owned(),
        external: !posted.get("extern").is_empty(),
    };
    store::cases::comment(posted.viewer(), posted.db(), comment).await?;
    Ok(())
}

async fn hand_back(posted: Posted) -> Response {
    let done = try_hand_back(&posted).await;
    posted.answer("kommentar", done, "").await
}

async fn try_hand_back(posted: &Posted) -> Result<(), Refused> {
    let comment = posted.get("kommentar");
    store::cases::hand_back(posted.viewer(), posted.db(), posted.number()?, comment).await?;
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
