//! One word of a search, in the form of the index.

use crate::{Result, Tx};
use domain::{cases::Base, search::Search};
use sqlx::{Postgres, QueryBuilder};

/// A word as the database asks for it.
#[derive(Debug)]
pub(super) struct Word {
    /// A tsquery: any word that begins with this one's stem.
    stem: String,
    /// For LIKE; none when the word is too short for trigrams.
    inside: Option<String>,
}

impl Word {
    /// Words are cut here: their beginning finds them, and a tsquery takes no endless ones.
    const LIMIT: usize = 64;
    /// Shorter words have no trigrams and are found by their beginning.
    const INSIDE_FROM: usize = 3;

    /// The search's words. Those that say nothing ("och") are left out, as the index does.
    pub(super) async fn read(tx: &mut Tx, search: &Search) -> Result<Vec<Self>> {
        let words: Vec<String> =
            search.words.iter().map(|word| word.chars().take(Self::LIMIT).collect()).collect();
        // Letters and digits only, as `Search` promises: nothing in them is an operator or a wildcard.
        let records = sqlx::query!(
            r#"SELECT folded AS "folded!", to_tsquery('swedish_case', folded || ':*')::text AS "stem!"
               FROM unnest($1::text[]) WITH ORDINALITY AS w (word, position), fold(word) AS folded
               ORDER BY position"#,
            &words
        )
        .fetch_all(&mut **tx)
        .await?;
        let words = records.into_iter().filter(|record| !record.stem.is_empty()).map(|record| Self {
            stem: record.stem,
            inside: (record.folded.chars().count() >= Self::INSIDE_FROM)
                .then(|| format!("%{}%", record.folded)),
        });
        Ok(words.collect())
    }

    /// Appends the condition on `case_search s`.
    pub(super) fn push(&self, query: &mut QueryBuilder<Postgres>, base: Base) {
        query.push(" AND (s.search_words @@ ").push_bind(self.stem.clone()).push("::tsquery");
        if let (Some(inside), Base::Open | Base::All) = (&self.inside, base) {
            query.push(" OR s.is_open AND s.search_text LIKE ").push_bind(inside.clone());
        }
        query.push(")");
    }
}
