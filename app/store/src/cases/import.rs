//! Rows of a file as cases, and the same taken back.

use super::{
    lock::{Locked, lock_all, look_at_all},
    named::Named,
    text::{changes as text_changes, read as read_text, rewrite},
    vocabulary::vocabulary_in,
    write::write_all,
};
use crate::{
    Result, Tx,
    imports::{Back, Head, Row, Taken, Trial, Written},
};
use chrono::NaiveDateTime;
use domain::{
    cases::{Edit, TextEdit, Vocabulary},
    events::Change,
    format::machine_moment,
    ids::{CaseNumber, CustomerId, PersonId, StatusId},
    imports::{self, Column, Given, Imported, Mapping, OWN, Outcome},
    people::Viewer,
    problem::{Field, FieldError, Refusal},
};
use std::collections::HashMap;

/// A row that has been understood: the case, and whom and what it names here.
pub(super) struct Wanted {
    line: i32,
    pub(super) case: Imported,
    pub(super) body: String,
    customer: Option<CustomerId>,
    responsible: Option<PersonId>,
    created_by: Option<PersonId>,
}

/// A case that came from the same system before.
struct Known {
    number: CaseNumber,
    /// After the last import; none when it was made here.
    version: Option<i32>,
}

/// Makes cases of the rows, or changes those that came from there before and that nobody has worked on
/// since. Rows that name customers and colleagues who are not here keep the names in their text.
pub(crate) async fn import(
    viewer: &Viewer,
    tx: &mut Tx,
    head: &Head,
    rows: Vec<Row>,
    mut trial: Option<&mut Trial>,
) -> Result<Vec<Taken>> {
    let words = vocabulary_in(tx, viewer.company).await?;
    let (mut taken, mut read) = (Vec::with_capacity(rows.len()), Vec::new());
    for row in rows {
        match Imported::read(&head.mapping, &head.headings, &row.cells, &words) {
            Ok(case) if is_second(trial.as_deref_mut(), &case) => {
                taken.push(refused(row.line, Refusal::Taken))
            }
            Ok(case) => read.push((row.line, case)),
            Err(errors) => taken.push(Taken::refused(row.line, errors)),
        }
    }
    let customers: Vec<&str> = read.iter().map(|(_, case)| case.customer.said.as_str()).collect();
    let named = Named::of(viewer, tx, &customers).await?;
    let known = known(viewer, tx, head, &read).await?;
    let (mut new, mut old) = (Vec::new(), Vec::new());
    for (line, case) in read {
        match named.understand(viewer, line, case, &head.mapping.source) {
            Ok(wanted) => match known.get(&wanted.case.number) {
                Some(known) => old.push((wanted, known)),
                None => new.push(wanted),
            },
            Err(error) => taken.push(Taken::refused(line, vec![error])),
        }
    }
    taken.extend(change(viewer, tx, head, &words, &old, trial.is_some()).await?);
    match trial {
        Some(_) => taken.extend(new.iter().map(|wanted| Taken::new(wanted.line, Outcome::Created))),
        None => taken.extend(make(viewer, tx, head, &words, new).await?),
    }
    Ok(taken)
}

fn refused(line: i32, refusal: Refusal) -> Taken {
    Taken::refused(line, vec![FieldError { field: Field::Number, refusal }])
}

fn is_second(trial: Option<&mut Trial>, case: &Imported) -> bool {
    trial.is_some_and(|trial| !case.number.is_empty() && !trial.insert(case.number.clone()))
}

impl Named {
    /// The row with whom and what it names.
    pub(super) fn understand(
        &self,
        viewer: &Viewer,
        line: i32,
        case: Imported,
        source: &str,
    ) -> std::result::Result<Wanted, FieldError> {
        if case.created_at.is_some_and(|at| at.date() > viewer.today) {
            return Err(FieldError { field: Field::CreatedAt, refusal: Refusal::Future });
        }
        let person = |given: &Given| self.person(&given.said).map(|(id, _)| id);
        let customer = self.customer(&case.customer.said).map(|(id, _)| id);
        let (responsible, created_by) = (person(&case.responsible), person(&case.created_by));
        let named = [
            (&case.customer, customer.is_some()),
            (&case.responsible, responsible.is_some()),
            (&case.created_by, created_by.is_some()),
        ];
        let lost: Vec<&Given> = named
            .into_iter()
            .filter(|(given, found)| !found && !given.said.is_empty())
            .map(|(given, _)| given)
            .collect();
        let body = case.full_body(source, &lost)?;
        Ok(Wanted { line, body, customer, responsible, created_by, case })
    }
}

