//! Files by their doors: what comes in, what is refused with a sentence, what goes out and how, and
//! that nothing is left over.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    unreachable_pub,
    missing_docs
)] // A test fails by panicking.

mod fixtures;

use axum::{
    body::Body,
    http::{StatusCode, header},
};
use domain::files::{COUNT_LIMIT, SIZE_LIMIT};
use fixtures::{Answer, TestApp, User};
use image::{DynamicImage, ImageFormat, RgbImage};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use std::{
    io::Cursor,
    path::Path,
    time::{Duration, SystemTime},
};

const BOUNDARY: &str = "----grans";

/// A form as browsers send it.
struct Form(Vec<u8>);

impl Form {
    fn new() -> Self {
        Self(Vec::new())
    }

    fn field(mut self, name: &str, value: &str) -> Self {
        let part =
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        self.0.extend_from_slice(part.as_bytes());
        self
    }

    /// It always says that it is a picture: what the browser says decides nothing.
    fn file(mut self, name: &str, bytes: &[u8]) -> Self {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"filer\"; filename=\"{name}\"\r\n\
             Content-Type: image/jpeg\r\n\r\n"
        );
        self.0.extend_from_slice(head.as_bytes());
        self.0.extend_from_slice(bytes);
        self.0.extend_from_slice(b"\r\n");
        self
    }

    async fn post(self, app: &TestApp, user: User, path: &str) -> Answer {
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let body = [&self.0[..], format!("--{BOUNDARY}--\r\n").as_bytes()].concat();
        app.send(app.request(user, "POST", path, Some(&kind), Body::from(body)).await).await
    }
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(RgbImage::new(width, height)).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// An open case of the first company that has a customer and that the second company has not.
async fn a_case(app: &TestApp) -> i32 {
    sqlx::query_scalar("SELECT max(number) FROM cases WHERE company_id = 1 AND customer_id IS NOT NULL")
        .fetch_one(&mut app.owner().await)
        .await
        .unwrap()
}

/// Ids of the case's files, oldest first.
async fn files_of(app: &TestApp, number: i32) -> Vec<i64> {
    sqlx::query_scalar("SELECT id FROM case_file WHERE company_id = 1 AND number = $1 ORDER BY id")
        .bind(number)
        .fetch_all(&mut app.owner().await)
        .await
        .unwrap()
}

/// How many files lie in the folder, at any depth.
fn lying(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries.map(|entry| if entry.path().is_dir() { lying(&entry.path()) } else { 1 }).sum()
}

#[sqlx::test(migrations = "../migrations")]
async fn a_picture_comes_in_and_goes_out_apart_from_our_origin(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let number = a_case(&app).await;
    let picture = png(640, 480);
    let form = Form::new().field("kommentar", "Se bilden").file("nyckel å.png", &picture);
    let answer = form.post(&app, User::Office, &format!("/arenden/{number}/kommentar")).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::SEE_OTHER, &*format!("/arenden/{number}"))
    );
    let id = files_of(&app, number).await[0];
    let page = app.get(User::Office, &format!("/arenden/{number}")).await;
    assert!(page.body.contains("Se bilden") && page.body.contains(&format!("/bilagor/{id}/bild?liten")));

    let answer = app.get(User::Office, &format!("/arenden/{number}/bilagor/{id}")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "image/png");
    assert_eq!(answer.header("content-disposition"), "attachment; filename*=UTF-8''nyckel%20%C3%A5.png");
    for at in ["", "/bild", "/bild?liten"] {
        let answer = app.get(User::Office, &format!("/arenden/{number}/bilagor/{id}{at}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{at}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{at}");
        // The page that a browser makes around a picture has styles of its own, and nothing else.
        let styles = if at.is_empty() { "" } else { " style-src 'unsafe-inline';" };
        assert_eq!(
            answer.header("content-security-policy"),
            format!("default-src 'none';{styles} sandbox; frame-ancestors 'none'"),
            "{at}"
        );
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{at}");
        // Each time it is asked anew whether one may see it; the bytes are sent once.
        assert_eq!(answer.header("cache-control"), "private, no-cache", "{at}");
    }
    let drawn = app.get(User::Office, &format!("/arenden/{number}/bilagor/{id}/bild")).await;
    assert_eq!(drawn.header("content-type"), "image/jpeg", "what is shown is drawn anew");
    let mut again = app
        .request(User::Office, "GET", &format!("/arenden/{number}/bilagor/{id}/bild"), None, Body::empty())
        .await;
    again.headers_mut().insert(header::IF_NONE_MATCH, drawn.headers[header::ETAG].clone());
    assert_eq!(app.send(again).await.status, StatusCode::NOT_MODIFIED);
}

