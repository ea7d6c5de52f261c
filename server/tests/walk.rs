//! Every door × everybody: anonymous, each role, another company. A new server function or page
//! that is not listed here fails the test.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    unreachable_pub,
    missing_docs
)] // A test fails by panicking.

mod fixtures;

use axum::http::StatusCode;
use fixtures::{TestApp, User};
use serde_json::{Value, json};
use sqlx::{
    AssertSqlSafe,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::collections::BTreeMap;

/// What the first company's case says and nobody else may read.
const SECRET: &str = "Hemlighetens nyckelskåp";

/// A customer that only the first company has, who wants nothing from anybody, and its site.
const SECRET_CUSTOMER: i32 = 99_001;
const SECRET_SITE: i32 = 99_001;
/// An import of the first company's.
const SECRET_IMPORT: i32 = 99_001;

/// A view that the first company's administrator keeps for themselves.
const SECRET_VIEW: i32 = 99_001;

/// What a server function answers to whom, in the order administrator, office, employee who has
/// nothing to do with the case, customer, another company's administrator.
struct Door {
    arguments: Value,
    statuses: [u16; 5],
}

/// The employee has nothing to do with the case. Lists answer everybody with what they may see: a
/// customer's are empty, and what is not there is revoked or counted without a word.
fn doors(number: i32, person: i32) -> BTreeMap<&'static str, Door> {
    let door = |arguments: Value, statuses| Door { arguments, statuses };
    let all = json!({ "filter": filter("bas=alla") });
    BTreeMap::from([
        ("cases/list", door(all, [200, 200, 200, 200, 200])),
        (
            "cases/follow",
            door(
                json!({ "filter": filter("bas=alla"), "until": null, "cases": [number] }),
                [200, 200, 200, 200, 200],
            ),
        ),
        ("cases/counts", door(json!({}), [200, 200, 200, 200, 200])),
        ("cases/show", door(json!({ "number": number }), [200, 200, 404, 404, 404])),
        (
            "cases/neighbours",
            door(json!({ "filter": filter("bas=alla"), "number": number }), [200, 200, 200, 200, 200]),
        ),
        (
            "cases/create",
            door(
                json!({ "case": { "subject": "Ny", "body": "", "customer": null, "responsible": null,
                    "participants": [], "priority": "normal", "channel": "phone", "case_type": null,
                    "status": null, "due_on": null } }),
                [200, 200, 200, 403, 200],
            ),
        ),
        (
            "presence/announce",
            door(json!({ "case": number, "page": 1, "doing": "reading" }), [200, 200, 404, 404, 404]),
        ),
        ("cases/similar", door(json!({ "customer": 1 }), [200, 200, 200, 200, 200])),
        (
            "cases/assign",
            door(
                json!({ "number": number, "version": 1, "responsible": person, "status": 5 }),
                [200, 200, 403, 403, 404],
            ),
        ),
        (
            "cases/update",
            door(
                json!({ "number": number, "version": 1, "edit": { "property": "priority", "value": "high" } }),
                [200, 200, 403, 403, 404],
            ),
        ),
        (
            "cases/edit-text",
            door(
                json!({ "number": number, "version": 99, "edit": { "subject": SECRET, "body": "" } }),
                [200, 200, 403, 403, 404],
            ),
        ),
        ("cases/link", door(json!({ "number": number, "person": person }), [200, 200, 403, 403, 404])),
        ("cases/unlink", door(json!({ "number": number, "person": person }), [200, 200, 403, 403, 404])),
        (
            "cases/comment",
            door(
                json!({ "comment": { "case": number, "body": "Hej", "external": false } }),
                [200, 200, 404, 403, 404],
            ),
        ),
        (
            "cases/change-many",
            door(
                json!({ "change": { "selection": { "ticked": [{ "number": number, "version": 99 }] },
                    "edit": { "property": "priority", "value": "low" } } }),
                [200, 200, 403, 403, 200],
            ),
        ),
        // Whoever made it has nobody to hand it back to but themselves: the employee sees no such case.
        ("cases/hand-back", door(json!({ "number": number, "comment": "Klart" }), [200, 200, 404, 403, 404])),
        ("files/remove", door(json!({ "number": number, "file": 1_000_000 }), [404, 404, 404, 403, 404])),
        ("files/restore", door(json!({ "number": number, "file": 1_000_000 }), [404, 404, 404, 403, 404])),
        ("widgets/settings", door(json!({}), [200, 200, 403, 403, 200])),
        ("notifications/list", door(json!({}), [200, 200, 200, 200, 200])),
        ("notifications/watch", door(json!({ "number": number, "on": true }), [200, 200, 404, 404, 404])),
        (
            "cases/undo-changes",
            door(json!({ "number": number, "entries": [1_000_000] }), [404, 404, 404, 404, 404]),
        ),
        ("cases/undo", door(json!({ "batch": 1_000_000 }), [404, 404, 403, 403, 404])),
        ("find/everything", door(json!({ "text": SECRET }), [200, 200, 200, 200, 200])),
        ("customers/search", door(json!({ "text": "" }), [200, 200, 200, 403, 200])),
        ("customers/names", door(json!({ "ids": [1] }), [200, 200, 200, 403, 200])),
        (
            "customers/list",
            door(
                json!({ "filter": { "query": "", "standing": "all", "after": null } }),
                [200, 200, 403, 403, 200],
            ),
        ),
        ("customers/show", door(json!({ "customer": SECRET_CUSTOMER }), [200, 200, 403, 403, 404])),
        ("customers/sites", door(json!({ "customer": SECRET_CUSTOMER }), [200, 200, 200, 403, 200])),
        (
            "customers/alike",
            door(
                json!({ "typed": { "kind": "organisation", "name": SECRET, "identity_number": "", "phone": "",
                    "email": "", "office_notes": "", "field_notes": "", "contacts": [], "sites": [] },
                    "except": null }),
                [200, 200, 403, 403, 200],
            ),
        ),
        (
            "customers/reveal",
            door(json!({ "site": SECRET_SITE, "kind": "door_code" }), [200, 200, 404, 403, 404]),
        ),
        ("people/search", door(json!({ "text": "" }), [200, 200, 403, 403, 200])),
        ("people/names", door(json!({ "ids": [person] }), [200, 200, 403, 403, 200])),
        (
            "employees/list",
            door(
                json!({ "filter": { "query": "", "team": null, "shown": "all" } }),
                [200, 200, 403, 403, 200],
            ),
        ),
        ("employees/show", door(json!({ "id": person }), [200, 200, 403, 403, 200])),
        ("employees/roles", door(json!({}), [200, 403, 403, 403, 200])),
        ("teams/list", door(json!({}), [200, 403, 403, 403, 200])),
        ("drafts/read", door(json!({ "place": "kommentar.1" }), [200, 200, 200, 200, 200])),
        ("drafts/keep", door(json!({ "place": "x", "content": "Utkast" }), [200, 200, 200, 200, 200])),
        ("phone/cases", door(json!({ "list": "responsible", "after": null }), [200, 200, 200, 200, 200])),
        ("account/sessions", door(json!({}), [200, 200, 200, 200, 200])),
        ("account/revoke", door(json!({ "session": 1_000_000 }), [200, 200, 200, 200, 200])),
        ("settings/words", door(json!({}), [200, 403, 403, 403, 200])),
        ("settings/company", door(json!({}), [200, 403, 403, 403, 200])),
        ("templates/list", door(json!({}), [200, 200, 200, 403, 200])),
        ("roles/list", door(json!({}), [200, 403, 403, 403, 200])),
        ("imports/list", door(json!({}), [200, 403, 403, 403, 200])),
        ("imports/show", door(json!({ "import": SECRET_IMPORT }), [200, 403, 403, 403, 404])),
        ("start/lists", door(json!({ "initial": "ny" }), [200, 200, 200, 200, 200])),
        ("views/open", door(json!({ "query": "bas=alla" }), [200, 200, 200, 200, 200])),
        ("views/counts", door(json!({}), [200, 200, 403, 403, 200])),
        ("views/arranged", door(json!({}), [200, 200, 403, 403, 200])),
        (
            "views/save",
            door(
                json!({ "draft": { "name": "Allas", "query": "", "audience": "own", "pinned": true } }),
                [200, 200, 403, 403, 200],
            ),
        ),
        // The administrator's own: to everybody else it does not exist.
        (
            "views/keep-filter",
            door(json!({ "view": SECRET_VIEW, "query": "bas=alla" }), [200, 404, 404, 404, 404]),
        ),
    ])
}

