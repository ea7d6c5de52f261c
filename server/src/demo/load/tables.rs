//! What stands in which table of a case.

use super::{Error, copy::Rows, tenant::Tenant};
use crate::demo::{Author, Case, Changed};
use domain::events::Change;

/// A table, and the rows that a case has in it.
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) columns: &'static str,
    pub(super) rows: fn(&Tenant<'_>, &Case, &mut Rows) -> Result<(), Error>,
}

/// In the order in which they refer to each other. Not among them is `case_text`, which the
/// generator alone cannot make.
pub(super) const TABLES: [Table; 4] = [
    Table {
        name: "cases",
        columns: "created_at, updated_at, company_id, number, version, created_by, responsible_id, customer_id, \
                  site_id, due_on, status_id, type_id, priority, channel, is_open, subject, team_id",
        rows: cases,
    },
    Table { name: "case_participant", columns: "company_id, number, person_id", rows: participants },
    Table {
        name: "case_comment",
        columns: "company_id, number, author_id, created_at, external, body",
        rows: comments,
    },
    Table { name: "case_event", columns: "company_id, number, at, actor_id, version, changes", rows: events },
];

fn cases(tenant: &Tenant<'_>, case: &Case, rows: &mut Rows) -> Result<(), Error> {
    rows.push(&[
        &case.created,
        &case.updated,
        &tenant.company.0,
        &case.number,
        &(1 + case.changes.len()),
        &tenant.employee(case.creator).0,
        &case.responsible.map(|index| tenant.employee(index).0),
        &case.customer.map(|index| tenant.customer(index).0),
        &case.customer.map(|index| tenant.site(index, case.number).0),
        &case.due_on,
        &case.status.id().0,
        &case.case_type.id().0,
        &case.priority.to_i16(),
        &case.channel.to_i16(),
        &case.status.is_open(),
        &case.subject,
        &case.responsible.and_then(|index| tenant.team_of(index)).map(|team| team.0),
    ]);
    Ok(())
}

fn participants(tenant: &Tenant<'_>, case: &Case, rows: &mut Rows) -> Result<(), Error> {
    for &index in &case.participants {
        rows.push(&[&tenant.company.0, &case.number, &tenant.employee(index).0]);
    }
    Ok(())
}

fn comments(tenant: &Tenant<'_>, case: &Case, rows: &mut Rows) -> Result<(), Error> {
    for comment in &case.comments {
        let author = match comment.author {
            Author::Employee(index) => tenant.employee(index),
            Author::Customer(index) => tenant.contact(index),
        };
        rows.push(&[
            &tenant.company.0,
            &case.number,
            &author.0,
            &comment.at,
            &comment.external,
            &comment.body,
        ]);
    }
    Ok(())
}

/// The creation is version 1, and each change the next one.
fn events(tenant: &Tenant<'_>, case: &Case, rows: &mut Rows) -> Result<(), Error> {
    let creator = tenant.employee(case.creator);
    rows.push(&[&tenant.company.0, &case.number, &case.created, &creator.0, &1, &"[]"]);
    for (made, version) in case.changes.iter().zip(2_i32..) {
        let changes = serde_json::to_string(&[change(tenant, made.what)])?;
        let actor = tenant.employee(made.actor);
        rows.push(&[&tenant.company.0, &case.number, &made.at, &actor.0, &version, &changes]);
    }
    Ok(())
}

fn change(tenant: &Tenant<'_>, what: Changed) -> Change {
    let person = |index: Option<usize>| index.map(|index| tenant.employee(index));
    match what {
        Changed::Status { from, to } => Change::Status { from: from.id(), to: to.id() },
        Changed::Priority { from, to } => Change::Priority { from, to },
        Changed::Responsible { from, to } => Change::Responsible { from: person(from), to: person(to) },
    }
}
