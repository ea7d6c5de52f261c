//! `/api/live`: who hears of what, and what one hears who comes back.

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
    body::{Body, BodyDataStream},
    http::{Request, StatusCode, header},
};
use domain::{
    ids::CaseNumber,
    presence::{Doing, Presence},
};
use fixtures::{TestApp, User};
use futures::StreamExt;
use serde_json::json;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use std::time::Duration;
use tower::ServiceExt;

/// Far longer than news take; only a failing test waits that long.
const PATIENCE: Duration = Duration::from_secs(10);

/// One browser's stream.
struct Stream {
    body: BodyDataStream,
    read: String,
    /// The number of the last news.
    last: String,
}

impl Stream {
    async fn open(app: &TestApp, cookie: &str, after: Option<&str>) -> Self {
        let address = after.map_or("/api/live".into(), |after| format!("/api/live?efter={after}"));
        let request =
            Request::get(address).header(header::HOST, "localhost:3000").header(header::COOKIE, cookie);
        let response = app.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
        assert!(!response.headers().contains_key(header::CONTENT_ENCODING), "compressed, it would wait");
        Self { body: response.into_body().into_data_stream(), read: String::new(), last: String::new() }
    }

    /// The next news, without the signs of life. None when the stream ends.
    async fn heard(&mut self) -> Option<String> {
        self.next("").await
    }

    /// The next word of who has which case open.
    async fn presence(&mut self) -> Option<Presence> {
        self.next("presence").await.map(|presence| presence.parse().unwrap())
    }

    /// What the next event of that name, or without one, says.
    async fn next(&mut self, name: &str) -> Option<String> {
        loop {
            if let Some((event, rest)) = self.read.split_once("\n\n") {
                let lines = |name: &str| {
                    let lines = event.lines().filter_map(|line| line.strip_prefix(name));
                    lines.map(str::trim).collect::<Vec<_>>().join("\n")
                };
                let (number, said, event) = (lines("id:"), lines("data:"), lines("event:"));
                self.read = rest.to_owned();
                if !number.is_empty() {
                    self.last = number;
                }
                if event == name {
                    return Some(said);
                }
                continue;
            }
            let part = tokio::time::timeout(PATIENCE, self.body.next()).await.expect("something is told")?;
            self.read.push_str(std::str::from_utf8(&part.unwrap()).unwrap());
        }
    }
}

async fn create(app: &TestApp, user: User, subject: &str) -> i32 {
    let case = json!({ "case": { "subject": subject, "body": "", "customer": null, "responsible": null,
        "participants": [], "priority": "normal", "channel": "phone", "case_type": null, "status": null,
        "due_on": null } });
    let answer = app.call(user, "/api/cases/create", case).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    answer.body.parse().unwrap()
}

async fn give(app: &TestApp, number: i32, responsible: Option<i32>) {
    let row = app.call(User::Office, "/api/cases/show", json!({ "number": number })).await;
    let row: serde_json::Value = serde_json::from_str(&row.body).unwrap();
    let edit = json!({ "number": number, "version": row["row"]["version"],
        "edit": { "property": "responsible", "value": responsible } });
    let answer = app.call(User::Office, "/api/cases/update", edit).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
}

async fn person(app: &TestApp, user: User) -> i32 {
    let id = sqlx::query_scalar("SELECT id FROM person WHERE email = $1").bind(user.login());
    id.fetch_one(&mut app.owner().await).await.unwrap()
}

#[sqlx::test(migrations = "../migrations")]
async fn one_hears_of_what_one_sees_and_of_nothing_else(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let mut streams = Vec::new();
    for user in [User::Administrator, User::Office, User::Employee, User::Foreigner] {
        streams.push(Stream::open(&app, &app.cookie(user).await.unwrap(), None).await);
    }
    let [administrator, office, employee, foreigner] = &mut streams[..] else { unreachable!() };
    let secret = create(&app, User::Office, "Ingen annans").await;
    for stream in [administrator, office] {
        assert_eq!(stream.heard().await, Some(secret.to_string()));
    }
    // What they hear first is what came after it.
    let amira = person(&app, User::Employee).await;
    let own = create(&app, User::Employee, "Amiras eget").await;
    assert_eq!(employee.heard().await, Some(own.to_string()));
    give(&app, secret, Some(amira)).await;
    assert_eq!(employee.heard().await, Some(secret.to_string()), "it concerns her now");
    give(&app, secret, None).await;
    assert_eq!(employee.heard().await, Some(secret.to_string()), "she shall see it go");
    give(&app, secret, Some(person(&app, User::Office).await)).await;
    let last = create(&app, User::Employee, "Amiras sista").await;
    assert_eq!(employee.heard().await, Some(last.to_string()), "the change between is none of hers");
    let theirs = create(&app, User::Foreigner, "Norrskens").await;
    assert_eq!(foreigner.heard().await, Some(theirs.to_string()), "and nothing of ours before");
}

