//! Reads a table, row by row.

use crate::{
    decode::{Utf8, encoding},
    separated::Separated,
};
use calamine::{DataRef, Reader, Xlsx, XlsxError};
use std::{
    fs::File,
    io::{BufReader, Read, Seek},
};

/// How much of a table is taken.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Rows, with the heading.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Bytes that a workbook may hold once it is unpacked.
    pub unpacked: u64,
}

/// Why a table cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// Neither a workbook nor text.
    #[error("neither CSV nor XLSX")]
    Unknown,
    /// More than the limits allow.
    #[error("larger than is taken")]
    TooLarge,
    /// It begins as a workbook or is called one, and is none.
    #[error("not a sound workbook: {0}")]
    Workbook(String),
    /// What is done with the rows failed, or the disk.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// A row that says anything.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// As a spreadsheet counts.
    pub line: usize,
    /// The texts as they stand there, trimmed; an apostrophe that guards a formula is taken away.
    pub cells: Vec<String>,
    /// A quote opens here that nothing closes. It stands in its cell, and the rows below are their own.
    pub is_unclosed: bool,
}

/// Hands on each row that says anything. A file that its name calls a workbook is read as nothing else.
///
/// # Errors
/// When it is no table, or a larger one than is taken; what `each` says.
pub fn read(
    mut file: File,
    name: &str,
    limits: Limits,
    each: impl FnMut(Row) -> std::io::Result<()>,
) -> Result<(), ReadError> {
    let mut start = [0; 4];
    let known = file.read(&mut start)?;
    file.rewind()?;
    match &start[..known] {
        b"PK\x03\x04" => read_workbook(file, limits, each),
        _ if is_workbook(name) => Err(ReadError::Workbook("not a zip archive".into())),
        // Old workbooks, PDF and pictures are none.
        [0xd0, 0xcf, ..] | [b'%', b'P', ..] | [0x89, b'P', ..] | [0xff, 0xd8, ..] => Err(ReadError::Unknown),
        _ => read_text(file, limits, each),
    }
}

fn is_workbook(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|is| is.eq_ignore_ascii_case("xlsx"))
}

fn read_text(
    mut file: File,
    limits: Limits,
    mut each: impl FnMut(Row) -> std::io::Result<()>,
) -> Result<(), ReadError> {
    let encoding = encoding(&file)?;
    file.rewind()?;
    let mut start = Vec::new();
    Utf8::new(&file, encoding).take(1 << 16).read_to_end(&mut start)?;
    if start.contains(&0) {
        return Err(ReadError::Unknown);
    }
    file.rewind()?;
    let mut rows = Separated::new(BufReader::new(Utf8::new(file, encoding)), delimiter(&start));
    let mut line = 0;
    while let Some(record) = rows.next()? {
        line += 1;
        if line > limits.rows || record.cells.len() > limits.columns {
            return Err(ReadError::TooLarge);
        }
        // Excel's own note on what separates.
        if line == 1 && record.cells.first().is_some_and(|first| first.starts_with("sep=")) {
            continue;
        }
        rows.columns.get_or_insert(record.cells.len());
        let cells = record.cells.iter().map(|cell| bare(cell)).collect();
        hand_on(Row { line, cells, is_unclosed: record.is_unclosed }, &mut each)?;
    }
    Ok(())
}

