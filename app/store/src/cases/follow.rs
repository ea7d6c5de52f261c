//! What has become of a page of the list since it was asked for.

use super::{
    list::{count, page},
    matching::Matching,
    order::{self, Place},
};
use crate::{Db, Result};
use domain::{
    cases::{Base, Cursor, Filter, Followed},
    ids::CaseNumber,
    people::Viewer,
};
use sqlx::{Postgres, QueryBuilder};

/// How those of the cases stand that the viewer sees, for a page of the filter's cases that begins at
/// its cursor and ends at `until`, or with the last case. Of more than [`Followed::MOST`] only the first.
///
/// # Errors
/// When the database fails.
pub async fn follow(
    viewer: &Viewer,
    db: &Db,
    filter: &Filter,
    until: Option<&Cursor>,
    cases: &[CaseNumber],
) -> Result<Followed> {
    let cases = &cases[..cases.len().min(Followed::MOST)];
    let mut tx = db.begin(viewer).await?;
    let everything = Filter { base: Some(Base::All), ..Filter::default() };
    let seen = Matching::read(viewer, &mut tx, &everything).await?.among(cases);
    let rows = page(&seen, &mut tx, &everything, cases.len()).await?;
    let matching = Matching::read(viewer, &mut tx, filter).await?;
    let all = count(&matching, &mut tx).await?;
    let open = match filter.is_narrowed() {
        true => count(&Matching::read(viewer, &mut tx, &Filter::default()).await?, &mut tx).await?,
        false => all,
    };
    let matching = matching.among(cases);
    let mut query = QueryBuilder::<Postgres>::new("SELECT c.number, ");
    query.push(order::place_value(filter.sort.key));
    matching.push(&mut query);
    let matching: Vec<(i32, i64)> =
        query.build_query_as().persistent(matching.is_common()).fetch_all(&mut *tx).await?;
    let bound = |cursor: Option<&Cursor>| cursor.and_then(|cursor| order::place(filter.sort.key, cursor));
    let (from, until) = (bound(filter.after.as_ref()), bound(until));
    let is_beyond = |place: Place, bound: Place| match filter.sort.descending {
        true => place < bound,
        false => place > bound,
    };
    let is_here = |&(number, value): &(i32, i64)| {
        let place = Place { value, number };
        from.is_none_or(|from| is_beyond(place, from)) && until.is_none_or(|until| !is_beyond(place, until))
    };
    Ok(Followed {
        rows: rows.into_iter().map(|(_, record)| record.into_row()).collect::<Result<_>>()?,
        here: matching.iter().filter(|found| is_here(found)).map(|(number, _)| CaseNumber(*number)).collect(),
        matching: matching.iter().map(|(number, _)| CaseNumber(*number)).collect(),
        count: all,
        open,
    })
}
