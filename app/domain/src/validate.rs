//! Which values are accepted. Parsed once at the edge; what is past here is sound.

use crate::{
    cases::{NewCase, TextEdit},
    problem::{Field, FieldError, Refusal},
};
use chrono::{Datelike, NaiveDate, NaiveDateTime};

/// Most characters in a subject.
pub const SUBJECT_LIMIT: u32 = 200;
/// Most characters in a body.
pub const BODY_LIMIT: u32 = 20_000;
/// Most characters in a comment.
pub const COMMENT_LIMIT: u32 = 10_000;

/// A subject as it is kept: one line, trimmed.
///
/// # Errors
/// Empty or longer than [`SUBJECT_LIMIT`].
pub fn subject(text: &str) -> Result<String, FieldError> {
    named(Field::Subject, text, SUBJECT_LIMIT)
}

/// A body as it is kept: trimmed, line ends of one kind. May be empty.
///
/// # Errors
/// Longer than [`BODY_LIMIT`].
pub fn body(text: &str) -> Result<String, FieldError> {
    limited(Field::Body, paragraphs(text), BODY_LIMIT)
}

/// A comment as it is kept.
///
/// # Errors
/// Empty or longer than [`COMMENT_LIMIT`].
pub fn comment(text: &str) -> Result<String, FieldError> {
    required(Field::Comment, paragraphs(text), COMMENT_LIMIT)
}

/// A day as forms send it: `2026-11-23`. Blank is none.
///
/// # Errors
/// Not a day, or outside the years 1900 to 2199, which are slips of the hand.
pub fn day(field: Field, text: &str) -> Result<Option<NaiveDate>, FieldError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    match text.parse::<NaiveDate>() {
        Ok(day) if plausible(day) => Ok(Some(day)),
        _ => Err(FieldError { field, refusal: Refusal::Malformed }),
    }
}

/// A local time as forms send it: `2026-11-23T08:12`, with or without seconds.
///
/// # Errors
/// Not a time.
pub fn moment(field: Field, text: &str) -> Result<NaiveDateTime, FieldError> {
    ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text.trim(), form).ok())
        .filter(|moment| plausible(moment.date()))
        .ok_or(FieldError { field, refusal: Refusal::Malformed })
}

/// A new due date: none, today or later.
///
/// # Errors
/// Before `today`.
pub fn due_on(day: Option<NaiveDate>, today: NaiveDate) -> Result<Option<NaiveDate>, FieldError> {
    match day {
        Some(day) if day < today => Err(FieldError { field: Field::DueOn, refusal: Refusal::Past }),
        Some(day) if !plausible(day) => Err(FieldError { field: Field::DueOn, refusal: Refusal::Malformed }),
        other => Ok(other),
    }
}

/// A new subject and body.
///
/// # Errors
/// Everything that is wrong with them, not only the first.
pub fn text_edit(edit: &TextEdit) -> Result<TextEdit, Vec<FieldError>> {
    match (subject(&edit.subject), body(&edit.body)) {
        (Ok(subject), Ok(body)) => Ok(TextEdit { subject, body }),
        (subject, body) => Err([subject.err(), body.err()].into_iter().flatten().collect()),
    }
}

/// A case to be registered.
///
/// # Errors
/// Everything that is wrong with it, not only the first. Whether the ids exist, the store knows.
pub fn new_case(case: NewCase, today: NaiveDate) -> Result<NewCase, Vec<FieldError>> {
    let text = text_edit(&TextEdit { subject: case.subject.clone(), body: case.body.clone() });
    match (text, due_on(case.due_on, today)) {
        (Ok(TextEdit { subject, body }), Ok(due_on)) => Ok(NewCase { subject, body, due_on, ..case }),
        (text, due) => Err(text.err().unwrap_or_default().into_iter().chain(due.err()).collect()),
    }
}

/// A name or the like, as it is kept: one trimmed line.
///
/// # Errors
/// Empty or longer than the limit.
pub fn named(field: Field, text: &str, limit: u32) -> Result<String, FieldError> {
    required(field, one_line(text), limit)
}

