//! A row of a file of customers.

use super::{Column, Mapping, columns::plain, is_yes, values::phone};
use crate::{
    customers::{ContactEdit, CustomerEdit, CustomerKind, SiteEdit},
    problem::{Field, FieldError, Refusal},
};
use chrono::NaiveDate;

/// What the customer becomes who was `stands`: what the row leaves blank stays. Of several contacts and
/// sites the first is meant; a new customer begins with none. With it, whether they are active, if the row
/// says so.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn customer(
    mapping: &Mapping,
    cells: &[String],
    stands: Option<CustomerEdit>,
    today: NaiveDate,
) -> Result<(CustomerEdit, Option<bool>), Vec<FieldError>> {
    let cell = |column| mapping.cell(cells, column);
    let is_new = stands.is_none();
    let mut edit = stands.unwrap_or_default();
    let mut errors = Vec::new();
    let given = [cell(Column::FirstName), cell(Column::LastName)].join(" ");
    set(&mut edit.name, [cell(Column::Name), given.trim()].into_iter().find(|name| !name.is_empty()));
    set(&mut edit.identity_number, Some(cell(Column::Identity)));
    set(&mut edit.phone, Some(&phone(cell(Column::Phone))));
    set(&mut edit.email, Some(cell(Column::Email)));
    set(&mut edit.office_notes, Some(cell(Column::OfficeNotes)));
    set(&mut edit.field_notes, Some(cell(Column::FieldNotes)));
    match kind(cell(Column::CustomerKind)) {
        Ok(Some(kind)) => edit.kind = kind,
        Ok(None) if is_new => edit.kind = likely_kind(&edit.identity_number, !given.trim().is_empty()),
        Ok(None) => {}
        Err(error) => errors.push(error),
    }
    contact(&mut edit, [Column::Contact, Column::ContactPhone, Column::ContactEmail].map(cell));
    site(&mut edit, [Column::SiteName, Column::Street, Column::PostalCode, Column::Town].map(cell));
    let active = match cell(Column::Active) {
        "" => None,
        said => {
            let active = is_yes(said);
            if active.is_none() {
                errors.push(FieldError { field: Field::Active, refusal: Refusal::Malformed });
            }
            active
        }
    };
    match edit.checked(today) {
        Ok(edit) if errors.is_empty() => Ok((edit, active)),
        Ok(_) => Err(errors),
        Err(more) => Err(errors.into_iter().chain(more).collect()),
    }
}

fn set(kept: &mut String, given: Option<&str>) {
    if let Some(given) = given.filter(|given| !given.is_empty()) {
        given.clone_into(kept);
    }
}

fn kind(said: &str) -> Result<Option<CustomerKind>, FieldError> {
    match plain(said).as_str() {
        "" => Ok(None),
        "privat" | "privatkund" | "privatperson" | "person" | "p" | "private" => {
            Ok(Some(CustomerKind::Private))
        }
        "företag" | "f" | "organisation" | "förening" | "brf" | "kommun" | "company" | "organization"
        | "business" => Ok(Some(CustomerKind::Organisation)),
        _ => Err(FieldError { field: Field::Selection, refusal: Refusal::Unknown }),
    }
}

/// Where no column says: an organisation's third digit is 2 at least, a person's is of a month; first and
/// last names are people's.
fn likely_kind(identity: &str, has_given_name: bool) -> CustomerKind {
    let digits: Vec<u32> = identity.chars().filter_map(|c| c.to_digit(10)).collect();
    let is_person = match digits.len() {
        10 => digits[2] < 2,
        12 => digits[..2] != [1, 6],
        _ => has_given_name,
    };
    if is_person { CustomerKind::Private } else { CustomerKind::Organisation }
}

fn contact(edit: &mut CustomerEdit, [name, number, email]: [&str; 3]) {
    if [name, number, email].iter().all(|said| said.is_empty()) {
        return;
    }
    if edit.contacts.is_empty() {
        // Whoever has a phone and no name is reached by the customer's.
        edit.contacts.push(ContactEdit { name: edit.name.clone(), ..ContactEdit::default() });
    }
    let Some(first) = edit.contacts.first_mut() else { return };
    set(&mut first.name, Some(name));
    set(&mut first.phone, Some(&phone(number)));
    set(&mut first.email, Some(email));
}

fn site(edit: &mut CustomerEdit, [name, street, postal_code, town]: [&str; 4]) {
    if [name, street, postal_code, town].iter().all(|said| said.is_empty()) {
        return;
    }
    if edit.sites.is_empty() {
        edit.sites.push(SiteEdit { is_default: true, ..SiteEdit::default() });
    }
    let Some(first) = edit.sites.first_mut() else { return };
    set(&mut first.name, Some(name));
    set(&mut first.street, Some(street));
    set(&mut first.postal_code, Some(postal_code));
    set(&mut first.town, Some(town));
}
