//! The cases before and after one, in the list that one came from.

use super::{
    list::count,
    matching::Matching,
    order::{self, Place},
};
use crate::{Db, Result, Tx, visible};
use domain::{
    cases::{Count, Filter, Neighbours, Sort},
    ids::CaseNumber,
    people::Viewer,
};
use sqlx::{Postgres, QueryBuilder};

/// What stands before and after the case among the filter's cases, page by page regardless. The case
/// need not match any more: one may just have solved it. A case that the viewer does not see has none.
///
/// # Errors
/// When the database fails.
pub async fn neighbours(viewer: &Viewer, db: &Db, filter: &Filter, number: CaseNumber) -> Result<Neighbours> {
    let mut tx = db.begin(viewer).await?;
    let Some(place) = place_of(viewer, &mut tx, filter.sort, number).await? else {
        return Ok(Neighbours::default());
    };
    let first = first_by_number(viewer, &mut tx, filter).await?;
    let matching = Matching::read(viewer, &mut tx, filter).await?;
    if first == Some(number) {
        return Ok(Neighbours {
            place: Some((1, count(&matching, &mut tx).await?)),
            previous: None,
            next: next(&matching, &mut tx, filter.sort, None, first).await?,
        });
    }
    let backwards = Sort { descending: !filter.sort.descending, ..filter.sort };
    Ok(Neighbours {
        place: counted_place(&matching, &mut tx, filter.sort, (number, place), first).await?,
        previous: next(&matching, &mut tx, backwards, Some(place), first).await?.or(first),
        next: next(&matching, &mut tx, filter.sort, Some(place), first).await?,
    })
}

/// The case whose number was searched for, if it is one of the filter's: it stands first, wherever the order would
/// have it.
async fn first_by_number(viewer: &Viewer, tx: &mut Tx, filter: &Filter) -> Result<Option<CaseNumber>> {
    let matching = Matching::read(viewer, tx, filter).await?;
    let Some(number) = matching.number() else { return Ok(None) };
    let is_there = count(&matching.among(&[number]), tx).await?.counted > 0;
    Ok(is_there.then_some(number))
}

async fn place_of(viewer: &Viewer, tx: &mut Tx, sort: Sort, number: CaseNumber) -> Result<Option<Place>> {
    let mut query = QueryBuilder::<Postgres>::new("SELECT ");
    query.push(order::place_value(sort.key)).push(" FROM cases c WHERE c.company_id = ");
    query.push_bind(viewer.company.0).push(" AND c.number = ").push_bind(number.0);
    visible::push(&mut query, viewer);
    let value = query.build_query_scalar().fetch_optional(&mut **tx).await?;
    Ok(value.map(|value| Place { value, number: number.0 }))
}

/// How many stand before it in the list, itself included, and how many there are in all.
async fn counted_place(
    matching: &Matching<'_>,
    tx: &mut Tx,
    sort: Sort,
    (number, place): (CaseNumber, Place),
    first: Option<CaseNumber>,
) -> Result<Option<(i32, Count)>> {
    let mut query = QueryBuilder::<Postgres>::new("SELECT EXISTS(SELECT");
    matching.push(&mut query);
    query.push(" AND c.number = ").push_bind(number.0).push("), (SELECT count(*) FROM (SELECT");
    matching.push(&mut query);
    push_without(&mut query, first);
    let backwards = Sort { descending: !sort.descending, ..sort };
    order::push_after(&mut query, backwards, place, matching.is_common());
    query.push(" LIMIT ").push(Count::CAP).push(") before)");
    let counted = query.build_query_as().persistent(matching.is_common()).fetch_one(&mut **tx);
    let (is_there, before): (bool, i64) = counted.await?;
    let before = i32::try_from(before).unwrap_or(Count::CAP);
    if !is_there || before == Count::CAP {
        return Ok(None);
    }
    let before = before + i32::from(first.is_some());
    Ok(Some((before + 1, count(matching, tx).await?)))
}

/// The next one after that place, or the first of all; not the one that stands first by its number.
async fn next(
    matching: &Matching<'_>,
    tx: &mut Tx,
    sort: Sort,
    after: Option<Place>,
    first: Option<CaseNumber>,
) -> Result<Option<CaseNumber>> {
    let mut query = QueryBuilder::<Postgres>::new("SELECT c.number");
    matching.push(&mut query);
    push_without(&mut query, first);
    if let Some(place) = after {
        order::push_after(&mut query, sort, place, matching.is_common());
    }
    order::push_order(&mut query, sort);
    query.push(" LIMIT 1");
    let number = query.build_query_scalar().persistent(matching.is_common()).fetch_optional(&mut **tx);
    Ok(number.await?.map(CaseNumber))
}

fn push_without(query: &mut QueryBuilder<Postgres>, first: Option<CaseNumber>) {
    if let Some(number) = first {
        query.push(" AND c.number <> ").push_bind(number.0);
    }
}
