//! What people are told: mentions in comments, cases that they get, and what happens to those that they watch. The
//! database tells watchers itself, see the migration.

use crate::{Db, Error, Result, Tx, cases, visible};
use domain::{
    cases::Count,
    ids::{CaseNumber, NotificationId, PersonId},
    notifications::{Notification, NotificationKind, mentions, number_after_name},
    people::{Person, Viewer},
    policy::{self, Action},
    problem::{Field, Refusal},
};
use sqlx::{Postgres, QueryBuilder};

/// As many as one reads at a time.
const SHOWN: i64 = 100;

/// The latest, about cases that the viewer still sees.
///
/// # Errors
/// When the database fails.
pub async fn list(viewer: &Viewer, db: &Db) -> Result<Vec<Notification>> {
    let mut tx = db.begin(viewer).await?;
    let records = sqlx::query!(
        r#"SELECT n.id, n.kind, n.number, c.subject, n.actor_id, p.name AS actor_name, n.read,
               n.at AT TIME ZONE 'Europe/Stockholm' AS "at!"
           FROM notification n
           JOIN cases c ON c.company_id = n.company_id AND c.number = n.number
           JOIN person p ON p.company_id = n.company_id AND p.id = n.actor_id
           WHERE n.company_id = $1 AND n.person_id = $2
             AND ($3::int IS NULL OR EXISTS (SELECT FROM cases_concerning($3) v WHERE v.number = c.number))
           ORDER BY n.at DESC, n.id DESC LIMIT $4"#,
        viewer.company.0,
        viewer.person.0,
        visible::only_concerning(viewer),
        SHOWN
    )
    .fetch_all(&mut *tx)
    .await?;
    let told = records.into_iter().map(|record| {
        Ok(Notification {
            id: NotificationId(record.id),
            kind: NotificationKind::parse(&record.kind)
                .ok_or(Error::Unreadable { what: "a notification", value: record.kind })?,
            number: CaseNumber(record.number),
            subject: record.subject,
            actor: Person { id: PersonId(record.actor_id), name: record.actor_name },
            at: record.at,
            read: record.read,
        })
    });
    told.collect()
}

/// How many the viewer has not read, of those that [`list`] shows.
///
/// # Errors
/// When the database fails.
pub async fn count_unread(viewer: &Viewer, db: &Db) -> Result<Count> {
    let mut tx = db.begin(viewer).await?;
    Ok(Count::of(unread(viewer, &mut tx).await?))
}

/// The same, as a part of what the transaction does.
pub(crate) async fn unread(viewer: &Viewer, tx: &mut Tx) -> Result<i64> {
    let mut query = QueryBuilder::<Postgres>::new("SELECT ");
    push_unread(&mut query, viewer);
    Ok(query.build_query_scalar().fetch_one(&mut **tx).await?)
}

/// Appends it, as an expression.
pub(crate) fn push_unread(query: &mut QueryBuilder<Postgres>, viewer: &Viewer) {
    query.push("(SELECT count(*) FROM notification n WHERE NOT n.read AND n.company_id = ");
    query.push_bind(viewer.company.0).push(" AND n.person_id = ").push_bind(viewer.person.0);
    visible::push_number(query, viewer, "n.number");
    query.push(")");
}

