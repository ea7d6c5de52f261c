//! Comments and history in one.

use crate::{Error, Result, Tx};
use chrono::NaiveDateTime;
use domain::{
    events::{Actor, Change, Comment, Event, NamedChange, TimelineEntry},
    ids::{CaseNumber, CommentId, CustomerId, EventId, PersonId, SiteId},
    people::{Person, Role, Viewer},
};
use sqlx::types::Json;
use std::collections::HashMap;

/// What happened to a case, oldest first, with the comments of those merged into it. The caller has made sure that the viewer sees the case.
pub(super) async fn timeline(viewer: &Viewer, tx: &mut Tx, number: CaseNumber) -> Result<Vec<TimelineEntry>> {
    let records = records(viewer, tx, number).await?;
    let names = Names::read(viewer, tx, &records).await?;
    records.into_iter().map(|record| record.into_entry(number, &names)).collect()
}

/// A comment, or an event: then it has changes.
struct Record {
    id: i64,
    local_at: NaiveDateTime,
    actor_id: i32,
    actor_name: String,
    actor_role: String,
    external: bool,
    body: String,
    on_number: i32,
    bulk: bool,
    changes: Option<Json<Vec<Change>>>,
}

/// Of the same moment, the event comes first: a case is registered before it is commented.
async fn records(viewer: &Viewer, tx: &mut Tx, number: CaseNumber) -> Result<Vec<Record>> {
    let records = sqlx::query_as!(
        Record,
        r#"SELECT e.id AS "id!", e.at AT TIME ZONE 'Europe/Stockholm' AS "local_at!", p.id AS "actor_id!",
               p.name AS "actor_name!", p.role AS "actor_role!", e.external AS "external!", e.body AS "body!",
               e.number AS "on_number!", e.bulk AS "bulk!", e.changes AS "changes: Json<Vec<Change>>"
           FROM (
               SELECT id, at, actor_id, number, false AS external, '' AS body, batch_id IS NOT NULL AS bulk, changes
               FROM case_event WHERE company_id = $1 AND number = $2
               UNION ALL
               SELECT id, created_at, author_id, number, external, body, false, NULL
               FROM case_comment WHERE company_id = $1 AND number = ANY(ARRAY(
                   WITH RECURSIVE merged AS (
                       SELECT $2::int AS number
                       UNION
                       SELECT r.number FROM merged m
                       JOIN case_relation r ON r.company_id = $1 AND r.other = m.number AND r.kind = 'merged'
                   )
                   SELECT number FROM merged))
           ) e
           JOIN person p ON p.company_id = $1 AND p.id = e.actor_id
           ORDER BY e.at, e.changes IS NULL, e.id"#,
        viewer.company.0,
        number.0
    );
    Ok(records.fetch_all(&mut **tx).await?)
}

impl Record {
    fn into_entry(self, number: CaseNumber, names: &Names) -> Result<TimelineEntry> {
        let actor = Actor {
            person: Person { id: PersonId(self.actor_id), name: self.actor_name },
            role: Role::parse(&self.actor_role)
                .ok_or(Error::Unreadable { what: "a role", value: self.actor_role })?,
        };
        Ok(match self.changes {
            Some(Json(changes)) => TimelineEntry::Event(Event {
                id: EventId(self.id),
                actor,
                at: self.local_at,
                changes: changes.into_iter().map(|change| names.give(change)).collect(),
                bulk: self.bulk,
            }),
            None => TimelineEntry::Comment(Comment {
                id: CommentId(self.id),
                author: actor,
                at: self.local_at,
                external: self.external,
                body: self.body,
                from_case: Some(CaseNumber(self.on_number)).filter(|on| *on != number),
            }),
        })
    }
}

/// Names of the people, customers and sites that changes mention, as they are called today.
struct Names {
    people: HashMap<PersonId, String>,
    customers: HashMap<CustomerId, String>,
    sites: HashMap<SiteId, String>,
}

