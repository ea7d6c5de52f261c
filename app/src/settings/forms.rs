//! Plain form posts that change the settings. Server only.

use super::SettingsReply;
use crate::{
    AppError,
    page::Reply,
    people::resolve::{Meant, resolve},
    request::{self, Services, Session},
};
use axum::{
    Extension, Form, Router,
    extract::Path,
    http::request::Parts,
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use domain::{
    cases::{Feature, Hue, Symbol, Unused},
    ids::{PersonId, StatusId, TemplateId, TypeId},
    people::Viewer,
    problem::{Field, Problem, Refusal},
    settings::{CompanyData, StatusDraft, TypeDraft},
    templates::TemplateDraft,
};
use std::sync::Arc;
use store::{Db, settings, templates};

pub(super) type Fields = Vec<(String, String)>;

/// Words, properties, templates, the company.
pub(crate) fn router() -> Router<Services> {
    Router::new()
        .route("/installningar/egenskaper", post(save_features))
        .route("/installningar/statusar", post(add_status))
        .route("/installningar/statusar/flytta", post(move_status))
        .route("/installningar/statusar/{id}", post(save_status))
        .route("/installningar/statusar/{id}/bort", post(remove_status))
        .route("/installningar/typer", post(add_type))
        .route("/installningar/typer/flytta", post(move_type))
        .route("/installningar/typer/{id}", post(save_type))
        .route("/installningar/typer/{id}/bort", post(remove_type))
        .route("/installningar/foretag", post(save_company))
        .route("/installningar/mallar", post(add_template))
        .route("/installningar/mallar/flytta", post(move_template))
        .route("/installningar/mallar/{id}", post(save_template))
        .route("/installningar/mallar/{id}/bort", post(remove_template))
}

/// A posted form: whose it is, what it says, which thing it is about.
pub(crate) struct Posted {
    services: Services,
    viewer: Session,
    parts: Parts,
    id: String,
    fields: Fields,
}

impl axum::extract::FromRequest<Services> for Posted {
    type Rejection = Response;

    async fn from_request(request: axum::extract::Request, services: &Services) -> Result<Self, Response> {
        use axum::{RequestExt, RequestPartsExt};
        let (mut parts, body) = request.into_parts();
        let id = parts.extract::<Option<Path<String>>>().await.map_err(IntoResponse::into_response)?;
        let Extension(viewer) = parts.extract().await.map_err(IntoResponse::into_response)?;
        let request = axum::extract::Request::from_parts(parts.clone(), body);
        let Form(fields) = request.extract().await.map_err(IntoResponse::into_response)?;
        let id = id.map(|Path(id)| id).unwrap_or_default();
        Ok(Self { services: services.clone(), viewer, parts, id, fields })
    }
}

impl Posted {
    pub(crate) fn viewer(&self) -> &Viewer {
        &self.viewer.0
    }

    pub(crate) fn db(&self) -> &Db {
        &self.services.db
    }

    /// The same, for what outlives the request.
    pub(crate) fn session(&self) -> Arc<Viewer> {
        self.viewer.0.clone()
    }

    /// All fields as they were posted.
    pub(crate) fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    /// The last text of that field.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.sent(name).unwrap_or_default()
    }

    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, text)| text.as_str())
    }

    /// The last text of that field, if it was sent at all.
    pub(crate) fn sent(&self, name: &str) -> Option<&str> {
        self.fields.iter().rfind(|(field, _)| field == name).map(|(_, text)| text.as_str())
    }

    /// What the address is about.
    pub(crate) fn id<Id: std::str::FromStr>(&self) -> Result<Id, Problem> {
        self.id.parse().map_err(|_| Problem::NotFound)
    }

    /// Which one shall be moved, and whether up.
    fn movement(&self) -> Result<(i16, bool), Problem> {
        let (id, up) = match self.get("upp") {
            "" => (self.get("ner"), false),
            id => (id, true),
        };
        Ok((id.parse().map_err(|_| Problem::Malformed)?, up))
    }

    /// The button that moved it, where the page goes on: whoever moves by keyboard moves it further.
    fn moved_by(&self, form: &str) -> String {
        match self.get("upp") {
            "" => format!("#{form}-{}-ner", self.get("ner")),
            id => format!("#{form}-{id}-upp"),
        }
    }

    /// Leads to where the change shows, or shows the page that the form stood on with why not.
    pub(crate) async fn answer<E: Into<AppError>>(
        self,
        done: Result<(), E>,
        page: &str,
        place: &str,
    ) -> Response {
        let problem = match done.map_err(Into::into) {
            Ok(()) => return Redirect::to(&format!("{page}{place}")).into_response(),
            Err(AppError(problem)) => problem,
        };
        let status = request::status_of(&problem);
        let reply = Reply::new(&SettingsReply { typed: self.fields, problem });
        request::render(self.services, &self.parts, page, Some(reply), status).await
    }
}

