//! The plain form of one property, for browsers without JavaScript: `POST /arenden/2411/status`.
//!
//! `varde` is the value, `version` the case's as one saw it, `tillbaka` where to lead afterwards.
//! For people and customers `namn` may hold a name in place of `varde`. `over` is the version that
//! a conflict was shown with: what stands there is saved over.

use super::CaseReply;
use crate::{
    AppError, customers,
    page::Reply,
    people,
    request::{self, Services, Session},
};
use axum::{
    Extension, Form, Router,
    extract::{Path, State},
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use domain::{
    cases::{Channel, Edit, Priority, Property, Saved, Vocabulary},
    customers::CustomerHit,
    ids::{CaseNumber, SiteId, StatusId},
    people::{Person, Viewer},
    problem::{FieldError, Problem, Refusal},
    validate,
};
use store::Db;

type Fields = Vec<(String, String)>;

/// One address for each property; a GET of it, as after a reload, opens the form on the case's page.
pub(crate) fn router() -> Router<Services> {
    Property::ALL.into_iter().fold(Router::new(), |router, property| {
        let open = move |services, number, parts| open(property, services, number, parts);
        let save = move |services, session, number, parts, form| {
            save(property, services, session, number, parts, form)
        };
        router.route(&format!("/arenden/{{number}}/{}", property.slug()), get(open).post(save))
    })
}

async fn open(
    property: Property,
    State(services): State<Services>,
    Path(number): Path<String>,
    parts: Parts,
) -> Response {
    match number.parse::<CaseNumber>() {
        Ok(number) => {
            Redirect::to(&with_form(&format!("/arenden/{number}"), number, property)).into_response()
        }
        Err(_) => no_such_page(services, &parts).await,
    }
}

async fn save(
    property: Property,
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    Path(number): Path<String>,
    parts: Parts,
    Form(fields): Form<Fields>,
) -> Response {
    let Ok(number) = number.parse::<CaseNumber>() else {
        return no_such_page(services, &parts).await;
    };
    let back = request::way_back(value(&fields, "tillbaka"), &number.to_string());
    match try_save(&viewer, &services.db, number, property, &fields).await {
        Ok(_) => Redirect::to(&back).into_response(),
        Err(refused) => {
            let status = request::status_of(&refused.problem);
            let address = match refused.problem {
                Problem::Stale(_) if back.starts_with("/arenden") => format!("/arenden/{number}"),
                _ => with_form(&back, number, property),
            };
            let reply = refused.reply(property, fields);
            request::render(services, &parts, &address, Some(Reply::new(&reply)), status).await
        }
    }
}

async fn no_such_page(services: Services, parts: &Parts) -> Response {
    request::render(services, parts, parts.uri.path(), None, StatusCode::NOT_FOUND).await
}

/// The page that the form stood on, with the form open.
fn with_form(page: &str, number: CaseNumber, property: Property) -> String {
    let path = page.split_once('?').map_or(page, |(path, _)| path);
    let mark = if path.len() == page.len() { '?' } else { '&' };
    let slug = property.slug();
    match path {
        "/arenden" => format!("{page}{mark}falt={number}.{slug}"),
        path if path.starts_with("/arenden/") => format!("{page}{mark}falt={slug}"),
        _ => page.to_owned(),
    }
}

/// Why nothing was saved, and who is meant by it.
struct Refused {
    problem: Problem,
    people: Vec<Person>,
    customers: Vec<CustomerHit>,
    sites: Vec<(SiteId, String)>,
}

impl Refused {
    fn reply(self, property: Property, typed: Fields) -> CaseReply {
        let Self { problem, people, customers, sites } = self;
        CaseReply { form: property.slug().to_owned(), typed, problem, people, customers, sites }
    }
}

impl<E: Into<AppError>> From<E> for Refused {
    fn from(error: E) -> Self {
        Self { problem: error.into().0, people: Vec::new(), customers: Vec::new(), sites: Vec::new() }
    }
}

async fn try_save(
    viewer: &Viewer,
    db: &Db,
    number: CaseNumber,
    property: Property,
    fields: &Fields,
) -> Result<Saved, Refused> {
    let version = version(fields)?;
    let words = store::cases::vocabulary(viewer, db).await?;
    let wanted = wanted(viewer, db, number, property, fields, &words).await?;
    let saved = match (wanted.edit, status_too(fields, &words)) {
        (Edit::Responsible(Some(person)), Some(status)) => {
            store::cases::assign(viewer, db, number, version, person, status).await
        }
        (edit, _) => store::cases::update(viewer, db, number, version, edit).await,
    };
    saved.map_err(|error| Refused {
        problem: AppError::from(error).0,
        people: wanted.person.into_iter().collect(),
        customers: wanted.customer.into_iter().collect(),
        sites: wanted.site.into_iter().collect(),
    })
}

/// The version that one saw; after a conflict, the one that was shown with it.
fn version(fields: &Fields) -> Result<i32, Problem> {
    let seen = [value(fields, "over"), value(fields, "version")];
    let seen = seen.into_iter().find(|version| !version.is_empty()).unwrap_or_default();
    seen.parse().map_err(|_| Problem::Malformed)
}

/// "Sätt status Tilldelad", which the form offers with the responsible of a case that is new.
fn status_too(fields: &Fields, words: &Vocabulary) -> Option<StatusId> {
    let is_wanted = !value(fields, "tilldela").is_empty();
    words.assigned_status().filter(|_| is_wanted).map(|assigned| assigned.id)
}

/// What the form asks for, with the names that the edit leaves out.
struct Wanted {
    edit: Edit,
    person: Option<Person>,
    customer: Option<CustomerHit>,
    site: Option<(SiteId, String)>,
}

impl From<Edit> for Wanted {
    fn from(edit: Edit) -> Self {
        Self { edit, person: None, customer: None, site: None }
    }
}

async fn wanted(
    viewer: &Viewer,
    db: &Db,
    number: CaseNumber,
    property: Property,
    fields: &Fields,
    words: &Vocabulary,
) -> Result<Wanted, Refused> {
    match property {
        Property::Responsible => responsible(viewer, db, number, fields).await,
        Property::Customer => customer(viewer, db, fields).await,
        Property::Site => site(viewer, db, number, fields).await,
        property => Ok(read(property, fields, words)?.into()),
    }
}

async fn responsible(
    viewer: &Viewer,
    db: &Db,
    number: CaseNumber,
    fields: &Fields,
) -> Result<Wanted, Refused> {
    use people::resolve::{Meant, resolve};
    let field = Property::Responsible.field();
    let person = match named(Property::Responsible, fields)? {
        None => None,
        Some(("jag", _)) => Some(Person { id: viewer.person, name: viewer.name.clone() }),
        Some((typed, id)) => match stays(viewer, db, number, typed).await? {
            Some(person) => Some(person),
            None => match resolve(viewer, db, typed, id).await? {
                Meant::Nobody => None,
                Meant::Person(person) => Some(person),
                Meant::Unclear(refusal, people) => {
                    return Err(Refused { people, ..Problem::refused(field, refusal).into() });
                }
            },
        },
    };
    let edit = Edit::Responsible(person.as_ref().map(|person| person.id));
    Ok(Wanted { person, ..edit.into() })
}

/// Whoever is responsible already and was left chosen. They may be at work no longer: nothing is given to them.
async fn stays(
    viewer: &Viewer,
    db: &Db,
    number: CaseNumber,
    chosen: &str,
) -> Result<Option<Person>, Refused> {
    let row = store::cases::row(viewer, db, number).await?;
    Ok(row.responsible.filter(|person| person.id.to_string() == chosen))
}

async fn customer(viewer: &Viewer, db: &Db, fields: &Fields) -> Result<Wanted, Refused> {
    use customers::resolve::{Meant, resolve};
    let field = Property::Customer.field();
    let customer = match named(Property::Customer, fields)? {
        None => None,
        Some((typed, id)) => match resolve(viewer, db, typed, id).await? {
            Meant::Nobody => None,
            Meant::Customer(hit) => Some(hit),
            Meant::Unclear(refusal, customers) => {
                return Err(Refused { customers, ..Problem::refused(field, refusal).into() });
            }
        },
    };
    let edit = Edit::Customer(customer.as_ref().map(|hit| hit.id));
    Ok(Wanted { customer, ..edit.into() })
}

/// One of the sites of the case's customer, or none.
async fn site(viewer: &Viewer, db: &Db, number: CaseNumber, fields: &Fields) -> Result<Wanted, Refused> {
    let typed = posted(Property::Site, fields)?;
    if matches!(typed, "" | "ingen") {
        return Ok(Edit::Site(None).into());
    }
    let row = store::cases::row(viewer, db, number).await?;
    let sites = match row.customer {
        Some((customer, _)) => store::customers::sites(viewer, db, customer).await?,
        None => Vec::new(),
    };
    let site = sites.into_iter().find(|site| site.id.to_string() == typed);
    let site = site.ok_or_else(|| Problem::refused(Property::Site.field(), Refusal::Unknown))?;
    let edit = Edit::Site(Some(site.id));
    Ok(Wanted { site: Some((site.id, site.label())), ..edit.into() })
}

/// What was typed and the number beside it; none when nobody is wanted. A name goes before a radio
/// button: one types it to choose somebody else.
fn named(property: Property, fields: &Fields) -> Result<Option<(&str, &str)>, Problem> {
    let typed = value(fields, "namn").trim();
    if !typed.is_empty() {
        return Ok(Some((typed, value(fields, "namn_id"))));
    }
    let chosen = posted(property, fields)?;
    Ok(Some((chosen, "")).filter(|_| !matches!(chosen, "" | "ingen")))
}

/// The properties whose value says itself what it is.
fn read(property: Property, fields: &Fields, words: &Vocabulary) -> Result<Edit, Problem> {
    let value = posted(property, fields)?;
    let unknown = || Problem::refused(property.field(), Refusal::Unknown);
    let invalid = |error: FieldError| Problem::Invalid(vec![error]);
    match property {
        Property::Status => {
            words.status_by_slug(value).map(|status| Edit::Status(status.id)).ok_or_else(unknown)
        }
        Property::Priority => Priority::from_slug(value).map(Edit::Priority).ok_or_else(unknown),
        Property::Channel => Channel::from_slug(value).map(Edit::Channel).ok_or_else(unknown),
        Property::Type => match words.type_by_slug(value) {
            Some(found) => Ok(Edit::Type(Some(found.id))),
            None if matches!(value, "" | "ingen") => Ok(Edit::Type(None)),
            None => Err(unknown()),
        },
        Property::Team => match words.team_by_slug(value) {
            Some(found) => Ok(Edit::Team(Some(found.id))),
            None if matches!(value, "" | "ingen") => Ok(Edit::Team(None)),
            None => Err(unknown()),
        },
        Property::DueOn => validate::day(property.field(), value).map(Edit::DueOn).map_err(invalid),
        Property::CreatedAt => {
            validate::moment(property.field(), value).map(Edit::CreatedAt).map_err(invalid)
        }
        Property::Responsible | Property::Customer | Property::Site => Err(unknown()),
    }
}

/// The value, which may be blank; but a form that says nothing at all asks for nothing.
fn posted(property: Property, fields: &Fields) -> Result<&str, Problem> {
    let value = fields.iter().rfind(|(name, _)| name == "varde").map(|(_, value)| value.trim());
    value.ok_or_else(|| Problem::refused(property.field(), Refusal::Empty))
}

/// The field's value; of several that one which says something, for a choice stands beside a hidden field.
fn value<'a>(fields: &'a Fields, name: &str) -> &'a str {
    let mut values = fields.iter().filter(|(of, value)| of == name && !value.is_empty());
    values.next_back().map_or("", |(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        cases::{CaseType, Hue, Status, Symbol},
        ids::TypeId,
    };

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn words() -> Vocabulary {
        let status = |id, slug: &str, is_open| Status {
            id: StatusId(id),
            slug: slug.to_owned(),
            name: slug.to_owned(),
            is_open,
            symbol: Symbol::New,
            hue: Hue::Blue,
            is_initial: false,
            hidden: false,
            merged_into: None,
        };
        let fraga = CaseType {
            id: TypeId(4),
            slug: "fraga".into(),
            name: "Fråga".into(),
            due_days: None,
            responsible: None,
            hidden: false,
            merged_into: None,
        };
        Vocabulary {
            statuses: vec![status(1, "ny", true), status(6, "lost", false)],
            types: vec![fraga],
            ..Vocabulary::default()
        }
    }

    fn read_value(property: Property, value: &str) -> Result<Edit, Problem> {
        read(property, &fields(&[("varde", value)]), &words())
    }

    fn refused<T>(property: Property, refusal: Refusal) -> Result<T, Problem> {
        Err(Problem::refused(property.field(), refusal))
    }

    #[test]
    fn values_are_read_by_their_slugs() {
        assert_eq!(read_value(Property::Status, "lost"), Ok(Edit::Status(StatusId(6))));
        assert_eq!(read_value(Property::Status, "påhittad"), refused(Property::Status, Refusal::Unknown));
        assert_eq!(read_value(Property::Priority, "hog"), Ok(Edit::Priority(Priority::High)));
        assert_eq!(read_value(Property::Channel, "epost"), Ok(Edit::Channel(Channel::Mail)));
        assert_eq!(read_value(Property::Channel, ""), refused(Property::Channel, Refusal::Unknown));
    }

    #[test]
    fn a_blank_type_or_due_date_is_none() {
        assert_eq!(read_value(Property::Type, "fraga"), Ok(Edit::Type(Some(TypeId(4)))));
        assert_eq!(read_value(Property::Type, ""), Ok(Edit::Type(None)));
        assert_eq!(read_value(Property::Type, "ingen"), Ok(Edit::Type(None)));
        assert_eq!(read_value(Property::DueOn, ""), Ok(Edit::DueOn(None)));
        assert_eq!(read_value(Property::DueOn, "2026-02-30"), refused(Property::DueOn, Refusal::Malformed));
        assert_eq!(read_value(Property::CreatedAt, ""), refused(Property::CreatedAt, Refusal::Malformed));
    }

    #[test]
    fn a_form_without_a_value_changes_nothing() {
        let empty = fields(&[("version", "7")]);
        assert_eq!(read(Property::Type, &empty, &words()), refused(Property::Type, Refusal::Empty));
        assert_eq!(named(Property::Responsible, &empty), refused(Property::Responsible, Refusal::Empty));
    }

    #[test]
    fn a_typed_name_goes_before_the_radio_button() {
        let both = fields(&[("varde", "jag"), ("namn", " Sofia "), ("namn_id", ""), ("namn_id", "3")]);
        assert_eq!(named(Property::Responsible, &both), Ok(Some(("Sofia", "3"))));
        assert_eq!(
            named(Property::Responsible, &fields(&[("varde", "jag"), ("namn", " ")])),
            Ok(Some(("jag", "")))
        );
        assert_eq!(named(Property::Customer, &fields(&[("varde", "ingen")])), Ok(None));
    }

    #[test]
    fn after_a_conflict_one_saves_over_what_was_shown() {
        assert_eq!(version(&fields(&[("version", "7")])), Ok(7));
        assert_eq!(version(&fields(&[("version", "7"), ("over", "9")])), Ok(9));
        assert_eq!(version(&fields(&[("version", "sju")])), Err(Problem::Malformed));
        assert_eq!(version(&fields(&[])), Err(Problem::Malformed));
    }

    #[test]
    fn a_refused_form_stands_open_where_it_was() {
        let open = |page| with_form(page, CaseNumber(2411), Property::DueOn);
        assert_eq!(open("/arenden?q=nyckel"), "/arenden?q=nyckel&falt=2411.forfaller");
        assert_eq!(open("/arenden"), "/arenden?falt=2411.forfaller");
        assert_eq!(open("/arenden/2411"), "/arenden/2411?falt=forfaller");
        assert_eq!(open("/m"), "/m");
    }
}
