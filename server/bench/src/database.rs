//! The database behind the server, asked past it: by `psql` over its socket.

use crate::Failure;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A private PostgreSQL's data folder and what lies in it.
pub(crate) struct Database {
    folder: PathBuf,
}

impl Database {
    pub(crate) fn of(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// The process that has started all others.
    pub(crate) fn postmaster(&self) -> Result<u32, Failure> {
        let written = fs::read_to_string(self.folder.join("postgres/postmaster.pid"))?;
        Ok(written.lines().next().unwrap_or_default().trim().parse()?)
    }

    /// What PostgreSQL has logged since it was started.
    pub(crate) fn log(&self) -> Result<String, Failure> {
        Ok(String::from_utf8_lossy(&fs::read(self.folder.join("postgres.log"))?).into_owned())
    }

    /// For another server on the same database.
    pub(crate) fn url(&self) -> String {
        format!("postgres:///arende?host={}&user=arende", self.socket().display())
    }

    /// One of PostgreSQL's programs, with the owner's connection.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("PGHOST", self.socket()).env("PGUSER", "arende").env("PGDATABASE", "arende");
        command
    }

    /// One value, asked for as the owner.
    pub(crate) fn ask(&self, sql: &str) -> Result<String, Failure> {
        let output =
            self.command("psql").args(["-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-c", sql]).output()?;
        if !output.status.success() {
            return Err(format!("psql: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        Ok(String::from_utf8(output.stdout)?.trim().to_owned())
    }

    /// Beside the database, and gone with it.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn socket(&self) -> PathBuf {
        self.folder.join("socket")
    }
}
