//! The search: what is kept of a case for it, and the condition that asks.
//!
//! A case is found when each word is found: in all cases by stem or beginning, in open ones also
//! inside words ("städning" in "Storstädning"). Texts and words are brought to NFC and folded alike.

use crate::{Result, Tx};
use domain::{
    cases::Base,
    ids::{CaseNumber, CompanyId},
    people::Viewer,
    search::Search,
};
use sqlx::{Postgres, QueryBuilder};

/// Writes what the search reads of a case, from its subject, body, customer's name and comments.
/// To be called when one of these has changed; `body` is the new body, none keeps the old.
pub(crate) async fn index(
    tx: &mut Tx,
    company: CompanyId,
    number: CaseNumber,
    body: Option<&str>,
) -> Result<()> {
    sqlx::query!(
        "WITH source AS (
             SELECT c.is_open, coalesce($3, t.body, '') AS body,
                 case_document(c.subject, coalesce($3, t.body), k.name,
                     (SELECT string_agg(m.body, E'\\n' ORDER BY m.id) FROM case_comment m
                      WHERE m.company_id = c.company_id AND m.number = c.number)) AS folded
             FROM cases c
             LEFT JOIN case_text t ON t.company_id = c.company_id AND t.number = c.number
             LEFT JOIN customer k ON k.company_id = c.company_id AND k.id = c.customer_id
             WHERE c.company_id = $1 AND c.number = $2)
         INSERT INTO case_text (company_id, number, is_open, body, search_text, search_words)
         SELECT $1, $2, is_open, body, folded, case_words(folded) FROM source
         ON CONFLICT (company_id, number) DO UPDATE
         SET is_open = excluded.is_open, body = excluded.body,
             search_text = excluded.search_text, search_words = excluded.search_words",
        company.0,
        number.0,
        body,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What was typed, as the database asks for it.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    number: Option<i32>,
    words: Vec<Word>,
}

#[derive(Debug)]
struct Word {
    /// A tsquery: any word that begins with this one's stem.
    stem: String,
    /// For LIKE; none when the word is too short for trigrams.
    inside: Option<String>,
}

impl Wanted {
    /// Words are cut here: their beginning finds them, and a tsquery takes no endless ones.
    const WORD_LIMIT: usize = 64;
    /// Shorter words have no trigrams and are found by their beginning.
    const INSIDE_FROM: usize = 3;

    /// Brings the words to the form of the index. Words that say nothing ("och") are left out.
    pub(crate) async fn read(tx: &mut Tx, search: &Search) -> Result<Self> {
        let words: Vec<String> =
            search.words.iter().map(|word| word.chars().take(Self::WORD_LIMIT).collect()).collect();
        // Letters and digits only, as `Search` promises: nothing in them is an operator or a wildcard.
        let records = sqlx::query!(
            r#"SELECT folded AS "folded!", to_tsquery('swedish_case', folded || ':*')::text AS "stem!"
               FROM unnest($1::text[]) WITH ORDINALITY AS w (word, position), fold(normalize(word)) AS folded
               ORDER BY position"#,
            &words
        )
        .fetch_all(&mut **tx)
        .await?;
        let words = records.into_iter().filter(|record| !record.stem.is_empty()).map(|record| Word {
            stem: record.stem,
            inside: (record.folded.chars().count() >= Self::INSIDE_FROM)
                .then(|| format!("%{}%", record.folded)),
        });
        Ok(Self { number: search.number, words: words.collect() })
    }

    /// Whether a case was asked for by its number: it is found whether open or closed.
    pub(crate) const fn has_number(&self) -> bool {
        self.number.is_some()
    }

    /// Appends the condition on `c.number`.
    pub(crate) fn push(&self, query: &mut QueryBuilder<Postgres>, viewer: &Viewer, base: Base) {
        if self.words.is_empty() && self.number.is_none() {
            return;
        }
        query.push(" AND c.number IN (SELECT s.number FROM case_search s WHERE s.company_id = ");
        query.push_bind(viewer.company.0);
        match base {
            Base::Open => query.push(" AND s.is_open"),
            Base::Closed => query.push(" AND NOT s.is_open"),
            Base::All => query,
        };
        for word in &self.words {
            word.push(query, base);
        }
        if let Some(number) = self.number {
            query.push(" UNION ALL SELECT ").push_bind(number);
        }
        query.push(")");
    }
}

impl Word {
    fn push(&self, query: &mut QueryBuilder<Postgres>, base: Base) {
        query.push(" AND (s.search_words @@ ").push_bind(self.stem.clone()).push("::tsquery");
        if let (Some(inside), Base::Open | Base::All) = (&self.inside, base) {
            query.push(" OR s.is_open AND s.search_text LIKE ").push_bind(inside.clone());
        }
        query.push(")");
    }
}
