//! Which parts of a name match what was typed.

use leptos::prelude::*;

/// The name, its matching parts marked: bold and underlined, not coloured.
pub(crate) fn highlighted(name: &str, typed: &str) -> impl IntoView + use<> {
    let part = |(part, matches): (String, bool)| match matches {
        true => view! { <mark>{part}</mark> }.into_any(),
        false => part.into_any(),
    };
    parts(name, typed).into_iter().map(part).collect_view()
}

/// The name cut into parts, each with whether it matches a typed word, whatever its case.
fn parts(name: &str, typed: &str) -> Vec<(String, bool)> {
    let letters: Vec<char> = name.chars().collect();
    let folded: Vec<char> = letters.iter().copied().map(fold).collect();
    let mut matches = vec![false; letters.len()];
    for word in typed.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word: Vec<char> = word.chars().map(fold).collect();
        for start in 0..(folded.len() + 1).saturating_sub(word.len()) {
            if folded[start..].starts_with(&word) {
                matches[start..start + word.len()].fill(true);
            }
        }
    }
    let mut parts: Vec<(String, bool)> = Vec::new();
    for (letter, matching) in letters.into_iter().zip(matches) {
        match parts.last_mut() {
            Some((part, last)) if *last == matching => part.push(letter),
            _ => parts.push((letter.into(), matching)),
        }
    }
    parts
}

/// One letter for one letter, so that places stay the same.
fn fold(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::parts;

    fn marked(name: &str, typed: &str) -> String {
        let part = |(part, matches)| if matches { format!("[{part}]") } else { part };
        parts(name, typed).into_iter().map(part).collect()
    }

    #[test]
    fn every_typed_word_is_marked_whatever_its_case() {
        assert_eq!(marked("BRF Solgläntan", "sol"), "BRF [Sol]gläntan");
        assert_eq!(marked("BRF Solgläntan", "GLÄN brf"), "[BRF] Sol[glän]tan");
        assert_eq!(marked("Öberg, Lennart", "ö"), "[Ö]berg, Lennart");
    }

    #[test]
    fn overlapping_matches_are_one_and_nothing_typed_marks_nothing() {
        assert_eq!(marked("Banan", "an ana"), "B[anan]");
        assert_eq!(marked("Banan", " ,"), "Banan");
        assert_eq!(marked("Ann", "annika"), "Ann");
    }
}
