//! What somebody else has changed as well, in words.

use super::notes::id_of;
use crate::{
    page::text,
    ui::{Versus, versus},
};
use domain::{
    customers::{ContactEdit, CustomerEdit, SiteEdit},
    problem::Field,
    text::Language,
};
use leptos::prelude::*;

/// The choices between one's own and what stands now, both as the form shows them.
pub(super) fn both(parts: Vec<Field>, mine: &CustomerEdit, now: &CustomerEdit) -> AnyView {
    let text = text();
    let one = |part: Field| Versus {
        field: id_of(part),
        label: label(part, text),
        mine: said(part, mine, text),
        now: said(part, now, text),
    };
    versus(parts.into_iter().map(one).collect())
}

const fn label(part: Field, text: Language) -> &'static str {
    match part {
        Field::Kind => text.kind(),
        Field::IdentityNumber => text.identity_number_either(),
        Field::Phone => text.phone(),
        Field::Email => text.email(),
        Field::Contacts => text.contacts(),
        Field::Sites => text.sites(),
        Field::Notes => text.office_notes(),
        Field::FieldNotes => text.field_notes(),
        _ => text.customer_name(),
    }
}

fn said(part: Field, edit: &CustomerEdit, text: Language) -> String {
    match part {
        Field::Kind => edit.kind.name(text).to_owned(),
        Field::IdentityNumber => edit.identity_number.clone(),
        Field::Phone => edit.phone.clone(),
        Field::Email => edit.email.clone(),
        Field::Contacts => edit.contacts.iter().map(contact).collect::<Vec<_>>().join("\n"),
        Field::Sites => edit.sites.iter().map(|place| site(place, text)).collect::<Vec<_>>().join("\n"),
        Field::Notes => edit.office_notes.clone(),
        Field::FieldNotes => edit.field_notes.clone(),
        _ => edit.name.clone(),
    }
}

fn contact(contact: &ContactEdit) -> String {
    joined(&[&contact.name, &contact.title, &contact.phone, &contact.email])
}

fn site(site: &SiteEdit, text: Language) -> String {
    let town = format!("{} {}", site.postal_code, site.town);
    let place = joined(&[&site.name, &site.street, town.trim()]);
    if site.is_default { format!("{place} ({})", text.default_site()) } else { place }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_and_sites_are_told_a_line_each() {
        let contact = |name: &str| ContactEdit { name: name.into(), ..ContactEdit::default() };
        let edit = CustomerEdit {
            contacts: vec![ContactEdit { title: "chef".into(), ..contact("Ingrid") }, contact("Per")],
            sites: vec![SiteEdit {
                street: "Torget 1".into(),
                town: "Uppsala".into(),
                is_default: true,
                ..SiteEdit::default()
            }],
            ..CustomerEdit::default()
        };
        assert_eq!(said(Field::Contacts, &edit, Language::Swedish), "Ingrid, chef\nPer");
        assert_eq!(said(Field::Sites, &edit, Language::Swedish), "Torget 1, Uppsala (Förvald)");
    }
}
