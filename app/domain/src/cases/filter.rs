//! A filter of the list: a normalised value that lives in the address.
//!
//! Reading an address never fails: what cannot be understood is left out, so an old or hand-written
//! link still opens the list. Two filters that mean the same are equal and give the same address.

use super::{Channel, Cursor, Priority};
use crate::ids::{CaseNumber, CustomerId, PersonId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// Base status wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// Öppen.
    Open,
    /// Stängd.
    Closed,
    /// Both.
    All,
}

impl Base {
    /// In the order of lists.
    pub const ALL: [Self; 3] = [Self::Open, Self::Closed, Self::All];

    /// How addresses name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Open => "oppen",
            Self::Closed => "stangd",
            Self::All => "alla",
        }
    }

    fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|base| base.slug() == slug)
    }
}

/// Whom a filter by person means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Responsible {
    /// Whoever looks: a shared link shows each their own.
    Me,
    /// Nobody.
    Nobody,
    /// That colleague.
    Person(PersonId),
}

impl Responsible {
    /// How addresses name them.
    pub fn slug(self) -> String {
        match self {
            Self::Me => "jag".into(),
            Self::Nobody => "ingen".into(),
            Self::Person(id) => id.to_string(),
        }
    }

    /// Whom addresses mean by `slug`.
    pub fn from_slug(slug: &str) -> Option<Self> {
        match slug {
            "jag" => Some(Self::Me),
            "ingen" => Some(Self::Nobody),
            number => number.parse().ok().filter(|id: &PersonId| id.0 > 0).map(Self::Person),
        }
    }
}

/// Days from and to, both included, either end open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DateRange {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

impl DateRange {
    /// Whether it leaves nothing out.
    pub const fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    fn parse(text: &str) -> Self {
        match text.split_once("..") {
            Some((from, to)) => Self { from: day(from), to: day(to) },
            None => Self { from: day(text), to: day(text) },
        }
    }
}

impl std::fmt::Display for DateRange {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let end = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        write!(formatter, "{}..{}", end(self.from), end(self.to))
    }
}

/// A day that PostgreSQL knows as well and that an address can carry: years 1 to 9999.
fn day(text: &str) -> Option<NaiveDate> {
    use chrono::Datelike;
    text.trim().parse::<NaiveDate>().ok().filter(|day| (1..=9999).contains(&day.year()))
}

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortKey {
    /// Skapad.
    Created,
    /// Förfaller; cases without a due date last when ascending.
    Due,
    /// Prioritet.
    Priority,
    /// Ändrad.
    Updated,
    /// Nr.
    Number,
}

impl SortKey {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Created, Self::Due, Self::Priority, Self::Updated, Self::Number];

    /// How addresses name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Created => "skapad",
            Self::Due => "forfaller",
            Self::Priority => "prioritet",
            Self::Updated => "andrad",
            Self::Number => "nr",
        }
    }
}

/// Order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// Largest, newest or most urgent first.
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { key: SortKey::Created, descending: true }
    }
}

impl Sort {
    /// What a click on the column's head gives: the other way round if it is sorted by already,
    /// else the way one most often wants.
    pub fn toggled(self, key: SortKey) -> Self {
        let descending = if self.key == key { !self.descending } else { key != SortKey::Due };
        Self { key, descending }
    }

    fn slug(self) -> String {
        format!("{}{}", if self.descending { "-" } else { "" }, self.key.slug())
    }

    fn from_slug(slug: &str) -> Option<Self> {
        let (name, descending) = slug.strip_prefix('-').map_or((slug, false), |name| (name, true));
        let key = SortKey::ALL.into_iter().find(|key| key.slug() == name)?;
        Some(Self { key, descending })
    }
}

/// Which cases, in which order, from where. Lists are sorted and without doubles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Filter {
    /// Quick search: number, subject, body, comments, customer.
    pub query: String,
    /// Base status; none: see [`Filter::effective_base`].
    pub base: Option<Base>,
    /// Statuses by slug.
    pub statuses: Vec<String>,
    /// Priorities.
    pub priorities: Vec<Priority>,
    /// Channels.
    pub channels: Vec<Channel>,
    /// Types by slug.
    pub types: Vec<String>,
    /// Responsible, any of these.
    pub responsible: Vec<Responsible>,
    /// Linked, any of these.
    pub participants: Vec<Responsible>,
    /// Created by, any of these.
    pub creators: Vec<Responsible>,
    /// Customers, any of these.
    pub customers: Vec<CustomerId>,
    /// Created on these days.
    pub created: DateRange,
    /// Due on these days.
    pub due: DateRange,
    /// Due before today.
    pub overdue: bool,
    /// Order.
    pub sort: Sort,
    /// Where the page begins.
    pub after: Option<Cursor>,
}

