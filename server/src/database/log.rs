use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::error::DatabaseError;

/// Bytes of a log that is put aside at the next start. One is kept.
const FULL: u64 = 1 << 20;
/// Bytes at the end of a log that are looked at for a message.
const TAIL: u64 = 8 << 10;
/// Lines that a message shows.
const LINES: usize = 12;

/// PostgreSQL's log, with where this start begins in it.
pub(super) struct Log {
    path: PathBuf,
    file: File,
    start: u64,
}

impl Log {
    pub(super) fn open(data_dir: &Path) -> Result<Self, DatabaseError> {
        let path = data_dir.join("postgres.log");
        let opened = rotate(&path).and_then(|()| open(&path));
        let sized = opened.and_then(|file| Ok((file.metadata()?.len(), file)));
        let (start, file) = sized.map_err(DatabaseError::io("open", &path))?;
        Ok(Self { path, file, start })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// A handle that a process may write to.
    pub(super) fn handle(&self) -> Result<File, DatabaseError> {
        self.file.try_clone().map_err(DatabaseError::io("open", &self.path))
    }

    /// The last lines since this start; empty if they cannot be read, as this only adds to another message.
    pub(super) fn tail(&self) -> String {
        let mut bytes = Vec::new();
        let read = File::open(&self.path).and_then(|mut file| {
            let from = file.metadata()?.len().saturating_sub(TAIL).max(self.start);
            file.seek(SeekFrom::Start(from))?;
            file.read_to_end(&mut bytes)
        });
        read.map_or_else(|_| String::new(), |_| last_lines(&String::from_utf8_lossy(&bytes)))
    }
}

/// PostgreSQL writes values of people into it.
fn open(path: &Path) -> io::Result<File> {
    File::options().create(true).append(true).mode(0o600).open(path)
}

fn rotate(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(found) if found.len() >= FULL => fs::rename(path, path.with_extension("log.1")),
        _ => Ok(()),
    }
}

/// As many lines as a message shows.
pub(super) fn last_lines(text: &str) -> String {
    let lines: Vec<_> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    lines[lines.len().saturating_sub(LINES)..].join("\n")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Write;

    use super::{FULL, Log};

    #[test]
    fn only_what_this_start_wrote_is_shown() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("postgres.log"), "of yesterday\n").unwrap();
        let log = Log::open(folder.path()).unwrap();
        assert_eq!(log.tail(), "");
        let mut handle = log.handle().unwrap();
        (0..20).for_each(|number| writeln!(handle, "line {number}").unwrap());
        assert_eq!(log.tail().lines().count(), 12);
        assert!(log.tail().ends_with("line 19"));
    }

    #[test]
    fn a_full_log_is_put_aside() {
        let folder = tempfile::tempdir().unwrap();
        let size = usize::try_from(FULL).unwrap();
        fs::write(folder.path().join("postgres.log"), vec![b'x'; size]).unwrap();
        let log = Log::open(folder.path()).unwrap();
        assert_eq!(fs::metadata(log.path()).unwrap().len(), 0);
        assert_eq!(fs::metadata(folder.path().join("postgres.log.1")).unwrap().len(), FULL);
    }
}
