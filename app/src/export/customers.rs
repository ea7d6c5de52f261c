//! `/kunder/exportera`. What is protected at a site is in no file.

use super::{Rows, download::download, refused, wanted_kind};
use crate::request::{Services, Session};
use axum::{
    Extension,
    extract::{RawQuery, State},
    http::request::Parts,
    response::Response,
};
use domain::{customers::CustomerFilter, identity, people::Viewer, phone::Phone, text::Language};
use sheet::Cell;
use std::sync::Arc;
use store::{
    Db,
    customers::{self, Exported},
};

pub(super) async fn export(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    RawQuery(query): RawQuery,
    parts: Parts,
) -> Response {
    let query = query.unwrap_or_default();
    let filter = Arc::new(CustomerFilter { after: None, ..CustomerFilter::from_query(&query) });
    let (text, db) = (viewer.language, services.db.clone());
    let first = match read(&viewer, &db, &filter).await {
        Ok(first) => first,
        Err(error) => return refused(services, &parts, "/kunder", error.into()).await,
    };
    let (name, today) = (text.export_customers_file(), viewer.today);
    download(wanted_kind(&query), name, today, heading(text), first, move |after| {
        let (viewer, db) = (viewer.clone(), db.clone());
        let filter = CustomerFilter { after: Some(after), ..(*filter).clone() };
        async move { Ok(read(&viewer, &db, &filter).await?) }
    })
}

async fn read(viewer: &Viewer, db: &Db, filter: &CustomerFilter) -> store::Result<Rows> {
    let (customers, next) = customers::export(viewer, db, filter).await?;
    let rows = customers.into_iter().map(|customer| row(customer, viewer.language));
    Ok(Rows { rows: rows.collect(), next })
}

fn heading(text: Language) -> Vec<Cell> {
    [
        text.export_customer_number(),
        text.customer_name(),
        text.kind(),
        text.export_identity(),
        text.phone(),
        text.email(),
        text.street(),
        text.postal_code(),
        text.town(),
        text.export_contact(),
        text.export_contact_phone(),
        text.export_contact_email(),
        text.office_notes(),
        text.field_notes(),
        text.export_active(),
    ]
    .map(Cell::from)
    .into()
}

fn row(customer: Exported, text: Language) -> Vec<Cell> {
    let Exported { row, rest } = customer;
    let phone = |kept: String| if kept.is_empty() { kept } else { Phone::kept(kept).to_string() };
    vec![
        row.id.0.into(),
        row.name.into(),
        row.kind.name(text).into(),
        identity::shown(&rest.identity_number).into(),
        row.phone.map(|phone| phone.to_string()).into(),
        row.email.into(),
        rest.street.into(),
        rest.postal_code.into(),
        rest.town.into(),
        row.contact.into(),
        phone(rest.contact_phone).into(),
        rest.contact_email.into(),
        rest.office_notes.into(),
        rest.field_notes.into(),
        (if row.active { text.yes() } else { text.no() }).into(),
    ]
}
