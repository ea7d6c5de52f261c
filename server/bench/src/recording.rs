//! The SQL that one request makes the server send, read from PostgreSQL's log: recorded, so that what pgbench runs is
//! never anything else than what the server runs.

use crate::{
    Failure,
    acts::{Act, CLIENTS},
    database::Database,
    http::Connection,
};
use std::{thread, time::Duration};

/// Until every process has read a changed setting, and the log has all lines.
const SETTLED: Duration = Duration::from_millis(500);

/// Each connection of the server's pool has prepared its statements by then.
const REHEARSALS: usize = 20 * CLIENTS;

/// A statement as the database got it.
#[derive(Debug, PartialEq)]
pub(crate) struct Statement {
    pub(crate) sql: String,
    pub(crate) protocol: Protocol,
    /// None is NULL.
    pub(crate) parameters: Vec<Option<String>>,
    /// What the database takes the parameters of a prepared one for.
    pub(crate) types: Vec<String>,
}

/// How it was sent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Protocol {
    /// As text; may be several in one.
    Simple,
    /// Kept prepared under a name.
    Prepared,
    /// Planned for its values each time.
    Unnamed,
}

/// What the act sends when it is done once.
pub(crate) fn record(database: &Database, act: &Act) -> Result<Vec<Statement>, Failure> {
    let mut connection = Connection::open(act.address())?;
    let mut rehearse = || act.judge(&connection.send(&act.next(0))?);
    (0..REHEARSALS).try_for_each(|_| rehearse())?;
    set(database, "SET log_statement = 'all'")?;
    let before = database.log()?.len();
    rehearse()?;
    thread::sleep(SETTLED);
    let log = database.log()?;
    set(database, "RESET log_statement")?;
    let mut statements = read(&log[before..]);
    for statement in statements.iter_mut().filter(|statement| statement.protocol == Protocol::Prepared) {
        statement.types = types(database, &statement.sql)?;
    }
    Ok(statements)
}

fn types(database: &Database, sql: &str) -> Result<Vec<String>, Failure> {
    let told = database.ask(&format!(
        "PREPARE recorded AS {sql}; SELECT unnest(parameter_types) FROM pg_prepared_statements WHERE name = 'recorded'"
    ))?;
    Ok(told.lines().map(str::to_owned).collect())
}

fn set(database: &Database, what: &str) -> Result<(), Failure> {
    database.ask(&format!("ALTER SYSTEM {what}"))?;
    database.ask("SELECT pg_reload_conf()")?;
    thread::sleep(SETTLED);
    Ok(())
}

/// Entries begin `2026-11-23 18:30:00.123 UTC [4711] LOG:  `; their further lines begin with a tab.
fn read(log: &str) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    for entry in entries(log) {
        let entry = entry.split_once("] ").map_or("", |(_, entry)| entry);
        if let Some(parameters) = entry.strip_prefix("DETAIL:  parameters: ") {
            if let Some(statement) = statements.last_mut() {
                statement.parameters = self::parameters(parameters);
            }
        } else if let Some(said) = entry.strip_prefix("LOG:  ") {
            statements.extend(statement(said));
        }
    }
    statements
}

fn entries(log: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    for line in log.split_inclusive('\n') {
        match (line.strip_prefix('\t'), entries.last_mut()) {
            (Some(more), Some(entry)) => entry.push_str(more),
            _ => entries.push(line.to_owned()),
        }
    }
    entries.into_iter().map(|entry| entry.trim_end_matches('\n').to_owned()).collect()
}

fn statement(said: &str) -> Option<Statement> {
    let (how, sql) = said.split_once(": ")?;
    let protocol = match how {
        "statement" => Protocol::Simple,
        "execute <unnamed>" => Protocol::Unnamed,
        _ if how.starts_with("execute ") => Protocol::Prepared,
        _ => return None,
    };
    Some(Statement { sql: sql.to_owned(), protocol, parameters: Vec::new(), types: Vec::new() })
}

/// `$1 = '7', $2 = NULL, $3 = 'it''s'`
fn parameters(text: &str) -> Vec<Option<String>> {
    let mut values = Vec::new();
    let mut rest = text;
    while let Some((_, value)) = rest.split_once(" = ") {
        let Some(quoted) = value.strip_prefix('\'') else {
            values.push(None);
            rest = value;
            continue;
        };
        let end = end_of_quoted(quoted);
        values.push(Some(quoted[..end].replace("''", "'")));
        rest = &quoted[end..];
    }
    values
}

/// The first quote that is not one of two.
fn end_of_quoted(text: &str) -> usize {
    let mut from = 0;
    while let Some(quote) = text[from..].find('\'') {
        let quote = from + quote;
        if !text[quote + 1..].starts_with('\'') {
            return quote;
        }
        from = quote + 2;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_read_as_they_were_sent() {
        let log = "2026-11-23 18:30:00.123 UTC [7] LOG:  statement: BEGIN; SELECT 1\n\
                   2026-11-23 18:30:00.124 UTC [7] LOG:  execute sqlx_s_3: SELECT a\n\tFROM b = $1\n\
                   2026-11-23 18:30:00.124 UTC [7] DETAIL:  parameters: $1 = '7', $2 = NULL, $3 = 'it''s = ''', $4 = ''\n\
                   2026-11-23 18:30:00.125 UTC [7] LOG:  execute <unnamed>: SELECT 2\n\
                   2026-11-23 18:30:00.125 UTC [7] LOG:  checkpoint starting\n";
        let value = |text: &str| Some(text.to_owned());
        let statement = |sql: &str, protocol, parameters| Statement {
            sql: sql.into(),
            protocol,
            parameters,
            types: Vec::new(),
        };
        assert_eq!(
            read(log),
            [
                statement("BEGIN; SELECT 1", Protocol::Simple, Vec::new()),
                statement(
                    "SELECT a\nFROM b = $1",
                    Protocol::Prepared,
                    vec![value("7"), None, value("it's = '"), value("")]
                ),
                statement("SELECT 2", Protocol::Unnamed, Vec::new()),
            ]
        );
    }
}
