//! Two have edited the same customer.

use super::{ContactEdit, CustomerEdit, SiteEdit};
use crate::{
    ids::SiteId,
    merge::{Clash, Merging},
    problem::Field,
};

impl CustomerEdit {
    /// The properties that two may both have changed, in the order of the form.
    pub const PARTS: [Field; 9] = [
        Field::Kind,
        Field::Name,
        Field::IdentityNumber,
        Field::Phone,
        Field::Email,
        Field::Contacts,
        Field::Sites,
        Field::Notes,
        Field::FieldNotes,
    ];

    /// This, with what somebody else has changed since the form was filled with `seen`. Of contacts and sites each is
    /// settled for itself; where both have changed one, its whole list is told. What is protected nobody sees, so the
    /// last one who writes it decides.
    ///
    /// # Errors
    /// Both have changed the same.
    pub fn merged(mut self, seen: &Self, now: Self) -> Result<Self, Box<Clash<Self>>> {
        let mut merging = Merging::default();
        merging.settle(Field::Kind, &seen.kind, &mut self.kind, &now.kind);
        merging.settle(Field::Name, &seen.name, &mut self.name, &now.name);
        merging.settle(
            Field::IdentityNumber,
            &seen.identity_number,
            &mut self.identity_number,
            &now.identity_number,
        );
        merging.settle(Field::Phone, &seen.phone, &mut self.phone, &now.phone);
        merging.settle(Field::Email, &seen.email, &mut self.email, &now.email);
        let (contacts, is_settled) = rows(&seen.contacts, &self.contacts, &now.contacts);
        self.contacts = contacts;
        if !is_settled {
            merging.note(Field::Contacts);
        }
        if !self.settle_sites(seen, &now) {
            merging.note(Field::Sites);
        }
        merging.settle(Field::Notes, &seen.office_notes, &mut self.office_notes, &now.office_notes);
        merging.settle(Field::FieldNotes, &seen.field_notes, &mut self.field_notes, &now.field_notes);
        merging.done(self, now)
    }

    /// Takes that property from the other one.
    pub fn take(&mut self, part: Field, from: &Self) {
        match part {
            Field::Kind => self.kind = from.kind,
            Field::Name => self.name.clone_from(&from.name),
            Field::IdentityNumber => self.identity_number.clone_from(&from.identity_number),
            Field::Phone => self.phone.clone_from(&from.phone),
            Field::Email => self.email.clone_from(&from.email),
            Field::Contacts => self.contacts.clone_from(&from.contacts),
            Field::Sites => self.sites.clone_from(&from.sites),
            Field::Notes => self.office_notes.clone_from(&from.office_notes),
            Field::FieldNotes => self.field_notes.clone_from(&from.field_notes),
            _ => {}
        }
    }

    /// Which site is the default one is a property of its own: it is settled apart from the sites.
    fn settle_sites(&mut self, seen: &Self, now: &Self) -> bool {
        let (mine, theirs) = (self.default_site(), now.default_site());
        let takes_theirs = mine == seen.default_site();
        let (mut sites, is_settled) = rows(&seen.sites, &self.sites, &now.sites);
        for site in &mut sites {
            site.is_default = match (takes_theirs, site.id) {
                (true, id) => id.is_some() && id == theirs,
                (false, Some(id)) => Some(id) == mine,
                (false, None) => site.is_default,
            };
        }
        self.sites = sites;
        is_settled && (takes_theirs || theirs == seen.default_site() || theirs == mine)
    }

    fn default_site(&self) -> Option<SiteId> {
        self.sites.iter().find(|site| site.is_default)?.id
    }
}

/// A contact or a site.
trait Row: Clone {
    /// What it goes by; none when it is new.
    fn key(&self) -> Option<String>;
    /// Whether both say the same, but for what nobody is shown.
    fn says(&self, other: &Self) -> bool;
    /// With what nobody is shown as the other one writes it.
    fn with_secrets_of(self, other: &Self) -> Self;
    /// Whether it writes something that nobody is shown.
    fn has_secrets(&self) -> bool;
}

impl Row for ContactEdit {
    /// Contacts have no numbers.
    fn key(&self) -> Option<String> {
        Some(self.name.to_lowercase())
    }

    fn says(&self, other: &Self) -> bool {
        self == other
    }