/// One removable part of a filter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Chip {
    /// Quick search.
    Query(String),
    /// Base status.
    Base(Base),
    /// Statuses.
    Statuses(Vec<String>),
    /// Priorities.
    Priorities(Vec<Priority>),
    /// Channels.
    Channels(Vec<Channel>),
    /// Types.
    Types(Vec<String>),
    /// Responsible.
    Responsible(Vec<Responsible>),
    /// Linked.
    Participants(Vec<Responsible>),
    /// Created by.
    Creators(Vec<Responsible>),
    /// Customers.
    Customers(Vec<CustomerId>),
    /// Created on.
    Created(DateRange),
    /// Due on.
    Due(DateRange),
    /// Overdue.
    Overdue,
}

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
        if value.is_empty() {
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
            "anstalld" => extend(&mut self.participants, value, Responsible::from_slug),
            "skapadav" => extend(&mut self.creators, value, Responsible::from_slug),
            "kund" => {
                extend(&mut self.customers, value, |id| CustomerId::from_str(id).ok().filter(|id| id.0 > 0))
            }
            "skapad" => self.created = DateRange::parse(value),
            "forfaller" => self.due = DateRange::parse(value),
            // Two date fields of a plain form.
            "skapad_fran" => self.created.from = day(value),
            "skapad_till" => self.created.to = day(value),
            "forfaller_fran" => self.due.from = day(value),
            "forfaller_till" => self.due.to = day(value),
            "forsenade" => self.overdue = matches!(value, "ja" | "1" | "true" | "on"),
            "sort" => self.sort = Sort::from_slug(value).unwrap_or(self.sort),
            "efter" => self.after = (value.len() <= 200).then(|| Cursor(value.to_owned())),
            _ => {}
        }
    }

    /// The same filter in its one canonical form.
    pub fn normalised(mut self) -> Self {
        self.query = self.query.split_whitespace().collect::<Vec<_>>().join(" ");
        tidy(&mut self.statuses);
        tidy(&mut self.priorities);
        self.channels.sort_by_key(|channel| channel.to_i16());
        self.channels.dedup();
        tidy(&mut self.types);
        tidy(&mut self.responsible);
        tidy(&mut self.participants);
        tidy(&mut self.creators);
        self.participants.retain(|person| *person != Responsible::Nobody);
        self.creators.retain(|person| *person != Responsible::Nobody);
        tidy(&mut self.customers);
        self
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
        put("anstalld", people(&self.participants));
        put("skapadav", people(&self.creators));
        put("kund", self.customers.iter().map(ToString::to_string).collect::<Vec<_>>().join(","));
        put("skapad", if self.created.is_open() { String::new() } else { self.created.to_string() });
        put("forfaller", if self.due.is_open() { String::new() } else { self.due.to_string() });
        put("forsenade", if self.overdue { "ja".into() } else { String::new() });
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
        match self.to_query() {
            query if query.is_empty() => format!("/arenden/{number}"),
            query => {
                let query: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
                format!("/arenden/{number}?lista={query}")
            }
        }
    }

    /// The base status that counts: the wanted one; else, if statuses were chosen, both; else open.
    pub fn effective_base(&self) -> Base {
        self.base.unwrap_or(if self.statuses.is_empty() { Base::Open } else { Base::All })
    }

    /// Its removable parts, in the order of the screen.
    pub fn chips(&self) -> Vec<Chip> {
        let mut chips = Vec::new();
        if !self.query.is_empty() {
            chips.push(Chip::Query(self.query.clone()));
        }
        if self.effective_base() != Base::All {
            chips.push(Chip::Base(self.effective_base()));
        }
        let mut put = |given: bool, chip: Chip| {
            if given {
                chips.push(chip);
            }
        };
        put(!self.statuses.is_empty(), Chip::Statuses(self.statuses.clone()));
        put(!self.priorities.is_empty(), Chip::Priorities(self.priorities.clone()));
        put(!self.channels.is_empty(), Chip::Channels(self.channels.clone()));
        put(!self.types.is_empty(), Chip::Types(self.types.clone()));
        put(!self.responsible.is_empty(), Chip::Responsible(self.responsible.clone()));
        put(!self.participants.is_empty(), Chip::Participants(self.participants.clone()));
        put(!self.creators.is_empty(), Chip::Creators(self.creators.clone()));
        put(!self.customers.is_empty(), Chip::Customers(self.customers.clone()));
        put(!self.created.is_open(), Chip::Created(self.created));
        put(!self.due.is_open(), Chip::Due(self.due));
        put(self.overdue, Chip::Overdue);
        chips
    }

    /// The filter with that part removed, from its first page.
    pub fn without(&self, chip: &Chip) -> Self {
        let mut filter = self.from_start();
        match chip {
            Chip::Query(_) => filter.query.clear(),
            Chip::Base(_) => filter.base = filter.statuses.is_empty().then_some(Base::All),
            Chip::Statuses(_) => filter.statuses.clear(),
            Chip::Priorities(_) => filter.priorities.clear(),
            Chip::Channels(_) => filter.channels.clear(),
            Chip::Types(_) => filter.types.clear(),
            Chip::Responsible(_) => filter.responsible.clear(),
            Chip::Participants(_) => filter.participants.clear(),
            Chip::Creators(_) => filter.creators.clear(),
            Chip::Customers(_) => filter.customers.clear(),
            Chip::Created(_) => filter.created = DateRange::default(),
            Chip::Due(_) => filter.due = DateRange::default(),
            Chip::Overdue => filter.overdue = false,
        }
        filter
    }

    /// The same filter from its first page.
    pub fn from_start(&self) -> Self {
        Self { after: None, ..self.clone() }
    }

    /// Whether it narrows beyond the default list.
    pub fn is_narrowed(&self) -> bool {
        self.from_start() != Self { sort: self.sort, ..Self::default() }
    }

    /// Mina ärenden.
    pub fn mine() -> Self {
        Self { responsible: vec![Responsible::Me], ..Self::default() }
    }

    /// Försenade: open cases that should have been handled before today.
    pub fn overdue() -> Self {
        Self { overdue: true, ..Self::default() }
    }

    /// Cases with that status: Nyinkomna ärenden with the initial one.
    pub fn with_status(slug: impl Into<String>) -> Self {
        Self { statuses: vec![slug.into()], ..Self::default() }
    }
}

