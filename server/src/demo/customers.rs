//! The customers of a demo company: a few known from the pictures of the product, the rest made up.

use std::collections::HashMap;

use self::CustomerKind::{Brf, Company as Firm, Municipal, Private};
use super::company::Company;
use super::corpus::template::{BRF, COMPANY, Fits, HOME, MUNICIPAL, SHOP};
use super::names::{FIRST, LAST, mail_part};
use super::organisation_number::{Series, organisation_number};
use super::phone;
use super::random::Random;
use super::streets::{Street, streets};

/// The kinds of customer a cleaning company has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum CustomerKind {
    /// A housing co-operative.
    Brf,
    /// A company with an office or a practice.
    Company,
    /// A school or pre-school of a municipality.
    Municipal,
    /// A company with a shop.
    Shop,
    /// A private person.
    Private,
}

/// One customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Customer {
    /// `Karlsson, Eva` for a private person, otherwise the organisation's name.
    pub name: String,
    /// Decides which cases it has.
    pub kind: CustomerKind,
    /// None for private persons, whose number the product doesn't keep.
    pub organisation_number: Option<String>,
    /// First name of the contact, or of the private person.
    pub contact_first: String,
    /// Last name of the same.
    pub contact_last: String,
    /// Unique within a company.
    pub email: String,
    /// A number that rings nowhere.
    pub phone: String,
    /// With the house number.
    pub address: String,
    /// As on a letter: `753 20`.
    pub postal_code: String,
    /// The post town.
    pub town: String,
    /// The street alone, as one says it.
    pub(super) street: String,
}

/// How many customers go with `cases`: about one for eight, at least 120 and at most 5,000.
pub(super) fn customer_count(cases: usize) -> usize {
    (cases / 8).clamp(120, 5_000)
}

/// The first `count` customers of `company`, the same for the same seed.
pub(super) fn customers(seed: u64, company: Company, count: usize) -> Vec<Customer> {
    let mut maker = Maker::new(seed, company);
    let known = match company {
        Company::Bjorkdala => KNOWN,
        Company::Norrsken => &[],
    };
    let known = known.iter().map(|known| maker.known(known)).collect::<Vec<_>>();
    let made_up = count.saturating_sub(known.len());
    let mut all: Vec<_> = known.into_iter().take(count).collect();
    all.extend((0..made_up).map(|_| maker.made_up()));
    all
}

impl CustomerKind {
    /// All kinds, so that the position can be used as an index.
    pub(super) const ALL: [Self; 5] = [Self::Brf, Self::Company, Self::Municipal, Self::Shop, Self::Private];

    /// How often each of `ALL` occurs, in percent.
    const SHARES: [usize; 5] = [30, 21, 7, 6, 36];

    /// The texts that suit the kind.
    pub(super) fn fits(self) -> Fits {
        match self {
            Self::Brf => BRF,
            Self::Company => COMPANY,
            Self::Municipal => MUNICIPAL,
            Self::Shop => SHOP,
            Self::Private => HOME,
        }
    }

    fn series(self) -> Option<Series> {
        match self {
            Self::Brf => Some(Series::Housing),
            Self::Company | Self::Shop => Some(Series::Company),
            Self::Municipal => Some(Series::Municipality),
            Self::Private => None,
        }
    }
}

struct Known {
    name: &'static str,
    kind: CustomerKind,
    contact: (&'static str, &'static str),
    email: &'static str,
    street: &'static str,
    house: &'static str,
    postal_code: &'static str,
}

