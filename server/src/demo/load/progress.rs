//! Tells how far a long load has come.

use std::time::{Duration, Instant};

/// Silent for those who do not wait.
const INTERVAL: Duration = Duration::from_secs(3);

/// When the last line was written.
pub(super) struct Progress(Instant);

impl Progress {
    pub(super) fn begin() -> Self {
        Self(Instant::now())
    }

    /// Writes a line, if the last one is some seconds old.
    pub(super) fn tell(&mut self, what: &str, done: usize, total: usize) {
        if self.0.elapsed() >= INTERVAL {
            self.0 = Instant::now();
            tracing::info!("{what}: {done} of {total}");
        }
    }
}
