//! A PostgreSQL of our own, for those who have not set `DATABASE_URL`.
//!
//! [`PrivatePostgres::start`] takes the programs that the machine has installed, makes a cluster in the data folder
//! the first time, and runs it on a Unix socket that nobody else can reach. It never listens on the network, never
//! runs as root, keeps `fsync` on, and ends with the server, however the server ends.
//!
//! What lies in the data folder:
//!
//! | name | is |
//! | --- | --- |
//! | `postgres/` | the cluster |
//! | `postgres.new/` | a cluster that is being made; thrown away if that was cut short |
//! | `postgres.log`, `postgres.log.1` | PostgreSQL's log and the one before it |
//! | `socket/` | the Unix socket, unless its path is too long |
//! | `arende.lock` | held while a server uses the folder |

mod account;
mod binaries;
mod cluster;
mod error;
mod folder;
mod lock;
mod log;
mod postmaster;
mod predecessor;
mod private;
mod settings;
mod socket;
#[cfg(test)]
mod tests;

pub use error::DatabaseError;
pub use folder::data_dir;
pub use private::PrivatePostgres;
