//! Cases held still while they are changed.

use super::row;
use crate::{Result, Tx, visible};
use chrono::{NaiveDate, NaiveDateTime};
use domain::{
    cases::{Channel, Edit, Priority},
    events::Change,
    format::machine_moment,
    ids::{CaseNumber, CustomerId, PersonId, SiteId, StatusId, TeamId, TypeId},
    people::Viewer,
    problem::Problem,
};

/// A case's properties, which nobody else can change before the transaction ends.
#[derive(Clone, Debug)]
pub(crate) struct Locked {
    pub(super) number: CaseNumber,
    pub(super) version: i32,
    pub(super) is_open: bool,
    pub(super) customer: Option<CustomerId>,
    site: Option<SiteId>,
    pub(super) status: StatusId,
    pub(super) priority: Priority,
    pub(super) channel: Channel,
    pub(super) case_type: Option<TypeId>,
    pub(super) responsible: Option<PersonId>,
    team: Option<TeamId>,
    due_on: Option<NaiveDate>,
    created_at: NaiveDateTime,
}

impl Locked {
    /// What `edit` changes here; none when the case has that value already.
    pub(super) fn change(&self, edit: Edit) -> Option<Change> {
        match edit {
            Edit::Status(to) => differ(self.status, to).map(|(from, to)| Change::Status { from, to }),
            Edit::Priority(to) => differ(self.priority, to).map(|(from, to)| Change::Priority { from, to }),
            Edit::Type(to) => differ(self.case_type, to).map(|(from, to)| Change::Type { from, to }),
            Edit::Channel(to) => differ(self.channel, to).map(|(from, to)| Change::Channel { from, to }),
            Edit::Responsible(to) => {
                differ(self.responsible, to).map(|(from, to)| Change::Responsible { from, to })
            }
            Edit::Team(to) => differ(self.team, to).map(|(from, to)| Change::Team { from, to }),
            Edit::DueOn(to) => differ(self.due_on, to).map(|(from, to)| Change::DueOn { from, to }),
            Edit::Customer(to) => differ(self.customer, to).map(|(from, to)| Change::Customer { from, to }),
            Edit::Site(to) => differ(self.site, to).map(|(from, to)| Change::Site { from, to }),
            // Forms show minutes: saving what one saw changes nothing.
            Edit::CreatedAt(to) if machine_moment(to) == machine_moment(self.created_at) => None,
            Edit::CreatedAt(to) => Some(Change::CreatedAt { from: self.created_at, to }),
        }
    }
}

impl Locked {
    /// The same with what follows from it: with the customer goes the customer's site. The first one
    /// is the wanted one; none when the case has that value already.
    pub(super) fn changes(&self, edit: Edit) -> Vec<Change> {
        let site = match edit {
            Edit::Customer(_) => self.change(Edit::Site(None)),
            _ => None,
        };
        self.change(edit).map(|change| [change].into_iter().chain(site).collect()).unwrap_or_default()
    }
}

fn differ<T: PartialEq>(from: T, to: T) -> Option<(T, T)> {
    (from != to).then_some((from, to))
}

/// One and many are asked for apart: a list of numbers would be planned anew each time. No joins:
/// what stands beside a row that one had to wait for would be read too early.
macro_rules! locked {
    ($numbers:literal, $hold:literal, $viewer:expr, $argument:expr) => {
        sqlx::query_as!(
            Record,
            r#"
            SELECT c.number, c.version, c.is_open, c.status_id, c.priority, c.channel, c.type_id,
                c.responsible_id, c.team_id, c.customer_id, c.site_id, c.due_on,
                c.created_at AT TIME ZONE 'Europe/Stockholm' AS "created_at!"
            FROM cases c
            WHERE c.company_id = $1
              AND ($2::int IS NULL OR EXISTS (SELECT FROM cases_concerning($2) v WHERE v.number = c.number))
              AND c.number "# + $numbers + "
            ORDER BY c.number" + $hold,
            $viewer.company.0,
            visible::only_concerning($viewer),
            $argument,
        )
    };
}

/// Holds the case until the transaction ends.
///
/// # Errors
/// Not found, also when the viewer does not see it.
pub(crate) async fn lock(viewer: &Viewer, tx: &mut Tx, number: CaseNumber) -> Result<Locked> {
    let record = locked!("= $3", " FOR UPDATE OF c", viewer, number.0).fetch_optional(&mut **tx).await?;
    record.ok_or(Problem::NotFound)?.into_locked()
}

/// Holds those of the cases that the viewer sees, in the order of their numbers, which all who hold
/// several keep to: so nobody waits in a circle.
pub(super) async fn lock_all(viewer: &Viewer, tx: &mut Tx, numbers: &[CaseNumber]) -> Result<Vec<Locked>> {
    let records = locked!("= ANY($3)", " FOR UPDATE OF c", viewer, numbers as _).fetch_all(&mut **tx).await?;
    records.into_iter().map(Record::into_locked).collect()
}

/// The same as they stand, held for nobody: for what is only tried.
pub(super) async fn look_at_all(viewer: &Viewer, tx: &mut Tx, numbers: &[CaseNumber]) -> Result<Vec<Locked>> {
    let records = locked!("= ANY($3)", "", viewer, numbers as _).fetch_all(&mut **tx).await?;
    records.into_iter().map(Record::into_locked).collect()
}

struct Record {
    number: i32,
    version: i32,
    is_open: bool,
    status_id: i16,
    priority: i16,
    channel: i16,
    type_id: Option<i16>,
    responsible_id: Option<i32>,
    team_id: Option<i16>,
    customer_id: Option<i32>,
    site_id: Option<i32>,
    due_on: Option<NaiveDate>,
    created_at: NaiveDateTime,
}

impl Record {
    fn into_locked(self) -> Result<Locked> {
        Ok(Locked {
            number: CaseNumber(self.number),
            version: self.version,
            is_open: self.is_open,
            customer: self.customer_id.map(CustomerId),
            site: self.site_id.map(SiteId),
            status: StatusId(self.status_id),
            priority: row::priority(self.priority)?,
            channel: row::channel(self.channel)?,
            case_type: self.type_id.map(TypeId),
            responsible: self.responsible_id.map(PersonId),
            team: self.team_id.map(TeamId),
            due_on: self.due_on,
            created_at: self.created_at,
        })
    }
}
