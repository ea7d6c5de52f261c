//! The start page's lists, and who has chosen which of them.

use crate::{Db, Result, Tx, cases, roles, words::words};
use domain::{
    people::Viewer,
    policy::{self, Action},
    problem::Problem,
    roles::RoleChoice,
    start::{Section, StartList, StartPage},
};

/// The viewer's start page. `initial` is the slug of the status that new cases have.
///
/// # Errors
/// When the database fails.
pub async fn show(viewer: &Viewer, db: &Db, initial: &str) -> Result<StartPage> {
    let mut tx = db.begin(viewer).await?;
    let sections = sections(viewer, &mut tx).await?;
    let wanted: Vec<_> = sections.iter().map(|section| (section.filter(initial), section.rows())).collect();
    let glances = cases::glances(viewer, &mut tx, &wanted, true).await?;
    let lists = sections.into_iter().zip(glances).map(|(section, glance)| StartList { section, glance });
    let roles = match policy::can(viewer, Action::ManageSettings) {
        true => words(viewer, &mut tx).await?.roles.clone(),
        false => Vec::new(),
    };
    Ok(StartPage { lists: lists.collect(), roles })
}

/// One's own choice, else that for the role, a company's own before the one that it is made from, else all.
async fn sections(viewer: &Viewer, tx: &mut Tx) -> Result<Vec<Section>> {
    let chosen = sqlx::query_scalar!(
        "SELECT s.sections FROM start_choice s
         JOIN person p ON p.company_id = s.company_id AND p.id = $2
         WHERE s.company_id = $1 AND (s.person_id = p.id OR s.role_id = p.role_id OR s.role = p.role)
         ORDER BY s.person_id NULLS LAST, s.role_id NULLS LAST LIMIT 1",
        viewer.company.0,
        viewer.person.0,
    );
    Ok(match chosen.fetch_optional(&mut **tx).await? {
        Some(slugs) => Section::chosen(slugs),
        None => Section::ALL.to_vec(),
    })
}

/// What the viewer's own start page shows from now on, in that order.
///
/// # Errors
/// When the database fails.
pub async fn choose(viewer: &Viewer, db: &Db, sections: &[Section]) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    write(viewer, &mut tx, Some(viewer.person.0), None, sections).await?;
    Ok(tx.commit().await?)
}

/// What the start page shows to those with the role who have not chosen themselves.
///
/// # Errors
/// Forbidden; invalid, when there is no such role, also for customers, who have no start page.
pub async fn choose_for_role(viewer: &Viewer, db: &Db, role: RoleChoice, sections: &[Section]) -> Result<()> {
    allow_for_roles(viewer)?;
    let mut tx = db.begin(viewer).await?;
    roles::meant(viewer, &mut tx, role).await?;
    write(viewer, &mut tx, None, Some(role), sections).await?;
    Ok(tx.commit().await?)
}

/// Forgets what was chosen for the role: those who have not chosen themselves see all again.
///
/// # Errors
/// Forbidden.
pub async fn forget_for_role(viewer: &Viewer, db: &Db, role: RoleChoice) -> Result<()> {
    allow_for_roles(viewer)?;
    let (role, own) = stored(role);
    let mut tx = db.begin(viewer).await?;
    sqlx::query!(
        "DELETE FROM start_choice
         WHERE company_id = $1 AND person_id IS NULL
           AND role IS NOT DISTINCT FROM $2 AND role_id IS NOT DISTINCT FROM $3",
        viewer.company.0,
        role,
        own
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

fn allow_for_roles(viewer: &Viewer) -> Result<()> {
    if policy::can(viewer, Action::ManageSettings) { Ok(()) } else { Err(Problem::Forbidden.into()) }
}

/// Its name, or its number.
fn stored(role: RoleChoice) -> (Option<&'static str>, Option<i16>) {
    match role {
        RoleChoice::BuiltIn(role) => (Some(role.as_str()), None),
        RoleChoice::Own(id) => (None, Some(id.0)),
    }
}

/// Forgets the viewer's own choice.
///
/// # Errors
/// When the database fails.
pub async fn forget(viewer: &Viewer, db: &Db) -> Result<()> {
    let mut tx = db.begin(viewer).await?;
    sqlx::query!(
        "DELETE FROM start_choice WHERE company_id = $1 AND person_id = $2",
        viewer.company.0,
        viewer.person.0
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

async fn write(
    viewer: &Viewer,
    tx: &mut Tx,
    person: Option<i32>,
    role: Option<RoleChoice>,
    sections: &[Section],
) -> Result<()> {
    let slugs: Vec<_> = sections.iter().map(|section| section.slug().to_owned()).collect();
    let (role, own) = role.map_or((None, None), stored);
    sqlx::query!(
        "INSERT INTO start_choice (company_id, person_id, role, role_id, sections) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (company_id, person_id, role, role_id) DO UPDATE SET sections = excluded.sections",
        viewer.company.0,
        person,
        role,
        own,
        &slugs
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
