//! One page of the list.

use super::{
    matching::Matching,
    order::{self, Place},
    row::{Record, rows},
};
use crate::{Db, Result, Tx, find};
use domain::{
    cases::{Base, CasePage, CaseRow, Count, Filter, Glance},
    find::FittingCustomers,
    ids::CaseNumber,
    people::Viewer,
};
use sqlx::{Postgres, QueryBuilder, Row};
use std::collections::{BTreeSet, HashMap};

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

/// The first rows of each filter's cases, so many of each, and how many there are: for pages that show a few of
/// several lists. `is_common`: the same for everybody, so that one plan serves all; any other is planned for its values,
/// see [`Matching::is_common`].
pub(crate) async fn glances(
    viewer: &Viewer,
    tx: &mut Tx,
    wanted: &[(Filter, usize)],
    is_common: bool,
) -> Result<Vec<Glance>> {
    let found = first(viewer, tx, wanted, is_common).await?;
    let listed: BTreeSet<i32> = found.iter().flat_map(|(_, numbers)| numbers).copied().collect();
    let records = rows(viewer, tx, &listed.into_iter().collect::<Vec<_>>()).await?;
    let known = records.into_iter().map(|record| Ok((record.number, record.into_row()?)));
    let known: HashMap<i32, CaseRow> = known.collect::<Result<_>>()?;
    let glances = found.into_iter().map(|(matching, numbers)| Glance {
        rows: numbers.iter().filter_map(|number| known.get(number).cloned()).collect(),
        matching,
    });
    Ok(glances.collect())
}

/// How many cases each filter has, and the first ones of them: in one statement.
async fn first(
    viewer: &Viewer,
    tx: &mut Tx,
    wanted: &[(Filter, usize)],
    is_common: bool,
) -> Result<Vec<(Count, Vec<i32>)>> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = QueryBuilder::<Postgres>::new("SELECT ");
    for (index, (filter, rows)) in wanted.iter().enumerate() {
        let matching = Matching::read(viewer, tx, filter).await?;
        query.push(if index == 0 { "" } else { ", " });
        push_known_count(&matching, &mut query);
        query.push(", ARRAY(SELECT c.number");
        matching.push(&mut query);
        order::push_order(&mut query, filter.sort);
        query.push(" LIMIT ").push(rows).push(")");
    }
    let row = query.build().persistent(is_common).fetch_one(&mut **tx).await?;
    let found = (0..wanted.len()).map(|index| {
        let matching = Count::of(row.try_get(2 * index)?);
        Ok((matching, row.try_get(2 * index + 1)?))
    });
    found.collect()
}

/// At most so many rows: one more than is shown tells whether there is a next page. Which they are is planned for the
/// filter's values; what they show, out of six tables, only once: to plan that took longer than to read it.
pub(super) async fn page(
    matching: &Matching<'_>,
    tx: &mut Tx,
    filter: &Filter,
    most: usize,
) -> Result<Vec<(Place, Record)>> {
    let places = places(matching, tx, filter, most).await?;
    let numbers: Vec<_> = places.iter().map(|place| place.number).collect();
    let mut places = places.into_iter();
    let records = rows(matching.viewer(), tx, &numbers).await?.into_iter();
    Ok(records
        .filter_map(|record| Some((places.find(|place| place.number == record.number)?, record)))
        .collect())
}

/// Which cases such a page has, in order.
async fn places(matching: &Matching<'_>, tx: &mut Tx, filter: &Filter, most: usize) -> Result<Vec<Place>> {
    let mut query = QueryBuilder::<Postgres>::new("SELECT c.number, ");
    query.push(order::place_value(filter.sort.key));
    matching.push(&mut query);
    if let Some(place) = filter.after.as_ref().and_then(|after| order::place(filter.sort.key, after)) {
        order::push_after(&mut query, filter.sort, place, matching.is_common());
    }
    order::push_order(&mut query, filter.sort);
    query.push(" LIMIT ").push(most);
    let places: Vec<(i32, i64)> =
        query.build_query_as().persistent(matching.is_common()).fetch_all(&mut **tx).await?;
    Ok(places.into_iter().map(|(number, value)| Place { value, number }).collect())
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
        push_known_count(&Matching::read(viewer, tx, filter).await?, &mut query);
    }
    query.push("]");
    let counted: Vec<i64> = query.build_query_scalar().persistent(false).fetch_one(&mut **tx).await?;
    Ok(counted.into_iter().map(Count::of).collect())
}

/// Appends how many match, as an expression; as far as it is known already, as a number.
fn push_known_count(matching: &Matching<'_>, query: &mut QueryBuilder<Postgres>) {
    match matching.surely_many() {
        true => {
            query.push(Count::CAP + 1).push("::bigint");
        }
        false => push_count(matching, query, |_| ()),
    }
}

/// Appends how many match, and `more` besides, as an expression; counted no further than [`Count::CAP`].
pub(super) fn push_count(
    matching: &Matching<'_>,
    query: &mut QueryBuilder<Postgres>,
    more: impl FnOnce(&mut QueryBuilder<Postgres>),
) {
    query.push("(SELECT count(*) FROM (SELECT");
    matching.push(query);
    more(query);
    query.push(" LIMIT ").push(Count::CAP + 1).push(") matching)");
}
