//! Which cases have what was typed.

use super::{parse, word::Words};
use crate::{Result, Tx};
use domain::{
    cases::{Base, Count},
    ids::CompanyId,
    people::Viewer,
};
use sqlx::{Postgres, QueryBuilder};

/// The cases that a search found.
///
/// How many a word finds cannot be foretold: PostgreSQL takes any beginning of a word for one in
/// fifty cases, and would then read a million rows in the list's order to find none of twelve. So
/// they are looked up first, by the index, and named if they are few; if they are many, the list's
/// order meets them soon.
///
/// The index gives no hit before it has gathered all of them: half a million for a word that is in
/// every other case. Such a word is met in the newest cases already, so a few of these are asked first.
#[derive(Debug)]
pub(crate) struct Found {
    number: Option<i32>,
    in_subject_only: bool,
    hits: Hits,
}

#[derive(Debug)]
enum Hits {
    /// Nothing was asked.
    Everything,
    /// These cases.
    These(Vec<i32>),
    /// Too many to name: those that this asks for.
    Many(Asked),
}

/// All words, among the company's cases of that base status.
#[derive(Debug)]
struct Asked {
    company: CompanyId,
    base: Base,
    words: Words,
}

impl Found {
    /// So many are named: more than are ever counted.
    const FEW: usize = 2 * Count::CAP as usize;

    /// Looks up the cases of that base status that have all the words. One that is asked for by its
    /// number is found whatever its base status.
    pub(crate) async fn read(viewer: &Viewer, tx: &mut Tx, text: &str, base: Base) -> Result<Self> {
        let search = parse(tx, text).await?;
        let words = if search.is_empty() { None } else { Words::read(tx, &search).await? };
        let Some(words) = words else {
            // What says nothing finds nothing; a blank field asks nothing.
            let hits = if super::is_blank(text) { Hits::Everything } else { Hits::These(Vec::new()) };
            return Ok(Self { number: None, in_subject_only: false, hits });
        };
        let (number, in_subject_only) = (search.number, words.are_small());
        let asked = Asked { company: viewer.company, base, words };
        if asked.is_common(tx).await? {
            return Ok(Self { number, in_subject_only, hits: Hits::Many(asked) });
        }
        let mut query = QueryBuilder::<Postgres>::new("WITH hits AS MATERIALIZED (");
        // Materialised, it is planned as if all hits were wanted: by the index, not by luck.
        asked.push(&mut query);
        query.push(") SELECT number FROM hits LIMIT ").push(Self::FEW + 1);
        let mut hits: Vec<i32> = query.build_query_scalar().persistent(false).fetch_all(&mut **tx).await?;
        if hits.len() > Self::FEW {
            return Ok(Self { number, in_subject_only, hits: Hits::Many(asked) });
        }
        hits.extend(number);
        Ok(Self { number, in_subject_only, hits: Hits::These(hits) })
    }

    /// The case that was asked for by its number: the list's base status does not hold for it.
    pub(crate) const fn number(&self) -> Option<i32> {
        self.number
    }

    /// Whether all words were small ones, which are looked for in subjects only.
    pub(crate) const fn in_subject_only(&self) -> bool {
        self.in_subject_only
    }

    /// Whether there are more than are ever counted.
    pub(crate) const fn is_many(&self) -> bool {
        matches!(self.hits, Hits::Many(_))
    }

    /// Appends the condition on `c.number`.
    pub(crate) fn push(&self, query: &mut QueryBuilder<Postgres>) {
        match &self.hits {
            Hits::Everything => {}
            Hits::These(numbers) => {
                query.push(" AND c.number = ANY(").push_bind(numbers.clone()).push(")");
            }
            Hits::Many(asked) => {
                query.push(" AND c.number IN (");
                asked.push(query);
                if let Some(number) = self.number {
                    query.push(" UNION ALL SELECT ").push_bind(number);
                }
                query.push(")");
            }
        }
    }
}

impl Asked {
    /// So many of the newest cases tell how common a word is.
    const SAMPLE: i64 = 500;
    /// From here on it costs less to meet enough hits among the newest cases, `COUNTED / share` of them, than to
    /// gather `share * cases` out of the index, which takes some 1.6 times as long for each; the share is
    /// `hits / SAMPLE`. That is one case in fourteen among 100,000, one in forty among a million.
    const WORTH: i64 = Self::COUNTED * Self::SAMPLE * Self::SAMPLE * 10 / 16;
    /// Enough to know that there are more than are ever counted.
    const COUNTED: i64 = Count::CAP as i64 + 1;

    /// Appends the statement that gives the numbers.
    fn push(&self, query: &mut QueryBuilder<Postgres>) {
        query.push("SELECT s.number FROM case_search s");
        self.push_cases(query);
        self.words.push(query, self.base);
    }

    /// Whether the newest cases alone have more of it than are ever counted. Not asked of open ones, which have
    /// small indexes of their own, nor of small words, which only their index can tell quickly.
    async fn is_common(&self, tx: &mut Tx) -> Result<bool> {
        if self.base == Base::Open || self.words.are_small() {
            return Ok(false);
        }
        let mut query = QueryBuilder::<Postgres>::new("SELECT count(*), max(number) FROM (SELECT s.number");
        self.push_among_newest(&mut query, Self::SAMPLE);
        query.push(") hits");
        let (hits, number): (i64, Option<i32>) =
            query.build_query_as().persistent(false).fetch_one(&mut **tx).await?;
        // Numbers have no gaps to speak of: a case of the sample tells how many there are.
        let cases = i64::from(number.unwrap_or_default());
        if hits * hits * cases < Self::WORTH {
            return Ok(false);
        }
        // Half as many again: the sample is one.
        let newest = Self::COUNTED * Self::SAMPLE / hits * 3 / 2;
        let mut query = QueryBuilder::<Postgres>::new("SELECT count(*) FROM (SELECT");
        self.push_among_newest(&mut query, newest);
        query.push(" LIMIT ").push(Self::COUNTED).push(") hits");
        let counted: i64 = query.build_query_scalar().persistent(false).fetch_one(&mut **tx).await?;
        Ok(counted == Self::COUNTED)
    }

    /// Appends which of so many newest cases have it.
    fn push_among_newest(&self, query: &mut QueryBuilder<Postgres>, newest: i64) {
        query.push(" FROM (SELECT * FROM case_search s");
        self.push_cases(query);
        query.push(" ORDER BY s.number DESC LIMIT ").push(newest).push(") s WHERE true");
        self.words.push(query, self.base);
    }

    /// Appends which cases are asked.
    fn push_cases(&self, query: &mut QueryBuilder<Postgres>) {
        query.push(" WHERE s.company_id = ").push_bind(self.company.0);
        match self.base {
            Base::Open => query.push(" AND s.is_open"),
            Base::Closed => query.push(" AND NOT s.is_open"),
            Base::All => query,
        };
    }
}
