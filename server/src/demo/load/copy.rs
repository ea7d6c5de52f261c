//! The text format of PostgreSQL's COPY: a line for each row, a tab between fields.

use chrono::{NaiveDate, NaiveDateTime};
use std::fmt::Write;

/// Rows that wait to be sent.
#[derive(Debug, Default)]
pub(super) struct Rows(String);

/// A value that COPY can read.
pub(super) trait Field {
    /// Appends it to the row.
    fn write(&self, row: &mut String);
}

impl Rows {
    pub(super) fn push(&mut self, fields: &[&dyn Field]) {
        for (place, field) in fields.iter().enumerate() {
            if place > 0 {
                self.0.push('\t');
            }
            field.write(&mut self.0);
        }
        self.0.push('\n');
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// Makes room for more without giving the memory back.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

impl Field for &str {
    fn write(&self, row: &mut String) {
        for character in self.chars() {
            match character {
                '\\' => row.push_str("\\\\"),
                '\n' => row.push_str("\\n"),
                '\r' => row.push_str("\\r"),
                '\t' => row.push_str("\\t"),
                other => row.push(other),
            }
        }
    }
}

impl Field for String {
    fn write(&self, row: &mut String) {
        self.as_str().write(row);
    }
}

impl<T: Field> Field for Option<T> {
    fn write(&self, row: &mut String) {
        match self {
            Some(value) => value.write(row),
            None => row.push_str("\\N"),
        }
    }
}

/// What neither contains nor needs an escape.
macro_rules! plain {
    ($($type:ty),+) => {
        $(impl Field for $type {
            fn write(&self, row: &mut String) {
                // A string takes everything.
                let _ = write!(row, "{self}");
            }
        })+
    };
}

plain!(i16, i32, u32, usize, bool, NaiveDate, NaiveDateTime);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_separates_is_escaped() {
        let mut rows = Rows::default();
        rows.push(&[&1_i32, &"en\trad\r\noch \\N", &None::<i32>, &true]);
        rows.push(&[&NaiveDate::from_ymd_opt(2026, 11, 23), &String::new()]);
        assert_eq!(rows.as_bytes(), "1\ten\\trad\\r\\noch \\\\N\t\\N\ttrue\n2026-11-23\t\n".as_bytes());
    }
}
