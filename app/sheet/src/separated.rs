//! Text whose cells a sign separates, record by record. What stands in quotes may hold that sign and lines
//! of its own. A quote that nothing closes would swallow the rows below: there its row ends, and says so.

use std::{
    collections::VecDeque,
    io::{BufRead, Result},
};

/// Longer than any cell is: a quote that is open for so long was never closed.
const LONGEST: usize = 1 << 20;

/// A row as it is read.
pub(crate) struct Record {
    pub(crate) cells: Vec<String>,
    /// A quote opens here that nothing closes; it stands in its cell as any other sign.
    pub(crate) is_unclosed: bool,
}

/// The records of a text.
pub(crate) struct Separated<R> {
    text: R,
    delimiter: u8,
    /// Cells of the heading, once it has been read.
    pub(crate) columns: Option<usize>,
    /// Lines that an unclosed quote had taken, to be read again.
    waiting: VecDeque<Vec<u8>>,
}

impl<R: BufRead> Separated<R> {
    pub(crate) fn new(text: R, delimiter: u8) -> Self {
        Self { text, delimiter, columns: None, waiting: VecDeque::new() }
    }

    /// The next record; none at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Record>> {
        let (mut lines, mut reading, mut size) = (Vec::new(), Reading::default(), 0);
        let unclosed = loop {
            let Some(line) = self.line()? else { break reading.opening };
            size += line.len();
            let read = reading.take(&line, lines.len(), self.delimiter);
            lines.push(line);
            match read {
                Read::Whole => break self.swallowed(&reading, &lines),
                Read::Open if size < LONGEST => {}
                Read::Open | Read::Broken => break reading.opening,
            }
        };
        if lines.is_empty() {
            return Ok(None);
        }
        if let Some(Opening { line, at, cells }) = unclosed {
            for swallowed in lines.drain(line + 1..).rev() {
                self.waiting.push_front(swallowed);
            }
            reading.cells.truncate(cells);
            let rest = lines.get(line).and_then(|line| without_end(line).get(at..)).unwrap_or_default();
            reading.cells.extend(rest.split(|byte| *byte == self.delimiter).map(<[u8]>::to_vec));
        }
        let cells = reading.cells.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        Ok(Some(Record { cells, is_unclosed: unclosed.is_some() }))
    }

    /// Where a quote has opened that the quote of a row below seems to have closed: too few cells, and as
    /// many as there should be in a line of its own.
    fn swallowed(&self, reading: &Reading, lines: &[Vec<u8>]) -> Option<Opening> {
        let (opening, columns) = (reading.longest?, self.columns?);
        let mut below = lines.iter().skip(opening.line + 1);
        let is_row =
            |line: &Vec<u8>| line.iter().filter(|byte| **byte == self.delimiter).count() + 1 >= columns;
        (reading.cells.len() < columns && below.any(is_row)).then_some(opening)
    }

    /// The next line with what ends it.
    fn line(&mut self) -> Result<Option<Vec<u8>>> {
        if let Some(line) = self.waiting.pop_front() {
            return Ok(Some(line));
        }
        let mut line = Vec::new();
        loop {
            let piece = self.text.fill_buf()?;
            if piece.is_empty() {
                break;
            }
            let Some(end) = piece.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
                let length = piece.len();
                line.extend_from_slice(piece);
                self.text.consume(length);
                continue;
            };
            line.extend_from_slice(&piece[..=end]);
            self.text.consume(end + 1);
            if line.ends_with(b"\r") && self.text.fill_buf()?.starts_with(b"\n") {
                line.push(b'\n');
                self.text.consume(1);
            }
            break;
        }
        Ok((!line.is_empty()).then_some(line))
    }
}

fn without_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// What a line makes of a record.
enum Read {
    /// It ends here.
    Whole,
    /// A quote is open at its end.
    Open,
    /// What follows on the closing quote, lines below the opening one, says that it opens another.
    Broken,
}

/// Where a quote opens.
#[derive(Clone, Copy)]
struct Opening {
    /// Counted from the record's first.
    line: usize,
    /// The byte of that line.
    at: usize,
    /// Cells before.
    cells: usize,
}

/// What comes next in a cell.
#[derive(Clone, Copy, Default)]
enum Within {
    #[default]
    Start,
    Plain,
    Quotes,
    /// A quote stands within quotes: it closes them, unless another follows.
    Quote,
}

