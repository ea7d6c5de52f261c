//! Which views a viewer sees: the one place that says so.

use crate::{Db, Error, Result, Tx, cases, words::words};
use domain::{
    cases::{Filter, Responsible},
    ids::{PersonId, RoleId, ViewId},
    people::{Person, Role, Viewer},
    policy::{self, Action},
    problem::Problem,
    roles::RoleChoice,
    views::{Audience, Opening, SavedView, Views},
};

/// The list as an address opens it: the viewer's views, and the first page of what is meant.
///
/// # Errors
/// When the database fails.
pub async fn open(viewer: &Viewer, db: &Db, query: &str) -> Result<Opening> {
    let mut tx = db.begin(viewer).await?;
    let views = match policy::can(viewer, Action::UseDesk) {
        true => views(viewer, &mut tx).await?,
        false => Views::default(),
    };
    let page = cases::list_in(viewer, &mut tx, &views.filter_of(query)).await?;
    Ok(Opening { views, page })
}

/// All that the viewer sees, with what is needed to show and share them.
pub(super) async fn views(viewer: &Viewer, tx: &mut Tx) -> Result<Views> {
    let all = seen(viewer, tx).await?;
    Ok(Views {
        left: left(viewer, tx, &all).await?,
        roles: match policy::can(viewer, Action::ShareViews) {
            true => words(viewer, tx).await?.roles.clone(),
            false => Vec::new(),
        },
        all,
    })
}

/// One's own, those for one's role and those for everybody, as one has arranged them.
pub(crate) async fn seen(viewer: &Viewer, tx: &mut Tx) -> Result<Vec<SavedView>> {
    let records = sqlx::query!(
        r#"SELECT v.id, v.name, v.query, v.everybody, v.role, v.role_id, r.name AS "role_name?",
                  o.id AS owner_id, o.name AS owner_name,
                  coalesce(c.pinned, v.pinned) AS "pinned!", coalesce(c.is_default, false) AS "is_default!"
           FROM saved_view v
           JOIN person me ON me.company_id = v.company_id AND me.id = $2
           JOIN person o ON o.company_id = v.company_id AND o.id = v.owner_id
           LEFT JOIN company_role r ON r.company_id = v.company_id AND r.id = v.role_id
           LEFT JOIN view_choice c ON c.company_id = v.company_id AND c.view_id = v.id AND c.person_id = $2
           WHERE v.company_id = $1
             AND (v.everybody OR v.owner_id = $2 OR v.role = me.role AND (v.role_id IS NULL OR v.role_id = me.role_id))
           ORDER BY c.position NULLS LAST, v.id"#,
        viewer.company.0,
        viewer.person.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let views = records.into_iter().map(|record| {
        Ok(SavedView {
            id: ViewId(record.id),
            name: record.name,
            query: record.query,
            audience: audience(record.everybody, record.role, record.role_id)?,
            role_name: record.role_name,
            owner: Person { id: PersonId(record.owner_id), name: record.owner_name },
            pinned: record.pinned,
            is_default: record.is_default,
            is_idle: false,
        })
    });
    let mut views = views.collect::<Result<Vec<SavedView>>>()?;
    in_words(viewer, tx, &mut views).await?;
    Ok(views)
}

/// Words that were merged into others since a view was saved are those; what the company does without since then
/// is none. The view itself keeps it, for when it is used again.
async fn in_words(viewer: &Viewer, tx: &mut Tx, views: &mut [SavedView]) -> Result<()> {
    let names_words = |view: &SavedView| {
        let filter = view.filter();
        !filter.statuses.is_empty() || filter.is_switchable()
    };
    if !views.iter().any(names_words) {
        return Ok(());
    }
    let words = words(viewer, tx).await?;
    for view in views {
        let kept = view.filter();
        let in_use = kept.clone().in_words(&words.vocabulary);
        view.is_idle = kept.is_narrowed() && !in_use.is_narrowed();
        view.query = in_use.to_query();
    }
    Ok(())
}

/// The one with that number, if the viewer sees it and may change it.
pub(super) async fn to_change(viewer: &Viewer, tx: &mut Tx, id: ViewId) -> Result<SavedView> {
    let view = seen(viewer, tx).await?.into_iter().find(|view| view.id == id).ok_or(Problem::NotFound)?;
    match view.may_be_changed_by(viewer) {
        true => Ok(view),
        false => Err(Problem::Forbidden.into()),
    }
}

fn audience(everybody: bool, role: Option<String>, role_id: Option<i16>) -> Result<Audience> {
    Ok(match (role, role_id) {
        _ if everybody => Audience::Company,
        (_, Some(id)) => Audience::Role(RoleChoice::Own(RoleId(id))),
        (Some(role), None) => {
            let known = Role::parse(&role).ok_or(Error::Unreadable { what: "a role", value: role })?;
            Audience::Role(RoleChoice::BuiltIn(known))
        }
        (None, None) => Audience::Own,
    })
}

/// Those whom the views name and who are no longer at work.
async fn left(viewer: &Viewer, tx: &mut Tx, views: &[SavedView]) -> Result<Vec<Person>> {
    let named =
        |filter: Filter| [filter.responsible, filter.participants, filter.creators].into_iter().flatten();
    let people = views.iter().map(SavedView::filter).flat_map(named).filter_map(|person| match person {
        Responsible::Person(id) => Some(id.0),
        Responsible::Me | Responsible::Nobody => None,
    });
    let people: Vec<_> = people.collect();
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let left = sqlx::query_as!(
        Person,
        r#"SELECT id AS "id: PersonId", name FROM person
           WHERE company_id = $1 AND id = ANY($2) AND NOT active ORDER BY id"#,
        viewer.company.0,
        &people
    );
    Ok(left.fetch_all(&mut **tx).await?)
}
