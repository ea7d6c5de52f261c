//! Fills an empty database with the two companies, in one transaction: all of it or nothing.

mod copy;
mod progress;
mod settings;
mod structure;
mod tables;
mod tenant;
mod texts;
mod views;

use self::{
    copy::Rows,
    progress::Progress,
    structure::Structure,
    tables::{TABLES, Table},
    tenant::Tenant,
    texts::Makers,
};
use super::{Company, DemoCompany, LOGINS, PASSWORD};
use crate::auth::password;
use chrono::NaiveDateTime;
use sqlx::{ConnectOptions, Connection, PgConnection, postgres::PgConnectOptions};

/// Cases of the second company.
const SECOND_COMPANY: usize = 300;

/// So many bytes of COPY are sent at a time: small enough that the database reads while the next are made.
const CHUNK: usize = 64 * 1024;

/// Gives the planner its statistics, and marks the pages as seen by all: the first readers would
/// do that, one page after the other.
const TIDY_UP: &str = "VACUUM (ANALYZE) company, customer, customer_site, customer_contact, site_secret, person, \
                       case_status, case_type, team, case_counter, cases, case_text, case_participant, case_comment, \
                       case_event, case_relation, comment_template, company_role, \
                       saved_view, view_choice";

/// What has been loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The company's name.
    pub company: &'static str,
    /// How many people work in it.
    pub employees: usize,
    /// How many customers it has.
    pub customers: usize,
    /// How many cases, open and closed.
    pub cases: usize,
}

/// Why nothing has been loaded.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody works in the database.
    #[error("the database holds a company already; demo data is only loaded into an empty one")]
    NotEmpty,
    /// No randomness for the password's salt.
    #[error("the demo's password could not be hashed: {0}")]
    Password(argon2::password_hash::Error),
    /// A change could not be written as JSON.
    #[error("the demo's history could not be written: {0}")]
    History(#[from] serde_json::Error),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The database did not do it.
    #[error("the database did not take the demo: {0}")]
    Database(#[from] sqlx::Error),
}

/// Whether no company is in the database, whose schema must be up to date.
///
/// # Errors
/// When the database does not answer.
pub async fn is_empty(options: &PgConnectOptions) -> Result<bool, Error> {
    let mut connection = PgConnection::connect_with(options).await?;
    let empty = holds_no_company(&mut connection).await?;
    connection.close().await?;
    Ok(empty)
}

/// Whether the promised logins are those of this database.
///
/// # Errors
/// When the database does not answer.
pub async fn is_loaded(options: &PgConnectOptions) -> Result<bool, Error> {
    let mut connection = PgConnection::connect_with(options).await?;
    let emails = LOGINS.map(|login| login.email);
    let found: i64 = sqlx::query_scalar("SELECT count(*) FROM person WHERE email = ANY($1)")
        .bind(emails.as_slice())
        .fetch_one(&mut connection)
        .await?;
    connection.close().await?;
    Ok(usize::try_from(found).is_ok_and(|found| found == emails.len()))
}

/// Loads both companies, the first with that many `cases`: the same for the same seed on the same
/// day. `options` are the owner's, the schema must be up to date.
///
/// # Errors
/// When a company is in the database already, or the database fails; then nothing is changed.
pub async fn load(options: &PgConnectOptions, cases: u32, seed: u64) -> Result<Vec<Loaded>, Error> {
    // Statements that take minutes are no news here.
    let options = options.clone().disable_statement_logging();
    let password_hash = password::hash(PASSWORD).map_err(Error::Password)?;
    let mut connection = PgConnection::connect_with(&options).await?;
    let mut transaction = connection.begin().await?;
    let now = prepare(&mut transaction).await?;
    let demo = |company, cases| DemoCompany::new(seed, company, cases, now);
    let companies = [demo(Company::Bjorkdala, cases as usize), demo(Company::Norrsken, SECOND_COMPANY)];
    let mut makers = Makers::connect(&options).await?;
    fill(&mut transaction, &mut makers, &companies, &password_hash).await?;
    makers.close().await?;
    relate(&mut transaction).await?;
    transaction.commit().await?;
    sqlx::raw_sql(TIDY_UP).execute(&mut connection).await?;
    connection.close().await?;
    Ok(companies.iter().map(Loaded::from).collect())
}

impl From<&DemoCompany> for Loaded {
    fn from(demo: &DemoCompany) -> Self {
        Self {
            company: demo.company.name(),
            employees: demo.employees.len(),
            customers: demo.customers.len(),
            cases: demo.cases().len(),
        }
    }
}

/// Makes sure that the database is empty and stays so, and gives the time in Sweden, in which the
/// transaction reads times from here on.
async fn prepare(connection: &mut PgConnection) -> Result<NaiveDateTime, Error> {
    sqlx::raw_sql(
        "LOCK TABLE company IN SHARE ROW EXCLUSIVE MODE;
         SET LOCAL TimeZone = 'Europe/Stockholm';
         SET LOCAL maintenance_work_mem = '256MB'",
    )
    .execute(&mut *connection)
    .await?;
    if !holds_no_company(connection).await? {
        return Err(Error::NotEmpty);
    }
    Ok(sqlx::query_scalar("SELECT localtimestamp").fetch_one(connection).await?)
}

async fn holds_no_company(connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("SELECT NOT EXISTS (SELECT FROM company)").fetch_one(connection).await
}

async fn fill(
    connection: &mut PgConnection,
    makers: &mut Makers,
    companies: &[DemoCompany],
    password_hash: &str,
) -> Result<(), Error> {
    let mut progress = Progress::begin();
    let tables: Vec<_> = TABLES.iter().map(|table| table.name).chain(["case_text"]).collect();
    let structure = Structure::take_down(connection, &tables).await?;
    for demo in companies {
        let tenant = Tenant::found(connection, demo, password_hash).await?;
        for table in &TABLES {
            copy(connection, table, &tenant, &mut progress).await?;
        }
        texts::write(connection, makers, &tenant, &mut progress).await?;
    }
    structure.put_back(connection, &mut progress).await
}

/// Some of what a customer has asked for lately belongs together.
async fn relate(connection: &mut PgConnection) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO case_relation (company_id, number, kind, other)
         SELECT company_id, before, 'related', number
         FROM (
             SELECT company_id, number,
                    lag(number) OVER (PARTITION BY company_id, customer_id ORDER BY number) AS before
             FROM cases WHERE customer_id IS NOT NULL AND created_at > now() - interval '45 days'
         ) c
         WHERE before IS NOT NULL AND number % 3 = 0",
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Makes the cases once for each table: that is cheaper than to keep them.
async fn copy(
    connection: &mut PgConnection,
    table: &Table,
    tenant: &Tenant<'_>,
    progress: &mut Progress,
) -> Result<(), Error> {
    let statement = format!("COPY {} ({}) FROM STDIN", table.name, table.columns);
    let mut copy = connection.copy_in_raw(&statement).await?;
    let mut rows = Rows::default();
    let cases = tenant.demo.cases();
    let total = cases.len();
    for (done, case) in cases.enumerate() {
        (table.rows)(tenant, &case, &mut rows)?;
        if rows.as_bytes().len() >= CHUNK {
            copy.send(rows.as_bytes()).await?;
            rows.clear();
            progress.tell(table.name, done, total);
        }
    }
    copy.send(rows.as_bytes()).await?;
    copy.finish().await?;
    Ok(())
}
