//! Registers a case.

use super::offered::{self, References};
use crate::{
    Db, Error, Result, Tx,
    once::{self, Once},
    settings,
};
use domain::{
    cases::{Channel, NewCase},
    ids::CaseNumber,
    people::Viewer,
    policy::{self, Action},
    problem::{Field, Problem, Refusal},
    validate,
};

/// Registers the case, made now by the viewer, and gives its number: the company's next one.
/// Without a status it gets the company's initial one, without a responsible or due date what its
/// type says; what is registered without a desk came by phone app.
///
/// # Errors
/// Forbidden; invalid, with everything that is wrong.
pub async fn create(viewer: &Viewer, db: &Db, new: NewCase) -> Result<CaseNumber> {
    create_once(viewer, db, new, None).await
}

/// The same under a key of the form's own: sent again, it gives the number of the case that was made.
///
/// # Errors
/// As [`create`]; malformed, when it is no key.
pub async fn create_once(viewer: &Viewer, db: &Db, new: NewCase, key: Option<&str>) -> Result<CaseNumber> {
    let mut tx = db.begin(viewer).await?;
    let once = once::begin(viewer, &mut tx, key, &new).await?;
    if let Once::Before(number) = once {
        return Ok(CaseNumber(number as i32));
    }
    let number = create_in(viewer, &mut tx, new).await?;
    once.done(viewer, &mut tx, number.0.into()).await?;
    tx.commit().await?;
    Ok(number)
}

/// The same within a transaction that does more. Every way in comes by here: what the company does without is left out.
pub(crate) async fn create_in(viewer: &Viewer, tx: &mut Tx, new: NewCase) -> Result<CaseNumber> {
    if !policy::can(viewer, Action::CreateCase) {
        return Err(Problem::Forbidden.into());
    }
    let new = match new.is_switchable() {
        true => new.in_use(settings::unused(viewer, tx).await?),
        false => new,
    };
    let new = sound(viewer, tx, new).await?;
    insert(viewer, tx, &new).await
}

/// All that is wrong is told at once: what the values are, and what they refer to.
async fn sound(viewer: &Viewer, tx: &mut Tx, mut new: NewCase) -> Result<NewCase> {
    new.participants.sort();
    new.participants.dedup();
    if !policy::can(viewer, Action::UseDesk) {
        new.channel = Channel::Mobile;
    }
    let references = References {
        status: new.status,
        case_type: new.case_type,
        customer: new.customer,
        site: new.site,
        responsible: new.responsible,
        team: new.team,
        participants: new.participants.clone(),
    };
    let unknown = offered::refusals(viewer, tx, &references).await?;
    match validate::new_case(new, viewer.today) {
        Ok(new) if unknown.is_empty() => Ok(new),
        checked => Err(checked.err().into_iter().flatten().chain(unknown).collect::<Vec<_>>().into()),
    }
}

/// The number is taken in the statement that inserts: if that fails, no number is missing. What the
/// search reads is made here as [`crate::search::index`] makes it later. The list of participants is
/// hidden from the planner, which would plan for each length anew.
pub(super) async fn insert(viewer: &Viewer, tx: &mut Tx, new: &NewCase) -> Result<CaseNumber> {
    let participants: Vec<i32> = new.participants.iter().map(|person| person.0).collect();
    let number = sqlx::query_scalar!(
        r#"
        WITH preset AS (
            SELECT p.id AS responsible_id,
                CASE WHEN NOT 'due_on' = ANY(k.unused) THEN $13::date + t.due_days END AS due_on
            FROM case_type t
            JOIN company k ON k.id = t.company_id
            LEFT JOIN person p ON p.company_id = t.company_id AND p.id = t.responsible_id AND p.active
                AND NOT 'responsible' = ANY(k.unused)
            WHERE t.company_id = $1 AND t.id = $4 AND NOT 'type' = ANY(k.unused)
        ), status AS (
            SELECT id, is_open FROM case_status
            WHERE company_id = $1 AND (id = $3 OR $3 IS NULL AND is_open AND NOT hidden)
            ORDER BY is_initial DESC, position LIMIT 1
        ), counter AS (
            INSERT INTO case_counter (company_id, last_number) VALUES ($1, 1)
            ON CONFLICT (company_id) DO UPDATE SET last_number = case_counter.last_number + 1
            RETURNING last_number AS number
        ), made AS (
            INSERT INTO cases (company_id, number, created_by, status_id, is_open, type_id, priority, channel,
                               responsible_id, customer_id, due_on, subject, team_id, site_id)
            SELECT $1, counter.number, $2, status.id, status.is_open, $4, $5, $6,
                coalesce($7, (SELECT responsible_id FROM preset)), $8, coalesce($9, (SELECT due_on FROM preset)), $10,
                $14, $15
            FROM counter, status
            RETURNING number, version, is_open, responsible_id
        ), document AS MATERIALIZED (
            SELECT case_document(
                $10, $11, (SELECT k.name FROM customer k WHERE k.company_id = $1 AND k.id = $8), NULL
            ) AS folded
        ), text AS (
            INSERT INTO case_text (company_id, number, is_open, body, search_text, search_words)
            SELECT $1, number, is_open, $11, folded, case_words(folded) FROM made, document
        ), linked AS (
            INSERT INTO case_participant (company_id, number, person_id)
            SELECT $1, number, person FROM made, unnest((SELECT $12::int[])) AS person
        ), event AS (
            INSERT INTO case_event (company_id, number, actor_id, version, changes)
            SELECT $1, number, $2, version, '[]' FROM made
        ), told AS (
            INSERT INTO notification (company_id, person_id, number, kind, actor_id)
            SELECT $1, responsible_id, number, 'assigned', $2 FROM made WHERE responsible_id <> $2
        )
        SELECT number AS "number: CaseNumber" FROM made
        "#,
        viewer.company.0,
        viewer.person.0,
        new.status.map(|status| status.0),
        new.case_type.map(|case_type| case_type.0),
        new.priority.to_i16(),
        new.channel.to_i16(),
        new.responsible.map(|person| person.0),
        new.customer.map(|customer| customer.0),
        new.due_on,
        new.subject,
        new.body,
        &participants,
        viewer.today,
        new.team.map(|team| team.0),
        new.site.map(|site| site.0),
    )
    .fetch_optional(&mut **tx)
    .await?;
    if let Some(number) = number {
        tx.touch(number);
    }
    // Only a company that offers no open status at all has no initial one.
    number.ok_or_else(|| Error::field(Field::Status, Refusal::Unknown))
}
