//! What happens to a case between its creation and today: changes and comments, in time.

use chrono::NaiveDateTime;
use domain::cases::Priority;

use super::calendar::{from_working_time, working_time};
use super::corpus::slots::{Scene, fill};
use super::corpus::template::Line;
use super::random::Random;
use super::record::{Author, Change, Changed, Comment, Status};

/// Who plays a part in a case, as places in the list of employees.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cast<'a> {
    pub responsible: Option<usize>,
    /// Follows the case at the office and writes to the customer.
    pub office: usize,
    /// Those who answer from the field; several when the office has asked them all.
    pub field: &'a [usize],
    /// Mentioned in the texts, and may answer.
    pub colleague: usize,
    pub customer: Option<usize>,
}

/// What is settled about a case before its history is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outcome {
    pub created: NaiveDateTime,
    pub until: NaiveDateTime,
    pub status: Status,
    pub priority: Priority,
    /// True when one makes the case for oneself.
    pub own: bool,
    /// How much of its thread has been written, where that is settled.
    pub said: Option<usize>,
}

/// Comments and changes, each in the order of time, and the time of the last of them.
#[derive(Debug)]
pub(super) struct History {
    pub comments: Vec<Comment>,
    pub changes: Vec<Change>,
    pub updated: NaiveDateTime,
}

/// One moment of a case.
#[derive(Clone, Copy, Debug)]
enum Step {
    Assign { from: Option<usize> },
    Prioritise { from: Priority },
    Move { from: Status, to: Status },
    Say(Line),
}

/// Working time below which nothing more happens to a case today, in seconds.
const LEAST_TIME: i64 = 1_800;

/// Whether there has been time for anything to happen.
pub(super) fn has_time(created: NaiveDateTime, until: NaiveDateTime) -> bool {
    working_time(until) - working_time(created) > LEAST_TIME
}

/// Tells how a case came to its outcome.
pub(super) fn tell(
    outcome: Outcome,
    thread: &[Line],
    cast: Cast<'_>,
    scene: &Scene<'_>,
    random: &mut Random,
) -> History {
    let mut history = History { comments: vec![], changes: vec![], updated: outcome.created };
    if !has_time(outcome.created, outcome.until) {
        return history;
    }
    let steps = steps(outcome, thread, cast, random);
    let times = times(outcome, steps.len(), random);
    let mut at = outcome.created;
    for (place, step) in steps.iter().enumerate() {
        // Assigning a new case moves it on in the same moment.
        let joined = place > 0 && matches!(steps[place - 1], Step::Assign { .. });
        at = if joined && matches!(step, Step::Move { .. }) { at } else { times[place] };
        history.add(*step, at, outcome, cast, scene);
    }
    history.updated = at;
    history
}

impl History {
    fn add(&mut self, step: Step, at: NaiveDateTime, outcome: Outcome, cast: Cast<'_>, scene: &Scene<'_>) {
        let own = cast.responsible.unwrap_or(cast.office);
        let (actor, what) = match step {
            Step::Say(line) => return self.comments.push(self.comment(line, at, cast, scene)),
            Step::Assign { from } => (cast.office, Changed::Responsible { from, to: cast.responsible }),
            Step::Prioritise { from } => (cast.office, Changed::Priority { from, to: outcome.priority }),
            Step::Move { from: Status::New | Status::Solved, to } if !outcome.own => {
                (cast.office, Changed::Status { from: status_before(step), to })
            }
            Step::Move { from, to } => (own, Changed::Status { from, to }),
        };
        self.changes.push(Change { at, actor, what });
    }

    fn comment(&self, line: Line, at: NaiveDateTime, cast: Cast<'_>, scene: &Scene<'_>) -> Comment {
        let author = match (line, cast.customer) {
            (Line::Customer(_), Some(customer)) => Author::Customer(customer),
            (Line::Colleague(_), _) => Author::Employee(cast.colleague),
            // Two who answer after each other are two different people, where several were asked.
            (Line::Field(_), _) => Author::Employee(cast.field[self.comments.len() % cast.field.len()]),
            _ => Author::Employee(cast.office),
        };
        let external = matches!(line, Line::Reply(_) | Line::Customer(_));
        Comment { at, author, external, body: fill(line.text(), scene) }
    }
}

fn status_before(step: Step) -> Status {
    match step {
        Step::Move { from, .. } => from,
        _ => Status::New,
    }
}

