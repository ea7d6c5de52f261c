use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, ExitStatus};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::account::Account;
use super::binaries::Installation;
use super::error::DatabaseError;
use super::log::Log;
use super::settings;

const PAUSE: Duration = Duration::from_millis(2);
/// After a crash the changes since the last checkpoint are made anew, which on a slow disk takes minutes.
const START_PATIENCE: Duration = Duration::from_secs(300);
/// After this the operator is told what we wait for.
const START_SILENCE: Duration = Duration::from_secs(3);
/// How to end PostgreSQL, and how long each may take: closing connections and writing everything out; at once, which
/// the next start repairs; by force.
const STOPS: [(Signal, Duration); 3] = [
    (Signal::SIGINT, Duration::from_secs(30)),
    (Signal::SIGQUIT, Duration::from_secs(5)),
    (Signal::SIGKILL, Duration::from_secs(5)),
];

/// PostgreSQL's main process; stopped when dropped.
pub(super) struct Postmaster {
    child: Child,
}

impl Postmaster {
    /// Starts PostgreSQL and returns when it takes connections.
    pub(super) fn start(
        cluster: &Path,
        socket_folder: &Path,
        installation: &Installation,
        account: &Account,
        log: &Log,
    ) -> Result<Self, DatabaseError> {
        let program = installation.postgres();
        let child = account
            .command(&program)
            .arg("-D")
            .arg(cluster)
            .args(settings::arguments(socket_folder))
            .stdout(log.handle()?)
            .stderr(log.handle()?)
            .spawn()
            .map_err(DatabaseError::io("run", &program))?;
        let mut postmaster = Self { child };
        postmaster.wait_until_ready(&cluster.join("postmaster.pid"), log)?;
        Ok(postmaster)
    }

    fn wait_until_ready(&mut self, state: &Path, log: &Log) -> Result<(), DatabaseError> {
        let begin = Instant::now();
        let mut told = false;
        while !self.is_ready(state) {
            if let Some(status) = self.ended() {
                return Err(not_started(format!("ended while it was starting ({status})"), log));
            }
            if begin.elapsed() > START_PATIENCE {
                return Err(not_started(format!("was not ready after {} s", START_PATIENCE.as_secs()), log));
            }
            if !told && begin.elapsed() > START_SILENCE {
                told = true;
                tracing::info!("PostgreSQL is putting its data in order, see {}", log.path().display());
            }
            thread::sleep(PAUSE);
        }
        Ok(())
    }

    fn is_ready(&self, state: &Path) -> bool {
        let state = State::read(state);
        state.is_ready() && state.line(State::PROCESS) == Some(self.child.id().to_string().as_str())
    }

    /// Ends PostgreSQL and waits for it. Does nothing when it has ended.
    pub(super) fn stop(&mut self) -> Result<(), DatabaseError> {
        for (signal, patience) in STOPS {
            if self.ended().is_some() {
                return Ok(());
            }
            if signal != Signal::SIGINT {
                tracing::warn!("PostgreSQL takes long to end; sending {signal}");
            }
            // It fails only when there is no such process, and then the wait ends at once.
            let _ = kill(self.process(), signal);
            if self.ends_within(patience) {
                return Ok(());
            }
        }
        Err(DatabaseError::NotStopped { process: self.process().as_raw() })
    }

    fn ends_within(&mut self, patience: Duration) -> bool {
        let begin = Instant::now();
        while self.ended().is_none() {
            if begin.elapsed() > patience {
                return false;
            }
            thread::sleep(PAUSE);
        }
        true
    }

    /// How it ended, if it has. An error would mean that it is not our child any more, hence gone as well.
    pub(super) fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().unwrap_or_else(|_| Some(ExitStatus::default()))
    }

    fn process(&self) -> Pid {
        Pid::from_raw(self.child.id().cast_signed())
    }
}

impl Drop for Postmaster {
    fn drop(&mut self) {
        if let Err(error) = self.stop() {
            tracing::error!("{error}");
        }
    }
}

/// The folder of the socket on which a PostgreSQL takes connections for that cluster.
pub(super) fn socket_of_running(cluster: &Path) -> Option<PathBuf> {
    let state = State::read(&cluster.join("postmaster.pid"));
    state.line(State::SOCKET).filter(|_| state.is_ready()).map(PathBuf::from)
}

/// What PostgreSQL writes into `postmaster.pid`, one thing a line.
struct State(String);

impl State {
    const PROCESS: usize = 0;
    const SOCKET: usize = 4;
    const STATUS: usize = 7;

    fn read(path: &Path) -> Self {
        Self(fs::read_to_string(path).unwrap_or_default())
    }

    fn line(&self, which: usize) -> Option<&str> {
        self.0.lines().nth(which).map(str::trim)
    }

    fn is_ready(&self) -> bool {
        self.line(Self::STATUS) == Some("ready")
    }
}

fn not_started(how: String, log: &Log) -> DatabaseError {
    DatabaseError::NotStarted { how, log: PathBuf::from(log.path()), lines: log.tail() }
}
