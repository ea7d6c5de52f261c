//! The database as the application may use it: one role, one company at a time.

use crate::{
    Result,
    connections::{Connections, Held, PATIENCE, TRIES},
    live::{News, Publisher},
    words::Kept,
};
use domain::{
    ids::{CaseNumber, CompanyId, PersonId},
    people::Viewer,
};
use sqlx::{
    PgConnection, PgPool,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::ops::{Deref, DerefMut};

/// The schema's history. Run by `arende migrate` and at every start, under a lock.
pub static MIGRATOR: Migrator = sqlx::migrate!("../../migrations");

/// A transaction that sees one company. What it changes about cases it tells once it is committed.
pub(crate) struct Tx {
    connection: Held,
    news: News,
    publisher: Publisher,
    kept: Kept,
}

impl Tx {
    /// Notes that the case is made or changed, or something is said in it.
    pub(crate) fn touch(&mut self, case: CaseNumber) {
        self.news.cases.push(case);
    }

    /// Notes that the case concerns that person no longer, who shall see it go.
    pub(crate) fn part(&mut self, case: CaseNumber, person: PersonId) {
        self.news.parted.push((case, person));
    }

    /// What this process keeps of companies' words.
    pub(crate) const fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Notes that more is changed than can be told.
    pub(crate) fn touch_all(&mut self) {
        self.news.is_all = true;
    }

    /// Commits and tells what was touched. Never told within the transaction: that would let all
    /// writers of the installation wait for each other, as each NOTIFY takes a lock on all at commit.
    pub(crate) async fn commit(mut self) -> sqlx::Result<()> {
        self.connection.run("COMMIT".to_owned()).await?;
        self.connection.done();
        self.publisher.publish(self.news);
        Ok(())
    }
}

impl Deref for Tx {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        &self.connection
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.connection
    }
}

/// Connections that work as `arende_app`: a role that owns nothing and that row-level security binds.
#[derive(Clone, Debug)]
pub struct Db {
    pool: PgPool,
    connections: Connections,
    publisher: Publisher,
    kept: Kept,
}

impl Db {
    /// Beside those of requests: one that listens, one that tells, one for what is asked before a company is known.
    const OTHERS: u32 = 3;
    /// Statements kept prepared by each connection: more than there are.
    const STATEMENTS: usize = 500;

    /// What each connection begins with. Compiling a plan or starting workers for it takes longer than
    /// any of our statements, which are short and many.
    pub const SETTINGS: [(&str, &str); 3] =
        [("role", "arende_app"), ("jit", "off"), ("max_parallel_workers_per_gather", "0")];

    /// Opens the pool. `options` may be the owner's: the role is set before anything is asked.
    ///
    /// # Errors
    /// When the database cannot be reached or the role is missing (not migrated).
    pub async fn connect(options: PgConnectOptions, connections: u32) -> Result<Self> {
        let options = options.options(Self::SETTINGS).statement_cache_capacity(Self::STATEMENTS);
        let pool = PgPoolOptions::new()
            .max_connections(connections + Self::OTHERS)
            .acquire_timeout(PATIENCE)
            // A broken connection shows at its first use; a ping before each would double the round trips.
            .test_before_acquire(false)
            .connect_with(options)
            .await?;
        Ok(Self {
            publisher: Publisher::start(pool.clone()),
            connections: Connections::of(pool.clone(), connections),
            kept: Kept::default(),
            pool,
        })
    }

    /// A transaction in the viewer's company. Dropped without commit, it is rolled back.
    ///
    /// # Errors
    /// When no connection can be had.
    pub(crate) async fn begin(&self, viewer: &Viewer) -> Result<Tx> {
        self.begin_in(viewer.company).await
    }

    /// A transaction in that company, for what is done before there is a viewer.
    pub(crate) async fn begin_in(&self, company: CompanyId) -> Result<Tx> {
        // One round trip for both; the company is a number, so nothing can be injected.
        let begin = format!("BEGIN; SELECT set_config('arende.company', '{}', true)", company.0);
        let mut tries = TRIES;
        loop {
            let mut connection = self.connections.take().await?;
            match connection.run(begin.clone()).await {
                Ok(()) => {
                    return Ok(Tx {
                        connection,
                        news: News::of(company),
                        publisher: self.publisher.clone(),
                        kept: self.kept.clone(),
                    });
                }
                Err(_) if tries > 0 => self.forget_idle(),
                Err(error) => return Err(error.into()),
            }
            tries -= 1;
        }
    }

    /// A connection without a company, as requests use it: to ask whose one is.
    pub(crate) async fn hold(&self) -> Result<Held> {
        Ok(self.connections.take().await?)
    }

    /// Lets go of connections that wait to be used, when one of them was broken.
    pub(crate) fn forget_idle(&self) {
        self.connections.forget_idle();
    }

    /// The pool without a company: only for the questions that are asked before one is known.
    pub(crate) fn without_company(&self) -> &PgPool {
        &self.pool
    }

    /// What this process keeps of companies' words.
    pub(crate) const fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Whether the database answers.
    pub async fn is_ready(&self) -> bool {
        sqlx::query("SELECT 1").execute(&self.pool).await.is_ok()
    }

    /// Closes all connections, after the running statements.
    pub async fn close(&self) {
        self.connections.close();
        self.pool.close().await;
    }
}
