//! Rows of the list as the server keeps them drawn: nobody is shown one that was drawn for something else.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    unreachable_pub,
    missing_docs
)] // A test fails by panicking.

mod fixtures;

use domain::cases::{Edit, Priority};
use fixtures::{TestApp, User};
use serde_json::json;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

/// The newest case's row in the list at that address.
async fn row(app: &TestApp, user: User, address: &str) -> String {
    let answer = app.get(user, address).await;
    assert_eq!(answer.status, 200, "{address}: {}", answer.body);
    let (_, row) = answer.body.split_once("data-nr=\"400\"").unwrap_or_else(|| panic!("no row at {address}"));
    row.split_once("</tr>").unwrap().0.to_owned()
}

#[sqlx::test(migrations = "../migrations")]
async fn a_row_that_was_drawn_before_shows_what_it_is_now_and_to_whom(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let app = TestApp::new(options).await;
    let drawn = row(&app, User::Office, "/arenden").await;
    assert_eq!(row(&app, User::Office, "/arenden").await, drawn);
    assert!(drawn.contains("Ändra status") && !drawn.contains("Change status"), "{drawn}");

    // Another address leads elsewhere, and back to itself.
    let elsewhere = row(&app, User::Office, "/arenden?bas=alla").await;
    assert!(elsewhere.contains("bas=alla") && !drawn.contains("bas=alla"), "{elsewhere}");
    // A form that the address opens stands in its row alone.
    let opened = row(&app, User::Office, "/arenden?falt=400.status").await;
    assert!(opened.contains("<form") && !drawn.contains("<form"), "{opened}");

    // Somebody else's change.
    let edit = json!({ "number": 400, "version": 1, "edit": Edit::Priority(Priority::Immediate) });
    let answer = app.call(User::Administrator, "/api/cases/update", edit).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let changed = row(&app, User::Office, "/arenden").await;
    assert!(changed.contains("Omedelbar") && !drawn.contains("Omedelbar"), "{changed}");

    // Another language, and the company's other word for a status, for the same person.
    let mut owner = app.owner().await;
    sqlx::query("UPDATE person SET language = 'en' WHERE email = $1")
        .bind(User::Office.login())
        .execute(&mut owner)
        .await
        .unwrap();
    let english = row(&app, User::Office, "/arenden").await;
    assert!(english.contains("Change status") && !english.contains("Ändra status"), "{english}");
    sqlx::query("UPDATE case_status SET name = name || ' (nytt namn)' WHERE company_id = 1")
        .execute(&mut owner)
        .await
        .unwrap();
    assert!(row(&app, User::Office, "/arenden").await.contains("(nytt namn)"));

    // Somebody who may only look.
    sqlx::query("INSERT INTO company_role (company_id, id, name, base, permissions) VALUES (1, 77, 'Tittar', 'office', $1)")
        .bind(["use_desk", "see_all_cases"])
        .execute(&mut owner)
        .await
        .unwrap();
    sqlx::query("UPDATE person SET role_id = 77 WHERE email = $1")
        .bind(User::Office.login())
        .execute(&mut owner)
        .await
        .unwrap();
    let read_only = row(&app, User::Office, "/arenden").await;
    assert!(read_only.contains("ed--ro") && !read_only.contains("falt=400"), "{read_only}");
}
