//! Rows of a file as employees, and the same taken back.

use super::save::{create_in, next_number, read, save_in, sound_in};
use crate::{
    Error, Result, Tx, cases,
    imports::{Back, Head, Row, Taken, Trial, Written, named_numbers},
    roles,
};
use domain::{
    employees::Profile,
    ids::PersonId,
    imports::{self, Choices, Column, Outcome},
    people::Viewer,
    problem::{Field, FieldError, Problem, Refusal},
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What is brought back, if what was written still stands. Employees have no versions.
#[derive(Serialize, Deserialize)]
struct Before {
    /// None: the row made them.
    before: Option<Profile>,
    written: Profile,
}

/// Makes employees of the rows, or changes those that are there: found by number, else by user name, else by
/// e-mail, else by name. Nobody is invited by it. What a row leaves blank stays.
pub(crate) async fn import(
    viewer: &Viewer,
    tx: &mut Tx,
    head: &Head,
    rows: Vec<Row>,
    mut trial: Option<&mut Trial>,
) -> Result<Vec<Taken>> {
    let choices = choices(viewer, tx).await?;
    let named = named_numbers(viewer, tx, head).await?;
    let mut taken = Vec::with_capacity(rows.len());
    for row in rows {
        mark(tx).await?;
        let one = one(viewer, tx, head, &row, &choices, &named, trial.as_deref_mut()).await;
        if one.is_err() {
            back_to_mark(tx).await?;
        }
        taken.push(match one {
            Ok(taken) => taken,
            Err(Error::Refused(Problem::Invalid(errors))) => Taken::refused(row.line, errors),
            // Only who decides the roles gives another than the employee's.
            Err(Error::Refused(Problem::Forbidden)) => {
                Taken::refused(row.line, vec![FieldError { field: Field::Role, refusal: Refusal::Unknown }])
            }
            Err(error) => return Err(error),
        });
    }
    Ok(taken)
}

/// What rows can choose from.
pub(crate) async fn choices(viewer: &Viewer, tx: &mut Tx) -> Result<Choices> {
    let words = cases::vocabulary_in(tx, viewer.company).await?;
    Ok(Choices { roles: roles::own(viewer, tx).await?, words })
}

async fn one(
    viewer: &Viewer,
    tx: &mut Tx,
    head: &Head,
    row: &Row,
    choices: &Choices,
    named: &HashSet<i32>,
    trial: Option<&mut Trial>,
) -> Result<Taken> {
    let says = head.mapping.cell(&row.cells, Column::Number);
    let number = imports::number(says).map(PersonId);
    if number.is_none() && !says.is_empty() {
        return Err(Error::field(Field::Number, Refusal::Malformed));
    }
    let (known, stands) = meant(viewer, tx, head, row).await?;
    let profile = imports::profile(&head.mapping, &row.cells, stands.clone(), choices)?;
    let id = known.filter(|_| stands.is_some());
    if stands.as_ref() == Some(&profile) {
        return Ok(Taken::of(row.line, Outcome::Unchanged, id.map_or(0, |id| id.0), 1));
    }
    sound_in(viewer, tx, id, &profile).await?;
    if let Some(trial) = trial {
        let logins = [number.map(|number| number.to_string()), profile.email, profile.user_name];
        if !logins.into_iter().flatten().all(|login| trial.insert(login)) {
            return Err(Error::field(Field::Number, Refusal::Taken));
        }
        let outcome = if id.is_some() { Outcome::Changed } else { Outcome::Created };
        return Ok(Taken::new(row.line, outcome));
    }
    let (outcome, id) = match id {
        Some(id) => {
            save_in(viewer, tx, id, &profile).await?;
            (Outcome::Changed, id)
        }
        None => {
            let number = match number {
                Some(number) => number,
                None => next_number(viewer, tx, named).await?,
            };
            (Outcome::Created, create_in(viewer, tx, number, &profile).await?)
        }
    };
    let before = Before { before: stands, written: profile };
    Ok(Taken::of(row.line, outcome, id.0, 1).was(&before))
}

/// The employee that a row means, by its number or by what it says, and how they stand.
pub(super) async fn meant(
    viewer: &Viewer,
    tx: &mut Tx,
    head: &Head,
    row: &Row,
) -> Result<(Option<PersonId>, Option<Profile>)> {
    let number = imports::number(head.mapping.cell(&row.cells, Column::Number)).map(PersonId);
    let known = match number {
        Some(number) => Some(number),
        None => alike(viewer, tx, head, &row.cells).await?,
    };
    let stands = match known {
        Some(id) => read(viewer, tx, id).await?,
        None => None,
    };
    Ok((known, stands))
}

/// The employee that a row without a number means.
async fn alike(viewer: &Viewer, tx: &mut Tx, head: &Head, cells: &[String]) -> Result<Option<PersonId>> {
    let cell = |column| head.mapping.cell(cells, column);
    let given = format!("{} {}", cell(Column::FirstName), cell(Column::LastName));
    let name = if cell(Column::Name).is_empty() { given.trim() } else { cell(Column::Name) };
    let found = sqlx::query_scalar!(
        r#"SELECT id AS "id: PersonId" FROM person
           WHERE company_id = $1 AND role <> 'customer'
             AND CASE WHEN $2 <> '' THEN lower(user_name) = lower($2)
                      WHEN $3 <> '' THEN lower(email) = lower($3)
                      ELSE lower(name) = lower($4) END
           ORDER BY active DESC, id LIMIT 1"#,
        viewer.company.0,
        cell(Column::UserName),
        cell(Column::Email),
        name,
    );
    Ok(found.fetch_optional(&mut **tx).await?)
}

/// Removes employees that the rows made and gives the others back what they were, except who has worked here
/// or been changed since. Tells which were taken back.
pub(crate) async fn take_back(viewer: &Viewer, tx: &mut Tx, rows: Vec<Written>) -> Result<Vec<Back>> {
    let mut done = Vec::new();
    for row in rows {
        let id = PersonId(row.target);
        let Some(was) = row.before.and_then(|before| serde_json::from_value::<Before>(before).ok()) else {
            continue;
        };
        if read(viewer, tx, id).await? != Some(as_kept(was.written)) {
            continue;
        }
        mark(tx).await?;
        let is_back = match was.before {
            Some(before) => is_done(save_in(viewer, tx, id, &as_kept(before)).await)?,
            None => unmake(viewer, tx, id).await?,
        };
        if is_back {
            done.push(Back { line: row.line, version: row.version });
        } else {
            back_to_mark(tx).await?;
        }
    }
    Ok(done)
}

/// As it would be kept today: an older import wrote phones as they were typed.
fn as_kept(profile: Profile) -> Profile {
    profile.clone().sound().unwrap_or(profile)
}

/// Where a row begins: what is refused halfway leaves nothing.
async fn mark(tx: &mut Tx) -> Result<()> {
    sqlx::query!("SAVEPOINT one_row").execute(&mut **tx).await?;
    Ok(())
}

async fn back_to_mark(tx: &mut Tx) -> Result<()> {
    sqlx::query!("ROLLBACK TO SAVEPOINT one_row").execute(&mut **tx).await?;
    Ok(())
}

/// What the rules do not allow any longer is left as it is.
fn is_done(saved: Result<()>) -> Result<bool> {
    match saved {
        Ok(()) => Ok(true),
        Err(Error::Refused(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Removes an employee who has never been here and whom nothing refers to.
async fn unmake(viewer: &Viewer, tx: &mut Tx, id: PersonId) -> Result<bool> {
    let gone = sqlx::query!(
        "DELETE FROM person WHERE company_id = $1 AND id = $2 AND password_hash IS NULL",
        viewer.company.0,
        id.0
    );
    match gone.execute(&mut **tx).await {
        Ok(gone) => Ok(gone.rows_affected() > 0),
        Err(error) if error.as_database_error().is_some_and(|error| error.is_foreign_key_violation()) => {
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}
