//! One size from beginning to end.

use crate::{
    Failure,
    acts::{self, Act, CLIENTS, COMMON, Own},
    browser, companies,
    data::Data,
    database::Database,
    http::{Asker, Connection},
    imports,
    load::{self, Load},
    pgbench::Pgbench,
    process::Processes,
    program::Program,
    recording,
    report::{Figure, Measured, Report},
    script::Script,
};
use std::time::{Duration, Instant};

/// Each connection has made its plans and each page of the database has been read.
const WARM_UP: Duration = Duration::from_secs(1);
const ALONE: Duration = Duration::from_secs(3);
/// Server and pgbench take turns, so that what else the machine does hits both.
const ROUNDS: usize = 3;
const ROUND: Duration = Duration::from_secs(2);
/// Found by the rare word.
const RARE_HITS: usize = 12;
/// Of the one case.
const COMMENTS: usize = 10;
/// Of the company that is measured beside others.
const BESIDE_OTHERS: u32 = 10_000;

/// A running server, logged in, and what lies below it.
struct Bench {
    program: Program,
    database: Database,
    processes: Processes,
    asker: Asker,
}

/// Takes all figures of a size.
pub(crate) fn measure(cases: u32) -> Result<Report, Failure> {
    let data = Data::of(cases)?;
    eprintln!("==> Measuring with {cases} cases");
    let bench = Bench::start(&data)?;
    let mut figures = bench.starts(&data)?;
    figures.push(bench.memory("memory of the server, idle (PSS)", None)?);
    let own = bench.register()?;
    let case = bench.talked_about()?;
    let mut acts = Vec::new();
    for act in acts::reads(&bench.asker, case) {
        acts.push(told(bench.compare(&act)?));
    }
    for act in acts::pages(&bench.asker, case) {
        acts.push(told(bench.alone(&act)?));
    }
    figures.push(bench.memory("memory of the server after reads (PSS)", Some(40.0))?);
    figures.extend(bench.exports(cases)?);
    figures.extend(browser::figures(&bench.asker, cases, &bench.database.file("browser.json"))?);
    acts.push(told(bench.compare(&acts::create(&bench.asker))?));
    acts.extend(bench.changes(&own)?.map(told));
    figures.push(bench.memory("memory of the server at the end (PSS)", None)?);
    // At the end: the figures before it are of the demo alone.
    figures.extend(imports::figures(&bench.asker, &bench.database, bench.processes)?);
    for act in acts::customers(&bench.asker) {
        acts.push(told(bench.compare(&act)?));
    }
    Ok(Report { of: format!("{cases} cases"), machine: bench.machine()?, acts, figures })
}

/// What is done all day in a company of [`BESIDE_OTHERS`] cases, in an installation of so many companies.
pub(crate) fn among_companies(number: u32) -> Result<Report, Failure> {
    let data = Data::of(BESIDE_OTHERS)?;
    eprintln!("==> Measuring with {number} companies");
    let bench = Bench::start(&data)?;
    companies::fill(&bench.database, number)?;
    let own = bench.register()?;
    let case = bench.talked_about()?;
    let mut acts = Vec::new();
    for act in acts::reads(&bench.asker, case).into_iter().chain(acts::pages(&bench.asker, case)) {
        acts.push(told(bench.alone(&act)?));
    }
    let mut figures = vec![bench.memory("memory of the server after reads (PSS)", Some(40.0))?];
    acts.push(told(bench.alone(&acts::create(&bench.asker))?));
    acts.extend(bench.changes(&own)?.map(told));
    figures.push(bench.memory("memory of the server at the end (PSS)", None)?);
    Ok(Report { of: format!("{number} companies"), machine: bench.machine()?, acts, figures })
}

/// Says what has come out, while the rest is measured.
fn told(measured: Measured) -> Measured {
    eprintln!("    {measured}");
    measured
}

impl Bench {
    fn start(data: &Data) -> Result<Self, Failure> {
        let program = Program::start(data.folder(), None)?;
        let database = Database::of(data.folder());
        let processes = Processes { server: program.process(), postmaster: database.postmaster()? };
        let asker = program.log_in()?;
        Ok(Self { program, database, processes, asker })
    }

    /// On what the figures were taken.
    fn machine(&self) -> Result<String, Failure> {
        let processors = std::thread::available_parallelism()?;
        let version = self.database.ask("SHOW server_version")?;
        let fsync = self.database.ask("SHOW fsync")?;
        let found = self.database.ask(&format!(
            "SELECT count(*) FROM case_text
             WHERE company_id = 1 AND search_words @@ to_tsquery('swedish_case', '{COMMON}:*')"
        ))?;
        Ok(format!(
            "{processors} processors, PostgreSQL {version}, fsync {fsync}; the common word finds {found}, the rare one \
             {RARE_HITS}"
        ))
    }

