//! Writes a table, row by row.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::io::{Error, Write};

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// With `;` and a byte-order mark: what Excel opens in Swedish without asking.
    Csv,
    /// A workbook of one sheet.
    Xlsx,
}

impl Kind {
    /// Both, the simple one last.
    pub const ALL: [Self; 2] = [Self::Xlsx, Self::Csv];

    /// How file names end, and how addresses name it.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// The kind with that extension.
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.extension() == extension)
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// One value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Always shown as written, never taken for a formula.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A day.
    Day(NaiveDate),
    /// A day and a time.
    Moment(NaiveDateTime),
}

impl Cell {
    /// A text; an empty one is nothing.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<NaiveDate> for Cell {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<NaiveDateTime> for Cell {
    fn from(moment: NaiveDateTime) -> Self {
        Self::Moment(moment)
    }
}

/// Writes the rows, the first of which is the heading. Rows are asked for as they are written, and
/// one that is an error ends the file unfinished.
///
/// # Errors
/// A row's own, or when `out` takes no more.
pub fn write(
    kind: Kind,
    rows: impl Iterator<Item = Result<Vec<Cell>, Error>>,
    out: impl Write + Send,
) -> Result<(), Error> {
    match kind {
        Kind::Csv => write_csv(rows, out),
        Kind::Xlsx => write_xlsx(rows, out),
    }
}

fn write_csv(rows: impl Iterator<Item = Result<Vec<Cell>, Error>>, mut out: impl Write) -> Result<(), Error> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut file = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(out);
    for row in rows {
        file.write_record(row?.into_iter().map(plain))?;
    }
    file.flush()
}

/// As CSV has it. A text that a spreadsheet would compute gets an apostrophe before it.
fn plain(cell: Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
        Cell::Text(text) => text,
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Moment(moment) => moment.format("%Y-%m-%d %H:%M").to_string(),
    }
}

/// The rows of a sheet wait in a file without a name, not in memory.
fn write_xlsx(
    rows: impl Iterator<Item = Result<Vec<Cell>, Error>>,
    out: impl Write + Send,
) -> Result<(), Error> {
    let mut workbook = Workbook::new();
    let formats = Formats::new();
    let sheet = workbook.add_worksheet_with_constant_memory().map_err(Error::other)?;
    for (row, at) in rows.zip(0..) {
        for (cell, column) in row?.into_iter().zip(0..) {
            put(sheet, &formats, (at, column), cell).map_err(Error::other)?;
        }
        if at == 0 {
            sheet.set_freeze_panes(1, 0).map_err(Error::other)?;
        }
    }
    workbook.save_to_writer(out).map_err(Error::other)
}

struct Formats {
    heading: Format,
    day: Format,
    moment: Format,
}

impl Formats {
    fn new() -> Self {
        Self {
            heading: Format::new().set_bold(),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            moment: Format::new().set_num_format("yyyy-mm-dd hh:mm"),
        }
    }
}

/// What Excel takes in a cell.
const LONGEST: usize = 32_767;

fn put(sheet: &mut Worksheet, formats: &Formats, at: (u32, u16), cell: Cell) -> Result<(), XlsxError> {
    let (row, column) = at;
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) if row == 0 => {
            sheet.write_string_with_format(row, column, text, &formats.heading)?
        }
        Cell::Text(text) => {
            sheet.write_string(row, column, text.chars().take(LONGEST).collect::<String>())?
        }
        Cell::Number(number) => sheet.write_number(row, column, number as f64)?,
        Cell::Day(day) => sheet.write_datetime_with_format(row, column, excel_day(day)?, &formats.day)?,
        Cell::Moment(moment) => {
            let (hour, minute) = (moment.hour() as u16, moment.minute() as u8);
            let at = excel_day(moment.date())?.and_hms(hour, minute, 0)?;
            sheet.write_datetime_with_format(row, column, at, &formats.moment)?
        }
    };
    Ok(())
}

fn excel_day(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(day.year().clamp(1900, 9999) as u16, day.month() as u8, day.day() as u8)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn csv(rows: Vec<Vec<Cell>>) -> String {
        let mut out = Vec::new();
        write(Kind::Csv, rows.into_iter().map(Ok), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn csv_is_what_excel_opens_in_swedish() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let rows = vec![
            vec!["Nr".into(), "Rubrik".into()],
            vec![Cell::Number(7), "Säg \"hej\"; nu".into(), day.into(), Cell::Empty],
        ];
        assert_eq!(csv(rows), "\u{feff}Nr;Rubrik\r\n7;\"Säg \"\"hej\"\"; nu\";2026-11-23;\r\n");
    }

    #[test]
    fn no_text_is_a_formula() {
        for text in ["=1+1", "+46", "-2", "@SUM(A1)", "\tx"] {
            assert_eq!(
                csv(vec![vec![text.into()]]).trim_start_matches(['\u{feff}', '"']).chars().next(),
                Some('\'')
            );
        }
        assert_eq!(csv(vec![vec![Cell::Number(-2)]]), "\u{feff}-2\r\n");
    }

    #[test]
    fn a_row_that_fails_fails_the_file() {
        for kind in Kind::ALL {
            let rows = [Ok(vec!["Nr".into()]), Err(Error::other("gone"))];
            assert!(write(kind, rows.into_iter(), Vec::new()).is_err(), "{kind:?}");
        }
    }
}
