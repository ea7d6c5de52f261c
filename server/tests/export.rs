//! Lists as files, through the door.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub, missing_docs, dead_code)] // A test fails by panicking.

mod fixtures;

use axum::{body::Body, body::to_bytes, http::StatusCode};
use fixtures::{TestApp, User};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tower::ServiceExt;

#[sqlx::test(migrations = "../migrations")]
async fn a_list_comes_as_a_file_that_excel_opens_in_swedish(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let answer = app.get(User::Office, "/arenden/exportera?format=csv&bas=alla").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    let name = answer.header("content-disposition");
    assert!(name.starts_with("attachment; filename=\"arenden-") && name.ends_with(".csv\""), "{name}");
    let heading = answer.body.lines().next().unwrap();
    assert!(
        heading.starts_with("\u{feff}Nr;Rubrik;Status;Bas-status;Prioritet;Typ;Kanal;Kundnummer;Kund;"),
        "{heading}"
    );
    assert!(
        answer.body.contains("\r\n400;") && answer.body.contains("\r\n1;"),
        "all cases, not a page of them"
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn a_file_is_narrowed_as_the_list_is(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let lines = async |address: &str| app.get(User::Office, address).await.body.matches("\r\n").count() - 1;
    let open = lines("/arenden/exportera?format=csv").await;
    let closed = lines("/arenden/exportera?format=csv&bas=stangd").await;
    assert_eq!(lines("/arenden/exportera?format=csv&bas=alla").await, open + closed);
    assert!(open > 0 && closed > 0);
    let all = lines("/kunder/exportera?format=csv").await;
    let some = lines("/kunder/exportera?format=csv&q=brf").await;
    assert!(0 < some && some < all, "{some} of {all}");
    let people = lines("/anstallda/exportera?format=csv").await;
    assert!(lines("/anstallda/exportera?format=csv&q=sofia").await < people);
}

#[sqlx::test(migrations = "../migrations")]
async fn no_file_holds_a_door_code_and_no_text_is_a_formula(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let mut owner = app.owner().await;
    sqlx::raw_sql(
        "UPDATE site_secret SET value = 'HEMLIGKOD' WHERE company_id = 1;
         UPDATE customer SET name = '=HYPERLINK(1)' WHERE company_id = 1 AND id = 1001;
         UPDATE cases SET subject = '@SUM(A1)' WHERE company_id = 1 AND number = 400",
    )
    .execute(&mut owner)
    .await
    .unwrap();
    for list in ["arenden", "kunder", "anstallda"] {
        let file = app.get(User::Office, &format!("/{list}/exportera?format=csv&bas=alla&visa=alla")).await;
        assert!(!file.body.contains("HEMLIGKOD"), "{list}");
        for formula in [";=", ";@", "\n="] {
            assert!(!file.body.contains(formula), "{list} has {formula:?}");
        }
    }
    let customers = app.get(User::Office, "/kunder/exportera?format=csv").await;
    assert!(customers.body.contains("'=HYPERLINK(1)"));
}

#[sqlx::test(migrations = "../migrations")]
async fn a_workbook_can_be_read_again(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let request = app.request(User::Office, "GET", "/arenden/exportera?bas=alla", None, Body::empty()).await;
    let response = app.router.clone().oneshot(request).await.unwrap();
    assert!(response.headers()["content-type"].to_str().unwrap().ends_with("spreadsheetml.sheet"));
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    let mut file = tempfile::tempfile().unwrap();
    std::io::Write::write_all(&mut file, &bytes).unwrap();
    std::io::Seek::rewind(&mut file).unwrap();
    let limits = sheet::Limits { rows: 10_000, columns: 50, unpacked: 100 << 20 };
    let mut numbers = Vec::new();
    sheet::read(file, "", limits, |row| {
        numbers.push(row.cells[0].clone());
        Ok(())
    })
    .unwrap();
    assert_eq!((numbers.len(), numbers[0].as_str()), (401, "Nr"));
    assert!(numbers[1..].iter().all(|number| (1..=400).contains(&number.parse::<u32>().unwrap())));
}
