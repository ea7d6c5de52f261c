//! How cases hang together: linked, merged, split, and each of these taken back.

use super::{
    brought,
    create::insert,
    lock::{Locked, lock_all},
    write::write,
};
use crate::{Db, Error, Result, Tx, visible};
use chrono::NaiveDate;
use domain::{
    cases::{Edit, NewCase, RelatedCase, Relation, TextEdit},
    events::Change,
    ids::{CaseNumber, StatusId},
    people::Viewer,
    policy::{self, Action},
    problem::{Field, FieldError, Problem, Refusal},
    validate,
};
use sqlx::types::Json;

/// The cases that this one has to do with, as far as the viewer sees them. The caller has made sure
/// that the viewer sees this one.
pub(super) async fn relations(viewer: &Viewer, tx: &mut Tx, number: CaseNumber) -> Result<Vec<RelatedCase>> {
    let records = sqlx::query!(
        r#"SELECT r.kind AS "kind!", r.first AS "first!", c.number AS "number: CaseNumber", c.subject,
               c.status_id AS "status: StatusId"
           FROM (
               SELECT kind, true AS first, other AS number FROM case_relation WHERE company_id = $1 AND number = $2
               UNION ALL
               SELECT kind, false, number FROM case_relation WHERE company_id = $1 AND other = $2
           ) r
           JOIN cases c ON c.company_id = $1 AND c.number = r.number
           WHERE $3::int IS NULL OR EXISTS (SELECT FROM cases_concerning($3) v WHERE v.number = c.number)
           ORDER BY c.number"#,
        viewer.company.0,
        number.0,
        visible::only_concerning(viewer),
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut related = Vec::with_capacity(records.len());
    for record in records {
        let relation = Relation::read(&record.kind, record.first)
            .ok_or(Error::Unreadable { what: "a relation", value: record.kind })?;
        let (number, subject, status) = (record.number, record.subject, record.status);
        related.push(RelatedCase { relation, number, subject, status });
    }
    related.sort_by_key(|case| Relation::ALL.iter().position(|relation| *relation == case.relation));
    Ok(related)
}

/// Links two cases: `other` is that to `number` from now on. Both get an entry in their history.
///
/// # Errors
/// Forbidden; not found; invalid, when there is no such other case, it would be its own parent by
/// some way, or it has a parent already.
pub async fn relate(
    viewer: &Viewer,
    db: &Db,
    number: CaseNumber,
    relation: Relation,
    other: CaseNumber,
) -> Result<()> {
    if !Relation::CHOSEN.contains(&relation) {
        return Err(Problem::Malformed.into());
    }
    let (mut tx, one, two) = open(viewer, db, number, other).await?;
    match relation {
        Relation::Parent => refuse_circle(viewer, &mut tx, number, other).await?,
        Relation::Child => refuse_circle(viewer, &mut tx, other, number).await?,
        // The other one is a duplicate of this one already: then neither would be the original.
        Relation::Original => refuse_duplicate(viewer, &mut tx, other, number).await?,
        _ => {}
    }
    if add(viewer, &mut tx, number, relation, other).await? {
        tell(viewer, &mut tx, [(&one, &[]), (&two, &[])], &[Told::added(relation)]).await?;
    }
    Ok(tx.commit().await?)
}

/// Takes a relation back; of a merging all that it did: the case that was merged away gets its
/// status back, its comments stand there alone again, and the colleagues whom it brought are unlinked.
///
/// # Errors
/// Forbidden; not found.
pub async fn unrelate(
    viewer: &Viewer,
    db: &Db,
    number: CaseNumber,
    relation: Relation,
    other: CaseNumber,
) -> Result<()> {
    let (mut tx, one, two) = open(viewer, db, number, other).await?;
    if !remove(viewer, &mut tx, number, relation, other).await? {
        return Err(Problem::NotFound.into());
    }
    let mut told = vec![Told::removed(relation)];
    let mut parted = [Vec::new(), Vec::new()];
    let [at_one, at_two] = &mut parted;
    let merged = match relation {
        Relation::MergedInto => Some((&one, other, at_two)),
        Relation::Merged => Some((&two, number, at_one)),
        _ => None,
    };
    if let Some((gone, into, people)) = merged {
        *people = brought::part(viewer, &mut tx, gone.number, into).await?;
        reopen(viewer, &mut tx, gone, into).await?;
        if took_a_split_back(viewer, &mut tx, gone.number, into).await? {
            add(viewer, &mut tx, gone.number, Relation::SplitFrom, into).await?;
            let split = if relation == Relation::Merged { Relation::SplitOff } else { Relation::SplitFrom };
            told.push(Told::added(split));
        }
    }
    let [at_one, at_two] = &parted;
    tell(viewer, &mut tx, [(&one, at_one), (&two, at_two)], &told).await?;
    Ok(tx.commit().await?)
}

/// Merges a case into another: it is closed, its comments are shown there, and the other gets its
/// colleagues. [`unrelate`] takes it back. A part that goes up again in what it was split from is no part any more.
///
/// # Errors
/// Forbidden; not found; invalid, when there is no such other case, that one went up in another
/// itself, or this one did already; when that one is closed or another customer's, unless `is_sure`.
pub async fn merge(
    viewer: &Viewer,
    db: &Db,
    number: CaseNumber,
    into: CaseNumber,
    is_sure: bool,
) -> Result<()> {
    let (mut tx, case, target) = open(viewer, db, number, into).await?;
    let is_merged = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM case_relation WHERE company_id = $1 AND number = ANY($2) AND kind = 'merged')
               AS "merged!""#,
        viewer.company.0,
        &[number.0, into.0]
    );
    if is_merged.fetch_one(&mut *tx).await? {
        return Err(Error::field(Field::Case, Refusal::Taken));
    }
    let asked = if is_sure { Vec::new() } else { questions(viewer, &mut tx, &case, &target).await? };
    if !asked.is_empty() {
        return Err(asked.into());
    }
    add(viewer, &mut tx, number, Relation::MergedInto, into).await?;
    let people = brought::bring(viewer, &mut tx, number, into).await?;
    let mut told = vec![Told::added(Relation::MergedInto)];
    if remove(viewer, &mut tx, number, Relation::SplitFrom, into).await? {
        told.insert(0, Told::removed(Relation::SplitFrom));
    }
    tell(viewer, &mut tx, [(&case, &[]), (&target, &people)], &told).await?;
    if case.is_open
        && let Some(change) =
            closed_status(viewer, &mut tx).await?.and_then(|status| case.change(Edit::Status(status)))
    {
        write(viewer, &mut tx, &case, &[change]).await?;
    }
    Ok(tx.commit().await?)
}

