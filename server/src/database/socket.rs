use std::env;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::account::Account;
use super::error::DatabaseError;
use super::folder::make_private;
use super::settings::PORT;

/// Bytes that the system takes in the path of a socket: its field less the closing zero.
const LONGEST: usize = if cfg!(target_os = "linux") { 107 } else { 103 };

/// The folder of the socket, closed to all but PostgreSQL's account (and root).
pub(super) struct SocketFolder {
    path: PathBuf,
    /// Whether it lies outside of the data folder, where it is cleared away afterwards.
    outside: bool,
}

impl SocketFolder {
    /// In the data folder, or in a short folder of the system where that path would be too long. To be called when no
    /// PostgreSQL uses the cluster: what a killed one left there is removed.
    pub(super) fn make(data_dir: &Path, account: &Account) -> Result<Self, DatabaseError> {
        let inside = data_dir.join("socket");
        if fits(&inside) {
            make_empty(&inside, account).map_err(DatabaseError::io("make the folder", &inside))?;
            return Ok(Self { path: inside, outside: false });
        }
        let found = fs::metadata(data_dir).map_err(DatabaseError::io("look at", data_dir))?;
        // The same name each time, so that a server that was killed leaves one folder behind and not one each time.
        let name = format!("arende-{:x}-{:x}", found.dev(), found.ino());
        short_folders(account)
            .into_iter()
            .map(|above| above.join(&name))
            .find(|path| fits(path) && make_empty(path, account).is_ok())
            .map(|path| Self { path, outside: true })
            .ok_or_else(|| DatabaseError::NoSocketFolder { folder: data_dir.to_owned() })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for SocketFolder {
    fn drop(&mut self) {
        if self.outside {
            // Best effort: what stays behind is empty, ours, and taken again at the next start.
            let _ = fs::remove_dir(&self.path);
        }
    }
}

/// PostgreSQL refuses a socket that a killed one left while its number belongs to any process of the account, be it
/// another one since or the dead one itself that nobody has reaped.
fn make_empty(folder: &Path, account: &Account) -> io::Result<()> {
    make_private(folder, account)?;
    fs::read_dir(folder)?.try_for_each(|entry| fs::remove_file(entry?.path()))
}

/// The user's runtime folder is closed to everybody else, so it is of no use to an account that is not the user.
fn short_folders(account: &Account) -> Vec<PathBuf> {
    let runtime = if account.is_dropped() {
        Some(PathBuf::from("/run"))
    } else {
        env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_absolute())
    };
    runtime.into_iter().chain([env::temp_dir(), PathBuf::from("/tmp")]).collect()
}

/// The client's library takes the path as text, so it must be that too.
fn fits(folder: &Path) -> bool {
    let socket = folder.join(format!(".s.PGSQL.{PORT}"));
    socket.to_str().is_some_and(|path| path.len() <= LONGEST)
}
