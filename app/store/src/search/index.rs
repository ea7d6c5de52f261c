//! What is kept of a case for the search.

use crate::{Result, Tx};
use domain::ids::{CaseNumber, CompanyId, CustomerId};

/// Writes what the search reads of a case, from its subject, body, customer's name and comments.
/// To be called when one of these has changed; `body` is the new body, none keeps the old.
pub(crate) async fn index(
    tx: &mut Tx,
    company: CompanyId,
    number: CaseNumber,
    body: Option<&str>,
) -> Result<()> {
    sqlx::query!(
        "WITH source AS MATERIALIZED (
             SELECT c.is_open, coalesce($3, t.body, '') AS body,
                 case_document(c.subject, coalesce($3, t.body), k.name,
                     (SELECT string_agg(m.body, E'\\n' ORDER BY m.id) FROM case_comment m
                      WHERE m.company_id = c.company_id AND m.number = c.number)) AS folded
             FROM cases c
             LEFT JOIN case_text t ON t.company_id = c.company_id AND t.number = c.number
             LEFT JOIN customer k ON k.company_id = c.company_id AND k.id = c.customer_id
             WHERE c.company_id = $1 AND c.number = $2)
         INSERT INTO case_text (company_id, number, is_open, body, search_text, search_words)
         SELECT $1, $2, is_open, body, folded, case_words(folded) FROM source
         ON CONFLICT (company_id, number) DO UPDATE
         SET is_open = excluded.is_open, body = excluded.body,
             search_text = excluded.search_text, search_words = excluded.search_words",
        company.0,
        number.0,
        body,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The same for all cases of a customer whose name has changed.
pub(crate) async fn index_customer(tx: &mut Tx, company: CompanyId, customer: CustomerId) -> Result<()> {
    sqlx::query!(
        "WITH source AS MATERIALIZED (
             SELECT c.number,
                 case_document(c.subject, t.body, k.name,
                     (SELECT string_agg(m.body, E'\\n' ORDER BY m.id) FROM case_comment m
                      WHERE m.company_id = c.company_id AND m.number = c.number)) AS folded
             FROM cases c
             JOIN case_text t ON t.company_id = c.company_id AND t.number = c.number
             JOIN customer k ON k.company_id = c.company_id AND k.id = c.customer_id
             WHERE c.company_id = $1 AND c.customer_id = $2)
         UPDATE case_text t SET search_text = s.folded, search_words = case_words(s.folded)
         FROM source s WHERE t.company_id = $1 AND t.number = s.number",
        company.0,
        customer.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
