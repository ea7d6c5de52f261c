//! The whole of it, with the machine's PostgreSQL.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, geteuid, getpgid};
use sqlx::{ConnectOptions, PgConnection};
use tempfile::TempDir;

use super::account::Account;
use super::folder::make_private;
use super::{DatabaseError, PrivatePostgres};

/// Names the data folder to the process that shall be killed.
const HOLD: &str = "ARENDE_TEST_HOLD";

/// A place that PostgreSQL's account may enter, as it would not be if the tests are run by root.
fn place() -> TempDir {
    let place = tempfile::tempdir().unwrap();
    Account::find().unwrap().let_through(place.path()).unwrap();
    place
}

/// A data folder with a cluster that claims to be made by `version`.
fn place_of_version(version: &str) -> TempDir {
    let place = place();
    let cluster = place.path().join("postgres");
    make_private(&cluster, &Account::find().unwrap()).unwrap();
    fs::write(cluster.join("PG_VERSION"), version).unwrap();
    place
}

fn with_connection<T>(postgres: &PrivatePostgres, work: impl AsyncFnOnce(&mut PgConnection) -> T) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let mut connection = postgres.connect_options().connect().await.unwrap();
        work(&mut connection).await
    })
}

fn write_note(postgres: &PrivatePostgres) {
    with_connection(postgres, async |connection| {
        sqlx::raw_sql("create table note (body text); insert into note values ('kvar')")
            .execute(connection)
            .await
            .unwrap();
    });
}

fn read_note(postgres: &PrivatePostgres) -> String {
    with_connection(postgres, async |connection| {
        sqlx::query_scalar("select body from note").fetch_one(connection).await.unwrap()
    })
}

fn refusal(data_dir: &Path) -> DatabaseError {
    PrivatePostgres::start(data_dir).err().unwrap()
}

fn main_process(data_dir: &Path) -> Pid {
    let written = fs::read_to_string(data_dir.join("postgres/postmaster.pid")).unwrap();
    Pid::from_raw(written.lines().next().unwrap().parse().unwrap())
}

