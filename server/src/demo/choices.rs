//! How often things are one way or the other: status, channel, due date, number of colleagues.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use domain::cases::{Channel, Priority};

use super::calendar::{Present, in_office_hours, is_weekend, workday_from};
use super::corpus::template::{Doer, Template};
use super::corpus::templates;
use super::random::Random;
use super::record::{CaseType, Status};

/// How often each of `CaseType::ALL` comes in, in percent.
const CASE_TYPES: [usize; 6] = [15, 13, 24, 20, 16, 12];

/// Decides case by case whether it is still open, so that 5 % are in the end, most of them new.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenShare {
    owed: f64,
}

impl OpenShare {
    pub(super) fn new(random: &mut Random) -> Self {
        Self { owed: random.unit() }
    }

    /// Whether the case with `newer` cases after it, of `total`, is open.
    pub(super) fn next(&mut self, newer: usize, total: usize) -> bool {
        let age = newer as f64 / total as f64;
        self.owed += 0.95 * (-age / 0.045).exp() + 0.03 * (-age / 0.25).exp();
        let open = self.owed >= 1.0;
        if open {
            self.owed -= 1.0;
        }
        open
    }
}

/// For each case type, month, and whether the office is staffed: the texts that may come then,
/// each as often as its weight says.
#[derive(Clone, Debug)]
pub(super) struct Candidates {
    lists: Vec<Vec<&'static Template>>,
}

impl Candidates {
    pub(super) fn new() -> Self {
        let mut lists = Vec::with_capacity(CaseType::ALL.len() * 24);
        for case_type in CaseType::ALL {
            for month in 1..=12 {
                for staffed in [false, true] {
                    lists.push(texts_for(case_type, month, staffed));
                }
            }
        }
        Self { lists }
    }

    /// What comes in at a time.
    pub(super) fn choose(&self, at: NaiveDateTime, random: &mut Random) -> (CaseType, &'static Template) {
        let kind = random.weighted(&CASE_TYPES);
        let staffed = usize::from(in_office_hours(at));
        let list = &self.lists[(kind * 12 + at.month0() as usize) * 2 + staffed];
        (CaseType::ALL[kind], *random.pick(list))
    }
}

fn texts_for(case_type: CaseType, month: u32, staffed: bool) -> Vec<&'static Template> {
    templates(case_type)
        .iter()
        .filter(|text| text.months.is_empty() || text.months.contains(&month))
        .filter(|text| staffed || comes_without_the_office(case_type, text))
        .flat_map(|text| std::iter::repeat_n(text, text.weight))
        .collect()
}

fn comes_without_the_office(case_type: CaseType, text: &Template) -> bool {
    let inside = matches!(case_type, CaseType::Internal | CaseType::OwnTask);
    match text.channels {
        [] => !inside || text.doer != Doer::Office,
        channels => channels.iter().any(|channel| needs_no_office(*channel)),
    }
}

fn needs_no_office(channel: Channel) -> bool {
    !matches!(channel, Channel::Phone | Channel::Manual)
}

/// One of the text's bodies and a channel on which one would say it.
pub(super) fn body_and_channel(
    case_type: CaseType,
    text: &Template,
    at: NaiveDateTime,
    random: &mut Random,
) -> (&'static str, Channel) {
    let staffed = in_office_hours(at);
    let body = *random.pick(text.bodies);
    let body = if !staffed && is_call_note(body) { "" } else { body };
    let channel = match text.channels {
        [] => usual_channel(case_type, text.doer, staffed, random),
        channels => *random.pick(channels),
    };
    let channel = match channel {
        _ if is_call_note(body) => Channel::Phone,
        Channel::Phone | Channel::Mobile | Channel::Manual if body.starts_with("Hej") => Channel::Mail,
        Channel::Phone | Channel::Manual if !staffed => Channel::Mail,
        channel => channel,
    };
    (body, channel)
}

fn is_call_note(body: &str) -> bool {
    body.contains("{Customer_first} ringde") || body.starts_with("Ringde")
}

