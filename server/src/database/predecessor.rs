//! What a killed server left behind: a PostgreSQL that is still ending, or a file that claims one.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::error::DatabaseError;

/// How long a former PostgreSQL may take to end.
const PATIENCE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(10);

/// Waits until no process uses the cluster, be it finished or being made. To be called with the data folder locked: whatever still runs there is
/// then without a server, and is told to end.
pub(super) fn wait_for_end(cluster: &Path) -> Result<(), DatabaseError> {
    let cluster = &fs::canonicalize(cluster).map_err(DatabaseError::io("find", cluster))?;
    let begin = Instant::now();
    let mut left = processes(cluster);
    if !left.is_empty() {
        tracing::info!("Waiting for the PostgreSQL of a server that was killed to end.");
        for process in &left {
            // To the main process: end now. To one that has lost it: cancel the query, and so notice the loss.
            let _ = kill(*process, Signal::SIGINT);
        }
    }
    while let Some(process) = left.first() {
        if begin.elapsed() > PATIENCE {
            return Err(DatabaseError::StillRunning {
                folder: cluster.to_owned(),
                process: process.as_raw(),
            });
        }
        thread::sleep(PAUSE);
        left = processes(cluster);
    }
    forget_stale(cluster)
}

/// The programs that work in a cluster; `initdb` starts `postgres` by way of a shell.
#[cfg(target_os = "linux")]
const PROGRAMS: [&str; 3] = ["postgres", "initdb", "sh"];

/// The processes at work in the cluster: each has it as its working folder.
#[cfg(target_os = "linux")]
fn processes(cluster: &Path) -> Vec<Pid> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let numbered =
        entries.filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path())));
    let at_work = |process: &PathBuf| {
        fs::read_link(process.join("cwd")).is_ok_and(|folder| folder == cluster)
            && fs::read_to_string(process.join("comm")).is_ok_and(|name| PROGRAMS.contains(&name.trim()))
    };
    numbered.filter(|(_, process)| at_work(process)).map(|(number, _)| Pid::from_raw(number)).collect()
}

/// The main process by the file it wrote, if a PostgreSQL has that number.
#[cfg(not(target_os = "linux"))]
fn processes(cluster: &Path) -> Vec<Pid> {
    let written = fs::read_to_string(pid_file(cluster)).unwrap_or_default();
    let number = written.lines().next().and_then(|line| line.trim().parse::<i32>().ok());
    let is_postgres = |number: &i32| {
        let asked =
            std::process::Command::new("ps").args(["-o", "comm=", "-p", &number.to_string()]).output();
        asked.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).trim().ends_with("postgres"))
    };
    number.filter(is_postgres).map(Pid::from_raw).into_iter().collect()
}

/// PostgreSQL refuses to start while the number in this file belongs to any process of the account, as it soon may in
/// a container, where numbers are few. Here it is known that no PostgreSQL uses the cluster. (The socket's folder is
/// cleared in the same way.)
fn forget_stale(cluster: &Path) -> Result<(), DatabaseError> {
    let path = pid_file(cluster);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(DatabaseError::io("remove", &path)(error))
        }
        _ => Ok(()),
    }
}

fn pid_file(cluster: &Path) -> PathBuf {
    cluster.join("postmaster.pid")
}
