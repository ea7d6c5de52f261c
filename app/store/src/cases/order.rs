//! The order of the list and the place in it where a page begins.
//!
//! Every order is (value, number), both the same way, so one index serves it in both directions and
//! a page begins by its place, however deep. A place is the value as a whole number and the case's
//! number.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use domain::cases::{Cursor, Sort, SortKey};
use sqlx::{Postgres, QueryBuilder};

/// Where in an order a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Microseconds since 1970, days since 2000, a priority; nothing when sorted by number alone.
    pub(super) value: i64,
    pub(super) number: i32,
}

/// What [`Place::value`] is without a due date: after all days.
const NO_DAY: i64 = i32::MAX as i64;

/// The day that a case is due, after all days when it is not: in the words of its index.
pub(super) const DUE: &str = "(CASE WHEN c.due_on IS NULL THEN 'infinity' ELSE c.due_on END)";

/// The value that an order sorts by.
const fn value(key: SortKey) -> Option<&'static str> {
    match key {
        SortKey::Created => Some("c.created_at"),
        SortKey::Due => Some(DUE),
        SortKey::Priority => Some("c.priority"),
        SortKey::Updated => Some("c.updated_at"),
        SortKey::Number => None,
    }
}

/// SQL for [`Place::value`].
pub(super) const fn place_value(key: SortKey) -> &'static str {
    match key {
        SortKey::Created => "(extract(epoch FROM c.created_at) * 1000000)::bigint",
        SortKey::Due => "coalesce(c.due_on - date '2000-01-01', 2147483647)::bigint",
        SortKey::Priority => "c.priority::bigint",
        SortKey::Updated => "(extract(epoch FROM c.updated_at) * 1000000)::bigint",
        SortKey::Number => "0::bigint",
    }
}

/// Appends ORDER BY.
pub(super) fn push_order(query: &mut QueryBuilder<Postgres>, sort: Sort) {
    let direction = if sort.descending { " DESC" } else { "" };
    query.push(" ORDER BY ");
    if let Some(value) = value(sort.key) {
        query.push(value).push(direction).push(", ");
    }
    query.push("c.number").push(direction);
}

/// Appends the condition that only what follows `place` is seen. When one plan is to serve all places, each stands
/// behind a SELECT: what the planner does not see it does not plan for anew.
pub(super) fn push_after(query: &mut QueryBuilder<Postgres>, sort: Sort, place: Place, is_common: bool) {
    let beyond = if sort.descending { " < " } else { " > " };
    let select = if is_common { "SELECT " } else { "" };
    let Some(value) = value(sort.key) else {
        query.push(" AND c.number").push(beyond).push("(").push(select).push_bind(place.number).push(")");
        return;
    };
    query.push(" AND (").push(value).push(", c.number)").push(beyond).push("((").push(select);
    match sort.key {
        SortKey::Created | SortKey::Updated => query.push_bind(moment(place.value)),
        SortKey::Due => query.push("coalesce(").push_bind(day(place.value)).push(", 'infinity'::date)"),
        SortKey::Priority | SortKey::Number => {
            query.push_bind(i16::try_from(place.value).unwrap_or(i16::MAX))
        }
    };
    query.push("), (").push(select).push_bind(place.number).push("))");
}

/// The place as the address carries it.
pub(super) fn cursor(key: SortKey, place: Place) -> Cursor {
    Cursor(format!("{}.{}.{}", key.slug(), place.value, place.number))
}

/// The place that an address carries; none, and with it the first page, when it is malformed or of
/// another order.
pub(super) fn place(key: SortKey, cursor: &Cursor) -> Option<Place> {
    let mut parts = cursor.0.split('.');
    let (slug, value, number) = (parts.next()?, parts.next()?, parts.next()?);
    let place = Place { value: value.parse().ok()?, number: number.parse().ok()? };
    let exists = match key {
        SortKey::Created | SortKey::Updated => moment(place.value).is_some(),
        SortKey::Due => place.value == NO_DAY || day(place.value).is_some(),
        SortKey::Priority => (0..=5).contains(&place.value),
        SortKey::Number => true,
    };
    (slug == key.slug() && exists && parts.next().is_none()).then_some(place)
}

/// Only of the years that both sides know.
fn moment(value: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_micros(value).filter(|moment| (1..=9999).contains(&moment.year()))
}

/// None for [`NO_DAY`] and what is no day.
fn day(value: i64) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2000, 1, 1)?;
    first.checked_add_signed(TimeDelta::try_days(value)?).filter(|day| (1..=9999).contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_survives_the_address() {
        for (key, value) in
            [(SortKey::Created, 1_795_000_000_123_456), (SortKey::Due, NO_DAY), (SortKey::Due, -3)]
        {
            let here = Place { value, number: 2411 };
            assert_eq!(place(key, &cursor(key, here)), Some(here));
        }
    }

    #[test]
    fn a_malformed_place_is_none() {
        let malformed = [
            "",
            "x",
            "skapad",
            "skapad.1",
            "skapad.1.2.3",
            "skapad.a.1",
            "skapad.1.a",
            "nr.0.7",
            "skapad.9223372036854775807.1",
            "skapad.-9223372036854775808.1",
            "skapad.1.99999999999",
        ];
        for text in malformed {
            assert_eq!(place(SortKey::Created, &Cursor(text.into())), None, "{text}");
        }
        assert_eq!(place(SortKey::Due, &Cursor("forfaller.9000000000000000000.1".into())), None);
        assert_eq!(place(SortKey::Priority, &Cursor("prioritet.6.1".into())), None);
    }
}