/// What one should know before that case goes up in the target.
async fn questions(viewer: &Viewer, tx: &mut Tx, case: &Locked, target: &Locked) -> Result<Vec<FieldError>> {
    let mut asked = Vec::new();
    if case.customer.is_some() && target.customer.is_some() && case.customer != target.customer {
        asked.push(Refusal::OtherCustomer);
    }
    if !target.is_open {
        asked.push(Refusal::Closed { on: closed_on(viewer, tx, target.number).await? });
    }
    Ok(asked.into_iter().map(|refusal| FieldError { field: Field::Case, refusal }).collect())
}

/// When a closed case was closed: when it last left an open status, or else when it was made.
async fn closed_on(viewer: &Viewer, tx: &mut Tx, number: CaseNumber) -> Result<NaiveDate> {
    let on = sqlx::query_scalar!(
        r#"SELECT (coalesce(
               (SELECT max(e.at) FROM case_event e
                CROSS JOIN jsonb_array_elements(e.changes) AS change
                JOIN case_status s ON s.company_id = $1 AND s.is_open
                    AND s.id = CASE WHEN change ->> 'property' = 'status' THEN (change ->> 'from')::smallint END
                WHERE e.company_id = $1 AND e.number = $2),
               c.created_at) AT TIME ZONE 'Europe/Stockholm')::date AS "on!"
           FROM cases c WHERE c.company_id = $1 AND c.number = $2"#,
        viewer.company.0,
        number.0
    );
    Ok(on.fetch_one(&mut **tx).await?)
}

