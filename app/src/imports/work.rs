//! Lets the server work on an import, whoever waits for it. Server only.

use domain::{ids::ImportId, people::Viewer};
use std::{sync::Arc, time::Duration};
use store::Db;

/// A small import is done before the page that shows it is drawn.
const PATIENCE: Duration = Duration::from_millis(1500);

/// Goes on with an import to its end, and waits a moment for it. A step that fails is not done: the page then
/// offers to go on.
pub(super) async fn work(viewer: Arc<Viewer>, db: Db, import: ImportId) {
    let work = tokio::spawn(async move {
        loop {
            match store::imports::advance(&viewer, &db, import).await {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => {
                    tracing::error!(company = viewer.company.0, import = import.0, "import: {error}");
                    return;
                }
            }
        }
    });
    let _ = tokio::time::timeout(PATIENCE, work).await;
}