#[sqlx::test(migrations = "../migrations")]
async fn only_staff_listen(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    assert_eq!(app.get(User::Anonymous, "/api/live").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(app.get(User::Customer, "/api/live").await.status, StatusCode::FORBIDDEN);
}

#[sqlx::test(migrations = "../migrations")]
async fn who_comes_back_hears_what_was_missed(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let cookie = app.cookie(User::Office).await.unwrap();
    let mut stream = Stream::open(&app, &cookie, None).await;
    create(&app, User::Office, "Hört").await;
    stream.heard().await;
    let last = stream.last.clone();
    drop(stream);
    let mut other = Stream::open(&app, &cookie, None).await;
    let missed = [create(&app, User::Office, "Missat").await, create(&app, User::Office, "Också").await];
    let mut told = String::new();
    while !told.contains(&missed[1].to_string()) {
        told = other.heard().await.unwrap();
    }

    let mut back = Stream::open(&app, &cookie, Some(&last)).await;
    let mut heard = String::new();
    while !heard.contains(&missed[1].to_string()) {
        heard = format!("{heard} {}", back.heard().await.unwrap());
    }
    assert!(heard.contains(&missed[0].to_string()), "{heard}");
    assert!(!heard.contains('*'), "{heard}");

    for unknown in ["1-1", "x", ""] {
        let mut stranger = Stream::open(&app, &cookie, Some(unknown)).await;
        assert_eq!(
            stranger.heard().await.as_deref(),
            Some("*"),
            "after {unknown:?} anything may have changed"
        );
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn another_server_on_the_same_database_tells_too(_: PgPoolOptions, options: PgConnectOptions) {
    let one = TestApp::new(options.clone()).await;
    let two = TestApp::beside(options).await;
    let mut stream = Stream::open(&one, &one.cookie(User::Office).await.unwrap(), None).await;
    let number = create(&two, User::Administrator, "Från den andra").await;
    assert_eq!(stream.heard().await, Some(number.to_string()));
}

#[sqlx::test(migrations = "../migrations")]
async fn a_stream_ends_with_its_server(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let mut stream = Stream::open(&app, &app.cookie(User::Office).await.unwrap(), None).await;
    app.hub.close();
    assert_eq!(stream.heard().await, None);
}

#[sqlx::test(migrations = "../migrations")]
async fn an_ended_session_hears_no_more(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let cookie = app.cookie(User::Office).await.unwrap();
    let mut stream = Stream::open(&app, &cookie, None).await;
    sqlx::query("DELETE FROM session").execute(&mut app.owner().await).await.unwrap();
    // The first sign of life looks at the session too, and nothing has been read before it.
    assert_eq!(stream.heard().await, None);
}

async fn announce(app: &TestApp, user: User, number: i32, page: u32, doing: &str) {
    let said = json!({ "case": number, "page": page, "doing": doing });
    let answer = app.call(user, "/api/presence/announce", said).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
}

/// Who does what, by the case's number.
fn seen(presence: &Presence) -> Vec<(CaseNumber, Vec<(&str, Doing)>)> {
    let cases = presence.cases.iter();
    cases
        .map(|(case, people)| {
            (*case, people.iter().map(|present| (present.name.as_str(), present.doing)).collect())
        })
        .collect()
}

#[sqlx::test(migrations = "../migrations")]
async fn who_has_a_case_open_is_told_to_those_who_see_it(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options.clone()).await;
    let beside = TestApp::beside(options).await;
    let secret = create(&app, User::Office, "Ingen annans").await;
    let own = create(&app, User::Employee, "Amiras eget").await;
    let mut maria = Stream::open(&app, &app.cookie(User::Administrator).await.unwrap(), None).await;
    let mut amira = Stream::open(&app, &app.cookie(User::Employee).await.unwrap(), None).await;
    let mut erik = Stream::open(&app, &app.cookie(User::Foreigner).await.unwrap(), None).await;
    for stream in [&mut maria, &mut amira, &mut erik] {
        assert_eq!(stream.presence().await, Some(Presence { is_all: true, cases: vec![] }));
    }
    // From another server process too.
    announce(&beside, User::Office, secret, 1, "reading").await;
    announce(&app, User::Office, own, 2, "editing").await;
    let (secret, own) = (CaseNumber(secret), CaseNumber(own));
    let told = maria.presence().await.unwrap();
    assert_eq!(seen(&told), [(secret, vec![("Sofia Berg", Doing::Reading)])]);
    let told = amira.presence().await.unwrap();
    assert_eq!(seen(&told), [(own, vec![("Sofia Berg", Doing::Editing)])], "and of the other nothing");

    announce(&app, User::Office, secret.0, 1, "gone").await;
    maria.presence().await;
    assert_eq!(seen(&maria.presence().await.unwrap()), [(secret, vec![])]);
    // Who comes now is told what there is.
    let mut later = Stream::open(&app, &app.cookie(User::Administrator).await.unwrap(), None).await;
    let told = later.presence().await.unwrap();
    assert!(told.is_all);
    assert_eq!(seen(&told), [(own, vec![("Sofia Berg", Doing::Editing)])]);

    let foreign = create(&app, User::Foreigner, "Norrskens").await;
    announce(&app, User::Foreigner, foreign, 1, "reading").await;
    let told = erik.presence().await.unwrap();
    assert_eq!(seen(&told), [(CaseNumber(foreign), vec![("Erik Norrman", Doing::Reading)])]);
}
