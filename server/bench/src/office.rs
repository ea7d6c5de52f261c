//! `bench office`: fifty people at work on one server while two thousand browsers look on.
//!
//! Each of the fifty does what the day brings, with time to think between; each of the two thousand holds a stream open
//! and hears of every change. What counts is how long each act takes, when a change is heard, what the server takes for
//! it, and that nothing fails.

use crate::{
    Failure,
    data::Data,
    database::Database,
    http::{Asker, Connection, Request},
    process::Processes,
    program::Program,
    table::{Table, number, optional},
};
use domain::{
    cases::{Channel, Edit, Filter, NewCase, Priority},
    events::NewComment,
    ids::CaseNumber,
};
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    io::{ErrorKind, Read},
    net::TcpStream,
    os::fd::AsFd,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

const STREAMS: usize = 2_000;
const PEOPLE: usize = 50;
const TIME: Duration = Duration::from_secs(60);
/// Between two acts of one person: from this to twice as long.
const THOUGHT: Duration = Duration::from_secs(3);
/// 95 of 100 acts, in milliseconds.
const ACT_TARGET: f64 = 100.0;
/// 95 of 100 changes are heard within this, in milliseconds.
const HEARD_TARGET: f64 = 300.0;
/// Of the server with all streams open, in MB.
const MEMORY_TARGET: f64 = 150.0;

/// What people do, and how often of a hundred times.
const DAY: [(&str, u32); 8] = [
    ("list", 25),
    ("filtered list", 15),
    ("one case", 25),
    ("search", 10),
    ("start page", 5),
    ("change", 10),
    ("comment", 5),
    ("create", 5),
];

/// When a case was changed, by its number: kept until the last stream has heard of it.
type Changed = Mutex<HashMap<i32, Instant>>;

/// Prints the table.
pub(crate) fn run(cases: u32) -> Result<(), Failure> {
    let data = Data::of(cases)?;
    let program = Program::start(data.folder(), None)?;
    let database = Database::of(data.folder());
    let processes = Processes { server: program.process(), postmaster: database.postmaster()? };
    let askers = [program.log_in()?, program.log_in_as("sofia.berg")?];
    let idle = processes.server_memory()?;
    eprintln!("==> Opening {STREAMS} streams");
    let streams = open(&askers)?;
    let open_memory = processes.server_memory()?;
    eprintln!("==> {PEOPLE} people work for {} s", TIME.as_secs());
    let (changed, is_over) = (Changed::default(), AtomicBool::new(false));
    let newest: i32 = database.ask("SELECT last_number FROM case_counter WHERE company_id = 1")?.parse()?;
    let before = processes.time()?;
    let begun = Instant::now();
    let (waits, heard) = thread::scope(|scope| {
        let listener = scope.spawn(|| listen(streams, &changed, &is_over));
        let people: Vec<_> = (0..PEOPLE)
            .map(|person| {
                let (asker, changed) = (&askers[person % askers.len()], &changed);
                scope.spawn(move || work(person, asker, newest, changed))
            })
            .collect();
        let mut waits: HashMap<&str, Vec<f64>> = HashMap::new();
        for person in people {
            for (act, wait) in person.join().map_err(|_| "a person panicked")?? {
                waits.entry(act).or_default().push(wait);
            }
        }
        // The last changes are heard too.
        thread::sleep(Duration::from_secs(1));
        is_over.store(true, Ordering::Relaxed);
        let heard = listener.join().map_err(|_| "the listener panicked")??;
        Ok::<_, Failure>((waits, heard))
    })?;
    let busy = (processes.time()? - before).as_secs_f64() / begun.elapsed().as_secs_f64();
    println!("\n{cases} cases, {STREAMS} streams, {PEOPLE} people, {} s\n", TIME.as_secs());
    println!("{}", acts(&waits));
    let mut around = Table::new(["", "", "≤", "", "missed"]);
    let mut figure = |name: &str, value: f64, target: Option<f64>, unit: &str| {
        let missed = target.is_some_and(|target| value > target);
        let missed = if missed { "missed" } else { "" };
        around.push([name, &number(value), &optional(target), unit, missed].map(str::to_owned).to_vec());
    };
    figure("a change is heard by a stream, p50", percentile(&heard, 50), None, "ms");
    figure("a change is heard by a stream, p95", percentile(&heard, 95), Some(HEARD_TARGET), "ms");
    figure("times that something was heard", heard.len() as f64, None, "");
    figure("memory of the server, idle (PSS)", idle, None, "MB");
    figure("memory with all streams open (PSS)", open_memory, None, "MB");
    figure("memory after the work (PSS)", processes.server_memory()?, Some(MEMORY_TARGET), "MB");
    figure("processors in use, server and PostgreSQL", busy, None, "");
    println!("{around}");
    Ok(())
}

fn acts(waits: &HashMap<&str, Vec<f64>>) -> Table {
    let mut table = Table::new(["", "times", "p50 ms", "p95 ms", "≤", "p99 ms", "missed"]);
    for (act, _) in DAY {
        let waits = waits.get(act).map(Vec::as_slice).unwrap_or_default();
        let missed = if percentile(waits, 95) > ACT_TARGET { "missed" } else { "" };
        table.push(vec![
            act.to_owned(),
            waits.len().to_string(),
            number(percentile(waits, 50)),
            number(percentile(waits, 95)),
            number(ACT_TARGET),
            number(percentile(waits, 99)),
            missed.to_owned(),
        ]);
    }
    table
}

