//! Whether the company has what a case shall refer to, and still offers it.

use crate::{Result, Tx};
use domain::{
    cases::Edit,
    ids::{CustomerId, PersonId, SiteId, StatusId, TeamId, TypeId},
    people::Viewer,
    problem::{Field, FieldError, Refusal},
};

/// What a new case or a new value refers to. The default refers to nothing.
#[derive(Default)]
pub(super) struct References {
    pub(super) status: Option<StatusId>,
    pub(super) case_type: Option<TypeId>,
    pub(super) customer: Option<CustomerId>,
    /// One of that customer's.
    pub(super) site: Option<SiteId>,
    pub(super) responsible: Option<PersonId>,
    pub(super) team: Option<TeamId>,
    pub(super) participants: Vec<PersonId>,
}

impl References {
    pub(super) fn of(edit: Edit) -> Self {
        match edit {
            Edit::Status(status) => Self { status: Some(status), ..Self::default() },
            Edit::Type(case_type) => Self { case_type, ..Self::default() },
            Edit::Customer(customer) => Self { customer, ..Self::default() },
            Edit::Responsible(responsible) => Self { responsible, ..Self::default() },
            Edit::Team(team) => Self { team, ..Self::default() },
            // Whose site it must be, the case alone knows.
            Edit::Site(_) | Edit::Priority(_) | Edit::Channel(_) | Edit::DueOn(_) | Edit::CreatedAt(_) => {
                Self::default()
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.status.is_none()
            && self.case_type.is_none()
            && self.customer.is_none()
            && self.site.is_none()
            && self.responsible.is_none()
            && self.team.is_none()
            && self.participants.is_empty()
    }

    fn people(&self) -> Vec<i32> {
        self.responsible.iter().chain(&self.participants).map(|person| person.0).collect()
    }
}

/// Everything that is wrong with them: statuses and types that are hidden, customers and colleagues
/// that are inactive, and all that the company never had.
pub(super) async fn refusals(viewer: &Viewer, tx: &mut Tx, wanted: &References) -> Result<Vec<FieldError>> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let found = sqlx::query!(
        r#"
        SELECT
            EXISTS (SELECT FROM case_status s WHERE s.company_id = $1 AND s.id = $2 AND NOT s.hidden) AS "status!",
            EXISTS (SELECT FROM case_type t WHERE t.company_id = $1 AND t.id = $3 AND NOT t.hidden) AS "case_type!",
            EXISTS (SELECT FROM customer k WHERE k.company_id = $1 AND k.id = $4 AND k.active) AS "customer!",
            EXISTS (SELECT FROM team t WHERE t.company_id = $1 AND t.id = $6 AND NOT t.hidden) AS "team!",
            EXISTS (SELECT FROM customer_site s
                    WHERE s.company_id = $1 AND s.id = $7 AND s.customer_id = $4 AND s.active) AS "site!",
            ARRAY(SELECT p.id FROM person p WHERE p.company_id = $1 AND p.id = ANY(ARRAY(SELECT unnest($5::int[])))
                  AND p.active AND p.role <> 'customer') AS "staff!"
        "#,
        viewer.company.0,
        wanted.status.map(|status| status.0),
        wanted.case_type.map(|case_type| case_type.0),
        wanted.customer.map(|customer| customer.0),
        &wanted.people(),
        wanted.team.map(|team| team.0),
        wanted.site.map(|site| site.0),
    )
    .fetch_one(&mut **tx)
    .await?;
    let is_staff = |person: &PersonId| found.staff.contains(&person.0);
    let unknown = [
        (Field::Status, wanted.status.is_some() && !found.status),
        (Field::Type, wanted.case_type.is_some() && !found.case_type),
        (Field::Customer, wanted.customer.is_some() && !found.customer),
        (Field::Site, wanted.site.is_some() && !found.site),
        (Field::Responsible, !wanted.responsible.iter().all(is_staff)),
        (Field::Team, wanted.team.is_some() && !found.team),
        (Field::Participants, !wanted.participants.iter().all(is_staff)),
    ];
    let unknown = unknown.into_iter().filter(|(_, unknown)| *unknown);
    Ok(unknown.map(|(field, _)| FieldError { field, refusal: Refusal::Unknown }).collect())
}

/// Makes sure of them.
///
/// # Errors
/// Everything that is wrong with them, at its field.
pub(super) async fn require(viewer: &Viewer, tx: &mut Tx, wanted: &References) -> Result<()> {
    let refusals = refusals(viewer, tx, wanted).await?;
    if refusals.is_empty() { Ok(()) } else { Err(refusals.into()) }
}
