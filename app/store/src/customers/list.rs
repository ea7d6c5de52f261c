//! One page of the list of customers.

use super::allowed;
use crate::{Db, Error, Result, Tx, search};
use domain::{
    cases::{Count, Cursor},
    customers::{CustomerFilter, CustomerKind, CustomerPage, CustomerRow, Standing},
    identity,
    ids::CustomerId,
    people::Viewer,
    phone::{self, Phone},
    policy::Action,
    search::{Search, Term},
};
use sqlx::{Postgres, QueryBuilder};

/// The page of the filter's customers that begins at its cursor, by name; the one with that very
/// number first. A malformed cursor gives the first page.
///
/// # Errors
/// Forbidden.
pub async fn list(viewer: &Viewer, db: &Db, filter: &CustomerFilter) -> Result<CustomerPage> {
    allowed(viewer, Action::SeeCustomers)?;
    let mut tx = db.begin(viewer).await?;
    let (rows, next) = read(viewer, &mut tx, filter, CustomerPage::SIZE).await?;
    let matching = match (&filter.after, &next) {
        (None, None) => Count::of(rows.len() as i64),
        _ => count(&Asked::of(viewer, &mut tx, filter).await?, &mut tx).await?,
    };
    Ok(CustomerPage { rows, next, matching })
}

/// So many from the filter's cursor on, and where the next ones begin.
pub(crate) async fn read(
    viewer: &Viewer,
    tx: &mut Tx,
    filter: &CustomerFilter,
    rows: usize,
) -> Result<(Vec<CustomerRow>, Option<Cursor>)> {
    let asked = Asked::of(viewer, tx, filter).await?;
    let mut records = page(&asked, tx, rows + 1).await?;
    let next = (records.len() > rows).then(|| {
        records.truncate(rows);
        records.last().map(|last| Cursor(format!("{}.{}", last.id, last.name)))
    });
    Ok((records.into_iter().map(Record::into_row).collect::<Result<_>>()?, next.flatten()))
}

/// What was asked for, taken apart.
struct Asked<'a> {
    viewer: &'a Viewer,
    filter: &'a CustomerFilter,
    search: Search,
    terms: Vec<Term>,
}

impl<'a> Asked<'a> {
    async fn of(viewer: &'a Viewer, tx: &mut Tx, filter: &'a CustomerFilter) -> Result<Self> {
        let search = search::parse(tx, &filter.query).await?;
        Ok(Self { viewer, filter, search, terms: search::terms(tx, &filter.query).await? })
    }

    /// Appends ` FROM … WHERE …`; the search's view is only asked when there is something to search.
    fn push(&self, query: &mut QueryBuilder<Postgres>) {
        query.push(" FROM customer k");
        if !self.search.is_empty() {
            query.push(" JOIN customer_search s ON s.company_id = k.company_id AND s.id = k.id");
        }
        query.push(" WHERE k.company_id = ").push_bind(self.viewer.company.0);
        match self.filter.standing {
            Standing::Active => query.push(" AND k.active"),
            Standing::Inactive => query.push(" AND NOT k.active"),
            Standing::All => query,
        };
        if search::is_void(&self.filter.query) {
            query.push(" AND false");
        }
        if !self.search.is_empty() {
            query.push(" AND s.company_id = ").push_bind(self.viewer.company.0);
            for term in &self.terms {
                query.push(" AND ");
                push_term(query, term, true);
            }
        }
    }

