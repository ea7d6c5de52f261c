//! Words, days and numbers of other systems.

use super::{Column, Mapping, columns::plain};
use crate::{
    cases::{Channel, Priority, Vocabulary},
    phone::Phone,
};
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use std::borrow::Cow;

/// Statuses of MantisBT and Redmine, in Swedish and English, by what they are called here at first.
const STATUSES: [(&str, &[&str]); 7] = [
    ("ny", &["ny", "nytt", "new", "öppen", "open", "nyinkommen"]),
    ("aterkoppling", &["återkoppling", "feedback", "väntar", "waiting", "pending"]),
    ("godkand", &["godkänd", "godkänt", "acknowledged", "approved"]),
    ("bekraftad", &["bekräftad", "bekräftat", "confirmed"]),
    ("tilldelad", &["tilldelad", "tilldelat", "assigned", "pågår", "pågående", "inprogress"]),
    ("lost", &["löst", "lösta", "åtgärdad", "klar", "resolved", "solved", "done", "fixed"]),
    ("stangd", &["stängd", "stängt", "closed", "avvisad", "avslagen", "avslutad", "avslutat", "rejected"]),
];

/// Priorities of both, in Swedish and English.
const PRIORITIES: [(Priority, &[&str]); 6] = [
    (Priority::None, &["ingen", "inget", "none"]),
    (Priority::Low, &["låg", "lågt", "low"]),
    (Priority::Normal, &["normal", "normalt", "medel", "medium"]),
    (Priority::High, &["hög", "högt", "high"]),
    (Priority::Urgent, &["bråttom", "brådskande", "urgent", "akut"]),
    (Priority::Immediate, &["omedelbar", "omedelbart", "immediate", "kritisk", "critical"]),
];

const CHANNELS: [(Channel, &[&str]); 6] = [
    (Channel::Phone, &["telefon", "tel", "samtal", "phone", "call"]),
    (Channel::Mail, &["epost", "mejl", "mail", "email"]),
    (Channel::Website, &["hemsidan", "hemsida", "webb", "website", "web"]),
    (Channel::Form, &["formulär", "form", "webform"]),
    (Channel::Mobile, &["mobilanställd", "mobil", "app", "mobile", "mobileemployee"]),
    (Channel::Manual, &["manuellt", "manuell", "manual", "manually"]),
];

fn meant<T: Copy>(known: &[(T, &[&str])], word: &str) -> Option<T> {
    known.iter().find(|(_, names)| names.contains(&word)).map(|(value, _)| *value)
}

/// The number in the database of what the word means in that column: as set by hand, else by the
/// company's own words, else by what other systems call it. None: no value, or nothing is known.
pub fn value(mapping: &Mapping, words: &Vocabulary, column: Column, word: &str) -> Option<i16> {
    if let Some(set) = mapping.word(column, word) {
        return set;
    }
    let word = plain(word);
    match column {
        Column::Status => {
            let shown = || words.statuses.iter().filter(|status| !status.hidden);
            let own = shown().find(|status| plain(&status.name) == word);
            let known = || {
                let slug = meant(&STATUSES, &word)?;
                shown().find(|status| status.slug == slug)
            };
            own.or_else(known).map(|status| status.id.0)
        }
        Column::CaseType => {
            let shown = words.types.iter().filter(|case_type| !case_type.hidden);
            shown.into_iter().find(|case_type| plain(&case_type.name) == word).map(|case_type| case_type.id.0)
        }
        Column::Team => {
            let shown = words.teams.iter().filter(|team| !team.hidden);
            shown.into_iter().find(|team| plain(&team.name) == word).map(|team| team.id.0)
        }
        Column::Priority => meant(&PRIORITIES, &word).map(Priority::to_i16),
        Column::Channel => meant(&CHANNELS, &word).map(Channel::to_i16),
        _ => None,
    }
}

/// A day in any of the forms that Swedes and their systems write; none when it is none. Where a file has
/// a time as well, the time is left out.
pub fn day(text: &str) -> Option<NaiveDate> {
    day_and_time(text).map(|(day, _)| day)
}

/// A day with or without a time, local; without one it is noon's.
pub fn moment(text: &str) -> Option<NaiveDateTime> {
    let (day, time) = day_and_time(text)?;
    match time.trim_end_matches('Z').trim() {
        "" => day.and_hms_opt(12, 0, 0),
        time => {
            let forms = ["%H:%M", "%H:%M:%S", "%H:%M:%S%.f", "%I:%M %p", "%I:%M:%S %p", "%H.%M"];
            let read = |form: &str| chrono::NaiveTime::parse_from_str(time, form).ok();
            forms.into_iter().find_map(read).map(|time| day.and_time(time))
        }
    }
}

