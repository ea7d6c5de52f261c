//! The release server, run as `make run` runs it.

use crate::{
    Failure,
    http::{Asker, Connection},
};
use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use std::{
    net::{SocketAddr, TcpListener},
    path::Path,
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

/// Longest start, on a database that was copied a moment ago.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running server.
pub(crate) struct Program {
    child: Child,
    address: SocketAddr,
    /// From its start to the login page.
    pub(crate) start: Duration,
}

/// `arende`, which stands beside this program, on a data folder.
pub(crate) fn command(folder: &Path) -> Result<Command, Failure> {
    let mut command = Command::new(std::env::current_exe()?.with_file_name("arende"));
    command
        .env_remove("DATABASE_URL")
        .env_remove("ARENDE_FILES_URL")
        .env("ARENDE_DATA_DIR", folder)
        .env("RUST_LOG", "error");
    Ok(command)
}

impl Program {
    /// Starts it on its private PostgreSQL, or on that of another one.
    pub(crate) fn start(folder: &Path, database_url: Option<&str>) -> Result<Self, Failure> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut command = command(folder)?;
        command.arg("serve").env("ARENDE_ADDR", address.to_string()).env_remove("ARENDE_PUBLIC_URL");
        if let Some(url) = database_url {
            command.env("DATABASE_URL", url);
        }
        let begin = Instant::now();
        let mut program = Self { child: command.spawn()?, address, start: Duration::ZERO };
        while !program.shows_login() {
            if program.child.try_wait()?.is_some() || begin.elapsed() > PATIENCE {
                return Err("the server did not start".into());
            }
            thread::sleep(Duration::from_millis(1));
        }
        program.start = begin.elapsed();
        Ok(program)
    }

    /// Somebody without a session.
    pub(crate) fn stranger(&self) -> Asker {
        Asker { address: self.address, cookie: String::new() }
    }

    /// The administrator, logged in.
    pub(crate) fn log_in(&self) -> Result<Asker, Failure> {
        self.log_in_as("maria.lindqvist")
    }

    /// Somebody of the demo company, logged in.
    pub(crate) fn log_in_as(&self, name: &str) -> Result<Asker, Failure> {
        let stranger = self.stranger();
        let login = format!("login={name}%40bjorkdala.example&password=arende-demo");
        let answer = Connection::open(self.address)?.send(&stranger.form("/logga-in", &login))?;
        let cookie = answer.cookie.ok_or_else(|| format!("the login was answered with {}", answer.status))?;
        Ok(Asker { cookie, ..stranger })
    }

    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    fn shows_login(&self) -> bool {
        let request = self.stranger().page("/logga-in");
        let answer = Connection::open(self.address).and_then(|mut connection| connection.send(&request));
        answer.is_ok_and(|answer| answer.status == 200)
    }
}

/// In order, and its PostgreSQL with it.
impl Drop for Program {
    fn drop(&mut self) {
        // Either fails only where there is no such process any more.
        let _ = kill(Pid::from_raw(self.child.id().cast_signed()), Signal::SIGTERM);
        let _ = self.child.wait();
    }
}
