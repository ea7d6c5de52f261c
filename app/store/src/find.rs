//! One box for everything: cases, customers and views by whatever was typed.

use crate::{
    Db, Result, Tx,
    cases::matching::Matching,
    customers,
    search::{parse, similar},
    views,
};
use domain::{
    cases::{Base, Filter},
    customers::{CustomerFilter, CustomerHit, CustomerRow, Standing},
    find::{CaseHit, Everything, FittingCustomer, FittingCustomers},
    ids::{CaseNumber, CustomerId, StatusId},
    people::Viewer,
    phone,
    policy::{self, Action},
    search::Search,
};
use sqlx::{Postgres, QueryBuilder, Row};

/// So many of the latest are weighed against each other, when more have the words.
const WEIGHED: i64 = 300;

/// What the viewer sees of it, the likeliest first. Where nothing has the words, what has similar ones.
///
/// # Errors
/// When the database fails.
pub async fn everything(viewer: &Viewer, db: &Db, text: &str) -> Result<Everything> {
    let mut tx = db.begin(viewer).await?;
    let search = parse(&mut tx, text).await?;
    let mut found = Everything::default();
    if search.is_empty() {
        return Ok(found);
    }
    let filter = Filter { query: text.to_owned(), base: Some(Base::All), ..Filter::default() };
    let matching = Matching::read(viewer, &mut tx, &filter).await?;
    found.in_subject_only = matching.in_subject_only();
    found.cases = cases(&matching, &mut tx, &search).await?;
    // Small words are like too many.
    if found.cases.is_empty() && !found.in_subject_only {
        found.cases = similar_cases(viewer, &mut tx, &search).await?;
        found.cases_are_similar = true;
    }
    if policy::can(viewer, Action::SeeCustomers) {
        let (rows, _) = likeliest_customers(viewer, &mut tx, text, &search, Everything::CUSTOMERS).await?;
        found.customers = rows
            .into_iter()
            .map(|row| CustomerHit {
                id: row.id,
                name: row.name,
                detail: row.phone.map(|phone| phone.to_string()).unwrap_or(row.address),
            })
            .collect();
        if found.customers.is_empty() {
            found.customers = similar_customers(viewer, &mut tx, &search).await?;
            found.customers_are_similar = true;
        }
    }
    if policy::can(viewer, Action::UseDesk) {
        let folded = text.trim().to_lowercase();
        let seen = views::seen(viewer, &mut tx).await?;
        let named = seen.into_iter().filter(|view| view.name.to_lowercase().contains(&folded));
        found.views = named.take(Everything::VIEWS).map(|view| (view.name.clone(), view.address())).collect();
    }
    Ok(found)
}

/// The customers that a search in the list of cases fits too, if the viewer may see customers.
pub(crate) async fn fitting_customers(viewer: &Viewer, tx: &mut Tx, text: &str) -> Result<FittingCustomers> {
    let search = parse(tx, text).await?;
    // A letter or two are in every name, and found by no index.
    let is_telling = search.words.iter().any(|word| word.chars().count() >= 3);
    if !is_telling || !policy::can(viewer, Action::SeeCustomers) {
        return Ok(FittingCustomers::default());
    }
    let (rows, has_more) = likeliest_customers(viewer, tx, text, &search, FittingCustomers::MOST).await?;
    let fitting =
        |row: CustomerRow| FittingCustomer { id: row.id, name: row.name, open_cases: row.open_cases };
    Ok(FittingCustomers { first: rows.into_iter().map(fitting).collect(), has_more })
}

/// So many of the customers that have what was typed, the likeliest first, and whether there are others. What is their
/// own counts more than what is a contact's of theirs.
async fn likeliest_customers(
    viewer: &Viewer,
    tx: &mut Tx,
    text: &str,
    search: &Search,
    most: usize,
) -> Result<(Vec<CustomerRow>, bool)> {
    let filter = CustomerFilter { query: text.to_owned(), standing: Standing::All, after: None };
    // By name already.
    let (mut rows, _) = customers::rows(viewer, tx, &filter, 4 * most).await?;
    let called = phone::searched(text);
    let is_called = |row: &CustomerRow| {
        called.as_ref().zip(row.phone.as_ref()).is_some_and(|(called, phone)| phone.e164().contains(called))
    };
    let name = |row: &CustomerRow| row.name.to_lowercase();
    let words: Vec<String> = search.words.iter().map(|word| word.to_lowercase()).collect();
    let is_named = |row: &CustomerRow| words.iter().all(|word| name(row).contains(word));
    let begins = |row: &CustomerRow| words.first().is_some_and(|word| name(row).starts_with(word));
    rows.sort_by_key(|row| {
        (Some(row.id.0) != search.number, !row.active, !is_called(row), !is_named(row), !begins(row))
    });
    let has_more = rows.len() > most;
    rows.truncate(most);
    Ok((rows, has_more))
}

