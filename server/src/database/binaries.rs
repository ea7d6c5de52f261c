use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::account::Account;
use super::error::DatabaseError;

/// The oldest major version that the schema and its queries are made for.
pub(super) const OLDEST: u32 = 15;

/// Where packages put each major version in a folder of its own, which is not on the PATH: the folder above, and what
/// stands before the number. Debian and Ubuntu, Red Hat, Homebrew on both kinds of Mac.
const PACKAGES: [(&str, &str); 4] = [
    ("/usr/lib/postgresql", ""),
    ("/usr", "pgsql-"),
    ("/opt/homebrew/opt", "postgresql@"),
    ("/usr/local/opt", "postgresql@"),
];

/// The programs of one PostgreSQL.
#[derive(Debug, PartialEq)]
pub(super) struct Installation {
    folder: PathBuf,
    major: u32,
}

impl Installation {
    /// The one that made the cluster, or for a new cluster (`None`) the first that is new enough.
    pub(super) fn find(account: &Account, cluster: Option<(&Path, u32)>) -> Result<Self, DatabaseError> {
        let path = env::var_os("PATH").unwrap_or_default();
        choose(installed(account, folders(&path, &PACKAGES)), cluster)
    }

    pub(super) fn initdb(&self) -> PathBuf {
        self.folder.join("initdb")
    }

    pub(super) fn postgres(&self) -> PathBuf {
        self.folder.join("postgres")
    }
}

fn choose(
    mut installed: impl Iterator<Item = Installation>,
    cluster: Option<(&Path, u32)>,
) -> Result<Installation, DatabaseError> {
    let fits = |found: &Installation| match cluster {
        Some((_, made_by)) => found.major == made_by,
        None => found.major >= OLDEST,
    };
    let mut newest: Option<Installation> = None;
    for found in installed.by_ref() {
        if fits(&found) {
            return Ok(found);
        }
        if newest.as_ref().is_none_or(|other| found.major > other.major) {
            newest = Some(found);
        }
    }
    Err(match (newest, cluster) {
        (None, _) => DatabaseError::NotInstalled,
        (Some(found), Some((folder, cluster))) => {
            DatabaseError::OtherVersion { folder: folder.to_owned(), cluster, installed: found.major }
        }
        (Some(found), None) => DatabaseError::TooOld { folder: found.folder, found: found.major },
    })
}

/// Those of the folders that hold a PostgreSQL. Lazy, as each has to be asked for its version.
fn installed(account: &Account, folders: Vec<PathBuf>) -> impl Iterator<Item = Installation> {
    folders.into_iter().filter_map(|folder| {
        let major = ask_version(account, &folder.join("postgres"))?;
        Some(Installation { folder, major })
    })
}

/// The folders with both programs: those of the PATH in its order, then those of packages, newest first.
fn folders(path: &OsStr, packages: &[(&str, &str)]) -> Vec<PathBuf> {
    let mut numbered: Vec<_> =
        packages.iter().flat_map(|(above, before)| versions(Path::new(above), before)).collect();
    numbered.sort_by(|(one, _), (other, _)| other.cmp(one));
    env::split_paths(path)
        .filter(|folder| folder.is_absolute())
        .chain(numbered.into_iter().map(|(_, folder)| folder))
        .filter(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
        .collect()
}

/// Subfolders named by a number, with it.
fn versions(above: &Path, before: &str) -> Vec<(u32, PathBuf)> {
    let entries = fs::read_dir(above).into_iter().flatten().flatten();
    let numbered = entries.filter_map(|entry| {
        let number = entry.file_name().to_str()?.strip_prefix(before)?.parse().ok()?;
        Some((number, entry.path().join("bin")))
    });
    numbered.collect()
}

/// Asked as the account that shall run it, so that a program which that one may not run is passed over.
fn ask_version(account: &Account, postgres: &Path) -> Option<u32> {
    match account.command(postgres).arg("--version").output() {
        Ok(answer) => major_version(&String::from_utf8_lossy(&answer.stdout)),
        Err(error) => {
            tracing::warn!("{} is not used, as it cannot be run: {error}", postgres.display());
            None
        }
    }
}

/// 15 of `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`.
fn major_version(answer: &str) -> Option<u32> {
    let version = answer.split_once("(PostgreSQL) ")?.1;
    let end = version.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(version.len());
    version[..end].parse().ok()
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::{Installation, choose, folders, major_version};

    fn of(majors: &[u32]) -> impl Iterator<Item = Installation> {
        majors.iter().map(|&major| Installation { folder: PathBuf::from(format!("/pg/{major}/bin")), major })
    }

    #[test]
    fn a_version_is_read_from_releases_and_previews() {
        assert_eq!(major_version("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"), Some(15));
        assert_eq!(major_version("postgres (PostgreSQL) 18beta2\n"), Some(18));
        assert_eq!(major_version("something else"), None);
    }

    #[test]
    fn none_at_all_tells_how_to_get_one() {
        let message = choose(of(&[]), None).unwrap_err().to_string();
        assert!(message.contains("apt-get install postgresql"), "{message}");
        assert!(message.contains("brew install postgresql@17"), "{message}");
    }

    #[test]
    fn too_old_names_both_versions() {
        let message = choose(of(&[13, 14]), None).unwrap_err().to_string();
        assert!(message.contains("/pg/14/bin is version 14, but version 15 or newer"), "{message}");
    }

    #[test]
    fn a_cluster_gets_the_version_that_made_it() {
        let cluster = Path::new("/data/postgres");
        assert_eq!(choose(of(&[17, 16, 15]), Some((cluster, 16))).unwrap().major, 16);
        let message = choose(of(&[15, 17]), Some((cluster, 16))).unwrap_err().to_string();
        assert!(message.contains("/data/postgres was made by PostgreSQL 16"), "{message}");
        assert!(message.contains("this machine has PostgreSQL 17"), "{message}");
    }

    #[test]
    fn the_path_goes_before_packages_and_newer_before_older() {
        let root = tempfile::tempdir().unwrap();
        let make = |name: &str| {
            let folder = root.path().join(name);
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("initdb"), "").unwrap();
            fs::write(folder.join("postgres"), "").unwrap();
            folder
        };
        let (own, old, new) = (make("own"), make("packages/9/bin"), make("packages/17/bin"));
        fs::create_dir(root.path().join("packages/16")).unwrap();
        let path = format!("{}:/nowhere:relative", own.display());
        let packages = root.path().join("packages");
        let found = folders(OsStr::new(&path), &[(packages.to_str().unwrap(), "")]);
        assert_eq!(found, [own, new, old]);
    }
}