/// The cases that came from there before, by their numbers there. Our own exports name our own cases, if they
/// were made at the same minute; never one that this very import has made, whose number, the company's next
/// one, a row further down may bear.
async fn known(
    viewer: &Viewer,
    tx: &mut Tx,
    head: &Head,
    read: &[(i32, Imported)],
) -> Result<HashMap<String, Known>> {
    let numbers: Vec<String> =
        read.iter().map(|(_, case)| case.number.clone()).filter(|n| !n.is_empty()).collect();
    let found = sqlx::query!(
        r#"SELECT source_number, number AS "number: CaseNumber", version FROM case_source
           WHERE company_id = $1 AND source = $2 AND source_number = ANY($3)"#,
        viewer.company.0,
        head.mapping.source,
        &numbers
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut known: HashMap<_, _> = found
        .into_iter()
        .map(|found| (found.source_number, Known { number: found.number, version: Some(found.version) }))
        .collect();
    if head.mapping.source == OWN {
        let made: HashMap<&str, Option<NaiveDateTime>> =
            read.iter().map(|(_, case)| (case.number.as_str(), case.created_at)).collect();
        let own: Vec<i32> = numbers.iter().filter_map(|number| imports::number(number)).collect();
        let own = sqlx::query!(
            r#"SELECT number AS "number: CaseNumber", created_at AT TIME ZONE 'Europe/Stockholm' AS "created_at!"
               FROM cases c WHERE company_id = $1 AND number = ANY($2)
                 AND NOT EXISTS (SELECT FROM import_row r WHERE r.company_id = $1 AND r.import_id = $3
                                   AND r.target = c.number AND r.outcome = 'created')"#,
            viewer.company.0,
            &own,
            head.id.0
        );
        for case in own.fetch_all(&mut **tx).await? {
            let number = case.number.to_string();
            let is_same = made.get(number.as_str()).copied().flatten();
            if is_same.is_some_and(|at| machine_moment(at) == machine_moment(case.created_at)) {
                known.entry(number).or_insert(Known { number: case.number, version: None });
            }
        }
    }
    Ok(known)
}

/// The edits that give a case what the row says. A property stays when the file has no column for it, or a word
/// that means nothing here.
fn edits(mapping: &Mapping, words: &Vocabulary, wanted: &Wanted) -> Vec<Edit> {
    let case = &wanted.case;
    let status = case.status.or_else(|| words.initial_status().map(|status| status.id));
    let all = [
        (Column::Priority, Some(Edit::Priority(case.priority))),
        (Column::CaseType, Some(Edit::Type(case.case_type))),
        (Column::Channel, Some(Edit::Channel(case.channel))),
        (Column::Responsible, Some(Edit::Responsible(wanted.responsible))),
        (Column::Team, Some(Edit::Team(case.team))),
        (Column::DueOn, Some(Edit::DueOn(case.due_on))),
        (Column::Customer, Some(Edit::Customer(wanted.customer))),
        (Column::CreatedAt, case.created_at.map(Edit::CreatedAt)),
        (Column::Status, status.map(Edit::Status)),
    ];
    let is_lost = |column: Column| match column {
        Column::Responsible => wanted.responsible.is_none() && !case.responsible.said.is_empty(),
        Column::Customer => wanted.customer.is_none() && !case.customer.said.is_empty(),
        column => case.unknown.contains(&column),
    };
    let meant = all.into_iter().filter(|(column, _)| mapping.has(*column) && !is_lost(*column));
    meant.filter_map(|(_, edit)| edit).collect()
}

/// Changes the cases that are there.
async fn change(
    viewer: &Viewer,
    tx: &mut Tx,
    head: &Head,
    words: &Vocabulary,
    old: &[(Wanted, &Known)],
    is_trial: bool,
) -> Result<Vec<Taken>> {
    let numbers: Vec<CaseNumber> = old.iter().map(|(_, known)| known.number).collect();
    let locked = match is_trial {
        true => look_at_all(viewer, tx, &numbers).await?,
        false => lock_all(viewer, tx, &numbers).await?,
    };
    let locked: HashMap<_, _> = locked.into_iter().map(|case| (case.number, case)).collect();
    let mut taken = Vec::with_capacity(old.len());
    for (wanted, known) in old {
        let Some(case) = locked.get(&known.number) else {
            taken.push(refused(wanted.line, Refusal::Unknown));
            continue;
        };
        if known.version.is_some_and(|version| version != case.version) {
            taken.push(Taken::of(wanted.line, Outcome::Kept, case.number.0, case.version));
            continue;
        }
        let stands = read_text(viewer, tx, case.number).await?;
        let text = TextEdit {
            subject: wanted.case.subject.clone(),
            body: if head.mapping.source == OWN { wanted.case.body.clone() } else { wanted.body.clone() },
        };
        let mut changes = text_changes(&stands, &text);
        let edits = edits(&head.mapping, words, wanted);
        changes.extend(edits.into_iter().flat_map(|edit| case.changes(edit)));
        if changes.is_empty() {
            taken.push(Taken::of(wanted.line, Outcome::Unchanged, case.number.0, case.version));
            continue;
        }
        let version = match is_trial {
            true => case.version,
            false => apply(viewer, tx, case, &text, &changes).await?,
        };
        let changed = Taken::of(wanted.line, Outcome::Changed, case.number.0, version);
        taken.push(changed.found(case.version).was(&changes));
    }
    Ok(taken)
}

/// Carries the changes out, one after the other, and gives the version after them.
async fn apply(
    viewer: &Viewer,
    tx: &mut Tx,
    case: &Locked,
    text: &TextEdit,
    changes: &[Change],
) -> Result<i32> {
    for change in changes {
        write_all(viewer, tx, None, &[(case.clone(), change.clone())]).await?;
    }
    // After the properties: what the search reads has the customer's name.
    rewrite(viewer, tx, case.number, text).await?;
    let version = case.version + changes.len() as i32;
    sqlx::query!(
        "UPDATE case_source SET version = $3 WHERE company_id = $1 AND number = $2",
        viewer.company.0,
        case.number.0,
        version
    )
    .execute(&mut **tx)
    .await?;
    Ok(version)
}

/// Makes the rest, in the order of the file, with the company's next numbers.
async fn make(
    viewer: &Viewer,
    tx: &mut Tx,
    head: &Head,
    words: &Vocabulary,
    new: Vec<Wanted>,
) -> Result<Vec<Taken>> {
    let initial = words.initial_status().map(|status| status.id);
    let statuses: Option<Vec<StatusId>> = new.iter().map(|wanted| wanted.case.status.or(initial)).collect();
    let Some(statuses) = statuses else {
        // Only a company that offers no open status at all has no initial one.
        let error = FieldError { field: Field::Status, refusal: Refusal::Unknown };
        return Ok(new.iter().map(|wanted| Taken::refused(wanted.line, vec![error])).collect());
    };
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let last = sqlx::query_scalar!(
        "INSERT INTO case_counter (company_id, last_number) VALUES ($1, $2)
         ON CONFLICT (company_id) DO UPDATE SET last_number = case_counter.last_number + $2
         RETURNING last_number",
        viewer.company.0,
        new.len() as i32
    )
    .fetch_one(&mut **tx)
    .await?;
    let first = last - new.len() as i32 + 1;
    insert(viewer, tx, first, &new, &statuses).await?;
    remember(viewer, tx, &head.mapping.source, first, &new).await?;
    Ok(new
        .iter()
        .zip(first..)
        .map(|(wanted, number)| Taken::of(wanted.line, Outcome::Created, number, 1))
        .collect())
}

async fn insert(
    viewer: &Viewer,
    tx: &mut Tx,
    first: i32,
    new: &[Wanted],
    statuses: &[StatusId],
) -> Result<()> {
    let created_by: Vec<i32> =
        new.iter().map(|wanted| wanted.created_by.unwrap_or(viewer.person).0).collect();
    let statuses: Vec<i16> = statuses.iter().map(|status| status.0).collect();
    let types: Vec<Option<i16>> = new.iter().map(|wanted| wanted.case.case_type.map(|id| id.0)).collect();
    let priorities: Vec<i16> = new.iter().map(|wanted| wanted.case.priority.to_i16()).collect();
    let channels: Vec<i16> = new.iter().map(|wanted| wanted.case.channel.to_i16()).collect();
    let responsible: Vec<Option<i32>> = new.iter().map(|wanted| wanted.responsible.map(|id| id.0)).collect();
    let teams: Vec<Option<i16>> = new.iter().map(|wanted| wanted.case.team.map(|id| id.0)).collect();
    let customers: Vec<Option<i32>> = new.iter().map(|wanted| wanted.customer.map(|id| id.0)).collect();
    let due: Vec<_> = new.iter().map(|wanted| wanted.case.due_on).collect();
    let created_at: Vec<_> = new.iter().map(|wanted| wanted.case.created_at).collect();
    let subjects: Vec<String> = new.iter().map(|wanted| wanted.case.subject.clone()).collect();
    let bodies: Vec<String> = new.iter().map(|wanted| wanted.body.clone()).collect();
    sqlx::query!(
        r#"
        WITH new AS MATERIALIZED (
            SELECT n.*, $2::int + at::int - 1 AS number, s.is_open,
                coalesce(n.made_at AT TIME ZONE 'Europe/Stockholm', now()) AS created_at
            FROM unnest($4::int[], $5::smallint[], $6::smallint[], $7::smallint[], $8::smallint[], $9::int[],
                        $10::smallint[], $11::int[], $12::date[], $13::timestamp[], $14::text[], $15::text[])
                 WITH ORDINALITY AS n (created_by, status_id, type_id, priority, channel, responsible_id, team_id,
                                       customer_id, due_on, made_at, subject, body, at)
            JOIN case_status s ON s.company_id = $1 AND s.id = n.status_id
        ), made AS (
            INSERT INTO cases (company_id, number, created_by, status_id, is_open, type_id, priority, channel,
                               responsible_id, team_id, customer_id, due_on, created_at, updated_at, subject)
            SELECT $1, number, created_by, status_id, is_open, type_id, priority, channel, responsible_id, team_id,
                customer_id, due_on, created_at, created_at, subject
            FROM new
        ), document AS MATERIALIZED (
            SELECT n.number, n.is_open, n.body, case_document(n.subject, n.body, k.name, NULL) AS folded
            FROM new n LEFT JOIN customer k ON k.company_id = $1 AND k.id = n.customer_id
        ), text AS (
            INSERT INTO case_text (company_id, number, is_open, body, search_text, search_words)
            SELECT $1, number, is_open, body, folded, case_words(folded) FROM document
        )
        INSERT INTO case_event (company_id, number, actor_id, version, changes)
        SELECT $1, number, $3, 1, '[]' FROM new
        "#,
        viewer.company.0,
        first,
        viewer.person.0,
        &created_by,
        &statuses,
        &types as _,
        &priorities,
        &channels,
        &responsible as _,
        &teams as _,
        &customers as _,
        &due as _,
        &created_at as _,
        &subjects,
        &bodies,
    )
    .execute(&mut **tx)
    .await?;
    tx.touch_all();
    Ok(())
}

async fn remember(viewer: &Viewer, tx: &mut Tx, source: &str, first: i32, new: &[Wanted]) -> Result<()> {
    let numbered = new.iter().zip(first..).filter(|(wanted, _)| !wanted.case.number.is_empty());
    let (theirs, ours): (Vec<String>, Vec<i32>) =
        numbered.map(|(wanted, number)| (wanted.case.number.clone(), number)).unzip();
    sqlx::query!(
        "INSERT INTO case_source (company_id, source, source_number, number, version)
         SELECT $1, $2, theirs, ours, 1 FROM unnest($3::text[], $4::int[]) AS n (theirs, ours)",
        viewer.company.0,
        source,
        &theirs,
        &ours
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Empties and closes cases that the rows made, for numbers are never used again, and gives the others their
/// former values back; except where somebody has worked on them since. Tells which were taken back.
pub(crate) async fn take_back(viewer: &Viewer, tx: &mut Tx, rows: Vec<Written>) -> Result<Vec<Back>> {
    let (made, changed): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.before.is_none());
    let mut done = empty(viewer, tx, made).await?;
    let numbers: Vec<CaseNumber> = changed.iter().map(|row| CaseNumber(row.target)).collect();
    let locked = lock_all(viewer, tx, &numbers).await?;
    let locked: HashMap<_, _> = locked.into_iter().map(|case| (case.number, case)).collect();
    for row in changed {
        let Some(case) = locked.get(&CaseNumber(row.target)).filter(|case| case.version == row.version)
        else {
            continue;
        };
        let Some(Ok(was)) = row.before.map(serde_json::from_value::<Vec<Change>>) else { continue };
        let stands = read_text(viewer, tx, case.number).await?;
        let mut text = stands.clone();
        for change in &was {
            match change {
                Change::Subject { from, .. } => text.subject.clone_from(from),
                Change::Body { from, .. } => text.body.clone_from(from),
                _ => {}
            }
        }
        let mut changes = text_changes(&stands, &text);
        // Backwards: with the customer the site was lost.
        changes.extend(was.iter().rev().filter_map(former_value).filter_map(|edit| case.change(edit)));
        // A site is its customer's: that one first.
        changes.sort_by_key(|change| matches!(change, Change::Site { .. }));
        let version = apply(viewer, tx, case, &text, &changes).await?;
        done.push(Back { line: row.line, version });
    }
    Ok(done)
}

fn former_value(change: &Change) -> Option<Edit> {
    match *change {
        Change::Status { from, .. } => Some(Edit::Status(from)),
        Change::Priority { from, .. } => Some(Edit::Priority(from)),
        Change::Type { from, .. } => Some(Edit::Type(from)),
        Change::Team { from, .. } => Some(Edit::Team(from)),
        Change::Channel { from, .. } => Some(Edit::Channel(from)),
        Change::Responsible { from, .. } => Some(Edit::Responsible(from)),
        Change::DueOn { from, .. } => Some(Edit::DueOn(from)),
        Change::Customer { from, .. } => Some(Edit::Customer(from)),
        Change::Site { from, .. } => Some(Edit::Site(from)),
        Change::CreatedAt { from, .. } => Some(Edit::CreatedAt(from)),
        Change::Subject { .. }
        | Change::Body { .. }
        | Change::ParticipantAdded { .. }
        | Change::ParticipantRemoved { .. }
        | Change::RelationAdded { .. }
        | Change::RelationRemoved { .. }
        | Change::FileAdded { .. }
        | Change::FileRemoved { .. }
        | Change::FileRestored { .. } => None,
    }
}

/// A number that was given stays given: its case is closed and says that it is none. What stood there is in
/// its history.
async fn empty(viewer: &Viewer, tx: &mut Tx, made: Vec<Written>) -> Result<Vec<Back>> {
    let numbers: Vec<CaseNumber> = made.iter().map(|row| CaseNumber(row.target)).collect();
    let locked = lock_all(viewer, tx, &numbers).await?;
    let versions: HashMap<_, _> = locked.iter().map(|case| (case.number.0, case.version)).collect();
    let untouched: Vec<_> =
        made.iter().filter(|row| versions.get(&row.target) == Some(&row.version)).collect();
    let closed = sqlx::query_scalar!(
        r#"SELECT id AS "id: StatusId" FROM case_status WHERE company_id = $1 AND NOT is_open
           ORDER BY hidden, position DESC LIMIT 1"#,
        viewer.company.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(closed) = closed else { return Ok(Vec::new()) };
    let text = TextEdit { subject: viewer.language.import_undone_subject().to_owned(), body: String::new() };
    for case in locked.iter().filter(|case| untouched.iter().any(|row| row.target == case.number.0)) {
        let stands = read_text(viewer, tx, case.number).await?;
        let mut changes = text_changes(&stands, &text);
        let nothing =
            [Edit::Customer(None), Edit::Responsible(None), Edit::DueOn(None), Edit::Status(closed)];
        changes.extend(nothing.into_iter().filter_map(|edit| case.change(edit)));
        apply(viewer, tx, case, &text, &changes).await?;
    }
    Ok(untouched.iter().map(|row| Back { line: row.line, version: row.version }).collect())
}