/// A server in a process of its own.
fn spawn_server(data_dir: &Path) -> Child {
    let (_, module) = module_path!().split_once("::").unwrap();
    Command::new(env::current_exe().unwrap())
        .args(["--exact", &format!("{module}::hold_until_killed"), "--ignored", "--nocapture"])
        .env(HOLD, data_dir)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The same, once it has written a note into its database.
fn server_to_kill(data_dir: &Path) -> Child {
    let mut server = spawn_server(data_dir);
    let lines = BufReader::new(server.stdout.take().unwrap()).lines();
    assert!(lines.map_while(Result::ok).any(|line| line.contains("holding")), "the server did not start");
    server
}

#[test]
#[ignore = "no test: the process that other tests kill"]
#[allow(clippy::print_stdout, reason = "tells the process that waits for it")]
fn hold_until_killed() {
    let postgres = PrivatePostgres::start(&PathBuf::from(env::var_os(HOLD).unwrap())).unwrap();
    write_note(&postgres);
    println!("holding");
    thread::sleep(Duration::from_secs(60));
}

#[test]
fn what_was_written_is_there_after_a_restart() {
    let place = place();
    // What a start that was cut short leaves behind.
    fs::create_dir_all(place.path().join("postgres.new/base")).unwrap();

    let postgres = PrivatePostgres::start(place.path()).unwrap();
    write_note(&postgres);
    postgres.stop().unwrap();
    assert!(!place.path().join("postgres/postmaster.pid").exists(), "ended in order");

    let postgres = PrivatePostgres::start(place.path()).unwrap();
    assert_eq!(read_note(&postgres), "kvar");
}

#[test]
fn one_that_is_killed_is_started_again() {
    let place = place();
    let mut postgres = PrivatePostgres::start(place.path()).unwrap();
    write_note(&postgres);
    let killed = main_process(place.path());
    postgres.revive().unwrap();
    assert_eq!(main_process(place.path()), killed, "one that runs is left alone");

    kill(killed, Signal::SIGKILL).unwrap();
    let begin = Instant::now();
    while main_process(place.path()) == killed {
        assert!(begin.elapsed() < Duration::from_secs(20), "it was not started again");
        postgres.revive().unwrap();
    }
    assert_eq!(read_note(&postgres), "kvar");
}

#[test]
fn it_is_safe_private_and_apart_from_the_terminal() {
    let place = place();
    let postgres = PrivatePostgres::start(place.path()).unwrap();
    let settings: Vec<String> = with_connection(&postgres, async |connection| {
        let settings = "select name || '=' || setting from pg_settings where name in ('fsync', \
             'full_page_writes', 'listen_addresses', 'server_encoding', 'synchronous_commit') order by name";
        sqlx::query_scalar(settings).fetch_all(connection).await.unwrap()
    });
    let expected = [
        "fsync=on",
        "full_page_writes=on",
        "listen_addresses=",
        "server_encoding=UTF8",
        "synchronous_commit=on",
    ];
    assert_eq!(settings, expected);

    let process = main_process(place.path());
    assert_eq!(getpgid(Some(process)).unwrap(), process, "Ctrl-C would reach it");
    drop(postgres);
    assert_eq!(kill(process, None), Err(Errno::ESRCH), "it still runs");
}

#[test]
fn a_second_server_is_refused() {
    let place = place();
    let first = PrivatePostgres::start(place.path()).unwrap();
    let message = refusal(place.path()).to_string();
    assert!(message.contains("in use by another arende"), "{message}");
    assert!(message.contains(place.path().to_str().unwrap()), "{message}");
    first.stop().unwrap();
}

#[test]
fn a_command_beside_a_server_finds_its_database() {
    let place = place();
    assert!(PrivatePostgres::running_on(place.path()).is_none());
    let server = PrivatePostgres::start(place.path()).unwrap();
    let beside = PrivatePostgres::running_on(place.path()).unwrap();
    assert_eq!(beside.get_socket(), server.connect_options().get_socket());
    server.stop().unwrap();
    assert!(PrivatePostgres::running_on(place.path()).is_none());
}

#[cfg(target_os = "linux")]
#[test]
fn a_killed_server_leaves_no_orphan_and_no_loss() {
    let place = place();
    let mut server = server_to_kill(place.path());
    let process = main_process(place.path());
    server.kill().unwrap();
    server.wait().unwrap();

    let begin = Instant::now();
    while kill(process, None).is_ok() {
        assert!(begin.elapsed() < Duration::from_secs(5), "an orphan stays");
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(read_note(&PrivatePostgres::start(place.path()).unwrap()), "kvar");
}

#[test]
fn after_a_kill_it_can_be_started_at_once() {
    let place = place();
    let mut server = server_to_kill(place.path());
    server.kill().unwrap();
    server.wait().unwrap();
    assert_eq!(read_note(&PrivatePostgres::start(place.path()).unwrap()), "kvar");
}

#[test]
fn after_a_kill_of_everything_it_starts_again() {
    let place = place();
    let mut server = server_to_kill(place.path());
    kill(main_process(place.path()), Signal::SIGKILL).unwrap();
    server.kill().unwrap();
    server.wait().unwrap();
    assert_eq!(read_note(&PrivatePostgres::start(place.path()).unwrap()), "kvar");
}

#[test]
fn after_a_kill_in_the_midst_of_making_the_cluster_it_is_made_anew() {
    let place = place();
    let mut server = spawn_server(place.path());
    while !place.path().join("postgres.new/base").exists() {
        thread::sleep(Duration::from_millis(5));
    }
    server.kill().unwrap();
    server.wait().unwrap();
    write_note(&PrivatePostgres::start(place.path()).unwrap());
    assert!(!place.path().join("postgres.new").exists());
}

#[test]
fn a_process_number_that_was_given_to_another_does_not_hinder() {
    let place = place();
    PrivatePostgres::start(place.path()).unwrap().stop().unwrap();
    let account = Account::find().unwrap();
    let mut other = account.command(Path::new("/bin/sleep")).arg("60").spawn().unwrap();
    for stale in ["postgres/postmaster.pid", "socket/.s.PGSQL.5432.lock"] {
        fs::write(place.path().join(stale), format!("{}\n", other.id())).unwrap();
    }

    let started = PrivatePostgres::start(place.path());
    other.kill().unwrap();
    other.wait().unwrap();
    assert!(started.is_ok(), "{}", started.err().unwrap());
}

#[test]
fn another_major_version_is_refused() {
    let place = place_of_version("9\n");
    let message = refusal(place.path()).to_string();
    assert!(message.contains("was made by PostgreSQL 9, but this machine has PostgreSQL"), "{message}");
}

#[test]
fn a_socket_path_that_is_too_long_is_evaded() {
    let place = place();
    let long = place.path().join("l".repeat(120));
    let postgres = PrivatePostgres::start(&long).unwrap();
    write_note(&postgres);
    let socket = postgres.connect_options().get_socket().unwrap().clone();
    assert!(!socket.starts_with(place.path()));
    postgres.stop().unwrap();
    assert!(!socket.exists(), "cleared away");
}

#[test]
fn a_start_that_fails_shows_why() {
    let place = place();
    PrivatePostgres::start(place.path()).unwrap().stop().unwrap();
    fs::write(place.path().join("postgres/postgresql.conf"), "nonsense = 1\n").unwrap();
    let message = refusal(place.path()).to_string();
    assert!(message.contains("postgres.log says"), "{message}");
    assert!(message.contains("unrecognized configuration parameter \"nonsense\""), "{message}");
}

#[test]
fn root_hands_over_and_says_where_it_cannot() {
    if !geteuid().is_root() {
        return;
    }
    let closed = tempfile::tempdir().unwrap();
    fs::set_permissions(closed.path(), fs::Permissions::from_mode(0o700)).unwrap();
    let message = refusal(&closed.path().join("data")).to_string();
    let barrier = format!("may not enter {}, so", closed.path().display());
    assert!(message.contains(&barrier) && message.contains("/var/lib/arende"), "{message}");

    let place = place_of_version("15\n");
    chown(place.path().join("postgres"), Some(0), None).unwrap();
    let message = refusal(place.path()).to_string();
    assert!(message.contains("belongs to the user root, but PostgreSQL would run as postgres"), "{message}");
}
