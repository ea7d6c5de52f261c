//! A row of a file of cases.

use super::{Column, Mapping, day, is_yes, moment, value};
use crate::{
    cases::{Channel, Priority, Vocabulary},
    ids::{StatusId, TeamId, TypeId},
    problem::{Field, FieldError, Refusal},
    validate,
};
use chrono::{NaiveDate, NaiveDateTime};

/// What a row names that the store must look up, and what is kept of it when nothing goes by that name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// As the file has it; empty: none.
    pub said: String,
    /// The file's heading.
    pub heading: String,
}

/// A case as a row has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Its number in the other system, without the zeros before; empty: it has none.
    pub number: String,
    /// Rubrik.
    pub subject: String,
    /// Innehåll, without what is added to it.
    pub body: String,
    /// Status; none: the initial one.
    pub status: Option<StatusId>,
    /// Prioritet.
    pub priority: Priority,
    /// Kanal.
    pub channel: Channel,
    /// Typ.
    pub case_type: Option<TypeId>,
    /// Team.
    pub team: Option<TeamId>,
    /// Kund, by name or number.
    pub customer: Given,
    /// Ansvarig, by name, e-mail or user name.
    pub responsible: Given,
    /// Who made it, by the same.
    pub created_by: Given,
    /// When it was made, local time; none: now.
    pub created_at: Option<NaiveDateTime>,
    /// Förfaller.
    pub due_on: Option<NaiveDate>,
    /// Columns whose word means nothing here: they change nothing of a case that is there.
    pub unknown: Vec<Column>,
    /// What no column here is for, as lines of "heading: what stands there".
    pub rest: Vec<String>,
}

impl Imported {
    /// Reads a row. What stands for no value here, of itself or because it was chosen so, is kept among the rest:
    /// nothing of the file is lost.
    ///
    /// # Errors
    /// Everything that is wrong with the row.
    pub fn read(
        mapping: &Mapping,
        headings: &[String],
        cells: &[String],
        words: &Vocabulary,
    ) -> Result<Self, Vec<FieldError>> {
        let cell = |column| mapping.cell(cells, column);
        let mut errors = Vec::new();
        let (mut rest, mut unknown) = (Vec::new(), Vec::new());
        let mut known = |column: Column| {
            let said = cell(column);
            let value = value(mapping, words, column, said);
            if value.is_none() && !said.is_empty() {
                rest.push(format!("{}: {said}", heading(mapping, headings, column)));
                unknown.push(column);
            }
            value
        };
        let status = known(Column::Status).map(StatusId);
        let priority = known(Column::Priority).and_then(Priority::from_i16).unwrap_or_default();
        let channel = known(Column::Channel).and_then(Channel::from_i16).unwrap_or(Channel::Manual);
        let case_type = known(Column::CaseType).map(TypeId);
        let team = known(Column::Team).map(TeamId);
        let created_at = read_cell(cell(Column::CreatedAt), Field::CreatedAt, moment, &mut errors);
        let due_on = read_cell(cell(Column::DueOn), Field::DueOn, day, &mut errors);
        if mapping.keeps_rest {
            rest.extend(unmapped(mapping, headings, cells));
        }
        let subject = cell(Column::Subject);
        let subject = shortened(subject, &mut rest);
        let mut checked = |text: Result<String, FieldError>| {
            text.unwrap_or_else(|error| {
                errors.push(error);
                String::new()
            })
        };
        let (subject, body) =
            (checked(validate::subject(&subject)), checked(validate::body(cell(Column::Body))));
        if !errors.is_empty() {
            return Err(errors);
        }
        let given = |column| Given {
            said: cell(column).to_owned(),
            heading: heading(mapping, headings, column).to_owned(),
        };
        Ok(Self {
            number: cell(Column::Number).trim_start_matches(['#', '0']).trim().to_owned(),
            subject,
            body,
            status,
            priority,
            channel,
            case_type,
            team,
            customer: given(Column::Customer),
            responsible: given(Column::Responsible),
            created_by: given(Column::CreatedBy),
            created_at,
            due_on,
            unknown,
            rest,
        })
    }

    /// The body as it is kept: with where the case came from, what was not found here, and the rest.
    ///
    /// # Errors
    /// Longer than a body may be.
    pub fn full_body(&self, source: &str, not_found: &[&Given]) -> Result<String, FieldError> {
        let number = match (source, self.number.as_str()) {
            (_, "") => None,
            ("", number) => Some(format!("Nr: {number}")),
            (source, number) => Some(format!("{source}: {number}")),
        };
        let lost = not_found.iter().map(|given| format!("{}: {}", given.heading, given.said));
        let lines: Vec<String> = number.into_iter().chain(lost).chain(self.rest.iter().cloned()).collect();
        let blank = if self.body.is_empty() || lines.is_empty() { "" } else { "\n\n" };
        validate::body(&format!("{}{blank}{}", self.body, lines.join("\n")))
    }
}

fn heading<'a>(mapping: &Mapping, headings: &'a [String], column: Column) -> &'a str {
    let at = mapping.columns.iter().position(|is| *is == Some(column));
    at.and_then(|at| headings.get(at)).map_or("", String::as_str)
}

fn unmapped<'a>(
    mapping: &'a Mapping,
    headings: &'a [String],
    cells: &'a [String],
) -> impl Iterator<Item = String> + 'a {
    let all = mapping.columns.iter().zip(headings).zip(cells);
    let rest = all.filter(|((column, _), cell)| column.is_none() && says_something(cell));
    rest.map(|((_, heading), cell)| format!("{heading}: {cell}"))
}

/// Systems write every column that they have: no, none and nothing are not worth a line.
fn says_something(cell: &str) -> bool {
    !cell.is_empty() && cell.chars().any(|c| !matches!(c, '0' | '.' | ',')) && is_yes(cell) != Some(false)
}

fn read_cell<T>(
    said: &str,
    field: Field,
    read: fn(&str) -> Option<T>,
    errors: &mut Vec<FieldError>,
) -> Option<T> {
    let value = read(said);
    if value.is_none() && !said.is_empty() {
        errors.push(FieldError { field, refusal: Refusal::Malformed });
    }
    value
}

/// Other systems allow longer ones: what is cut off is kept whole among the rest.
fn shortened(subject: &str, rest: &mut Vec<String>) -> String {
    let limit = validate::SUBJECT_LIMIT as usize;
    if subject.chars().count() <= limit {
        return subject.to_owned();
    }
    rest.insert(0, subject.to_owned());
    subject.chars().take(limit - 1).chain(['…']).collect()
}
