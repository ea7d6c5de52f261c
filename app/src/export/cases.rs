//! `/arenden/exportera`

use super::{Rows, download::download, refused, wanted_kind};
use crate::request::{Services, Session};
use axum::{
    Extension,
    extract::{RawQuery, State},
    http::request::Parts,
    response::Response,
};
use domain::{
    cases::{Feature, Filter, Vocabulary},
    people::Viewer,
    text::Language,
};
use sheet::Cell;
use std::sync::Arc;
use store::{
    Db,
    cases::{self, Exported},
};

pub(super) async fn export(
    State(services): State<Services>,
    Extension(Session(viewer)): Extension<Session>,
    RawQuery(query): RawQuery,
    parts: Parts,
) -> Response {
    let query = query.unwrap_or_default();
    let filter = Arc::new(Filter::from_query(&query).from_start());
    let (text, db) = (viewer.language, services.db.clone());
    let start = async {
        let words = Arc::new(cases::vocabulary(&viewer, &db).await?);
        Ok((read(&viewer, &db, &filter, &words).await?, words))
    };
    let (first, words) = match start.await {
        Ok(start) => start,
        Err(error) => return refused(services, &parts, "/arenden", store::Error::into(error)).await,
    };
    let (name, today, heading) = (text.export_cases_file(), viewer.today, heading(&words, text));
    download(wanted_kind(&query), name, today, heading, first, move |after| {
        let (viewer, db, words) = (viewer.clone(), db.clone(), words.clone());
        let filter = Filter { after: Some(after), ..(*filter).clone() };
        async move { Ok(read(&viewer, &db, &filter, &words).await?) }
    })
}

async fn read(viewer: &Viewer, db: &Db, filter: &Filter, words: &Vocabulary) -> store::Result<Rows> {
    let (cases, next) = cases::export(viewer, db, filter).await?;
    let rows = cases.into_iter().map(|case| row(case, words, viewer.language));
    Ok(Rows { rows: rows.collect(), next })
}

/// Columns that the company does not use are left out of both.
fn heading(words: &Vocabulary, text: Language) -> Vec<Cell> {
    used(
        words,
        [
            text.number(),
            text.subject(),
            text.status(),
            text.base_status(),
            text.priority(),
            text.case_type(),
            text.channel(),
            text.export_customer_number(),
            text.customer(),
            text.export_site(),
            text.responsible(),
            text.team(),
            text.created(),
            text.created_by(),
            text.updated(),
            text.due(),
            text.body(),
        ]
        .map(Cell::from),
    )
}

fn row(case: Exported, words: &Vocabulary, text: Language) -> Vec<Cell> {
    let Exported { row, body, created_by } = case;
    let (customer, customer_name) = row.customer.map(|(id, name)| (id.0, name)).unzip();
    let team = row.team.and_then(|id| words.team(id)).map(|team| team.name.clone());
    used(
        words,
        [
            row.number.0.into(),
            row.subject.into(),
            words.status(row.status).map(|status| status.name.clone()).into(),
            (if row.is_open { text.open() } else { text.closed() }).into(),
            row.priority.name(text).into(),
            row.case_type.and_then(|id| words.case_type(id)).map(|case_type| case_type.name.clone()).into(),
            row.channel.name(text).into(),
            customer.into(),
            customer_name.into(),
            row.site.map(|(_, name)| name).into(),
            row.responsible.map(|person| person.name).into(),
            team.into(),
            row.created_at.into(),
            created_by.into(),
            row.updated_at.into(),
            row.due_on.into(),
            body.into(),
        ],
    )
}

fn used(words: &Vocabulary, cells: [Cell; 17]) -> Vec<Cell> {
    let uses = |at: usize| match at {
        4 => words.uses(Feature::Priority),
        5 => words.uses(Feature::Type),
        6 => words.uses(Feature::Channel),
        7..=8 => words.uses(Feature::Customer),
        9 => words.uses(Feature::Site),
        10 => words.uses(Feature::Responsible),
        11 => words.uses(Feature::Team) && !words.teams.is_empty(),
        15 => words.uses(Feature::DueOn),
        _ => true,
    };
    cells.into_iter().enumerate().filter(|(at, _)| uses(*at)).map(|(_, cell)| cell).collect()
}
