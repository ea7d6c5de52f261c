use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use super::account::Account;
use super::binaries::Installation;
use super::error::DatabaseError;
use super::folder::make_private;
use super::log::last_lines;
use super::predecessor;
use super::settings::{DATABASE, ROLE};

/// Sorts by code point and knows the letters of all languages; what people see is sorted by explicit ICU collations.
#[cfg(not(target_os = "macos"))]
const LOCALE: [&str; 1] = ["--locale=C.UTF-8"];
#[cfg(target_os = "macos")]
const LOCALE: [&str; 2] = ["--locale=C", "--lc-ctype=en_US.UTF-8"];

/// Where the cluster is within a data folder.
pub(super) fn path(data_dir: &Path) -> PathBuf {
    data_dir.join("postgres")
}

/// The major version that made the cluster; `None` where there is no cluster yet.
pub(super) fn version(cluster: &Path) -> Result<Option<u32>, DatabaseError> {
    let path = cluster.join("PG_VERSION");
    let invalid = |error| io::Error::new(io::ErrorKind::InvalidData, error);
    match fs::read_to_string(&path) {
        Ok(text) => text.trim().parse().map(Some).map_err(invalid),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
    .map_err(DatabaseError::io("read the version in", &path))
}

/// Makes the cluster with our role and an empty database in it. It gets its name when it is whole, so that whatever
/// cuts this short leaves nothing that looks like a database.
pub(super) fn create(
    data_dir: &Path,
    installation: &Installation,
    account: &Account,
) -> Result<(), DatabaseError> {
    let (new, cluster) = (data_dir.join("postgres.new"), path(data_dir));
    if new.exists() {
        predecessor::wait_for_end(&new)?;
        fs::remove_dir_all(&new).map_err(DatabaseError::io("remove", &new))?;
    }
    make_private(&new, account).map_err(DatabaseError::io("make the folder", &new))?;
    run_initdb(&new, installation, account)?;
    create_database(&new, installation, account)?;
    fs::rename(&new, &cluster).map_err(DatabaseError::io("put the new database in", &cluster))?;
    File::open(data_dir).and_then(|folder| folder.sync_all()).map_err(DatabaseError::io("write", data_dir))
}

fn run_initdb(new: &Path, installation: &Installation, account: &Account) -> Result<(), DatabaseError> {
    let output = account
        .command(&installation.initdb())
        // By its working folder the next server finds it, should this one be killed meanwhile.
        .current_dir(new)
        .arg("--pgdata")
        .arg(new)
        .arg(format!("--username={ROLE}"))
        .arg("--encoding=UTF8")
        .args(LOCALE)
        // Whoever reaches the socket may come in: its folder is closed to all but the account.
        .args(["--auth-local=trust", "--auth-host=reject"])
        .args(["--data-checksums", "--no-instructions"])
        .output();
    judge(new, output)
}

/// In single-user mode, as a server would first have to be started and connected to.
fn create_database(new: &Path, installation: &Installation, account: &Account) -> Result<(), DatabaseError> {
    let child = account
        .command(&installation.postgres())
        .args(["--single", "-c", "exit_on_error=on", "-D"])
        .arg(new)
        .arg("postgres")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let output = child.and_then(|mut child| {
        if let Some(mut input) = child.stdin.take() {
            writeln!(input, "create database {DATABASE}")?;
        }
        child.wait_with_output()
    });
    judge(new, output)
}

fn judge(new: &Path, output: io::Result<Output>) -> Result<(), DatabaseError> {
    let output = output.map_err(DatabaseError::io("make a database in", new))?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    let output = last_lines(&String::from_utf8_lossy(&said));
    Err(DatabaseError::NotCreated { folder: new.to_owned(), output })
}
