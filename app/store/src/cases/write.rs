//! The one statement that changes a case's properties: row and history together.

use super::{lock::Locked, row::Record};
use crate::{Error, Result, Tx, notifications};
use domain::{
    cases::{CaseRow, Property},
    events::Change,
    ids::{BatchId, CaseNumber},
    people::Viewer,
    problem::Refusal,
};
use sqlx::types::Json;

/// The statement, over one wanted change or many: a list would be planned anew each time.
///
/// The text beside a case only knows whether it is open; it is touched when that changes.
macro_rules! write {
    ($query:ident($($record:ident)?), $wanted:literal, $result:literal, $viewer:expr, $($argument:expr),*) => {
        sqlx::$query!(
            $($record,)?
            "WITH wanted AS (" + $wanted + r#"), changed AS (
                UPDATE cases c SET
                    version = c.version + 1,
                    updated_at = now(),
                    status_id = CASE property WHEN 'status' THEN value::smallint ELSE c.status_id END,
                    is_open = CASE property WHEN 'status' THEN (
                        SELECT s.is_open FROM case_status s WHERE s.company_id = $1 AND s.id = value::smallint
                    ) ELSE c.is_open END,
                    priority = CASE property WHEN 'priority' THEN value::smallint ELSE c.priority END,
                    type_id = CASE property WHEN 'type' THEN value::smallint ELSE c.type_id END,
                    channel = CASE property WHEN 'channel' THEN value::smallint ELSE c.channel END,
                    responsible_id = CASE property WHEN 'responsible' THEN value::int ELSE c.responsible_id END,
                    team_id = CASE property WHEN 'team' THEN value::smallint ELSE c.team_id END,
                    due_on = CASE property WHEN 'due_on' THEN value::date ELSE c.due_on END,
                    customer_id = CASE property WHEN 'customer' THEN value::int ELSE c.customer_id END,
                    -- Another customer has other sites.
                    site_id = CASE property WHEN 'site' THEN value::int WHEN 'customer' THEN NULL ELSE c.site_id END,
                    created_at = CASE property
                        WHEN 'created_at' THEN value::timestamp AT TIME ZONE 'Europe/Stockholm'
                        ELSE c.created_at
                    END
                FROM wanted w
                WHERE c.company_id = $1 AND c.number = w.number
                RETURNING c.*, w.was_open, w.batch, w.changes
            ), opened_or_closed AS (
                UPDATE case_text t SET is_open = c.is_open FROM changed c
                WHERE c.is_open <> c.was_open AND t.company_id = $1 AND t.number = c.number
            ), event AS (
                INSERT INTO case_event (company_id, number, actor_id, version, batch_id, changes)
                SELECT $1, number, $2, version, batch, changes FROM changed
            )
            "# + $result,
            $viewer.company.0,
            $viewer.person.0,
            $($argument),*
        )
    };
}

