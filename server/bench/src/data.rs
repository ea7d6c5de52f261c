//! The demo company of a size: loaded once, copied for each run.

use crate::{Failure, program};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Not in the home folder: started as root, PostgreSQL runs as somebody who may not enter it.
const KEPT: &str = "/var/tmp/arende-bench";

/// A data folder to measure in. What the measurements write is gone with it, so that each run begins alike.
pub(crate) struct Data {
    folder: PathBuf,
}

impl Data {
    /// A fresh copy; loads the demo first if that has not been done with this schema.
    pub(crate) fn of(cases: u32) -> Result<Self, Failure> {
        fs::create_dir_all(KEPT)?;
        let name = format!("{cases}-{}", schema());
        let loaded = Path::new(KEPT).join(&name);
        if !loaded.exists() {
            remove_all(&format!("{cases}-"))?;
            load(cases, &loaded)?;
        }
        let data = Self { folder: Path::new(KEPT).join(format!("{name}.copy")) };
        remove(&data.folder)?;
        run(Command::new("cp").args(["-a", "--reflink=auto"]).arg(loaded).arg(&data.folder))?;
        Ok(data)
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Data {
    fn drop(&mut self) {
        if let Err(failure) = remove(&self.folder) {
            eprintln!("bench: {} stays behind: {failure}", self.folder.display());
        }
    }
}

/// Another schema is other data.
fn schema() -> String {
    let mut digest = [0_u8; 4];
    for migration in store::MIGRATOR.iter() {
        for (place, byte) in migration.checksum.iter().enumerate() {
            digest[place % digest.len()] ^= byte;
        }
    }
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// It gets its name when it is whole.
fn load(cases: u32, loaded: &Path) -> Result<(), Failure> {
    eprintln!("==> Loading {cases} cases, once");
    let unfinished = loaded.with_extension("new");
    let cases = cases.to_string();
    run(program::command(&unfinished)?.args(["demo", "--cases", &cases]))?;
    Ok(fs::rename(unfinished, loaded)?)
}

/// Those of an older schema, and what was left half done.
fn remove_all(beginning: &str) -> Result<(), Failure> {
    for entry in fs::read_dir(KEPT)?.flatten() {
        if entry.file_name().to_string_lossy().starts_with(beginning) {
            remove(&entry.path())?;
        }
    }
    Ok(())
}

fn remove(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

fn run(command: &mut Command) -> Result<(), Failure> {
    if command.status()?.success() { Ok(()) } else { Err(format!("{command:?} failed").into()) }
}
