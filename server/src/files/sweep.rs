//! Bytes that belong to no file: of uploads that ended in the middle, that the database did not take, or
//! of files that were taken away and not put back in time. They are swept away once nobody can be at
//! work on them any more.

use super::storage::Storage;
use domain::ids::CompanyId;
use futures::StreamExt;
use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, SystemTime},
};
use store::Db;

/// No upload takes longer.
const AGE: Duration = Duration::from_secs(24 * 60 * 60);
/// How often it is swept, first when the server has found its feet.
const EVERY: Duration = Duration::from_secs(24 * 60 * 60);
const FIRST: Duration = Duration::from_secs(60);
/// The database is asked about so many at a time.
const AT_ONCE: usize = 500;

/// Sweeps as long as the server runs.
pub(crate) async fn keep_swept(storage: Storage, db: Db) {
    tokio::time::sleep(FIRST).await;
    loop {
        match sweep(&storage, &db, SystemTime::now() - AGE).await {
            Ok(0) => {}
            Ok(swept) => tracing::info!(swept, "left-over bytes of files were swept away"),
            Err(error) => tracing::warn!(%error, "left-over bytes of files were not swept away"),
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Deletes what was written before that time and is no file's. Gives how many there were.
///
/// # Errors
/// When the place of files or the database does not answer.
pub async fn sweep(
    storage: &Storage,
    db: &Db,
    before: SystemTime,
) -> Result<usize, Box<dyn std::error::Error + Send + Sync>> {
    let mut places = storage.places(before);
    let mut waiting: BTreeMap<CompanyId, BTreeSet<String>> = BTreeMap::new();
    let (mut count, mut swept) = (0, 0);
    while let Some(found) = places.next().await {
        let (company, place) = found?;
        waiting.entry(company).or_default().insert(place);
        count += 1;
        if count >= AT_ONCE {
            swept += sweep_among(storage, db, std::mem::take(&mut waiting)).await?;
            count = 0;
        }
    }
    Ok(swept + sweep_among(storage, db, waiting).await?)
}

async fn sweep_among(
    storage: &Storage,
    db: &Db,
    found: BTreeMap<CompanyId, BTreeSet<String>>,
) -> store::Result<usize> {
    let mut swept = 0;
    for (company, places) in found {
        let places: Vec<String> = places.into_iter().collect();
        store::files::let_go(db, company).await?;
        let known: BTreeSet<String> = store::files::known(db, company, &places).await?.into_iter().collect();
        for place in places.iter().filter(|place| !known.contains(*place)) {
            storage.delete(place).await;
            swept += 1;
        }
    }
    Ok(swept)
}