fn percentile(values: &[f64], percent: usize) -> f64 {
    let mut values = values.to_vec();
    values.sort_unstable_by(f64::total_cmp);
    let place = (values.len() * percent / 100).min(values.len().saturating_sub(1));
    values.get(place).copied().unwrap_or(f64::NAN)
}

fn open(askers: &[Asker]) -> Result<Vec<TcpStream>, Failure> {
    let open = |stream: usize| {
        let asker = &askers[stream % askers.len()];
        let stream = asker.listen()?;
        stream.set_nonblocking(true)?;
        Ok(stream)
    };
    (0..STREAMS).map(open).collect()
}

/// One for all of them, so that the measuring costs little. Gives after how many milliseconds each heard of each change.
fn listen(mut streams: Vec<TcpStream>, changed: &Changed, is_over: &AtomicBool) -> Result<Vec<f64>, Failure> {
    let mut heard = Vec::new();
    let mut unread: Vec<String> = vec![String::new(); streams.len()];
    let mut bytes = [0; 4096];
    while !is_over.load(Ordering::Relaxed) {
        let ready: Vec<usize> = {
            let mut waiting: Vec<PollFd> =
                streams.iter().map(|stream| PollFd::new(stream.as_fd(), PollFlags::POLLIN)).collect();
            poll(&mut waiting, PollTimeout::from(100_u8))?;
            let is_ready = |poll: &PollFd| poll.any().unwrap_or(false);
            waiting.iter().enumerate().filter(|(_, poll)| is_ready(poll)).map(|(place, _)| place).collect()
        };
        let now = Instant::now();
        for place in ready {
            match streams[place].read(&mut bytes) {
                Ok(0) => return Err("a stream has ended".into()),
                Ok(read) => unread[place].push_str(&String::from_utf8_lossy(&bytes[..read])),
                Err(error) if error.kind() == ErrorKind::WouldBlock => continue,
                Err(error) => return Err(error.into()),
            }
            while let Some((line, rest)) = unread[place].split_once('\n') {
                if let Some(news) = line.strip_prefix("data: ") {
                    let changed = changed.lock().unwrap_or_else(PoisonError::into_inner);
                    let cases = news.split(' ').filter_map(|case| changed.get(&case.trim().parse().ok()?));
                    heard.extend(cases.map(|at| now.duration_since(*at).as_secs_f64() * 1000.0));
                }
                unread[place] = rest.to_owned();
            }
        }
    }
    Ok(heard)
}

/// One person's day: what was done, and how many milliseconds it took.
fn work(
    person: usize,
    asker: &Asker,
    newest: i32,
    changed: &Changed,
) -> Result<Vec<(&'static str, f64)>, Failure> {
    let mut connection = Connection::open(asker.address)?;
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15 ^ (person as u64 + 1).wrapping_mul(0xff51_afd7_ed55_8ccd));
    let mut done = Vec::new();
    let until = Instant::now() + TIME;
    thread::sleep(THOUGHT.mul_f64(chance.part()));
    while Instant::now() < until {
        let act = chance.act();
        let case = newest - (chance.part() * 400.0) as i32;
        let version = match act {
            "change" => version(&mut connection, asker, case)?,
            _ => 0,
        };
        let request = request(act, asker, case, version, &mut chance);
        let begin = Instant::now();
        if matches!(act, "change" | "comment") {
            changed.lock().unwrap_or_else(PoisonError::into_inner).insert(case, begin);
        }
        let answer = connection.send(&request)?;
        // Somebody else may have changed the same property in between: that is told, not lost.
        if !matches!(answer.status, 200 | 409) {
            let said = String::from_utf8_lossy(&answer.body).into_owned();
            return Err(format!("{act}: answered with {}: {said}", answer.status).into());
        }
        done.push((act, begin.elapsed().as_secs_f64() * 1000.0));
        thread::sleep(THOUGHT.mul_f64(1.0 + chance.part()));
    }
    Ok(done)
}

fn version(connection: &mut Connection, asker: &Asker, case: i32) -> Result<i64, Failure> {
    let answer = connection.send(&asker.plain_call("cases/show", &json!({ "number": case })))?;
    let detail: Value = serde_json::from_slice(&answer.body)?;
    Ok(detail["row"]["version"].as_i64().unwrap_or_default())
}

fn request(act: &str, asker: &Asker, case: i32, version: i64, chance: &mut Chance) -> Request {
    let list = |query: &str| asker.call("cases/list", &json!({ "filter": Filter::from_query(query) }));
    let number = CaseNumber(case);
    match act {
        "list" => list(""),
        "filtered list" => list("status=tilldelad&prioritet=hog"),
        "search" => list("q=nyckel&bas=alla"),
        "one case" => asker.call("cases/show", &json!({ "number": number })),
        "start page" => asker.call("start/lists", &json!({ "initial": "ny" })),
        "comment" => {
            let comment =
                NewComment { case: number, body: "Ringt kunden, hör av sig.".into(), external: false };
            asker.call("cases/comment", &json!({ "comment": comment }))
        }
        "create" => {
            let case = NewCase::new("Nyckeln till förrådet saknas", Channel::Phone);
            asker.call("cases/create", &json!({ "case": case }))
        }
        _ => {
            let priority = Priority::ALL[(chance.part() * Priority::ALL.len() as f64) as usize];
            let edit = Edit::Priority(priority);
            asker.call("cases/update", &json!({ "number": number, "version": version, "edit": edit }))
        }
    }
}

/// The same day each time (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to 1.
    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn act(&mut self) -> &'static str {
        let mut rest = (self.part() * 100.0) as u32;
        for (act, share) in DAY {
            if rest < share {
                return act;
            }
            rest -= share;
        }
        DAY[0].0
    }
}
