//! The start page's lists, and who has chosen which of them.

use crate::{Db, Result, Tx, cases};
use domain::{
    people::{Role, Viewer},
    policy::{self, Action},
    problem::Problem,
    start::{Section, StartList},
};

/// The lists that the viewer's start page shows, in their order. `initial` is the slug of the status that
/// new cases have.
///
/// # Errors
/// When the database fails.
pub async fn lists(viewer: &Viewer, db: &Db, initial: &str) -> Result<Vec<StartList>> {
    let mut tx = db.begin(viewer).await?;
    let mut lists = Vec::new();
    for section in sections(viewer, &mut tx).await? {
        let filter = section.filter(initial);
        let glance = cases::glance(viewer, &mut tx, &filter, section.rows()).await?;
        lists.push(StartList { section, glance });
    }
    Ok(lists)
}

/// One's own choice, else that for the role, else all.
async fn sections(viewer: &Viewer, tx: &mut Tx) -> Result<Vec<Section>> {
    let chosen = sqlx::query_scalar!(
        "SELECT sections FROM start_choice WHERE company_id = $1 AND (person_id = $2 OR role = $3)
         ORDER BY person_id NULLS LAST LIMIT 1",
        viewer.company.0,
        viewer.person.0,
        viewer.role.as_str()
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
    write(viewer, db, Some(viewer.person.0), None, sections).await
}

/// What the start page shows to those with the role who have not chosen themselves.
///
/// # Errors
/// Forbidden; malformed for customers, who have no start page.
pub async fn choose_for_role(viewer: &Viewer, db: &Db, role: Role, sections: &[Section]) -> Result<()> {
    if !policy::can(viewer, Action::ManageSettings) {
        return Err(Problem::Forbidden.into());
    }
    if role == Role::Customer {
        return Err(Problem::Malformed.into());
    }
    write(viewer, db, None, Some(role.as_str()), sections).await
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
    db: &Db,
    person: Option<i32>,
    role: Option<&str>,
    sections: &[Section],
) -> Result<()> {
    let slugs: Vec<_> = sections.iter().map(|section| section.slug().to_owned()).collect();
    let mut tx = db.begin(viewer).await?;
    sqlx::query!(
        "INSERT INTO start_choice (company_id, person_id, role, sections) VALUES ($1, $2, $3, $4)
         ON CONFLICT (company_id, person_id, role) DO UPDATE SET sections = excluded.sections",
        viewer.company.0,
        person,
        role,
        &slugs
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}