/// A file on the secret case, whose text is the secret, with a picture.
async fn hide_file(app: &TestApp, number: i32) -> i64 {
    for end in ["", ".small", ".large"] {
        let folder = app.folder.path().join("1");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("hidden{end}")), SECRET).unwrap();
    }
    sqlx::query_scalar(
        "INSERT INTO case_file (company_id, number, added_by, external, name, media, size, place, has_preview)
         SELECT 1, $1, id, false, $2, 'text/plain', $3, '1/hidden', true FROM person
         WHERE company_id = 1 AND email = $4 RETURNING case_file.id",
    )
    .bind(number)
    .bind(SECRET)
    .bind(SECRET.len() as i64)
    .bind(User::Office.login())
    .fetch_one(&mut app.owner().await)
    .await
    .unwrap()
}

fn filter(query: &str) -> Value {
    serde_json::to_value(domain::cases::Filter::from_query(query)).unwrap()
}

const WALKERS: [User; 5] =
    [User::Administrator, User::Office, User::Employee, User::Customer, User::Foreigner];

/// Makes one case secret that the employee has nothing to do with, and returns its number and
/// that of a colleague who may be linked to it without harm: she sees it anyway.
async fn hide_secret(app: &TestApp) -> (i32, i32) {
    let mut owner = app.owner().await;
    sqlx::raw_sql(AssertSqlSafe(format!(
        "INSERT INTO customer (company_id, id, kind, name, search_text)
         VALUES (1, {SECRET_CUSTOMER}, 'organisation', '{SECRET}', fold('{SECRET}'));
         INSERT INTO customer_site (company_id, id, customer_id, street, is_default)
         VALUES (1, {SECRET_SITE}, {SECRET_CUSTOMER}, 'Storgatan 1', true);
         INSERT INTO import (company_id, id, kind, file_name, state, headings, mapping, tally, rows, made_by)
         VALUES (1, {SECRET_IMPORT}, 'customers', '{SECRET}', 'ready', '[\"Namn\"]',
                 '{{\"columns\":[\"namn\"],\"words\":[],\"keeps_rest\":true,\"source\":\"\"}}',
                 '{{\"created\":1,\"changed\":0,\"unchanged\":0,\"kept\":0,\"refused\":0,\"undone\":0,\"left\":0}}', 1, 1);
         INSERT INTO import_row (company_id, import_id, line, cells)
         VALUES (1, {SECRET_IMPORT}, 2, '[\"{SECRET} AB\"]');
         INSERT INTO site_secret (company_id, site_id, kind, value) VALUES (1, {SECRET_SITE}, 'door_code', '{SECRET}');
         INSERT INTO saved_view (company_id, id, owner_id, name, query, pinned)
         SELECT 1, {SECRET_VIEW}, id, '{SECRET}', 'bas=alla', true FROM person WHERE email = '{}'",
        User::Administrator.login().unwrap_or_default()
    )))
    .execute(&mut owner)
    .await
    .unwrap();
    sqlx::query_as(
        "WITH employee AS (SELECT company_id, id FROM person WHERE email = $2), secret AS (
             SELECT c.company_id, c.number FROM cases c JOIN employee e USING (company_id)
             WHERE c.created_by <> e.id AND c.responsible_id IS DISTINCT FROM e.id
               AND NOT EXISTS (SELECT FROM case_participant p
                               WHERE (p.company_id, p.number, p.person_id) = (c.company_id, c.number, e.id))
             ORDER BY c.number DESC LIMIT 1)
         UPDATE cases c SET subject = $1 FROM secret s
         WHERE (c.company_id, c.number) = (s.company_id, s.number) RETURNING c.number,
             (SELECT id FROM person p WHERE p.email = $3)",
    )
    .bind(SECRET)
    .bind(User::Employee.login())
    .bind(User::Office.login())
    .fetch_one(&mut owner)
    .await
    .unwrap()
}

