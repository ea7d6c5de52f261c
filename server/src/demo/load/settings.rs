//! What the demo's companies have decided for themselves: presets of types, templates, a role.

use super::Error;
use crate::demo::Company;
use domain::{
    ids::CompanyId,
    people::Role,
    policy::{Action, Permissions},
};
use sqlx::PgConnection;

/// Types with the days until their cases are due.
const DUE_DAYS: [(&str, i16); 3] = [("klagomal", 3), ("intresseanmalan", 5), ("andring-av-bestallning", 7)];

/// Name and text of each template.
const TEMPLATES: [(&str, &str); 4] = [
    (
        "Tack, vi återkommer",
        "Hej,\n\nTack för att du hörde av dig. Vi har registrerat det som ärende {nummer} och återkommer så snart vi kan.\n\n\
         Hälsningar\n{jag}, {företag}",
    ),
    (
        "Vi kommer förbi",
        "Hej,\n\nVi kommer förbi och tittar på det senast {förfaller}.\n\nHälsningar\n{jag}, {företag}",
    ),
    (
        "Kompletterande fråga",
        "Hej,\n\nVi behöver veta lite mer om ”{rubrik}” innan vi kan gå vidare: \n\nHälsningar\n{jag}",
    ),
    (
        "Klart",
        "Hej,\n\nNu är ”{rubrik}” klart. Hör av dig om något inte ser bra ut.\n\nHälsningar\n{jag}, {företag}",
    ),
];

/// Writes all of it.
pub(super) async fn decide(
    connection: &mut PgConnection,
    company: CompanyId,
    which: Company,
) -> Result<(), Error> {
    sqlx::query(
        "UPDATE case_type t SET due_days = d.days FROM unnest($2::text[], $3::smallint[]) AS d (slug, days)
         WHERE t.company_id = $1 AND t.slug = d.slug",
    )
    .bind(company)
    .bind(DUE_DAYS.map(|(slug, _)| slug).as_slice())
    .bind(DUE_DAYS.map(|(_, days)| days).as_slice())
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "INSERT INTO comment_template (company_id, id, name, body, position)
         SELECT $1, position, name, body, position
         FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS t (name, body, position)",
    )
    .bind(company)
    .bind(TEMPLATES.map(|(name, _)| name).as_slice())
    .bind(TEMPLATES.map(|(_, body)| body).as_slice())
    .execute(&mut *connection)
    .await?;
    add_role(connection, company).await?;
    let (number, street, postal_code, town, phone) = match which {
        Company::Bjorkdala => ("556677-8899", "Kungsängsgatan 14", "753 22", "Uppsala", "018-400 12 00"),
        Company::Norrsken => ("556912-3457", "Storgatan 48", "903 26", "Umeå", "090-700 45 00"),
    };
    sqlx::query(
        "UPDATE company SET organisation_number = $2, street = $3, postal_code = $4, town = $5, phone = $6, email = $7
         WHERE id = $1",
    )
    .bind(company)
    .bind(number)
    .bind(street)
    .bind(postal_code)
    .bind(town)
    .bind(phone)
    .bind(format!("info@{}", which.mail_domain()))
    .execute(connection)
    .await?;
    Ok(())
}

/// Who leads a team in the field: sees all cases and decides about them, on the phone.
async fn add_role(connection: &mut PgConnection, company: CompanyId) -> Result<(), Error> {
    let permissions = [Action::SeeAllCases, Action::ChangeCase, Action::EditCase, Action::SearchPeople];
    let permissions = permissions.into_iter().fold(Permissions::of(Role::Employee), Permissions::with);
    let names: Vec<_> = permissions.actions().map(Action::as_str).collect();
    sqlx::query("INSERT INTO company_role (company_id, id, name, base, permissions) VALUES ($1, 1, 'Lagledare', $2, $3)")
        .bind(company)
        .bind(Role::Employee.as_str())
        .bind(names)
        .execute(connection)
        .await?;
    Ok(())
}
