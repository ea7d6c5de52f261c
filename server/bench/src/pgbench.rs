//! What the database alone can do with the same SQL.

use crate::{Failure, acts::CLIENTS, database::Database, script::Script};
use std::{fs, process::Command};

/// pgbench on a script, ready to run.
pub(crate) struct Pgbench(Command);

impl Pgbench {
    /// With so many clients as the server gets, each connection set as the store sets its own.
    pub(crate) fn new(database: &Database, script: &Script, seconds: u64) -> Result<Self, Failure> {
        let file = database.file("pgbench.sql");
        fs::write(&file, &script.text)?;
        let settings: Vec<_> =
            store::Db::SETTINGS.iter().map(|(name, value)| format!("-c {name}={value}")).collect();
        let mut command = database.command("pgbench");
        command.env("PGOPTIONS", settings.join(" ")).args(["-n", "-M", "prepared", "-j", "2"]);
        command.arg(format!("-c{CLIENTS}")).arg(format!("-T{seconds}")).arg("-f").arg(&file);
        for (name, value) in &script.variables {
            command.arg("-D").arg(format!("{name}={value}"));
        }
        Ok(Self(command))
    }

    /// Transactions a second.
    pub(crate) fn run(&mut self) -> Result<f64, Failure> {
        let output = self.0.output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        let tps = said.lines().find_map(|line| line.strip_prefix("tps = "));
        let tps = tps.and_then(|rest| rest.split(' ').next()?.parse().ok());
        let failed = || format!("pgbench: {}", String::from_utf8_lossy(&output.stderr));
        tps.filter(|_| output.status.success()).ok_or_else(|| failed().into())
    }
}
