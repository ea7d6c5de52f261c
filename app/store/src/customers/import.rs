//! Rows of a file as customers, many at once, and the same taken back.

use super::{
    save::{lock, write},
    stands::{Before, Hold, Stands, stand},
};
use crate::{
    Result, Tx,
    imports::{Back, Head, Row, Taken, Trial, Written, named_numbers},
    search,
};
use domain::{
    customers::{ContactEdit, CustomerEdit, SiteEdit},
    ids::CustomerId,
    imports::{self, Column, Outcome},
    people::Viewer,
    problem::{Field, FieldError, Refusal},
};
use std::collections::{HashMap, HashSet};

/// A row that makes a customer.
struct New {
    line: i32,
    number: Option<CustomerId>,
    edit: CustomerEdit,
    active: bool,
}

/// Makes customers of the rows, or changes those that are there: found by number, else by organisationsnummer
/// or personnummer, else by the same name at the same place. What a row leaves blank stays.
pub(crate) async fn import(
    viewer: &Viewer,
    tx: &mut Tx,
    head: &Head,
    rows: Vec<Row>,
    mut trial: Option<&mut Trial>,
) -> Result<Vec<Taken>> {
    if trial.is_none() {
        lock(viewer, tx).await?;
    }
    let hold = if trial.is_none() { Hold::ToWrite } else { Hold::Not };
    let found = Found::of(viewer, tx, head, &rows, hold).await?;
    let (mut taken, mut new) = (Vec::with_capacity(rows.len()), Vec::new());
    for row in rows {
        let says = head.mapping.cell(&row.cells, Column::Number);
        let number = imports::number(says).map(CustomerId);
        if number.is_none() && !says.is_empty() {
            taken.push(Taken::refused(
                row.line,
                vec![FieldError { field: Field::Number, refusal: Refusal::Malformed }],
            ));
            continue;
        }
        let known = number.or_else(|| found.alike(viewer, head, &row.cells));
        let stands = known.and_then(|id| found.stands.get(&id));
        let read = imports::customer(
            &head.mapping,
            &row.cells,
            stands.map(|stands| stands.before.edit.clone()),
            viewer.today,
        );
        let (edit, active) = match read {
            Ok(read) => read,
            Err(errors) => {
                taken.push(Taken::refused(row.line, errors));
                continue;
            }
        };
        if let Some(trial) = trial.as_deref_mut()
            && !trial.insert(key(known, &edit))
        {
            taken.push(Taken::refused(
                row.line,
                vec![FieldError { field: Field::Number, refusal: Refusal::Taken }],
            ));
            continue;
        }
        let Some((id, stands)) = known.zip(stands) else {
            new.push(New { line: row.line, number, edit, active: active.unwrap_or(true) });
            continue;
        };
        let active = active.unwrap_or(stands.before.active);
        if edit == stands.before.edit && active == stands.before.active {
            taken.push(Taken::of(row.line, Outcome::Unchanged, id.0, stands.version));
            continue;
        }
        let version =
            if trial.is_none() { change(viewer, tx, id, &edit, active).await? } else { stands.version };
        let changed = Taken::of(row.line, Outcome::Changed, id.0, version);
        taken.push(changed.found(stands.version).was(&stands.before));
    }
    match trial {
        Some(_) => taken.extend(new.iter().map(|new| Taken::new(new.line, Outcome::Created))),
        None => taken.extend(make(viewer, tx, head, new).await?),
    }
    Ok(taken)
}

/// What tells two rows of a file apart.
fn key(known: Option<CustomerId>, edit: &CustomerEdit) -> String {
    match known {
        Some(id) => id.to_string(),
        None if !edit.identity_number.is_empty() => format!("nr {}", edit.identity_number),
        None => format!("{} {}", edit.name.to_lowercase(), place(edit)),
    }
}

/// Where a customer is, as far as rows tell.
fn place(edit: &CustomerEdit) -> String {
    edit.sites.first().map(|site| format!("{} {}", site.street, site.town).to_lowercase()).unwrap_or_default()
}

/// The customers that rows may mean.
pub(super) struct Found {
    pub(super) stands: HashMap<CustomerId, Stands>,
    by_identity: HashMap<String, CustomerId>,
    by_name: HashMap<String, CustomerId>,
}