    fn with_secrets_of(self, _: &Self) -> Self {
        self
    }

    fn has_secrets(&self) -> bool {
        false
    }
}

impl Row for SiteEdit {
    fn key(&self) -> Option<String> {
        self.id.map(|id| id.to_string())
    }

    fn says(&self, other: &Self) -> bool {
        (&self.name, &self.street, &self.postal_code, &self.town)
            == (&other.name, &other.street, &other.postal_code, &other.town)
    }

    fn with_secrets_of(self, other: &Self) -> Self {
        Self { secrets: other.secrets.clone(), ..self }
    }

    fn has_secrets(&self) -> bool {
        !self.secrets.is_empty()
    }
}

/// What tells a row from its namesakes: what it goes by, and the how manieth of them it is.
type Key = Option<(String, usize)>;

fn keyed<T: Row>(rows: &[T]) -> Vec<(Key, &T)> {
    let key = |(at, row): (usize, &T)| {
        let key = row.key()?;
        let namesakes = rows[..at].iter().filter(|other| other.key().as_ref() == Some(&key)).count();
        Some((key, namesakes))
    };
    rows.iter().enumerate().map(|(at, row)| (key((at, row)), row)).collect()
}

fn find<'a, T>(rows: &[(Key, &'a T)], key: &Key) -> Option<&'a T> {
    key.as_ref()?;
    rows.iter().find(|(other, _)| other == key).map(|(_, row)| *row)
}