const fn known(
    name: &'static str,
    kind: CustomerKind,
    contact: (&'static str, &'static str),
    email: &'static str,
    (street, house, postal_code): (&'static str, &'static str, &'static str),
) -> Known {
    Known { name, kind, contact, email, street, house, postal_code }
}

#[rustfmt::skip]
const KNOWN: &[Known] = &[
    known("BRF Solgläntan", Brf, ("Ingrid", "Sandell"), "styrelsen@solglantan.example", ("Solgläntevägen", "4–10", "754 40")),
    known("Lundin & Frisk AB", Firm, ("Karin", "Frisk"), "karin.frisk@lundinfrisk.example", ("Dragarbrunnsgatan", "40", "753 20")),
    known("Karlsson, Eva", Private, ("Eva", "Karlsson"), "eva.karlsson@mejl.example", ("Rosenvägen", "17", "756 52")),
    known("Kungsängens Tandvård", Firm, ("Mona", "Ahlgren"), "reception@kungsangenstandvard.example", ("Kungsgatan", "79", "753 18")),
    known("Öberg, Lennart", Private, ("Lennart", "Öberg"), "lennart.oberg@mejl.example", ("Geijersgatan", "12", "752 26")),
    known("Björklund, Ann-Sofie", Private, ("Ann-Sofie", "Björklund"), "ann-sofie.bjorklund@mejl.example", ("Norbyvägen", "31", "752 39")),
    known("BRF Kvarnbacken", Brf, ("Göran", "Wikström"), "styrelsen@kvarnbacken.example", ("Ringgatan", "22", "752 17")),
    known("Fyrisvallens Förskola", Municipal, ("Lena", "Hägglund"), "rektor@fyrisvallen.example", ("Börjegatan", "58", "752 29")),
    known("Hallström Arkitekter", Firm, ("Jakob", "Hallström"), "info@hallstromarkitekter.example", ("Vaksalagatan", "61", "753 31")),
    known("Nyström, Birgitta", Private, ("Birgitta", "Nyström"), "birgitta.nystrom@mejl.example", ("Årstagatan", "9", "754 34")),
    known("Holmgren, Kerstin", Private, ("Kerstin", "Holmgren"), "kerstin.holmgren@mejl.example", ("Villavägen", "5", "752 36")),
    known("Ekström, Jonas", Private, ("Jonas", "Ekström"), "jonas.ekstrom@mejl.example", ("Salagatan", "44", "753 26")),
    known("Wallin, Peter", Private, ("Peter", "Wallin"), "peter.wallin@mejl.example", ("Vårdsätravägen", "88", "756 55")),
];

#[rustfmt::skip]
const PLACE_BEGINS: &[&str] = &[
    "Sol", "Kvarn", "Gran", "Björk", "Ek", "Lind", "Tall", "Rönn", "Hassel", "Äppel", "Körsbärs",
    "Ljung", "Älv", "Sjö", "Strand", "Berg", "Skogs", "Blom", "Kungs", "Slotts", "Kyrk", "Smeds",
    "Lärk", "Svan", "Tran", "Ör", "Måne",
];

#[rustfmt::skip]
const PLACE_ENDS: &[&str] = &[
    "gläntan", "backen", "gården", "hagen", "lunden", "dalen", "åsen", "höjden", "parken", "ängen",
    "terrassen", "hörnet", "vreten", "sluttningen", "kullen",
];

#[rustfmt::skip]
const TRADES: &[&str] = &[
    "Arkitekter", "Redovisning", "Advokatbyrå", "Tandvård", "Fastigheter", "Bygg AB", "El AB",
    "Måleri AB", "Konsult AB", "VVS AB", "Reklambyrå", "Fysioterapi", "Ögonklinik", "Teknik AB",
    "Mäklarbyrå", "IT AB", "Veterinärklinik", "Åkeri AB", "Rekrytering", "Begravningsbyrå",
];

#[rustfmt::skip]
const SHOPS: &[&str] = &[
    "Bageri", "Blommor", "Cykel", "Skor", "Bokhandel", "Optik", "Livs", "Järnhandel", "Konditori",
    "Sport", "Frisör", "Guldsmed", "Färghandel", "Möbler",
];

const SCHOOLS: &[&str] = &["förskola", "förskola", "skola", "skola", "gymnasium"];

struct Maker {
    random: Random,
    company: Company,
    home: Vec<Street>,
    surroundings: Vec<Street>,
    /// How often each name has been used, as it looks in a mail address, so that the second one
    /// gets a number.
    used: HashMap<String, usize>,
    made: usize,
}

impl Maker {
    fn new(seed: u64, company: Company) -> Self {
        Self {
            random: Random::new(seed, &[company.stream(), 1]),
            company,
            home: streets(company.home()).collect(),
            surroundings: streets(company.surroundings()).collect(),
            used: HashMap::new(),
            made: 0,
        }
    }

    fn known(&mut self, known: &Known) -> Customer {
        self.used.insert(mail_part(known.name), 1);
        Customer {
            name: known.name.to_owned(),
            kind: known.kind,
            organisation_number: self.organisation_number(known.kind),
            contact_first: known.contact.0.to_owned(),
            contact_last: known.contact.1.to_owned(),
            email: known.email.to_owned(),
            phone: self.phone(known.kind),
            address: format!("{} {}", known.street, known.house),
            postal_code: known.postal_code.to_owned(),
            town: "Uppsala".to_owned(),
            street: known.street.to_owned(),
        }
    }

    fn made_up(&mut self) -> Customer {
        let kind = CustomerKind::ALL[self.random.weighted(&CustomerKind::SHARES)];
        let contact_first = (*self.random.pick(FIRST)).to_owned();
        let contact_last = (*self.random.pick(LAST)).to_owned();
        let name = match kind {
            CustomerKind::Private => format!("{contact_last}, {contact_first}"),
            _ => self.organisation(kind),
        };
        let street = self.street();
        let house = self.random.between(1, 94);
        let block = self.random.between(10, 69);
        let phone = self.phone(kind);
        Customer {
            email: self.email(kind, &name, &contact_first, &contact_last),
            name,
            kind,
            organisation_number: self.organisation_number(kind),
            contact_first,
            contact_last,
            phone,
            address: format!("{} {house}", street.name),
            postal_code: format!("{} {block}", street.code),
            town: street.town.to_owned(),
            street: street.name.to_owned(),
        }
    }

    fn organisation(&mut self, kind: CustomerKind) -> String {
        let name = match kind {
            CustomerKind::Brf => format!("BRF {}", self.place()),
            CustomerKind::Municipal => {
                format!("{} {}", genitive(&self.place()), self.random.pick(SCHOOLS))
            }
            CustomerKind::Shop => {
                let owner = *self.random.pick(LAST);
                format!("{} {}", genitive(owner), self.random.pick(SHOPS))
            }
            CustomerKind::Company | CustomerKind::Private => self.firm(),
        };
        let times = self.used.entry(mail_part(&name)).or_insert(0);
        *times += 1;
        if *times == 1 { name } else { format!("{name} {times}") }
    }

    fn firm(&mut self) -> String {
        let last = *self.random.pick(LAST);
        match self.random.below(4) {
            0 => format!("{last} & {} AB", self.random.pick(LAST)),
            1 => format!("{} {}", genitive(&self.place()), self.random.pick(TRADES)),
            _ => format!("{last} {}", self.random.pick(TRADES)),
        }
    }

    fn place(&mut self) -> String {
        format!("{}{}", self.random.pick(PLACE_BEGINS), self.random.pick(PLACE_ENDS))
    }

    fn street(&mut self) -> Street {
        let near = self.random.chance(72);
        *self.random.pick(if near { &self.home } else { &self.surroundings })
    }

    fn organisation_number(&mut self, kind: CustomerKind) -> Option<String> {
        kind.series().map(|series| organisation_number(series, &mut self.random))
    }

    fn phone(&mut self, kind: CustomerKind) -> String {
        self.made += 1;
        match (kind, self.company) {
            (CustomerKind::Private, _) => phone::mobile(40 + self.made),
            (_, Company::Bjorkdala) => phone::stockholm(self.made),
            (_, Company::Norrsken) => phone::kiruna(self.made),
        }
    }

    /// Numbered for private persons, as several may have the same name.
    fn email(&self, kind: CustomerKind, name: &str, first: &str, last: &str) -> String {
        let made = self.made;
        match kind {
            CustomerKind::Private => {
                format!("{}.{}{made}@mejl.example", mail_part(first), mail_part(last))
            }
            CustomerKind::Brf => {
                format!("styrelsen@{}.example", mail_part(name.trim_start_matches("BRF ")))
            }
            _ => format!("info@{}.example", mail_part(name)),
        }
    }
}

fn genitive(name: &str) -> String {
    if name.ends_with(['s', 'x', 'z']) { name.to_owned() } else { format!("{name}s") }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::organisation_number::check_digit;
    use super::*;

    #[test]
    fn every_organisation_number_is_valid() {
        for customer in customers(3, Company::Bjorkdala, 5_000) {
            let Some(number) = customer.organisation_number else {
                assert_eq!(customer.kind, CustomerKind::Private);
                continue;
            };
            let (stem, check) = number.split_at(number.len() - 1);
            assert_eq!(check, check_digit(stem).to_string(), "{number}");
            match customer.kind {
                CustomerKind::Brf => assert!(number.starts_with("769")),
                CustomerKind::Municipal => assert!(number.starts_with("212000")),
                _ => assert!(number.starts_with("55")),
            }
        }
    }

    #[test]
    fn organisations_have_names_and_addresses_of_their_own() {
        for company in Company::ALL {
            let all = customers(1, company, 5_000);
            let emails: HashSet<_> = all.iter().map(|customer| &customer.email).collect();
            assert_eq!(emails.len(), all.len());
            let organisations = || all.iter().filter(|c| c.kind != CustomerKind::Private);
            let names: HashSet<_> = organisations().map(|customer| &customer.name).collect();
            assert_eq!(names.len(), organisations().count());
        }
    }

    #[test]
    fn more_customers_begin_with_the_same_ones() {
        let few = customers(9, Company::Bjorkdala, 120);
        let many = customers(9, Company::Bjorkdala, 300);
        assert_eq!(few[..], many[..120]);
        assert!(few.iter().any(|customer| customer.email == "karin.frisk@lundinfrisk.example"));
    }
}
