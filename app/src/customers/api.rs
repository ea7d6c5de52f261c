//! Server functions about customers.

use crate::{AppError, wire::Json};
use domain::{
    customers::{
        CustomerDetail, CustomerEdit, CustomerFilter, CustomerHit, CustomerPage, Duplicate, Secret,
        SecretKind, Site,
    },
    ids::{CustomerId, SiteId},
};
use leptos::prelude::*;

/// The picker's search: name, number or address; at most twenty.
///
/// # Errors
/// Without a session, or for those who may not search customers.
#[server(endpoint = "customers/search", input = Json, output = Json)]
pub async fn search_customers(text: String) -> Result<Vec<CustomerHit>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::customers::search(&viewer, &db, &text).await?)
}

/// What these customers are called; unknown ones are left out.
///
/// # Errors
/// Without a session, or for those who may not search customers.
#[server(endpoint = "customers/names", input = Json, output = Json)]
pub async fn name_customers(ids: Vec<CustomerId>) -> Result<Vec<(CustomerId, String)>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::customers::named(&viewer, &db, &ids).await?)
}

/// One page of the list.
///
/// # Errors
/// Without a session, or for those who have no list of customers.
#[server(endpoint = "customers/list", input = Json, output = Json)]
pub async fn list_customers(filter: CustomerFilter) -> Result<CustomerPage, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::customers::list(&viewer, &db, &filter).await?)
}

/// The card of one customer.
///
/// # Errors
/// Without a session, for those who have no cards, or when there is no such customer.
#[server(endpoint = "customers/show", input = Json, output = Json)]
pub async fn show_customer(customer: CustomerId) -> Result<CustomerDetail, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::customers::show(&viewer, &db, customer).await?)
}

/// The sites of a customer, the default one first.
///
/// # Errors
/// Without a session, or for those who may not search customers.
#[server(endpoint = "customers/sites", input = Json, output = Json)]
pub async fn customer_sites(customer: CustomerId) -> Result<Vec<Site>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::customers::sites(&viewer, &db, customer).await?)
}

/// Customers who may be the same as the one that is being written down.
///
/// # Errors
/// Without a session, or for those who write no customers down.
#[server(endpoint = "customers/alike", input = Json, output = Json)]
pub async fn customers_alike(
    typed: CustomerEdit,
    except: Option<CustomerId>,
) -> Result<Vec<Duplicate>, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::customers::alike(&viewer, &db, &typed, except).await?)
}

/// Shows what is protected at a site, and writes down who saw it.
///
/// # Errors
/// Without a session, or for those who have nothing to do there.
#[server(endpoint = "customers/reveal", input = Json, output = Json)]
pub async fn reveal_secret(site: SiteId, kind: SecretKind) -> Result<Secret, AppError> {
    let (viewer, db) = crate::request::session()?;
    Ok(store::customers::reveal(&viewer, &db, site, kind).await?)
}
