//! The words of a search, in the form of the indexes.

use crate::{Result, Tx};
use domain::{cases::Base, search::Search};
use sqlx::{Postgres, QueryBuilder};

/// What is looked for.
#[derive(Debug)]
pub(super) enum Words {
    /// Each of these, anywhere. Small ones ("och") beside them are left out, as they are in the index.
    Telling(Vec<Word>),
    /// There are only small ones: a tsquery of all of them, as they are written in a subject.
    Small(String),
}

/// A word as the database asks for it.
#[derive(Debug)]
pub(super) struct Word {
    /// A tsquery: any word that begins with this one's stem.
    stem: String,
    /// For LIKE; none when the word is too short for trigrams.
    inside: Option<String>,
}

impl Words {
    /// What the search says; none when the database sees no word in it ("½").
    pub(super) async fn read(tx: &mut Tx, search: &Search) -> Result<Option<Self>> {
        let words: Vec<String> =
            search.words.iter().map(|word| word.chars().take(Word::LIMIT).collect()).collect();
        // Letters and digits only, as `Search` promises: nothing in them is an operator or a wildcard.
        let records = sqlx::query!(
            r#"SELECT folded AS "folded!", to_tsquery('swedish_case', folded || ':*')::text AS "stem!",
                   to_tsquery('simple', folded)::text AS "as_written!"
               FROM unnest($1::text[]) WITH ORDINALITY AS w (word, position), fold(word) AS folded
               ORDER BY position"#,
            &words
        )
        .fetch_all(&mut **tx)
        .await?;
        if records.iter().all(|record| record.stem.is_empty()) {
            let written = records.into_iter().map(|record| record.as_written);
            let written: Vec<String> = written.filter(|word| !word.is_empty()).collect();
            return Ok((!written.is_empty()).then(|| Self::Small(written.join(" & "))));
        }
        let words = records.into_iter().filter(|record| !record.stem.is_empty()).map(|record| Word {
            stem: record.stem,
            inside: (record.folded.chars().count() >= Word::INSIDE_FROM)
                .then(|| format!("%{}%", record.folded)),
        });
        Ok(Some(Self::Telling(words.collect())))
    }

    /// Whether there are only small ones.
    pub(super) const fn are_small(&self) -> bool {
        matches!(self, Self::Small(_))
    }

    /// Appends the conditions on `case_search s`.
    pub(super) fn push(&self, query: &mut QueryBuilder<Postgres>, base: Base) {
        match self {
            Self::Telling(words) => words.iter().for_each(|word| word.push(query, base)),
            Self::Small(words) => {
                query.push(" AND case_subject_words(s.search_text) @@ ").push_bind(words.clone());
                query.push("::tsquery");
            }
        }
    }
}

impl Word {
    /// Words are cut here: their beginning finds them, and a tsquery takes no endless ones.
    const LIMIT: usize = 64;
    /// Shorter words have no trigrams and are found by their beginning.
    const INSIDE_FROM: usize = 3;

    /// Appends the condition on `case_search s`.
    fn push(&self, query: &mut QueryBuilder<Postgres>, base: Base) {
        query.push(" AND (s.search_words @@ ").push_bind(self.stem.clone()).push("::tsquery");
        if let (Some(inside), Base::Open | Base::All) = (&self.inside, base) {
            query.push(" OR s.is_open AND s.search_text LIKE ").push_bind(inside.clone());
        }
        query.push(")");
    }
}
