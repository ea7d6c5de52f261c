//! Days that a filter means: from one to another, or such as move with the calendar.

use super::values::day;
use crate::text::Language;
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// Days from and to, both included, either end open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DateRange {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// Days that are others tomorrow, so that a saved view stays what its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// I dag.
    Today,
    /// I går.
    Yesterday,
    /// I morgon.
    Tomorrow,
    /// Monday to Sunday.
    ThisWeek,
    /// From tomorrow to Sunday; from Sunday on, the week after.
    RestOfWeek,
    /// The seven days before this week.
    LastWeek,
    /// The seven days after this week.
    NextWeek,
    /// Den här månaden.
    ThisMonth,
    /// Förra månaden.
    LastMonth,
}

impl Period {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Today,
        Self::Yesterday,
        Self::Tomorrow,
        Self::ThisWeek,
        Self::RestOfWeek,
        Self::LastWeek,
        Self::NextWeek,
        Self::ThisMonth,
        Self::LastMonth,
    ];

    /// Those that one asks for about what has happened.
    pub const PAST: &[Self] =
        &[Self::Today, Self::Yesterday, Self::ThisWeek, Self::LastWeek, Self::ThisMonth, Self::LastMonth];

    /// Those that one asks for about what shall happen.
    pub const FUTURE: &[Self] =
        &[Self::Today, Self::Tomorrow, Self::ThisWeek, Self::RestOfWeek, Self::NextWeek, Self::ThisMonth];

    /// How addresses name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Today => "idag",
            Self::Yesterday => "igar",
            Self::Tomorrow => "imorgon",
            Self::ThisWeek => "veckan",
            Self::RestOfWeek => "resten-av-veckan",
            Self::LastWeek => "forra-veckan",
            Self::NextWeek => "nasta-vecka",
            Self::ThisMonth => "manaden",
            Self::LastMonth => "forra-manaden",
        }
    }

    /// Its name on screen.
    pub const fn name(self, text: Language) -> &'static str {
        match self {
            Self::Today => text.period_today(),
            Self::Yesterday => text.period_yesterday(),
            Self::Tomorrow => text.period_tomorrow(),
            Self::ThisWeek => text.period_this_week(),
            Self::RestOfWeek => text.period_rest_of_week(),
            Self::LastWeek => text.period_last_week(),
            Self::NextWeek => text.period_next_week(),
            Self::ThisMonth => text.period_this_month(),
            Self::LastMonth => text.period_last_month(),
        }
    }

    /// Its days, today.
    pub fn days(self, today: NaiveDate) -> DateRange {
        let monday = back(today, today.weekday().num_days_from_monday());
        let first = back(today, today.day0());
        let (from, to) = match self {
            Self::Today => (today, today),
            Self::Yesterday => (back(today, 1), back(today, 1)),
            Self::Tomorrow => (on(today, 1), on(today, 1)),
            Self::ThisWeek => (monday, on(monday, 6)),
            Self::RestOfWeek if today == on(monday, 6) => (on(today, 1), on(today, 7)),
            Self::RestOfWeek => (on(today, 1), on(monday, 6)),
            Self::LastWeek => (back(monday, 7), back(monday, 1)),
            Self::NextWeek => (on(monday, 7), on(monday, 13)),
            Self::ThisMonth => (first, last_of_month(first)),
            Self::LastMonth => {
                let first = first.checked_sub_months(Months::new(1)).unwrap_or(first);
                (first, last_of_month(first))
            }
        };
        DateRange { from: Some(from), to: Some(to) }
    }
}

fn back(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(days.into())).unwrap_or(day)
}

fn on(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(day)
}

fn last_of_month(first: NaiveDate) -> NaiveDate {
    first.checked_add_months(Months::new(1)).map_or(first, |next| back(next, 1))
}

/// The days that a filter means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// These.
    Between(DateRange),
    /// Those of a period that moves.
    Within(Period),
}

impl Default for When {
    fn default() -> Self {
        Self::Between(DateRange::default())
    }
}

