//! The two companies of the demo and where they work.

use super::streets::{AROUND_UPPSALA, District, NORTH_OF_UMEA, UMEA, UPPSALA};

/// One of the demo's companies.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Company {
    /// Björkdala Städ AB in Uppsala.
    Bjorkdala,
    /// Norrsken Service AB in Umeå.
    Norrsken,
}

impl Company {
    /// Both, the larger first.
    pub const ALL: [Self; 2] = [Self::Bjorkdala, Self::Norrsken];

    /// The registered name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bjorkdala => "Björkdala Städ AB",
            Self::Norrsken => "Norrsken Service AB",
        }
    }

    /// What stands after `@` in its mail addresses.
    pub fn mail_domain(self) -> &'static str {
        match self {
            Self::Bjorkdala => "bjorkdala.example",
            Self::Norrsken => "norrsken.example",
        }
    }

    /// Where it has its office.
    pub(super) fn home(self) -> &'static [District] {
        match self {
            Self::Bjorkdala => UPPSALA,
            Self::Norrsken => UMEA,
        }
    }

    /// Where else it drives.
    pub(super) fn surroundings(self) -> &'static [District] {
        match self {
            Self::Bjorkdala => AROUND_UPPSALA,
            Self::Norrsken => NORTH_OF_UMEA,
        }
    }

    /// Keeps the random streams of the two apart.
    pub(super) fn stream(self) -> u64 {
        self as u64
    }
}
