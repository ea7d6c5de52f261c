//! Phone numbers: read in any notation, kept as E.164, shown as Swedes write them.
//!
//! The Swedish plan is closed and small. A library for all the world's numbers carries a megabyte of
//! them, and this is shown in the browser too.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A phone number as it is kept: `+46185550142`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(String);

/// Area codes of two digits and mobile prefixes, without the 0 before. 8 is the only one of one digit; all
/// others have three digits.
const TWO_DIGITS: [&str; 33] = [
    "10", "11", "13", "16", "18", "19", "20", "21", "23", "26", "31", "33", "35", "36", "40", "42", "44",
    "46", "54", "60", "63", "70", "71", "72", "73", "74", "75", "76", "77", "78", "79", "90", "99",
];

impl Phone {
    /// Reads a number in any notation: `018-555 01 42`, `+46 (0)18 555 01 42`, `0046 18…`.
    pub fn parse(text: &str) -> Option<Self> {
        if !is_written(text) {
            return None;
        }
        let text = text.trim().replace("(0)", "");
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let international = match (text.starts_with('+'), digits.strip_prefix("00"), digits.strip_prefix('0'))
        {
            (true, ..) => digits,
            (_, Some(abroad), _) => abroad.to_owned(),
            (_, _, Some(national)) => format!("46{national}"),
            _ => return None,
        };
        // Swedes who write +46 018… mean the same number.
        let international = match international.strip_prefix("460") {
            Some(national) => format!("46{national}"),
            None => international,
        };
        let fits = (8..=15).contains(&international.len()) && !international.starts_with('0');
        fits.then(|| Self(format!("+{international}")))
    }

    /// One that the database keeps.
    pub fn kept(e164: String) -> Self {
        Self(e164)
    }

    /// As it is kept, and as a link dials it.
    pub fn e164(&self) -> &str {
        &self.0
    }
}

/// In Swedish form: `018-555 01 42`; one from abroad in groups after its `+`.
impl fmt::Display for Phone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(national) = self.0.strip_prefix("+46") else {
            return formatter.write_str(&self.0);
        };
        let area = match national {
            _ if national.starts_with('8') => 1,
            _ if TWO_DIGITS.iter().any(|area| national.starts_with(area)) => 2,
            _ => 3,
        };
        let Some((area, subscriber)) = national.split_at_checked(area) else {
            return formatter.write_str(&self.0);
        };
        write!(formatter, "0{area}-{}", grouped(subscriber))
    }
}

/// Groups of two from the end, the first one of two or three: `555 01 42`, `123 456 78`.
fn grouped(digits: &str) -> String {
    let sizes: &[usize] = match digits.len() {
        5 => &[3, 2],
        6 => &[2, 2, 2],
        7 => &[3, 2, 2],
        8 => &[3, 3, 2],
        _ => return digits.to_owned(),
    };
    let (mut rest, mut groups) = (digits, Vec::new());
    for size in sizes {
        let (group, after) = rest.split_at(*size);
        groups.push(group);
        rest = after;
    }
    groups.join(" ")
}

/// Whether it is written with nothing but what numbers are written with.
pub fn is_written(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+()-–./\u{a0}".contains(c))
}

/// The digits by which a typed number is found within one that is kept, whatever its notation: of
/// `070-174`, `+46 70 174` and `0046 70174` alike. None when it cannot be a part of a number.
pub fn searched(text: &str) -> Option<String> {
    const SHORTEST: usize = 4;
    if !is_written(text) {
        return None;
    }
    let digits: String = text.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let found = match text.trim().starts_with('+') {
        true => digits,
        false => digits.trim_start_matches('0').to_owned(),
    };
    (found.len() >= SHORTEST).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        Phone::parse(text).map(|phone| phone.to_string()).unwrap_or_default()
    }

    #[test]
    fn any_notation_gives_the_same_number() {
        for text in [
            "018-555 01 42",
            "0185550142",
            "+46 18 555 01 42",
            "+46 (0)18-555 01 42",
            "0046185550142",
            "(018) 555 01 42",
            "+46 018 555 01 42",
        ] {
            assert_eq!(Phone::parse(text).as_ref().map(Phone::e164), Some("+46185550142"), "{text}");
        }
    }

    #[test]
    fn numbers_are_shown_as_swedes_write_them() {
        assert_eq!(shown("0185550142"), "018-555 01 42");
        assert_eq!(shown("0846500407"), "08-465 004 07");
        assert_eq!(shown("+46701740605"), "070-174 06 05");
        assert_eq!(shown("0980319200"), "0980-31 92 00");
        assert_eq!(shown("+4722334455"), "+4722334455");
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in
            ["", "ring växeln", "555 01 42", "0", "+46", "070-174 06 05 eller hemma", "123456789012345678"]
        {
            assert_eq!(Phone::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_part_of_a_number_is_searched_in_any_notation() {
        let kept = "46701740605";
        for text in ["070-174 06 05", "+46 70 174", "0046701740605", "174 06 05", "0701 74"] {
            assert!(searched(text).is_some_and(|digits| kept.contains(&digits)), "{text}");
        }
        assert_eq!(searched("BRF 070"), None);
        assert_eq!(searched("070"), None);
    }
}
