//! Organisationsnummer and personnummer: checked, kept as digits, shown as people write them.
//!
//! The crates for these read the clock to guess a century and bring a regex engine; a check digit and
//! a calendar are enough, and the browser has them too.

use chrono::NaiveDate;

/// An organisation's number as it is kept: ten digits. A sole trader's is their personnummer, whose
/// ten digits count as well. An organisation's begins with its group, which is never 0, and has 20 or more where a
/// person's has the month (lag 1974:174).
pub fn organisation(text: &str) -> Option<String> {
    let digits = digits(text)?;
    // Twelve digits are a sole trader's with the century, or begin with 16 as authorities write them.
    let ten = match digits.len() {
        10 => digits,
        12 if digits.starts_with("16") || born(&digits).is_some() => digits.get(2..)?.to_owned(),
        _ => return None,
    };
    let is_organisation = !ten.starts_with('0') && ten.get(2..4)? >= "20";
    let is_person = ["19", "20"].iter().any(|century| born(&format!("{century}{ten}")).is_some());
    ((is_organisation || is_person) && has_check_digit(&ten)).then_some(ten)
}

/// A person's number as it is kept: twelve digits. Written with ten it is of the last hundred years
/// before `today`, or with `+` of the hundred before; a samordningsnummer's day is 60 too high.
pub fn person(text: &str, today: NaiveDate) -> Option<String> {
    let digits = digits(text)?;
    let twelve = match digits.len() {
        12 => digits,
        10 => with_century(&digits, text.contains('+'), today)?,
        _ => return None,
    };
    let is_sound = born(&twelve).is_some_and(|born| born <= today) && has_check_digit(twelve.get(2..)?);
    is_sound.then_some(twelve)
}

/// As people write it: `556123-4567`, `19811218-9876`.
pub fn shown(kept: &str) -> String {
    match kept.split_at_checked(kept.len().saturating_sub(4)) {
        Some((first, last)) if kept.len() >= 10 => format!("{first}-{last}"),
        _ => kept.to_owned(),
    }
}

/// The ten digits that both notations of a number share: what a search compares.
pub fn searched(text: &str) -> Option<String> {
    let digits = digits(text)?;
    matches!(digits.len(), 10 | 12).then(|| digits[digits.len() - 10..].to_owned())
}

fn digits(text: &str) -> Option<String> {
    let is_sign = |c: char| c.is_ascii_digit() || c.is_whitespace() || "-–+".contains(c);
    text.chars().all(is_sign).then(|| text.chars().filter(char::is_ascii_digit).collect())
}

fn with_century(ten: &str, over_hundred: bool, today: NaiveDate) -> Option<String> {
    let candidates = ["20", "19", "18"].map(|century| format!("{century}{ten}"));
    let mut past = candidates.into_iter().filter(|twelve| born(twelve).is_some_and(|born| born <= today));
    past.nth(usize::from(over_hundred))
}

fn born(twelve: &str) -> Option<NaiveDate> {
    let part = |from: usize, to: usize| twelve.get(from..to)?.parse::<u32>().ok();
    let day = part(6, 8)?;
    let day = if day > 60 { day - 60 } else { day };
    NaiveDate::from_ymd_opt(part(0, 4)?.try_into().ok()?, part(4, 6)?, day)
}

/// Luhn's.
fn has_check_digit(ten: &str) -> bool {
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let digits = ten.chars().filter_map(|c| c.to_digit(10)).enumerate();
    digits.map(|(place, digit)| if place % 2 == 0 { doubled(digit) } else { digit }).sum::<u32>() % 10 == 0
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    #[test]
    fn organisations_are_read_in_any_notation() {
        for text in ["212000-0142", "2120000142", "16212000-0142", " 212000 0142 "] {
            assert_eq!(organisation(text).as_deref(), Some("2120000142"), "{text}");
        }
        assert_eq!(organisation("19811218-9876").as_deref(), Some("8112189876"), "a sole trader");
        let no_organisations = ["000000-0000", "811318-9875", "20811318-9875", "012000-0104"];
        for text in ["212000-0143", "212000-014", "", "nummer", "21200001421"].iter().chain(&no_organisations)
        {
            assert_eq!(organisation(text), None, "{text}");
        }
    }

    #[test]
    fn people_get_their_century() {
        for text in ["811218-9876", "19811218-9876", "8112189876"] {
            assert_eq!(person(text, today()).as_deref(), Some("198112189876"), "{text}");
        }
        assert_eq!(person("811218+9876", today()).as_deref(), Some("188112189876"));
        assert_eq!(person("811278-9873", today()).as_deref(), Some("198112789873"), "a samordningsnummer");
        for text in ["811218-9875", "811318-9876", "20811218-9876", "811218"] {
            assert_eq!(person(text, today()), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_shown_with_their_hyphen() {
        assert_eq!(shown("2120000142"), "212000-0142");
        assert_eq!(shown("198112189876"), "19811218-9876");
        assert_eq!(shown(""), "");
    }
}
