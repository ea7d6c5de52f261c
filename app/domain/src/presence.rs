//! Who has a case open, and whether they are changing it. Told to those who see the case.

use crate::ids::{CaseNumber, PersonId};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// How often a page that stands open says so, in seconds. Who has been silent for more than twice as
/// long has gone.
pub const SIGN_OF_PRESENCE: u32 = 15;

/// What somebody does with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doing {
    /// Has it open.
    Reading,
    /// Changes its subject or body.
    Editing,
    /// Has left it.
    Gone,
}

impl Doing {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Reading, Self::Editing, Self::Gone];

    /// Its letter on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reading => "r",
            Self::Editing => "e",
            Self::Gone => "g",
        }
    }

    /// The one with that letter.
    pub fn parse(letter: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|doing| doing.as_str() == letter)
    }
}

/// Somebody who has a case open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they do: never [`Doing::Gone`].
    pub doing: Doing,
}

/// Who has which case open, as the stream carries it: a line for each of them, `2411 3 e Sofia Berg`,
/// and `2411` alone when nobody has it open any more. After a first line `*` it is all there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Presence {
    /// Cases that are not named are open to nobody.
    pub is_all: bool,
    /// The cases, each with all who have it open.
    pub cases: Vec<(CaseNumber, Vec<Present>)>,
}

impl fmt::Display for Presence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines = Vec::new();
        if self.is_all {
            lines.push("*".to_owned());
        }
        for (case, people) in &self.cases {
            if people.is_empty() {
                lines.push(case.to_string());
            }
            let line = |present: &Present| {
                format!("{case} {} {} {}", present.person, present.doing.as_str(), present.name)
            };
            lines.extend(people.iter().map(line));
        }
        f.write_str(&lines.join("\n"))
    }
}

/// Not written by [`Presence`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPresence;

impl FromStr for Presence {
    type Err = NotPresence;

    fn from_str(text: &str) -> Result<Self, NotPresence> {
        let mut presence = Self::default();
        for line in text.lines() {
            if line == "*" {
                presence.is_all = true;
                continue;
            }
            let mut parts = line.splitn(4, ' ');
            let case = parts.next().and_then(|case| case.parse().ok()).ok_or(NotPresence)?;
            let present = match (parts.next(), parts.next(), parts.next()) {
                (None, ..) => None,
                (Some(person), Some(doing), Some(name)) => Some(Present {
                    person: person.parse().map_err(|_| NotPresence)?,
                    doing: Doing::parse(doing).ok_or(NotPresence)?,
                    name: name.to_owned(),
                }),
                _ => return Err(NotPresence),
            };
            match presence.cases.last_mut() {
                Some((last, people)) if *last == case => people.extend(present),
                _ => presence.cases.push((case, present.into_iter().collect())),
            }
        }
        Ok(presence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn present(person: i32, doing: Doing, name: &str) -> Present {
        Present { person: PersonId(person), doing, name: name.into() }
    }

    #[test]
    fn presence_survives_the_wire() {
        let two = vec![present(3, Doing::Editing, "Sofia Berg"), present(4, Doing::Reading, "Åke af Ek")];
        for presence in [
            Presence { is_all: false, cases: vec![(CaseNumber(2411), two.clone()), (CaseNumber(7), vec![])] },
            Presence { is_all: true, cases: vec![(CaseNumber(1), two)] },
            Presence { is_all: true, cases: vec![] },
        ] {
            assert_eq!(presence.to_string().parse(), Ok(presence));
        }
        for strange in ["x", "1 2", "1 2 e", "1 x e Sofia", "1 2 q Sofia"] {
            assert_eq!(strange.parse::<Presence>(), Err(NotPresence), "{strange}");
        }
    }
}
