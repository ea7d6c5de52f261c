//! What the customers' cards hold beside name and address: contacts, sites, notes, protected values.

use super::company::Company;
use super::customers::{Customer, CustomerKind};
use super::names::{FIRST, LAST, mail_part};
use super::phone;
use super::random::Random;
use domain::customers::SecretKind;

/// The card of one customer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// In the order of the card.
    pub contacts: Vec<Contact>,
    /// The default one first; never empty.
    pub sites: Vec<Site>,
    /// For the office alone; may be empty.
    pub office_notes: &'static str,
    /// For staff in the field too; may be empty.
    pub field_notes: &'static str,
}

/// Somebody whom one reaches at a customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// Full name.
    pub name: String,
    /// What they are there.
    pub title: &'static str,
    /// In Swedish form.
    pub phone: String,
    /// None for those who are only reached by phone.
    pub email: Option<String>,
}

/// Where one works for a customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// Empty: its address says enough.
    pub name: &'static str,
    /// With the house number.
    pub street: String,
    /// As on a letter.
    pub postal_code: String,
    /// The post town.
    pub town: String,
    /// What is protected there.
    pub secrets: Vec<(SecretKind, String)>,
}

const OFFICE_NOTES: &[&str] = &[
    "E-faktura, 30 dagar. Referens ska stå på fakturan.",
    "Avtalet löper ut i juni. Hör av oss i april.",
    "Vill ha ett samlat svar i veckan, inte ett mejl för varje sak.",
    "Frågar gärna om rabatt. Priset är redan sänkt en gång.",
    "Ny kontaktperson väntas efter årsskiftet.",
];

const FIELD_NOTES: &[&str] = &[
    "Parkera på baksidan, aldrig framför entrén.",
    "Städförrådet står i källaren, till vänster om hissen.",
    "Ring på hos grannen om porten är låst.",
    "Använd bara miljömärkta medel. Allergiker i huset.",
    "Lämna nyckeln i nyckelskåpet, inte i brevlådan.",
    "Hunden är snäll men vill hälsa först.",
    "Larma på när du går, även om någon är kvar.",
];

const STAIRCASES: &[&str] = &["Trapphus A", "Trapphus B", "Trapphus C", "Tvättstugan", "Föreningslokalen"];
const ROOMS: &[&str] = &["Kontoret", "Lagret", "Butiken", "Utställningen"];

/// The cards of these customers, in their order: the same for the same seed.
pub(super) fn cards(seed: u64, company: Company, customers: &[Customer]) -> Vec<Card> {
    let mut random = Random::new(seed, &[company.stream(), 4]);
    customers.iter().enumerate().map(|(index, customer)| card(&mut random, index, customer)).collect()
}

fn card(random: &mut Random, index: usize, customer: &Customer) -> Card {
    let is_private = customer.kind == CustomerKind::Private;
    let office_notes = if random.chance(35) { random.pick(OFFICE_NOTES) } else { "" };
    let field_notes = if index == 0 || random.chance(40) { random.pick(FIELD_NOTES) } else { "" };
    Card {
        contacts: if is_private { Vec::new() } else { contacts(random, index, customer) },
        sites: sites(random, customer),
        office_notes,
        field_notes,
    }
}

fn contacts(random: &mut Random, index: usize, customer: &Customer) -> Vec<Contact> {
    let title = match customer.kind {
        CustomerKind::Brf => "ordförande",
        CustomerKind::Municipal => "rektor",
        CustomerKind::Shop => "butikschef",
        CustomerKind::Company | CustomerKind::Private => "kontorschef",
    };
    let first = Contact {
        name: format!("{} {}", customer.contact_first, customer.contact_last),
        title,
        phone: phone::mobile(index),
        email: Some(customer.email.clone()),
    };
    let second = random.chance(45).then(|| {
        let (given, family) = (random.pick(FIRST), random.pick(LAST));
        Contact {
            name: format!("{given} {family}"),
            title: if customer.kind == CustomerKind::Brf { "fastighetsskötare" } else { "reception" },
            phone: phone::mobile(index + 47),
            email: random
                .chance(50)
                .then(|| format!("{}.{}@mejl.example", mail_part(given), mail_part(family))),
        }
    });
    [first].into_iter().chain(second).collect()
}

fn sites(random: &mut Random, customer: &Customer) -> Vec<Site> {
    let names: &[&'static str] = match customer.kind {
        CustomerKind::Brf => STAIRCASES,
        CustomerKind::Company | CustomerKind::Shop => ROOMS,
        CustomerKind::Municipal | CustomerKind::Private => &[],
    };
    let count =
        if random.chance(35) { random.between(2, names.len().clamp(2, 4)).min(names.len()) } else { 0 };
    let site = |random: &mut Random, name| Site {
        name,
        street: customer.address.clone(),
        postal_code: customer.postal_code.clone(),
        town: customer.town.clone(),
        secrets: secrets(random, customer.kind),
    };
    match names.get(..count) {
        Some(names) if !names.is_empty() => names.iter().map(|name| site(random, name)).collect(),
        _ => vec![site(random, "")],
    }
}

fn secrets(random: &mut Random, kind: CustomerKind) -> Vec<(SecretKind, String)> {
    let wanted = match kind {
        CustomerKind::Brf => [90, 0, 40],
        CustomerKind::Private => [15, 10, 60],
        CustomerKind::Company | CustomerKind::Shop | CustomerKind::Municipal => [50, 70, 60],
    };
    let mut secrets = Vec::new();
    for (kind, percent) in SecretKind::ALL.into_iter().zip(wanted) {
        if random.chance(percent) {
            let digits = random.below(9000) + 1000;
            secrets.push((
                kind,
                match kind {
                    SecretKind::DoorCode => digits.to_string(),
                    SecretKind::Alarm => format!("Kod {digits}, dosan innanför dörren"),
                    SecretKind::KeyNumber => format!("Nyckel {}", digits % 400 + 1),
                },
            ));
        }
    }
    secrets
}

#[cfg(test)]
mod tests {
    use super::super::customers::customers;
    use super::*;

    #[test]
    fn every_customer_has_a_site_and_the_same_card_for_the_same_seed() {
        let known = customers(1, Company::Bjorkdala, 300);
        let made = cards(1, Company::Bjorkdala, &known);
        assert_eq!(made, cards(1, Company::Bjorkdala, &known));
        assert!(made.iter().all(|card| !card.sites.is_empty()));
        assert!(
            made.iter().any(|card| card.sites.len() > 2) && made.iter().any(|card| card.contacts.len() > 1)
        );
        assert!(!made[0].field_notes.is_empty());
    }
}