const WORDS: &str = "/installningar";
const TEMPLATES: &str = "/installningar/mallar";

async fn save_features(posted: Posted) -> Response {
    let used: Vec<_> = posted.all("anvands").collect();
    let unused = Feature::ALL.into_iter().map(Feature::as_str).filter(|name| !used.contains(name));
    let done = settings::use_features(posted.viewer(), posted.db(), Unused::named(unused)).await;
    posted.answer(done, WORDS, "?sparat").await
}

impl Posted {
    fn status(&self) -> StatusDraft {
        let is_open = self.get("bas") != "stangd";
        StatusDraft {
            name: self.get("namn").to_owned(),
            is_open,
            symbol: Symbol::parse(self.get("symbol")).unwrap_or(if is_open {
                Symbol::New
            } else {
                Symbol::Solved
            }),
            hue: Hue::parse(self.get("farg")).unwrap_or(if is_open { Hue::Slate } else { Hue::Grey }),
            is_initial: self.get("forval") == "ja",
            hidden: self.get("anvands") != "ja",
        }
    }

    async fn case_type(&self) -> Result<TypeDraft, AppError> {
        let responsible =
            match resolve(self.viewer(), self.db(), self.get("ansvarig"), self.get("ansvarig_id")).await? {
                Meant::Nobody => None,
                Meant::Person(person) => Some(person.id),
                Meant::Unclear(refusal, _) => {
                    return Err(Problem::refused(Field::Responsible, refusal).into());
                }
            };
        let days = self.get("dagar").trim();
        let due_days = match days.parse::<i16>() {
            _ if days.is_empty() => None,
            Ok(days) => Some(days),
            Err(_) => return Err(Problem::refused(Field::Days, Refusal::Malformed).into()),
        };
        let hidden = self.get("anvands") != "ja";
        Ok(TypeDraft { name: self.get("namn").to_owned(), due_days, responsible, hidden })
    }
}

async fn add_status(posted: Posted) -> Response {
    match settings::add_status(posted.viewer(), posted.db(), posted.status()).await {
        Ok(id) => posted.answer(Ok::<_, AppError>(()), WORDS, &format!("#status-{id}")).await,
        Err(error) => posted.answer(Err(error), WORDS, "").await,
    }
}

async fn save_status(posted: Posted) -> Response {
    let place = format!("#status-{}", posted.id);
    let done = async {
        settings::save_status(posted.viewer(), posted.db(), StatusId(posted.id()?), posted.status()).await
    };
    let done = done.await;
    posted.answer(done, WORDS, &place).await
}

async fn move_status(posted: Posted) -> Response {
    let done = async {
        let (id, up) = posted.movement()?;
        settings::move_status(posted.viewer(), posted.db(), StatusId(id), up).await
    };
    let done = done.await;
    let place = posted.moved_by("flytta-status");
    posted.answer(done, WORDS, &place).await
}

