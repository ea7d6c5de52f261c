use std::path::{Path, PathBuf};

use sqlx::postgres::{PgConnectOptions, PgSslMode};

use super::account::Account;
use super::binaries::Installation;
use super::cluster;
use super::error::DatabaseError;
use super::folder;
use super::lock::DataLock;
use super::log::Log;
use super::postmaster::{self, Postmaster};
use super::predecessor;
use super::settings::{DATABASE, PORT, ROLE};
use super::socket::SocketFolder;

/// A running PostgreSQL of our own. It is stopped in order when this is stopped or dropped, and by the kernel when the
/// server is killed.
pub struct PrivatePostgres {
    // In the order in which they are dropped: the folder is let go of when nothing uses it any more.
    postmaster: Postmaster,
    socket: SocketFolder,
    log: Log,
    installation: Installation,
    account: Account,
    cluster: PathBuf,
    _lock: DataLock,
}

impl PrivatePostgres {
    /// Starts it on the cluster in `data_dir`, which is made the first time, and returns when it takes connections:
    /// after 0.1 s, or after 1 to 2 s the first time. Blocks.
    ///
    /// To be called from the main thread: on Linux PostgreSQL is told to end when the thread that started it ends.
    ///
    /// # Errors
    /// Where no PostgreSQL is installed or none that fits, the folder is in use or cannot be used, or PostgreSQL does
    /// not start. Each is a sentence for the operator.
    pub fn start(data_dir: &Path) -> Result<Self, DatabaseError> {
        let account = Account::find()?;
        let data_dir = folder::prepare(data_dir, &account)?;
        let lock = DataLock::take(&data_dir)?;
        let installation = prepare_cluster(&data_dir, &account)?;
        let socket = SocketFolder::make(&data_dir, &account)?;
        let log = Log::open(&data_dir)?;
        let cluster = cluster::path(&data_dir);
        let postmaster = Postmaster::start(&cluster, socket.path(), &installation, &account, &log)?;
        Ok(Self { postmaster, socket, log, installation, account, cluster, _lock: lock })
    }

    /// Starts it again when it has ended by itself: killed, or out of memory. To be called again and again by the
    /// thread that started it. Blocks until it takes connections.
    ///
    /// # Errors
    /// Where it does not start.
    pub fn revive(&mut self) -> Result<(), DatabaseError> {
        let Some(status) = self.postmaster.ended() else { return Ok(()) };
        tracing::error!("PostgreSQL has ended by itself ({status}); starting it again");
        predecessor::wait_for_end(&self.cluster)?;
        let (socket, log) = (self.socket.path(), &self.log);
        self.postmaster = Postmaster::start(&self.cluster, socket, &self.installation, &self.account, log)?;
        tracing::info!("PostgreSQL runs again");
        Ok(())
    }

    /// How to connect: as the owner of the database, who is a superuser, over the socket.
    #[must_use]
    pub fn connect_options(&self) -> PgConnectOptions {
        options(self.socket.path())
    }

    /// How to connect to the one that another `arende` runs on that folder, for a command beside a server; none when
    /// it does not take connections.
    #[must_use]
    pub fn running_on(data_dir: &Path) -> Option<PgConnectOptions> {
        postmaster::socket_of_running(&cluster::path(data_dir)).map(|socket| options(&socket))
    }

    /// Closes all connections, writes everything out and ends it.
    ///
    /// # Errors
    /// Where it does not end, not even by force.
    pub fn stop(mut self) -> Result<(), DatabaseError> {
        self.postmaster.stop()
    }
}

fn options(socket: &Path) -> PgConnectOptions {
    PgConnectOptions::new_without_pgpass()
        .socket(socket)
        .port(PORT)
        .username(ROLE)
        .database(DATABASE)
        .ssl_mode(PgSslMode::Disable)
}

/// Sees to it that there is a cluster which nothing else uses, and returns the programs that fit it.
fn prepare_cluster(data_dir: &Path, account: &Account) -> Result<Installation, DatabaseError> {
    let cluster = cluster::path(data_dir);
    if let Some(made_by) = cluster::version(&cluster)? {
        account.must_own(&cluster)?;
        let installation = Installation::find(account, Some((&cluster, made_by)))?;
        predecessor::wait_for_end(&cluster)?;
        return Ok(installation);
    }
    let installation = Installation::find(account, None)?;
    tracing::info!("Making a new database in {}", cluster.display());
    cluster::create(data_dir, &installation, account)?;
    Ok(installation)
}