/// Whether mail could be delivered there at all: something, one `@`, a domain with a dot.
pub fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        let is_domain = domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.');
        !local.is_empty() && is_domain && !domain.contains('@') && !text.contains(' ')
    })
}

/// One trimmed line that may be empty.
///
/// # Errors
/// Longer than the limit.
pub fn line(field: Field, text: &str, limit: u32) -> Result<String, FieldError> {
    limited(field, one_line(text), limit)
}

/// One trimmed line without control characters; nothing when there is nothing in it to be seen.
pub(crate) fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().filter(|c| !c.is_control()).collect();
    if line.chars().all(is_invisible) { String::new() } else { line }
}

fn plausible(day: NaiveDate) -> bool {
    (1900..2200).contains(&day.year())
}

/// Line ends of one kind, no other control characters (PostgreSQL stores no NUL), trimmed.
pub(crate) fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    text.trim().to_owned()
}

fn required(field: Field, text: String, limit: u32) -> Result<String, FieldError> {
    if text.chars().all(is_invisible) {
        return Err(FieldError { field, refusal: Refusal::Empty });
    }
    limited(field, text, limit)
}

/// Blanks, and what shows as little: a title of these alone could not be clicked.
const fn is_invisible(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

fn limited(field: Field, text: String, limit: u32) -> Result<String, FieldError> {
    if text.chars().count() > limit as usize {
        return Err(FieldError { field, refusal: Refusal::TooLong { limit } });
    }
    Ok(text)
}

/// "75440" is written "754 40"; other countries' stay as they are.
pub fn postal_code(text: &str) -> String {
    match text.split_at_checked(3) {
        Some((first, last)) if text.len() == 5 && text.chars().all(|c| c.is_ascii_digit()) => {
            format!("{first} {last}")
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::cases::Channel;

    #[test]
    fn a_subject_is_one_trimmed_line() {
        assert_eq!(subject("  Nyckel\n saknas\u{0} "), Ok("Nyckel saknas".into()));
        for blank in
            [" \n ", "\u{200b}\u{200b}", "\u{feff} \u{2060}", "\u{2800}", "\u{3164}\u{fe0f}", "\u{e0020}"]
        {
            assert_eq!(subject(blank).unwrap_err().refusal, Refusal::Empty, "{blank:?}");
            assert_eq!(line(Field::Title, blank, 10), Ok(String::new()), "{blank:?}");
        }
        assert!(subject("👩\u{200d}🔧 larmet").is_ok());
        assert!(subject(&"å".repeat(200)).is_ok());
        assert_eq!(subject(&"å".repeat(201)).unwrap_err().refusal, Refusal::TooLong { limit: 200 });
    }

    #[test]
    fn a_body_keeps_its_paragraphs() {
        assert_eq!(body("Rad 1\r\nRad 2\u{0}\r\n\r\n"), Ok("Rad 1\nRad 2".into()));
        assert_eq!(body(""), Ok(String::new()));
    }

    #[test]
    fn days_and_times_are_read_as_forms_send_them() {
        assert_eq!(day(Field::DueOn, ""), Ok(None));
        assert!(day(Field::DueOn, "2026-02-29").is_err());
        assert!(day(Field::DueOn, "20260-11-23").is_err());
        assert_eq!(day(Field::DueOn, "2026-11-23"), Ok(NaiveDate::from_ymd_opt(2026, 11, 23)));
        assert!(moment(Field::CreatedAt, "2026-11-23T08:12").is_ok());
        assert!(moment(Field::CreatedAt, "i går").is_err());
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let case = NewCase { due_on: today.pred_opt(), ..NewCase::new(" ", Channel::Phone) };
        let fields: Vec<_> = new_case(case, today).unwrap_err().iter().map(|error| error.field).collect();
        assert_eq!(fields, [Field::Subject, Field::DueOn]);
    }
}
