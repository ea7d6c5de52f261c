//! When things happen at a cleaning company: which days, and at what time of the day.

use chrono::{Datelike, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use super::random::Random;

/// How far back the demo reaches, in days.
const DAYS_BACK: u64 = 730;

/// The demo's idea of today: the same for every moment of a morning, so that two runs of one day
/// give the same cases, and never later than the moment it was asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Present {
    pub today: NaiveDate,
    /// Everything has happened before this.
    pub until: NaiveDateTime,
}

impl Present {
    /// From the local time.
    pub(super) fn at(now: NaiveDateTime) -> Self {
        let today = now.date();
        let this_morning = midnight(today) + Duration::minutes(9 * 60 + 30);
        let last_evening = midnight(today) - Duration::hours(6);
        Self { today, until: if now >= this_morning { this_morning } else { last_evening } }
    }
}

/// The start of a day.
pub(super) fn midnight(date: NaiveDate) -> NaiveDateTime {
    date.and_time(NaiveTime::MIN)
}

/// How `cases` fall on the days up to now; hands out their times in order, one day at a time.
#[derive(Clone, Debug)]
pub(super) struct Arrivals {
    random: Random,
    present: Present,
    cases: usize,
    given: usize,
    /// Each day with the share of all cases that has come in by its end.
    days: std::vec::IntoIter<(NaiveDate, f64)>,
    times: std::vec::IntoIter<NaiveDateTime>,
}

impl Arrivals {
    pub(super) fn new(mut random: Random, present: Present, cases: usize) -> Self {
        let last = present.until.date();
        let mut sum = 0.0;
        let mut days: Vec<_> = (0..=DAYS_BACK)
            .rev()
            .map(|back| {
                let date = last - Days::new(back);
                let age = back as f64 / DAYS_BACK as f64;
                let morning_only = if back == 0 && date == present.today { 0.4 } else { 1.0 };
                sum += weight(date) * (1.15 - 0.3 * age) * (0.75 + 0.5 * random.unit()) * morning_only;
                (date, sum)
            })
            .collect();
        for (_, share) in &mut days {
            *share /= sum;
        }
        Self { random, present, cases, given: 0, days: days.into_iter(), times: vec![].into_iter() }
    }

    fn times_of(&mut self, date: NaiveDate, count: usize) -> Vec<NaiveDateTime> {
        let mut times: Vec<_> = (0..count)
            .map(|_| {
                loop {
                    let at = time_on(date, &mut self.random);
                    if at < self.present.until {
                        break at;
                    }
                }
            })
            .collect();
        times.sort_unstable();
        times
    }
}

impl Iterator for Arrivals {
    type Item = NaiveDateTime;

    fn next(&mut self) -> Option<NaiveDateTime> {
        loop {
            if let Some(at) = self.times.next() {
                return Some(at);
            }
            let (date, share) = self.days.next()?;
            let due = (share * self.cases as f64).round() as usize;
            let count = due - self.given;
            self.given = due;
            self.times = self.times_of(date, count).into_iter();
        }
    }
}

/// How much comes in on a day, next to a plain Wednesday.
fn weight(date: NaiveDate) -> f64 {
    let by_weekday = match date.weekday() {
        Weekday::Mon => 1.3,
        Weekday::Tue => 1.1,
        Weekday::Wed | Weekday::Thu => 1.0,
        Weekday::Fri => 0.9,
        Weekday::Sat => 0.08,
        Weekday::Sun => 0.06,
    };
    let by_month = match date.month() {
        7 => 0.5,
        6 | 8 => 0.9,
        11 | 12 => 1.1,
        _ => 1.0,
    };
    let by_date = if is_fixed_holiday(date) { 0.08 } else { 1.0 };
    by_weekday * by_month * by_date
}

