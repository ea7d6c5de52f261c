//! Plain form posts about saved views. Server only.

use crate::{AppError, request::Services, settings::Posted};
use axum::{
    Router,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use domain::{
    cases::Filter,
    ids::ViewId,
    problem::Problem,
    views::{Arrange, Audience, Mark, ViewDraft},
};
use store::views;

/// The page where one arranges them.
pub(super) const PAGE: &str = "/arenden/vyer";

/// A GET of a form's address, as after a reload, leads to the page.
pub(crate) fn router() -> Router<Services> {
    let to_page = || async { Redirect::to(PAGE) };
    Router::new()
        .route(PAGE, post(save))
        .route("/arenden/vyer/ordna", get(to_page).post(arrange))
        .route("/arenden/vyer/{id}", get(to_page).post(change))
        .route("/arenden/vyer/{id}/urval", get(to_page).post(keep_filter))
        .route("/arenden/vyer/{id}/bort", get(to_page).post(remove))
}

impl Posted {
    fn view(&self) -> Result<ViewId, Problem> {
        self.id().map(ViewId)
    }

    fn audience(&self) -> Result<Audience, Problem> {
        Audience::parse(self.get("for")).ok_or(Problem::Malformed)
    }

    /// The list's address with the filter that is to be saved.
    fn list(&self, mark: Mark) -> String {
        mark.add_to(Filter::from_query(self.get("fraga")).from_start().to_address())
    }
}

/// Leads to the new view, or shows the list as it stood with why not.
async fn save(posted: Posted) -> Response {
    let saved = async {
        let draft = ViewDraft {
            name: posted.get("namn").to_owned(),
            query: posted.get("fraga").to_owned(),
            audience: posted.audience()?,
            pinned: posted.get("fast") == "ja",
        };
        views::save(posted.viewer(), posted.db(), draft).await
    };
    match saved.await {
        Ok(id) => Redirect::to(&posted.list(Mark::View(id))).into_response(),
        Err(error) => {
            let list = posted.list(Mark::parse(posted.get("vy")));
            posted.answer::<AppError>(Err(error.into()), &list, "").await
        }
    }
}

/// Leads to the view with its new filter.
async fn keep_filter(posted: Posted) -> Response {
    let kept = async {
        let id = posted.view()?;
        views::keep_filter(posted.viewer(), posted.db(), id, posted.get("fraga")).await?;
        Ok::<_, AppError>(id)
    };
    match kept.await {
        Ok(id) => Redirect::to(&posted.list(Mark::View(id))).into_response(),
        Err(error) => {
            let list = posted.list(Mark::parse(posted.get("vy")));
            posted.answer::<AppError>(Err(error), &list, "").await
        }
    }
}

async fn change(posted: Posted) -> Response {
    let place = format!("?sparat#vy-{}", posted.view().map(|id| id.to_string()).unwrap_or_default());
    let done = async {
        let (id, audience) = (posted.view()?, posted.audience()?);
        views::change(posted.viewer(), posted.db(), id, posted.get("namn"), audience).await
    };
    let done = done.await;
    posted.answer(done, PAGE, &place).await
}

async fn remove(posted: Posted) -> Response {
    let done = async { views::remove(posted.viewer(), posted.db(), posted.view()?).await };
    let done = done.await;
    posted.answer(done, PAGE, "?sparat").await
}

async fn arrange(posted: Posted) -> Response {
    let step = ["upp", "ner", "fast", "lossa", "forst"].into_iter().find_map(|name| {
        let value = posted.sent(name)?;
        Arrange::from_field(name, value)
    });
    let place = step.and_then(Arrange::view).map(|id| format!("#vy-{id}")).unwrap_or_default();
    let done = async { views::arrange(posted.viewer(), posted.db(), step.ok_or(Problem::Malformed)?).await };
    let done = done.await;
    posted.answer(done, PAGE, &place).await
}
