//! `make bench`: how much of what its database can do the server hands on, and how that grows with the data.
//!
//! ```text
//! bench 100000 1000000      # sizes: cases in one company
//! bench companies 1 1000    # numbers of companies in one installation
//! bench office 100000       # fifty people and two thousand streams on one server
//! ```
//!
//! Clock times on shared machines are not stable, so all that counts is a ratio of what was taken in the same minute
//! (the server against the very same SQL in pgbench, size against size) or the processors' own time.
//!
//! Reads Linux' `/proc`. Needs the release server and its site beside this program, PostgreSQL's programs on the PATH,
//! Node.js and Chromium: `make bench` sees to all of them.

#![allow(clippy::print_stdout)] // The console is its screen.

mod acts;
mod browser;
mod companies;
mod data;
mod database;
mod http;
mod imports;
mod load;
mod measure;
mod office;
mod pgbench;
mod process;
mod program;
mod recording;
mod report;
mod script;
mod table;

use std::process::ExitCode;

/// What went wrong, as a sentence for the one who measures.
type Failure = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("bench: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1).peekable();
    if arguments.next_if_eq("office").is_some() {
        return office::run(arguments.next().map_or(Ok(100_000), |size| size.parse())?);
    }
    let of_companies = arguments.next_if_eq("companies").is_some();
    let sizes: Vec<u32> = arguments.map(|size| size.parse()).collect::<Result<_, _>>()?;
    let mut reports = Vec::new();
    for size in sizes {
        let report = if of_companies { measure::among_companies(size)? } else { measure::measure(size)? };
        println!("{}", report.table());
        reports.push(report);
    }
    if reports.len() > 1 {
        println!("{}", report::growth(&reports));
    }
    Ok(())
}
