//! Words that were typed wrongly: what is one or two letters away, by common trigrams.

use crate::{Result, Tx};
use domain::search::Search;
use sqlx::{Postgres, QueryBuilder};

/// Shorter words are too like too many.
const FROM: usize = 4;
/// How like two words must be, from 0 to 1: "nykel" is 0.5 to "nyckel", "vaktmestare" 0.57 to "vaktmästare".
const LIKENESS: &str = "0.45";

/// The search's words, folded; none when they are too short to be typed wrongly.
pub(crate) async fn words(tx: &mut Tx, search: &Search) -> Result<Option<Vec<String>>> {
    let long: Vec<String> =
        search.words.iter().filter(|word| word.chars().count() >= FROM).cloned().collect();
    if long.is_empty() {
        return Ok(None);
    }
    // For this transaction only.
    let folded = sqlx::query_scalar!(
        r#"SELECT fold(word) AS "folded!" FROM unnest($1::text[]) AS word
           WHERE set_config('pg_trgm.word_similarity_threshold', $2, true) IS NOT NULL"#,
        &long,
        LIKENESS
    );
    Ok(Some(folded.fetch_all(&mut **tx).await?))
}

/// Appends that `column` has words like each of them.
pub(crate) fn push(query: &mut QueryBuilder<Postgres>, column: &str, words: &[String]) {
    for word in words {
        query.push(" AND ").push_bind(word.clone()).push(" <% ").push(column);
    }
}

/// Appends how like they are in all.
pub(crate) fn push_likeness(query: &mut QueryBuilder<Postgres>, column: &str, words: &[String]) {
    query.push("(0");
    for word in words {
        query.push(" + word_similarity(").push_bind(word.clone()).push(", ").push(column).push(")");
    }
    query.push(")");
}