    /// How long this start took, and one on a PostgreSQL that runs already.
    fn starts(&self, data: &Data) -> Result<Vec<Figure>, Failure> {
        let second = Program::start(data.folder(), Some(&self.database.url()))?;
        let figure = |name, start: Duration, target| {
            let value = start.as_secs_f64() * 1000.0;
            Figure { name, value, unit: "ms", target: Some(target) }
        };
        Ok(vec![
            figure("start to login page, with the private PostgreSQL", self.program.start, 1000.0),
            figure("start to login page, on a running PostgreSQL", second.start, 100.0),
        ])
    }

    fn memory(&self, name: &'static str, target: Option<f64>) -> Result<Figure, Failure> {
        Ok(Figure { name, value: self.processes.server_memory()?, unit: "MB", target })
    }

    /// All cases as a file of each kind: how fast, and what the server has taken for it at most.
    fn exports(&self, cases: u32) -> Result<Vec<Figure>, Failure> {
        let mut figures = Vec::new();
        for (kind, rows, memory) in [
            ("csv", "export of all cases to CSV, rows a second", "memory of the server during it (PSS)"),
            ("xlsx", "export of all cases to XLSX, rows a second", "memory of the server during it (PSS)"),
        ] {
            let request = self.asker.page(&format!("/arenden/exportera?bas=alla&format={kind}"));
            let begun = Instant::now();
            let mut most = self.processes.server_memory()?;
            let status = Connection::open(self.asker.address)?.read_through(&request, || {
                most = most.max(self.processes.server_memory()?);
                Ok(())
            })?;
            if status != 200 {
                return Err(format!("export to {kind}: answered with {status}").into());
            }
            let value = f64::from(cases) / begun.elapsed().as_secs_f64();
            figures.push(Figure { name: rows, value, unit: "rows/s", target: None });
            figures.push(Figure { name: memory, value: most, unit: "MB", target: Some(60.0) });
        }
        Ok(figures)
    }

    /// Cases to be found and to be changed.
    fn register(&self) -> Result<Own, Failure> {
        load::times(&acts::register_rare(&self.asker), 1, RARE_HITS)?;
        let last: i32 =
            self.database.ask("SELECT last_number FROM case_counter WHERE company_id = 1")?.parse()?;
        load::times(&acts::create(&self.asker), CLIENTS, Own::COUNT / CLIENTS)?;
        Ok(Own::from(last + 1))
    }

    /// The newest of the most commented cases, with ten comments at least.
    fn talked_about(&self) -> Result<i32, Failure> {
        let found = self.database.ask(
            "SELECT number || ' ' || count(*) FROM case_comment WHERE company_id = 1
             GROUP BY number ORDER BY count(*) DESC, number DESC LIMIT 1",
        )?;
        let (number, comments) = found.split_once(' ').ok_or("no case has a comment")?;
        let (number, comments): (i32, usize) = (number.parse()?, comments.parse()?);
        load::times(&acts::comment(&self.asker, number), 1, COMMENTS.saturating_sub(comments))?;
        Ok(number)
    }

    /// Without anything beside it.
    fn alone(&self, act: &Act) -> Result<Measured, Failure> {
        Load::run(act, CLIENTS, WARM_UP)?;
        let before = self.processes.time()?;
        let one = Load::run(act, 1, ALONE)?;
        let took = self.processes.time()? - before;
        let processors = took.as_secs_f64() * 1000.0 / one.count() as f64;
        Ok(Measured::new(act, one, Load::run(act, CLIENTS, ROUND)?, processors))
    }

    /// In turns with pgbench.
    fn compare(&self, act: &Act) -> Result<Measured, Failure> {
        let statements = recording::record(&self.database, act)?;
        let script = Script::of(&statements, act.varied.as_ref());
        let mut pgbench = Pgbench::new(&self.database, &script, ROUND.as_secs())?;
        let mut measured = self.alone(act)?;
        let mut tps = 0.0;
        for _ in 0..ROUNDS {
            measured.add(Load::run(act, CLIENTS, ROUND)?);
            tps += pgbench.run()? / ROUNDS as f64;
        }
        measured.pgbench = Some((tps, statements.len()));
        Ok(measured)
    }

    /// The acts that change cases; afterwards each change must be there.
    fn changes(&self, own: &Own) -> Result<[Measured; 2], Failure> {
        let (status, bulk) = (own.change_status(&self.asker), own.change_many(&self.asker));
        let measured = [self.compare(&status)?, self.alone(&bulk)?];
        for (act, cases, each) in [(status, own.of_status(), 1), (bulk, own.of_bulk(), 100)] {
            let changes = self.database.ask(&format!(
                "SELECT sum(version - 1) FROM cases WHERE company_id = 1 AND number BETWEEN {} AND {}",
                cases.start(),
                cases.end()
            ))?;
            if changes.parse() != Ok(act.turns() * each) {
                return Err(format!("{}: {} times, but {changes} changes", act.name, act.turns()).into());
            }
        }
        Ok(measured)
    }
}
