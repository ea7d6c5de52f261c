use std::env;
use std::fs::{self, DirBuilder, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf, absolute};

use nix::unistd::geteuid;

use super::account::Account;
use super::error::DatabaseError;

/// Where the data folder is, as an absolute path: `ARENDE_DATA_DIR`, else `/var/lib/arende` for root, else the
/// user's data folder for `arende`. It need not exist yet.
///
/// # Errors
/// Where none of these can be told, as `HOME` is not set.
pub fn data_dir() -> Result<PathBuf, DatabaseError> {
    if let Some(chosen) = variable("ARENDE_DATA_DIR") {
        return absolute(&chosen).map_err(DatabaseError::io("find", &chosen));
    }
    if geteuid().is_root() {
        return Ok(PathBuf::from("/var/lib/arende"));
    }
    users_data().map(|folder| folder.join("arende")).ok_or(DatabaseError::NoDataFolder)
}

/// The folder where programs keep what belongs to the user.
fn users_data() -> Option<PathBuf> {
    if cfg!(target_os = "macos") {
        return variable("HOME").map(|home| home.join("Library/Application Support"));
    }
    let chosen = variable("XDG_DATA_HOME").filter(|folder| folder.is_absolute());
    chosen.or_else(|| variable("HOME").map(|home| home.join(".local/share")))
}

/// A path from the environment; an empty one counts as none.
fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Makes the data folder unless it is there, and returns its path without links.
pub(super) fn prepare(data_dir: &Path, account: &Account) -> Result<PathBuf, DatabaseError> {
    if !data_dir.exists() {
        make(data_dir, account).map_err(DatabaseError::io("make the folder", data_dir))?;
    }
    let folder = fs::canonicalize(data_dir).map_err(DatabaseError::io("find", data_dir))?;
    match account.barrier(&folder) {
        Some(barrier) => Err(DatabaseError::Unreachable { folder, barrier, user: account.name.clone() }),
        None => Ok(folder),
    }
}

/// Only its owner gets in; when PostgreSQL runs as somebody else, that one may pass through to the cluster.
fn make(data_dir: &Path, account: &Account) -> io::Result<()> {
    if let Some(parent) = data_dir.parent() {
        fs::create_dir_all(parent)?;
    }
    DirBuilder::new().mode(0o700).create(data_dir)?;
    account.let_through(data_dir)
}

/// Makes a folder for PostgreSQL alone, or makes sure that the one that stands there is that.
pub(super) fn make_private(folder: &Path, account: &Account) -> io::Result<()> {
    match DirBuilder::new().mode(0o700).create(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && account.may_take(folder)? => {}
        other => other?,
    }
    account.give(folder)?;
    fs::set_permissions(folder, Permissions::from_mode(0o700))
}
