//! Views that the demo's people have saved: the administrator's for all and for the office, and some
//! of their own.

use super::Error;
use domain::{ids::CompanyId, people::Role, views};
use sqlx::PgConnection;

/// A view of a person, who is counted from 1 as the staff are.
struct View {
    owner: i32,
    name: &'static str,
    query: &'static str,
    everybody: bool,
    role: Option<Role>,
    pinned: bool,
}

const VIEWS: [View; 8] = [
    shared("Klagomål", "typ=klagomal&sort=-prioritet", true),
    shared("Utan ansvarig", "ansvarig=ingen&sort=forfaller", true),
    shared("Förfaller i veckan", "forfaller=veckan&sort=forfaller", false),
    shared("Nya från webben", "status=ny&kanal=hemsidan,formular", false),
    View {
        role: Some(Role::Office),
        everybody: false,
        ..shared("Brådskande", "prioritet=brattom,omedelbar&sort=-prioritet", true)
    },
    own(1, "Jag står på tur", "ansvarig=jag&sort=forfaller", true),
    own(1, "Mina nycklar", "q=nyckel&anstalld=jag", false),
    own(2, "Mina viktiga", "prioritet=hog,brattom,omedelbar&ansvarig=jag&sort=-prioritet", true),
];

const fn shared(name: &'static str, query: &'static str, pinned: bool) -> View {
    View { owner: 1, name, query, everybody: true, role: None, pinned }
}

const fn own(owner: i32, name: &'static str, query: &'static str, pinned: bool) -> View {
    View { owner, name, query, everybody: false, role: None, pinned }
}

/// Writes all of them.
pub(super) async fn save(connection: &mut PgConnection, company: CompanyId) -> Result<(), Error> {
    for view in &VIEWS {
        let query = views::query(view.query).unwrap_or_default();
        sqlx::query(
            "INSERT INTO saved_view (company_id, owner_id, name, query, everybody, role, pinned)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(company)
        .bind(view.owner)
        .bind(view.name)
        .bind(query)
        .bind(view.everybody)
        .bind(view.role.map(Role::as_str))
        .bind(view.pinned)
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}