impl From<DateRange> for When {
    fn from(days: DateRange) -> Self {
        Self::Between(days)
    }
}

impl When {
    /// Whether it leaves nothing out.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Between(DateRange { from: None, to: None }))
    }

    /// First and last day, today.
    pub fn days(self, today: NaiveDate) -> DateRange {
        match self {
            Self::Between(days) => days,
            Self::Within(period) => period.days(today),
        }
    }

    /// The days that somebody has named; none of a period.
    pub fn named(self) -> DateRange {
        match self {
            Self::Between(days) => days,
            Self::Within(_) => DateRange::default(),
        }
    }

    /// The period, if it is one.
    pub const fn period(self) -> Option<Period> {
        match self {
            Self::Between(_) => None,
            Self::Within(period) => Some(period),
        }
    }

    /// The last day may have been named first.
    pub(super) fn ordered(self) -> Self {
        match self {
            Self::Between(DateRange { from: Some(from), to: Some(to) }) if from > to => {
                Self::Between(DateRange { from: Some(to), to: Some(from) })
            }
            when => when,
        }
    }

    pub(super) fn parse(text: &str) -> Self {
        let period = Period::ALL.into_iter().find(|period| period.slug() == text);
        period.map_or_else(|| Self::Between(DateRange::parse(text)), Self::Within)
    }

    /// As a plain form's two fields say it, unless it has named a period as well.
    pub(super) fn name_days(&mut self, name: impl FnOnce(&mut DateRange)) {
        if let Self::Between(days) = self {
            name(days);
        }
    }
}

impl std::fmt::Display for When {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let end = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        match self {
            Self::Between(days) => write!(formatter, "{}..{}", end(days.from), end(days.to)),
            Self::Within(period) => formatter.write_str(period.slug()),
        }
    }
}

impl DateRange {
    fn parse(text: &str) -> Self {
        match text.split_once("..") {
            Some((from, to)) => Self { from: day(from), to: day(to) },
            None => Self { from: day(text), to: day(text) },
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn days(period: Period, today: &str) -> String {
        When::Between(period.days(today.parse().unwrap())).to_string()
    }

    #[test]
    fn periods_move_with_the_calendar() {
        // A Thursday, a Sunday, a Monday on New Year's Day.
        for (period, thursday, sunday, new_year) in [
            (Period::Today, "2026-11-26..2026-11-26", "2026-11-29..2026-11-29", "2029-01-01..2029-01-01"),
            (Period::Yesterday, "2026-11-25..2026-11-25", "2026-11-28..2026-11-28", "2028-12-31..2028-12-31"),
            (Period::Tomorrow, "2026-11-27..2026-11-27", "2026-11-30..2026-11-30", "2029-01-02..2029-01-02"),
            (Period::ThisWeek, "2026-11-23..2026-11-29", "2026-11-23..2026-11-29", "2029-01-01..2029-01-07"),
            (
                Period::RestOfWeek,
                "2026-11-27..2026-11-29",
                "2026-11-30..2026-12-06",
                "2029-01-02..2029-01-07",
            ),
            (Period::LastWeek, "2026-11-16..2026-11-22", "2026-11-16..2026-11-22", "2028-12-25..2028-12-31"),
            (Period::NextWeek, "2026-11-30..2026-12-06", "2026-11-30..2026-12-06", "2029-01-08..2029-01-14"),
            (Period::ThisMonth, "2026-11-01..2026-11-30", "2026-11-01..2026-11-30", "2029-01-01..2029-01-31"),
            (Period::LastMonth, "2026-10-01..2026-10-31", "2026-10-01..2026-10-31", "2028-12-01..2028-12-31"),
        ] {
            let told = ["2026-11-26", "2026-11-29", "2029-01-01"].map(|today| days(period, today));
            assert_eq!(told, [thursday, sunday, new_year], "{period:?}");
        }
        assert_eq!(days(Period::LastMonth, "2028-03-31"), "2028-02-01..2028-02-29");
    }
}
