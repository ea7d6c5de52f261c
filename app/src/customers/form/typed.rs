//! What the form of a customer posts, read the same way by the server and, while one types, by the
//! browser. Rows are numbered: `kontakt-0-namn`, `plats-2-gata`.

#[cfg(feature = "ssr")]
use super::notes::id_of;
#[cfg(feature = "ssr")]
use crate::ui::{NOW, choice_of};
use domain::{
    customers::{ContactEdit, CustomerEdit, CustomerKind, SecretEdit, SecretKind, SiteEdit},
    ids::SiteId,
};

/// Names and texts, as a form posts them.
pub(crate) type Fields = [(String, String)];

/// The customer that the fields describe. Rows that say nothing, or are to be taken away, are left out.
pub(crate) fn read(fields: &Fields) -> CustomerEdit {
    let text = |name: &str| value(fields, name).to_owned();
    CustomerEdit {
        kind: CustomerKind::from_slug(value(fields, "kundtyp")).unwrap_or_default(),
        name: text("namn"),
        identity_number: text("nummer"),
        phone: text("telefon"),
        email: text("epost"),
        office_notes: text("anteckning_kontor"),
        field_notes: text("anteckning_falt"),
        contacts: rows(fields, "kontakt").filter_map(|row| contact(fields, &row)).collect(),
        sites: rows(fields, "plats").filter_map(|row| site(fields, &row)).collect(),
    }
}

/// What the form was filled with: whoever has changed that meanwhile is not overtaken silently.
pub(crate) const SEEN: &str = "sett";

/// The same, once one has chosen between one's own and what stands now, which the form was filled with anew.
#[cfg(feature = "ssr")]
pub(crate) fn chosen(fields: &Fields, seen: Option<&CustomerEdit>) -> CustomerEdit {
    let mut edit = read(fields);
    let Some(now) = seen.cloned().map(CustomerEdit::shown) else { return edit };
    for part in CustomerEdit::PARTS {
        if value(fields, &choice_of(&id_of(part))) == NOW {
            edit.take(part, &now);
        }
    }
    edit
}

/// The field's last value; blank when it was not posted.
pub(crate) fn value<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.iter().rfind(|(field, _)| field == name).map_or("", |(_, text)| text.trim())
}

/// The numbered rows of that kind, in their order: `plats-0`, `plats-1`.
fn rows<'a>(fields: &'a Fields, kind: &'a str) -> impl Iterator<Item = String> + use<'a> {
    let number = move |name: &str| {
        name.strip_prefix(kind)?.strip_prefix('-')?.split('-').next()?.parse::<usize>().ok()
    };
    let mut numbers: Vec<usize> = fields.iter().filter_map(|(name, _)| number(name)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().map(move |number| format!("{kind}-{number}"))
}

fn is_removed(fields: &Fields, row: &str) -> bool {
    !value(fields, &format!("{row}-bort")).is_empty()
}

fn contact(fields: &Fields, row: &str) -> Option<ContactEdit> {
    let text = |name: &str| value(fields, &format!("{row}-{name}")).to_owned();
    let contact =
        ContactEdit { name: text("namn"), title: text("roll"), phone: text("telefon"), email: text("epost") };
    (contact != ContactEdit::default() && !is_removed(fields, row)).then_some(contact)
}

fn site(fields: &Fields, row: &str) -> Option<SiteEdit> {
    let text = |name: &str| value(fields, &format!("{row}-{name}")).to_owned();
    let site = SiteEdit {
        id: text("id").parse().ok().map(SiteId),
        name: text("namn"),
        street: text("gata"),
        postal_code: text("postnummer"),
        town: text("ort"),
        is_default: value(fields, "forvald") == row,
        secrets: SecretKind::ALL.into_iter().filter_map(|kind| secret(fields, row, kind)).collect(),
    };
    (!site.is_blank() && !is_removed(fields, row)).then_some(site)
}

/// Blank keeps what there is.
fn secret(fields: &Fields, row: &str, kind: SecretKind) -> Option<SecretEdit> {
    let name = format!("{row}-{}", kind.slug());
    match (value(fields, &name), is_removed(fields, &name)) {
        ("", false) => None,
        ("", true) => Some(SecretEdit { kind, value: None }),
        (value, _) => Some(SecretEdit { kind, value: Some(value.to_owned()) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(fields: &[(&str, &str)]) -> CustomerEdit {
        read(&fields.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect::<Vec<_>>())
    }

    #[test]
    fn rows_are_read_by_their_numbers_and_blank_ones_left_out() {
        let edit = typed(&[
            ("kontakt-0-namn", "Ingrid"),
            ("kontakt-1-namn", ""),
            ("kontakt-10-namn", "Per"),
            ("plats-0-id", "7"),
            ("plats-0-gata", "Torget 1"),
            ("plats-0-portkod", "4711"),
            ("plats-0-larm-bort", "ja"),
            ("plats-1-gata", ""),
            ("plats-2-gata", "Ågatan 2"),
            ("plats-3-id", "9"),
            ("plats-3-gata", "Gamla gatan"),
            ("plats-3-bort", "ja"),
            ("forvald", "plats-2"),
        ]);
        let names: Vec<_> = edit.contacts.iter().map(|contact| contact.name.as_str()).collect();
        assert_eq!(names, ["Ingrid", "Per"]);
        let sites: Vec<_> = edit.sites.iter().map(|site| (site.id, site.is_default)).collect();
        assert_eq!(sites, [(Some(SiteId(7)), false), (None, true)]);
        let secrets: Vec<_> =
            edit.sites[0].secrets.iter().map(|secret| (secret.kind, secret.value.as_deref())).collect();
        assert_eq!(secrets, [(SecretKind::DoorCode, Some("4711")), (SecretKind::Alarm, None)]);
    }
}
