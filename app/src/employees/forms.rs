//! Plain form posts about employees and teams. Passwords have their doors in the server, which knows
//! how they are kept.

use super::{
    EmployeeReply,
    edit::{PROPERTIES, SEEN},
};
use crate::{
    AppError,
    page::Reply,
    request::{self, Services, Session},
    ui::{NOW, choice_of},
};
use axum::{
    Extension, Form, Router,
    extract::{Path, State},
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use domain::{
    cases::Vocabulary,
    employees::{HandOver, Profile},
    ids::{PersonId, TeamId},
    merge::Clash,
    people::{Role, Viewer},
    phone::Phone,
    problem::{Field, Problem, Refusal},
    roles::RoleChoice,
    teams::Step,
};
use store::Db;

type Fields = Vec<(String, String)>;

/// New and changed employees, one-time links, handing over, teams.
pub(crate) fn router() -> Router<Services> {
    Router::new()
        .route("/anstallda/ny", post(create))
        .route("/anstallda/{number}/redigera", post(save))
        .route("/anstallda/{number}/inbjudan", post(invite))
        .route("/anstallda/{number}/lamna-over", post(hand_over))
        .route("/anstallda/team", post(add_team))
        .route("/anstallda/team/{number}", post(change_team))
}

async fn create(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    parts: Parts,
    Form(fields): Form<Fields>,
) -> Response {
    match try_create(&viewer, &services.db, &fields).await {
        Ok(id) => Redirect::to(&format!("/anstallda/{id}")).into_response(),
        Err(error) => refuse(services, &parts, "/anstallda/ny", fields, error).await,
    }
}

async fn try_create(viewer: &Viewer, db: &Db, fields: &Fields) -> Result<PersonId, AppError> {
    let words = store::cases::vocabulary(viewer, db).await?;
    let employee = RoleChoice::BuiltIn(Role::Employee);
    let profile = Profile { active: true, ..profile(fields, &words, employee)? };
    Ok(store::employees::create(viewer, db, profile).await?)
}

async fn save(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Path(number): Path<String>,
    parts: Parts,
    Form(mut fields): Form<Fields>,
) -> Response {
    let address = page_of(&number, "/redigera");
    match try_save(&viewer, &services.db, &number, &mut fields).await {
        Ok(None) => Redirect::to(&page_of(&number, "")).into_response(),
        Ok(Some(clash)) => {
            let reply = Reply::new(&EmployeeReply::Both(clash));
            request::render(services, &parts, &address, Some(reply), StatusCode::CONFLICT).await
        }
        Err(error) => refuse(services, &parts, &address, fields, error).await,
    }
}

async fn try_save(
    viewer: &Viewer,
    db: &Db,
    number: &str,
    fields: &mut Fields,
) -> Result<Option<Box<Clash<Profile>>>, AppError> {
    let id = id(number)?;
    let words = store::cases::vocabulary(viewer, db).await?;
    // Nobody's own program has to say what it saw.
    let seen = serde_json::from_str::<Profile>(value(fields, SEEN)).ok();
    let role = match &seen {
        Some(seen) => seen.role,
        None => store::employees::show(viewer, db, id).await?.employee.profile.role,
    };
    if let Some(seen) = &seen {
        choose(fields, seen, &words);
    }
    let profile = profile(fields, &words, role)?;
    Ok(store::employees::save(viewer, db, id, seen.as_ref(), profile).await?)
}

/// Fills in what stands now, with which the form was filled anew, where one has chosen that.
fn choose(fields: &mut Fields, now: &Profile, words: &Vocabulary) {
    for (name, property) in PROPERTIES {
        if value(fields, &choice_of(name)) == NOW {
            fields.retain(|(field, _)| field != name);
            fields.push((name.to_owned(), posted(now, property, words)));
        }
    }
}

/// As the form posts it.
fn posted(profile: &Profile, property: Field, words: &Vocabulary) -> String {
    let kept = match property {
        Field::Name => Some(profile.name.clone()),
        Field::Title => profile.title.clone(),
        Field::Role => Some(profile.role.as_text()),
        Field::Team => profile.team.and_then(|team| words.team(team)).map(|team| team.slug.clone()),
        Field::Phone => profile.phone.clone().map(|phone| Phone::kept(phone).to_string()),
        Field::Email => profile.email.clone(),
        Field::UserName => profile.user_name.clone(),
        _ => profile.active.then(|| "ja".to_owned()),
    };
    kept.unwrap_or_default()
}

/// A box that is not ticked is not sent.
fn profile(fields: &Fields, words: &Vocabulary, stands: RoleChoice) -> Result<Profile, Problem> {
    let text = |name| Some(value(fields, name).to_owned());
    let team = match value(fields, "team") {
        "" => None,
        slug => {
            let found = words.team_by_slug(slug).map(|team| team.id);
            Some(found.ok_or_else(|| Problem::refused(Field::Team, Refusal::Unknown))?)
        }
    };
    Ok(Profile {
        name: value(fields, "namn").to_owned(),
        title: text("befattning"),
        role: role(fields, stands)?,
        team,
        email: text("epost"),
        user_name: text("anvandarnamn"),
        phone: text("telefon"),
        active: !value(fields, "aktiv").is_empty(),
    })
}

/// Those who do not decide the roles have no field for it.
fn role(fields: &Fields, stands: RoleChoice) -> Result<RoleChoice, Problem> {
    match value(fields, "roll") {
        "" => Ok(stands),
        role => RoleChoice::parse(role).ok_or_else(|| Problem::refused(Field::Role, Refusal::Unknown)),
    }
}

/// The card again, with the link: it is shown this once.
async fn invite(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Path(number): Path<String>,
    parts: Parts,
) -> Response {
    let secret = async { Ok(store::employees::invite(&viewer, &services.db, id(&number)?).await?) };
    let address = page_of(&number, "");
    match secret.await {
        Ok(secret) => {
            let link = format!("{}/valj-losenord?kod={secret}", services.public_url);
            let reply = Reply::new(&EmployeeReply::Link(link));
            request::render(services, &parts, &address, Some(reply), StatusCode::OK).await
        }
        Err(error) => refuse(services, &parts, &address, Vec::new(), error).await,
    }
}

async fn hand_over(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Path(number): Path<String>,
    parts: Parts,
    Form(fields): Form<Fields>,
) -> Response {
    let wanted = || -> Result<HandOver, AppError> {
        let to = value(&fields, "till").parse().map(PersonId);
        let to = to.map_err(|_| Problem::refused(Field::Responsible, Refusal::Unknown))?;
        Ok(HandOver { from: id(&number)?, to, deactivate: !value(&fields, "inaktivera").is_empty() })
    };
    let done = async {
        let wanted = wanted()?;
        let receipt = store::employees::hand_over(&viewer, &services.db, wanted).await?;
        Ok(EmployeeReply::HandedOver { receipt, deactivated: wanted.deactivate })
    };
    match done.await {
        Ok(reply) => {
            let address = page_of(&number, "");
            request::render(services, &parts, &address, Some(Reply::new(&reply)), StatusCode::OK).await
        }
        Err(error) => {
            let address = page_of(&number, "/lamna-over");
            refuse(services, &parts, &address, fields, error).await
        }
    }
}

async fn add_team(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    parts: Parts,
    Form(fields): Form<Fields>,
) -> Response {
    match store::teams::add(&viewer, &services.db, value(&fields, "namn")).await {
        Ok(_) => Redirect::to("/anstallda/team").into_response(),
        Err(error) => refuse(services, &parts, "/anstallda/team", fields, error.into()).await,
    }
}

async fn change_team(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Path(number): Path<String>,
    parts: Parts,
    Form(fields): Form<Fields>,
) -> Response {
    match try_change_team(&viewer, &services.db, &number, &fields).await {
        Ok(()) => Redirect::to("/anstallda/team").into_response(),
        Err(error) => refuse(services, &parts, "/anstallda/team", fields, error).await,
    }
}

async fn try_change_team(viewer: &Viewer, db: &Db, number: &str, fields: &Fields) -> Result<(), AppError> {
    let team = number.parse::<TeamId>().map_err(|_| Problem::NotFound)?;
    match value(fields, "andra") {
        "namn" => store::teams::rename(viewer, db, team, value(fields, "namn")).await?,
        "upp" => store::teams::step(viewer, db, team, Step::Up).await?,
        "ner" => store::teams::step(viewer, db, team, Step::Down).await?,
        "dolj" => store::teams::hide(viewer, db, team, true).await?,
        "visa" => store::teams::hide(viewer, db, team, false).await?,
        "bort" => store::teams::remove(viewer, db, team).await?,
        _ => return Err(Problem::Malformed.into()),
    }
    Ok(())
}

/// The page that the form stood on, with what was typed and why it was refused.
async fn refuse(
    services: Services,
    parts: &Parts,
    address: &str,
    typed: Fields,
    AppError(problem): AppError,
) -> Response {
    let status = request::status_of(&problem);
    let reply = Reply::new(&EmployeeReply::Refused { typed, problem });
    request::render(services, parts, address, Some(reply), status).await
}

fn id(number: &str) -> Result<PersonId, Problem> {
    number.parse().map_err(|_| Problem::NotFound)
}

/// An address of ours whatever the number is.
fn page_of(number: &str, rest: &str) -> String {
    match number.parse::<PersonId>() {
        Ok(id) => format!("/anstallda/{id}{rest}"),
        Err(_) => "/anstallda/0".to_owned(),
    }
}

fn value<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.iter().rfind(|(of, _)| of == name).map_or("", |(_, value)| value.trim())
}