/// A record that is being read.
#[derive(Default)]
struct Reading {
    cells: Vec<Vec<u8>>,
    cell: Vec<u8>,
    within: Within,
    /// The quote that has opened last.
    opening: Option<Opening>,
    /// The first that was closed lines below.
    longest: Option<Opening>,
}

impl Reading {
    fn take(&mut self, line: &[u8], index: usize, delimiter: u8) -> Read {
        let content = without_end(line);
        for (at, &byte) in content.iter().enumerate() {
            match (self.within, byte) {
                (Within::Start, b'"') => {
                    self.opening = Some(Opening { line: index, at, cells: self.cells.len() });
                    self.within = Within::Quotes;
                }
                (Within::Quotes, b'"') => self.within = Within::Quote,
                (Within::Quotes, _) => self.cell.push(byte),
                (Within::Quote, b'"') => {
                    self.cell.push(byte);
                    self.within = Within::Quotes;
                }
                (_, _) if byte == delimiter => self.end_cell(index),
                (Within::Quote, _) if self.is_long(index) => return Read::Broken,
                (_, _) => {
                    self.cell.push(byte);
                    self.within = Within::Plain;
                }
            }
        }
        if matches!(self.within, Within::Quotes) {
            self.cell.extend_from_slice(&line[content.len()..]);
            return Read::Open;
        }
        self.end_cell(index);
        Read::Whole
    }

    fn is_long(&self, index: usize) -> bool {
        self.opening.is_some_and(|opening| opening.line < index)
    }

    fn end_cell(&mut self, index: usize) {
        if matches!(self.within, Within::Quote) && self.is_long(index) {
            self.longest = self.longest.or(self.opening);
        }
        self.cells.push(std::mem::take(&mut self.cell));
        self.within = Within::Start;
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// Cells joined by "|"; "!" after a row that says that it has an unclosed quote.
    fn rows(text: &str) -> Vec<String> {
        let mut records = Separated::new(text.as_bytes(), b';');
        let mut rows = Vec::new();
        while let Some(record) = records.next().unwrap() {
            records.columns.get_or_insert(record.cells.len());
            rows.push(format!("{}{}", record.cells.join("|"), if record.is_unclosed { "!" } else { "" }));
        }
        rows
    }

    #[test]
    fn quotes_hold_signs_lines_and_quotes() {
        assert_eq!(
            rows("a;b\r\n1;\"x; \"\"y\"\"\r\nz\"\r\n\r\n2;\"\""),
            ["a|b", "1|x; \"y\"\r\nz", "", "2|"]
        );
        assert_eq!(rows("a;b\r1;x\r"), ["a|b", "1|x"]);
        // Not every quote opens something, and what follows on a closed one belongs to its cell.
        assert_eq!(rows("a;b\n1;20\" skärm\n2;\"Åsa\" Ek\n"), ["a|b", "1|20\" skärm", "2|Åsa Ek"]);
    }

    #[test]
    fn an_unclosed_quote_is_told_at_its_row_and_swallows_no_other() {
        let heading = "nr;namn;ort\n";
        for (below, read) in [
            ("2;Ek;Umeå\n3;Al;Luleå", vec!["2|Ek|Umeå", "3|Al|Luleå"]),
            ("2;\"Ek\";Umeå\n3;Al;Luleå\n", vec!["2|Ek|Umeå", "3|Al|Luleå"]),
            ("2;Ek;Umeå\n3;Al;Luleå\"\n", vec!["2|Ek|Umeå", "3|Al|Luleå\""]),
            ("2;\"Ek;Umeå\n3;\"Al\n;\";Luleå\n", vec!["2|\"Ek|Umeå!", "3|Al\n;|Luleå"]),
        ] {
            let read: Vec<_> = ["nr|namn|ort", "1|\"Åsa|Visby!"].into_iter().chain(read).collect();
            assert_eq!(rows(&format!("{heading}1;\"Åsa;Visby\n{below}")), read, "{below}");
        }
        assert_eq!(rows("a;b\n\"x\ny\";\"z\n3;4"), ["a|b", "x\ny|\"z!", "3|4"]);
    }

    #[test]
    fn a_quote_that_is_open_for_longer_than_any_cell_is_unclosed() {
        let long = format!("a;b\n1;\"x\n{}2;\"y\"", "3;z\n".repeat(LONGEST / 2));
        assert_eq!(&rows(&long)[..3], ["a|b", "1|\"x!", "3|z"]);
    }
}
