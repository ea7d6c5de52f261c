//! What was measured, beside what it is held against.

use crate::{
    acts::{Act, CLIENTS, Targets},
    load::Load,
    table::{Table, number, optional},
};

/// One size's figures.
pub(crate) struct Report {
    /// What there is how much of.
    pub(crate) of: String,
    /// On what.
    pub(crate) machine: String,
    pub(crate) acts: Vec<Measured>,
    pub(crate) figures: Vec<Figure>,
}

/// An act's figures.
pub(crate) struct Measured {
    name: String,
    targets: Targets,
    /// By one client.
    one: Load,
    /// By [`CLIENTS`].
    many: Load,
    /// Milliseconds of processors for one, server and database, when one client asks.
    processors: f64,
    /// Transactions a second of the same SQL, and how many statements it is.
    pub(crate) pgbench: Option<(f64, usize)>,
}

/// A single figure.
pub(crate) struct Figure {
    pub(crate) name: &'static str,
    pub(crate) value: f64,
    pub(crate) unit: &'static str,
    /// At most.
    pub(crate) target: Option<f64>,
}

impl Measured {
    pub(crate) fn new(act: &Act, one: Load, many: Load, processors: f64) -> Self {
        Self { name: act.name.clone(), targets: act.targets, one, many, processors, pgbench: None }
    }

    /// More by many clients.
    pub(crate) fn add(&mut self, load: Load) {
        self.many.add(load);
    }

    fn ratio(&self) -> Option<f64> {
        self.pgbench.map(|(tps, _)| self.many.per_second() / tps)
    }

    fn missed(&self) -> String {
        let over = |value: f64, target: Option<f64>| target.is_some_and(|target| value > target);
        let ratio = self.ratio().unwrap_or(f64::INFINITY);
        let checks = [
            ("CPU", over(self.processors, self.targets.processors)),
            ("wait", over(self.one.percentile(50), self.targets.wait)),
            ("ratio", self.targets.ratio.is_some_and(|target| ratio < target)),
        ];
        let missed: Vec<_> = checks.into_iter().filter_map(|(name, missed)| missed.then_some(name)).collect();
        missed.join(", ")
    }

    fn row(&self) -> Vec<String> {
        let Self { targets, one, many, .. } = self;
        vec![
            self.name.clone(),
            number(one.percentile(50)),
            optional(targets.wait),
            number(one.percentile(99)),
            number(many.percentile(50)),
            number(many.percentile(99)),
            number(self.processors),
            optional(targets.processors),
            number(many.per_second()),
            optional(self.pgbench.map(|(tps, _)| tps)),
            self.pgbench.map(|(_, statements)| statements.to_string()).unwrap_or_default(),
            optional(self.ratio()),
            optional(targets.ratio),
            self.missed(),
        ]
    }
}

/// In short.
impl std::fmt::Display for Measured {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {} ms CPU", self.name, number(self.processors))?;
        self.ratio().map_or(Ok(()), |ratio| write!(formatter, ", {} of pgbench", number(ratio)))
    }
}

impl Report {
    /// For the console.
    pub(crate) fn table(&self) -> String {
        let mut acts = Table::new([
            "", "p50", "≤", "p99", "p50", "p99", "CPU ms", "≤", "a second", "pgbench", "SQL", "ratio", "≥",
            "missed",
        ]);
        acts.push(
            ["", "1 client", "", "", "8 clients", "", "", "", "8 clients", "8 clients", "", "", "", ""]
                .map(str::to_owned)
                .to_vec(),
        );
        self.acts.iter().for_each(|act| acts.push(act.row()));
        let mut figures = Table::new(["", "", "≤", "", "missed"]);
        self.figures.iter().for_each(|figure| figures.push(figure.row()));
        let Self { of, machine, .. } = self;
        format!(
            "\n{of}; {machine}\n\n\
             Server functions and pages: milliseconds; CPU is server and PostgreSQL; pgbench runs the same SQL with \
             {CLIENTS} clients, in turns.\n\n{acts}\nAround them.\n\n{figures}"
        )
    }
}

impl Figure {
    fn row(&self) -> Vec<String> {
        let missed = self.target.is_some_and(|target| self.value > target);
        vec![
            self.name.to_owned(),
            number(self.value),
            optional(self.target),
            self.unit.to_owned(),
            if missed { "missed".to_owned() } else { String::new() },
        ]
    }
}

/// How long one client waits at each size, and how many times as long at the last as at the first.
pub(crate) fn growth(reports: &[Report]) -> String {
    let (Some(first), Some(last)) = (reports.first(), reports.last()) else { return String::new() };
    let sizes = reports.iter().map(|report| report.of.as_str());
    let mut rows = Table::new([""].into_iter().chain(sizes).chain(["times", "≤", "missed"]));
    for (place, act) in first.acts.iter().enumerate() {
        let waits = reports.iter().filter_map(|report| Some(report.acts.get(place)?.one.percentile(50)));
        let waits: Vec<_> = waits.collect();
        let times = waits.last().zip(waits.first()).map_or(f64::NAN, |(after, before)| after / before);
        let missed = act.targets.growth.is_some_and(|target| times > target);
        let mut row = vec![act.name.clone()];
        row.extend(waits.into_iter().map(number));
        row.extend([number(times), optional(act.targets.growth)]);
        row.push(if missed { "missed".to_owned() } else { String::new() });
        rows.push(row);
    }
    format!("\nGrowth from {} to {}: p50 of one client, milliseconds.\n\n{rows}", first.of, last.of)
}
