//! "Med valda ärenden, ändra": one change of many cases, its receipt, and Ångra.

use super::{
    later::{Seen, later},
    lock::{Locked, lock_all},
    matching::Matching,
    offered::{self, References},
    write::write_all,
};
use crate::{Db, Error, Result, Tx, employees, people, settings};
use domain::{
    cases::{BulkChange, Edit, Filter, Property, Receipt, Selection, Skip, SkipReason, Ticked},
    events::Change,
    ids::{BatchId, CaseNumber, PersonId},
    people::Viewer,
    policy::{self, Action},
    problem::{Field, Problem, Refusal},
};
use sqlx::{Postgres, QueryBuilder, types::Json};
use std::collections::HashMap;

/// Gives all chosen cases the same value, or tells why not: all in one transaction.
///
/// # Errors
/// Forbidden; malformed, when the property is none of the bulk bar's; invalid, when no case or more
/// than [`Receipt::MOST`] are chosen, or the company does not offer the value or does without the property.
pub async fn change_many(viewer: &Viewer, db: &Db, wanted: BulkChange) -> Result<Receipt> {
    let mut tx = db.begin(viewer).await?;
    let receipt = change_in(viewer, &mut tx, wanted).await?;
    tx.commit().await?;
    Ok(receipt)
}

/// The same, as a part of what the transaction does.
pub(crate) async fn change_in(viewer: &Viewer, tx: &mut Tx, wanted: BulkChange) -> Result<Receipt> {
    allow(viewer)?;
    if !is_in_bulk_bar(wanted.edit.property()) {
        return Err(Problem::Malformed.into());
    }
    settings::require_property(viewer, tx, wanted.edit.property()).await?;
    let chosen = chosen(viewer, tx, wanted.selection).await?;
    offered::require(viewer, tx, &References::of(wanted.edit)).await?;
    let wishes = chosen.into_iter().map(|seen| Wish { seen, edit: wanted.edit }).collect();
    let batch = sqlx::query_scalar!(r#"SELECT nextval('case_batch_id') AS "id!: BatchId""#)
        .fetch_one(&mut **tx)
        .await?;
    let receipt = carry_out(viewer, tx, wishes, Some(viewer.person), Some(batch)).await?;
    Ok(Receipt {
        batch: (receipt.changed > 0).then_some(batch),
        edit: Some(wanted.edit),
        responsible: responsible(viewer, tx, wanted.edit).await?,
        ..receipt
    })
}

async fn responsible(viewer: &Viewer, tx: &mut Tx, edit: Edit) -> Result<Option<String>> {
    let Edit::Responsible(Some(person)) = edit else { return Ok(None) };
    Ok(people::named_in(viewer, tx, &[person]).await?.pop().map(|person| person.name))
}

/// Gives the cases of a bulk change their former values back, except where the property has been
/// changed since; who was made inactive with it is active again. One takes back one's own changes; who may,
/// also those of others.
///
/// # Errors
/// Forbidden; not found, also when the change was somebody else's.
pub async fn undo(viewer: &Viewer, db: &Db, batch: BatchId) -> Result<Receipt> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let wishes = former_values(viewer, &mut tx, batch).await?;
    if wishes.is_empty() {
        return Err(Problem::NotFound.into());
    }
    let receipt = carry_out(viewer, &mut tx, wishes, None, None).await?;
    let returned = employees::reactivate(viewer, &mut tx, batch).await?;
    tx.commit().await?;
    Ok(Receipt { returned, ..receipt })
}

fn allow(viewer: &Viewer) -> Result<()> {
    if policy::can(viewer, Action::ChangeCase) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}

const fn is_in_bulk_bar(property: Property) -> bool {
    use Property::*;
    matches!(property, Status | Priority | Type | Channel | Responsible | Team)
}

/// A case as it was seen, and the value that it shall get.
struct Wish {
    seen: Ticked,
    edit: Edit,
}

async fn chosen(viewer: &Viewer, tx: &mut Tx, selection: Selection) -> Result<Vec<Ticked>> {
    let mut chosen = match selection {
        Selection::Ticked(ticked) => ticked,
        Selection::Matching(filter) => matching(viewer, tx, &filter).await?,
    };
    chosen.sort_by_key(|ticked| ticked.number);
    chosen.dedup_by_key(|ticked| ticked.number);
    match chosen.len() {
        0 => Err(Error::field(Field::Selection, Refusal::Empty)),
        1..=Receipt::MOST => Ok(chosen),
        _ => Err(Error::field(Field::Selection, Refusal::TooLong { limit: Receipt::MOST as u32 })),
    }
}

