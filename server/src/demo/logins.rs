//! The logins that are promised to those who look at the demo.

use super::Company;
use domain::people::Role;

/// The password of everybody who can log in.
pub const PASSWORD: &str = "arende-demo";

/// One of the promised logins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Login {
    /// What one types.
    pub email: &'static str,
    /// What it may do.
    pub role: Role,
    /// Where.
    pub company: &'static str,
}

/// One for each role, and the administrator of the second company.
pub const LOGINS: [Login; 5] = [
    bjorkdala("maria.lindqvist@bjorkdala.example", Role::Administrator),
    bjorkdala("sofia.berg@bjorkdala.example", Role::Office),
    bjorkdala("amira.haddad@bjorkdala.example", Role::Employee),
    bjorkdala("karin.frisk@lundinfrisk.example", Role::Customer),
    Login {
        email: "erik.norrman@norrsken.example",
        role: Role::Administrator,
        company: Company::Norrsken.name(),
    },
];

const fn bjorkdala(email: &'static str, role: Role) -> Login {
    Login { email, role, company: Company::Bjorkdala.name() }
}
