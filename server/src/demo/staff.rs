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
    /// By name, one of [`teams`].
    pub team: Option<&'static str>,
    /// A login beside the e-mail, for those who have no mailbox at work.
    pub user_name: Option<String>,
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

type Row = (&'static str, &'static str, &'static str, Option<&'static str>, Role, usize);

#[rustfmt::skip]
const BJORKDALA: &[Row] = &[
    ("Maria", "Lindqvist", "Platschef", None, Role::Administrator, 2),
    ("Sofia", "Berg", "Kundansvarig", None, Role::Office, 2),
    ("Johan", "Åkesson", "Arbetsledare", Some("Lag Nord"), Role::Office, 5),
    ("Anna", "Törnqvist", "Kundtjänst", None, Role::Office, 4),
    ("Helena", "Norén", "Ekonomi och lön", None, Role::Office, 3),
    ("Mattias", "Ekdahl", "Arbetsledare", Some("Kvällslaget"), Role::Office, 4),
    ("Amira", "Haddad", "Lokalvårdare", Some("Lag Syd"), Role::Employee, 4),
    ("Tomasz", "Wójcik", "Lokalvårdare och förråd", None, Role::Employee, 2),
    ("Nadia", "Said", "Lokalvårdare", Some("Lag Nord"), Role::Employee, 2),
    ("Linnéa", "Öhman", "Hemstädare", Some("Hemstäd"), Role::Employee, 1),
    ("Yusuf", "Warsame", "Lokalvårdare", Some("Kvällslaget"), Role::Employee, 1),
    ("Katarzyna", "Zielińska", "Hemstädare", Some("Hemstäd"), Role::Employee, 1),
    ("Björn", "Hedlund", "Fönsterputsare", Some("Fönster och golv"), Role::Employee, 1),
    ("Fatima", "Osman", "Lokalvårdare", Some("Lag Syd"), Role::Employee, 1),
    ("Elif", "Demir", "Lokalvårdare", Some("Kvällslaget"), Role::Employee, 1),
    ("Oskar", "Granath", "Golvvårdare", Some("Fönster och golv"), Role::Employee, 1),
    ("Senada", "Hodžić", "Hemstädare", Some("Hemstäd"), Role::Employee, 1),
    ("Selam", "Tesfay", "Lokalvårdare", Some("Lag Syd"), Role::Employee, 1),
    ("Malee", "Srisai", "Hemstädare", Some("Hemstäd"), Role::Employee, 1),
    ("Oksana", "Kovalenko", "Lokalvårdare", Some("Lag Nord"), Role::Employee, 1),
    ("Göran", "Fors", "Fönsterputsare", Some("Fönster och golv"), Role::Employee, 1),
    ("Lucía", "Rojas", "Hemstädare", Some("Hemstäd"), Role::Employee, 1),
    ("Ebba", "Lövgren", "Lokalvårdare, timanställd", None, Role::Employee, 1),
    ("Reza", "Karimi", "Golvvårdare", Some("Fönster och golv"), Role::Employee, 1),
];

#[rustfmt::skip]
const NORRSKEN: &[Row] = &[
    ("Erik", "Norrman", "Verksamhetschef", None, Role::Administrator, 3),
    ("Lena", "Marklund", "Kundansvarig", None, Role::Office, 3),
    ("Stefan", "Brännström", "Arbetsledare", None, Role::Office, 3),
    ("Åsa", "Lundmark", "Lokalvårdare", Some("Umeå"), Role::Employee, 2),
    ("Hodan", "Abdullahi", "Lokalvårdare", Some("Umeå"), Role::Employee, 2),
    ("Jukka", "Mäkelä", "Fönsterputsare", None, Role::Employee, 1),
    ("Ida", "Sandberg", "Hemstädare", None, Role::Employee, 1),
    ("Piotr", "Nowak", "Golvvårdare", None, Role::Employee, 1),
    ("Mariam", "Ghebremedhin", "Lokalvårdare", Some("Skellefteå"), Role::Employee, 1),
    ("Nils", "Åström", "Lokalvårdare", Some("Luleå"), Role::Employee, 1),
    ("Rojin", "Yilmaz", "Hemstädare", None, Role::Employee, 1),
];

/// The company's teams, in its order.
pub(super) const fn teams(company: Company) -> &'static [&'static str] {
    match company {
        Company::Bjorkdala => &["Lag Nord", "Lag Syd", "Kvällslaget", "Hemstäd", "Fönster och golv"],
        Company::Norrsken => &["Umeå", "Skellefteå", "Luleå"],
    }
}

/// Somebody who has left: name and title.
pub(super) const fn former(company: Company) -> (&'static str, &'static str) {
    match company {
        Company::Bjorkdala => ("Peter Strand", "Lokalvårdare"),
        Company::Norrsken => ("Ulla Hedman", "Hemstädare"),
    }
}

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
        .map(|(index, &(first_name, last_name, title, team, role, share))| Employee {
            first_name,
            last_name,
            email: format!("{}.{}@{}", mail_part(first_name), mail_part(last_name), company.mail_domain()),
            phone: phone::mobile(numbers_before + index),
            title,
            team,
            user_name: (role == Role::Employee)
                .then(|| format!("{}.{}", mail_part(first_name), mail_part(last_name))),
            role,
            share,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_of_a_team_that_there_is() {
        for company in [Company::Bjorkdala, Company::Norrsken] {
            for employee in employees(company) {
                assert!(employee.team.is_none_or(|team| teams(company).contains(&team)), "{employee:?}");
            }
        }
    }

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
