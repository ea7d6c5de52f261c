//! Small pages of cases that other systems' pages show in a frame.

use crate::{
    cases::{Glance, Vocabulary},
    problem::{Field, FieldError, Refusal},
};
use serde::{Deserialize, Serialize};

/// So many cases one shows.
pub const ROWS: usize = 6;

/// Most pages that may frame them.
const ORIGINS_LIMIT: usize = 20;

/// Both lists, and what is needed to show them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Widget {
    /// Mina ärenden.
    pub mine: Glance,
    /// Nyinkomna ärenden.
    pub new: Glance,
    /// The company's words, and what it does without.
    pub vocabulary: Vocabulary,
    /// Whose pages may frame it.
    pub origins: Vec<String>,
}

/// What the settings show of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WidgetSettings {
    /// Where browsers find us.
    pub address: String,
    /// Whose pages may frame them.
    pub origins: Vec<String>,
    /// The viewer has a key.
    pub has_key: bool,
}

/// Reads origins, one a line: `https://intranet.example`, with a port if need be.
///
/// # Errors
/// One that is none, or too many: they go into a header as they are.
pub fn origins(text: &str) -> Result<Vec<String>, Vec<FieldError>> {
    let refused = |refusal| vec![FieldError { field: Field::Origins, refusal }];
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut origins = Vec::new();
    for line in lines {
        origins.push(origin(line).ok_or_else(|| refused(Refusal::Malformed))?);
    }
    origins.sort();
    origins.dedup();
    match origins.len() {
        ..=ORIGINS_LIMIT => Ok(origins),
        _ => Err(refused(Refusal::TooLong { limit: ORIGINS_LIMIT as u32 })),
    }
}

fn origin(text: &str) -> Option<String> {
    let text = text.trim_end_matches('/').to_ascii_lowercase();
    let (scheme, rest) = text.split_once("://")?;
    let (host, port) = rest.split_once(':').map_or((rest, None), |(host, port)| (host, Some(port)));
    let is_host = !host.is_empty()
        && host.len() <= 200
        && host.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
    let is_port = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
    (matches!(scheme, "https" | "http") && is_host && is_port).then_some(text)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_origin_is_told_with_the_form_that_is_wanted() {
        let refused = origins("intranet").unwrap_err();
        let told = refused[0].sentence(crate::text::Language::Swedish);
        assert!(told.contains("Skriv en per rad som https://intranet.foretaget.se"), "{told}");
    }

    #[test]
    fn origins_are_read_one_a_line() {
        let text = " https://Intranet.example/\n\nhttp://10.0.0.7:8080\nhttps://intranet.example";
        assert_eq!(origins(text).unwrap(), ["http://10.0.0.7:8080", "https://intranet.example"]);
        assert_eq!(origins("").unwrap(), [""; 0]);
    }

    #[test]
    fn nothing_else_gets_into_the_header() {
        for text in [
            "*",
            "intranet.example",
            "https://a b",
            "https://a;script-src *",
            "https://*",
            "data://x",
            "https://a/sida",
            "https://a:x",
            "https://",
            "https://a:0",
            "https://a\u{a0}b",
            "'none'",
        ] {
            assert!(origins(text).is_err(), "{text}");
        }
    }
}
