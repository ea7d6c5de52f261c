//! Whom a plain form means by a customer field.

use crate::AppError;
use domain::{customers::CustomerHit, ids::CustomerId, people::Viewer, problem::Refusal};
use store::Db;

/// What a customer field says.
pub(crate) enum Meant {
    /// Nobody: the field is blank.
    Nobody,
    /// That one.
    Customer(CustomerHit),
    /// Nobody goes by that, or these all do.
    Unclear(Refusal, Vec<CustomerHit>),
}

/// Reads `typed` and the number beside it. The number counts only while the text still is that
/// customer's, or could be: without script one may have typed over it.
///
/// # Errors
/// Forbidden, or when the database fails.
pub(crate) async fn resolve(viewer: &Viewer, db: &Db, typed: &str, id: &str) -> Result<Meant, AppError> {
    let typed = typed.trim();
    let id = id.trim().parse().ok().map(CustomerId);
    if typed.is_empty() {
        return Ok(Meant::Nobody);
    }
    if let Some(id) = id
        && let Some((id, name)) = store::customers::named(viewer, db, &[id]).await?.pop()
        && name == typed
    {
        return Ok(Meant::Customer(CustomerHit { id, name, detail: String::new() }));
    }
    let hits = store::customers::search(viewer, db, typed).await?;
    Ok(choose(hits, typed, id))
}

fn choose(mut hits: Vec<CustomerHit>, typed: &str, id: Option<CustomerId>) -> Meant {
    let typed = typed.to_lowercase();
    let is_named = |hit: &&CustomerHit| hit.name.to_lowercase() == typed || hit.id.to_string() == typed;
    let mut named = hits.iter().filter(is_named);
    let chosen = hits.iter().find(|hit| Some(hit.id) == id);
    let meant = match (chosen, named.next(), named.next()) {
        (Some(hit), ..) | (None, Some(hit), None) => Some(hit.clone()),
        _ => None,
    };
    match (meant, hits.len()) {
        (Some(hit), _) => Meant::Customer(hit),
        (None, 0) => Meant::Unclear(Refusal::Unknown, Vec::new()),
        (None, 1) => Meant::Customer(hits.remove(0)),
        (None, _) => Meant::Unclear(Refusal::Ambiguous, hits),
    }
}
