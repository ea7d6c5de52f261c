//! The search: what is kept of a case for it, and the condition that asks.
//!
//! A case is found when each word is found: in all cases by stem or beginning, in open ones also
//! inside words ("städning" in "Storstädning"). Texts and words are brought to NFC and folded alike.
//! Of nothing but small words ("det", "sedan"), each is found where a subject has it as it is written.

mod found;
mod index;
pub(crate) mod similar;
mod word;

pub(crate) use found::Found;
pub(crate) use index::{index, index_customer};

use crate::{Result, Tx};
use domain::search::Search;

/// Takes apart what was typed. A letter and its mark apart, as some keyboards and file names have
/// them, are composed first: [`Search`] would see the end of a word between them.
pub(crate) async fn parse(tx: &mut Tx, text: &str) -> Result<Search> {
    if !text.contains(|c| ('\u{300}'..='\u{36f}').contains(&c)) {
        return Ok(Search::parse(text));
    }
    let composed = sqlx::query_scalar!(r#"SELECT normalize($1) AS "composed!""#, text);
    Ok(Search::parse(&composed.fetch_one(&mut **tx).await?))
}
