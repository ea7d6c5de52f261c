//! The connections that requests ask by: the last used first.
//!
//! Each is a process of PostgreSQL, and one that has just answered has all it needs at hand. The pool beneath takes
//! them in turn, so that each begins cold, and asks each whether it is well whenever it comes back; it opens and closes
//! them.

use sqlx::{
    AssertSqlSafe, Error, Executor, PgConnection, PgPool, Postgres, Result, pool::PoolConnection, raw_sql,
};
use std::{
    ops::{Deref, DerefMut},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

/// Whoever waits for longer than that has gone, and is told sooner that something is wrong.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);
/// As long as it is kept when nothing is asked by it.
const IDLE: Duration = Duration::from_secs(600);
/// As long as it is used: what PostgreSQL's process has gathered goes with it.
const LIFE: Duration = Duration::from_secs(1_800);
/// So often a question that begins a request is asked on another connection when one turns out to be broken:
/// PostgreSQL has been started anew since it was used. As many as may wait in the pool itself.
pub(crate) const TRIES: u32 = 3;

/// So many at a time, and no more.
#[derive(Clone, Debug)]
pub(crate) struct Connections(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    pool: PgPool,
    permits: Arc<Semaphore>,
    /// The last used last.
    idle: Mutex<Vec<Idle>>,
}

#[derive(Debug)]
struct Idle {
    connection: PoolConnection<Postgres>,
    taken: Instant,
    used: Instant,
}

impl Connections {
    /// Out of a pool that has room for so many and for those who ask it itself.
    pub(crate) fn of(pool: PgPool, most: u32) -> Self {
        let permits = Arc::new(Semaphore::new(most as usize));
        Self(Arc::new(Inner { pool, permits, idle: Mutex::default() }))
    }

    /// One of them, when there is one to be had.
    pub(crate) async fn take(&self) -> Result<Held> {
        let permit = timeout(PATIENCE, self.0.permits.clone().acquire_owned()).await;
        let permit = permit.map_err(|_| Error::PoolTimedOut)?.map_err(|_| Error::PoolClosed)?;
        let idle = self.idle().pop();
        let (connection, taken) = match idle {
            Some(idle) => (idle.connection, idle.taken),
            None => (self.0.pool.acquire().await?, Instant::now()),
        };
        let (connection, of) = (Some(connection), self.clone());
        Ok(Held { connection, taken, is_sound: false, permit: Some(permit), of })
    }

    /// Lets go of all that wait: when one turns out to be broken, so may be the others.
    pub(crate) fn forget_idle(&self) {
        for Idle { mut connection, .. } in self.idle().drain(..) {
            connection.close_on_drop();
        }
    }

    /// Gives all back to the pool from now on, so that it can be closed.
    pub(crate) fn close(&self) {
        self.0.permits.close();
        self.idle().clear();
    }

    fn put_back(&self, connection: PoolConnection<Postgres>, taken: Instant) {
        if taken.elapsed() > LIFE || self.0.permits.is_closed() {
            return;
        }
        let mut idle = self.idle();
        if idle.first().is_some_and(|first| first.used.elapsed() > IDLE) {
            idle.remove(0);
        }
        idle.push(Idle { connection, taken, used: Instant::now() });
    }

    /// Nothing that holds it can panic.
    fn idle(&self) -> MutexGuard<'_, Vec<Idle>> {
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection in use. However its use ends, the next one finds it outside of any transaction.
pub(crate) struct Held {
    /// None only while it is dropped.
    connection: Option<PoolConnection<Postgres>>,
    taken: Instant,
    /// What was asked has been answered, and no transaction is open.
    is_sound: bool,
    permit: Option<OwnedSemaphorePermit>,
    of: Connections,
}

impl Held {
    /// Sends statements as they are.
    pub(crate) async fn run(&mut self, statements: String) -> Result<()> {
        self.execute(raw_sql(AssertSqlSafe(statements))).await.map(drop)
    }

    /// Ends its use after a question that was answered and left nothing open.
    pub(crate) fn done(mut self) {
        self.is_sound = true;
    }
}

impl Deref for Held {
    type Target = PgConnection;

    #[expect(clippy::expect_used, reason = "it is taken out when the whole is dropped, and not before")]
    fn deref(&self) -> &PgConnection {
        self.connection.as_ref().expect("a connection in use")
    }
}

impl DerefMut for Held {
    #[expect(clippy::expect_used, reason = "it is taken out when the whole is dropped, and not before")]
    fn deref_mut(&mut self) -> &mut PgConnection {
        self.connection.as_mut().expect("a connection in use")
    }
}

/// Whoever asked may have left between question and answer, or after a question that failed: then all is read to its
/// end and rolled back before the next one gets it.
impl Drop for Held {
    fn drop(&mut self) {
        let Some(mut connection) = self.connection.take() else { return };
        let (of, taken, permit) = (self.of.clone(), self.taken, self.permit.take());
        if self.is_sound {
            return of.put_back(connection, taken);
        }
        tokio::spawn(async move {
            match connection.execute(raw_sql("ROLLBACK")).await {
                Ok(_) => of.put_back(connection, taken),
                Err(error) => {
                    tracing::debug!(%error, "a connection is broken");
                    connection.close_on_drop();
                    of.forget_idle();
                }
            }
            drop(permit);
        });
    }
}
