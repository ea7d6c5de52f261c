//! A case as lists show it, read from the database.

use crate::{Db, Error, Result, Tx, visible};
use chrono::{NaiveDate, NaiveDateTime};
use domain::{
    cases::{CaseRow, Channel, Priority},
    ids::{CaseNumber, CustomerId, PersonId, SiteId, StatusId, TeamId, TypeId},
    people::{Person, Viewer},
    problem::Problem,
};

/// A row as the database gives it. Times are local in Stockholm already.
pub(crate) struct Record {
    pub(super) number: i32,
    pub(super) version: i32,
    pub(super) subject: String,
    pub(super) body_start: String,
    pub(super) status_id: i16,
    pub(super) is_open: bool,
    pub(super) priority: i16,
    pub(super) channel: i16,
    pub(super) type_id: Option<i16>,
    pub(super) responsible_id: Option<i32>,
    pub(super) responsible_name: Option<String>,
    pub(super) team_id: Option<i16>,
    pub(super) customer_id: Option<i32>,
    pub(super) customer_name: Option<String>,
    pub(super) site_id: Option<i32>,
    pub(super) site_name: Option<String>,
    pub(super) created_at: NaiveDateTime,
    pub(super) updated_at: NaiveDateTime,
    pub(super) due_on: Option<NaiveDate>,
    pub(super) changed: bool,
}

impl Record {
    /// What [`CaseRow`] shows of the body.
    const EXCERPT: usize = 140;

    /// # Errors
    /// When a newer program wrote a priority or channel that this one does not know.
    pub(crate) fn into_row(self) -> Result<CaseRow> {
        Ok(CaseRow {
            number: CaseNumber(self.number),
            version: self.version,
            excerpt: excerpt(&self.body_start, Self::EXCERPT),
            subject: self.subject,
            status: StatusId(self.status_id),
            is_open: self.is_open,
            priority: priority(self.priority)?,
            channel: channel(self.channel)?,
            case_type: self.type_id.map(TypeId),
            responsible: person(self.responsible_id, self.responsible_name),
            team: self.team_id.map(TeamId),
            customer: self.customer_id.map(CustomerId).zip(self.customer_name),
            site: self.site_id.map(SiteId).zip(self.site_name),
            created_at: self.created_at,
            updated_at: self.updated_at,
            due_on: self.due_on,
            changed: self.changed,
        })
    }
}

/// The case as the viewer sees it now.
///
/// # Errors
/// Not found, also when the viewer does not see it.
pub async fn row_of(viewer: &Viewer, db: &Db, number: CaseNumber) -> Result<CaseRow> {
    row(viewer, &mut db.begin(viewer).await?, number).await
}

/// The case as it stands in this transaction.
///
/// # Errors
/// Not found, also when the viewer does not see it.
pub(crate) async fn row(viewer: &Viewer, tx: &mut Tx, number: CaseNumber) -> Result<CaseRow> {
    rows(viewer, tx, &[number.0]).await?.pop().ok_or(Problem::NotFound)?.into_row()
}

/// Those of the cases that the viewer sees, in the order of these numbers.
pub(super) async fn rows(viewer: &Viewer, tx: &mut Tx, numbers: &[i32]) -> Result<Vec<Record>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let records = sqlx::query_as!(
        Record,
        r#"SELECT c.number, c.version, c.subject, left(t.body, 400) AS "body_start!", c.status_id, c.is_open,
               c.priority, c.channel, c.type_id, c.responsible_id, r.name AS "responsible_name?",
               c.team_id, c.customer_id, k.name AS "customer_name?",
               c.site_id, site_label(s.name, s.street, s.town) AS site_name,
               c.created_at AT TIME ZONE 'Europe/Stockholm' AS "created_at!",
               c.updated_at AT TIME ZONE 'Europe/Stockholm' AS "updated_at!", c.due_on,
               n.changed IS NOT NULL AS "changed!"
           FROM unnest($2::int[]) WITH ORDINALITY AS wanted (number, place)
           JOIN cases c ON c.company_id = $1 AND c.number = wanted.number
           JOIN case_text t ON t.company_id = $1 AND t.number = wanted.number
           LEFT JOIN person r ON r.company_id = $1 AND r.id = c.responsible_id
           LEFT JOIN customer k ON k.company_id = $1 AND k.id = c.customer_id
           LEFT JOIN customer_site s ON s.company_id = $1 AND s.id = c.site_id
           LEFT JOIN case_seen n ON n.company_id = $1 AND n.number = wanted.number AND n.changed AND n.person_id = $4
           WHERE $3::int IS NULL OR EXISTS (SELECT FROM cases_concerning($3) v WHERE v.number = c.number)
           ORDER BY wanted.place"#,
        viewer.company.0,
        numbers,
        visible::only_concerning(viewer),
        viewer.person.0,
    );
    Ok(records.fetch_all(&mut **tx).await?)
}

/// The priority that the database calls `number`.
pub(crate) fn priority(number: i16) -> Result<Priority> {
    Priority::from_i16(number)
        .ok_or_else(|| Error::Unreadable { what: "a priority", value: number.to_string() })
}

/// The channel that the database calls `number`.
pub(crate) fn channel(number: i16) -> Result<Channel> {
    Channel::from_i16(number)
        .ok_or_else(|| Error::Unreadable { what: "a channel", value: number.to_string() })
}

/// A person from an outer join.
pub(crate) fn person(id: Option<i32>, name: Option<String>) -> Option<Person> {
    id.map(PersonId).zip(name).map(|(id, name)| Person { id, name })
}

/// The beginning of a text on one line.
fn excerpt(text: &str, length: usize) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if let Some((end, _)) = line.char_indices().nth(length) {
        line.truncate(end);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn an_excerpt_is_one_line() {
        assert_eq!(excerpt(" Hej!\n\n Nyckeln  saknas.\n", 140), "Hej! Nyckeln saknas.");
        assert_eq!(excerpt("åäö", 2), "åä");
        assert_eq!(excerpt("åäö", 3), "åäö");
    }
}
