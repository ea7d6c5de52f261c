//! What the server and its PostgreSQL take: processors' time and memory, as Linux counts them.

use crate::Failure;
use std::{fs, time::Duration};

/// Hundredths of a second: what Linux counts in, on all its machines.
const TICK: Duration = Duration::from_millis(10);

/// The server and the main process of its PostgreSQL.
#[derive(Clone, Copy)]
pub(crate) struct Processes {
    pub(crate) server: u32,
    pub(crate) postmaster: u32,
}

impl Processes {
    /// Processors' time since they were started, of PostgreSQL's processes that have ended too.
    pub(crate) fn time(self) -> Result<Duration, Failure> {
        let mut ticks = 0;
        for stat in all() {
            let of_server = stat.process == self.server;
            if of_server || stat.process == self.postmaster || stat.parent == self.postmaster {
                ticks += stat.own;
            }
            if stat.process == self.postmaster {
                ticks += stat.ended_children;
            }
        }
        Ok(TICK * u32::try_from(ticks)?)
    }

    /// Proportional share of memory of the server alone, in MB.
    pub(crate) fn server_memory(self) -> Result<f64, Failure> {
        let rollup = fs::read_to_string(format!("/proc/{}/smaps_rollup", self.server))?;
        let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
        let kilobytes = line.and_then(|rest| rest.trim().strip_suffix(" kB")).unwrap_or_default();
        Ok(kilobytes.trim().parse::<f64>()? * 1024.0 / 1e6)
    }
}

/// A line of `/proc/…/stat`.
struct Stat {
    process: u32,
    parent: u32,
    /// Ticks in user and kernel mode.
    own: u64,
    /// The same of its children that have ended.
    ended_children: u64,
}

fn all() -> impl Iterator<Item = Stat> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let numbered = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    numbered.filter_map(stat)
}

/// None when it has ended meanwhile.
fn stat(process: u32) -> Option<Stat> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The second field is the program's name in brackets and may hold blanks; the third follows.
    let fields: Vec<_> = line.rsplit_once(')')?.1.split_whitespace().collect();
    let number = |field: usize| fields.get(field - 3)?.parse::<u64>().ok();
    Some(Stat {
        process,
        parent: u32::try_from(number(4)?).ok()?,
        own: number(14)? + number(15)?,
        ended_children: number(16)? + number(17)?,
    })
}
