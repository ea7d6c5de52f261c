//! The people who work at the demo's companies.

use domain::people::Role;

use super::company::Company;
use super::names::mail_part;
use super::phone;

/// One employee.
#[derive(Clone, Debug, PartialEq)]
pub struct Employee {
    /// Unique within a company.
    pub first_name: &'static str,
    /// Without the first name.
    pub last_name: &'static str,
    /// Also the login.
    pub email: String,
    /// A number that rings nowhere.
    pub phone: String,
    /// In Swedish, as it stands on the card.
    pub title: &'static str,
    /// What the login may do.
    pub role: Role,
    /// How many of the open cases fall on this person, relative to the others of the same kind.
    pub(super) share: usize,
}

impl Employee {
    /// First and last name.
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }

    /// Whether the person works in the office.
    pub fn is_office(&self) -> bool {
        self.role != Role::Employee
    }
}

type Row = (&'static str, &'static str, &'static str, Role, usize);

#[rustfmt::skip]
const BJORKDALA: &[Row] = &[
    ("Maria", "Lindqvist", "Platschef", Role::Administrator, 2),
    ("Sofia", "Berg", "Kundansvarig", Role::Office, 2),
    ("Johan", "Åkesson", "Arbetsledare, lag Nord", Role::Office, 5),
    ("Anna", "Törnqvist", "Kundtjänst", Role::Office, 4),
    ("Helena", "Norén", "Ekonomi och lön", Role::Office, 3),
    ("Mattias", "Ekdahl", "Arbetsledare, kväll", Role::Office, 4),
    ("Amira", "Haddad", "Lokalvårdare, lag Syd", Role::Employee, 4),
    ("Tomasz", "Wójcik", "Lokalvårdare och förråd", Role::Employee, 2),
    ("Nadia", "Said", "Lokalvårdare, lag Nord", Role::Employee, 2),
    ("Linnéa", "Öhman", "Hemstädare", Role::Employee, 1),
    ("Yusuf", "Warsame", "Lokalvårdare, kväll", Role::Employee, 1),
    ("Katarzyna", "Zielińska", "Hemstädare", Role::Employee, 1),
    ("Björn", "Hedlund", "Fönsterputsare", Role::Employee, 1),
    ("Fatima", "Osman", "Lokalvårdare, lag Syd", Role::Employee, 1),
    ("Elif", "Demir", "Lokalvårdare, kväll", Role::Employee, 1),
    ("Oskar", "Granath", "Golvvårdare", Role::Employee, 1),
    ("Senada", "Hodžić", "Hemstädare", Role::Employee, 1),
    ("Selam", "Tesfay", "Lokalvårdare, lag Syd", Role::Employee, 1),
    ("Malee", "Srisai", "Hemstädare", Role::Employee, 1),
    ("Oksana", "Kovalenko", "Lokalvårdare, lag Nord", Role::Employee, 1),
    ("Göran", "Fors", "Fönsterputsare", Role::Employee, 1),
    ("Lucía", "Rojas", "Hemstädare", Role::Employee, 1),
    ("Ebba", "Lövgren", "Lokalvårdare, timanställd", Role::Employee, 1),
    ("Reza", "Karimi", "Golvvårdare", Role::Employee, 1),
];

#[rustfmt::skip]
const NORRSKEN: &[Row] = &[
    ("Erik", "Norrman", "Verksamhetschef", Role::Administrator, 3),
    ("Lena", "Marklund", "Kundansvarig", Role::Office, 3),
    ("Stefan", "Brännström", "Arbetsledare", Role::Office, 3),
    ("Åsa", "Lundmark", "Lokalvårdare, Umeå", Role::Employee, 2),
    ("Hodan", "Abdullahi", "Lokalvårdare, Umeå", Role::Employee, 2),
    ("Jukka", "Mäkelä", "Fönsterputsare", Role::Employee, 1),
    ("Ida", "Sandberg", "Hemstädare", Role::Employee, 1),
    ("Piotr", "Nowak", "Golvvårdare", Role::Employee, 1),
    ("Mariam", "Ghebremedhin", "Lokalvårdare, Skellefteå", Role::Employee, 1),
    ("Nils", "Åström", "Lokalvårdare, Luleå", Role::Employee, 1),
    ("Rojin", "Yilmaz", "Hemstädare", Role::Employee, 1),
];

/// Everyone who works at `company`; cases point at people by their place in this list.
pub(super) fn employees(company: Company) -> Vec<Employee> {
    let rows = match company {
        Company::Bjorkdala => BJORKDALA,
        Company::Norrsken => NORRSKEN,
    };
    let numbers_before = match company {
        Company::Bjorkdala => 0,
        Company::Norrsken => BJORKDALA.len(),
    };
    rows.iter()
        .enumerate()
        .map(|(index, &(first_name, last_name, title, role, share))| Employee {
            first_name,
            last_name,
            email: format!("{}.{}@{}", mail_part(first_name), mail_part(last_name), company.mail_domain()),
            phone: phone::mobile(numbers_before + index),
            title,
            role,
            share,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_promised_logins_exist() {
        let find =
            |company, email: &str| employees(company).into_iter().find(|employee| employee.email == email);
        let role = |company, email| find(company, email).map(|employee| employee.role);
        let bjorkdala = Company::Bjorkdala;
        assert_eq!(role(bjorkdala, "maria.lindqvist@bjorkdala.example"), Some(Role::Administrator));
        assert_eq!(role(bjorkdala, "sofia.berg@bjorkdala.example"), Some(Role::Office));
        assert_eq!(role(bjorkdala, "amira.haddad@bjorkdala.example"), Some(Role::Employee));
        assert_eq!(role(Company::Norrsken, "erik.norrman@norrsken.example"), Some(Role::Administrator));
    }
}