/// As they are now: what is changed between this and the lock counts as changed by somebody else.
async fn matching(viewer: &Viewer, tx: &mut Tx, filter: &Filter) -> Result<Vec<Ticked>> {
    let matching = Matching::read(viewer, tx, filter).await?;
    let mut query = QueryBuilder::<Postgres>::new("SELECT c.number, c.version");
    matching.push(&mut query);
    query.push(" ORDER BY c.number LIMIT ").push(Receipt::MOST + 1);
    let found = query.build_query_as().persistent(matching.is_common()).fetch_all(&mut **tx).await?;
    Ok(found.into_iter().map(|(number, version)| Ticked { number, version }).collect())
}

async fn former_values(viewer: &Viewer, tx: &mut Tx, batch: BatchId) -> Result<Vec<Wish>> {
    let own = (!policy::can(viewer, Action::UndoForOthers)).then_some(viewer.person.0);
    let events = sqlx::query!(
        r#"
        SELECT number AS "number: CaseNumber", version, changes AS "changes: Json<Vec<Change>>"
        FROM case_event
        WHERE company_id = $1 AND batch_id = $2 AND ($3::int IS NULL OR actor_id = $3)
        ORDER BY number
        "#,
        viewer.company.0,
        batch.0,
        own,
    )
    .fetch_all(&mut **tx)
    .await?;
    let wishes = events.into_iter().filter_map(|event| {
        let edit = former_value(event.changes.first()?)?;
        Some(Wish { seen: Ticked { number: event.number, version: event.version }, edit })
    });
    Ok(wishes.collect())
}

/// The edit that takes the change back.
fn former_value(change: &Change) -> Option<Edit> {
    match *change {
        Change::Status { from, .. } => Some(Edit::Status(from)),
        Change::Priority { from, .. } => Some(Edit::Priority(from)),
        Change::Type { from, .. } => Some(Edit::Type(from)),
        Change::Team { from, .. } => Some(Edit::Team(from)),
        Change::Channel { from, .. } => Some(Edit::Channel(from)),
        Change::Responsible { from, .. } => Some(Edit::Responsible(from)),
        // No bulk change makes these.
        _ => None,
    }
}

/// Does what can be done and tells what was left. Changes by `except` stand in nobody's way.
async fn carry_out(
    viewer: &Viewer,
    tx: &mut Tx,
    wishes: Vec<Wish>,
    except: Option<PersonId>,
    batch: Option<BatchId>,
) -> Result<Receipt> {
    let numbers: Vec<CaseNumber> = wishes.iter().map(|wish| wish.seen.number).collect();
    let locked = lock_all(viewer, tx, &numbers).await?;
    let mut cases: HashMap<_, _> = locked.into_iter().map(|case| (case.number, case)).collect();
    let overtaken = overtaken(viewer, tx, &wishes, &cases, except).await?;
    let mut changes = Vec::new();
    let mut skipped = Vec::new();
    for Wish { seen, edit } in wishes {
        match judge(cases.remove(&seen.number), edit, overtaken.get(&seen.number)) {
            Ok((case, change)) => changes.push((case, change)),
            Err(reason) => skipped.push(Skip { number: seen.number, reason }),
        }
    }
    if !changes.is_empty() {
        write_all(viewer, tx, batch, &changes).await?;
    }
    Ok(receipt(changes.len(), skipped))
}

fn judge(
    case: Option<Locked>,
    edit: Edit,
    overtaken_by: Option<&String>,
) -> std::result::Result<(Locked, Change), SkipReason> {
    let case = case.ok_or(SkipReason::NotFound)?;
    let change = case.change(edit).ok_or(SkipReason::Unchanged)?;
    match overtaken_by {
        Some(name) => Err(SkipReason::ChangedBy(name.clone())),
        None => Ok((case, change)),
    }
}

/// Who has changed the wished property after it was seen, for the cases where somebody has.
async fn overtaken(
    viewer: &Viewer,
    tx: &mut Tx,
    wishes: &[Wish],
    cases: &HashMap<CaseNumber, Locked>,
    except: Option<PersonId>,
) -> Result<HashMap<CaseNumber, String>> {
    let moved =
        |wish: &&Wish| cases.get(&wish.seen.number).is_some_and(|case| case.version != wish.seen.version);
    let seen: Vec<Seen> = wishes
        .iter()
        .filter(moved)
        .map(|wish| Seen {
            case: wish.seen.number,
            version: wish.seen.version,
            property: wish.edit.property().as_str(),
        })
        .collect();
    if seen.is_empty() {
        return Ok(HashMap::new());
    }
    let later = later(viewer, tx, &seen, except).await?;
    Ok(later.into_iter().map(|later| (later.case, later.by)).collect())
}

fn receipt(changed: usize, mut skipped: Vec<Skip>) -> Receipt {
    // Both are at most Receipt::MOST.
    let in_all = skipped.len() as i32;
    skipped.truncate(Receipt::SHOWN);
    Receipt {
        batch: None,
        edit: None,
        responsible: None,
        changed: changed as i32,
        skipped,
        skipped_in_all: in_all,
        returned: None,
    }
}
