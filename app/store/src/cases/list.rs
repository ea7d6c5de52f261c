//! One page of the list.

use super::{
    matching::Matching,
    order::{self, Place},
    row::Record,
};
use crate::{Db, Result, Tx, find};
use domain::{
    cases::{Base, CasePage, Count, Filter, Glance},
    find::FittingCustomers,
    ids::CaseNumber,
    people::Viewer,
};
use sqlx::{Postgres, QueryBuilder, Row};

/// The page of the filter's cases that begins at its cursor. A malformed cursor gives the first one.
///
/// # Errors
/// When the database fails.
pub async fn list(viewer: &Viewer, db: &Db, filter: &Filter) -> Result<CasePage> {
    list_in(viewer, &mut db.begin(viewer).await?, filter).await
}

/// The same, where more is asked at once.
pub(crate) async fn list_in(viewer: &Viewer, tx: &mut Tx, filter: &Filter) -> Result<CasePage> {
    let matching = Matching::read(viewer, tx, filter).await?;
    let number = matching.number();
    // One more than is shown, and one for that which goes to the front.
    let most = CasePage::SIZE + if number.is_some() { 2 } else { 1 };
    let mut found = page(&matching, tx, filter, most).await?;
    if let Some(number) = number {
        put_first(viewer, tx, filter, number, &mut found).await?;
    }
    let next = (found.len() > CasePage::SIZE).then(|| {
        found.truncate(CasePage::SIZE);
        found.last().map(|(place, _)| order::cursor(filter.sort.key, *place))
    });
    let in_subject_only = matching.in_subject_only();
    let customers = match !is_later(filter) && filter.customers.is_empty() && !in_subject_only {
        true => find::fitting_customers(viewer, tx, &filter.query).await?,
        false => FittingCustomers::default(),
    };
    let everything = Filter::default();
    let open = count(&Matching::read(viewer, tx, &everything).await?, tx).await?;
    let matching = match (&filter.after, &next) {
        (None, None) => Count::of(found.len() as i64),
        _ if filter.is_narrowed() => count(&matching, tx).await?,
        _ => open,
    };
    Ok(CasePage {
        rows: found.into_iter().map(|(_, record)| record.into_row()).collect::<Result<_>>()?,
        next: next.flatten(),
        matching,
        open,
        closed_matching: closed_matching(tx, viewer, filter, matching).await?,
        in_subject_only,
        customers,
    })
}

/// Whether the page is another one than the first.
fn is_later(filter: &Filter) -> bool {
    filter.after.as_ref().and_then(|after| order::place(filter.sort.key, after)).is_some()
}

/// The case whose number was typed stands first, wherever the order would have it, and on no later page again.
async fn put_first(
    viewer: &Viewer,
    tx: &mut Tx,
    filter: &Filter,
    number: CaseNumber,
    found: &mut Vec<(Place, Record)>,
) -> Result<()> {
    let at = found.iter().position(|(place, _)| place.number == number.0);
    let mut meant = at.map(|at| found.remove(at));
    if is_later(filter) {
        return Ok(());
    }
    if meant.is_none() && found.len() > CasePage::SIZE {
        let only = Matching::read(viewer, tx, filter).await?.among(&[number]);
        meant = page(&only, tx, filter, 1).await?.pop();
    }
    found.splice(0..0, meant);
    Ok(())
}

/// The first rows of the filter's cases, for pages that show a few, and how many there are.
pub(crate) async fn glance(viewer: &Viewer, tx: &mut Tx, filter: &Filter, rows: usize) -> Result<Glance> {
    let matching = Matching::read(viewer, tx, filter).await?;
    // One more than shown: what ends before it need not be counted.
    let mut found = page(&matching, tx, filter, rows + 1).await?;
    let count = match found.len() {
        all if all <= rows => Count::of(all as i64),
        _ => count(&matching, tx).await?,
    };
    found.truncate(rows);
    let rows = found.into_iter().map(|(_, record)| record.into_row()).collect::<Result<_>>()?;
    Ok(Glance { rows, matching: count })
}

