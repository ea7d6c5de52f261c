//! A filter as the address has it, there and back.

use super::{Base, Filter, Responsible, Sort, When, values::day};
use crate::{
    cases::{Channel, Cursor, Priority},
    ids::{CaseNumber, CustomerId},
};
use std::str::FromStr;

impl Filter {
    /// More characters than this are no search.
    pub const QUERY_LIMIT: usize = 200;
    /// More values than this are no choice; keeps hostile addresses small.
    const VALUES_LIMIT: usize = 50;

    /// Reads an address' query. What is not understood is left out.
    pub fn from_query(query: &str) -> Self {
        Self::from_params(form_urlencoded::parse(query.trim_start_matches('?').as_bytes()))
    }

    /// Reads decoded parameters. A repeated one counts as a list, as plain forms send it.
    pub fn from_params<K: AsRef<str>, V: AsRef<str>>(params: impl IntoIterator<Item = (K, V)>) -> Self {
        let mut filter = Self::default();
        for (name, value) in params {
            filter.read(name.as_ref(), value.as_ref().trim());
        }
        filter.normalised()
    }

    fn read(&mut self, name: &str, value: &str) {
        // A key that stands alone says yes: `?forsenade`.
        if value.is_empty() && !matches!(name, "forsenade" | "andrade") {
            return;
        }
        match name {
            "q" => self.query = value.chars().filter(|c| !c.is_control()).take(Self::QUERY_LIMIT).collect(),
            "bas" => self.base = Base::from_slug(value).or(self.base),
            "status" => extend(&mut self.statuses, value, slug),
            "prioritet" => extend(&mut self.priorities, value, Priority::from_slug),
            "kanal" => extend(&mut self.channels, value, Channel::from_slug),
            "typ" => extend(&mut self.types, value, slug),
            "ansvarig" => extend(&mut self.responsible, value, Responsible::from_slug),
            "team" => extend(&mut self.teams, value, slug),
            "anstalld" => extend(&mut self.participants, value, Responsible::from_slug),
            "skapadav" => extend(&mut self.creators, value, Responsible::from_slug),
            "kund" => {
                extend(&mut self.customers, value, |id| CustomerId::from_str(id).ok().filter(|id| id.0 > 0))
            }
            "skapad" => self.created = When::parse(value),
            "forfaller" => self.due = When::parse(value),
            // Two date fields of a plain form.
            "skapad_fran" => self.created.name_days(|days| days.from = day(value)),
            "skapad_till" => self.created.name_days(|days| days.to = day(value)),
            "forfaller_fran" => self.due.name_days(|days| days.from = day(value)),
            "forfaller_till" => self.due.name_days(|days| days.to = day(value)),
            "forsenade" => self.overdue = is_yes(value),
            "andrade" => self.changed = is_yes(value),
            "sort" => self.sort = Sort::from_slug(value).unwrap_or(self.sort),
            "efter" => self.after = (value.len() <= 200).then(|| Cursor(value.to_owned())),
            _ => {}
        }
    }

    /// The address' parameters, only those that differ from the default, values joined by comma.
    pub fn to_params(&self) -> Vec<(&'static str, String)> {
        let mut params = Vec::new();
        let mut put = |name, value: String| {
            if !value.is_empty() {
                params.push((name, value));
            }
        };
        let people = |people: &[Responsible]| people.iter().map(|p| p.slug()).collect::<Vec<_>>().join(",");
        put("q", self.query.clone());
        put("bas", self.base.map(|base| base.slug().into()).unwrap_or_default());
        put("status", self.statuses.join(","));
        put("prioritet", self.priorities.iter().map(|p| p.slug()).collect::<Vec<_>>().join(","));
        put("kanal", self.channels.iter().map(|c| c.slug()).collect::<Vec<_>>().join(","));
        put("typ", self.types.join(","));
        put("ansvarig", people(&self.responsible));
        put("team", self.teams.join(","));
        put("anstalld", people(&self.participants));
        put("skapadav", people(&self.creators));
        put("kund", self.customers.iter().map(ToString::to_string).collect::<Vec<_>>().join(","));
        put("skapad", if self.created.is_open() { String::new() } else { self.created.to_string() });
        put("forfaller", if self.due.is_open() { String::new() } else { self.due.to_string() });
        put("forsenade", if self.overdue { "ja".into() } else { String::new() });
        put("andrade", if self.changed { "ja".into() } else { String::new() });
        put("sort", if self.sort == Sort::default() { String::new() } else { self.sort.slug() });
        put("efter", self.after.clone().map(|cursor| cursor.0).unwrap_or_default());
        params
    }

    /// The address' query, without `?`; empty for the default list.
    pub fn to_query(&self) -> String {
        let encode = |value: &str| {
            let parts = value
                .split(',')
                .map(|part| form_urlencoded::byte_serialize(part.as_bytes()).collect::<String>());
            parts.collect::<Vec<_>>()
        };
        let params = self.to_params().into_iter().map(|(name, value)| {
            // A comma in free text is data; between values it stays readable.
            let comma = if name == "q" { "%2C" } else { "," };
            format!("{name}={}", encode(&value).join(comma))
        });
        params.collect::<Vec<_>>().join("&")
    }

    /// The list's address.
    pub fn to_address(&self) -> String {
        let query = self.to_query();
        if query.is_empty() { "/arenden".into() } else { format!("/arenden?{query}") }
    }

    /// The address of a case that one opens from this list: it carries the list's query as `lista`,
    /// for "föregående" and "nästa".
    pub fn case_address(&self, number: CaseNumber) -> String {
        format!("/arenden/{number}{}", self.as_origin())
    }

    /// What a case's address ends with when one comes from this list: nothing, or `?lista=…`.
    pub fn as_origin(&self) -> String {
        match self.to_query() {
            query if query.is_empty() => query,
            query => {
                let query: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
                format!("?lista={query}")
            }
        }
    }
}

fn extend<T>(values: &mut Vec<T>, text: &str, parse: impl Fn(&str) -> Option<T>) {
    let room = Filter::VALUES_LIMIT.saturating_sub(values.len());
    values.extend(text.split(',').map(str::trim).filter_map(parse).take(room));
}

fn is_yes(value: &str) -> bool {
    matches!(value, "" | "ja" | "1" | "true" | "on")
}

/// A slug as this product makes them: lower-case letters, digits and hyphens.
fn slug(text: &str) -> Option<String> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (!text.is_empty() && text.len() <= 60 && text.chars().all(fits)).then(|| text.to_owned())
}
