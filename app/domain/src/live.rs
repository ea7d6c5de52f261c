//! What is told while one looks: which cases have changed, never how. Who is told asks for what is
//! shown, as who they are.

use crate::ids::CaseNumber;
use std::{fmt, str::FromStr};

/// How often a stream without news shows that it still runs, in seconds. Who hears nothing for twice
/// that long has lost it.
pub const SIGN_OF_LIFE: u32 = 20;

/// One piece of news, as the stream carries it: numbers with spaces between, or `*`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// These cases were made or changed, or said something in.
    Cases(Vec<CaseNumber>),
    /// Too much has changed to be told, or something was missed: all that is shown may be old.
    Anything,
}

impl Heard {
    /// No news at all.
    pub const NOTHING: Self = Self::Cases(Vec::new());

    /// Whether there is no news in it.
    pub fn is_nothing(&self) -> bool {
        *self == Self::NOTHING
    }

    /// Whether it concerns the case.
    pub fn is_about(&self, number: CaseNumber) -> bool {
        match self {
            Self::Cases(numbers) => numbers.contains(&number),
            Self::Anything => true,
        }
    }

    /// Both together.
    #[must_use]
    pub fn and(self, later: Self) -> Self {
        match (self, later) {
            (Self::Cases(mut numbers), Self::Cases(later)) => {
                numbers.extend(later);
                numbers.sort_unstable();
                numbers.dedup();
                Self::Cases(numbers)
            }
            _ => Self::Anything,
        }
    }
}

impl fmt::Display for Heard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anything => f.write_str("*"),
            Self::Cases(numbers) => {
                for (index, number) in numbers.iter().enumerate() {
                    f.write_str(if index == 0 { "" } else { " " })?;
                    number.fmt(f)?;
                }
                Ok(())
            }
        }
    }
}

/// Not written by [`Heard`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotHeard;

impl FromStr for Heard {
    type Err = NotHeard;

    fn from_str(text: &str) -> Result<Self, NotHeard> {
        match text {
            "*" => Ok(Self::Anything),
            text => {
                let numbers =
                    text.split_ascii_whitespace().map(|number| number.parse().map_err(|_| NotHeard));
                numbers.collect::<Result<_, _>>().map(Self::Cases)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cases(numbers: &[i32]) -> Heard {
        Heard::Cases(numbers.iter().copied().map(CaseNumber).collect())
    }

    #[test]
    fn news_survive_the_wire() {
        for heard in [cases(&[2411]), cases(&[1, 2, 2_000_000_000]), cases(&[]), Heard::Anything] {
            assert_eq!(heard.to_string().parse(), Ok(heard));
        }
        for strange in ["**", "x", "1,2", "-"] {
            assert_eq!(strange.parse::<Heard>(), Err(NotHeard), "{strange:?}");
        }
    }

    #[test]
    fn news_of_two_kinds_are_news_of_anything() {
        assert_eq!(cases(&[3, 1]).and(cases(&[2, 3])), cases(&[1, 2, 3]));
        assert_eq!(cases(&[1]).and(Heard::Anything), Heard::Anything);
        assert_eq!(Heard::Anything.and(cases(&[1])), Heard::Anything);
    }
}
