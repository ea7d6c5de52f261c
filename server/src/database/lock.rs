use std::fs::{File, TryLockError};
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use super::error::DatabaseError;

/// The sole right to a data folder, until dropped. The kernel takes it back when the process dies, so it is never stale.
pub(super) struct DataLock {
    _file: File,
}

impl DataLock {
    pub(super) fn take(data_dir: &Path) -> Result<Self, DatabaseError> {
        let path = data_dir.join("arende.lock");
        let mut file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            // Whoever can open it could hold it.
            .mode(0o600)
            .open(&path)
            .map_err(DatabaseError::io("open", &path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(in_use(data_dir, &mut file)),
            Err(TryLockError::Error(source)) => return Err(DatabaseError::io("lock", &path)(source)),
        }
        // For the message of a second instance.
        file.set_len(0)
            .and_then(|()| write!(file, "{}", std::process::id()))
            .map_err(DatabaseError::io("write", &path))?;
        Ok(Self { _file: file })
    }
}

fn in_use(data_dir: &Path, file: &mut File) -> DatabaseError {
    let mut process = String::new();
    if file.read_to_string(&mut process).is_err() || process.is_empty() {
        "unknown".clone_into(&mut process);
    }
    DatabaseError::AlreadyRunning { folder: data_dir.to_owned(), process }
}

#[cfg(test)]
mod tests {
    use super::DataLock;

    #[test]
    fn a_second_holder_is_told_the_folder_and_the_process() {
        let folder = tempfile::tempdir().unwrap();
        let held = DataLock::take(folder.path()).unwrap();
        let message = DataLock::take(folder.path()).err().unwrap().to_string();
        assert!(message.contains(&folder.path().display().to_string()), "{message}");
        assert!(message.contains(&format!("process {}", std::process::id())), "{message}");
        drop(held);
        assert!(DataLock::take(folder.path()).is_ok());
    }
}