/// Settles each row for itself, in the order in which they stand now, new ones last; and whether nobody wants
/// something else of the same. Where somebody does, one's own stays.
fn rows<T: Row>(seen: &[T], mine: &[T], now: &[T]) -> (Vec<T>, bool) {
    let is_same = |(seen, now): (&T, &T)| seen.key() == now.key() && seen.says(now);
    if seen.len() == now.len() && seen.iter().zip(now).all(is_same) {
        return (mine.to_vec(), true);
    }
    let (seen, mine, now) = (keyed(seen), keyed(mine), keyed(now));
    let (mut kept, mut is_settled) = (Vec::with_capacity(now.len()), true);
    for (key, theirs) in &now {
        let before = find(&seen, key);
        let they_changed = before.is_none_or(|before| !before.says(theirs));
        match find(&mine, key) {
            Some(my) if before.is_some_and(|before| before.says(my)) || my.says(theirs) => {
                kept.push((*theirs).clone().with_secrets_of(my));
            }
            Some(my) => {
                is_settled &= !they_changed;
                kept.push(my.clone());
            }
            // They have added it.
            None if before.is_none() => kept.push((*theirs).clone()),
            // One has removed it; if they have changed it meanwhile, that is told.
            None => is_settled &= !they_changed,
        }
    }
    for (key, my) in mine.iter().filter(|(key, _)| find(&now, key).is_none()) {
        match find(&seen, key) {
            // They have removed what one has not touched.
            Some(before) if before.says(my) && !my.has_secrets() => {}
            Some(_) => {
                is_settled = false;
                kept.push((*my).clone());
            }
            None => kept.push((*my).clone()),
        }
    }
    (kept, is_settled)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::customers::{SecretEdit, SecretKind};

    fn contact(name: &str, phone: &str) -> ContactEdit {
        ContactEdit { name: name.into(), phone: phone.into(), ..ContactEdit::default() }
    }

    fn site(id: i32, street: &str) -> SiteEdit {
        SiteEdit { id: Some(SiteId(id)), street: street.into(), is_default: id == 1, ..SiteEdit::default() }
    }

    fn seen() -> CustomerEdit {
        CustomerEdit {
            name: "Öbergs Bageri AB".into(),
            phone: "+46185550142".into(),
            contacts: vec![contact("Ingrid", "+46701740605"), contact("Per", "")],
            sites: vec![site(1, "Torget 1"), site(2, "Ågatan 2")],
            ..CustomerEdit::default()
        }
    }

    #[test]
    fn what_only_one_of_two_has_changed_is_kept() {
        let mine = CustomerEdit { name: "Bergs Bageri AB".into(), ..seen() };
        let now = CustomerEdit { phone: String::new(), email: "info@oberg.example".into(), ..seen() };
        let both = CustomerEdit { name: "Bergs Bageri AB".into(), ..now.clone() };
        assert_eq!(mine.merged(&seen(), now), Ok(both));
    }

    #[test]
    fn what_both_have_changed_is_told_and_nothing_is_lost() {
        let mine = CustomerEdit { name: "Mitt".into(), ..seen() };
        let now = CustomerEdit { name: "Deras".into(), phone: String::new(), ..seen() };
        let clash = mine.merged(&seen(), now.clone()).unwrap_err();
        assert_eq!(clash.fields, [Field::Name]);
        assert_eq!((clash.mine.name.as_str(), clash.mine.phone.as_str()), ("Mitt", ""));
        assert_eq!(clash.now, now);
        // Whoever saves again has seen what stands; whoever takes theirs has it.
        assert_eq!(clash.mine.clone().merged(&now, now.clone()), Ok(clash.mine.clone()));
        let mut taken = clash.mine;
        taken.take(Field::Name, &now);
        assert_eq!(taken, now);
    }

    #[test]
    fn contacts_and_sites_are_settled_one_by_one() {
        let (mut mine, mut now) = (seen(), seen());
        mine.contacts = vec![contact("Ingrid", "+46701740606")];
        now.contacts.push(contact("Eva", ""));
        mine.sites[1].street = "Ågatan 22".into();
        mine.sites.push(SiteEdit { street: "Nygatan 3".into(), is_default: true, ..SiteEdit::default() });
        mine.sites[0].is_default = false;
        now.sites[0].town = "Uppsala".into();
        let merged = mine.merged(&seen(), now).unwrap();
        assert_eq!(merged.contacts, [contact("Ingrid", "+46701740606"), contact("Eva", "")]);
        let sites: Vec<_> = merged
            .sites
            .iter()
            .map(|site| (site.street.as_str(), site.town.as_str(), site.is_default))
            .collect();
        assert_eq!(
            sites,
            [("Torget 1", "Uppsala", false), ("Ågatan 22", "", false), ("Nygatan 3", "", true)]
        );
    }

    #[test]
    fn namesakes_among_contacts_are_not_mixed_up() {
        let seen = CustomerEdit { contacts: vec![contact("Per", "1"), contact("Per", "2")], ..seen() };
        let (mut mine, mut now) = (seen.clone(), seen.clone());
        mine.contacts[1].phone = "22".into();
        now.contacts[0].phone = "11".into();
        let merged = mine.merged(&seen, now).unwrap();
        assert_eq!(merged.contacts, [contact("Per", "11"), contact("Per", "22")]);
    }

    #[test]
    fn one_of_them_that_both_have_changed_is_told() {
        let (mut mine, mut now) = (seen(), seen());
        mine.contacts[0].phone = "+46701740606".into();
        now.contacts.remove(0);
        mine.sites[0].street = "Torget 11".into();
        now.sites[0].street = "Torget 12".into();
        let clash = mine.merged(&seen(), now).unwrap_err();
        assert_eq!(clash.fields, [Field::Contacts, Field::Sites]);
        assert_eq!(clash.mine.contacts.len(), 2, "one's own is kept until one has chosen");
        assert_eq!(clash.mine.sites[0].street, "Torget 11");
    }

    #[test]
    fn two_default_sites_are_told() {
        let (mut mine, mut now) = (seen(), seen());
        mine.sites.push(SiteEdit { street: "Nygatan 3".into(), is_default: true, ..SiteEdit::default() });
        mine.sites[0].is_default = false;
        now.sites[0].is_default = false;
        now.sites[1].is_default = true;
        let clash = mine.merged(&seen(), now).unwrap_err();
        assert_eq!(clash.fields, [Field::Sites]);
        assert_eq!(
            clash.mine.sites.iter().map(|site| site.is_default).collect::<Vec<_>>(),
            [false, false, true]
        );
    }

    #[test]
    fn what_is_protected_goes_with_whoever_writes_it() {
        let (mut mine, mut now) = (seen(), seen());
        let code = SecretEdit { kind: SecretKind::DoorCode, value: Some("4711".into()) };
        mine.sites[0].secrets = vec![code.clone()];
        now.sites[0].town = "Uppsala".into();
        let merged = mine.merged(&seen(), now).unwrap();
        assert_eq!((merged.sites[0].town.as_str(), &merged.sites[0].secrets), ("Uppsala", &vec![code]));
    }
}