async fn remove_status(posted: Posted) -> Response {
    let into = posted.get("till").parse().ok().map(StatusId);
    let done =
        async { settings::remove_status(posted.viewer(), posted.db(), StatusId(posted.id()?), into).await };
    let done = done.await;
    posted.answer(done, WORDS, "?sparat").await
}

async fn add_type(posted: Posted) -> Response {
    let added = async {
        let draft = posted.case_type().await?;
        Ok::<_, AppError>(settings::add_type(posted.viewer(), posted.db(), draft).await?)
    };
    match added.await {
        Ok(id) => posted.answer(Ok::<_, AppError>(()), WORDS, &format!("#typ-{id}")).await,
        Err(error) => posted.answer(Err(error), WORDS, "").await,
    }
}

async fn save_type(posted: Posted) -> Response {
    let place = format!("#typ-{}", posted.id);
    let done = async {
        let draft = posted.case_type().await?;
        Ok::<_, AppError>(
            settings::save_type(posted.viewer(), posted.db(), TypeId(posted.id()?), draft).await?,
        )
    };
    let done = done.await;
    posted.answer(done, WORDS, &place).await
}

async fn move_type(posted: Posted) -> Response {
    let done = async {
        let (id, up) = posted.movement()?;
        settings::move_type(posted.viewer(), posted.db(), TypeId(id), up).await
    };
    let done = done.await;
    let place = posted.moved_by("flytta-typ");
    posted.answer(done, WORDS, &place).await
}

async fn remove_type(posted: Posted) -> Response {
    let into = posted.get("till").parse().ok().map(TypeId);
    let done =
        async { settings::remove_type(posted.viewer(), posted.db(), TypeId(posted.id()?), into).await };
    let done = done.await;
    posted.answer(done, WORDS, "?sparat").await
}

async fn save_company(posted: Posted) -> Response {
    let text = |name| posted.get(name).to_owned();
    let company = CompanyData {
        name: text("namn"),
        organisation_number: text("organisationsnummer"),
        email: text("epost"),
        phone: text("telefon"),
        street: text("gatuadress"),
        postal_code: text("postnummer"),
        town: text("ort"),
    };
    let done = settings::save_company(posted.viewer(), posted.db(), company).await;
    posted.answer(done, "/installningar/foretag", "?sparat").await
}

impl Posted {
    fn template(&self) -> TemplateDraft {
        TemplateDraft { name: self.get("namn").to_owned(), body: self.get("text").to_owned() }
    }
}

async fn add_template(posted: Posted) -> Response {
    let done = templates::save(posted.viewer(), posted.db(), None, posted.template()).await;
    posted.answer(done, TEMPLATES, "?sparat").await
}

async fn save_template(posted: Posted) -> Response {
    let place = format!("?sparat#mall-{}", posted.id);
    let done = async {
        templates::save(posted.viewer(), posted.db(), Some(TemplateId(posted.id()?)), posted.template()).await
    };
    let done = done.await;
    posted.answer(done, TEMPLATES, &place).await
}

async fn move_template(posted: Posted) -> Response {
    let done = async {
        let (id, up) = posted.movement()?;
        templates::shift(posted.viewer(), posted.db(), TemplateId(id), up).await
    };
    let done = done.await;
    let place = posted.moved_by("flytta-mall");
    posted.answer(done, TEMPLATES, &place).await
}

async fn remove_template(posted: Posted) -> Response {
    let done = async { templates::remove(posted.viewer(), posted.db(), TemplateId(posted.id()?)).await };
    let done = done.await;
    posted.answer(done, TEMPLATES, "?sparat").await
}

/// The colleague that a form names.
pub(super) async fn person(posted: &Posted) -> Result<PersonId, AppError> {
    match resolve(posted.viewer(), posted.db(), posted.get("person"), "").await? {
        Meant::Person(person) => Ok(person.id),
        Meant::Nobody => Err(Problem::refused(Field::Responsible, Refusal::Empty).into()),
        Meant::Unclear(refusal, _) => Err(Problem::refused(Field::Responsible, refusal).into()),
    }
}
