//! Who has a case open: told to all server processes on the database, kept in none of its tables.

use crate::{Db, Result, visible};
use domain::{
    ids::{CaseNumber, CompanyId, PersonId},
    people::Viewer,
    presence::Doing,
    problem::Problem,
};

/// Where it is told.
pub(crate) const CHANNEL: &str = "arende_presence";

/// One page of somebody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// The tenant.
    pub company: CompanyId,
    /// The case that it shows.
    pub case: CaseNumber,
    /// Whose.
    pub person: PersonId,
    /// Tells it from others of theirs.
    pub page: u32,
    /// What they do there.
    pub doing: Doing,
    /// Their name.
    pub name: String,
}

impl Announced {
    /// `7 2411 3 5 e Sofia Berg`
    fn write(&self) -> String {
        let Self { company, case, person, page, doing, name } = self;
        format!("{company} {case} {person} {page} {} {name}", doing.as_str())
    }

    /// None of what another program may say on the channel.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(6, ' ');
        Some(Self {
            company: parts.next()?.parse().ok()?,
            case: parts.next()?.parse().ok()?,
            person: parts.next()?.parse().ok()?,
            page: parts.next()?.parse().ok()?,
            doing: Doing::parse(parts.next()?)?,
            name: parts.next()?.to_owned(),
        })
    }
}

/// Says what the viewer does with a case on one page of theirs.
///
/// # Errors
/// Not found, also when the viewer does not see the case; but whoever leaves one that is theirs no more has left.
pub async fn announce(viewer: &Viewer, db: &Db, case: CaseNumber, page: u32, doing: Doing) -> Result<()> {
    let name = viewer.name.chars().take(100).collect();
    let announced = Announced { company: viewer.company, case, person: viewer.person, page, doing, name };
    let mut tx = db.begin(viewer).await?;
    let told = sqlx::query!(
        r#"SELECT pg_notify($4, $5) AS "told!: ()" FROM cases c WHERE c.company_id = $1 AND c.number = $2
             AND ($3::int IS NULL OR EXISTS (SELECT FROM cases_concerning($3) v WHERE v.number = c.number))"#,
        viewer.company.0,
        case.0,
        visible::only_concerning(viewer),
        CHANNEL,
        announced.write(),
    )
    .fetch_optional(&mut *tx)
    .await?;
    match told {
        Some(_) => Ok(tx.commit().await?),
        None if doing == Doing::Gone => Ok(()),
        None => Err(Problem::NotFound.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_announced_survives_the_channel() {
        let announced = Announced {
            company: CompanyId(7),
            case: CaseNumber(2411),
            person: PersonId(3),
            page: 5,
            doing: Doing::Editing,
            name: "Sofia Berg".into(),
        };
        assert_eq!(Announced::read(&announced.write()), Some(announced));
        assert_eq!(Announced::read("7 2411 3 5 x Sofia"), None);
    }
}
