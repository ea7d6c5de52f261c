//! Pictures and papers on the newest open cases, so that pages look alive. As many for a large
//! company as for a small one.

mod paper;
mod photo;

use super::{load::Error, random::Random};
use crate::files::{Storage, pictures_of};
use sqlx::{Connection, PgConnection, postgres::PgConnectOptions};

/// So many of a company's open cases, from the newest on, may have a file.
const CASES: i64 = 60;

/// A file of the demo, made once and laid at many places.
struct Sample {
    name: &'static str,
    media: &'static str,
    bytes: Vec<u8>,
    pictures: Option<[Vec<u8>; 2]>,
}

impl Sample {
    async fn new(name: &'static str, media: &'static str, bytes: Vec<u8>) -> Self {
        let pictures = pictures_of(bytes.clone().into(), media).await;
        Self { name, media, bytes, pictures }
    }
}

/// Where a file goes: to the case's first comment, else to the case itself.
#[derive(sqlx::FromRow)]
struct Spot {
    company_id: i32,
    number: i32,
    comment_id: Option<i64>,
    added_by: i32,
    added_at: chrono::DateTime<chrono::Utc>,
    external: bool,
}

/// Adds them to a demo that has been loaded: the same for the same seed. `options` are the owner's.
///
/// # Errors
/// When the database or the place of files fails.
pub async fn attach(options: &PgConnectOptions, storage: &Storage, seed: u64) -> Result<(), Error> {
    let samples = [
        Sample::new("fuktfläck.jpg", "image/jpeg", photo::stain(seed)).await,
        Sample::new("arbetsorder.pdf", "application/pdf", paper::work_order()).await,
        Sample::new("nyckelskåp.jpg", "image/jpeg", photo::key_cabinet(seed)).await,
        Sample::new("trapphus.jpg", "image/jpeg", photo::stairwell(seed)).await,
        Sample::new("mätning.csv", "text/plain", paper::measurements()).await,
    ];
    let mut connection = PgConnection::connect_with(options).await?;
    let mut transaction = connection.begin().await?;
    for spot in spots(&mut transaction).await? {
        let mut random = Random::new(seed, &[spot.company_id as u64, spot.number as u64]);
        let many = if random.chance(25) { 2 } else { 1 };
        let first = random.below(samples.len());
        for sample in samples.iter().cycle().skip(first).take(many) {
            let place = format!("{}/{:016x}{:016x}", spot.company_id, random.draw(), random.draw());
            storage.lay(&place, sample.bytes.clone(), sample.pictures.clone()).await?;
            insert(&mut transaction, &spot, sample, &place).await?;
        }
    }
    transaction.commit().await?;
    connection.close().await?;
    Ok(())
}

async fn spots(connection: &mut PgConnection) -> Result<Vec<Spot>, sqlx::Error> {
    sqlx::query_as(
        "SELECT c.company_id, c.number, m.id AS comment_id, coalesce(m.author_id, c.created_by) AS added_by,
                coalesce(m.created_at, c.created_at) AS added_at, coalesce(m.external, p.role = 'customer') AS external
         FROM company k
         CROSS JOIN LATERAL (
             SELECT company_id, number, created_by, created_at FROM cases
             WHERE company_id = k.id AND is_open ORDER BY number DESC LIMIT $1
         ) c
         JOIN person p ON p.company_id = c.company_id AND p.id = c.created_by
         LEFT JOIN LATERAL (
             SELECT id, author_id, created_at, external FROM case_comment
             WHERE company_id = c.company_id AND number = c.number ORDER BY id LIMIT 1
         ) m ON true
         WHERE c.number % 2 = 0
         ORDER BY c.company_id, c.number",
    )
    .bind(CASES)
    .fetch_all(connection)
    .await
}

async fn insert(
    connection: &mut PgConnection,
    spot: &Spot,
    sample: &Sample,
    place: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO case_file (company_id, number, comment_id, added_by, added_at, external, name, media, size,
                                place, has_preview)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(spot.company_id)
    .bind(spot.number)
    .bind(spot.comment_id)
    .bind(spot.added_by)
    .bind(spot.added_at)
    .bind(spot.external)
    .bind(sample.name)
    .bind(sample.media)
    .bind(i64::try_from(sample.bytes.len()).unwrap_or(i64::MAX))
    .bind(place)
    .bind(sample.pictures.is_some())
    .execute(connection)
    .await?;
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // A test fails by panicking.
mod tests {
    use super::{paper, photo};

    #[test]
    fn a_seed_draws_the_same_again() {
        assert!(photo::stain(1) == photo::stain(1) && photo::stain(1) != photo::stain(2));
        assert_eq!(infer::get(&photo::stairwell(1)).unwrap().mime_type(), "image/jpeg");
        assert_eq!(infer::get(&paper::work_order()).unwrap().mime_type(), "application/pdf");
    }
}
