//! `arende`: one program for everything. See `arende --help`.

#![allow(clippy::print_stdout)] // The console is its screen.

use clap::Parser;
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use server::{
    config::{Arguments, Command},
    database::{self, DatabaseError, PrivatePostgres},
    demo::{self, Loaded, Login},
    files::{self, Storage},
    serve, telemetry,
};
use sqlx::Connection;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use std::{path::PathBuf, process::ExitCode, time::Duration};
use store::{Db, MIGRATOR};

/// A sentence for the one at the console.
type Failure = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    telemetry::start();
    match run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("arende: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Holds the private PostgreSQL on the main thread while the command runs: it ends with this thread.
fn run(arguments: Arguments) -> Result<(), Failure> {
    open_many_files();
    let (options, mut private) = database(&arguments)?;
    let runtime = tokio::runtime::Runtime::new()?;
    let folder = data_folder(&arguments)?.join("files");
    let files_url = arguments.database.files_url.as_deref();
    let storage = || Storage::open(files_url, &folder);
    let outcome = std::thread::scope(|scope| {
        let work = scope.spawn(|| runtime.block_on(command(arguments.command, options, storage)));
        if let Some(private) = &mut private {
            watch(private, || work.is_finished());
        }
        work.join()
    });
    let outcome = outcome.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
    drop(runtime);
    if let Some(private) = private {
        private.stop()?;
    }
    outcome
}

/// Starts PostgreSQL again as often as it ends, until the work is done.
fn watch(private: &mut PrivatePostgres, is_done: impl Fn() -> bool) {
    const LOOK: Duration = Duration::from_millis(20);
    const AFTER_FAILURE: Duration = Duration::from_secs(2);
    while !is_done() {
        let pause = match private.revive() {
            Ok(()) => LOOK,
            Err(error) => {
                tracing::error!("{error}");
                AFTER_FAILURE
            }
        };
        std::thread::sleep(pause);
    }
}

/// Each browser that looks on holds a connection open; the usual limit of 1,024 would be reached by them.
fn open_many_files() {
    let raised = getrlimit(Resource::RLIMIT_NOFILE)
        .and_then(|(_, most)| setrlimit(Resource::RLIMIT_NOFILE, most, most));
    if let Err(error) = raised {
        tracing::warn!(%error, "the limit of open files stays as it is");
    }
}

fn database(arguments: &Arguments) -> Result<(PgConnectOptions, Option<PrivatePostgres>), Failure> {
    let config = &arguments.database;
    if let Some(options) = &config.database_url {
        return Ok((options.clone(), None));
    }
    let folder = data_folder(arguments)?;
    let is_server = matches!(arguments.command, Command::Serve(_));
    match PrivatePostgres::start(&folder) {
        Ok(private) => Ok((private.connect_options(), Some(private))),
        // A command beside a running server uses the server's.
        Err(in_use @ DatabaseError::AlreadyRunning { .. }) if !is_server => {
            Ok((PrivatePostgres::running_on(&folder).ok_or(in_use)?, None))
        }
        Err(error) => Err(error.into()),
    }
}

/// Where the private PostgreSQL and the files are.
fn data_folder(arguments: &Arguments) -> Result<PathBuf, Failure> {
    match &arguments.database.data_dir {
        Some(folder) => Ok(folder.clone()),
        None => Ok(database::data_dir()?),
    }
}

async fn command(
    command: Command,
    options: PgConnectOptions,
    storage: impl Fn() -> std::io::Result<Storage>,
) -> Result<(), Failure> {
    match command {
        Command::Serve(config) => {
            migrate(&options).await?;
            let storage = storage()?;
            if config.demo {
                fill_with_demo(&options, &storage).await?;
            }
            let db = Db::connect(options, connections()).await?;
            Ok(serve::serve(db, &config, storage).await?)
        }
        Command::Migrate => migrate(&options).await,
        Command::Demo(config) => {
            migrate(&options).await?;
            for loaded in demo::load(&options, config.cases, config.seed).await? {
                let Loaded { company, cases, customers, employees } = loaded;
                println!("{company}: {cases} cases, {customers} customers, {employees} employees");
            }
            demo::attach(&options, &storage()?, config.seed).await?;
            tell_logins();
            Ok(())
        }
        Command::Check => check(&options).await,
    }
}

/// Under PostgreSQL's own lock, so that several servers may start at once.
async fn migrate(options: &PgConnectOptions) -> Result<(), Failure> {
    let mut connection = PgConnection::connect_with(options).await?;
    MIGRATOR.run(&mut connection).await?;
    Ok(connection.close().await?)
}

/// For `make run`: the demo company, unless somebody works in the database already.
async fn fill_with_demo(options: &PgConnectOptions, storage: &Storage) -> Result<(), Failure> {
    if demo::is_empty(options).await? {
        tracing::info!("filling the empty database with demo data");
        demo::load(options, 2400, 1).await?;
        demo::attach(options, storage, 1).await?;
    }
    if demo::is_loaded(options).await? {
        tell_logins();
    }
    Ok(())
}

fn tell_logins() {
    println!("Logins, all with the password {}:", demo::PASSWORD);
    for Login { email, role, company } in demo::LOGINS {
        println!("  {email:<34} {:<14} {company}", role.as_str());
    }
}

/// Twice the processors, as each waits for the disk about as long as it computes.
fn connections() -> u32 {
    let processors = std::thread::available_parallelism().map_or(2, usize::from);
    u32::try_from(processors * 2).unwrap_or(16).clamp(8, 32)
}

async fn check(options: &PgConnectOptions) -> Result<(), Failure> {
    let mut connection = PgConnection::connect_with(options).await?;
    let version: String = sqlx::query_scalar("SHOW server_version").fetch_one(&mut connection).await?;
    let fsync: String = sqlx::query_scalar("SHOW fsync").fetch_one(&mut connection).await?;
    println!("PostgreSQL {version} answers, fsync {fsync}");
    let applied: Option<i64> = sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations")
        .fetch_one(&mut connection)
        .await
        .unwrap_or(None);
    let newest = MIGRATOR.iter().map(|migration| migration.version).max();
    match applied {
        None => println!("the schema is empty; `arende migrate` or `arende serve` makes it"),
        applied if applied == newest => println!("the schema is up to date ({})", newest.unwrap_or(0)),
        Some(applied) => println!("the schema is at {applied}, this program wants {}", newest.unwrap_or(0)),
    }
    let site = serve::site_folder().and_then(|site| serve::read_site(&site));
    match site {
        Ok(site) => println!("the site is built ({})", site.assets),
        Err(error) => println!("{error}"),
    }
    for (tool, kind) in files::missing_tools() {
        println!("no previews of {kind}: {tool} is missing");
    }
    Ok(())
}
