//! The colleagues whom a merging brings along: its entry in the history names them, so that taking it
//! back parts them again.

use crate::{Result, Tx};
use domain::{
    cases::Relation,
    events::Change,
    ids::{CaseNumber, PersonId},
    people::Viewer,
};
use sqlx::types::Json;

/// Links to `into` all who are linked to `from`. Says who was not there before.
pub(super) async fn bring(
    viewer: &Viewer,
    tx: &mut Tx,
    from: CaseNumber,
    into: CaseNumber,
) -> Result<Vec<Change>> {
    let brought = sqlx::query_scalar!(
        r#"INSERT INTO case_participant (company_id, number, person_id)
           SELECT company_id, $3, person_id FROM case_participant WHERE company_id = $1 AND number = $2
           ON CONFLICT DO NOTHING
           RETURNING person_id AS "person: PersonId""#,
        viewer.company.0,
        from.0,
        into.0
    );
    let brought = brought.fetch_all(&mut **tx).await?;
    Ok(brought.into_iter().map(|person| Change::ParticipantAdded { person }).collect())
}

/// Unlinks from `into` those whom the merging of `from` brought, but for whoever was linked again since.
pub(super) async fn part(
    viewer: &Viewer,
    tx: &mut Tx,
    from: CaseNumber,
    into: CaseNumber,
) -> Result<Vec<Change>> {
    let merged = Json([Change::RelationAdded { relation: Relation::Merged, case: from }]);
    let parted = sqlx::query_scalar!(
        r#"WITH merged AS (
               SELECT version, changes FROM case_event
               WHERE company_id = $1 AND number = $2 AND changes @> $3 ORDER BY id DESC LIMIT 1
           ), brought AS (
               SELECT (change ->> 'person')::int AS person_id, version
               FROM merged CROSS JOIN jsonb_array_elements(changes) AS change
               WHERE change ->> 'property' = 'participant_added'
           )
           DELETE FROM case_participant p USING brought b
           WHERE p.company_id = $1 AND p.number = $2 AND p.person_id = b.person_id
             AND NOT EXISTS (
                 SELECT FROM case_event e
                 WHERE e.company_id = $1 AND e.number = $2 AND e.version > b.version
                   AND e.changes @> jsonb_build_array(
                       jsonb_build_object('property', 'participant_added', 'person', b.person_id)))
           RETURNING p.person_id AS "person: PersonId""#,
        viewer.company.0,
        into.0,
        merged as _
    );
    let parted = parted.fetch_all(&mut **tx).await?;
    Ok(parted.into_iter().map(|person| Change::ParticipantRemoved { person }).collect())
}
