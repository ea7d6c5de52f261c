//! Customers, for pickers and names.

use super::{allowed, list::push_term};
use crate::{Db, Result, search};
use domain::{
    customers::CustomerHit,
    ids::CustomerId,
    people::Viewer,
    policy::{self, Action},
    search::{Search, Term},
};
use sqlx::{Postgres, QueryBuilder};

/// So many a picker shows.
const SHOWN: i64 = 20;

/// Active customers in whose name, number, address and phones, in any notation, all the words stand, in any order;
/// for who may see customers in their identity number too. The one with that very number comes first, then whoever
/// is called just that, then names that begin with the first word, then names with all words, then the rest; each
/// by name.
///
/// # Errors
/// Forbidden.
pub async fn search(viewer: &Viewer, db: &Db, text: &str) -> Result<Vec<CustomerHit>> {
    allowed(viewer, Action::SearchCustomers)?;
    if search::is_void(text) {
        return Ok(Vec::new());
    }
    let mut tx = db.begin(viewer).await?;
    let (search, terms) = (search::parse(&mut tx, text).await?, search::terms(&mut tx, text).await?);
    let hits: Vec<(i32, String, String)> =
        hits(viewer, text, &search, &terms).build_query_as().fetch_all(&mut *tx).await?;
    let hits = hits.into_iter().map(|(id, name, detail)| CustomerHit { id: CustomerId(id), name, detail });
    Ok(hits.collect())
}

/// Words are letters and digits, as [`Search`] promises: there is no wildcard in them.
fn hits(viewer: &Viewer, text: &str, search: &Search, terms: &[Term]) -> QueryBuilder<Postgres> {
    let mut query = QueryBuilder::new(
        "SELECT s.id, s.name, concat_ws(', ', nullif(p.street, ''), nullif(p.town, ''))
         FROM customer_search s
         LEFT JOIN customer_site p ON p.company_id = s.company_id AND p.customer_id = s.id AND p.is_default
         WHERE s.active AND s.company_id = ",
    );
    query.push_bind(viewer.company.0);
    for term in terms {
        query.push(" AND ");
        push_term(&mut query, term, policy::can(viewer, Action::SeeCustomers));
    }
    query.push(" ORDER BY ");
    if let Some(number) = search.number {
        query.push("s.id <> ").push_bind(number).push(", ");
    }
    if let Some(word) = search.words.first() {
        query.push("lower(s.name) <> lower(normalize(").push_bind(text.trim().to_owned()).push(")), ");
        query.push("fold(s.name) NOT LIKE fold(").push_bind(word.clone()).push(") || '%', ");
        query.push("NOT (true");
        for word in &search.words {
            query.push(" AND fold(s.name) LIKE '%' || fold(").push_bind(word.clone()).push(") || '%'");
        }
        query.push("), ");
    }
    query.push(r#"s.name COLLATE "sv-x-icu", s.id LIMIT "#).push(SHOWN);
    query
}

/// The names of these customers, former ones included; unknown ones are left out.
///
/// # Errors
/// Forbidden.
pub async fn named(viewer: &Viewer, db: &Db, ids: &[CustomerId]) -> Result<Vec<(CustomerId, String)>> {
    allowed(viewer, Action::SearchCustomers)?;
    let ids: Vec<i32> = ids.iter().map(|id| id.0).collect();
    let mut tx = db.begin(viewer).await?;
    let records = sqlx::query!(
        "SELECT id, name FROM customer WHERE company_id = $1 AND id = ANY($2) ORDER BY id",
        viewer.company.0,
        &ids
    )
    .fetch_all(&mut *tx)
    .await?;
    Ok(records.into_iter().map(|record| (CustomerId(record.id), record.name)).collect())
}