/// The holidays that fall on the same date every year; the others make no difference here.
fn is_fixed_holiday(date: NaiveDate) -> bool {
    matches!((date.month(), date.day()), (1, 1 | 6) | (5, 1) | (6, 6) | (12, 24 | 25 | 26 | 31))
}

/// How often a case comes in during each hour of the day, from five in the morning.
const HOURS: [usize; 17] = [2, 6, 13, 16, 15, 12, 9, 6, 10, 9, 8, 5, 2, 1, 1, 1, 1];

fn time_on(date: NaiveDate, random: &mut Random) -> NaiveDateTime {
    let hour = 5 + random.weighted(&HOURS);
    let second = random.below(3600);
    midnight(date) + Duration::seconds((hour * 3600 + second) as i64)
}

const WORK_BEGINS: i64 = 6 * 3600 + 1800;
const WORK_LASTS: i64 = 10 * 3600;

/// Seconds of working time (weekdays 06.30 to 16.30) from a Monday in 1970 to `at`.
///
/// A case is handled on a line of working time: points in order on it are in order in the real
/// time as well, and always fall into working hours.
pub(super) fn working_time(at: NaiveDateTime) -> i64 {
    let days = (at.date() - first_monday()).num_days();
    let weekday = days.rem_euclid(7);
    let whole_days = days.div_euclid(7) * 5 + weekday.min(5);
    let second = (at - midnight(at.date())).num_seconds();
    let part = if weekday < 5 { (second - WORK_BEGINS).clamp(0, WORK_LASTS) } else { 0 };
    whole_days * WORK_LASTS + part
}

/// The time at which `working_time` has passed.
pub(super) fn from_working_time(working_time: i64) -> NaiveDateTime {
    let whole_days = working_time.div_euclid(WORK_LASTS);
    let days = whole_days.div_euclid(5) * 7 + whole_days.rem_euclid(5);
    let second = WORK_BEGINS + working_time.rem_euclid(WORK_LASTS);
    midnight(first_monday()) + Duration::days(days) + Duration::seconds(second)
}

/// 5 January 1970.
fn first_monday() -> NaiveDate {
    NaiveDate::default() + Days::new(4)
}

/// Whether the office is staffed.
pub(super) fn in_office_hours(at: NaiveDateTime) -> bool {
    let minute = (at - midnight(at.date())).num_minutes();
    !is_weekend(at.date()) && (7 * 60..17 * 60).contains(&minute)
}

/// Whether nobody works.
pub(super) fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// `date`, or the Monday after it when it falls on a weekend.
pub(super) fn workday_from(date: NaiveDate) -> NaiveDate {
    match date.weekday() {
        Weekday::Sat => date + Days::new(2),
        Weekday::Sun => date + Days::new(1),
        _ => date,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap_or_default()
    }

    #[test]
    fn working_time_stands_still_outside_working_hours() {
        assert_eq!(working_time(at("2026-11-20 18:00")), working_time(at("2026-11-23 06:00")));
        assert_eq!(working_time(at("2026-11-21 12:00")), working_time(at("2026-11-23 06:30")));
        assert_eq!(working_time(at("2026-11-23 09:00")) - working_time(at("2026-11-20 16:00")), 3 * 3600);
    }

    #[test]
    fn working_time_turns_back_into_the_same_time() {
        for text in ["2026-11-23 06:30", "2026-11-20 16:29", "2025-01-01 12:00"] {
            assert_eq!(from_working_time(working_time(at(text))), at(text));
        }
    }

    #[test]
    fn arrivals_are_as_many_as_asked_and_in_order() {
        for now in ["2026-11-23 15:00", "2026-11-23 07:00", "2026-11-22 23:00"] {
            let present = Present::at(at(now));
            let times: Vec<_> = Arrivals::new(Random::new(1, &[]), present, 2_400).collect();
            assert_eq!(times.len(), 2_400);
            assert!(times.is_sorted());
            assert!(times.iter().all(|time| *time < present.until && *time < at(now)));
        }
    }
}
