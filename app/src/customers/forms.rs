//! Plain form posts about customers. Server only.

use super::{
    CustomerReply, SecretReply,
    form::typed::{self, value},
};
use crate::{
    AppError,
    page::Reply,
    request::{self, Services, Session},
};
use axum::{
    Extension, Form, Router,
    extract::{Path, State},
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use domain::{
    customers::{CustomerEdit, Duplicate, Likeness, SecretKind},
    ids::{CustomerId, SiteId},
    merge::Clash,
    people::Viewer,
    problem::{Field, Problem, Refusal},
};
use store::{Db, customers};

type Fields = Vec<(String, String)>;

/// A GET of what only a form posts, as after a reload, shows the card.
pub(crate) fn router() -> Router<Services> {
    Router::new()
        .route("/kunder/ny", post(create))
        .route("/kunder/{number}/redigera", post(update))
        .route("/kunder/{number}/aktiv", get(show).post(set_active))
        .route("/kunder/{number}/skyddat", get(show).post(reveal))
}

async fn show(Path(number): Path<String>) -> Redirect {
    let number: String = number.chars().filter(char::is_ascii_alphanumeric).collect();
    Redirect::to(&format!("/kunder/{number}"))
}

async fn create(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    parts: Parts,
    Form(fields): Form<Fields>,
) -> Response {
    let edit = typed::read(&fields);
    let is_warned = !value(&fields, "sedda").is_empty();
    match try_create(&viewer, &services.db, edit.clone(), is_warned).await {
        Ok(id) => Redirect::to(&format!("/kunder/{id}")).into_response(),
        Err(refused) => refused.answer(services, &parts, edit, None).await,
    }
}

/// Somebody with the same number, phone, e-mail or name is pointed out once before a second one is made.
async fn try_create(
    viewer: &Viewer,
    db: &Db,
    edit: CustomerEdit,
    is_warned: bool,
) -> Result<CustomerId, Refused> {
    if !is_warned {
        let mut alike = customers::alike(viewer, db, &edit, None).await?;
        alike.retain(|duplicate| duplicate.likeness != Likeness::Name);
        if let Some(first) = alike.first() {
            let field = match first.likeness {
                Likeness::Identity => Field::IdentityNumber,
                Likeness::Phone => Field::Phone,
                Likeness::Email => Field::Email,
                Likeness::SameName | Likeness::Name => Field::Name,
            };
            return Err(Refused { alike, ..Problem::refused(field, Refusal::HereAlready).into() });
        }
    }
    Ok(customers::create(viewer, db, edit).await?)
}

async fn update(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Path(number): Path<String>,
    parts: Parts,
    Form(fields): Form<Fields>,
) -> Response {
    // Nobody's own program has to say what it saw.
    let seen = serde_json::from_str::<CustomerEdit>(value(&fields, typed::SEEN)).ok();
    let edit = typed::chosen(&fields, seen.as_ref());
    match try_update(&viewer, &services.db, &number, seen.as_ref(), edit.clone()).await {
        Ok(()) => Redirect::to(&format!("/kunder/{number}")).into_response(),
        Err(refused) => refused.answer(services, &parts, edit, seen).await,
    }
}

async fn try_update(
    viewer: &Viewer,
    db: &Db,
    number: &str,
    seen: Option<&CustomerEdit>,
    edit: CustomerEdit,
) -> Result<(), Refused> {
    let id = number.parse().map_err(|_| Problem::NotFound)?;
    match customers::update(viewer, db, id, seen, edit).await? {
        None => Ok(()),
        clash => Err(Refused { clash, ..Problem::Overtaken.into() }),
    }
}

/// Why nothing was saved, who may be the same, and what both have changed.
struct Refused {
    problem: Problem,
    alike: Vec<Duplicate>,
    clash: Option<Box<Clash<CustomerEdit>>>,
}

impl<E: Into<AppError>> From<E> for Refused {
    fn from(error: E) -> Self {
        Self { problem: error.into().0, alike: Vec::new(), clash: None }
    }
}

impl Refused {
    /// The form again, at its own address, with what was typed.
    async fn answer(
        self,
        services: Services,
        parts: &Parts,
        edit: CustomerEdit,
        seen: Option<CustomerEdit>,
    ) -> Response {
        let Self { problem, alike, clash } = self;
        let status = request::status_of(&problem);
        let (edit, seen, both) = match clash {
            Some(clash) => (clash.mine.shown(), Some(clash.now), clash.fields),
            None => (edit, seen, Vec::new()),
        };
        let reply = CustomerReply { edit, problem, alike, seen, both };
        request::render(services, parts, parts.uri.path(), Some(Reply::new(&reply)), status).await
    }
}

async fn set_active(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Path(number): Path<String>,
    parts: Parts,
    Form(fields): Form<Fields>,
) -> Response {
    let done = match number.parse::<CustomerId>() {
        Ok(id) => customers::set_active(&viewer, &services.db, id, value(&fields, "aktiv") == "ja").await,
        Err(_) => Err(Problem::NotFound.into()),
    };
    match done.map_err(AppError::from) {
        Ok(()) => Redirect::to(&format!("/kunder/{number}")).into_response(),
        Err(AppError(problem)) => no_card(services, &parts, &problem).await,
    }
}

async fn reveal(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Path(number): Path<String>,
    parts: Parts,
    Form(fields): Form<Fields>,
) -> Response {
    match secret_reply(&viewer, &services.db, &fields).await {
        Ok(reply) => {
            let card = format!("/kunder/{number}");
            request::render(services, &parts, &card, Some(reply), StatusCode::OK).await
        }
        Err(AppError(problem)) => no_card(services, &parts, &problem).await,
    }
}

/// What a form asked to be shown, for the page that it stood on.
pub(crate) async fn secret_reply(viewer: &Viewer, db: &Db, fields: &Fields) -> Result<Reply, AppError> {
    let site = value(fields, "plats").parse::<SiteId>().map_err(|_| Problem::Malformed)?;
    let kind = SecretKind::from_slug(value(fields, "uppgift")).ok_or(Problem::Malformed)?;
    Ok(Reply::new(&SecretReply(customers::reveal(viewer, db, site, kind).await?)))
}

/// The page at the form's own address, which says what is not there.
async fn no_card(services: Services, parts: &Parts, problem: &Problem) -> Response {
    let status = request::status_of(problem);
    request::render(services, parts, parts.uri.path(), None, status).await
}
