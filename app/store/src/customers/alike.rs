//! Customers who may be the same as the one that is being written down.

use super::allowed;
use crate::{Db, Result, search};
use domain::{
    customers::{CustomerEdit, CustomerHit, CustomerKind, Duplicate, Likeness},
    identity,
    ids::CustomerId,
    people::Viewer,
    phone::Phone,
    policy::Action,
};

/// So many are pointed out.
const SHOWN: i64 = 5;

/// Those with the same number, phone, e-mail or name, or with all the words of the name, the surest first;
/// inactive ones too. `except` is the customer whose form it is.
///
/// # Errors
/// Forbidden.
pub async fn alike(
    viewer: &Viewer,
    db: &Db,
    typed: &CustomerEdit,
    except: Option<CustomerId>,
) -> Result<Vec<Duplicate>> {
    allowed(viewer, Action::EditCustomers)?;
    let identity = match typed.kind {
        CustomerKind::Organisation => identity::organisation(&typed.identity_number),
        CustomerKind::Private => identity::person(&typed.identity_number, viewer.today),
    };
    let phone = Phone::parse(&typed.phone);
    let email = Some(typed.email.trim()).filter(|email| email.contains('@'));
    let name = typed.name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut tx = db.begin(viewer).await?;
    let words = name_words(&search::parse(&mut tx, &typed.name).await?.words);
    let records = sqlx::query!(
        r#"SELECT s.id AS "id!", s.name AS "name!", s.active AS "active!",
               concat_ws(', ', nullif(p.street, ''), nullif(p.town, '')) AS "detail!",
               coalesce(s.identity_number = $3, false) AS "same_identity!",
               coalesce(s.search_text LIKE '%' || $4 || '%', false) AS "same_phone!",
               coalesce(s.search_text LIKE '%' || fold($5) || '%', false) AS "same_email!",
               $8 <> '' AND fold(s.name) = fold($8) AS "same_name!"
           FROM customer_search s
           LEFT JOIN customer_site p ON p.company_id = s.company_id AND p.customer_id = s.id AND p.is_default
           WHERE s.company_id = $1 AND s.id IS DISTINCT FROM $2
             AND (s.identity_number = $3 OR s.search_text LIKE '%' || $4 || '%'
                  OR s.search_text LIKE '%' || fold($5) || '%'
                  OR $8 <> '' AND fold(s.name) = fold($8)
                  OR cardinality($6::text[]) > 0 AND fold(s.name) LIKE ALL ($6))
           ORDER BY 5 DESC, 6 DESC, 7 DESC, 8 DESC, NOT s.active, s.name COLLATE "sv-x-icu", s.id
           LIMIT $7"#,
        viewer.company.0,
        except.map(|id| id.0),
        identity,
        phone.as_ref().map(|phone| phone.e164().trim_start_matches('+')),
        email,
        &words,
        SHOWN,
        name,
    )
    .fetch_all(&mut *tx)
    .await?;
    let duplicates = records.into_iter().map(|record| Duplicate {
        hit: CustomerHit { id: CustomerId(record.id), name: record.name, detail: record.detail },
        inactive: !record.active,
        likeness: match (record.same_identity, record.same_phone, record.same_email) {
            (true, ..) => Likeness::Identity,
            (_, true, _) => Likeness::Phone,
            (.., true) => Likeness::Email,
            _ if record.same_name => Likeness::SameName,
            _ => Likeness::Name,
        },
    });
    Ok(duplicates.collect())
}

/// Patterns for the name's words, once there is enough of it to tell customers apart.
fn name_words(words: &[String]) -> Vec<String> {
    const ENOUGH: usize = 4;
    let says_nothing = |word: &&String| matches!(word.to_lowercase().as_str(), "ab" | "brf" | "hb" | "kb");
    let telling: Vec<_> = words.iter().filter(|word| !says_nothing(word)).collect();
    match telling.iter().map(|word| word.chars().count()).sum::<usize>() >= ENOUGH {
        // Letters and digits only, as the search promises: no wildcard.
        true => telling.into_iter().map(|word| format!("%{}%", word.to_lowercase())).collect(),
        false => Vec::new(),
    }
}