    /// Appends what comes first, and in later pages the place to begin at.
    fn push_order(&self, query: &mut QueryBuilder<Postgres>, most: usize) {
        let place = self.filter.after.as_ref().and_then(place);
        let number = self.search.number;
        if let Some((id, name)) = &place {
            query.push(r#" AND (k.name COLLATE "sv-x-icu", k.id) > ("#).push_bind(name.clone());
            query.push(", ").push_bind(*id).push(")");
        }
        match (number, place.is_some()) {
            (Some(number), true) => query.push(" AND k.id <> ").push_bind(number).push(" ORDER BY "),
            (Some(number), false) => query.push(" ORDER BY k.id <> ").push_bind(number).push(", "),
            (None, _) => query.push(" ORDER BY "),
        };
        query.push(r#"k.name COLLATE "sv-x-icu", k.id LIMIT "#).push(most);
    }
}

/// Appends that it is met. By identity only for those who may see customers: a guess would tell whose it is.
pub(super) fn push_term(query: &mut QueryBuilder<Postgres>, term: &Term, by_identity: bool) {
    match term {
        Term::Word(word) => push_word(query, word),
        Term::Number { written, groups } => push_number(query, written, groups, by_identity),
    }
}

/// Words are letters and digits, as [`Search`] promises: there is no wildcard in them.
fn push_word(query: &mut QueryBuilder<Postgres>, word: &str) {
    query.push("s.search_text LIKE '%' || fold(").push_bind(word.to_owned()).push(") || '%'");
}

/// A phone in whatever notation, a customer's number, an organisation's, a postal code; or its groups, if they may
/// be words.
fn push_number(query: &mut QueryBuilder<Postgres>, written: &str, groups: &[String], by_identity: bool) {
    query.push("(s.search_text LIKE ANY(").push_bind(patterns(written)).push(")");
    if let Some(ten) = identity::searched(written).filter(|_| by_identity) {
        let forms: Vec<String> = ["", "19", "20", "18"].map(|century| format!("{century}{ten}")).into();
        query.push(" OR s.identity_number = ANY(").push_bind(forms).push(")");
    }
    if !groups.is_empty() {
        query.push(" OR (true");
        for group in groups {
            query.push(" AND ");
            push_word(query, group);
        }
        query.push(")");
    }
    query.push(")");
}

fn patterns(written: &str) -> Vec<String> {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let postal = digits.split_at_checked(3).filter(|_| digits.len() == 5);
    let postal = postal.map(|(first, last)| format!("{first} {last}"));
    let numbers = phone::searched(written).into_iter().chain([digits.clone()]).chain(postal);
    numbers.map(|number| format!("%{number}%")).collect()
}

fn place(cursor: &Cursor) -> Option<(i32, String)> {
    let (id, name) = cursor.0.split_once('.')?;
    Some((id.parse().ok()?, name.to_owned()))
}

/// What stands beside a customer is looked up for those of the page only.
async fn page(asked: &Asked<'_>, tx: &mut Tx, most: usize) -> Result<Vec<Record>> {
    let mut query = QueryBuilder::<Postgres>::new(
        "SELECT p.id, p.name, p.kind, p.active, p.phone, p.email,
             (SELECT c.name FROM customer_contact c
              WHERE c.company_id = p.company_id AND c.customer_id = p.id ORDER BY c.position LIMIT 1) AS contact,
             coalesce((SELECT concat_ws(', ', nullif(s.street, ''), nullif(s.town, '')) FROM customer_site s
              WHERE s.company_id = p.company_id AND s.customer_id = p.id AND s.is_default), '') AS address,
             (SELECT count(*) FROM (SELECT FROM cases c
              WHERE c.company_id = p.company_id AND c.customer_id = p.id AND c.is_open LIMIT ",
    );
    query.push(Count::CAP + 1).push(") counted) AS open_cases FROM (SELECT k.*");
    asked.push(&mut query);
    asked.push_order(&mut query, most);
    query.push(") p ORDER BY ");
    if let (Some(number), None) = (asked.search.number, &asked.filter.after) {
        query.push("p.id <> ").push_bind(number).push(", ");
    }
    query.push(r#"p.name COLLATE "sv-x-icu", p.id"#);
    Ok(query.build_query_as().persistent(false).fetch_all(&mut **tx).await?)
}

async fn count(asked: &Asked<'_>, tx: &mut Tx) -> Result<Count> {
    let mut query = QueryBuilder::<Postgres>::new("SELECT count(*) FROM (SELECT");
    asked.push(&mut query);
    query.push(" LIMIT ").push(Count::CAP + 1).push(") matching");
    Ok(Count::of(query.build_query_scalar().persistent(false).fetch_one(&mut **tx).await?))
}

#[derive(sqlx::FromRow)]
struct Record {
    id: i32,
    name: String,
    kind: String,
    active: bool,
    phone: Option<String>,
    email: Option<String>,
    contact: Option<String>,
    address: String,
    open_cases: i64,
}

impl Record {
    fn into_row(self) -> Result<CustomerRow> {
        Ok(CustomerRow {
            id: CustomerId(self.id),
            name: self.name,
            kind: kind(&self.kind)?,
            active: self.active,
            contact: self.contact,
            phone: self.phone.map(Phone::kept),
            email: self.email,
            address: self.address,
            open_cases: Count::of(self.open_cases),
        })
    }
}

/// The kind that the database calls so.
pub(super) fn kind(name: &str) -> Result<CustomerKind> {
    CustomerKind::parse(name)
        .ok_or_else(|| Error::Unreadable { what: "a kind of customer", value: name.to_owned() })
}
