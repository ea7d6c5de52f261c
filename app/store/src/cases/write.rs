//! The one statement that changes a case's properties: row and history together.

use super::lock::Locked;
use crate::{Result, Tx};
use domain::{events::Change, ids::BatchId, people::Viewer};
use sqlx::types::Json;

/// Gives each locked case its new value, its next version and an entry in the history.
///
/// The first of a case's changes is the one that is carried out here. Subject, body and
/// participants stand elsewhere: of these only version and history are written.
pub(super) async fn write(
    viewer: &Viewer,
    tx: &mut Tx,
    batch: Option<BatchId>,
    changes: &[(Locked, Vec<Change>)],
) -> Result<()> {
    let numbers: Vec<i32> = changes.iter().map(|(case, _)| case.number.0).collect();
    let were_open: Vec<bool> = changes.iter().map(|(case, _)| case.is_open).collect();
    let values: Vec<Option<String>> =
        changes.iter().map(|(_, changes)| changes.first().and_then(value)).collect();
    let events: Vec<_> = changes.iter().map(|(_, changes)| Json(changes)).collect();
    // The text beside a case only knows whether it is open: it is touched when that changes.
    sqlx::query!(
        r#"
        WITH wanted AS (
            SELECT number, was_open, changes -> 0 ->> 'property' AS property, value, changes
            FROM unnest($4::int[], $5::bool[], $6::text[], $7::jsonb[]) AS w (number, was_open, value, changes)
        ), changed AS (
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
                due_on = CASE property WHEN 'due_on' THEN value::date ELSE c.due_on END,
                customer_id = CASE property WHEN 'customer' THEN value::int ELSE c.customer_id END,
                created_at = CASE property
                    WHEN 'created_at' THEN value::timestamp AT TIME ZONE 'Europe/Stockholm'
                    ELSE c.created_at
                END
            FROM wanted w
            WHERE c.company_id = $1 AND c.number = w.number
            RETURNING c.number, c.version, c.is_open, w.was_open, w.changes
        ), opened_or_closed AS (
            UPDATE case_text t SET is_open = c.is_open FROM changed c
            WHERE c.is_open <> c.was_open AND t.company_id = $1 AND t.number = c.number
        )
        INSERT INTO case_event (company_id, number, actor_id, version, batch_id, changes)
        SELECT $1, number, $2, version, $3, changes FROM changed
        "#,
        viewer.company.0,
        viewer.person.0,
        batch.map(|batch| batch.0),
        &numbers,
        &were_open,
        &values as _,
        &events as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The new value as PostgreSQL reads it.
fn value(change: &Change) -> Option<String> {
    match change {
        Change::Status { to, .. } => Some(to.to_string()),
        Change::Priority { to, .. } => Some(to.to_i16().to_string()),
        Change::Type { to, .. } => to.map(|to| to.to_string()),
        Change::Channel { to, .. } => Some(to.to_i16().to_string()),
        Change::Responsible { to, .. } => to.map(|to| to.to_string()),
        Change::DueOn { to, .. } => to.map(|to| to.to_string()),
        Change::Customer { to, .. } => to.map(|to| to.to_string()),
        Change::CreatedAt { to, .. } => Some(to.to_string()),
        Change::Subject { .. }
        | Change::Body { .. }
        | Change::ParticipantAdded { .. }
        | Change::ParticipantRemoved { .. } => None,
    }
}