/// Makes a case of its own out of a part of one: with its customer, type, priority, channel and
/// responsible, and that text. Merging the new one back takes it back.
///
/// # Errors
/// Forbidden; not found; invalid.
pub async fn split(viewer: &Viewer, db: &Db, number: CaseNumber, text: TextEdit) -> Result<CaseNumber> {
    allow(viewer)?;
    if !policy::can(viewer, Action::CreateCase) {
        return Err(Problem::Forbidden.into());
    }
    let text = validate::text_edit(&text)?;
    let mut tx = db.begin(viewer).await?;
    let case = lock_all(viewer, &mut tx, &[number]).await?.pop().ok_or(Problem::NotFound)?;
    let new = NewCase {
        body: text.body,
        customer: case.customer,
        responsible: case.responsible,
        priority: case.priority,
        case_type: case.case_type,
        ..NewCase::new(text.subject, case.channel)
    };
    let split = insert(viewer, &mut tx, &new).await?;
    let made = lock_all(viewer, &mut tx, &[split]).await?.pop().ok_or(Problem::NotFound)?;
    add(viewer, &mut tx, split, Relation::SplitFrom, number).await?;
    tell(viewer, &mut tx, [(&made, &[]), (&case, &[])], &[Told::added(Relation::SplitFrom)]).await?;
    tx.commit().await?;
    Ok(split)
}

fn allow(viewer: &Viewer) -> Result<()> {
    if policy::can(viewer, Action::RelateCases) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}

/// Holds both, in the order that was asked for.
async fn open(
    viewer: &Viewer,
    db: &Db,
    number: CaseNumber,
    other: CaseNumber,
) -> Result<(Tx, Locked, Locked)> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let mut held = lock_all(viewer, &mut tx, &[number, other]).await?;
    let mut take = |number| held.iter().position(|case| case.number == number).map(|at| held.swap_remove(at));
    let one = take(number).ok_or(Problem::NotFound)?;
    let two = take(other).ok_or_else(|| Error::field(Field::Case, Refusal::Unknown))?;
    Ok((tx, one, two))
}

fn stored(
    number: CaseNumber,
    relation: Relation,
    other: CaseNumber,
) -> (&'static str, CaseNumber, CaseNumber) {
    let (kind, is_first) = relation.stored();
    let is_first = if relation == Relation::Related { number < other } else { is_first };
    if is_first { (kind, number, other) } else { (kind, other, number) }
}

/// False when they are linked so already.
async fn add(
    viewer: &Viewer,
    tx: &mut Tx,
    number: CaseNumber,
    relation: Relation,
    other: CaseNumber,
) -> Result<bool> {
    let (kind, first, second) = stored(number, relation, other);
    let added = sqlx::query!(
        "INSERT INTO case_relation (company_id, number, kind, other) VALUES ($1, $2, $3, $4)
         ON CONFLICT (company_id, number, kind, other) DO NOTHING",
        viewer.company.0,
        first.0,
        kind,
        second.0
    )
    .execute(&mut **tx)
    .await;
    match added {
        Ok(added) => Ok(added.rows_affected() > 0),
        Err(error) if error.as_database_error().is_some_and(|error| error.is_unique_violation()) => {
            Err(Error::field(Field::Case, Refusal::Taken))
        }
        Err(error) => Err(error.into()),
    }
}

/// False when they are not linked so.
async fn remove(
    viewer: &Viewer,
    tx: &mut Tx,
    number: CaseNumber,
    relation: Relation,
    other: CaseNumber,
) -> Result<bool> {
    let (kind, first, second) = stored(number, relation, other);
    let removed = sqlx::query!(
        "DELETE FROM case_relation WHERE company_id = $1 AND number = $2 AND kind = $3 AND other = $4",
        viewer.company.0,
        first.0,
        kind,
        second.0
    );
    Ok(removed.execute(&mut **tx).await?.rows_affected() > 0)
}

/// No case is its own parent, by whatever way.
async fn refuse_circle(viewer: &Viewer, tx: &mut Tx, child: CaseNumber, parent: CaseNumber) -> Result<()> {
    let is_circle = sqlx::query_scalar!(
        r#"WITH RECURSIVE above AS (
               SELECT $3::int AS number
               UNION
               SELECT r.other FROM above a
               JOIN case_relation r ON r.company_id = $1 AND r.number = a.number AND r.kind = 'child'
           )
           SELECT EXISTS (SELECT FROM above WHERE number = $2) AS "circle!""#,
        viewer.company.0,
        child.0,
        parent.0
    );
    match is_circle.fetch_one(&mut **tx).await? {
        true => Err(Error::field(Field::Case, Refusal::Unknown)),
        false => Ok(()),
    }
}

