//! Server functions about employees and teams.

use crate::{AppError, wire::Json};
use domain::{
    employees::{Employee, EmployeeCard, EmployeeFilter},
    ids::PersonId,
    roles::CompanyRole,
    teams::TeamRow,
};
use leptos::prelude::*;

/// Employees by name.
///
/// # Errors
/// Without a session, or for those who may not see colleagues.
#[server(endpoint = "employees/list", input = Json, output = Json)]
pub async fn list_employees(filter: EmployeeFilter) -> Result<Vec<Employee>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::employees::list(&viewer, &db, &filter).await?)
}

/// One employee's card.
///
/// # Errors
/// Without a session, for those who may not see colleagues, or when nobody goes by that number.
#[server(endpoint = "employees/show", input = Json, output = Json)]
pub async fn show_employee(id: PersonId) -> Result<EmployeeCard, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::employees::show(&viewer, &db, id).await?)
}

/// The company's own roles, to be given to employees.
///
/// # Errors
/// Without a session, or for those who do not decide the roles.
#[server(endpoint = "employees/roles", input = Json, output = Json)]
pub async fn own_roles() -> Result<Vec<CompanyRole>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::roles::list(&viewer, &db).await?.own)
}

/// All teams, as their administrators see them.
///
/// # Errors
/// Without a session, or for those who may not change them.
#[server(endpoint = "teams/list", input = Json, output = Json)]
pub async fn list_teams() -> Result<Vec<TeamRow>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::teams::list(&viewer, &db).await?)
}
