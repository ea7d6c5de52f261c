//! Texts for comments of a company's own.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;
mod witness;

use domain::{
    ids::TemplateId,
    people::Viewer,
    problem::{Field, Problem, Refusal},
    templates::TemplateDraft,
};
use fixtures::{House, house};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::templates;
use witness::refused;

fn draft(name: &str) -> TemplateDraft {
    TemplateDraft { name: name.into(), body: "Hej {kund}\r\n\r\nVi återkommer.".into() }
}

async fn names(house: &House, viewer: &Viewer) -> Vec<String> {
    templates::list(viewer, &house.db).await.unwrap().into_iter().map(|template| template.name).collect()
}

#[sqlx::test(migrations = "../../migrations")]
async fn templates_are_added_rewritten_moved_and_removed(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, db) = (&house.ours.administrator, &house.db);
    for name in ["Tack", "Besked", "Klart"] {
        templates::save(boss, db, None, draft(name)).await.unwrap();
    }
    templates::shift(boss, db, TemplateId(3), true).await.unwrap();
    templates::save(boss, db, Some(TemplateId(1)), draft("Tack så mycket")).await.unwrap();
    assert_eq!(names(&house, &house.ours.employee).await, ["Tack så mycket", "Klart", "Besked"]);
    let stored = templates::list(boss, db).await.unwrap();
    assert_eq!(stored[0].body, "Hej {kund}\n\nVi återkommer.");
    templates::remove(boss, db, TemplateId(3)).await.unwrap();
    assert_eq!(names(&house, boss).await, ["Tack så mycket", "Besked"]);
    let empty = TemplateDraft { body: " ".into(), ..draft("Tom") };
    let refusal = refused(templates::save(boss, db, None, empty).await);
    assert_eq!(refusal, Problem::refused(Field::Body, Refusal::Empty));
}

#[sqlx::test(migrations = "../../migrations")]
async fn templates_stay_in_their_company_and_with_who_may(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = house(pool, connect).await;
    let (boss, they, db) = (&house.ours.administrator, &house.theirs.administrator, &house.db);
    templates::save(boss, db, None, draft("Vår")).await.unwrap();
    let id = TemplateId(1);
    assert!(names(&house, they).await.is_empty());
    assert_eq!(refused(templates::save(they, db, Some(id), draft("Taget")).await), Problem::NotFound);
    assert_eq!(refused(templates::shift(they, db, id, true).await), Problem::NotFound);
    templates::remove(they, db, id).await.unwrap();
    for viewer in [&house.ours.office, &house.ours.employee] {
        assert_eq!(refused(templates::save(viewer, db, None, draft("x")).await), Problem::Forbidden);
        assert_eq!(refused(templates::shift(viewer, db, id, true).await), Problem::Forbidden);
        assert_eq!(refused(templates::remove(viewer, db, id).await), Problem::Forbidden);
    }
    assert_eq!(refused(templates::list(&house.ours.customer, db).await), Problem::Forbidden);
    assert_eq!(names(&house, boss).await, ["Vår"]);
}
