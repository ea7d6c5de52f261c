//! What has happened to a property since somebody looked.

use crate::{Result, Tx};
use chrono::NaiveDateTime;
use domain::{
    ids::{CaseNumber, PersonId},
    people::Viewer,
};

/// A property of a case, as somebody saw it.
pub(super) struct Seen {
    pub(super) case: CaseNumber,
    pub(super) version: i32,
    /// Its name in [`domain::events::Change`]'s JSON.
    pub(super) property: &'static str,
}

/// The last change of a property after it was seen.
pub(super) struct Later {
    pub(super) case: CaseNumber,
    /// Who changed it, by name.
    pub(super) by: String,
    /// When, local time in Stockholm.
    pub(super) at: NaiveDateTime,
}

/// The last later change of each case, if any of its seen properties has one. Changes by `except`
/// do not count: nobody is warned of themselves.
pub(super) async fn later(
    viewer: &Viewer,
    tx: &mut Tx,
    seen: &[Seen],
    except: Option<PersonId>,
) -> Result<Vec<Later>> {
    let numbers: Vec<i32> = seen.iter().map(|seen| seen.case.0).collect();
    let versions: Vec<i32> = seen.iter().map(|seen| seen.version).collect();
    let properties: Vec<String> = seen.iter().map(|seen| seen.property.to_owned()).collect();
    let records = sqlx::query!(
        r#"
        SELECT DISTINCT ON (e.number) e.number, p.name, e.at AT TIME ZONE 'Europe/Stockholm' AS "at!"
        FROM unnest($2::int[], $3::int[], $4::text[]) AS seen (number, version, property)
        JOIN case_event e ON e.company_id = $1 AND e.number = seen.number AND e.version > seen.version
            AND e.changes @> jsonb_build_array(jsonb_build_object('property', seen.property))
        JOIN person p ON p.company_id = $1 AND p.id = e.actor_id
        WHERE e.actor_id IS DISTINCT FROM $5
        ORDER BY e.number, e.version DESC
        "#,
        viewer.company.0,
        &numbers,
        &versions,
        &properties,
        except.map(|person| person.0),
    )
    .fetch_all(&mut **tx)
    .await?;
    let later = records.into_iter().map(|record| Later {
        case: CaseNumber(record.number),
        by: record.name,
        at: record.at,
    });
    Ok(later.collect())
}