fn usual_channel(case_type: CaseType, doer: Doer, staffed: bool, random: &mut Random) -> Channel {
    let field = usize::from(doer != Doer::Office);
    let weights = match (case_type, doer) {
        (CaseType::Internal | CaseType::OwnTask, Doer::Field) => [0, 0, 0, 0, 1, 0],
        (CaseType::Internal, Doer::Either) => [5, 0, 0, 0, 65, 30],
        (CaseType::Internal | CaseType::OwnTask, _) => [10, 0, 0, 0, 0, 90],
        _ => [38, 34, 9, 9, 5 * field, 6],
    };
    let weights = match weights {
        _ if staffed => weights,
        [_, 0, 0, 0, _, _] => [0, 0, 0, 0, 1, 0],
        _ => [0, 5, 3, 2, 0, 0],
    };
    Channel::ALL[random.weighted(&weights)]
}

/// The status of an open case that came in about `age` days ago.
pub(super) fn open_status(age: i64, random: &mut Random) -> Status {
    let still_new = match age {
        ..=1 => 75,
        2..=4 => 45,
        5..=14 => 11,
        _ => 2,
    };
    if random.chance(still_new) {
        return Status::New;
    }
    let weights = [0, 20, 13, 22, 45, 0, 0];
    Status::ALL[random.weighted(&weights)]
}

/// The status of a closed case that came in about `age` days ago.
pub(super) fn closed_status(age: i64, random: &mut Random) -> Status {
    let only_solved = if age < 14 { 45 } else { 11 };
    if random.chance(only_solved) { Status::Solved } else { Status::Closed }
}

/// One of the six, as often as the text says.
pub(super) fn priority(text: &Template, random: &mut Random) -> Priority {
    Priority::ALL[random.weighted(&text.priorities)]
}

/// How many colleagues are linked.
pub(super) fn participant_count(random: &mut Random) -> usize {
    random.weighted(&[62, 24, 10, 4])
}

/// When a case that is done was due.
pub(super) fn closed_due(created: NaiveDate, priority: Priority, random: &mut Random) -> Option<NaiveDate> {
    if random.chance(25) {
        return None;
    }
    Some(due_after(created, priority, random))
}

/// When an open case is due: mostly soon, sometimes too late already.
pub(super) fn open_due(
    created: NaiveDate,
    priority: Priority,
    present: Present,
    random: &mut Random,
) -> Option<NaiveDate> {
    let today = present.today;
    let in_days = |days: usize| workday_from(today + Days::new(days as u64));
    let forgotten = (today - created).num_days() > 40;
    let weights = if forgotten { [45, 40, 0, 0, 0, 15] } else { [18, 15, 9, 11, 22, 25] };
    match random.weighted(&weights) {
        0 => None,
        1 if created < today => Some(overdue(created, today, random)),
        2 => Some(in_days(0)),
        3 => Some(in_days(1)),
        4 => Some(in_days(random.between(2, 5))),
        _ => Some(due_after(today + Days::new(1), priority, random)),
    }
}

fn overdue(created: NaiveDate, today: NaiveDate, random: &mut Random) -> NaiveDate {
    let most = (today - created).num_days().clamp(1, 12) as usize;
    workday_until(today - Days::new(random.between(1, most) as u64), created)
}

/// `date`, or the Friday before it when it falls on a weekend, but never before `earliest`.
pub(super) fn workday_until(date: NaiveDate, earliest: NaiveDate) -> NaiveDate {
    let mut date = date;
    while is_weekend(date) {
        date = date - Days::new(1);
    }
    date.max(earliest)
}

fn due_after(date: NaiveDate, priority: Priority, random: &mut Random) -> NaiveDate {
    let (soonest, latest) = match priority {
        Priority::Immediate => (0, 1),
        Priority::Urgent => (0, 2),
        Priority::High => (1, 5),
        Priority::Normal => (2, 12),
        Priority::None | Priority::Low => (5, 24),
    };
    workday_from(date + Days::new(random.between(soonest, latest) as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_always_something_to_say() {
        for list in Candidates::new().lists {
            assert!(list.len() >= 5);
        }
    }

    #[test]
    fn five_percent_are_open_and_the_newest_almost_all() {
        for total in [300, 2_400, 100_000] {
            let mut share = OpenShare::new(&mut Random::new(1, &[]));
            let open: Vec<_> = (0..total).rev().map(|newer| share.next(newer, total)).collect();
            let count = open.iter().filter(|open| **open).count();
            let percent = count as f64 * 100.0 / total as f64;
            assert!((4.5..5.5).contains(&percent), "{percent} of {total}");
            assert!(open.iter().rev().take(total / 100).filter(|open| !**open).count() <= total / 500 + 1);
        }
    }
}
