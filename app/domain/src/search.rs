//! What one types in the search, taken apart.

use crate::phone;

/// A search: a case's number perhaps, and words that all must be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// "2411", "#2411" or "nr 2411": the case itself, whatever its status.
    pub number: Option<i32>,
    /// Words of letters and digits, as typed, at most [`Search::WORDS`].
    pub words: Vec<String>,
}

impl Search {
    /// More words than this narrow nothing further.
    pub const WORDS: usize = 8;

    /// Takes apart what was typed. Anything but letters and digits separates words, so no
    /// operator of a query language ever gets through.
    pub fn parse(text: &str) -> Self {
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(Self::WORDS)
            .map(str::to_owned)
            .collect();
        let number = match words.as_slice() {
            [number] => number.parse().ok(),
            [prefix, number] if matches!(prefix.to_lowercase().as_str(), "nr" | "ärende" | "case") => {
                number.parse().ok()
            }
            _ => None,
        };
        Self { number, words }
    }

    /// Nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// One of the things that must all be found, where names and numbers stand side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// Letters and digits.
    Word(String),
    /// A number, perhaps in groups: a phone's, an organisation's, a postal code.
    Number {
        /// As it was typed.
        written: String,
        /// Its groups, when they may as well be words, as in "storgatan 12 11432". A number that stands alone or
        /// that begins like a phone's is one: its groups would be found in everybody's.
        groups: Vec<String>,
    },
}

impl Term {
    /// Takes apart what was typed: "solgläntan 018-555 01 42" is a word and a number.
    pub fn parse(text: &str) -> Vec<Self> {
        let is_number = |part: &&str| part.contains(|c: char| c.is_ascii_digit()) && phone::is_written(part);
        let parts: Vec<&str> = text.split_whitespace().collect();
        let mut runs = parts.chunk_by(|one, next| is_number(one) && is_number(next)).peekable();
        let mut terms = Vec::new();
        while let Some(run) = runs.next() {
            let written = run.join(" ");
            let words = Search::parse(&written).words;
            if !run.iter().all(&is_number) || phone::searched(&written).is_none() {
                terms.extend(words.into_iter().map(Self::Word));
                continue;
            }
            let is_alone = terms.is_empty() && runs.peek().is_none();
            let groups = if is_alone || written.starts_with(['0', '+', '(']) { Vec::new() } else { words };
            terms.push(Self::Number { written, groups });
        }
        terms.truncate(Search::WORDS);
        terms
    }
}

#[cfg(test)]
mod tests {
    use super::{Search, Term};

    #[test]
    fn numbers_are_found_as_people_write_them() {
        for text in ["2411", "#2411", " nr 2411", "Ärende 2411", "nr. 2411"] {
            assert_eq!(Search::parse(text).number, Some(2411), "{text}");
        }
        assert_eq!(Search::parse("2411 nyckel").number, None);
        assert_eq!(Search::parse("99999999999").number, None);
    }

    #[test]
    fn only_letters_and_digits_become_words() {
        let search = Search::parse("BRF Solgläntan's & 'nyckel':* | !%_\\");
        assert_eq!(search.words, ["BRF", "Solgläntan", "s", "nyckel"]);
        assert!(Search::parse(" ?!% ").is_empty());
    }

    #[test]
    fn names_and_numbers_stand_side_by_side() {
        let word = |word: &str| Term::Word(word.into());
        let number = |written: &str, groups: &[&str]| Term::Number {
            written: written.into(),
            groups: groups.iter().map(|group| (*group).into()).collect(),
        };
        assert_eq!(Term::parse("sol 018-555 01 42"), [word("sol"), number("018-555 01 42", &[])]);
        assert_eq!(Term::parse("+46 (0)18 555 anna"), [number("+46 (0)18 555", &[]), word("anna")]);
        assert_eq!(Term::parse("754 40"), [number("754 40", &[])]);
        assert_eq!(Term::parse("sol 754 40"), [word("sol"), number("754 40", &["754", "40"])]);
        assert_eq!(Term::parse("storgatan 12"), [word("storgatan"), word("12")]);
        for nothing in ["💥", "'", "%", "\\", " - ", ""] {
            assert_eq!(Term::parse(nothing), [], "{nothing}");
        }
    }
}
