//! The card of one employee.

use super::{list::employee, see};
use crate::{Db, Result, Tx, cases};
use domain::{
    cases::{Filter, Responsible, Sort, SortKey},
    employees::{Access, EmployeeCard},
    ids::PersonId,
    people::Viewer,
    problem::Problem,
};

/// Rows of a card's lists.
const ROWS: usize = 10;

/// The employee, how they come in, and the beginning of their lists, what is due first standing first.
///
/// # Errors
/// Forbidden; not found.
pub async fn show(viewer: &Viewer, db: &Db, id: PersonId) -> Result<EmployeeCard> {
    see(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let employee = employee(viewer, &mut tx, id).await?.ok_or(Problem::NotFound)?;
    let sort = Sort { key: SortKey::Due, descending: false };
    let them = vec![Responsible::Person(id)];
    let responsible = Filter { responsible: them.clone(), sort, ..Filter::default() };
    let linked = Filter { participants: them, sort, ..Filter::default() };
    let glances = cases::glances(viewer, &mut tx, &[(responsible, ROWS), (linked, ROWS)], false).await?;
    let [responsible, linked] = glances.try_into().unwrap_or_default();
    Ok(EmployeeCard { access: access(viewer, &mut tx, id).await?, responsible, linked, employee })
}

async fn access(viewer: &Viewer, tx: &mut Tx, id: PersonId) -> Result<Access> {
    let record = sqlx::query!(
        r#"SELECT p.password_hash IS NOT NULL AS "has_password!",
               (SELECT i.expires_at AT TIME ZONE 'Europe/Stockholm' FROM invitation i
                WHERE i.company_id = p.company_id AND i.person_id = p.id AND i.expires_at > now()) AS invited_until,
               (SELECT max(s.seen_at) AT TIME ZONE 'Europe/Stockholm' FROM session s
                WHERE s.company_id = p.company_id AND s.person_id = p.id) AS seen_at
           FROM person p WHERE p.company_id = $1 AND p.id = $2"#,
        viewer.company.0,
        id.0
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(Access {
        has_password: record.has_password,
        invited_until: record.invited_until,
        seen_at: record.seen_at,
    })
}
