//! The page of one case.

use super::{relations::relations, row::row, timeline::timeline};
use crate::{Db, Result, Tx, visible};
use domain::{
    cases::{CaseDetail, Count, CustomerCard},
    ids::{CaseNumber, CustomerId, PersonId},
    people::{Person, Viewer},
    problem::Problem,
};

/// All that is known about a case, as it stands now.
///
/// # Errors
/// Not found, also when the viewer does not see it.
pub async fn show(viewer: &Viewer, db: &Db, number: CaseNumber) -> Result<CaseDetail> {
    let mut tx = db.begin(viewer).await?;
    let row = row(viewer, &mut tx, number).await?;
    let (body, created_by, can_go_back) = body_and_creator(viewer, &mut tx, number).await?;
    let customer = match &row.customer {
        Some((id, _)) => customer_card(viewer, &mut tx, *id).await?,
        None => None,
    };
    Ok(CaseDetail {
        body,
        created_by,
        customer,
        participants: participants(viewer, &mut tx, number).await?,
        relations: relations(viewer, &mut tx, number).await?,
        can_go_back,
        timeline: timeline(viewer, &mut tx, number).await?,
        row,
    })
}

async fn body_and_creator(
    viewer: &Viewer,
    tx: &mut Tx,
    number: CaseNumber,
) -> Result<(String, Person, bool)> {
    let record = sqlx::query!(
        r#"SELECT t.body, p.id, p.name, (p.active AND p.role <> 'customer' AND p.id <> $3) AS "can_go_back!"
         FROM cases c
         JOIN case_text t ON t.company_id = c.company_id AND t.number = c.number
         JOIN person p ON p.company_id = c.company_id AND p.id = c.created_by
         WHERE c.company_id = $1 AND c.number = $2"#,
        viewer.company.0,
        number.0,
        viewer.person.0
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Problem::NotFound)?;
    let creator = Person { id: PersonId(record.id), name: record.name };
    Ok((record.body, creator, record.can_go_back))
}

async fn customer_card(viewer: &Viewer, tx: &mut Tx, id: CustomerId) -> Result<Option<CustomerCard>> {
    let record = sqlx::query!(
        r#"SELECT k.name, k.phone, k.email,
               nullif(concat_ws(', ', nullif(k.street, ''),
                   nullif(concat_ws(' ', nullif(k.postal_code, ''), nullif(k.town, '')), '')), '') AS address,
               (SELECT count(*) FROM (
                   SELECT FROM cases c
                   WHERE c.company_id = k.company_id AND c.customer_id = k.id AND c.is_open
                     AND ($3::int IS NULL OR EXISTS (SELECT FROM cases_concerning($3) v WHERE v.number = c.number))
                   LIMIT $4) counted) AS "open_cases!"
           FROM customer k
           WHERE k.company_id = $1 AND k.id = $2"#,
        viewer.company.0,
        id.0,
        visible::only_concerning(viewer),
        i64::from(Count::CAP) + 1,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(record.map(|record| CustomerCard {
        id,
        name: record.name,
        phone: record.phone,
        email: record.email,
        address: record.address,
        open_cases: Count::of(record.open_cases),
    }))
}

/// The linked colleagues by name. The caller has made sure that the viewer sees the case.
pub(super) async fn participants(viewer: &Viewer, tx: &mut Tx, number: CaseNumber) -> Result<Vec<Person>> {
    let records = sqlx::query!(
        r#"SELECT p.id, p.name
           FROM case_participant l
           JOIN person p ON p.company_id = l.company_id AND p.id = l.person_id
           WHERE l.company_id = $1 AND l.number = $2
           ORDER BY p.name COLLATE "sv-x-icu", p.id"#,
        viewer.company.0,
        number.0
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(records.into_iter().map(|record| Person { id: PersonId(record.id), name: record.name }).collect())
}