impl Found {
    pub(super) async fn of(
        viewer: &Viewer,
        tx: &mut Tx,
        head: &Head,
        rows: &[Row],
        hold: Hold,
    ) -> Result<Self> {
        let mut numbers = Vec::new();
        let (mut identities, mut names) = (Vec::new(), Vec::new());
        for row in rows {
            match imports::number(head.mapping.cell(&row.cells, Column::Number)) {
                Some(number) => numbers.push(number),
                None => {
                    if let Ok((edit, _)) = imports::customer(&head.mapping, &row.cells, None, viewer.today) {
                        identities.push(edit.identity_number);
                        names.push(edit.name.to_lowercase());
                    }
                }
            }
        }
        let ids = sqlx::query_scalar!(
            r#"SELECT id AS "id!: CustomerId" FROM customer WHERE company_id = $1 AND id = ANY($2)
               UNION SELECT id FROM customer WHERE company_id = $1 AND identity_number = ANY($3)
               UNION SELECT id FROM customer WHERE company_id = $1 AND $4::text[] <> '{}' AND lower(name) = ANY($4)"#,
            viewer.company.0,
            &numbers,
            &identities,
            &names,
        )
        .fetch_all(&mut **tx)
        .await?;
        let stands = stand(viewer, tx, &ids, hold).await?;
        let by = |key: fn(&CustomerEdit) -> String| {
            let keys = stands.iter().map(|(id, stands)| (key(&stands.before.edit), *id));
            keys.filter(|(key, _)| !key.is_empty()).collect()
        };
        let by_identity = by(|edit| edit.identity_number.clone());
        let by_name = by(|edit| format!("{} {}", edit.name.to_lowercase(), place(edit)));
        Ok(Self { stands, by_identity, by_name })
    }

    /// The customer that a row without a number means.
    pub(super) fn alike(&self, viewer: &Viewer, head: &Head, cells: &[String]) -> Option<CustomerId> {
        let (edit, _) = imports::customer(&head.mapping, cells, None, viewer.today).ok()?;
        let named = || self.by_name.get(&format!("{} {}", edit.name.to_lowercase(), place(&edit)));
        match edit.identity_number.as_str() {
            "" => named().copied(),
            number => self.by_identity.get(number).copied(),
        }
    }
}

/// Writes a customer that is there, and gives the version.
async fn change(
    viewer: &Viewer,
    tx: &mut Tx,
    id: CustomerId,
    edit: &CustomerEdit,
    active: bool,
) -> Result<i32> {
    write(viewer, tx, id, edit).await?;
    let written = sqlx::query_scalar!(
        "UPDATE customer SET active = $3 WHERE company_id = $1 AND id = $2 RETURNING version",
        viewer.company.0,
        id.0,
        active
    )
    .fetch_one(&mut **tx)
    .await?;
    search::index_customer(tx, viewer.company, id).await?;
    Ok(written)
}

/// Makes them with the numbers that they have, and the rest with those that follow on the highest and that
/// no row further down has.
async fn make(viewer: &Viewer, tx: &mut Tx, head: &Head, new: Vec<New>) -> Result<Vec<Taken>> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let highest = sqlx::query_scalar!(
        r#"SELECT coalesce(max(id), 1000) AS "highest!" FROM customer WHERE company_id = $1"#,
        viewer.company.0
    )
    .fetch_one(&mut **tx)
    .await?;
    let named = match new.iter().any(|new| new.number.is_none()) {
        true => named_numbers(viewer, tx, head).await?,
        false => HashSet::new(),
    };
    let mut free = (highest + 1..).filter(|number| !named.contains(number));
    let ids: Vec<i32> =
        new.iter().filter_map(|new| new.number.map(|id| id.0).or_else(|| free.next())).collect();
    insert(viewer, tx, &new, &ids).await?;
    insert_contacts(viewer, tx, &new, &ids).await?;
    insert_sites(viewer, tx, &new, &ids).await?;
    sqlx::query!(
        "UPDATE customer SET search_text = customer_document(company_id, id) WHERE company_id = $1 AND id = ANY($2)",
        viewer.company.0,
        &ids
    )
    .execute(&mut **tx)
    .await?;
    Ok(new.iter().zip(ids).map(|(new, id)| Taken::of(new.line, Outcome::Created, id, 1)).collect())
}

