//! The card of one customer.

use super::{allowed, list::kind, secret, sites};
use crate::{
    Db, Result, Tx,
    cases::{counts, glances},
};
use domain::{
    cases::{Base, CaseRow, Filter, Sort, SortKey},
    customers::{Contact, CustomerCounts, CustomerDetail},
    ids::CustomerId,
    people::Viewer,
    phone::Phone,
    policy::Action,
    problem::Problem,
};

/// All that is known about a customer, as it stands now; what is protected only by name.
///
/// # Errors
/// Forbidden; not found.
pub async fn show(viewer: &Viewer, db: &Db, id: CustomerId) -> Result<CustomerDetail> {
    allowed(viewer, Action::SeeCustomers)?;
    let mut tx = db.begin(viewer).await?;
    let record = sqlx::query!(
        "SELECT kind, name, identity_number, phone, email, active, office_notes, field_notes
         FROM customer WHERE company_id = $1 AND id = $2",
        viewer.company.0,
        id.0
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(Problem::NotFound)?;
    let cases = Cases::read(viewer, &mut tx, id).await?;
    Ok(CustomerDetail {
        id,
        kind: kind(&record.kind)?,
        name: record.name,
        identity_number: record.identity_number,
        phone: record.phone.map(Phone::kept),
        email: record.email,
        active: record.active,
        office_notes: record.office_notes,
        field_notes: record.field_notes,
        contacts: contacts(viewer, &mut tx, id).await?,
        sites: sites::read(viewer, &mut tx, id).await?,
        shown: secret::showings(viewer, &mut tx, id).await?,
        counts: cases.counts,
        open: cases.open,
        closed: cases.closed,
    })
}

async fn contacts(viewer: &Viewer, tx: &mut Tx, id: CustomerId) -> Result<Vec<Contact>> {
    let records = sqlx::query!(
        "SELECT name, title, phone, email FROM customer_contact
         WHERE company_id = $1 AND customer_id = $2 ORDER BY position",
        viewer.company.0,
        id.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let contacts = records.into_iter().map(|record| Contact {
        name: record.name,
        title: record.title,
        phone: record.phone.map(Phone::kept),
        email: record.email,
    });
    Ok(contacts.collect())
}

/// A customer's cases, as far as the card shows them. Each number is that of the filter which the
/// card links to.
struct Cases {
    counts: CustomerCounts,
    open: Vec<CaseRow>,
    closed: Vec<CaseRow>,
}

impl Cases {
    async fn read(viewer: &Viewer, tx: &mut Tx, id: CustomerId) -> Result<Self> {
        let open = CustomerDetail::open_cases(id);
        let closed = Filter {
            base: Some(Base::Closed),
            sort: Sort { key: SortKey::Updated, descending: true },
            ..open.clone()
        };
        let wanted = [(open, CustomerDetail::CASES), (closed, CustomerDetail::CASES)];
        let [open, closed] = glances(viewer, tx, &wanted, false).await?.try_into().unwrap_or_default();
        let wanted = [
            CustomerDetail::due_today(id),
            CustomerDetail::this_year(id, viewer.today),
            CustomerDetail::complaints(id, viewer.today),
            CustomerDetail::all_cases(id),
        ];
        let counted = counts(viewer, tx, &wanted).await?;
        let [due_today, this_year, complaints, all] = counted.try_into().unwrap_or_default();
        let counts = CustomerCounts { open: open.matching, due_today, this_year, complaints, all };
        Ok(Self { counts, open: open.rows, closed: closed.rows })
    }
}
