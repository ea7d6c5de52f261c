//! The company's words, as every page needs them: kept by each server process for as long as they are the same.
//!
//! With the session one is told how often they have changed (`company.word_changes`, which triggers count), and what is
//! kept holds for one such number alone: so no process shows old words, and none has to be told. They are the same for
//! everybody in the company.

use crate::{Result, Tx, cases, roles};
use domain::{
    cases::Vocabulary,
    ids::{CompanyId, RoleId},
    people::Viewer,
};
use quick_cache::sync::Cache;
use std::sync::Arc;

/// What a company calls things.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// Statuses, types, teams, and what the company does without.
    pub(crate) vocabulary: Vocabulary,
    /// Its own roles, by name.
    pub(crate) roles: Vec<(RoleId, String)>,
}

/// The words of the companies that were at work last.
#[derive(Clone, Debug)]
pub(crate) struct Kept(Arc<Cache<CompanyId, (i64, Arc<Words>)>>);

impl Kept {
    /// Of so many companies; some ten kilobytes each.
    const COMPANIES: usize = 500;
}

impl Default for Kept {
    fn default() -> Self {
        Self(Arc::new(Cache::new(Self::COMPANIES)))
    }
}

/// The words as they were when the request came, or newer ones. For what only reads: who has changed words asks the
/// database itself.
pub(crate) async fn words(viewer: &Viewer, tx: &mut Tx) -> Result<Arc<Words>> {
    let Some(changes) = viewer.word_changes else { return read(viewer, tx).await };
    match kept(viewer, tx.kept()) {
        Some(words) => Ok(words),
        None => {
            let words = read(viewer, tx).await?;
            tx.kept().0.insert(viewer.company, (changes, words.clone()));
            Ok(words)
        }
    }
}

/// The same without the database; none when they are not kept.
pub(crate) fn kept(viewer: &Viewer, kept: &Kept) -> Option<Arc<Words>> {
    let (changes, words) = kept.0.get(&viewer.company)?;
    (Some(changes) == viewer.word_changes).then_some(words)
}

async fn read(viewer: &Viewer, tx: &mut Tx) -> Result<Arc<Words>> {
    let vocabulary = cases::vocabulary_in(tx, viewer.company).await?;
    Ok(Arc::new(Words { vocabulary, roles: roles::names(viewer, tx).await? }))
}