fn steps(outcome: Outcome, thread: &[Line], cast: Cast<'_>, random: &mut Random) -> Vec<Step> {
    let mut steps = Vec::with_capacity(12);
    let first_responsible = first_responsible(outcome, cast, random);
    if first_responsible != cast.responsible {
        steps.push(Step::Assign { from: first_responsible });
    }
    let mut moves = moves(outcome.status, random);
    if !moves.is_empty() && !outcome.own {
        steps.push(moves.remove(0));
    }
    let closing = moves.len().min(if outcome.status == Status::Closed { 2 } else { 1 });
    let closing = moves.split_off(moves.len() - closing);
    let said = spoken(outcome.status, thread.len(), random);
    let lines = &thread[..outcome.said.unwrap_or(said).min(thread.len())];
    interleave(&mut steps, moves, lines, random);
    if random.chance(8) {
        let from = *random.pick(&[Priority::Low, Priority::Normal, Priority::High]);
        if from != outcome.priority {
            steps.push(Step::Prioritise { from });
        }
    }
    steps.extend(closing);
    steps
}

/// Most cases are assigned some time after they came in.
fn first_responsible(outcome: Outcome, cast: Cast<'_>, random: &mut Random) -> Option<usize> {
    match random.below(100) {
        _ if outcome.own || outcome.status == Status::New => cast.responsible,
        0..30 => cast.responsible,
        30..37 => cast.responsible.map(|_| cast.office),
        _ => None,
    }
}

/// The way through the statuses from Ny.
fn moves(to: Status, random: &mut Random) -> Vec<Step> {
    use Status::{Approved, Assigned, Closed, Confirmed, Feedback, New, Solved};
    let before: &[Status] = match to {
        New => return vec![],
        Approved | Confirmed => &[],
        Assigned => random.pick::<&[Status]>(&[&[], &[], &[Confirmed], &[Approved]]),
        Feedback => random.pick::<&[Status]>(&[&[], &[Assigned], &[Confirmed]]),
        Solved => random.pick::<&[Status]>(&[
            &[Assigned],
            &[Assigned],
            &[Confirmed, Assigned],
            &[Feedback, Assigned],
        ]),
        Closed => random.pick::<&[Status]>(&[
            &[],
            &[Assigned],
            &[Assigned, Solved],
            &[Assigned, Solved],
            &[Confirmed, Assigned, Solved],
            &[Assigned, Feedback, Solved],
            &[Approved, Confirmed],
        ]),
    };
    let mut from = New;
    before
        .iter()
        .chain(std::iter::once(&to))
        .map(|&to| Step::Move { from: std::mem::replace(&mut from, to), to })
        .collect()
}

/// How much of a thread has been written: what sounds like its end only when the case is closed.
fn spoken(status: Status, lines: usize, random: &mut Random) -> usize {
    match status {
        Status::New => 0,
        Status::Solved | Status::Closed if random.chance(65) => lines,
        Status::Solved | Status::Closed => random.between(0, lines),
        _ => random.between(0, lines / 2),
    }
}

fn interleave(steps: &mut Vec<Step>, moves: Vec<Step>, lines: &[Line], random: &mut Random) {
    let mut moves = moves.into_iter().peekable();
    let mut lines = lines.iter().peekable();
    while moves.peek().is_some() || lines.peek().is_some() {
        let (left_moves, left_lines) = (moves.len(), lines.len());
        if random.below(left_moves + left_lines) < left_moves {
            steps.extend(moves.next());
        } else {
            steps.extend(lines.next().map(|line| Step::Say(*line)));
        }
    }
}

/// `count` times in order, within working hours, after the creation and before now.
fn times(outcome: Outcome, count: usize, random: &mut Random) -> Vec<NaiveDateTime> {
    let begin = working_time(outcome.created) + 60;
    let latest = working_time(outcome.until) - 1;
    let hours = match outcome.priority {
        Priority::Immediate => 3.0,
        Priority::Urgent => 8.0,
        Priority::High => 16.0,
        Priority::Normal => 26.0,
        Priority::None | Priority::Low => 45.0,
    };
    let lasts = -(1.0 - random.unit()).ln() * hours * 3600.0;
    let least = LEAST_TIME / 2 * (count as i64).max(1);
    let end = (begin + least + lasts as i64).min(latest);
    let mut seconds: Vec<_> =
        (0..count).map(|_| begin + random.below((end - begin) as usize) as i64).collect();
    seconds.sort_unstable();
    seconds.into_iter().map(from_working_time).collect()
}
