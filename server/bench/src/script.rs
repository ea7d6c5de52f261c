//! From recorded statements to a script of pgbench.
//!
//! What the server keeps prepared, pgbench prepares with the same parameters. What the server has planned for its values
//! each time carries them in its text and is planned once: there pgbench has the lighter work.

use crate::recording::{Protocol, Statement};
use std::{fmt::Write, ops::RangeInclusive};

/// A script and the values of its variables.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Script {
    pub(crate) text: String,
    pub(crate) variables: Vec<(String, String)>,
}

/// Numbers that a parameter takes in turn: the `recorded` one means any of `others`.
#[derive(Clone, Debug)]
pub(crate) struct Varied {
    pub(crate) recorded: RangeInclusive<i32>,
    pub(crate) others: RangeInclusive<i32>,
}

impl Script {
    /// One transaction of pgbench: all that one request sends.
    pub(crate) fn of(statements: &[Statement], varied: Option<&Varied>) -> Self {
        let mut script = Self::default();
        if let Some(Varied { others, .. }) = varied {
            script.text = format!("\\set number random({}, {})\n", others.start(), others.end());
        }
        for (place, statement) in statements.iter().enumerate() {
            script.push(place, statement, varied);
        }
        script
    }

    fn push(&mut self, place: usize, statement: &Statement, varied: Option<&Varied>) {
        match statement.protocol {
            // Several statements in one message: there and back once, as in a pipeline.
            Protocol::Simple if statement.sql.contains("; ") => {
                let several = statement.sql.replace("; ", ";\n");
                let _ = writeln!(self.text, "\\startpipeline\n{several};\n\\endpipeline");
            }
            Protocol::Simple => {
                let _ = writeln!(self.text, "{};", statement.sql);
            }
            Protocol::Prepared | Protocol::Unnamed => {
                let sql = self.fill(place, statement, varied);
                let _ = writeln!(self.text, "{sql};");
            }
        }
    }

    /// From the last parameter to the first, as `$1` is also the beginning of `$12`. Each has its type with it: pgbench
    /// numbers each mention of a variable apart, and not each tells its type.
    fn fill(&mut self, place: usize, statement: &Statement, varied: Option<&Varied>) -> String {
        let mut sql = statement.sql.clone();
        for (index, value) in statement.parameters.iter().enumerate().rev() {
            let filled = match value {
                None => "NULL".to_owned(),
                Some(value) if is_varied(value, varied) => format!(":number{}", cast(statement, index)),
                Some(value) if statement.protocol == Protocol::Unnamed => literal(value),
                Some(value) => {
                    let name = format!("p{place}_{index}");
                    self.variables.push((name.clone(), value.clone()));
                    format!(":{name}{}", cast(statement, index))
                }
            };
            sql = sql.replace(&format!("${}", index + 1), &filled);
        }
        sql
    }
}

fn cast(statement: &Statement, index: usize) -> String {
    statement.types.get(index).map(|kind| format!("::{kind}")).unwrap_or_default()
}

fn is_varied(value: &str, varied: Option<&Varied>) -> bool {
    varied.is_some_and(|varied| value.parse().is_ok_and(|number| varied.recorded.contains(&number)))
}

/// Without a colon, after which pgbench would look for a variable's name.
fn literal(value: &str) -> String {
    format!("E'{}'", value.replace('\\', r"\\").replace('\'', "''").replace(':', r"\x3a"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_become_variables_where_the_server_prepares() {
        let statement = |sql: &str, protocol, parameters: &[Option<&str>], types: &[&str]| Statement {
            sql: sql.into(),
            protocol,
            parameters: parameters.iter().map(|value| value.map(str::to_owned)).collect(),
            types: types.iter().copied().map(str::to_owned).collect(),
        };
        let statements = [
            statement("BEGIN; SELECT 1", Protocol::Simple, &[], &[]),
            statement("SELECT $1::int, $2", Protocol::Prepared, &[Some("7"), None], &["bigint", "text[]"]),
            statement("SELECT $1, $2", Protocol::Unnamed, &[Some("it's 'städ':*"), Some("105")], &[]),
            statement("ROLLBACK", Protocol::Simple, &[], &[]),
        ];
        let script = Script::of(&statements, Some(&Varied { recorded: 100..=109, others: 200..=209 }));
        assert_eq!(
            script.text,
            "\\set number random(200, 209)\n\
             \\startpipeline\nBEGIN;\nSELECT 1;\n\\endpipeline\n\
             SELECT :p1_0::bigint::int, NULL;\n\
             SELECT E'it''s ''städ''\\x3a*', :number;\n\
             ROLLBACK;\n"
        );
        assert_eq!(script.variables, [("p1_0".to_owned(), "7".to_owned())]);
    }
}
