//! `/anstallda/exportera`

use super::{Rows, download::download, refused, wanted_kind};
use crate::request::{Services, Session};
use axum::{
    Extension,
    extract::{RawQuery, State},
    http::request::Parts,
    response::Response,
};
use domain::{
    cases::{Feature, Vocabulary},
    employees::{Employee, EmployeeFilter},
    phone::Phone,
    text::Language,
};
use sheet::Cell;
use store::{cases, employees};

/// A company has so few that they are read at once.
pub(super) async fn export(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    RawQuery(query): RawQuery,
    parts: Parts,
) -> Response {
    let query = query.unwrap_or_default();
    let filter = EmployeeFilter::from_query(&query);
    let (text, db) = (viewer.language, &services.db);
    let found = async {
        let found = employees::list(&viewer, db, &filter).await?;
        Ok((found, cases::vocabulary(&viewer, db).await?))
    };
    let (found, words) = match found.await {
        Ok(found) => found,
        Err(error) => return refused(services, &parts, "/anstallda", store::Error::into(error)).await,
    };
    let rows = found.into_iter().map(|employee| row(employee, &words, text)).collect();
    let kind = wanted_kind(&query);
    let (name, first) = (text.export_employees_file(), Rows { rows, next: None });
    download(kind, name, viewer.today, used(&words, heading(text)), first, |_| async {
        Ok(Rows { rows: Vec::new(), next: None })
    })
}

/// Without the team, where there are none.
fn used(words: &Vocabulary, cells: [Cell; 9]) -> Vec<Cell> {
    const TEAM: usize = 4;
    let is_used = |at: usize| at != TEAM || words.uses(Feature::Team);
    cells.into_iter().enumerate().filter(|(at, _)| is_used(*at)).map(|(_, cell)| cell).collect()
}

fn heading(text: Language) -> [Cell; 9] {
    [
        text.export_employee_number(),
        text.employee_name(),
        text.employee_title(),
        text.employee_role(),
        text.team(),
        text.employee_phone(),
        text.employee_email(),
        text.employee_user_name(),
        text.export_active(),
    ]
    .map(Cell::from)
}

fn row(employee: Employee, words: &Vocabulary, text: Language) -> Vec<Cell> {
    let role = employee.role_title(text);
    let Employee { id, profile, .. } = employee;
    let cells = [
        id.0.into(),
        profile.name.into(),
        profile.title.into(),
        role.into(),
        profile.team.and_then(|id| words.team(id)).map(|team| team.name.clone()).into(),
        profile.phone.map(|phone| Phone::kept(phone).to_string()).into(),
        profile.email.into(),
        profile.user_name.into(),
        (if profile.active { text.yes() } else { text.no() }).into(),
    ];
    used(words, cells)
}
