//! "Med valda ärenden, ändra" as plain forms: `POST /arenden/andra` and `POST /arenden/angra`. Both
//! show the list again with what was done, and Ångra.
//!
//! `nummer` is `2411:7`, number and version, once for each ticked case; `andra` the property;
//! `varde_status` and so on the values, of which the property's counts; `urval=alla` means all that
//! match `filter`, which is also the list to show again.

use super::{BulkRefusal, BulkReply, bulk_value::plain_edit, posted::Refused};
use crate::{
    page::Reply,
    people::resolve::{Meant, resolve},
    request::{self, Services, Session},
};
use axum::{
    Extension, Form, Router,
    extract::State,
    http::{StatusCode, request::Parts},
    response::{Redirect, Response},
    routing::get,
};
use domain::{
    cases::{BulkChange, Edit, Filter, Property, Receipt, Selection, Ticked},
    ids::{BatchId, PersonId},
    people::Viewer,
    problem::{Field, Problem, Refusal},
    views::Mark,
};
use store::Db;

type Fields = Vec<(String, String)>;

/// A GET, as after a reload of the address, leads to the list.
pub(crate) fn router() -> Router<Services> {
    let to_list = || async { Redirect::to("/arenden") };
    Router::new()
        .route("/arenden/andra", get(to_list).post(change))
        .route("/arenden/angra", get(to_list).post(undo))
}

async fn change(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    parts: Parts,
    Form(fields): Form<Fields>,
) -> Response {
    let done = try_change(&viewer, &services.db, &fields).await;
    show(services, &parts, &fields, done).await
}

async fn undo(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    parts: Parts,
    Form(fields): Form<Fields>,
) -> Response {
    let done = match value(&fields, "kvitto").parse::<BatchId>() {
        Ok(batch) => store::cases::undo(&viewer, &services.db, batch).await.map_err(Refused::from),
        Err(_) => Err(Problem::Malformed.into()),
    };
    show(services, &parts, &fields, done).await
}

async fn try_change(viewer: &Viewer, db: &Db, fields: &Fields) -> Result<Receipt, Refused> {
    let property = Property::from_slug(value(fields, "andra")).ok_or(Problem::Malformed)?;
    let change =
        BulkChange { selection: selection(fields)?, edit: edit(viewer, db, property, fields).await? };
    Ok(store::cases::change_many(viewer, db, change).await?)
}

fn selection(fields: &Fields) -> Result<Selection, Problem> {
    if value(fields, "urval") == "alla" {
        return Ok(Selection::Matching(Box::new(filter(fields).from_start())));
    }
    let ticked = fields.iter().filter(|(name, _)| name == "nummer").map(|(_, value)| ticked(value));
    Ok(Selection::Ticked(ticked.collect::<Option<_>>().ok_or(Problem::Malformed)?))
}

fn ticked(value: &str) -> Option<Ticked> {
    let (number, version) = value.split_once(':')?;
    Some(Ticked { number: number.parse().ok()?, version: version.parse().ok()? })
}

async fn edit(viewer: &Viewer, db: &Db, property: Property, fields: &Fields) -> Result<Edit, Refused> {
    let wanted = value(fields, &format!("varde_{}", property.slug()));
    if property == Property::Responsible {
        let id = value(fields, "varde_ansvarig_id");
        return Ok(Edit::Responsible(responsible(viewer, db, wanted, id).await?));
    }
    let words = store::cases::vocabulary(viewer, db).await?;
    let unknown = || Problem::refused(property.field(), Refusal::Unknown);
    Ok(plain_edit(property, wanted, &words).ok_or_else(unknown)?)
}

/// Nobody must be asked for by name: an empty field is a slip.
async fn responsible(viewer: &Viewer, db: &Db, typed: &str, id: &str) -> Result<Option<PersonId>, Refused> {
    if typed.trim().to_lowercase() == viewer.language.nobody().to_lowercase() {
        return Ok(None);
    }
    let refused =
        |refusal, people| Err(Refused { problem: Problem::refused(Field::Responsible, refusal), people });
    match resolve(viewer, db, typed, id).await? {
        Meant::Person(person) => Ok(Some(person.id)),
        Meant::Nobody => refused(Refusal::Empty, Vec::new()),
        Meant::Unclear(refusal, people) => refused(refusal, people),
    }
}

/// The list that the form stood on, with what was done; or with what was ticked and typed, and why it was refused.
async fn show(
    services: Services,
    parts: &Parts,
    fields: &Fields,
    done: Result<Receipt, Refused>,
) -> Response {
    let (reply, status) = match done {
        Ok(receipt) => (BulkReply::Done(receipt), StatusCode::OK),
        Err(Refused { problem, people }) => {
            let status = request::status_of(&problem);
            (BulkReply::Refused(BulkRefusal { typed: fields.clone(), problem, people }), status)
        }
    };
    let mark = Mark::parse(value(fields, Mark::PARAM));
    let address = mark.add_to(filter(fields).to_address());
    request::render(services, parts, &address, Some(Reply::new(&reply)), status).await
}

fn filter(fields: &Fields) -> Filter {
    Filter::from_query(value(fields, "filter"))
}

fn value<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.iter().rfind(|(of, _)| of == name).map_or("", |(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::CaseNumber;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn ticked_cases_come_with_the_versions_that_were_seen() {
        let posted = fields(&[("nummer", "2411:7"), ("andra", "status"), ("nummer", "2408:1")]);
        let seen = |number, version| Ticked { number: CaseNumber(number), version };
        assert_eq!(selection(&posted), Ok(Selection::Ticked(vec![seen(2411, 7), seen(2408, 1)])));
        for malformed in ["2411", "2411:", ":7", "a:b", "99999999999:1"] {
            assert_eq!(selection(&fields(&[("nummer", malformed)])), Err(Problem::Malformed), "{malformed}");
        }
    }

    #[test]
    fn all_that_match_are_those_of_the_list_from_its_first_page() {
        let posted = fields(&[("urval", "alla"), ("filter", "status=ny&efter=x"), ("nummer", "2411:7")]);
        assert_eq!(selection(&posted), Ok(Selection::Matching(Box::new(Filter::with_status("ny")))));
    }
}
