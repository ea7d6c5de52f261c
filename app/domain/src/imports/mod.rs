//! Import: tables of other systems become customers, employees and cases.
//!
//! A file is read once and kept row by row. What its columns mean is guessed and can be set right;
//! then all rows are tried, without a trace, before anything is written.

mod cases;
mod columns;
mod customers;
mod employees;
mod preview;
mod values;

pub use cases::{Given, Imported};
pub use columns::{Column, OWN, guess};
pub use customers::customer;
pub use employees::{Choices, profile};
pub use preview::{
    About, Preview, PreviewRow, Stored, Unknown, as_it_stands, stored_case, stored_customer, stored_employee,
};
pub use values::{day, is_yes, moment, number, value};

use crate::{
    cases::Unused,
    ids::ImportId,
    people::Viewer,
    policy::{self, Action},
    problem::{Field, FieldError, Refusal},
    text::Language,
};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// What a file's rows become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Kunder.
    Customers,
    /// Anställda.
    Employees,
    /// Ärenden.
    Cases,
}

impl Kind {
    /// In the order in which a company moves in.
    pub const ALL: [Self; 3] = [Self::Customers, Self::Employees, Self::Cases];

    /// Its name in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Customers => "customers",
            Self::Employees => "employees",
            Self::Cases => "cases",
        }
    }

    /// The kind that the database calls `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// How forms name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Customers => "kunder",
            Self::Employees => "anstallda",
            Self::Cases => "arenden",
        }
    }

    /// The kind that forms call `slug`.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// Its name on screen.
    pub const fn name(self, text: Language) -> &'static str {
        match self {
            Self::Customers => text.menu_customers(),
            Self::Employees => text.menu_employees(),
            Self::Cases => text.menu_cases(),
        }
    }

    /// Whether the viewer may import it: who may import at all, and write such things one by one.
    pub const fn is_open_to(self, viewer: &Viewer) -> bool {
        let also = match self {
            Self::Customers => Action::EditCustomers,
            Self::Employees => Action::ManagePeople,
            Self::Cases => Action::EditCase,
        };
        policy::can(viewer, Action::Import) && policy::can(viewer, also)
    }
}

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Read and tried; nothing is written.
    Ready,
    /// Its rows are being written.
    Running,
    /// All is written.
    Done,
    /// Its rows are being taken back.
    Undoing,
    /// All is taken back, except what was left alone.
    Undone,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Ready, Self::Running, Self::Done, Self::Undoing, Self::Undone];

    /// Its name in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Running => "running",
            Self::Done => "done",
            Self::Undoing => "undoing",
            Self::Undone => "undone",
        }
    }

    /// The state that the database calls `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }

    /// Its name on screen.
    pub const fn name(self, text: Language) -> &'static str {
        match self {
            Self::Ready => text.import_state_ready(),
            Self::Running => text.import_state_running(),
            Self::Done => text.import_state_done(),
            Self::Undoing => text.import_state_undoing(),
            Self::Undone => text.import_state_undone(),
        }
    }

    /// Whether the server is at work on it.
    pub const fn is_moving(self) -> bool {
        matches!(self, Self::Running | Self::Undoing)
    }

    /// Whether it may be taken back: all of it, or what was left the last time.
    pub const fn can_be_undone(self, tally: &Tally) -> bool {
        match self {
            Self::Done => true,
            Self::Undone => tally.left > 0,
            Self::Ready | Self::Running | Self::Undoing => false,
        }
    }
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Something new.
    Created,
    /// It was there, and is changed.
    Changed,
    /// It was there, as the file has it.
    Unchanged,
    /// It was there, and somebody has worked on it since it was imported.
    Kept,
    /// Something is wrong with the row.
    Refused,
}

impl Outcome {
    /// Its name in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Changed => "changed",
            Self::Unchanged => "unchanged",
            Self::Kept => "kept",
            Self::Refused => "refused",
        }
    }
}

/// How many rows there are, and what becomes, or became, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Something new.
    pub created: i32,
    /// Changed.
    pub changed: i32,
    /// As it was.
    pub unchanged: i32,
    /// Left alone: somebody has worked on it.
    pub kept: i32,
    /// Something is wrong with them.
    pub refused: i32,
    /// Taken back.
    pub undone: i32,
    /// Could not be taken back the last time: changed or used since.
    pub left: i32,
}

impl Tally {
    /// Counts one more.
    pub fn add(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Created => &mut self.created,
            Outcome::Changed => &mut self.changed,
            Outcome::Unchanged => &mut self.unchanged,
            Outcome::Kept => &mut self.kept,
            Outcome::Refused => &mut self.refused,
        } += 1;
    }

    /// Rows that have been judged.
    pub const fn judged(&self) -> i32 {
        self.created + self.changed + self.unchanged + self.kept + self.refused
    }
}

/// What a file's columns and words mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// For each heading; none: it is left out.
    pub columns: Vec<Option<Column>>,
    /// What words of the file mean here, as far as that is set by hand: the column, the word as the
    /// file has it, the value's number in the database; none: no value.
    pub words: Vec<(Column, String, Option<i16>)>,
    /// Of cases: what no column here is for is added to the body, with its heading.
    pub keeps_rest: bool,
    /// Of cases: what the other system is called. Its numbers are its own; a case that came from there
    /// before is found by them.
    pub source: String,
}

