//! Plain form posts that register cases. Server only.

use super::{
    NewCaseReply,
    new::typed::{Meant, PARTICIPANT, Typed, participant},
};
use crate::{
    AppError, customers,
    page::Reply,
    people,
    request::{self, Services, Session},
    ui::SEND_KEY,
};
use axum::{
    Extension, Form, Router,
    extract::State,
    http::request::Parts,
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use domain::{
    customers::CustomerHit,
    ids::{CaseNumber, CustomerId, PersonId},
    people::{Person, Viewer},
    problem::{Field, FieldError, Problem},
    validate,
};
use store::Db;

/// The full form, and the one line of the start page.
pub(crate) fn router() -> Router<Services> {
    Router::new().route("/arenden/nytt", post(create)).route("/arenden", post(create_quickly))
}

async fn create(
    State(services): State<Services>,
    Extension(session): Extension<Session>,
    parts: Parts,
    Form(typed): Form<Vec<(String, String)>>,
) -> Response {
    let typed = Typed(typed);
    let next = match typed.get("knapp") {
        "ett-till" => |number: CaseNumber| format!("/arenden/nytt?skapat={number}"),
        _ => |number: CaseNumber| format!("/arenden/{number}"),
    };
    register(services, &session, &parts, typed, next).await
}

/// A subject, for oneself or for nobody in particular.
async fn create_quickly(
    State(services): State<Services>,
    Extension(session): Extension<Session>,
    parts: Parts,
    Form(typed): Form<Vec<(String, String)>>,
) -> Response {
    let mut typed = Typed(typed);
    if typed.get("ansvarig") == "jag" {
        typed.put_responsible(&Person { id: session.0.person, name: session.0.name.clone() });
    }
    register(services, &session, &parts, typed, |number| format!("/arenden/{number}")).await
}

async fn register(
    services: Services,
    session: &Session,
    parts: &Parts,
    mut typed: Typed,
    next: impl Fn(CaseNumber) -> String,
) -> Response {
    let mut unclear = Unclear::default();
    let made = try_register(&services.db, &session.0, &mut typed, &mut unclear).await;
    let AppError(problem) = match made {
        Ok(number) => return Redirect::to(&next(number)).into_response(),
        Err(error) => error,
    };
    let status = request::status_of(&problem);
    let Unclear { customers, people, .. } = unclear;
    let reply = NewCaseReply { typed: typed.0, problem, customers, people };
    request::render(services, parts, "/arenden/nytt", Some(Reply::new(&reply)), status).await
}

/// What the texts for people and customers left open.
#[derive(Default)]
struct Unclear {
    errors: Vec<FieldError>,
    customers: Vec<CustomerHit>,
    people: Vec<Person>,
}

async fn try_register(
    db: &Db,
    viewer: &Viewer,
    typed: &mut Typed,
    unclear: &mut Unclear,
) -> Result<CaseNumber, AppError> {
    let meant = Meant {
        customer: customer(db, viewer, typed, unclear).await?,
        responsible: responsible(db, viewer, typed, unclear).await?,
        participants: participants(db, viewer, typed, unclear).await?,
    };
    let words = store::cases::vocabulary(viewer, db).await?;
    let read = typed.case(&words, meant).and_then(|case| validate::new_case(case, viewer.today));
    match read {
        Ok(case) if unclear.errors.is_empty() => {
            let key = typed.get(SEND_KEY);
            Ok(store::cases::create_once(viewer, db, case, Some(key).filter(|key| !key.is_empty())).await?)
        }
        read => {
            let errors = read.err().into_iter().flatten().chain(unclear.errors.drain(..)).collect();
            Err(Problem::Invalid(errors).into())
        }
    }
}

async fn customer(
    db: &Db,
    viewer: &Viewer,
    typed: &mut Typed,
    unclear: &mut Unclear,
) -> Result<Option<CustomerId>, AppError> {
    use customers::resolve::{Meant, resolve};
    let hit = match resolve(viewer, db, typed.get("kund"), typed.get("kund_id")).await? {
        Meant::Nobody => None,
        Meant::Customer(hit) => Some(hit),
        Meant::Unclear(refusal, hits) => {
            unclear.errors.push(FieldError { field: Field::Customer, refusal });
            unclear.customers = hits;
            None
        }
    };
    // As it was understood, so that it need not be found out again.
    typed.put("kund_id", hit.as_ref().map(|hit| hit.id.to_string()).unwrap_or_default());
    if let Some(hit) = &hit {
        typed.put("kund", hit.name.as_str());
    }
    Ok(hit.map(|hit| hit.id))
}

async fn responsible(
    db: &Db,
    viewer: &Viewer,
    typed: &mut Typed,
    unclear: &mut Unclear,
) -> Result<Option<PersonId>, AppError> {
    let (name, id) = (typed.get("ansvarig").to_owned(), typed.get("ansvarig_id").to_owned());
    let person = person(db, viewer, &name, &id, Field::Responsible, unclear).await?;
    typed.put("ansvarig_id", "");
    if let Some(person) = &person {
        typed.put_responsible(person);
    }
    Ok(person.map(|person| person.id))
}

/// Those chosen in the list, and those whose names were written with commas between. They stay
/// written until all of them are clear.
async fn participants(
    db: &Db,
    viewer: &Viewer,
    typed: &mut Typed,
    unclear: &mut Unclear,
) -> Result<Vec<PersonId>, AppError> {
    let mut people = typed.participants();
    let (written, id) = (typed.get("anstalld").to_owned(), typed.get("anstalld_id").to_owned());
    let mut rest = Vec::new();
    for name in written.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        match person(db, viewer, name, &id, Field::Participants, unclear).await? {
            Some(person) => people.push(person),
            None => rest.push(name),
        }
    }
    typed.put("anstalld", rest.join(", "));
    typed.put("anstalld_id", "");
    typed.0.retain(|(name, _)| name != PARTICIPANT);
    typed.0.extend(people.iter().map(|person| (PARTICIPANT.to_owned(), participant(person))));
    Ok(people.into_iter().map(|person| person.id).collect())
}

async fn person(
    db: &Db,
    viewer: &Viewer,
    name: &str,
    id: &str,
    field: Field,
    unclear: &mut Unclear,
) -> Result<Option<Person>, AppError> {
    use people::resolve::{Meant, resolve};
    Ok(match resolve(viewer, db, name, id).await? {
        Meant::Nobody => None,
        Meant::Person(person) => Some(person),
        Meant::Unclear(refusal, candidates) => {
            unclear.errors.push(FieldError { field, refusal });
            // Two lists of candidates at once would belong to nobody knows which field.
            if unclear.people.is_empty() {
                unclear.people = candidates;
            }
            None
        }
    })
}
