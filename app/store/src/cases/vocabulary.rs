//! The company's own words.

use super::row::person;
use crate::{Db, Error, Result, Tx};
use domain::{
    cases::{CaseType, Hue, Status, Symbol, Team, Unused, Vocabulary},
    ids::{CompanyId, StatusId, TeamId, TypeId},
    people::Viewer,
};

/// Statuses, types and teams in the company's order, hidden ones included, and what it does without.
///
/// # Errors
/// When the database fails.
pub async fn vocabulary(viewer: &Viewer, db: &Db) -> Result<Vocabulary> {
    let mut tx = db.begin(viewer).await?;
    vocabulary_in(&mut tx, viewer.company).await
}

/// The same, as a part of what the transaction does.
pub(crate) async fn vocabulary_in(tx: &mut Tx, company: CompanyId) -> Result<Vocabulary> {
    Ok(Vocabulary {
        statuses: statuses(tx, company).await?,
        types: types(tx, company).await?,
        teams: teams(tx, company).await?,
        unused: unused(tx, company).await?,
    })
}

/// The statuses alone.
pub(crate) async fn statuses(tx: &mut Tx, company: CompanyId) -> Result<Vec<Status>> {
    let records = sqlx::query!(
        "SELECT id, slug, name, is_open, symbol, hue, is_initial, hidden, merged_into FROM case_status
         WHERE company_id = $1 ORDER BY position, id",
        company.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let statuses = records.into_iter().map(|record| {
        Ok(Status {
            id: StatusId(record.id),
            slug: record.slug,
            name: record.name,
            is_open: record.is_open,
            symbol: Symbol::parse(&record.symbol)
                .ok_or(Error::Unreadable { what: "a symbol", value: record.symbol })?,
            hue: Hue::parse(&record.hue).ok_or(Error::Unreadable { what: "a hue", value: record.hue })?,
            is_initial: record.is_initial,
            hidden: record.hidden,
            merged_into: record.merged_into.map(StatusId),
        })
    });
    statuses.collect()
}

/// The types alone.
pub(crate) async fn types(tx: &mut Tx, company: CompanyId) -> Result<Vec<CaseType>> {
    let records = sqlx::query!(
        r#"SELECT t.id, t.slug, t.name, t.due_days, p.id AS "responsible_id?", p.name AS "responsible_name?", t.hidden,
               t.merged_into
           FROM case_type t
           LEFT JOIN person p ON p.company_id = t.company_id AND p.id = t.responsible_id AND p.active
           WHERE t.company_id = $1 ORDER BY t.position, t.id"#,
        company.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let types = records.into_iter().map(|record| CaseType {
        id: TypeId(record.id),
        slug: record.slug,
        name: record.name,
        due_days: record.due_days,
        responsible: person(record.responsible_id, record.responsible_name),
        hidden: record.hidden,
        merged_into: record.merged_into.map(TypeId),
    });
    Ok(types.collect())
}

pub(crate) async fn teams(tx: &mut Tx, company: CompanyId) -> Result<Vec<Team>> {
    let records = sqlx::query!(
        "SELECT id, slug, name, hidden FROM team WHERE company_id = $1 ORDER BY position, id",
        company.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let teams = records.into_iter().map(|record| Team {
        id: TeamId(record.id),
        slug: record.slug,
        name: record.name,
        hidden: record.hidden,
    });
    Ok(teams.collect())
}

async fn unused(tx: &mut Tx, company: CompanyId) -> Result<Unused> {
    let names = sqlx::query_scalar!("SELECT unused FROM company WHERE id = $1", company.0);
    Ok(names.fetch_optional(&mut **tx).await?.map(Unused::named).unwrap_or_default())
}