/// The viewer has read one, or all.
///
/// # Errors
/// When the database fails. Somebody else's stays as it is.
pub async fn read(viewer: &Viewer, db: &Db, which: Option<NotificationId>) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    sqlx::query!(
        "UPDATE notification SET read = true
         WHERE company_id = $1 AND person_id = $2 AND NOT read AND ($3::bigint IS NULL OR id = $3)",
        viewer.company.0,
        viewer.person.0,
        which.map(|id| id.0)
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// Who opens a case has read what there was to tell of it. True when there was something.
pub(crate) async fn read_about(viewer: &Viewer, tx: &mut Tx, number: CaseNumber) -> Result<bool> {
    let read = sqlx::query!(
        "UPDATE notification SET read = true
         WHERE company_id = $1 AND person_id = $2 AND number = $3 AND NOT read",
        viewer.company.0,
        viewer.person.0,
        number.0
    )
    .execute(&mut **tx)
    .await?;
    Ok(read.rows_affected() > 0)
}

/// Tells who has become responsible for the case, unless by oneself.
pub(crate) async fn assign(viewer: &Viewer, tx: &mut Tx, number: CaseNumber, person: PersonId) -> Result<()> {
    if person == viewer.person {
        return Ok(());
    }
    sqlx::query!(
        "INSERT INTO notification (company_id, person_id, number, kind, actor_id) VALUES ($1, $2, $3, 'assigned', $4)
         ON CONFLICT (company_id, person_id, number, kind) WHERE NOT read
             DO UPDATE SET at = excluded.at, actor_id = excluded.actor_id",
        viewer.company.0,
        person.0,
        number.0,
        viewer.person.0
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether the viewer watches the case.
pub(crate) async fn is_watched(viewer: &Viewer, tx: &mut Tx, number: CaseNumber) -> Result<bool> {
    let watched = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM case_watch WHERE company_id = $1 AND number = $2 AND person_id = $3)
               AS "watched!""#,
        viewer.company.0,
        number.0,
        viewer.person.0
    );
    Ok(watched.fetch_one(&mut **tx).await?)
}

/// The viewer is told of what others do to the case from now on, or no more.
///
/// # Errors
/// Not found, also when the viewer does not see it.
pub async fn watch(viewer: &Viewer, db: &Db, number: CaseNumber, on: bool) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    cases::row_in(viewer, &mut tx, number).await?;
    let (company, person) = (viewer.company.0, viewer.person.0);
    if on {
        sqlx::query!(
            "INSERT INTO case_watch (company_id, number, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            company,
            number.0,
            person
        )
        .execute(&mut *tx)
        .await?;
    } else {
        sqlx::query!(
            "DELETE FROM case_watch WHERE company_id = $1 AND number = $2 AND person_id = $3",
            company,
            number.0,
            person
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(tx.commit().await?)
}

/// Tells the colleagues at work whom a comment names with "@", by name or user name. The longest name
/// that fits is meant: "@Anna Bergman" does not call Anna Berg. Where several have it, the number after
/// it says who: "@Anna Berg (12)". Returns whom.
///
/// # Errors
/// Ambiguous, where a name of several stands without a number. Those who cannot look numbers up call
/// them all.
pub(crate) async fn mention(
    viewer: &Viewer,
    tx: &mut Tx,
    number: CaseNumber,
    body: &str,
) -> Result<Vec<PersonId>> {
    let mentioned = mentions(body);
    if mentioned.is_empty() {
        return Ok(Vec::new());
    }
    let named = sqlx::query!(
        r#"WITH named AS (
               SELECT m.place, p.id, substr(m.text, length(n.name) + 1) AS rest,
                   rank() OVER (PARTITION BY m.place ORDER BY length(n.name) DESC) AS rank
               FROM unnest($2::text[]) WITH ORDINALITY AS m (text, place)
               JOIN person p ON p.company_id = $1 AND p.active AND p.role <> 'customer'
               CROSS JOIN LATERAL (VALUES (lower(p.name)), (lower(p.user_name))) AS n (name)
               WHERE n.name <> '' AND starts_with(m.text, n.name)
                 AND substr(m.text, length(n.name) + 1, 1) !~ '[[:alnum:]]'
           )
           SELECT DISTINCT place AS "place!", id AS "id: PersonId", rest AS "rest!"
           FROM named WHERE rank = 1 ORDER BY 1, 2"#,
        viewer.company.0,
        &mentioned
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut meant = Vec::new();
    for namesakes in named.chunk_by(|one, next| one.place == next.place) {
        let number = namesakes.first().and_then(|one| number_after_name(&one.rest));
        match namesakes.iter().find(|one| number == Some(one.id)) {
            Some(one) => meant.push(one.id.0),
            None if namesakes.len() > 1 && policy::can(viewer, Action::SearchPeople) => {
                return Err(Error::field(Field::Comment, Refusal::Ambiguous));
            }
            None => meant.extend(namesakes.iter().map(|one| one.id.0)),
        }
    }
    let told = sqlx::query_scalar!(
        r#"INSERT INTO notification (company_id, person_id, number, kind, actor_id)
           SELECT DISTINCT $1::int, id, $2::int, 'mention', $4::int FROM unnest($3::int[]) AS id WHERE id <> $4
           ON CONFLICT (company_id, person_id, number, kind) WHERE NOT read
               DO UPDATE SET at = excluded.at, actor_id = excluded.actor_id
           RETURNING person_id AS "person: PersonId""#,
        viewer.company.0,
        number.0,
        &meant,
        viewer.person.0
    );
    Ok(told.fetch_all(&mut **tx).await?)
}
