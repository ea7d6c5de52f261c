//! What can be set, by environment or option; the names are a contract with operators.

use clap::{Args, Parser, Subcommand};
use sqlx::postgres::PgConnectOptions;
use std::{net::SocketAddr, path::PathBuf};

/// Case management for service companies.
#[derive(Debug, Parser)]
#[command(name = "arende", version, about)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Where the data is.
    #[command(flatten)]
    pub database: DatabaseConfig,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the server
    Serve(ServeConfig),
    /// Bring the database's schema up to this program
    Migrate,
    /// Fill an empty database with a demo company and a second one
    Demo(DemoConfig),
    /// Tell what is found: PostgreSQL, schema, assets
    Check,
}

/// Where the data is.
#[derive(Clone, Debug, Args)]
pub struct DatabaseConfig {
    /// Any PostgreSQL 15 or newer; without it a private one is started in the data folder
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true)]
    pub database_url: Option<PgConnectOptions>,
    /// Private PostgreSQL and attachments; default: the user's data folder for `arende`
    #[arg(long = "data-dir", env = "ARENDE_DATA_DIR", global = true)]
    pub data_dir: Option<PathBuf>,
    /// Where attachments lie: s3://… with the usual AWS variables; default: the data folder
    #[arg(long, env = "ARENDE_FILES_URL", global = true)]
    pub files_url: Option<String>,
}

/// How the server listens.
#[derive(Clone, Debug, Args)]
pub struct ServeConfig {
    /// Where it listens
    #[arg(long, env = "ARENDE_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,
    /// How browsers reach it: links, cookies, origin check; default: http:// and the address
    #[arg(long, env = "ARENDE_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Fill an empty database with the demo company first
    #[arg(long)]
    pub demo: bool,
}

impl ServeConfig {
    /// How browsers reach the server, without a slash at the end.
    pub fn public_url(&self) -> String {
        let url = self.public_url.clone().unwrap_or_else(|| format!("http://{}", self.addr));
        url.trim_end_matches('/').to_owned()
    }
}

/// How much demo data.
#[derive(Clone, Copy, Debug, Args)]
pub struct DemoConfig {
    /// Cases in the first company; the second gets 300
    #[arg(long, default_value_t = 2400)]
    pub cases: u32,
    /// The same seed gives the same data
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}