fn extend<T>(values: &mut Vec<T>, text: &str, parse: impl Fn(&str) -> Option<T>) {
    let room = Filter::VALUES_LIMIT.saturating_sub(values.len());
    values.extend(text.split(',').map(str::trim).filter_map(parse).take(room));
}

/// A slug as this product makes them: lower-case letters, digits and hyphens.
fn slug(text: &str) -> Option<String> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (!text.is_empty() && text.len() <= 60 && text.chars().all(fits)).then(|| text.to_owned())
}

fn tidy<T: Ord>(values: &mut Vec<T>) {
    values.sort();
    values.dedup();
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, option, prelude::*, sample::select};

    fn any_day() -> impl Strategy<Value = NaiveDate> {
        (1..3_650_000)
            .prop_filter_map("a day", NaiveDate::from_num_days_from_ce_opt)
            .prop_filter("in range", |day| chrono::Datelike::year(day) <= 9999)
    }

    fn any_range() -> impl Strategy<Value = DateRange> {
        (option::of(any_day()), option::of(any_day())).prop_map(|(from, to)| DateRange { from, to })
    }

    fn any_people() -> impl Strategy<Value = Vec<Responsible>> {
        vec(
            prop_oneof![
                Just(Responsible::Me),
                Just(Responsible::Nobody),
                (1..i32::MAX).prop_map(|id| Responsible::Person(PersonId(id)))
            ],
            0..4,
        )
    }

    prop_compose! {
        fn any_filter()(
            query in "[ -~åäöÅÄÖé,&=%+\u{1F600}]{0,40}",
            base in option::of(select(&Base::ALL[..])),
            statuses in vec("[a-z0-9-]{1,12}", 0..4),
            priorities in vec(select(&Priority::ALL[..]), 0..4),
            channels in vec(select(&Channel::ALL[..]), 0..4),
            types in vec("[a-z0-9-]{1,12}", 0..4),
            people in (any_people(), any_people(), any_people()),
            customers in vec((1..i32::MAX).prop_map(CustomerId), 0..4),
            ranges in (any_range(), any_range()),
            overdue: bool,
            sort in (select(&SortKey::ALL[..]), any::<bool>()),
            after in option::of("[A-Za-z0-9_-]{1,30}"),
        ) -> Filter {
            Filter {
                query, base, statuses, priorities, channels, types, customers, overdue,
                responsible: people.0, participants: people.1, creators: people.2,
                created: ranges.0, due: ranges.1,
                sort: Sort { key: sort.0, descending: sort.1 },
                after: after.map(Cursor),
            }
            .normalised()
        }
    }

    proptest! {
        #[test]
        fn a_filter_survives_its_address(filter in any_filter()) {
            prop_assert_eq!(Filter::from_query(&filter.to_query()), filter);
        }

        #[test]
        fn any_address_gives_a_filter(query in ".{0,300}") {
            let filter = Filter::from_query(&query);
            prop_assert_eq!(&Filter::from_query(&filter.to_query()), &filter);
        }

        #[test]
        fn removing_every_chip_leaves_all_cases(filter in any_filter()) {
            let bare = (0..20).fold(filter, |filter, _| match filter.chips().first() {
                Some(chip) => filter.without(chip),
                None => filter,
            });
            prop_assert!(bare.chips().is_empty());
        }
    }

    #[test]
    fn the_contracts_addresses_mean_what_they_say() {
        assert_eq!(Filter::from_query("ansvarig=jag"), Filter::mine());
        assert_eq!(Filter::mine().to_address(), "/arenden?ansvarig=jag");
        assert_eq!(Filter::from_query("?status=ny"), Filter::with_status("ny"));
        assert_eq!(Filter::default().to_address(), "/arenden");
        let filter =
            Filter::from_query("skapad=2026-11-01..2026-11-23&forfaller=..2026-12-04&sort=-prioritet");
        assert_eq!(filter.created.from, NaiveDate::from_ymd_opt(2026, 11, 1));
        assert_eq!(filter.due.from, None);
        assert_eq!(filter.sort, Sort { key: SortKey::Priority, descending: true });
        assert_eq!(filter.to_query(), "skapad=2026-11-01..2026-11-23&forfaller=..2026-12-04&sort=-prioritet");
    }

    #[test]
    fn a_case_knows_the_list_that_one_comes_from() {
        assert_eq!(Filter::default().case_address(CaseNumber(7)), "/arenden/7");
        let filter = Filter::from_query("q=nyckel&status=ny,lost");
        assert_eq!(filter.case_address(CaseNumber(7)), "/arenden/7?lista=q%3Dnyckel%26status%3Dlost%2Cny");
    }

    #[test]
    fn chosen_statuses_decide_the_base_status() {
        assert_eq!(Filter::default().effective_base(), Base::Open);
        assert_eq!(Filter::with_status("lost").effective_base(), Base::All);
        assert_eq!(Filter::from_query("status=lost&bas=oppen").effective_base(), Base::Open);
    }

    #[test]
    fn what_is_not_understood_is_left_out() {
        let filter = Filter::from_query(
            "prioritet=hog,varmast&kund=abc,0,-4,7&skapad=2026-02-31..&sort=rubrik&status=<script>&utm=1",
        );
        assert_eq!(filter.priorities, vec![Priority::High]);
        assert_eq!(filter.customers, vec![CustomerId(7)]);
        assert!(filter.created.is_open() && filter.statuses.is_empty());
        assert_eq!(filter.sort, Sort::default());
    }

    #[test]
    fn plain_forms_send_repeated_fields() {
        let filter = Filter::from_query("status=ny&status=tilldelad&q=&forfaller_till=2026-12-04");
        assert_eq!(filter.to_query(), "status=ny,tilldelad&forfaller=..2026-12-04");
    }

    #[test]
    fn a_column_head_turns_the_order_round() {
        let sort = Sort::default().toggled(SortKey::Due);
        assert_eq!(sort, Sort { key: SortKey::Due, descending: false });
        assert!(sort.toggled(SortKey::Due).descending);
    }
}
