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
use domain::search::{Search, Term};
use std::borrow::Cow;

/// Takes apart what was typed. A letter and its mark apart, as some keyboards and file names have
/// them, are composed first: [`Search`] would see the end of a word between them.
pub(crate) async fn parse(tx: &mut Tx, text: &str) -> Result<Search> {
    Ok(Search::parse(&composed(tx, text).await?))
}

/// The same, where names and numbers stand side by side.
pub(crate) async fn terms(tx: &mut Tx, text: &str) -> Result<Vec<Term>> {
    Ok(Term::parse(&composed(tx, text).await?))
}

/// Whether something was typed in which there is nothing to search for: it finds nothing, not everything.
pub(crate) fn is_void(text: &str) -> bool {
    !is_blank(text) && Search::parse(text).is_empty()
}

/// Whether nothing was typed.
fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

async fn composed<'t>(tx: &mut Tx, text: &'t str) -> Result<Cow<'t, str>> {
    if !text.contains(|c| ('\u{300}'..='\u{36f}').contains(&c)) {
        return Ok(Cow::Borrowed(text));
    }
    let composed = sqlx::query_scalar!(r#"SELECT normalize($1) AS "composed!""#, text);
    Ok(Cow::Owned(composed.fetch_one(&mut **tx).await?))
}
