//! The company's employees.

use super::see;
use crate::{Db, Error, Result, Tx, search, visible};
use domain::{
    employees::{Employee, EmployeeFilter, Profile, Shown},
    ids::{PersonId, RoleId, TeamId},
    people::{Role, Viewer},
    phone,
    roles::RoleChoice,
    search::Term,
};

/// More than any company of ours has.
const MOST: i64 = 2000;

/// Staff in whom all the words are found, by name.
///
/// # Errors
/// Forbidden.
pub async fn list(viewer: &Viewer, db: &Db, filter: &EmployeeFilter) -> Result<Vec<Employee>> {
    see(viewer)?;
    let mut tx = db.begin(viewer).await?;
    let active = match filter.shown {
        Shown::Active => Some(true),
        Shown::Inactive => Some(false),
        Shown::All => None,
    };
    if search::is_void(&filter.query) {
        return Ok(Vec::new());
    }
    let terms = search::terms(&mut tx, &filter.query).await?;
    employees(viewer, &mut tx, None, active, filter.team.as_deref(), &terms).await
}

/// That employee, former ones included.
pub(super) async fn employee(viewer: &Viewer, tx: &mut Tx, id: PersonId) -> Result<Option<Employee>> {
    Ok(employees(viewer, tx, Some(id), None, None, &[]).await?.pop())
}

/// A number may be theirs or a part of their phone, in whatever notation; a phone that was never read as one is
/// compared by its digits.
async fn employees(
    viewer: &Viewer,
    tx: &mut Tx,
    id: Option<PersonId>,
    active: Option<bool>,
    team: Option<&str>,
    terms: &[Term],
) -> Result<Vec<Employee>> {
    let (words, phones, numbers) = apart(terms);
    let records = sqlx::query_as!(
        Record,
        r#"SELECT p.id, p.name, p.title, p.role, p.role_id AS "role_id: RoleId",
               r.name AS "own_role?", p.team_id, p.email, p.user_name, p.phone, p.active,
               (SELECT count(*) FROM cases c
                WHERE c.company_id = p.company_id AND c.responsible_id = p.id AND c.is_open
                  AND ($7::int IS NULL
                       OR EXISTS (SELECT FROM cases_concerning($7) v WHERE v.number = c.number)))::int
                   AS "open_cases!"
           FROM person p
           LEFT JOIN company_role r ON r.company_id = p.company_id AND r.id = p.role_id
           LEFT JOIN team t ON t.company_id = p.company_id AND t.id = p.team_id
           WHERE p.company_id = $1 AND p.role <> 'customer'
             AND ($2::int IS NULL OR p.id = $2)
             AND ($3::bool IS NULL OR p.active = $3)
             AND ($4::text IS NULL OR t.slug = $4)
             AND NOT EXISTS (
                 SELECT FROM unnest($5::text[]) AS word
                 WHERE fold(concat_ws(' ', p.name, p.title, p.email, p.user_name, t.name))
                           NOT LIKE '%' || fold(word) || '%'
                   AND p.id::text <> word)
             AND NOT EXISTS (
                 SELECT FROM unnest($8::text[], $9::text[]) AS n (phone, number)
                 WHERE regexp_replace(coalesce(p.phone, ''), '[^0-9]', '', 'g') NOT LIKE '%' || n.phone || '%'
                   AND fold(concat_ws(' ', p.name, p.title, p.email, p.user_name, t.name)) NOT LIKE '%' || n.number || '%'
                   AND p.id::text <> n.number)
           ORDER BY NOT p.active, p.name COLLATE "sv-x-icu", p.id
           LIMIT $6"#,
        viewer.company.0,
        id.map(|id| id.0),
        active,
        team,
        &words,
        MOST,
        visible::only_concerning(viewer),
        &phones,
        &numbers,
    )
    .fetch_all(&mut **tx)
    .await?;
    records.into_iter().map(Record::into_employee).collect()
}

/// The words; of each number, what is looked for in phones, and its digits.
fn apart(terms: &[Term]) -> (Vec<String>, Vec<String>, Vec<String>) {
    let (mut words, mut phones, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
    for term in terms {
        match term {
            Term::Word(word) => words.push(word.clone()),
            Term::Number { written, .. } => {
                let digits: String = written.chars().filter(char::is_ascii_digit).collect();
                phones.push(phone::searched(written).unwrap_or_else(|| digits.clone()));
                numbers.push(digits);
            }
        }
    }
    (words, phones, numbers)
}

struct Record {
    id: i32,
    name: String,
    title: Option<String>,
    role: String,
    role_id: Option<RoleId>,
    own_role: Option<String>,
    team_id: Option<i16>,
    email: Option<String>,
    user_name: Option<String>,
    phone: Option<String>,
    active: bool,
    open_cases: i32,
}

impl Record {
    fn into_employee(self) -> Result<Employee> {
        let base = Role::parse(&self.role).ok_or(Error::Unreadable { what: "a role", value: self.role })?;
        Ok(Employee {
            id: PersonId(self.id),
            base,
            own_role: self.own_role,
            profile: Profile {
                name: self.name,
                title: self.title,
                role: self.role_id.map_or(RoleChoice::BuiltIn(base), RoleChoice::Own),
                team: self.team_id.map(TeamId),
                email: self.email,
                user_name: self.user_name,
                phone: self.phone,
                active: self.active,
            },
            open_cases: self.open_cases,
        })
    }
}