/// The day, and what stands after it.
fn day_and_time(text: &str) -> Option<(NaiveDate, String)> {
    let words: Vec<&str> =
        text.split_whitespace().skip_while(|word| word.eq_ignore_ascii_case("den")).collect();
    if let [day, month, year, time @ ..] = words.as_slice()
        && let Some(day) = day_in_words(day, month, year)
    {
        return Some((day, time.join(" ")));
    }
    // `24/12 2026`
    if let [day, year, time @ ..] = words.as_slice()
        && let Some(day) = day_in(&format!("{day} {year}"), &["%d/%m %Y"])
    {
        return Some((day, time.join(" ")));
    }
    let text = words.join(" ");
    let (date, time) = text.split_once([' ', 'T']).unwrap_or((&text, ""));
    let forms = match is_american(&text) {
        true => &["%m/%d/%Y"][..],
        false => &[
            "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d/%m-%Y", "%d/%m-%y",
            "%Y%m%d", "%y%m%d",
        ],
    };
    day_in(date, forms).map(|day| (day, time.to_owned()))
}

fn day_in(text: &str, forms: &[&str]) -> Option<NaiveDate> {
    let read = |form: &&str| NaiveDate::parse_from_str(text, form).ok();
    forms.iter().filter_map(read).find(|day| (1900..2200).contains(&day.year()))
}

/// `24 dec 2026`, `24 december 2026`.
fn day_in_words(day: &str, month: &str, year: &str) -> Option<NaiveDate> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    let day = day.trim_end_matches('.').parse().ok()?;
    let month = month.to_lowercase();
    let year = year.parse().ok().filter(|year| (1900..2200).contains(year))?;
    // May and October, as English has them.
    let month = if month == "may" || month.starts_with("oct") {
        month.replace("may", "maj").replace("oct", "okt")
    } else {
        month
    };
    let month = MONTHS.iter().position(|known| month.starts_with(known))?;
    NaiveDate::from_ymd_opt(year, month as u32 + 1, day)
}

/// Only Americans write AM and PM, and they write the month first: so does who writes a day that no month has.
fn is_american(text: &str) -> bool {
    let mut numbers = text.split('/').map(str::parse::<u32>);
    let second = numbers.nth(1).and_then(Result::ok);
    text.ends_with("AM") || text.ends_with("PM") || second.is_some_and(|second| (13..=31).contains(&second))
}

/// The highest number that an import may bring: nine digits, as other systems count.
const HIGHEST_NUMBER: i32 = 999_999_999;

/// A whole number as spreadsheets, people and other systems write it: `1 001`, `1001,00`, `#1001`, `0001001`,
/// `K-1001`, whose letters say only what kind of number it is. None when
/// it is none, or not above zero, or so large that the numbers which follow on it would run out: one such row would
/// leave a company without a number for its next case.
pub fn number(text: &str) -> Option<i32> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let kind = text.find(|c: char| c.is_ascii_digit()).filter(|at| {
        let (kind, _) = text.split_at(*at);
        let word = kind.trim_end_matches(['-', '_', '.', '/']);
        !word.is_empty() && word.chars().all(char::is_alphabetic)
    });
    let text = text.split_at(kind.unwrap_or_default()).1.trim_start_matches('#');
    let whole = match text.split_once([',', '.']) {
        Some((whole, decimals)) if decimals.chars().all(|c| c == '0') => whole,
        Some(_) => return None,
        None => text,
    };
    whole.parse().ok().filter(|number| (1..=HIGHEST_NUMBER).contains(number))
}

/// Yes or no; none when it is neither.
pub fn is_yes(text: &str) -> Option<bool> {
    match plain(text).as_str() {
        "ja" | "j" | "yes" | "y" | "1" | "sant" | "true" | "aktiv" | "active" | "x" => Some(true),
        "nej" | "n" | "no" | "0" | "falskt" | "false" | "inaktiv" | "inactive" => Some(false),
        _ => None,
    }
}

/// A phone number as the file has it, with the zero that spreadsheets take from one that they keep as a number:
/// `705551234`.
pub(super) fn phone(text: &str) -> Cow<'_, str> {
    const WITHOUT_ZERO: std::ops::RangeInclusive<usize> = 7..=9;
    let is_bare = WITHOUT_ZERO.contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit());
    if is_bare && Phone::parse(text).is_none() {
        let whole = format!("0{text}");
        if Phone::parse(&whole).is_some() {
            return whole.into();
        }
    }
    text.into()
}