#[sqlx::test(migrations = "../migrations")]
async fn nothing_that_could_run_is_taken(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let number = a_case(&app).await;
    let path = format!("/arenden/{number}/kommentar");
    for (name, bytes) in [
        ("sida.html", &b"<!doctype html><script>alert(1)</script>"[..]),
        ("bild.jpg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("bild.svg", b"<?xml version='1.0'?><svg onload='alert(1)'/>"),
        ("faktura.pdf.exe", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0"),
        ("text.txt", b"hej <script>alert(1)</script>"),
    ] {
        let answer = Form::new().file(name, bytes).post(&app, User::Office, &path).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        let told = format!("{name} är av ett slag som inte tas emot");
        assert!(answer.body.contains(&told), "{name} is told");
    }
    assert!(files_of(&app, number).await.is_empty());
    assert_eq!(lying(app.folder.path()), 0, "no bytes are left");
}

#[sqlx::test(migrations = "../migrations")]
async fn an_empty_file_is_told_to_be_empty(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let number = a_case(&app).await;
    let answer = Form::new()
        .file("tom.txt", b"")
        .post(&app, User::Office, &format!("/arenden/{number}/kommentar"))
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("tom.txt är tom."), "{}", answer.body);
    assert_eq!(lying(app.folder.path()), 0, "no bytes are left");
}

#[sqlx::test(migrations = "../migrations")]
async fn each_of_several_refused_files_is_named_with_its_reason(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let number = a_case(&app).await;
    let mut large = png(8, 8);
    large.resize(SIZE_LIMIT as usize + 1, 0);
    let form = Form::new()
        .file("bra.png", &png(8, 8))
        .file("sida.html", b"<html>")
        .file("stor.png", &large)
        .file("tom.txt", b"");
    let answer = form.post(&app, User::Office, &format!("/arenden/{number}/kommentar")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told = "Tas inte emot: sida.html (fel slag), stor.png (större än 25 MB), tom.txt (tom). Skicka igen utan dem";
    assert!(answer.body.contains(told), "{}", answer.body);
    assert_eq!(lying(app.folder.path()), 0, "no bytes are left");
}

#[sqlx::test(migrations = "../migrations")]
async fn a_quote_in_a_files_name_is_shown_as_it_is(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let number = a_case(&app).await;
    // As browsers encode it in the form.
    let form = Form::new().file("Skylt %22Öppet%22 50%25.png", &png(8, 8));
    let answer = form.post(&app, User::Office, &format!("/arenden/{number}/kommentar")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let name: String = sqlx::query_scalar("SELECT name FROM case_file WHERE company_id = 1 AND number = $1")
        .bind(number)
        .fetch_one(&mut app.owner().await)
        .await
        .unwrap();
    assert_eq!(name, "Skylt \"Öppet\" 50%25.png");
}

#[sqlx::test(migrations = "../migrations")]
async fn what_passes_for_a_picture_and_a_page_is_only_ever_saved(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let app = TestApp::new(options).await;
    let number = a_case(&app).await;
    // A GIF by its first bytes, a script by the rest.
    let polyglot = b"GIF89a/*\x01\0\x01\0*/=1;alert(1)//<html><script>alert(1)</script>";
    let name = "..\\..\\&quot;><script>x.html";
    let answer = Form::new()
        .file(name, polyglot)
        .post(&app, User::Office, &format!("/arenden/{number}/kommentar"))
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let id = files_of(&app, number).await[0];
    let answer = app.get(User::Office, &format!("/arenden/{number}/bilagor/{id}")).await;
    assert_eq!(answer.header("content-type"), "image/gif");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    let disposition = answer.header("content-disposition");
    assert!(
        disposition.starts_with("attachment; ") && !disposition.contains(['<', '"', '\\']),
        "{disposition}"
    );
    assert!(answer.header("content-security-policy").contains("sandbox"));
    // There is nothing in it that can be drawn, so there is no picture, and the page shows a plain icon.
    let picture = app.get(User::Office, &format!("/arenden/{number}/bilagor/{id}/bild")).await;
    assert_eq!(picture.status, StatusCode::NOT_FOUND);
    let page = app.get(User::Office, &format!("/arenden/{number}")).await;
    assert!(!page.body.contains("<script>x") && page.body.contains("#i-file"));
}

#[sqlx::test(migrations = "../migrations")]
async fn a_bomb_of_pixels_is_kept_without_a_picture(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let number = a_case(&app).await;
    let mut bomb = png(8, 8);
    // Its head claims 50,000 × 50,000 pixels.
    bomb[16..24].copy_from_slice(&[0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50]);
    let answer = Form::new()
        .file("bomb.png", &bomb)
        .post(&app, User::Office, &format!("/arenden/{number}/kommentar"))
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let id = files_of(&app, number).await[0];
    assert_eq!(
        app.get(User::Office, &format!("/arenden/{number}/bilagor/{id}/bild")).await.status,
        StatusCode::NOT_FOUND
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn what_is_too_large_or_too_many_is_told_and_nothing_is_kept(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let app = TestApp::new(options).await;
    let number = a_case(&app).await;
    let path = format!("/arenden/{number}/kommentar");
    let mut large = png(8, 8);
    large.resize(SIZE_LIMIT as usize + 1, 0);
    let form =
        Form::new().field("kommentar", "Stor bild").file("liten.png", &png(8, 8)).file("stor.png", &large);
    let answer = form.post(&app, User::Office, &path).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("stor.png är för stor. Varje fil får vara högst 25 MB.")
            && answer.body.contains("Stor bild"),
        "it is named, and what was typed is kept"
    );
    let many = (0..=COUNT_LIMIT).fold(Form::new(), |form, _| form.file("bild.png", &png(8, 8)));
    let answer = many.post(&app, User::Office, &path).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("högst 10 i taget"));
    assert!(files_of(&app, number).await.is_empty());
    assert_eq!(lying(app.folder.path()), 0, "no bytes are left");
}

#[sqlx::test(migrations = "../migrations")]
async fn a_script_is_told_in_few_words(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let number = a_case(&app).await;
    let path = format!("/arenden/{number}/kommentar");
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    for (bytes, status) in [(png(8, 8), 204), (b"<svg/>".to_vec(), 422)] {
        let body =
            [&Form::new().file("a.png", &bytes).0[..], format!("--{BOUNDARY}--\r\n").as_bytes()].concat();
        let mut request = app.request(User::Office, "POST", &path, Some(&kind), Body::from(body)).await;
        request.headers_mut().insert(header::ACCEPT, "application/json".parse().unwrap());
        let answer = app.send(request).await;
        assert_eq!(answer.status.as_u16(), status, "{}", answer.body);
        assert!(answer.body.len() < 200, "{}", answer.body);
    }
    for (subject, status, said) in [("Trasig dörr", 200, ""), ("", 422, "subject")] {
        let form = Form::new().field("rubrik", subject).file("a.png", &png(8, 8)).0;
        let body = [&form[..], format!("--{BOUNDARY}--\r\n").as_bytes()].concat();
        let mut request = app.request(User::Employee, "POST", "/m/nytt", Some(&kind), Body::from(body)).await;
        request.headers_mut().insert(header::ACCEPT, "application/json".parse().unwrap());
        let answer = app.send(request).await;
        assert_eq!(answer.status.as_u16(), status, "{}", answer.body);
        let is_number = answer.body.parse::<i32>().is_ok();
        assert!(if said.is_empty() { is_number } else { answer.body.contains(said) }, "{}", answer.body);
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn what_is_sent_again_is_kept_once(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let number = a_case(&app).await;
    let form = |text: &str, key: &str| {
        let form = Form::new().field("nyckel", key).field("kommentar", text).field("rubrik", text);
        form.file("nyckel.png", &png(32, 32))
    };
    let handed_back =
        "UPDATE cases SET created_by = (SELECT id FROM person WHERE company_id = 1 AND email = $2)
                       WHERE company_id = 1 AND number = $1";
    let owner = &mut app.owner().await;
    sqlx::query(handed_back).bind(number).bind(User::Administrator.login()).execute(owner).await.unwrap();
    let mut lies = 0;
    for (path, key) in [
        (format!("/arenden/{number}/kommentar"), "00000000000000000000000000000001"),
        (format!("/arenden/{number}/aterkoppla"), "00000000000000000000000000000002"),
        ("/m/nytt".to_owned(), "00000000000000000000000000000003"),
    ] {
        let (first, again) = (
            form("Så här ser det ut", key).post(&app, User::Office, &path).await,
            form("Så här ser det ut", key).post(&app, User::Office, &path).await,
        );
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{path}: {}", first.body);
        assert_eq!(
            (again.status, again.header("location")),
            (first.status, first.header("location")),
            "{path}"
        );
        lies += 3;
        assert_eq!(lying(app.folder.path()), lies, "{path}: the second time no bytes are kept");
    }
    assert_eq!(files_of(&app, number).await.len(), 2);
    let comments = "SELECT count(*) FROM case_comment WHERE company_id = 1 AND body = 'Så här ser det ut'";
    let comments: i64 = sqlx::query_scalar(comments).fetch_one(&mut app.owner().await).await.unwrap();
    assert_eq!(comments, 2, "a comment and one that hands back");
}

#[sqlx::test(migrations = "../migrations")]
async fn an_upload_that_is_cut_leaves_nothing(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let number = a_case(&app).await;
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let whole = Form::new().field("kommentar", "Avbruten").file("nyckel.png", &png(64, 64)).0;
    for end in [whole.len() - 1, whole.len() / 2, 40] {
        let body = Body::from(whole[..end].to_vec());
        let path = format!("/arenden/{number}/kommentar");
        let answer = app.send(app.request(User::Office, "POST", &path, Some(&kind), body).await).await;
        assert!(answer.status.is_client_error(), "{end}: {}", answer.status);
    }
    assert!(files_of(&app, number).await.is_empty());
    assert_eq!(lying(app.folder.path()), 0, "no bytes are left");
}

#[sqlx::test(migrations = "../migrations")]
async fn a_broken_form_is_no_failure_of_ours(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let number = a_case(&app).await;
    for path in [format!("/arenden/{number}/kommentar"), "/m/nytt".to_owned()] {
        for (kind, body) in [
            ("multipart/form-data", "x".to_owned()),
            ("multipart/form-data; boundary=a", "--a\r\nContent-Disposition: form-data; na".to_owned()),
            ("application/json", "{}".to_owned()),
            ("application/x-www-form-urlencoded", format!("kommentar={}", "x".repeat(600_000))),
        ] {
            let request = app.request(User::Office, "POST", &path, Some(kind), Body::from(body)).await;
            let status = app.send(request).await.status;
            assert!(status.is_client_error(), "{path} {kind}: {status}");
        }
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn a_new_case_comes_from_the_phone_with_its_picture(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let form = Form::new().field("rubrik", "Trasig dörr").file("dorr.png", &png(32, 32));
    let answer = form.post(&app, User::Employee, "/m/nytt").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let number: i32 = answer.header("location").rsplit('=').next().unwrap().parse().unwrap();
    assert_eq!(files_of(&app, number).await.len(), 1);
    assert!(app.get(User::Employee, &format!("/m/arenden/{number}")).await.body.contains("dorr.png"));
    // Refused as a whole: no case, no bytes.
    let lies = lying(app.folder.path());
    let form = Form::new().field("rubrik", "").file("dorr.png", &png(32, 32));
    let answer = form.post(&app, User::Employee, "/m/nytt").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = Form::new().field("rubrik", "Fel fil").file("dorr.html", b"<html>");
    let answer = form.post(&app, User::Employee, "/m/nytt").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("av ett slag som inte tas emot") && answer.body.contains("Fel fil"));
    assert_eq!(lying(app.folder.path()), lies);
}

#[sqlx::test(migrations = "../migrations")]
async fn a_removed_file_is_told_of_and_comes_back(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let number = a_case(&app).await;
    let form = Form::new().file("nyckel.png", &png(32, 32));
    form.post(&app, User::Office, &format!("/arenden/{number}/kommentar")).await;
    let id = files_of(&app, number).await[0];
    assert_eq!(lying(app.folder.path()), 3);
    let answer = app.post_form(User::Office, &format!("/arenden/{number}/bilagor/{id}/bort"), "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let page = app.get(User::Office, &format!("/arenden/{number}")).await.body;
    assert!(page.contains("bifogade") && page.contains("tog bort bilagan"));
    for at in ["", "/bild", "/bild?liten"] {
        let answer = app.get(User::Office, &format!("/arenden/{number}/bilagor/{id}{at}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{at}");
    }
    let soon = SystemTime::now() + Duration::from_secs(60);
    assert_eq!(server::files::sweep(&app.storage, &app.db, soon).await.unwrap(), 0);
    assert_eq!(lying(app.folder.path()), 3, "the file and its two pictures");
    let phone = app.get(User::Office, &format!("/m/arenden/{number}")).await.body;
    assert!(phone.contains(&format!("/bilagor/{id}/tillbaka")));
    for _ in 0..2 {
        let path = format!("/arenden/{number}/bilagor/{id}/tillbaka");
        assert_eq!(app.post_form(User::Office, &path, "").await.status, StatusCode::SEE_OTHER);
        let answer = app.get(User::Office, &format!("/arenden/{number}/bilagor/{id}")).await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "image/png"));
    }
    let page = app.get(User::Office, &format!("/arenden/{number}")).await.body;
    assert_eq!(page.matches("tog tillbaka bilagan").count(), 1);
}

#[sqlx::test(migrations = "../migrations")]
async fn bytes_of_a_file_that_was_removed_long_ago_are_swept(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let number = a_case(&app).await;
    for name in ["gammal.png", "ny.png"] {
        let form = Form::new().file(name, &png(32, 32));
        form.post(&app, User::Office, &format!("/arenden/{number}/kommentar")).await;
    }
    // By two people: two lines of the history.
    for (id, user) in files_of(&app, number).await.into_iter().zip([User::Office, User::Administrator]) {
        app.post_form(user, &format!("/arenden/{number}/bilagor/{id}/bort"), "").await;
    }
    let offered = async || {
        let page = app.get(User::Office, &format!("/arenden/{number}")).await.body;
        page.matches("name=\"handelser\"").count()
    };
    let before = offered().await;
    let aged = "UPDATE case_file SET removed_at = now() - interval '31 days' WHERE name = 'gammal.png'";
    sqlx::query(aged).execute(&mut app.owner().await).await.unwrap();
    assert_eq!(offered().await, before - 1, "the older one is offered no more");
    let soon = SystemTime::now() + Duration::from_secs(60);
    assert_eq!(server::files::sweep(&app.storage, &app.db, soon).await.unwrap(), 1);
    assert_eq!(lying(app.folder.path()), 3, "the younger one");
    assert_eq!(files_of(&app, number).await.len(), 1);
}

#[sqlx::test(migrations = "../migrations")]
async fn what_is_left_over_is_swept_and_nothing_else(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let number = a_case(&app).await;
    let form = Form::new().file("nyckel.png", &png(32, 32));
    form.post(&app, User::Office, &format!("/arenden/{number}/kommentar")).await;
    let folder = app.folder.path().join("1");
    for left in ["0123", "0123.small", "0123.large", "4567"] {
        std::fs::write(folder.join(left), "x").unwrap();
    }
    std::fs::write(app.folder.path().join("las-mig"), "x").unwrap();
    let an_hour_ago = SystemTime::now() - Duration::from_secs(3600);
    assert_eq!(server::files::sweep(&app.storage, &app.db, an_hour_ago).await.unwrap(), 0, "may be in use");
    let soon = SystemTime::now() + Duration::from_secs(60);
    assert_eq!(server::files::sweep(&app.storage, &app.db, soon).await.unwrap(), 2);
    assert_eq!(lying(app.folder.path()), 4, "the file, its two pictures, and what is none of ours");
}

#[sqlx::test(migrations = "../migrations")]
async fn the_demo_has_files_that_open(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options.clone()).await;
    server::demo::attach(&options, &app.storage, 1).await.unwrap();
    let (number, id): (i32, i64) = sqlx::query_as(
        "SELECT number, id FROM case_file WHERE company_id = 1 AND has_preview ORDER BY id LIMIT 1",
    )
    .fetch_one(&mut app.owner().await)
    .await
    .unwrap();
    for at in ["", "/bild", "/bild?liten"] {
        let answer = app.get(User::Office, &format!("/arenden/{number}/bilagor/{id}{at}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{at}");
    }
}
