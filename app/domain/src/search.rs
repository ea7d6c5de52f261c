//! What one types in the search, taken apart.

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

#[cfg(test)]
mod tests {
    use super::Search;

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
}
