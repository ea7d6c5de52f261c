use std::io;
use std::path::{Path, PathBuf};

/// Why the private PostgreSQL could not be used. Each reads as a sentence for the operator, with what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// Neither `ARENDE_DATA_DIR` nor `HOME` tells where the data shall be.
    #[error("There is no place for the data, as HOME is not set. Set ARENDE_DATA_DIR to a folder.")]
    NoDataFolder,

    /// A file or folder could not be made, read or changed.
    #[error("Could not {action} {}: {source}. ARENDE_DATA_DIR chooses another data folder.", path.display())]
    Io {
        /// What was tried, as it stands after "could not".
        action: &'static str,
        /// What it was tried on.
        path: PathBuf,
        /// What the system answered.
        source: io::Error,
    },

    /// Started as root, but the user that PostgreSQL shall run as is missing.
    #[error(
        "PostgreSQL does not run as root, and this machine has no user \"{user}\" to run it as. \
         Make one with: useradd --system {user}. Or start the server as an ordinary user."
    )]
    NoAccount {
        /// The missing user.
        user: &'static str,
    },

    /// Started as root, and the user that PostgreSQL runs as cannot get to the data folder.
    #[error(
        "PostgreSQL runs as the user \"{user}\", who may not enter {}, so the data cannot be in {}. \
         Choose a folder that others may enter, such as ARENDE_DATA_DIR=/var/lib/arende.",
        barrier.display(), folder.display()
    )]
    Unreachable {
        /// The data folder.
        folder: PathBuf,
        /// The first folder on the way that the user may not enter.
        barrier: PathBuf,
        /// Who PostgreSQL runs as.
        user: String,
    },

    /// The cluster was made by somebody else.
    #[error(
        "The database in {} belongs to the user {owner}, but PostgreSQL would run as {user}. \
         Start the server as {starter}, or give the folder away with: chown -R {user} {}",
        folder.display(), folder.display()
    )]
    ForeignOwner {
        /// The cluster's folder.
        folder: PathBuf,
        /// Who it belongs to.
        owner: String,
        /// Who PostgreSQL would run as.
        user: String,
        /// Who the server has to be started as for the folder to fit.
        starter: String,
    },

    /// Another server uses the data folder.
    #[error(
        "The data folder {} is in use by another arende (process {process}). \
         Stop that one first, or set ARENDE_DATA_DIR to another folder.",
        folder.display()
    )]
    AlreadyRunning {
        /// The data folder.
        folder: PathBuf,
        /// The process that holds it.
        process: String,
    },

    /// No PostgreSQL was found on the machine.
    #[error("No PostgreSQL was found on this machine. {INSTALL}")]
    NotInstalled,

    /// Only an older PostgreSQL was found.
    #[error(
        "The PostgreSQL in {} is version {found}, but version {} or newer is needed. {INSTALL}",
        folder.display(), super::binaries::OLDEST
    )]
    TooOld {
        /// Where its programs are.
        folder: PathBuf,
        /// Its major version.
        found: u32,
    },

    /// The cluster needs another major version than the machine has.
    #[error(
        "The database in {} was made by PostgreSQL {cluster}, but this machine has PostgreSQL {installed}. \
         Install version {cluster} beside it, or move the data over with pg_upgrade.",
        folder.display()
    )]
    OtherVersion {
        /// The cluster's folder.
        folder: PathBuf,
        /// The major version that made it.
        cluster: u32,
        /// The newest major version that is installed.
        installed: u32,
    },

    /// A former PostgreSQL of ours does not end.
    #[error(
        "A PostgreSQL from before still runs on {} (process {process}) and does not end. \
         Try again in a minute, or end it with: kill -QUIT {process}",
        folder.display()
    )]
    StillRunning {
        /// The cluster's folder.
        folder: PathBuf,
        /// One process of it.
        process: i32,
    },

    /// Every possible socket path is too long, or no folder for it could be made.
    #[error(
        "There is no place for the database's socket: below {} its path is too long, and no short folder \
         could be made either. Set ARENDE_DATA_DIR to a shorter path.",
        folder.display()
    )]
    NoSocketFolder {
        /// The data folder.
        folder: PathBuf,
    },

    /// A new cluster could not be made.
    #[error("A new database could not be made in {}. PostgreSQL says:\n{output}", folder.display())]
    NotCreated {
        /// The cluster's folder.
        folder: PathBuf,
        /// The last lines that PostgreSQL wrote.
        output: String,
    },

    /// PostgreSQL ended, or was not ready in time, after it was started.
    #[error("PostgreSQL {how}. The end of {} says:\n{lines}", log.display())]
    NotStarted {
        /// What happened, as it stands after "PostgreSQL".
        how: String,
        /// PostgreSQL's log.
        log: PathBuf,
        /// Its last lines since this start.
        lines: String,
    },

    /// PostgreSQL does not end.
    #[error("PostgreSQL (process {process}) does not end. End it with: kill -KILL {process}")]
    NotStopped {
        /// Its main process.
        process: i32,
    },
}

const INSTALL: &str = "Install it with: apt-get install postgresql (Debian, Ubuntu) or brew install postgresql@17 \
                       (macOS). Or set DATABASE_URL to a PostgreSQL that runs elsewhere.";

impl DatabaseError {
    /// For `map_err`: an error of the system, with what was tried on which path.
    pub(super) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io { action, path, source }
    }
}
