//! The words that a company begins with. It may rename, reorder, hide and add.

use crate::Result;
use domain::{
    cases::{Hue, Symbol},
    ids::CompanyId,
};
use sqlx::PgConnection;

/// Slug, name, symbol and hue, in the order of lists. The symbol says whether it is open.
const STATUSES: [(&str, &str, Symbol, Hue); 7] = [
    ("ny", "Ny", Symbol::New, Hue::Blue),
    ("aterkoppling", "Återkoppling", Symbol::Return, Hue::Ochre),
    ("godkand", "Godkänd", Symbol::Quarter, Hue::Slate),
    ("bekraftad", "Bekräftad", Symbol::Half, Hue::Slate),
    ("tilldelad", "Tilldelad", Symbol::ThreeQuarters, Hue::Slate),
    ("lost", "Löst", Symbol::Solved, Hue::Green),
    ("stangd", "Stängd", Symbol::Closed, Hue::Grey),
];

/// Slug and name, in the order of lists.
const TYPES: [(&str, &str); 6] = [
    ("klagomal", "Klagomål"),
    ("intresseanmalan", "Intresseanmälan"),
    ("andring-av-bestallning", "Ändring av beställning"),
    ("fraga", "Fråga"),
    ("internt", "Internt"),
    ("egen-uppgift", "Egen uppgift"),
];

/// Gives a new company its statuses and types, numbered from 1. The connection is the owner's, or
/// has the company set.
///
/// # Errors
/// When the company does not exist or has statuses already.
pub async fn install_defaults(connection: &mut PgConnection, company: CompanyId) -> Result<()> {
    sqlx::query!(
        "INSERT INTO case_status (company_id, id, slug, name, is_open, symbol, hue, position)
         SELECT $1, s.position, s.slug, s.name, s.symbol NOT IN ('solved', 'closed'), s.symbol, s.hue, s.position
         FROM unnest($2::text[], $3::text[], $4::text[], $5::text[])
              WITH ORDINALITY AS s (slug, name, symbol, hue, position)",
        company.0,
        &STATUSES.map(|status| status.0.to_owned()),
        &STATUSES.map(|status| status.1.to_owned()),
        &STATUSES.map(|status| status.2.as_str().to_owned()),
        &STATUSES.map(|status| status.3.as_str().to_owned()),
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "INSERT INTO case_type (company_id, id, slug, name, position)
         SELECT $1, t.position, t.slug, t.name, t.position
         FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS t (slug, name, position)",
        company.0,
        &TYPES.map(|case_type| case_type.0.to_owned()),
        &TYPES.map(|case_type| case_type.1.to_owned()),
    )
    .execute(connection)
    .await?;
    Ok(())
}
