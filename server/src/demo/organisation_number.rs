//! Swedish organisation numbers that look right, check right and belong to nobody.

use super::random::Random;

/// The kinds of organisation the demo has, each with its series.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Series {
    /// Limited companies: 55…
    Company,
    /// Housing co-operatives: 769…
    Housing,
    /// Municipalities: 212000…
    Municipality,
}

/// A number of the series with its check digit, written as `556123-4567`.
///
/// The company and housing series start high, where none has been registered yet, so that no real
/// company appears in a demo.
pub(super) fn organisation_number(series: Series, random: &mut Random) -> String {
    let (prefix, digits) = match series {
        Series::Company => ("5599", 5),
        Series::Housing => ("7698", 5),
        Series::Municipality => ("212000", 3),
    };
    let serial = random.below(10_usize.pow(digits));
    let stem = format!("{prefix}{serial:0width$}", width = digits as usize);
    let check = check_digit(&stem);
    let (group, rest) = stem.split_at(6);
    format!("{group}-{rest}{check}")
}

/// The Luhn check digit to put after `digits`; other characters are passed over.
pub(super) fn check_digit(digits: &str) -> u32 {
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(place, digit)| if place % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { digit })
        .sum();
    (10 - sum % 10) % 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_luhn() {
        assert_eq!(check_digit("811218-987"), 6);
        assert_eq!(check_digit("212000-014"), 2);
    }

    #[test]
    fn each_series_keeps_its_prefix_and_form() {
        let mut random = Random::new(1, &[]);
        for (series, prefix) in
            [(Series::Company, "55"), (Series::Housing, "769"), (Series::Municipality, "212000")]
        {
            for _ in 0..200 {
                let number = organisation_number(series, &mut random);
                assert!(number.starts_with(prefix) && number.len() == 11, "{number}");
                let (stem, check) = number.split_at(10);
                assert_eq!(check, check_digit(stem).to_string(), "{number}");
            }
        }
    }
}
