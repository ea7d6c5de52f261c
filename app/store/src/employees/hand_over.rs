//! All open cases of one who leaves go to another.

use super::{allow, manage, save::deactivate};
use crate::{Db, Error, Result, cases};
use domain::{
    cases::{BulkChange, Edit, Filter, Receipt, Responsible, Selection},
    employees::HandOver,
    people::Viewer,
    policy::Action,
    problem::{Field, Refusal},
};

/// Makes another responsible for all open cases of one: as a bulk change, in one transaction with
/// making the former inactive, if that is wanted too. [`cases::undo`] takes both back.
///
/// # Errors
/// Forbidden; invalid, when there is nothing to hand over, or nobody to hand it to.
pub async fn hand_over(viewer: &Viewer, db: &Db, wanted: HandOver) -> Result<Receipt> {
    allow(viewer, Action::ChangeCase)?;
    if wanted.from == wanted.to {
        return Err(Error::field(Field::Responsible, Refusal::Unknown));
    }
    let mut tx = db.begin(viewer).await?;
    let change = BulkChange {
        selection: Selection::Matching(Box::new(theirs(wanted))),
        edit: Edit::Responsible(Some(wanted.to)),
    };
    let receipt = cases::change_in(viewer, &mut tx, change).await?;
    if wanted.deactivate {
        manage(viewer)?;
        deactivate(viewer, &mut tx, wanted.from, receipt.batch).await?;
    }
    tx.commit().await?;
    Ok(receipt)
}

fn theirs(wanted: HandOver) -> Filter {
    Filter { responsible: vec![Responsible::Person(wanted.from)], ..Filter::default() }
}