async fn refuse_duplicate(viewer: &Viewer, tx: &mut Tx, one: CaseNumber, of: CaseNumber) -> Result<()> {
    let is_one = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM case_relation
           WHERE company_id = $1 AND number = $2 AND kind = 'duplicate' AND other = $3) AS "is_one!""#,
        viewer.company.0,
        one.0,
        of.0
    );
    match is_one.fetch_one(&mut **tx).await? {
        true => Err(Error::field(Field::Case, Refusal::Reversed)),
        false => Ok(()),
    }
}

/// What has become of a relation between two cases.
#[derive(Clone, Copy)]
struct Told {
    relation: Relation,
    is_added: bool,
}

impl Told {
    const fn added(relation: Relation) -> Self {
        Self { relation, is_added: true }
    }

    const fn removed(relation: Relation) -> Self {
        Self { relation, is_added: false }
    }

    /// As the history of the first case says it, or that of the second.
    const fn change(self, is_first: bool, case: CaseNumber) -> Change {
        let relation = if is_first { self.relation } else { self.relation.reversed() };
        match self.is_added {
            true => Change::RelationAdded { relation, case },
            false => Change::RelationRemoved { relation, case },
        }
    }
}

/// In both histories, as one entry, each with what else it says there; the second is what a relation says
/// to the first.
async fn tell(
    viewer: &Viewer,
    tx: &mut Tx,
    [one, two]: [(&Locked, &[Change]); 2],
    told: &[Told],
) -> Result<()> {
    for ((case, more), other, is_first) in [(one, two.0.number, true), (two, one.0.number, false)] {
        let changes = told.iter().map(|told| told.change(is_first, other));
        let changes: Vec<Change> = changes.chain(more.iter().cloned()).collect();
        write(viewer, tx, case, &changes).await?;
    }
    Ok(())
}

/// What a case that went up in another gets: the last closed status that is offered.
async fn closed_status(viewer: &Viewer, tx: &mut Tx) -> Result<Option<StatusId>> {
    let status = sqlx::query_scalar!(
        r#"SELECT id AS "id: StatusId" FROM case_status
           WHERE company_id = $1 AND NOT is_open AND NOT hidden ORDER BY position DESC, id DESC LIMIT 1"#,
        viewer.company.0
    );
    Ok(status.fetch_optional(&mut **tx).await?)
}

/// Whether the case was a part of that one until it went up in it again.
async fn took_a_split_back(viewer: &Viewer, tx: &mut Tx, case: CaseNumber, into: CaseNumber) -> Result<bool> {
    let merged = Json([Change::RelationAdded { relation: Relation::MergedInto, case: into }]);
    let no_part = Json([Change::RelationRemoved { relation: Relation::SplitFrom, case: into }]);
    let took = sqlx::query_scalar!(
        r#"SELECT changes @> $4 AS "took!" FROM case_event
           WHERE company_id = $1 AND number = $2 AND changes @> $3 ORDER BY id DESC LIMIT 1"#,
        viewer.company.0,
        case.0,
        merged as _,
        no_part as _
    );
    Ok(took.fetch_optional(&mut **tx).await?.unwrap_or_default())
}

/// Gives a case that was merged away the status from before, unless somebody has changed it since.
async fn reopen(viewer: &Viewer, tx: &mut Tx, case: &Locked, from: CaseNumber) -> Result<()> {
    let merged = Json([Change::RelationAdded { relation: Relation::MergedInto, case: from }]);
    let before = sqlx::query_scalar!(
        r#"SELECT s.changes AS "changes: Json<Vec<Change>>"
           FROM case_event m
           JOIN case_event s ON s.company_id = m.company_id AND s.number = m.number AND s.version = m.version + 1
           WHERE m.company_id = $1 AND m.number = $2 AND m.changes @> $3
           ORDER BY m.id DESC LIMIT 1"#,
        viewer.company.0,
        case.number.0,
        merged as _
    );
    let before = before.fetch_optional(&mut **tx).await?.and_then(|changes| changes.0.into_iter().next());
    if let Some(Change::Status { from, to }) = before
        && to == case.status
        && let Some(change) = case.change(Edit::Status(from))
    {
        write(viewer, tx, case, &[change]).await?;
    }
    Ok(())
}