/// The case of that number; then those with all words in the subject, then with the words as they were
/// typed, open before closed, the latest first.
async fn cases(matching: &Matching<'_>, tx: &mut Tx, search: &Search) -> Result<Vec<CaseHit>> {
    let mut query = QueryBuilder::<Postgres>::new(
        "SELECT c.number, c.subject, c.status_id, k.name AS customer FROM (SELECT c.company_id, c.number, c.subject,
             c.status_id, c.is_open, c.customer_id, c.created_at",
    );
    matching.push(&mut query);
    query.push(" ORDER BY c.created_at DESC, c.number DESC LIMIT ").push(WEIGHED).push(
        ") c LEFT JOIN customer k ON k.company_id = c.company_id AND k.id = c.customer_id
         CROSS JOIN LATERAL (SELECT fold(c.subject) AS subject, fold(coalesce(k.name, '')) AS customer) f ORDER BY ",
    );
    if let Some(number) = search.number {
        query.push("c.number = ").push_bind(number).push(" DESC, ");
    }
    // How many of the words stand in the subject, at the beginning of a word or within one, and in the customer's name.
    query.push("(0");
    for word in &search.words {
        query.push(" + CASE WHEN ' ' || f.subject LIKE '% ' || fold(").push_bind(word.clone());
        query.push(") || '%' THEN 4 WHEN f.subject LIKE '%' || fold(").push_bind(word.clone());
        query.push(") || '%' THEN 3 WHEN f.customer LIKE '%' || fold(").push_bind(word.clone());
        query.push(") || '%' THEN 2 ELSE 0 END");
    }
    query.push(") DESC, c.is_open DESC, c.created_at DESC, c.number DESC LIMIT ").push(Everything::CASES);
    hits(query, tx).await
}

/// Open ones with words that are one or two letters away.
async fn similar_cases(viewer: &Viewer, tx: &mut Tx, search: &Search) -> Result<Vec<CaseHit>> {
    let Some(words) = similar::words(tx, search).await? else { return Ok(Vec::new()) };
    let mut query = QueryBuilder::<Postgres>::new(
        "SELECT c.number, c.subject, c.status_id, k.name AS customer
         FROM case_search s
         JOIN cases c ON c.company_id = s.company_id AND c.number = s.number
         LEFT JOIN customer k ON k.company_id = c.company_id AND k.id = c.customer_id
         WHERE s.is_open AND s.company_id = ",
    );
    query.push_bind(viewer.company.0);
    crate::visible::push(&mut query, viewer);
    similar::push(&mut query, "s.search_text", &words);
    query.push(" ORDER BY ");
    similar::push_likeness(&mut query, "fold(c.subject)", &words);
    query.push(" DESC, c.created_at DESC, c.number DESC LIMIT ").push(Everything::CASES);
    hits(query, tx).await
}

async fn hits(mut query: QueryBuilder<Postgres>, tx: &mut Tx) -> Result<Vec<CaseHit>> {
    let rows = query.build().persistent(false).fetch_all(&mut **tx).await?;
    let hit = |row: &sqlx::postgres::PgRow| {
        Ok(CaseHit {
            number: CaseNumber(row.try_get("number")?),
            subject: row.try_get("subject")?,
            status: StatusId(row.try_get("status_id")?),
            customer: row.try_get("customer")?,
        })
    };
    rows.iter().map(hit).collect()
}

async fn similar_customers(viewer: &Viewer, tx: &mut Tx, search: &Search) -> Result<Vec<CustomerHit>> {
    let Some(words) = similar::words(tx, search).await? else { return Ok(Vec::new()) };
    let mut query = QueryBuilder::<Postgres>::new(
        "SELECT s.id, s.name, concat_ws(', ', nullif(p.street, ''), nullif(p.town, '')) AS detail
         FROM customer_search s
         LEFT JOIN customer_site p ON p.company_id = s.company_id AND p.customer_id = s.id AND p.is_default
         WHERE s.active AND s.company_id = ",
    );
    query.push_bind(viewer.company.0);
    similar::push(&mut query, "s.search_text", &words);
    query.push(" ORDER BY ");
    similar::push_likeness(&mut query, "fold(s.name)", &words);
    query.push(" DESC, s.name, s.id LIMIT ").push(Everything::CUSTOMERS);
    let rows: Vec<(i32, String, String)> =
        query.build_query_as().persistent(false).fetch_all(&mut **tx).await?;
    Ok(rows.into_iter().map(|(id, name, detail)| CustomerHit { id: CustomerId(id), name, detail }).collect())
}
