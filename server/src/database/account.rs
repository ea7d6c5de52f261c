use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, lchown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use nix::unistd::{Gid, Uid, User, getegid, geteuid};

use super::error::DatabaseError;

/// The user that takes over when the server is started as root: Debian's package makes it.
const UNPRIVILEGED: &str = "postgres";

/// Who PostgreSQL runs as: whoever started the server, but never root.
pub(super) struct Account {
    /// Its login name, for messages.
    pub(super) name: String,
    uid: Uid,
    gid: Gid,
    /// Whether the server itself is root, so that each process has to be handed over.
    dropped: bool,
}

impl Account {
    pub(super) fn find() -> Result<Self, DatabaseError> {
        let uid = geteuid();
        if !uid.is_root() {
            return Ok(Self { name: name_of(uid), uid, gid: getegid(), dropped: false });
        }
        let user = User::from_name(UNPRIVILEGED).ok().flatten();
        let user = user.ok_or(DatabaseError::NoAccount { user: UNPRIVILEGED })?;
        Ok(Self { name: user.name, uid: user.uid, gid: user.gid, dropped: true })
    }

    /// A command that runs as this account, apart from our terminal and from settings that were meant for other
    /// PostgreSQLs, and that is told to end when the calling *thread* ends.
    pub(super) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        // The folder we were started in may be closed to the account.
        command.current_dir("/").stdin(Stdio::null()).env("LC_ALL", "C").env("TZ", "UTC");
        for (name, _) in env::vars_os().filter(|(name, _)| is_of_postgres(name)) {
            command.env_remove(name);
        }
        // Ctrl-C reaches every process of the terminal's group; PostgreSQL shall end after us, not beside us.
        command.process_group(0);
        if self.dropped {
            command.uid(self.uid.as_raw()).gid(self.gid.as_raw());
        }
        #[cfg(target_os = "linux")]
        end_with_parent(&mut command);
        command
    }

    /// The first folder on the way to `folder` that the account may not enter, if any.
    pub(super) fn barrier(&self, folder: &Path) -> Option<PathBuf> {
        if !self.dropped {
            return None;
        }
        let way: Vec<_> = folder.ancestors().collect();
        way.into_iter().rev().find(|step| !self.may_enter(step)).map(Path::to_owned)
    }

    fn may_enter(&self, folder: &Path) -> bool {
        fs::metadata(folder).is_ok_and(|found| {
            let shift = match (found.uid() == self.uid.as_raw(), found.gid() == self.gid.as_raw()) {
                (true, _) => 6,
                (false, true) => 3,
                (false, false) => 0,
            };
            found.permissions().mode() >> shift & 1 == 1
        })
    }

    /// Lets the account pass through a folder that stays ours, without reading it.
    pub(super) fn let_through(&self, folder: &Path) -> io::Result<()> {
        if !self.dropped {
            return Ok(());
        }
        chown(folder, None, Some(self.gid.as_raw()))?;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o710))
    }

    /// Makes the account the owner.
    pub(super) fn give(&self, folder: &Path) -> io::Result<()> {
        if !self.dropped {
            return Ok(());
        }
        lchown(folder, Some(self.uid.as_raw()), Some(self.gid.as_raw()))
    }

    /// Whether a folder that stands there already is the account's or ours, and not one that a stranger laid out.
    pub(super) fn may_take(&self, folder: &Path) -> io::Result<bool> {
        let found = fs::symlink_metadata(folder)?;
        let owner = Uid::from_raw(found.uid());
        Ok(found.is_dir() && (owner == self.uid || owner == geteuid()))
    }

    /// Refuses a cluster that belongs to somebody else, which PostgreSQL would refuse in riddles.
    pub(super) fn must_own(&self, folder: &Path) -> Result<(), DatabaseError> {
        let found = fs::metadata(folder).map_err(DatabaseError::io("look at", folder))?;
        let owner = Uid::from_raw(found.uid());
        if owner == self.uid {
            return Ok(());
        }
        let (owner, folder, user) = (name_of(owner), folder.to_owned(), self.name.clone());
        let starter = if owner == UNPRIVILEGED { format!("root or {owner}") } else { owner.clone() };
        Err(DatabaseError::ForeignOwner { folder, owner, user, starter })
    }

    /// Whether PostgreSQL runs as another user than the server.
    pub(super) fn is_dropped(&self) -> bool {
        self.dropped
    }
}

fn name_of(uid: Uid) -> String {
    User::from_uid(uid).ok().flatten().map_or_else(|| uid.to_string(), |user| user.name)
}

fn is_of_postgres(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b"PG")
}

/// So that no PostgreSQL stays behind when the server is killed: the kernel then sends it what `stop` would have sent.
#[cfg(target_os = "linux")]
#[allow(unsafe_code, reason = "only between fork and exec can a process ask for its parent's death signal")]
fn end_with_parent(command: &mut Command) {
    use nix::errno::Errno;
    use nix::sys::prctl::set_pdeathsig;
    use nix::sys::signal::Signal;
    use nix::unistd::{getpid, getppid};

    let parent = getpid();
    let ask = move || {
        // A change of user clears the wish, so it must be made here: std has changed the user before it calls us.
        set_pdeathsig(Signal::SIGINT)?;
        // A parent that died before the wish was made never sends the signal.
        if getppid() == parent { Ok(()) } else { Err(Errno::ESRCH.into()) }
    };
    // SAFETY: the closure makes two system calls, allowed between fork and exec; it neither allocates nor locks.
    unsafe {
        command.pre_exec(ask);
    }
}