impl Mapping {
    /// What the headings seem to mean. Whatever another system says of its cases is kept.
    pub fn guess(kind: Kind, headings: &[String]) -> Self {
        let (columns, source) = guess(kind, headings);
        Self { columns, words: Vec::new(), keeps_rest: source != OWN, source: source.to_owned() }
    }

    /// The same without the columns of what the company does without: whoever asked for it keeps their text in
    /// the body, with the rest that has no place here.
    pub fn in_use(mut self, kind: Kind, unused: Unused) -> Self {
        for column in &mut self.columns {
            *column = column.filter(|column| column.is_used(kind, unused));
        }
        self
    }

    /// Most characters in the name of the other system.
    pub const SOURCE: usize = 40;

    /// What the row says in that column; of several the first that says anything.
    pub fn cell<'a>(&self, cells: &'a [String], column: Column) -> &'a str {
        let cells = self.columns.iter().zip(cells).filter(|(is, _)| **is == Some(column));
        cells.map(|(_, cell)| cell.as_str()).find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    /// A column that means what one before it means: of two only one would come in.
    pub fn second(&self) -> Option<u8> {
        let all = &self.columns;
        let is_second = |at: &usize| all[*at].is_some() && all[..*at].contains(&all[*at]);
        (0..all.len()).find(is_second).and_then(|at| u8::try_from(at).ok())
    }

    /// Whether the file has that column.
    pub fn has(&self, column: Column) -> bool {
        self.columns.contains(&Some(column))
    }

    /// What was set by hand for that word.
    pub fn word(&self, column: Column, word: &str) -> Option<Option<i16>> {
        let set = self.words.iter().find(|(is, said, _)| *is == column && said == word);
        set.map(|(_, _, value)| *value)
    }
}

/// An import in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// Which.
    pub id: ImportId,
    /// What its rows become.
    pub kind: Kind,
    /// What the file was called.
    pub file_name: String,
    /// How far it has come.
    pub state: State,
    /// Rows in the file, without the heading.
    pub rows: i32,
    /// What becomes of them.
    pub tally: Tally,
    /// Who made it.
    pub made_by: String,
    /// When, local time in Stockholm.
    pub made_at: NaiveDateTime,
    /// The server is at work on it no longer, without having come to the end.
    pub is_stuck: bool,
}

impl Import {
    /// How many rows it has, in words.
    pub fn rows_in_words(&self, text: Language) -> String {
        rows_in_words(self.rows, text)
    }

    /// Whether it, or what is left of it, may be taken back.
    pub const fn can_be_undone(&self) -> bool {
        self.state.can_be_undone(&self.tally)
    }
}

/// "1 rad", "80 rader".
pub fn rows_in_words(count: i32, text: Language) -> String {
    if count == 1 { text.import_one_row().to_owned() } else { text.import_rows(count) }
}

/// An import's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportDetail {
    /// All that the list has.
    pub import: Import,
    /// The file's first line.
    pub headings: Vec<String>,
    /// What they mean.
    pub mapping: Mapping,
    /// The first rows as they stand there.
    pub samples: Vec<Vec<String>>,
    /// Words of the file that stand for a value here, with the value's number: what was set by hand,
    /// else what is guessed; none when nothing is known by that name.
    pub words: Vec<(Column, String, Option<i16>)>,
    /// The first rows as they would be stored.
    pub preview: Preview,
    /// Words and names that nothing here goes by.
    pub unknown: Vec<Unknown>,
    /// Of employees: the roles that words can mean, with their numbers among a mapping's values.
    pub roles: Vec<(i16, String)>,
    /// The first rows with something wrong.
    pub refused: Vec<RefusedRow>,
    /// The import that has to be taken back before this one can be.
    pub later: Option<Later>,
}

/// A later import that has changed what an earlier one wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Later {
    /// Which.
    pub id: ImportId,
    /// What its file was called.
    pub file_name: String,
    /// When it was made, local time in Stockholm.
    pub made_at: NaiveDateTime,
}

impl ImportDetail {
    /// So many rows with something wrong are shown.
    pub const REFUSED: i64 = 100;
    /// So many different words of a column can be set by hand.
    pub const WORDS: usize = 50;
}

/// A row that is not imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedRow {
    /// As a spreadsheet counts, the heading being the first.
    pub line: i32,
    /// What stands there.
    pub cells: Vec<String>,
    /// What is wrong with it.
    pub errors: Vec<FieldError>,
}

impl RefusedRow {
    /// What is wrong, each with the column's name: "Telefon: …".
    pub fn sentences(&self, text: Language) -> String {
        let sentence = |error: &FieldError| {
            let column = Column::of_field(error.field).map(|column| column.name(text));
            let colon = if column.is_some() { ": " } else { "" };
            let why = match (error.field, error.refusal) {
                // Files have days in more forms than ours do.
                (Field::CreatedAt | Field::DueOn, Refusal::Malformed) => {
                    text.import_day_unreadable().to_owned()
                }
                _ => error.sentence(text),
            };
            format!("{}{colon}{why}", column.unwrap_or_default())
        };
        self.errors.iter().map(sentence).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests;
