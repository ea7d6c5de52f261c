//! The company's own words.

use crate::{Db, Error, Result, Tx};
use domain::{
    cases::{CaseType, Hue, Status, Symbol, Team, Vocabulary},
    ids::{CompanyId, StatusId, TeamId, TypeId},
    people::Viewer,
};

/// Statuses, types and teams in the company's order, hidden ones included.
///
/// # Errors
/// When the database fails.
pub async fn vocabulary(viewer: &Viewer, db: &Db) -> Result<Vocabulary> {
    let mut tx = db.begin(viewer).await?;
    Ok(Vocabulary {
        statuses: statuses(&mut tx, viewer.company).await?,
        types: types(&mut tx, viewer.company).await?,
        teams: teams(&mut tx, viewer.company).await?,
    })
}

async fn statuses(tx: &mut Tx, company: CompanyId) -> Result<Vec<Status>> {
    let records = sqlx::query!(
        "SELECT id, slug, name, is_open, symbol, hue, hidden FROM case_status
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
            hidden: record.hidden,
        })
    });
    statuses.collect()
}

async fn types(tx: &mut Tx, company: CompanyId) -> Result<Vec<CaseType>> {
    let records = sqlx::query!(
        "SELECT id, slug, name, hidden FROM case_type WHERE company_id = $1 ORDER BY position, id",
        company.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let types = records.into_iter().map(|record| CaseType {
        id: TypeId(record.id),
        slug: record.slug,
        name: record.name,
        hidden: record.hidden,
    });
    Ok(types.collect())
}

async fn teams(tx: &mut Tx, company: CompanyId) -> Result<Vec<Team>> {
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
