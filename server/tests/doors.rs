//! Login, sessions, and what is turned away at the door.

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
    http::{Request, StatusCode, header},
};
use fixtures::{TestApp, User};
use serde_json::json;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

const LOGIN: &str = "login=maria.lindqvist%40bjorkdala.example&password=arende-demo";

#[sqlx::test(migrations = "../migrations")]
async fn the_right_password_opens_and_a_wrong_one_does_not(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let answer = app.post_form(User::Anonymous, "/logga-in", LOGIN).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), "/");
    let cookie = answer.header("set-cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");

    let wrong = app.post_form(User::Anonymous, "/logga-in", "login=maria%22%3E&password=fel").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.header("set-cookie").is_empty());
    assert!(wrong.body.contains("stämmer inte"), "says so");
    assert!(wrong.body.contains("maria&quot;&gt;"), "keeps what was typed, as text");
}

#[sqlx::test(migrations = "../migrations")]
async fn guessing_is_throttled(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let guess = "login=maria.lindqvist%40bjorkdala.example&password=fel";
    let mut last = StatusCode::OK;
    for _ in 0..10 {
        last = app.post_form(User::Anonymous, "/logga-in", guess).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    let right = app.post_form(User::Anonymous, "/logga-in", LOGIN).await;
    assert_eq!(right.status, StatusCode::TOO_MANY_REQUESTS, "the right password must wait too");
}

#[sqlx::test(migrations = "../migrations")]
async fn a_login_leads_on_but_never_to_another_site(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    for (onward, to) in [
        ("%2Farenden%2F7", "/arenden/7"),
        ("https%3A%2F%2Fevil.example", "/"),
        ("%2F%2Fevil.example", "/"),
        ("%2F%5Cevil.example", "/"),
    ] {
        let answer = app.post_form(User::Anonymous, "/logga-in", &format!("{LOGIN}&vidare={onward}")).await;
        assert_eq!(answer.header("location"), to, "{onward}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn a_form_that_is_posted_once_the_session_has_ended_is_carried_through_the_login(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let app = TestApp::new(options).await;
    let lost =
        "rubrik=L%C3%A4cka+%22%3E%3Cb%3E&innehall=Rad+1%0D%0ARad+2&anstallda=1&anstallda=2&losenord=hemligt";
    let asked = app.post_form(User::Anonymous, "/arenden/nytt", lost).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    assert!(asked.body.contains("Du har loggats ut. Logga in igen, så skickas det du skrev."));
    let carries = |body: &str| {
        assert!(!body.contains("hemligt"), "a password is never carried: {body}");
        for (name, value) in [
            ("skicka-till", "/arenden/nytt"),
            ("skicka.rubrik", "Läcka &quot;&gt;&lt;b&gt;"),
            ("skicka.anstallda", "1"),
            ("skicka.anstallda", "2"),
        ] {
            let field = format!("name=\"{name}\" value=\"{value}\"");
            assert!(body.contains(&field), "{field}: {body}");
        }
    };
    carries(&asked.body);

    let carried = "skicka-till=%2Farenden%2Fnytt&skicka.rubrik=L%C3%A4cka+%22%3E%3Cb%3E\
                   &skicka.anstallda=1&skicka.anstallda=2&skicka.losenord=hemligt";
    let wrong = format!("login=maria&password=fel&{carried}");
    let wrong = app.post_form(User::Anonymous, "/logga-in", &wrong).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    carries(&wrong.body);

    let right = format!("{LOGIN}&vidare=%2Farenden&{carried}");
    let back = app.post_form(User::Anonymous, "/logga-in", &right).await;
    assert_eq!(back.status, StatusCode::OK);
    assert!(back.header("set-cookie").contains("HttpOnly"));
    assert!(back.body.contains("Du är inloggad igen. Det du skrev är inte sparat ännu."), "{}", back.body);
    assert!(back.body.contains("action=\"/arenden/nytt\"") && back.body.contains("href=\"/arenden\""));
    assert!(back.body.contains("name=\"rubrik\" value=\"Läcka &quot;&gt;&lt;b&gt;\""), "{}", back.body);
    assert!(back.body.contains("<dd>Läcka \"&gt;&lt;b&gt;<"), "shows what would be sent: {}", back.body);
    assert!(!back.body.contains("hemligt"));
}

#[sqlx::test(migrations = "../migrations")]
async fn nothing_else_is_carried_through_the_login(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    for action in
        ["https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2Flogga-ut", "%2Fapi%2Fcases%2Fcreate"]
    {
        let login = format!("{LOGIN}&skicka-till={action}&skicka.rubrik=x");
        let answer = app.post_form(User::Anonymous, "/logga-in", &login).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/"), "{action}");
    }
    let long = format!("rubrik={}", "x".repeat(129 * 1024));
    for (path, form) in [
        ("/arenden/nytt", &*long),
        ("/arenden/nytt", ""),
        ("/arenden/nytt", "rubrik=%ff"),
        ("/anstallda/1/losenord", "losenord=hemligt"),
        ("/logga-ut", "a=b"),
    ] {
        let answer = app.post_form(User::Anonymous, path, form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
        assert!(answer.header("location").starts_with("/logga-in"), "{path}");
    }
    let files = Some("multipart/form-data; boundary=x");
    let file = app.request(User::Anonymous, "POST", "/m/nytt", files, Body::from("--x--")).await;
    assert_eq!(app.send(file).await.status, StatusCode::SEE_OTHER);
    let called = app.call(User::Anonymous, "/api/cases/list", json!({})).await;
    assert_eq!(called.status, StatusCode::UNAUTHORIZED);
    assert!(called.header("content-type").starts_with("application/json"));

    let form = Some("application/x-www-form-urlencoded");
    let mut foreign =
        app.request(User::Anonymous, "POST", "/arenden/nytt", form, Body::from("rubrik=x")).await;
    foreign.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
    assert_eq!(app.send(foreign).await.status, StatusCode::FORBIDDEN);
}

#[sqlx::test(migrations = "../migrations")]
async fn a_link_to_the_desk_leads_who_has_the_phone_alone_to_the_same_there(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let app = TestApp::new(options).await;
    let theirs = "c.responsible_id = p.id";
    let others = "c.created_by <> p.id AND c.responsible_id IS DISTINCT FROM p.id AND NOT EXISTS
        (SELECT FROM case_participant x WHERE (x.company_id, x.number, x.person_id) = (c.company_id, c.number, p.id))";
    for (whose, status) in [(theirs, StatusCode::OK), (others, StatusCode::NOT_FOUND)] {
        let case = format!(
            "SELECT c.number FROM cases c JOIN person p USING (company_id) WHERE p.email = $1 AND {whose} LIMIT 1"
        );
        let number: i32 = sqlx::query_scalar(sqlx::AssertSqlSafe(case))
            .bind(User::Employee.login())
            .fetch_one(&mut app.owner().await)
            .await
            .unwrap();
        let led = app.get(User::Employee, &format!("/arenden/{number}")).await;
        assert_eq!(led.status, StatusCode::SEE_OTHER);
        assert_eq!(led.header("location"), format!("/m/arenden/{number}"));
        let there = app.get(User::Employee, led.header("location")).await;
        assert_eq!(there.status, status, "{whose}");
        // What is not theirs has the phone's own page, with a way back.
        assert!(there.body.contains("class=\"mob\""), "{whose}: {}", there.body);
        let is_missing = there.body.contains("Sidan finns inte")
            && there.body.contains("href=\"/m\" class=\"btn\">Tillbaka till mina ärenden");
        assert_eq!(is_missing, status == StatusCode::NOT_FOUND, "{whose}: {}", there.body);
        // A form that goes astray is refused as before.
        let posted =
            app.post_form(User::Employee, &format!("/arenden/{number}/prioritet"), "varde=hog").await;
        assert!(posted.status.is_client_error(), "{}", posted.status);
    }
    for (page, there) in
        [("/jag", "/m/jag"), ("/aviseringar", "/m/aviseringar"), ("/arenden?q=nyckel", "/m?q=nyckel")]
    {
        let led = app.get(User::Employee, page).await;
        assert_eq!((led.status, led.header("location")), (StatusCode::SEE_OTHER, there));
        assert_eq!(app.get(User::Employee, there).await.status, StatusCode::OK, "{there}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn an_unchanged_form_is_accepted_though_who_is_responsible_has_left(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let app = TestApp::new(options).await;
    let (number, version, left): (i32, i32, i32) = sqlx::query_as(
        "WITH theirs AS (
             SELECT c.number, c.version, p.id FROM cases c
             JOIN person p ON p.company_id = c.company_id AND p.id = c.responsible_id
             WHERE c.company_id = 1 AND c.is_open AND p.email IS DISTINCT FROM $1 LIMIT 1)
         UPDATE person p SET active = false FROM theirs WHERE p.company_id = 1 AND p.id = theirs.id
         RETURNING theirs.number, theirs.version, p.id",
    )
    .bind(User::Office.login())
    .fetch_one(&mut app.owner().await)
    .await
    .unwrap();
    let form = app.get(User::Office, &format!("/arenden/{number}?falt=ansvarig")).await.body;
    assert!(form.contains(&format!("value=\"{left}\"")), "{form}");
    let save = async |number: i32, version: i32| {
        let typed = format!("varde={left}&version={version}&namn=");
        app.post_form(User::Office, &format!("/arenden/{number}/ansvarig"), &typed).await
    };
    let saved = save(number, version).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    // Nobody is given anything anew who has left.
    let (other, version): (i32, i32) = sqlx::query_as(
        "SELECT number, version FROM cases WHERE company_id = 1 AND responsible_id IS DISTINCT FROM $1 LIMIT 1",
    )
    .bind(left)
    .fetch_one(&mut app.owner().await)
    .await
    .unwrap();
    assert_eq!(save(other, version).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[sqlx::test(migrations = "../migrations")]
async fn a_revoked_session_and_an_inactive_person_are_out_at_once(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let app = TestApp::new(options).await;
    for end in ["DELETE FROM session", "UPDATE person SET active = false WHERE role = 'office'"] {
        let cookie = app.cookie(User::Office).await.unwrap();
        let with_cookie =
            || Request::get("/arenden").header(header::COOKIE, &cookie).body(Body::empty()).unwrap();
        assert_eq!(app.send(with_cookie()).await.status, StatusCode::OK);
        sqlx::query(end).execute(&mut app.owner().await).await.unwrap();
        assert_eq!(app.send(with_cookie()).await.status, StatusCode::SEE_OTHER, "{end}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn another_sites_forms_are_refused(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        let mut request = app
            .request(
                User::Office,
                "POST",
                "/arenden",
                Some("application/x-www-form-urlencoded"),
                Body::from("rubrik=x"),
            )
            .await;
        request.headers_mut().remove("sec-fetch-site");
        request.headers_mut().insert(name, value.parse().unwrap());
        assert_eq!(app.send(request).await.status, StatusCode::FORBIDDEN, "{name}: {value}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn pages_carry_a_strict_policy_and_are_not_kept(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let answer = app.get(User::Office, "/arenden").await;
    let policy = answer.header("content-security-policy");
    assert!(policy.contains("script-src 'nonce-") && !policy.contains("unsafe-inline"), "{policy}");
    assert!(policy.contains("frame-ancestors 'none'"));
    assert!(!answer.body.contains(" style=\""), "no inline style");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
}

#[sqlx::test(migrations = "../migrations")]
async fn malformed_requests_are_our_callers_fault_never_ours(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let oversized = "x".repeat(600 * 1024);
    let json = Some("application/json");
    let form = Some("application/x-www-form-urlencoded");
    let bodies: [(&str, &str, Option<&str>, &str); 12] = [
        ("POST", "/api/cases/list", json, "{"),
        ("POST", "/api/cases/list", json, "null"),
        ("POST", "/api/cases/show", json, r#"{"number":99999999999999}"#),
        ("POST", "/api/cases/show", json, r#"{"number":"1; drop table cases"}"#),
        ("POST", "/api/cases/show", form, "number=1"),
        (
            "POST",
            "/api/cases/update",
            json,
            r#"{"number":1,"version":1,"edit":{"property":"status","value":-32768}}"#,
        ),
        ("POST", "/api/nothing", json, "{}"),
        ("POST", "/arenden/nytt", form, "%ff%fe=%00&rubrik=%00"),
        ("POST", "/arenden/1/status", form, "varde=&version=x"),
        ("POST", "/arenden/andra", form, "nummer=1:x&andra=rubrik"),
        ("POST", "/arenden/nytt", form, &oversized),
        ("DELETE", "/arenden", None, ""),
    ];
    for (method, path, kind, body) in bodies {
        let request = app.request(User::Office, method, path, kind, Body::from(body.to_owned())).await;
        let answer = app.send(request).await;
        let short = &body[..body.len().min(60)];
        assert!(
            answer.status.is_client_error(),
            "{method} {path} {short}: {} {}",
            answer.status,
            answer.body.chars().take(200).collect::<String>()
        );
    }
    for query in
        ["q=%00", "efter=%C3%28", "skapad=9999-12-31..0000-01-01", "kund=99999999999", "q=%27%3B--", "sort=-"]
    {
        let answer = app.get(User::Office, &format!("/arenden?{query}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{query}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn a_refused_value_says_so_with_its_true_status(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let case = json!({ "case": { "subject": "  ", "body": "", "customer": null, "responsible": null,
        "participants": [], "priority": "normal", "channel": "phone", "case_type": null,
        "status": null, "due_on": null } });
    let answer = app.call(User::Office, "/api/cases/create", case).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("subject"), "{}", answer.body);
}

#[sqlx::test(migrations = "../migrations")]
async fn what_is_switched_off_is_on_no_page(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let customer: i32 = sqlx::query_scalar(
        "UPDATE company SET unused = '{responsible,participants,due_on,customer}' WHERE id = 1
         RETURNING (SELECT min(id) FROM customer WHERE company_id = 1 AND active)",
    )
    .fetch_one(&mut app.owner().await)
    .await
    .unwrap();
    let pages: [(User, &str, &[&str]); 9] = [
        (User::Administrator, "/", &["name=\"ansvarig\"", "ansvarig=jag"]),
        (User::Employee, "/m", &["lista=ansvarig", "lista=kopplad"]),
        (User::Administrator, "/anstallda", &["e-open"]),
        (
            User::Administrator,
            "/anstallda/2",
            &["/lamna-over", "id=\"kopplad\"", "id=\"ansvarig\"", "ansvarig=2"],
        ),
        (User::Administrator, "/kunder", &["m-open"]),
        (User::Administrator, &format!("/kunder/{customer}"), &["/arenden/nytt?kund", "/arenden?kund"]),
        (User::Administrator, "/installningar", &["type=\"number\"", "list=\"anstallda-lista\""]),
        (User::Administrator, "/installningar/widgetar", &["/widget/mina"]),
        (User::Administrator, "/widget/mina", &["ansvarig=jag", "/widget/mina"]),
    ];
    for (user, path, gone) in pages {
        let page = app.get(user, path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        for word in gone {
            assert!(!page.body.contains(word), "{path} has {word}");
        }
    }
    assert!(app.get(User::Employee, "/m").await.body.contains("lista=inskickade"));
    let page = app.get(User::Administrator, "/anstallda/2/lamna-over").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    // A type that is saved keeps what is not shown.
    let page = app.get(User::Administrator, "/installningar").await.body;
    assert!(page.contains("type=\"hidden\" name=\"dagar\""), "{page}");
}

#[sqlx::test(migrations = "../migrations")]
async fn the_settings_refuse_in_words_what_new_cases_and_used_statuses_need(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let app = TestApp::new(options).await;
    let text = domain::text::Language::Swedish;
    let base = app
        .post_form(
            User::Administrator,
            "/installningar/statusar/5",
            "namn=X&bas=stangd&symbol=solved&anvands=ja",
        )
        .await;
    assert_eq!(base.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(base.body.contains(text.base_fixed()));
    let closed = app.post_form(User::Administrator, "/installningar/statusar/1/bort", "till=6").await;
    assert_eq!(closed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(closed.body.contains(text.refused_initial()));
    let preview = app.get(User::Administrator, "/installningar/statusar/1/bort?till=5").await.body;
    assert!(preview.contains("Nya ärenden får statusen Tilldelad"), "{preview}");
    let choices = app.get(User::Administrator, "/installningar/statusar/1/bort?till=6").await.body;
    assert!(!choices.contains("name=\"till\" value=\"6\"") && !choices.contains("<option value=\"6\""));
}

#[sqlx::test(migrations = "../migrations")]
async fn a_role_is_offered_nothing_that_it_may_not_do(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let case: i32 = sqlx::query_scalar("SELECT min(number) FROM case_participant WHERE company_id = 1")
        .fetch_one(&mut app.owner().await)
        .await
        .unwrap();
    let case = format!("/arenden/{case}");
    let (ticks, removal) = ("name=\"nummer\"", "class=\"tok__x\"");
    assert!(app.get(User::Office, "/arenden").await.body.contains(ticks));
    assert!(app.get(User::Office, &case).await.body.contains(removal));
    sqlx::raw_sql(
        "INSERT INTO company_role (company_id, id, name, base, permissions)
         VALUES (1, 99, 'Läsare', 'office', '{use_desk,see_all_cases}');
         UPDATE person SET role_id = 99 WHERE company_id = 1 AND email = 'sofia.berg@bjorkdala.example'",
    )
    .execute(&mut app.owner().await)
    .await
    .unwrap();
    let list = app.get(User::Office, "/arenden").await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(!list.body.contains(ticks) && list.body.contains("c-pick"));
    let page = app.get(User::Office, &case).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains(removal));
    let page = app.get(User::Office, "/arenden/nytt").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(!page.body.contains("name=\"rubrik\""));
}

#[sqlx::test(migrations = "../migrations")]
async fn an_unknown_language_is_refused_and_changes_nothing(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let chosen = app.post_form(User::Office, "/jag/sprak", "sprak=en").await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER);
    let unknown = app.post_form(User::Office, "/jag/sprak", "sprak=fi").await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(app.get(User::Office, "/jag").await.body.contains("<html lang=\"en\""));
}