/// What a change mentions: before and after.
enum Mentioned {
    People(Option<PersonId>, Option<PersonId>),
    Customers(Option<CustomerId>, Option<CustomerId>),
    Sites(Option<SiteId>, Option<SiteId>),
    Nobody,
}

const fn mentioned(change: &Change) -> Mentioned {
    match change {
        Change::Responsible { from, to } => Mentioned::People(*from, *to),
        Change::ParticipantAdded { person } | Change::ParticipantRemoved { person } => {
            Mentioned::People(None, Some(*person))
        }
        Change::Customer { from, to } => Mentioned::Customers(*from, *to),
        Change::Site { from, to } => Mentioned::Sites(*from, *to),
        _ => Mentioned::Nobody,
    }
}

impl Names {
    async fn read(viewer: &Viewer, tx: &mut Tx, records: &[Record]) -> Result<Self> {
        let (mut people, mut customers, mut sites) = (Vec::new(), Vec::new(), Vec::new());
        for change in
            records.iter().filter_map(|record| record.changes.as_ref()).flat_map(|changes| &changes.0)
        {
            match mentioned(change) {
                Mentioned::People(from, to) => people.extend([from, to].into_iter().flatten().map(|id| id.0)),
                Mentioned::Customers(from, to) => {
                    customers.extend([from, to].into_iter().flatten().map(|id| id.0));
                }
                Mentioned::Sites(from, to) => sites.extend([from, to].into_iter().flatten().map(|id| id.0)),
                Mentioned::Nobody => {}
            }
        }
        Ok(Self {
            people: people_names(viewer, tx, &people).await?,
            customers: customer_names(viewer, tx, &customers).await?,
            sites: site_names(viewer, tx, &sites).await?,
        })
    }

    fn give(&self, change: Change) -> NamedChange {
        fn name<K: Eq + std::hash::Hash>(names: &HashMap<K, String>, id: Option<K>) -> Option<String> {
            names.get(&id?).cloned()
        }
        let (from_name, to_name) = match mentioned(&change) {
            Mentioned::People(from, to) => (name(&self.people, from), name(&self.people, to)),
            Mentioned::Customers(from, to) => (name(&self.customers, from), name(&self.customers, to)),
            Mentioned::Sites(from, to) => (name(&self.sites, from), name(&self.sites, to)),
            Mentioned::Nobody => (None, None),
        };
        NamedChange { change, from_name, to_name }
    }
}

async fn people_names(viewer: &Viewer, tx: &mut Tx, ids: &[i32]) -> Result<HashMap<PersonId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let query = sqlx::query!(
        "SELECT id, name FROM person WHERE company_id = $1 AND id = ANY($2)",
        viewer.company.0,
        ids
    );
    let records = query.fetch_all(&mut **tx).await?;
    Ok(records.into_iter().map(|record| (PersonId(record.id), record.name)).collect())
}

async fn customer_names(viewer: &Viewer, tx: &mut Tx, ids: &[i32]) -> Result<HashMap<CustomerId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let query = sqlx::query!(
        "SELECT id, name FROM customer WHERE company_id = $1 AND id = ANY($2)",
        viewer.company.0,
        ids
    );
    let records = query.fetch_all(&mut **tx).await?;
    Ok(records.into_iter().map(|record| (CustomerId(record.id), record.name)).collect())
}

async fn site_names(viewer: &Viewer, tx: &mut Tx, ids: &[i32]) -> Result<HashMap<SiteId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let query = sqlx::query!(
        r#"SELECT id, coalesce(site_label(name, street, town), '') AS "name!"
           FROM customer_site WHERE company_id = $1 AND id = ANY($2)"#,
        viewer.company.0,
        ids
    );
    let records = query.fetch_all(&mut **tx).await?;
    Ok(records.into_iter().map(|record| (SiteId(record.id), record.name)).collect())
}
