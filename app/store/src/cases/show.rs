//! The page of one case.

use super::{relations::relations, row::row, seen, timeline::timeline};
use crate::{Db, Result, Tx, files, notifications, visible};
use domain::{
    cases::{CaseDetail, CaseRow, Count, CustomerCard},
    customers::SecretKind,
    ids::{CaseNumber, CustomerId, PersonId, SiteId},
    people::{Person, Viewer},
    phone::Phone,
    policy::{self, Action},
    problem::Problem,
};

/// All that is known about a case, as it stands now. The viewer has looked at it then,
/// and read what there was to tell of it.
///
/// # Errors
/// Not found, also when the viewer does not see it.
pub async fn show(viewer: &Viewer, db: &Db, number: CaseNumber) -> Result<CaseDetail> {
    let mut tx = db.begin(viewer).await?;
    let row = row(viewer, &mut tx, number).await?;
    let (body, created_by, can_go_back) = body_and_creator(viewer, &mut tx, number).await?;
    let customer = match &row.customer {
        Some((id, _)) => customer_card(viewer, &mut tx, *id, row.site.as_ref().map(|(id, _)| *id)).await?,
        None => None,
    };
    let (files, removed_files) = files::of_case(viewer, &mut tx, number).await?;
    let mut detail = CaseDetail {
        watched: notifications::is_watched(viewer, &mut tx, number).await?,
        body,
        created_by,
        customer,
        participants: participants(viewer, &mut tx, number).await?,
        relations: relations(viewer, &mut tx, number).await?,
        can_go_back,
        timeline: timeline(viewer, &mut tx, number).await?,
        files,
        removed_files,
        row: CaseRow { changed: false, ..row },
        unread: None,
    };
    let is_new = seen::look(viewer, &mut tx, number).await?;
    if notifications::read_about(viewer, &mut tx, number).await? {
        detail.unread = Some(Count::of(notifications::unread(viewer, &mut tx).await?));
    }
    if is_new || detail.unread.is_some() {
        tx.commit().await?;
    }
    Ok(detail)
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

/// The place is the case's site, else the customer's default one.
async fn customer_card(
    viewer: &Viewer,
    tx: &mut Tx,
    id: CustomerId,
    site: Option<SiteId>,
) -> Result<Option<CustomerCard>> {
    let record = sqlx::query!(
        r#"SELECT k.name, k.phone, k.email, k.field_notes, s.id AS "site?",
               nullif(concat_ws(', ', nullif(s.street, ''),
                   nullif(concat_ws(' ', nullif(s.postal_code, ''), nullif(s.town, '')), '')), '') AS address,
               EXISTS (SELECT FROM customer_site o
                       WHERE o.company_id = k.company_id AND o.customer_id = k.id AND o.active) AS "has_sites!",
               ARRAY(SELECT x.kind FROM site_secret x
                     WHERE x.company_id = k.company_id AND x.site_id = s.id AND s.active
                       AND ($3::int IS NULL OR EXISTS (
                           SELECT FROM cases c JOIN cases_given_to($3) v ON v.number = c.number
                           WHERE c.company_id = s.company_id AND c.is_open AND c.customer_id = s.customer_id
                             AND (c.site_id = s.id OR c.site_id IS NULL AND s.is_default)))) AS "secrets!",
               (SELECT count(*) FROM (
                   SELECT FROM cases c
                   WHERE c.company_id = k.company_id AND c.customer_id = k.id AND c.is_open
                     AND ($3::int IS NULL OR EXISTS (SELECT FROM cases_concerning($3) v WHERE v.number = c.number))
                   LIMIT $4) counted) AS "open_cases!"
           FROM customer k
           LEFT JOIN customer_site s ON s.company_id = k.company_id AND s.customer_id = k.id
               AND (s.id = $5 OR $5 IS NULL AND s.is_default)
           WHERE k.company_id = $1 AND k.id = $2"#,
        viewer.company.0,
        id.0,
        visible::only_concerning(viewer),
        i64::from(Count::CAP) + 1,
        site.map(|site| site.0),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(record.map(|record| CustomerCard {
        id,
        name: record.name,
        phone: record.phone.map(Phone::kept),
        email: record.email,
        address: record.address,
        has_sites: record.has_sites,
        field_notes: record.field_notes,
        secrets: match record.site.filter(|_| policy::can(viewer, Action::ShowSecrets)) {
            Some(site) => secrets(&record.secrets).map(|kind| (SiteId(site), kind)).collect(),
            None => Vec::new(),
        },
        open_cases: Count::of(record.open_cases),
    }))
}

/// In the order of cards.
fn secrets(kinds: &[String]) -> impl Iterator<Item = SecretKind> {
    SecretKind::ALL.into_iter().filter(|kind| kinds.iter().any(|known| known == kind.as_str()))
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
