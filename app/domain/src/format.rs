//! Dates and times as people read them. All are local in Stockholm already; "today" is given,
//! so that server and browser always write the same.

use crate::text::Language;
use chrono::{Datelike, NaiveDate, NaiveDateTime};

/// How pressing a due date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// Before today.
    Late,
    /// Today.
    Today,
    /// Later.
    Later,
}

/// How pressing that due date is today.
pub fn urgency(due: NaiveDate, today: NaiveDate) -> Urgency {
    match due.cmp(&today) {
        std::cmp::Ordering::Less => Urgency::Late,
        std::cmp::Ordering::Equal => Urgency::Today,
        std::cmp::Ordering::Greater => Urgency::Later,
    }
}

/// A due date of an open case: "I dag", "I morgon", "ons 25 nov", "Sen 3 dagar".
pub fn due(due: NaiveDate, today: NaiveDate, text: Language) -> String {
    match (due - today).num_days() {
        0 => text.today().into(),
        1 => text.tomorrow().into(),
        -1 => text.late_one_day().into(),
        days if days < 0 => text.late_days(-days),
        _ => weekday_and_day(due, today, text),
    }
}

/// "ons 25 nov", with the year when it is another: "tis 5 jan 2027".
pub fn weekday_and_day(day: NaiveDate, today: NaiveDate, text: Language) -> String {
    format!("{} {}", weekday(day, text), short_day(day, today, text))
}

/// "25 nov", with the year when it is another: "5 jan 2027".
pub fn short_day(day: NaiveDate, today: NaiveDate, text: Language) -> String {
    let short = format!("{} {}", day.day(), month(day, text));
    if day.year() == today.year() { short } else { format!("{short} {}", day.year()) }
}

/// A moment in a list: "I dag 08:12", "20 nov", "5 jan 2025".
pub fn moment_in_list(moment: NaiveDateTime, today: NaiveDate, text: Language) -> String {
    if moment.date() == today {
        format!("{} {}", text.today(), clock(moment))
    } else {
        short_day(moment.date(), today, text)
    }
}

/// A moment in a timeline: "19 nov 15:12".
pub fn moment(moment: NaiveDateTime, today: NaiveDate, text: Language) -> String {
    format!("{} {}", short_day(moment.date(), today, text), clock(moment))
}

/// A moment in full: "tors 19 nov 2026 15:10".
pub fn moment_in_full(moment: NaiveDateTime, text: Language) -> String {
    let day = moment.date();
    format!("{} {} {} {} {}", weekday(day, text), day.day(), month(day, text), day.year(), clock(moment))
}

/// "08:12".
pub fn clock(moment: NaiveDateTime) -> String {
    moment.format("%H:%M").to_string()
}

/// For `<time datetime>` and `<input type=datetime-local>`: "2026-11-19T15:10".
pub fn machine_moment(moment: NaiveDateTime) -> String {
    moment.format("%Y-%m-%dT%H:%M").to_string()
}

fn weekday(day: NaiveDate, text: Language) -> &'static str {
    let names = match text {
        Language::Swedish => ["mån", "tis", "ons", "tors", "fre", "lör", "sön"],
        Language::English => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    };
    names[day.weekday().num_days_from_monday() as usize]
}

fn month(day: NaiveDate, text: Language) -> &'static str {
    let names = match text {
        Language::Swedish => {
            ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"]
        }
        Language::English => {
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        }
    };
    names[day.month0() as usize]
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn due_dates_read_as_in_the_design() {
        let today = day("2026-11-23");
        let due = |on: &str| due(day(on), today, Language::Swedish);
        assert_eq!(due("2026-11-23"), "I dag");
        assert_eq!(due("2026-11-24"), "I morgon");
        assert_eq!(due("2026-11-25"), "ons 25 nov");
        assert_eq!(due("2026-11-20"), "Sen 3 dagar");
        assert_eq!(due("2026-11-22"), "Sen 1 dag");
        assert_eq!(due("2027-01-05"), "tis 5 jan 2027");
    }

    #[test]
    fn moments_read_as_in_the_design() {
        let today = day("2026-11-23");
        let at = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        assert_eq!(moment_in_list(at("2026-11-23T08:12:00"), today, Language::Swedish), "I dag 08:12");
        assert_eq!(moment_in_list(at("2026-11-20T08:12:00"), today, Language::Swedish), "20 nov");
        assert_eq!(moment(at("2026-11-19T15:12:00"), today, Language::Swedish), "19 nov 15:12");
        assert_eq!(moment_in_full(at("2026-11-19T15:10:00"), Language::Swedish), "tors 19 nov 2026 15:10");
        assert_eq!(machine_moment(at("2026-11-19T15:10:30")), "2026-11-19T15:10");
    }
}
