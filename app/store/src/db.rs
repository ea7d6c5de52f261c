//! The database as the application may use it: one role, one company at a time.

use crate::Result;
use domain::{ids::CompanyId, people::Viewer};
use sqlx::{
    AssertSqlSafe, PgPool, Postgres, Transaction,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
};

/// The schema's history. Run by `arende migrate` and at every start, under a lock.
pub static MIGRATOR: Migrator = sqlx::migrate!("../../migrations");

/// A transaction that sees one company.
pub type Tx = Transaction<'static, Postgres>;

/// Connections that work as `arende_app`: a role that owns nothing and that row-level security binds.
#[derive(Clone, Debug)]
pub struct Db {
    pool: PgPool,
}

impl Db {
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
            .max_connections(connections)
            // A broken connection shows at its first use; a ping before each would double the round trips.
            .test_before_acquire(false)
            .connect_with(options)
            .await?;
        Ok(Self { pool })
    }

    /// A transaction in the viewer's company. Dropped without commit, it is rolled back.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn begin(&self, viewer: &Viewer) -> Result<Tx> {
        self.begin_in(viewer.company).await
    }

    /// A transaction in that company, for what is done before there is a viewer.
    pub(crate) async fn begin_in(&self, company: CompanyId) -> Result<Tx> {
        // One round trip for both; the company is a number, so nothing can be injected.
        let begin = format!("BEGIN; SELECT set_config('arende.company', '{}', true)", company.0);
        Ok(self.pool.begin_with(AssertSqlSafe(begin)).await?)
    }

    /// The pool without a company: only for the questions that are asked before one is known.
    pub(crate) fn without_company(&self) -> &PgPool {
        &self.pool
    }

    /// Whether the database answers.
    pub async fn is_ready(&self) -> bool {
        sqlx::query("SELECT 1").execute(&self.pool).await.is_ok()
    }

    /// Closes all connections, after the running statements.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}