/// What stands most often in the heading, outside quotes.
fn delimiter(start: &[u8]) -> u8 {
    let mut is_quoted = false;
    let heading = start.split(|byte| {
        is_quoted ^= *byte == b'"';
        *byte == b'\n' && !is_quoted
    });
    let heading = heading.into_iter().find(|line| !line.starts_with(b"sep=")).unwrap_or_default();
    let mut is_quoted = false;
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    for byte in heading {
        is_quoted ^= *byte == b'"';
        for (sign, count) in counts.iter_mut().filter(|(sign, _)| sign == byte && !is_quoted) {
            let _ = sign;
            *count += 1;
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(b';', |(sign, _)| sign)
}

fn read_workbook(
    file: File,
    limits: Limits,
    mut each: impl FnMut(Row) -> std::io::Result<()>,
) -> Result<(), ReadError> {
    let workbook = |error: XlsxError| ReadError::Workbook(error.to_string());
    unpacks_within(&file, limits.unpacked)?;
    let mut book = Xlsx::new(BufReader::new(file)).map_err(workbook)?;
    let first = book.sheet_names().first().cloned().ok_or(ReadError::Unknown)?;
    let mut cells = book.worksheet_cells_reader(&first).map_err(workbook)?;
    let (mut at, mut row) = (0, Vec::new());
    while let Some(cell) = cells.next_cell().map_err(workbook)? {
        let (line, column) = cell.get_position();
        let (line, column) = (line as usize, column as usize);
        if line >= limits.rows || column >= limits.columns {
            return Err(ReadError::TooLarge);
        }
        if line != at {
            hand_on(cells_of(at, std::mem::take(&mut row)), &mut each)?;
            at = line;
        }
        row.resize(row.len().max(column + 1), String::new());
        row[column] = shown(cell.get_value());
    }
    hand_on(cells_of(at, row), &mut each)
}

const fn cells_of(at: usize, cells: Vec<String>) -> Row {
    Row { line: at + 1, cells, is_unclosed: false }
}

/// A small file can unpack to a very large one; so all of it is unpacked once, to nowhere.
fn unpacks_within(file: &File, most: u64) -> Result<(), ReadError> {
    const FILES: usize = 1000;
    let broken = |error: zip::result::ZipError| ReadError::Workbook(error.to_string());
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(broken)?;
    if archive.len() > FILES {
        return Err(ReadError::TooLarge);
    }
    let mut left = most;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(broken)?;
        let unpacked = std::io::copy(&mut entry.take(left + 1), &mut std::io::sink())
            .map_err(|error| ReadError::Workbook(error.to_string()))?;
        left = left.checked_sub(unpacked).ok_or(ReadError::TooLarge)?;
    }
    Ok(())
}

/// As the sheet shows it, more or less; days as 2026-11-23.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => bare(text),
        DataRef::SharedString(text) => bare(text),
        DataRef::Bool(true) => "ja".into(),
        DataRef::Bool(false) => "nej".into(),
        DataRef::DateTime(moment) => {
            let (year, month, day, hour, minute, _, _) = moment.to_ymd_hms_milli();
            match (hour, minute) {
                (0, 0) => format!("{year:04}-{month:02}-{day:02}"),
                _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
            }
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn bare(text: &str) -> String {
    let text = text.trim();
    let guarded = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
    guarded.unwrap_or(text).replace('\0', "")
}

fn hand_on(row: Row, each: &mut impl FnMut(Row) -> std::io::Result<()>) -> Result<(), ReadError> {
    if row.cells.iter().all(String::is_empty) {
        return Ok(());
    }
    Ok(each(row)?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{Cell, Kind, write};
    use chrono::NaiveDate;
    use std::io::Write;

    const LIMITS: Limits = Limits { rows: 1000, columns: 50, unpacked: 10 << 20 };

    fn file(bytes: &[u8]) -> File {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        file.rewind().unwrap();
        file
    }

    fn rows(bytes: &[u8]) -> Result<Vec<(usize, Vec<String>)>, ReadError> {
        rows_of("fil", bytes)
    }

    fn rows_of(name: &str, bytes: &[u8]) -> Result<Vec<(usize, Vec<String>)>, ReadError> {
        let mut rows = Vec::new();
        read(file(bytes), name, LIMITS, |row| {
            rows.push((row.line, row.cells));
            Ok(())
        })?;
        Ok(rows)
    }

    #[test]
    fn any_separator_is_found() {
        for text in [
            "Nr;Namn\n1;Åsa, AB",
            "Nr,Namn\r\n1,\"Åsa, AB\"",
            "sep=;\nNr;Namn\n1;Åsa, AB",
            "Nr\tNamn\n1\tÅsa, AB",
        ] {
            let read = rows(text.as_bytes()).unwrap();
            assert_eq!(read.last().unwrap().1, ["1", "Åsa, AB"], "{text}");
        }
    }

    #[test]
    fn cells_may_have_several_lines_and_blank_rows_are_none() {
        let read = rows(b"Nr;Text\n1;\"a\nb; c\"\n;\n\n3;'=1+1\n").unwrap();
        assert_eq!(read[1].1, ["1", "a\nb; c"]);
        assert_eq!(read[2], (5, vec!["3".into(), "=1+1".into()]), "as a spreadsheet counts");
        assert_eq!(read.len(), 3);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let table = [
            vec!["Nr".into(), "Rubrik".into(), "Skapad".into()],
            vec![Cell::Number(7), "=Hej; då".into(), day.into()],
            vec![Cell::Empty, "+46 på, rad\nnästa".into(), day.and_hms_opt(8, 12, 0).unwrap().into()],
        ];
        for kind in Kind::ALL {
            let mut out = Vec::new();
            write(kind, table.iter().cloned().map(Ok), &mut out).unwrap();
            let read = rows(&out).unwrap();
            let rows: Vec<_> =
                read.iter().map(|(_, row)| row.iter().map(String::as_str).collect::<Vec<_>>()).collect();
            assert_eq!(rows[1], ["7", "=Hej; då", "2026-11-23"], "{kind:?}");
            assert_eq!(rows[2], ["", "+46 på, rad\nnästa", "2026-11-23 08:12"], "{kind:?}");
        }
    }

    #[test]
    fn what_is_no_table_is_refused() {
        for bytes in [&b"%PDF-1.7"[..], b"\x89PNG\r\n", b"\xd0\xcf\x11\xe0", b"a\0b\0c"] {
            assert!(matches!(rows(bytes), Err(ReadError::Unknown)), "{bytes:?}");
        }
        assert!(matches!(rows(b"PK\x03\x04 and nothing more"), Err(ReadError::Workbook(_))));
    }

    #[test]
    fn text_that_is_called_a_workbook_is_none() {
        for bytes in [&b""[..], b"hej", b"Nr;Namn\n1;A", b"%PDF-1.7"] {
            assert!(matches!(rows_of("Kunder.XLSX", bytes), Err(ReadError::Workbook(_))), "{bytes:?}");
        }
        assert_eq!(rows_of("xlsx", b"Nr;Namn\n1;A").unwrap().len(), 2);
    }

    #[test]
    fn more_than_is_taken_is_refused() {
        let long = "a;b\n".repeat(LIMITS.rows + 1);
        assert!(matches!(rows(long.as_bytes()), Err(ReadError::TooLarge)));
        assert!(matches!(rows(";".repeat(60).as_bytes()), Err(ReadError::TooLarge)));
    }

    #[test]
    fn a_small_file_that_unpacks_to_a_large_one_is_refused() {
        let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        bomb.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
        for _ in 0..11 {
            bomb.write_all(&vec![b' '; 1 << 20]).unwrap();
        }
        let bytes = bomb.finish().unwrap().into_inner();
        assert!(bytes.len() < 1 << 20);
        assert!(matches!(rows(&bytes), Err(ReadError::TooLarge)));
    }
}