/// At most so many rows: one more than is shown tells whether there is a next page. Names and texts
/// are joined to what is left after the limit.
pub(super) async fn page(
    matching: &Matching<'_>,
    tx: &mut Tx,
    filter: &Filter,
    most: usize,
) -> Result<Vec<(Place, Record)>> {
    let mut query = QueryBuilder::<Postgres>::new(
        "SELECT p.*, left(t.body, 400) AS body_start, r.name AS responsible_name, k.name AS customer_name,
             site_label(s.name, s.street, s.town) AS site_name,
             p.created AT TIME ZONE 'Europe/Stockholm' AS created_at,
             p.updated AT TIME ZONE 'Europe/Stockholm' AS updated_at, n.changed IS NOT NULL AS changed
         FROM (SELECT c.company_id, c.number, c.version, c.subject, c.status_id, c.is_open, c.priority,
             c.channel, c.type_id, c.responsible_id, c.team_id, c.customer_id, c.site_id, c.created_at AS created,
             c.updated_at AS updated, c.due_on, ",
    );
    query.push(order::place_value(filter.sort.key)).push(" AS place_value");
    matching.push(&mut query);
    if let Some(place) = filter.after.as_ref().and_then(|after| order::place(filter.sort.key, after)) {
        order::push_after(&mut query, filter.sort, place);
    }
    order::push_order(&mut query, filter.sort);
    query.push(" LIMIT ").push(most).push(
        ") p
         JOIN case_text t ON t.company_id = p.company_id AND t.number = p.number
         LEFT JOIN person r ON r.company_id = p.company_id AND r.id = p.responsible_id
         LEFT JOIN customer k ON k.company_id = p.company_id AND k.id = p.customer_id
         LEFT JOIN customer_site s ON s.company_id = p.company_id AND s.id = p.site_id
         LEFT JOIN case_seen n ON n.company_id = p.company_id AND n.number = p.number AND n.changed
             AND n.person_id = ",
    );
    query.push_bind(matching.viewer().person.0).push(" ORDER BY ");
    let direction = if filter.sort.descending { " DESC" } else { "" };
    query.push("p.place_value").push(direction).push(", p.number").push(direction);
    let rows = query.build().persistent(matching.is_common()).fetch_all(&mut **tx).await?;
    let records = rows.iter().map(|row| {
        let place = Place { value: row.try_get("place_value")?, number: row.try_get("number")? };
        Ok((place, sqlx::FromRow::from_row(row)?))
    });
    records.collect()
}

/// "Inga öppna träffar, 3 bland stängda": only asked when nothing open was found.
async fn closed_matching(
    tx: &mut Tx,
    viewer: &Viewer,
    filter: &Filter,
    matching: Count,
) -> Result<Option<Count>> {
    if matching.counted > 0 || filter.effective_base() != Base::Open {
        return Ok(None);
    }
    let closed = Filter { base: Some(Base::Closed), ..filter.clone() };
    Ok(Some(count(&Matching::read(viewer, tx, &closed).await?, tx).await?))
}

/// Counts no further than [`Count::CAP`].
pub(super) async fn count(matching: &Matching<'_>, tx: &mut Tx) -> Result<Count> {
    if matching.surely_many() {
        return Ok(Count::of(i64::from(Count::CAP) + 1));
    }
    let mut query = QueryBuilder::<Postgres>::new("SELECT count(*) FROM (SELECT");
    matching.push(&mut query);
    query.push(" LIMIT ").push(Count::CAP + 1).push(") matching");
    let counted = query.build_query_scalar().persistent(matching.is_common()).fetch_one(&mut **tx).await?;
    Ok(Count::of(counted))
}

/// The counts of several filters, in one statement; each no further than [`Count::CAP`].
pub(crate) async fn counts(viewer: &Viewer, tx: &mut Tx, filters: &[Filter]) -> Result<Vec<Count>> {
    if filters.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = QueryBuilder::<Postgres>::new("SELECT ARRAY[");
    for (index, filter) in filters.iter().enumerate() {
        query.push(if index == 0 { "" } else { ", " });
        let matching = Matching::read(viewer, tx, filter).await?;
        match matching.surely_many() {
            true => {
                query.push(Count::CAP + 1).push("::bigint");
            }
            false => {
                query.push("(SELECT count(*) FROM (SELECT");
                matching.push(&mut query);
                query.push(" LIMIT ").push(Count::CAP + 1).push(") matching)");
            }
        }
    }
    query.push("]");
    let counted: Vec<i64> = query.build_query_scalar().persistent(false).fetch_one(&mut **tx).await?;
    Ok(counted.into_iter().map(Count::of).collect())
}
