//! What the search reads of each case. The database makes it, by the functions that the store uses
//! too; that is half of the work of a load, so two connections beside the transaction share it.

use super::{Error, copy::Rows, progress::Progress, tenant::Tenant};
use crate::demo::Case;
use sqlx::{
    Connection, PgConnection,
    postgres::{PgConnectOptions, PgCopyIn},
};

/// Cases asked for at once: enough that the round trips do not count, few enough to be held in memory.
const BATCH: usize = 500;

/// The connections that make the documents. They read and write nothing.
pub(super) struct Makers(PgConnection, PgConnection);

impl Makers {
    pub(super) async fn connect(options: &PgConnectOptions) -> Result<Self, Error> {
        Ok(Self(PgConnection::connect_with(options).await?, PgConnection::connect_with(options).await?))
    }

    pub(super) async fn close(self) -> Result<(), Error> {
        self.0.close().await?;
        Ok(self.1.close().await?)
    }
}

/// Writes `case_text` of all cases: while two batches are made, the two before them are sent.
pub(super) async fn write(
    connection: &mut PgConnection,
    makers: &mut Makers,
    tenant: &Tenant<'_>,
    progress: &mut Progress,
) -> Result<(), Error> {
    let mut copy = connection
        .copy_in_raw(
            "COPY case_text (company_id, number, is_open, body, search_text, search_words) FROM STDIN",
        )
        .await?;
    let mut cases = tenant.demo.cases();
    let total = cases.len();
    let mut made = [Rows::default(), Rows::default()];
    while cases.len() > 0 {
        let first: Vec<Case> = cases.by_ref().take(BATCH).collect();
        let second: Vec<Case> = cases.by_ref().take(BATCH).collect();
        let (first, second, ()) = tokio::try_join!(
            make(&mut makers.0, tenant, &first),
            make(&mut makers.1, tenant, &second),
            send(&mut copy, &made),
        )?;
        made = [first, second];
        progress.tell("case_text", total - cases.len(), total);
    }
    send(&mut copy, &made).await?;
    copy.finish().await?;
    Ok(())
}

async fn send(copy: &mut PgCopyIn<&mut PgConnection>, batches: &[Rows]) -> Result<(), Error> {
    for rows in batches {
        copy.send(rows.as_bytes()).await?;
    }
    Ok(())
}

/// The rows of these cases, as the store would write them.
async fn make(maker: &mut PgConnection, tenant: &Tenant<'_>, cases: &[Case]) -> Result<Rows, Error> {
    let customer = |case: &Case| case.customer.map(|index| tenant.demo.customers[index].name.as_str());
    let documents: Vec<(String, String)> = sqlx::query_as(
        "WITH source AS MATERIALIZED (
             SELECT place, case_document(subject, body, customer, comments) AS folded
             FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
                  WITH ORDINALITY AS c (subject, body, customer, comments, place))
         SELECT folded, case_words(folded)::text FROM source ORDER BY place",
    )
    .bind(cases.iter().map(|case| case.subject.as_str()).collect::<Vec<_>>())
    .bind(cases.iter().map(|case| case.body.as_str()).collect::<Vec<_>>())
    .bind(cases.iter().map(customer).collect::<Vec<_>>())
    .bind(cases.iter().map(comments).collect::<Vec<_>>())
    .fetch_all(maker)
    .await?;
    let mut rows = Rows::default();
    for (case, (folded, words)) in cases.iter().zip(&documents) {
        let open = case.status.is_open();
        rows.push(&[&tenant.company.0, &case.number, &open, &case.body, folded, words]);
    }
    Ok(rows)
}

/// All that was said, if anything was.
fn comments(case: &Case) -> Option<String> {
    let said: Vec<_> = case.comments.iter().map(|comment| comment.body.as_str()).collect();
    (!said.is_empty()).then(|| said.join("\n"))
}