#[sqlx::test(migrations = "../migrations")]
async fn every_server_function_answers_each_as_it_shall(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let (number, person) = hide_secret(&app).await;
    let doors = doors(number, person);
    let mut wrong = Vec::new();
    for (path, _) in leptos::server_fn::axum::server_fn_paths() {
        let name = path.trim_start_matches("/api/");
        let door = doors.get(name).unwrap_or_else(|| panic!("{path} is not in the walk"));
        let answer = app.call(User::Anonymous, path, door.arguments.clone()).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{name} as anonymous");
        for (user, status) in WALKERS.into_iter().zip(door.statuses) {
            let answer = app.call(user, path, door.arguments.clone()).await;
            let said = answer.status.as_u16();
            if said != status {
                wrong.push(format!("{name} as {user:?}: {said}, not {status}: {}", answer.body));
            }
            // Staff may choose any customer, and find them by name.
            if !matches!(user, User::Administrator | User::Office) && name != "customers/search" {
                assert!(!answer.body.contains(SECRET), "{name} tells {user:?} the secret");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[sqlx::test(migrations = "../migrations")]
async fn every_page_opens_to_whom_it_shall(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let (number, _) = hide_secret(&app).await;
    let secret = format!("/arenden/{number}");
    let phone = format!("/m/arenden/{number}");
    let file = format!("/arenden/{number}/bilagor/{}", hide_file(&app, number).await);
    let (picture, thumbnail) = (format!("{file}/bild"), format!("{file}/bild?liten"));
    // Administrator, office, employee, customer, another company's administrator.
    let card = format!("/kunder/{SECRET_CUSTOMER}");
    let form = format!("/kunder/{SECRET_CUSTOMER}/redigera");
    let import = format!("/installningar/import/{SECRET_IMPORT}");
    let refused = format!("{import}/fel.csv");
    let pages: [(&str, [u16; 5]); 49] = [
        ("/", [200, 200, 303, 303, 200]),
        ("/arenden?bas=alla", [200, 200, 303, 403, 200]),
        ("/arenden/exportera?format=csv&bas=alla", [200, 200, 403, 403, 200]),
        ("/kunder/exportera?format=csv&visa=alla", [200, 200, 403, 403, 200]),
        ("/anstallda/exportera?format=csv&visa=alla", [200, 200, 403, 403, 200]),
        ("/anstallda/exportera", [200, 200, 403, 403, 200]),
        ("/arenden/nytt", [200, 200, 303, 403, 200]),
        ("/arenden/vyer", [200, 200, 403, 403, 200]),
        (&secret, [200, 200, 303, 403, 404]),
        ("/arenden/999999", [404, 404, 303, 403, 404]),
        ("/arenden/x", [404, 404, 403, 403, 404]),
        ("/kunder", [200, 200, 403, 403, 200]),
        ("/kunder/ny", [200, 200, 403, 403, 200]),
        (&card, [200, 200, 403, 403, 404]),
        (&form, [200, 200, 403, 403, 404]),
        ("/kunder/x", [404, 404, 403, 403, 404]),
        ("/anstallda", [200, 200, 403, 403, 200]),
        ("/anstallda/ny", [200, 403, 403, 403, 200]),
        ("/anstallda/team", [200, 403, 403, 403, 200]),
        ("/anstallda/2", [200, 200, 403, 403, 200]),
        ("/anstallda/999999", [404, 404, 403, 403, 404]),
        ("/anstallda/2/redigera", [200, 403, 403, 403, 200]),
        ("/anstallda/2/lamna-over", [200, 200, 403, 403, 200]),
        ("/jag", [200, 200, 303, 403, 200]),
        ("/installningar/widgetar", [200, 200, 403, 403, 200]),
        ("/installningar/import", [200, 403, 403, 403, 200]),
        (&import, [200, 403, 403, 403, 404]),
        (&refused, [200, 403, 403, 403, 404]),
        ("/installningar/import/x", [404, 403, 403, 403, 404]),
        ("/aviseringar", [200, 200, 303, 403, 200]),
        ("/installningar", [200, 403, 403, 403, 200]),
        ("/installningar/statusar/1/bort?till=2", [200, 403, 403, 403, 200]),
        ("/installningar/statusar/99/bort", [404, 403, 403, 403, 404]),
        ("/installningar/typer/1/bort", [200, 403, 403, 403, 200]),
        ("/installningar/foretag", [200, 403, 403, 403, 200]),
        ("/installningar/mallar", [200, 403, 403, 403, 200]),
        ("/installningar/roller", [200, 403, 403, 403, 200]),
        ("/installningar/roller/ny?bas=office", [200, 403, 403, 403, 200]),
        ("/installningar/roller/99", [404, 403, 403, 403, 404]),
        (&file, [200, 200, 404, 404, 404]),
        (&picture, [200, 200, 404, 404, 404]),
        (&thumbnail, [200, 200, 404, 404, 404]),
        ("/arenden/1/bilagor/x", [404, 404, 404, 404, 404]),
        ("/m", [200, 200, 200, 403, 200]),
        ("/m/aviseringar", [200, 200, 200, 403, 200]),
        ("/m/nytt", [200, 200, 200, 403, 200]),
        (&phone, [200, 200, 404, 403, 404]),
        ("/portal", [200, 200, 200, 200, 200]),
        ("/finns-inte", [404, 404, 404, 404, 404]),
    ];
    for (path, statuses) in pages {
        let answer = app.get(User::Anonymous, path).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path} as anonymous");
        assert!(answer.header("location").starts_with("/logga-in"), "{path} leads to the login");
        for (user, status) in WALKERS.into_iter().zip(statuses) {
            let answer = app.get(user, path).await;
            let said = answer.status.as_u16();
            // Who has the phone alone is led to the same page there, which is in the walk too.
            if said == 303 {
                assert!(matches!(user, User::Employee | User::Customer), "{path} leads {user:?} elsewhere");
                let there = answer.header("location");
                assert!(there == "/portal" || there.starts_with("/m"), "{path} leads {user:?} to {there}");
            }
            // A closed page may say 404 before it says 403: that tells less.
            assert!(said == status || (said, status) == (404, 403), "{path} as {user:?}: {said}");
            let may_know = matches!(user, User::Administrator | User::Office);
            assert!(may_know || !answer.body.contains(SECRET), "{path} tells {user:?} the secret");
        }
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn no_form_writes_for_anonymous_or_another_company(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let (number, person) = hide_secret(&app).await;
    let file = hide_file(&app, number).await;
    let one = |act: &str| format!("/arenden/{number}/{act}");
    let import = |act: &str| format!("/installningar/import/{SECRET_IMPORT}/{act}");
    let forms = [
        (one("status"), "varde=6&version=1".to_owned()),
        (one("prioritet"), "varde=hog&version=1".to_owned()),
        (one("text"), "rubrik=Ny&innehall=&version=1".to_owned()),
        (one("kommentar"), "kommentar=Hej".to_owned()),
        (one(&format!("bilagor/{file}/bort")), String::new()),
        (one(&format!("bilagor/{file}/tillbaka")), String::new()),
        ("/m/nytt".to_owned(), "rubrik=Taget".to_owned()),
        (one("anstallda"), format!("person={person}")),
        (one("anstallda/bort"), format!("person={person}")),
        (one("plats"), "varde=&version=1".to_owned()),
        (one("aterkoppla"), "kommentar=Taget".to_owned()),
        (one("kopplingar"), "koppling=hor-ihop&arende=1".to_owned()),
        (one("kopplingar/bort"), "koppling=hor-ihop:1".to_owned()),
        (one("sla-ihop"), "arende=1".to_owned()),
        (one("bryt-ut"), "rubrik=Taget".to_owned()),
        (one("bevaka"), "bevaka=ja".to_owned()),
        ("/aviseringar/lasta".to_owned(), String::new()),
        ("/installningar/widgetar/nyckel".to_owned(), String::new()),
        ("/installningar/widgetar/nyckel/bort".to_owned(), String::new()),
        ("/installningar/widgetar/sidor".to_owned(), "sidor=https%3A%2F%2Ftaget.example".to_owned()),
        ("/startsida".to_owned(), "visa=mina&for=office".to_owned()),
        ("/startsida/aterstall".to_owned(), "for=office".to_owned()),
        ("/kunder/ny".to_owned(), "namn=Inkr%C3%A4ktaren&sedda=ja".to_owned()),
        (format!("/kunder/{SECRET_CUSTOMER}/redigera"), "namn=Taget".to_owned()),
        (format!("/kunder/{SECRET_CUSTOMER}/aktiv"), "aktiv=nej".to_owned()),
        (format!("/kunder/{SECRET_CUSTOMER}/skyddat"), format!("plats={SECRET_SITE}&uppgift=portkod")),
        (format!("/m/arenden/{number}/skyddat"), format!("plats={SECRET_SITE}&uppgift=portkod")),
        ("/anstallda/2/redigera".to_owned(), "namn=Tagen&roll=employee".to_owned()),
        ("/anstallda/2/losenord".to_owned(), "losenord=taget-och-klart".to_owned()),
        ("/anstallda/2/inbjudan".to_owned(), String::new()),
        ("/anstallda/2/lamna-over".to_owned(), "till=3&inaktivera=ja".to_owned()),
        ("/anstallda/team/1".to_owned(), "andra=namn&namn=Taget".to_owned()),
        ("/installningar/egenskaper".to_owned(), "anvands=priority".to_owned()),
        ("/installningar/statusar".to_owned(), "namn=Taget&bas=oppen&anvands=ja".to_owned()),
        ("/installningar/statusar/1".to_owned(), "namn=Taget&bas=oppen&anvands=ja".to_owned()),
        ("/installningar/statusar/flytta".to_owned(), "ner=1".to_owned()),
        ("/installningar/statusar/1/bort".to_owned(), "till=2".to_owned()),
        ("/installningar/typer".to_owned(), "namn=Taget&anvands=ja".to_owned()),
        ("/installningar/typer/1".to_owned(), "namn=Taget&anvands=ja".to_owned()),
        ("/installningar/typer/flytta".to_owned(), "ner=1".to_owned()),
        ("/installningar/typer/1/bort".to_owned(), "till=2".to_owned()),
        ("/installningar/foretag".to_owned(), "namn=Taget".to_owned()),
        ("/installningar/mallar".to_owned(), "namn=Taget&text=Taget".to_owned()),
        ("/installningar/mallar/1".to_owned(), "namn=Taget&text=Taget".to_owned()),
        ("/installningar/mallar/flytta".to_owned(), "ner=1".to_owned()),
        ("/installningar/mallar/1/bort".to_owned(), String::new()),
        ("/installningar/roller".to_owned(), "namn=Taget&bas=office&far=use_desk".to_owned()),
        ("/installningar/roller/1".to_owned(), "namn=Taget&bas=office&far=use_desk".to_owned()),
        ("/installningar/roller/1/bort".to_owned(), "roll=office".to_owned()),
        ("/installningar/roller/ge".to_owned(), format!("person={person}&roll=office")),
        (import("prova"), "kolumn-0=namn".to_owned()),
        (import("starta"), String::new()),
        (import("fortsatt"), String::new()),
        (import("angra"), String::new()),
        (import("kasta"), String::new()),
        ("/installningar/import".to_owned(), "vad=kunder".to_owned()),
        ("/arenden/vyer".to_owned(), "namn=Taget&for=alla&fraga=".to_owned()),
        ("/arenden/vyer/ordna".to_owned(), format!("forst={SECRET_VIEW}")),
        (format!("/arenden/vyer/{SECRET_VIEW}"), "namn=Taget&for=alla".to_owned()),
        (format!("/arenden/vyer/{SECRET_VIEW}/urval"), "fraga=status%3Dny".to_owned()),
        (format!("/arenden/vyer/{SECRET_VIEW}/bort"), String::new()),
        ("/arenden/andra".to_owned(), format!("nummer={number}:1&andra=prioritet&varde_prioritet=lag")),
    ];
    let before = fingerprint(&app).await;
    for (path, form) in &forms {
        let answer = app.post_form(User::Anonymous, path, form).await;
        // What somebody has typed is carried through the login, which the answer is.
        if answer.status == StatusCode::UNAUTHORIZED {
            assert!(
                !form.is_empty() && answer.body.contains("action=\"/logga-in\""),
                "{path}: {}",
                answer.body
            );
        } else {
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path} as anonymous");
            assert!(answer.header("location").starts_with("/logga-in"), "{path} leads to the login");
        }
        for user in [User::Foreigner, User::Customer] {
            let answer = app.post_form(user, path, form).await;
            assert!(!answer.status.is_server_error(), "{path} as {user:?}: {}", answer.status);
            assert!(!answer.body.contains(SECRET), "{path} tells {user:?} the secret");
        }
    }
    assert_eq!(fingerprint(&app).await, before, "somebody wrote into the first company");
}

/// Everything that is said about the first company's cases and people, and what it has decided.
async fn fingerprint(app: &TestApp) -> Option<String> {
    sqlx::query_scalar(
        "SELECT (SELECT md5(string_agg(t::text, '' ORDER BY t.id)) FROM team t WHERE company_id = 1)
                || (SELECT count(*)::text FROM invitation WHERE company_id = 1)
                || md5(string_agg(c::text || t::text, '' ORDER BY c.number)
                || (SELECT count(*)::text FROM case_event WHERE company_id = 1)
                || (SELECT count(*)::text FROM case_comment WHERE company_id = 1)
                || (SELECT count(*)::text || count(removed_at) FROM case_file WHERE company_id = 1)
                || (SELECT count(*)::text FROM case_participant WHERE company_id = 1)
                || (SELECT count(*)::text FROM case_relation WHERE company_id = 1)
                || (SELECT count(*)::text FROM case_watch WHERE company_id = 1)
                || (SELECT count(*)::text FROM start_choice WHERE company_id = 1 AND role IS NOT NULL)
                || (SELECT string_agg(k::text, '' ORDER BY k.id) FROM customer k WHERE company_id = 1)
                || (SELECT string_agg(i::text, '' ORDER BY i.id) FROM import i WHERE company_id = 1)
                || (SELECT string_agg(r::text, '' ORDER BY r.line) FROM import_row r WHERE company_id = 1)
                || (SELECT count(*)::text FROM site_secret_shown WHERE company_id = 1)
                || (SELECT string_agg(s::text, '' ORDER BY s.id) FROM case_status s WHERE company_id = 1)
                || (SELECT string_agg(t::text, '' ORDER BY t.id) FROM case_type t WHERE company_id = 1)
                || (SELECT string_agg(t::text, '' ORDER BY t.id) FROM comment_template t WHERE company_id = 1)
                || (SELECT string_agg(r::text, '' ORDER BY r.id) FROM company_role r WHERE company_id = 1)
                || (SELECT string_agg(v::text, '' ORDER BY v.id) FROM saved_view v WHERE company_id = 1)
                || (SELECT count(*)::text FROM view_choice WHERE company_id = 1)
                || (SELECT string_agg(p::text, '' ORDER BY p.id) FROM person p WHERE company_id = 1)
                || (SELECT k::text FROM company k WHERE id = 1))
         FROM cases c JOIN case_text t USING (company_id, number) WHERE company_id = 1",
    )
    .fetch_one(&mut app.owner().await)
    .await
    .unwrap()
}