async fn insert(viewer: &Viewer, tx: &mut Tx, new: &[New], ids: &[i32]) -> Result<()> {
    let column =
        |of: fn(&CustomerEdit) -> &String| new.iter().map(|new| of(&new.edit).clone()).collect::<Vec<_>>();
    let kinds: Vec<String> = new.iter().map(|new| new.edit.kind.as_str().to_owned()).collect();
    let active: Vec<bool> = new.iter().map(|new| new.active).collect();
    sqlx::query!(
        "INSERT INTO customer (company_id, id, kind, name, identity_number, phone, email, office_notes, field_notes,
                               active, search_text)
         SELECT $1, id, kind, name, nullif(identity_number, ''), nullif(phone, ''), nullif(email, ''), office_notes,
             field_notes, active, ''
         FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                     $10::bool[])
              AS n (id, kind, name, identity_number, phone, email, office_notes, field_notes, active)",
        viewer.company.0,
        ids,
        &kinds,
        &column(|edit| &edit.name),
        &column(|edit| &edit.identity_number),
        &column(|edit| &edit.phone),
        &column(|edit| &edit.email),
        &column(|edit| &edit.office_notes),
        &column(|edit| &edit.field_notes),
        &active,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn insert_contacts(viewer: &Viewer, tx: &mut Tx, new: &[New], ids: &[i32]) -> Result<()> {
    let contacts: Vec<_> =
        new.iter().zip(ids).filter_map(|(new, id)| Some((*id, new.edit.contacts.first()?))).collect();
    let customers: Vec<i32> = contacts.iter().map(|(id, _)| *id).collect();
    let column = |of: fn(&ContactEdit) -> &String| {
        contacts.iter().map(|(_, contact)| of(contact).clone()).collect::<Vec<_>>()
    };
    sqlx::query!(
        "INSERT INTO customer_contact (company_id, customer_id, position, name, title, phone, email)
         SELECT $1, customer, 1, name, title, nullif(phone, ''), nullif(email, '')
         FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[]) AS c (customer, name, title, phone, email)",
        viewer.company.0,
        &customers,
        &column(|contact| &contact.name),
        &column(|contact| &contact.title),
        &column(|contact| &contact.phone),
        &column(|contact| &contact.email),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn insert_sites(viewer: &Viewer, tx: &mut Tx, new: &[New], ids: &[i32]) -> Result<()> {
    let sites: Vec<_> =
        new.iter().zip(ids).filter_map(|(new, id)| Some((*id, new.edit.sites.first()?))).collect();
    let customers: Vec<i32> = sites.iter().map(|(id, _)| *id).collect();
    let column =
        |of: fn(&SiteEdit) -> &String| sites.iter().map(|(_, site)| of(site).clone()).collect::<Vec<_>>();
    sqlx::query!(
        "INSERT INTO customer_site (company_id, id, customer_id, name, street, postal_code, town, is_default)
         SELECT $1, (SELECT coalesce(max(id), 0) FROM customer_site WHERE company_id = $1) + at, customer, name, street,
             postal_code, town, true
         FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY
              AS s (customer, name, street, postal_code, town, at)",
        viewer.company.0,
        &customers,
        &column(|site| &site.name),
        &column(|site| &site.street),
        &column(|site| &site.postal_code),
        &column(|site| &site.town),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Removes customers that the rows made and gives the others back what they were, except where somebody has
/// changed or used them since. Tells which were taken back.
pub(crate) async fn take_back(viewer: &Viewer, tx: &mut Tx, rows: Vec<Written>) -> Result<Vec<Back>> {
    lock(viewer, tx).await?;
    let (made, changed): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.before.is_none());
    let mut done = unmake(viewer, tx, made).await?;
    let ids: Vec<_> = changed.iter().map(|row| CustomerId(row.target)).collect();
    let stands = stand(viewer, tx, &ids, Hold::ToWrite).await?;
    for row in changed {
        let id = CustomerId(row.target);
        let is_untouched = stands.get(&id).is_some_and(|stands| stands.version == row.version);
        let before = row.before.and_then(|before| serde_json::from_value::<Before>(before).ok());
        if let Some(before) = before.filter(|_| is_untouched) {
            let version = change(viewer, tx, id, &before.edit, before.active).await?;
            done.push(Back { line: row.line, version });
        }
    }
    Ok(done)
}

async fn unmake(viewer: &Viewer, tx: &mut Tx, made: Vec<Written>) -> Result<Vec<Back>> {
    let ids: Vec<i32> = made.iter().map(|row| row.target).collect();
    let versions: Vec<i32> = made.iter().map(|row| row.version).collect();
    let unused = sqlx::query_scalar!(
        "SELECT k.id FROM customer k
         JOIN unnest($2::int[], $3::int[]) AS m (id, version) ON m.id = k.id AND m.version = k.version
         WHERE k.company_id = $1
           AND NOT EXISTS (SELECT FROM cases c WHERE c.company_id = $1 AND c.customer_id = k.id)
           AND NOT EXISTS (SELECT FROM person p WHERE p.company_id = $1 AND p.customer_id = k.id)
           AND NOT EXISTS (
               SELECT FROM site_secret_shown h JOIN customer_site s ON s.company_id = $1 AND s.id = h.site_id
               WHERE h.company_id = $1 AND s.customer_id = k.id)
         FOR UPDATE OF k",
        viewer.company.0,
        &ids,
        &versions,
    )
    .fetch_all(&mut **tx)
    .await?;
    for statement in [
        sqlx::query!(
            "DELETE FROM site_secret x USING customer_site s
             WHERE x.company_id = $1 AND s.company_id = $1 AND s.id = x.site_id AND s.customer_id = ANY($2)",
            viewer.company.0,
            &unused
        ),
        sqlx::query!(
            "DELETE FROM customer_site WHERE company_id = $1 AND customer_id = ANY($2)",
            viewer.company.0,
            &unused
        ),
        sqlx::query!(
            "DELETE FROM customer_contact WHERE company_id = $1 AND customer_id = ANY($2)",
            viewer.company.0,
            &unused
        ),
        sqlx::query!(
            "DELETE FROM customer WHERE company_id = $1 AND id = ANY($2)",
            viewer.company.0,
            &unused
        ),
    ] {
        statement.execute(&mut **tx).await?;
    }
    let gone = |row: &Written| unused.contains(&row.target);
    let back = |row: &Written| Back { line: row.line, version: row.version };
    Ok(made.iter().filter(|row| gone(row)).map(back).collect())
}
