//! Which cases a viewer sees: the one place that says so.
//!
//! Every statement that reads `cases c` on somebody's behalf carries this condition. What one may
//! not see does not exist: it is missing in lists and counts, and asked for by number it is not found.

use domain::{
    people::{Role, Viewer},
    policy,
};
use sqlx::{Postgres, QueryBuilder};

/// Persons count from 1, so no case concerns this one.
const NOBODY: i32 = 0;

/// The person whom a case must concern for this viewer to see it; none: all of the company's are
/// seen. A fixed statement binds it and says
///
/// ```sql
/// AND ($3::int IS NULL OR EXISTS (SELECT FROM cases_concerning($3) v WHERE v.number = c.number))
/// ```
pub(crate) const fn only_concerning(viewer: &Viewer) -> Option<i32> {
    match viewer.role {
        _ if policy::sees_all_cases(viewer) => None,
        Role::Customer => Some(NOBODY),
        _ => Some(viewer.person.0),
    }
}

/// Appends the condition to a statement that is put together; `c` is the case.
pub(crate) fn push(query: &mut QueryBuilder<Postgres>, viewer: &Viewer) {
    push_number(query, viewer, "c.number");
}

/// Appends the condition to a statement about what belongs to a case; `number` is the case's.
pub(crate) fn push_number(query: &mut QueryBuilder<Postgres>, viewer: &Viewer, number: &str) {
    if let Some(person) = only_concerning(viewer) {
        query
            .push(" AND ")
            .push(number)
            .push(" IN (SELECT number FROM cases_concerning(")
            .push_bind(person)
            .push("))");
    }
}