/// Gives the locked case its new value, its next version and an entry in the history.
///
/// The first change is the one that is carried out here. Subject, body, participants and relations stand
/// elsewhere: of these only version and history are written.
///
/// # Errors
/// Invalid, when the company does not offer that value: see [`super::offered`]. Asked in the same
/// breath, as this is what people do all day.
pub(crate) async fn write(
    viewer: &Viewer,
    tx: &mut Tx,
    case: &Locked,
    changes: &[Change],
) -> Result<CaseRow> {
    let property = changes.first().and_then(Change::property);
    touch(tx, case.number, changes);
    let written = write!(
        query_as(Record),
        "SELECT $3::int AS number, $4::bool AS was_open, $5::text AS property, $6::text AS value,
             NULL::bigint AS batch, $7::jsonb AS changes
         WHERE CASE $5::text
             WHEN 'status' THEN EXISTS (
                 SELECT FROM case_status s WHERE s.company_id = $1 AND s.id = $6::text::smallint AND NOT s.hidden)
             WHEN 'type' THEN $6::text IS NULL OR EXISTS (
                 SELECT FROM case_type t WHERE t.company_id = $1 AND t.id = $6::text::smallint AND NOT t.hidden)
             WHEN 'team' THEN $6::text IS NULL OR EXISTS (
                 SELECT FROM team t WHERE t.company_id = $1 AND t.id = $6::text::smallint AND NOT t.hidden)
             WHEN 'customer' THEN $6::text IS NULL OR EXISTS (
                 SELECT FROM customer k WHERE k.company_id = $1 AND k.id = $6::text::int AND k.active)
             WHEN 'site' THEN $6::text IS NULL OR EXISTS (
                 SELECT FROM customer_site s
                 JOIN cases c ON c.company_id = $1 AND c.number = $3::int AND c.customer_id = s.customer_id
                 WHERE s.company_id = $1 AND s.id = $6::text::int AND s.active)
             WHEN 'responsible' THEN $6::text IS NULL OR EXISTS (
                 SELECT FROM person p
                 WHERE p.company_id = $1 AND p.id = $6::text::int AND p.active AND p.role <> 'customer')
             ELSE true
         END",
        r#"
        SELECT c.number AS "number!", c.version AS "version!", c.subject AS "subject!",
            left(t.body, 400) AS "body_start!", c.status_id AS "status_id!", c.is_open AS "is_open!",
            c.priority AS "priority!", c.channel AS "channel!", c.type_id,
            c.responsible_id, r.name AS "responsible_name?", c.team_id, c.customer_id, k.name AS "customer_name?",
            c.site_id, site_label(s.name, s.street, s.town) AS site_name,
            c.created_at AT TIME ZONE 'Europe/Stockholm' AS "created_at!",
            c.updated_at AT TIME ZONE 'Europe/Stockholm' AS "updated_at!", c.due_on,
            EXISTS (SELECT FROM case_seen n WHERE n.company_id = $1 AND n.number = c.number
                    AND n.person_id = $2 AND n.changed) AS "changed!"
        FROM changed c
        JOIN case_text t ON t.company_id = $1 AND t.number = c.number
        LEFT JOIN person r ON r.company_id = $1 AND r.id = c.responsible_id
        LEFT JOIN customer k ON k.company_id = $1 AND k.id = c.customer_id
        LEFT JOIN customer_site s ON s.company_id = $1 AND s.id = c.site_id
        "#,
        viewer,
        case.number.0,
        case.is_open,
        property.map(Property::as_str),
        changes.first().and_then(value),
        Json(changes) as _
    )
    .fetch_optional(&mut **tx)
    .await?;
    if let (Some(Change::Responsible { to: Some(person), .. }), true) = (changes.first(), written.is_some()) {
        notifications::assign(viewer, tx, case.number, *person).await?;
    }
    match (written, property) {
        (Some(record), _) => record.into_row(),
        (None, Some(property)) => Err(Error::field(property.field(), Refusal::Unknown)),
        (None, None) => Err(sqlx::Error::RowNotFound.into()),
    }
}

/// Gives each of many locked cases its new value, as [`write`] does, whether it is offered or not.
pub(super) async fn write_all(
    viewer: &Viewer,
    tx: &mut Tx,
    batch: Option<BatchId>,
    changes: &[(Locked, Change)],
) -> Result<()> {
    for (case, change) in changes {
        touch(tx, case.number, std::slice::from_ref(change));
    }
    let numbers: Vec<i32> = changes.iter().map(|(case, _)| case.number.0).collect();
    let were_open: Vec<bool> = changes.iter().map(|(case, _)| case.is_open).collect();
    let values: Vec<Option<String>> = changes.iter().map(|(_, change)| value(change)).collect();
    let events: Vec<_> = changes.iter().map(|(_, change)| Json([change])).collect();
    write!(
        query(),
        "SELECT number, was_open, changes -> 0 ->> 'property' AS property, value, $3::bigint AS batch, changes
         FROM unnest($4::int[], $5::bool[], $6::text[], $7::jsonb[]) AS w (number, was_open, value, changes)",
        "SELECT count(*) AS changed FROM changed",
        viewer,
        batch.map(|batch| batch.0),
        &numbers,
        &were_open,
        &values as _,
        &events as _
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(())
}

/// Whom the case concerned until now is told too.
fn touch(tx: &mut Tx, case: CaseNumber, changes: &[Change]) {
    tx.touch(case);
    for change in changes {
        match *change {
            Change::Responsible { from: Some(person), .. } | Change::ParticipantRemoved { person } => {
                tx.part(case, person);
            }
            _ => {}
        }
    }
}

/// The new value as PostgreSQL reads it.
fn value(change: &Change) -> Option<String> {
    match change {
        Change::Status { to, .. } => Some(to.to_string()),
        Change::Priority { to, .. } => Some(to.to_i16().to_string()),
        Change::Type { to, .. } => to.map(|to| to.to_string()),
        Change::Channel { to, .. } => Some(to.to_i16().to_string()),
        Change::Responsible { to, .. } => to.map(|to| to.to_string()),
        Change::Team { to, .. } => to.map(|to| to.to_string()),
        Change::DueOn { to, .. } => to.map(|to| to.to_string()),
        Change::Customer { to, .. } => to.map(|to| to.to_string()),
        Change::Site { to, .. } => to.map(|to| to.to_string()),
        Change::CreatedAt { to, .. } => Some(to.to_string()),
        Change::Subject { .. }
        | Change::Body { .. }
        | Change::ParticipantAdded { .. }
        | Change::ParticipantRemoved { .. }
        | Change::FileAdded { .. }
        | Change::FileRemoved { .. }
        | Change::FileRestored { .. }
        | Change::RelationAdded { .. }
        | Change::RelationRemoved { .. } => None,
    }
}
