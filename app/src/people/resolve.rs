//! Whom a plain form means by a field for a colleague.

use crate::AppError;
use domain::{
    ids::PersonId,
    people::{Person, Viewer},
    problem::Refusal,
};
use store::Db;

/// What such a field says.
pub(crate) enum Meant {
    /// Nobody: the field is blank.
    Nobody,
    /// That one.
    Person(Person),
    /// Nobody goes by that, or these all do.
    Unclear(Refusal, Vec<Person>),
}

/// Reads `typed` and the number beside it. The number counts only while the text still could be
/// that colleague's: without script one may have typed over it.
///
/// # Errors
/// Forbidden, or when the database fails.
pub(crate) async fn resolve(viewer: &Viewer, db: &Db, typed: &str, id: &str) -> Result<Meant, AppError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(Meant::Nobody);
    }
    if typed == viewer.language.oneself() {
        return Ok(Meant::Person(Person { id: viewer.person, name: viewer.name.clone() }));
    }
    let mut people = store::people::resolve(viewer, db, typed).await?;
    let id = id.trim().parse().ok().map(PersonId);
    if let Some(chosen) = people.iter().position(|person| Some(person.id) == id) {
        return Ok(Meant::Person(people.swap_remove(chosen)));
    }
    Ok(match people.len() {
        0 => Meant::Unclear(Refusal::Unknown, people),
        1 => Meant::Person(people.swap_remove(0)),
        _ => Meant::Unclear(Refusal::Ambiguous, people),
    })
}
