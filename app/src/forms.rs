//! Every plain form post, in one list: what works before any script. Server only.

use crate::{
    account, cases, customers, employees, export, imports, notifications, phone, request::Services, settings,
    start, views, widgets,
};
use axum::Router;

/// The routes of all forms. Each noun's are in its own `forms` module.
pub fn forms() -> Router<Services> {
    Router::new()
        .merge(account::forms::router())
        .merge(cases::bulk_forms::router())
        .merge(cases::detail_forms::router())
        .merge(cases::new_forms::router())
        .merge(cases::property_forms::router())
        .merge(cases::relation_forms::router())
        .merge(customers::forms::router())
        .merge(employees::forms::router())
        .merge(export::router())
        .merge(imports::forms::router())
        .merge(notifications::forms::router())
        .merge(phone::forms::router())
        .merge(settings::forms::router())
        .merge(settings::role_forms::router())
        .merge(views::forms::router())
        .merge(widgets::pages::router())
        .merge(start::forms::router())
}

/// The doors that files come in by, each with a limit of its own: all others are for short forms.
pub fn uploads() -> Router<Services> {
    imports::upload::router()
}
