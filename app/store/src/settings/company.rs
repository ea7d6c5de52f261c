//! The company's own data.

use super::allow;
use crate::{Db, Result};
use domain::{people::Viewer, problem::Problem, settings::CompanyData};

/// What is known about the viewer's company.
///
/// # Errors
/// Forbidden.
pub async fn company(viewer: &Viewer, db: &Db) -> Result<CompanyData> {
    allow(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let company = sqlx::query_as!(
        CompanyData,
        r#"SELECT name, coalesce(organisation_number, '') AS "organisation_number!",
               coalesce(email, '') AS "email!", coalesce(phone, '') AS "phone!",
               coalesce(street, '') AS "street!", coalesce(postal_code, '') AS "postal_code!",
               coalesce(town, '') AS "town!"
           FROM company WHERE id = $1"#,
        viewer.company.0
    );
    Ok(company.fetch_optional(&mut *tx).await?.ok_or(Problem::NotFound)?)
}

/// Writes it.
///
/// # Errors
/// Forbidden; invalid.
pub async fn save_company(viewer: &Viewer, db: &Db, company: CompanyData) -> Result<()> {
    allow(viewer)?;
    let company = company.sound()?;
    let mut tx = db.begin(viewer).await?;
    sqlx::query!(
        "UPDATE company SET name = $2, organisation_number = nullif($3, ''), email = nullif($4, ''),
             phone = nullif($5, ''), street = nullif($6, ''), postal_code = nullif($7, ''), town = nullif($8, '')
         WHERE id = $1",
        viewer.company.0,
        company.name,
        company.organisation_number,
        company.email,
        company.phone,
        company.street,
        company.postal_code,
        company.town,
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}
