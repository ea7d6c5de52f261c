//! Files of other systems, through the door.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub, missing_docs, dead_code)] // A test fails by panicking.

mod fixtures;

use axum::{body::Body, http::StatusCode};
use fixtures::{Answer, TestApp, User};
use sheet::Cell;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use std::io::Write;

/// As Redmine 5 exports its list, in Swedish; the texts are made up.
const REDMINE: &[u8] = include_bytes!("files/redmine-issues.csv");

const FORM: &str = "multipart/form-data; boundary=grans";

fn form(kind: &str, name: &str, file: &[u8]) -> Vec<u8> {
    let mut body = format!(
        "--grans\r\ncontent-disposition: form-data; name=\"vad\"\r\n\r\n{kind}\r\n\
         --grans\r\ncontent-disposition: form-data; name=\"fil\"; filename=\"{name}\"\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--grans--\r\n");
    body
}

async fn upload(app: &TestApp, user: User, kind: &str, file: &[u8]) -> Answer {
    upload_as(app, user, kind, "fil.csv", file).await
}

async fn upload_as(app: &TestApp, user: User, kind: &str, name: &str, file: &[u8]) -> Answer {
    let body = Body::from(form(kind, name, file));
    app.send(app.request(user, "POST", "/installningar/import", Some(FORM), body).await).await
}

/// Reads a file in and imports it. The page afterwards.
async fn imported(app: &TestApp, kind: &str, file: &[u8]) -> String {
    let read = upload(app, User::Administrator, kind, file).await;
    assert_eq!(read.status, StatusCode::SEE_OTHER, "{}", read.body);
    let page = read.header("location").to_owned();
    let before = app.get(User::Administrator, &page).await;
    let started = app.post_form(User::Administrator, &format!("{page}/starta"), "").await;
    if started.status != StatusCode::SEE_OTHER {
        return before.body;
    }
    for _ in 0..100 {
        let after = app.get(User::Administrator, &page).await.body;
        if !after.contains("<progress") {
            return after;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the import does not come to its end");
}

/// What became of how many rows: `[("nya", 80), …]`.
fn counts(page: &str) -> Vec<(String, i32)> {
    let list = page.split("imp__c").nth(1).and_then(|rest| rest.split("</ul>").next()).expect(page);
    let items = list.split("<b class=\"num\">").skip(1).map(|item| {
        let (count, says) = item.split_once("</b>").unwrap();
        let says: String = says.replace("<!>", "").split('<').next().unwrap_or_default().trim().to_owned();
        (says, count.replace("<!>", "").trim().parse().unwrap())
    });
    items.collect()
}

fn count(page: &str, what: &str) -> i32 {
    counts(page).into_iter().find(|(says, _)| says == what).map_or(0, |(_, count)| count)
}

/// The same in ISO-8859-1, as both systems can export too.
fn latin_1(utf8: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(utf8).unwrap().trim_start_matches('\u{feff}');
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

#[sqlx::test(migrations = "../migrations")]
async fn redmines_list_imports_as_it_comes_and_only_once(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let page = imported(&app, "arenden", REDMINE).await;
    assert_eq!(
        (count(&page, "nya"), count(&page, "med fel, importeras inte")),
        (80, 0),
        "{:?}",
        counts(&page)
    );
    let page = imported(&app, "arenden", &latin_1(REDMINE)).await;
    assert_eq!((count(&page, "nya"), count(&page, "oförändrade")), (0, 80), "{:?}", counts(&page));
    let found = app.get(User::Office, "/arenden?bas=alla&q=2994").await;
    assert!(found.body.contains("Önskemål om har nyckel lager kan kunden att"));
    let closed: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM cases c JOIN case_source s USING (company_id, number)
         JOIN case_status t ON t.company_id = c.company_id AND t.id = c.status_id
         WHERE s.source = 'Redmine' AND t.slug = 'stangd'",
    )
    .fetch_one(&mut app.owner().await)
    .await
    .unwrap();
    let stangd = std::str::from_utf8(REDMINE)
        .unwrap()
        .lines()
        .skip(1)
        .filter(|line| line.contains(",Stängd,") || line.contains(",Avslagen,"))
        .count();
    assert_eq!(closed as usize, stangd);
}

#[sqlx::test(migrations = "../migrations")]
async fn mantis_list_imports_as_it_comes_in_both_languages(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let swedish = "\u{feff}ID,Projekt,Rapporterad av,Tilldelad till,Prioritet,Allvarlighetsgrad,Upprepbarhet,\
        Produktversion,Kategori,Rapporterad datum,OS,OS-version,Plattform,Visa status,Uppdaterad,Sammanfattning,Status,\
        Lösning,Rättad i version\r\n\
        0000123,Trappor,maria,Maria Lindqvist,brådskande,mindre,har inte prövat,,Klagomål,2026-03-01,,,,publik,2026-03-02,\
        \"Fläck på mattan, \"\"igen\"\"\",återkoppling,öppen,\r\n\
        0000124,Trappor,maria,,ingen,mindre,alltid,,Fråga,2026-03-03,,,,publik,2026-03-04,Nyckel,stängt,löst,1.0\r\n";
    let english = "Id,Project,Reporter,Assigned To,Priority,Severity,Reproducibility,Product Version,Category,\
        Date Submitted,OS,OS Version,Platform,View Status,Updated,Summary,Status,Resolution,Fixed in Version\n\
        0000125,Stairs,maria,Maria Lindqvist,immediate,minor,always,,Fråga,2026-03-05,,,,public,2026-03-06,Key lost,\
        acknowledged,open,\n";
    for (file, rows) in [(swedish, 2), (english, 1)] {
        let page = imported(&app, "arenden", file.as_bytes()).await;
        assert_eq!(
            (count(&page, "nya"), count(&page, "med fel, importeras inte")),
            (rows, 0),
            "{:?}",
            counts(&page)
        );
    }
    let cases: Vec<(String, String, i16, Option<String>, String)> = sqlx::query_as(
        "SELECT s.source_number, t.slug, c.priority, y.slug, c.subject
         FROM case_source s JOIN cases c USING (company_id, number)
         JOIN case_status t ON t.company_id = c.company_id AND t.id = c.status_id
         LEFT JOIN case_type y ON y.company_id = c.company_id AND y.id = c.type_id
         WHERE s.source = 'MantisBT' ORDER BY 1",
    )
    .fetch_all(&mut app.owner().await)
    .await
    .unwrap();
    let case = |number: &str, status: &str, priority, kind: &str, subject: &str| {
        (number.to_owned(), status.to_owned(), priority, Some(kind.to_owned()), subject.to_owned())
    };
    assert_eq!(
        cases,
        [
            case("123", "aterkoppling", 4, "klagomal", "Fläck på mattan, \"igen\""),
            case("124", "stangd", 0, "fraga", "Nyckel"),
            case("125", "godkand", 5, "fraga", "Key lost"),
        ]
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn our_own_exports_come_back_without_a_change(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    for (kind, list) in [("kunder", "/kunder"), ("anstallda", "/anstallda"), ("arenden", "/arenden")] {
        let address = format!("{list}/exportera?format=csv&bas=alla&visa=alla");
        let file = app.get(User::Administrator, &address).await.body;
        let rows = file.matches("\r\n").count();
        let page = imported(&app, kind, file.as_bytes()).await;
        let counts = counts(&page);
        let unchanged = count(&page, "oförändrade");
        assert!(unchanged > 10, "{kind}, {rows} lines: {counts:?}");
        assert_eq!((count(&page, "nya"), count(&page, "ändrade")), (0, 0), "{kind}: {counts:?}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn columns_changed_on_the_screen_hold_when_one_imports(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let user = User::Administrator;
    let file = b"Kundnr;Namn;Vad\n88001;Ett AB;018-555 01 42\n";
    let page = upload(&app, user, "kunder", file).await.header("location").to_owned();
    let drawn = app.get(user, &page).await.body;
    let button = drawn.split("<button").find(|button| button.contains(">Importera<")).unwrap();
    let start = format!("{page}/starta");
    for says in ["form=\"kolumnval\"", &format!("formaction=\"{start}\"")] {
        assert!(button.contains(says), "{button}");
    }
    let twice = app.post_form(user, &start, "kolumn-0=nummer&kolumn-1=namn&kolumn-2=namn").await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told = twice.body.split("id=\"kolumn-2-fel\"").nth(1).unwrap();
    assert!(told.split("</td>").next().unwrap().contains("Två kolumner är valda till samma sak"), "{told}");
    let started = app.post_form(user, &start, "kolumn-0=nummer&kolumn-1=namn&kolumn-2=telefon").await;
    assert_eq!(started.status, StatusCode::SEE_OTHER, "{}", started.body);
    assert!(app.get(User::Office, "/kunder/88001").await.body.contains("018-555 01 42"));
}

#[sqlx::test(migrations = "../migrations")]
async fn an_import_under_a_later_one_leads_to_it(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    imported(&app, "kunder", b"Kundnr;Namn\n88001;Ett AB\n").await;
    imported(&app, "kunder", b"Kundnr;Namn\n88001;Ett Nytt AB\n").await;
    let first = app.get(User::Administrator, "/installningar/import/1").await.body;
    assert!(first.contains("Ångra den först"), "{first}");
    assert!(first.contains("href=\"/installningar/import/2\""), "{first}");
    assert!(!first.contains("/angra\""), "{first}");
    let refused = app.post_form(User::Administrator, "/installningar/import/1/angra", "").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for import in [2, 1] {
        let page = format!("/installningar/import/{import}");
        let undone = app.post_form(User::Administrator, &format!("{page}/angra"), "").await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.body);
        let after = app.get(User::Administrator, &page).await.body;
        assert_eq!(count(&after, "ångrade"), 1, "{after}");
    }
    assert_eq!(app.get(User::Office, "/kunder/88001").await.status, StatusCode::NOT_FOUND);
}

#[sqlx::test(migrations = "../migrations")]
async fn cases_without_a_number_are_told_to_come_in_twice(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let told = "Filen har ingen kolumn för ärendets nummer.";
    for (file, is_told) in [("Rubrik\nEtt\n", true), ("#;Rubrik\n1;Ett\n", false)] {
        let read = upload(&app, User::Administrator, "arenden", file.as_bytes()).await;
        let page = app.get(User::Administrator, read.header("location")).await.body;
        assert_eq!(page.contains(told), is_told, "{file}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn a_workbook_imports_too(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let rows: Vec<Vec<Cell>> = vec![
        vec!["Kundnummer".into(), "Namn".into(), "Telefon".into()],
        vec![Cell::Number(88_001), "Arbetsboken AB".into(), "018-555 01 42".into()],
        vec![Cell::Number(88_002), "Fel AB".into(), "ring mig".into()],
        vec![Cell::Number(88_003), "Nollan AB".into(), Cell::Number(705_551_234)],
    ];
    let mut file = Vec::new();
    sheet::write(sheet::Kind::Xlsx, rows.into_iter().map(Ok), &mut file).unwrap();
    let page = imported(&app, "kunder", &file).await;
    assert_eq!((count(&page, "nya"), count(&page, "med fel, importeras inte")), (2, 1));
    assert!(app.get(User::Office, "/kunder/88003").await.body.contains("070-555 12 34"));
    assert!(page.contains("Telefon: Telefonnumret går inte att läsa."), "{page}");
    assert!(app.get(User::Office, "/kunder/88001").await.body.contains("Arbetsboken AB"));
    let refused = page.split("fel.csv").next().and_then(|before| before.rsplit('"').next()).unwrap();
    let refused = app.get(User::Administrator, &format!("{refused}fel.csv")).await;
    assert_eq!(refused.header("content-type"), "text/csv; charset=utf-8");
    assert!(refused.body.contains("\r\n88002;Fel AB;ring mig;Telefon: "), "{}", refused.body);
}

#[sqlx::test(migrations = "../migrations")]
async fn an_unclosed_quote_is_told_at_its_row_and_swallows_no_other(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let app = TestApp::new(options).await;
    let file = "Kundnummer;Namn\n88001;\"Öppnad AB\n88002;Efter AB\n88003;\"Sist AB\"\n";
    let page = imported(&app, "kunder", file.as_bytes()).await;
    assert_eq!((count(&page, "nya"), count(&page, "med fel, importeras inte")), (2, 1));
    let told = page.split("Öppnad AB").next().and_then(|before| before.rsplit("<tr").next()).unwrap();
    assert!(told.contains(">2<!></td>"), "{told}");
    assert!(told.contains("Ett citattecken (\") öppnas på raden och stängs aldrig."), "{told}");
    assert!(app.get(User::Office, "/kunder/88002").await.body.contains("Efter AB"));
}

#[sqlx::test(migrations = "../migrations")]
async fn what_cannot_be_read_is_told_in_a_sentence(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    bomb.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..1100 {
        bomb.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    let bomb = bomb.finish().unwrap().into_inner();
    let large = vec![b'a'; 51_000_000];
    let many = "Namn\n".repeat(200_010);
    for (file, sentence) in [
        (&b"%PDF-1.7 and so on"[..], "Filen går inte att läsa."),
        (b"PK\x03\x04 broken", "fil.csv är ingen läsbar Excel-fil."),
        (b"", "Välj en fil med en rad rubriker"),
        (b"Namn;Telefon\n", "Välj en fil med en rad rubriker"),
        (&bomb, "Filen är för stor."),
        (&large, "Filen är för stor."),
        (many.as_bytes(), "Filen är för stor."),
    ] {
        let answer = upload(&app, User::Administrator, "kunder", file).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{sentence}");
        assert!(answer.body.contains(sentence), "{sentence}");
    }
    for (kind, body) in
        [("rymdskepp", form("rymdskepp", "a", b"Namn\nA")), ("kunder", b"--grans\r\nhalv".to_vec())]
    {
        let request =
            app.request(User::Administrator, "POST", "/installningar/import", Some(FORM), Body::from(body));
        let answer = app.send(request.await).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{kind}");
    }
    let left: i64 =
        sqlx::query_scalar("SELECT count(*) FROM import").fetch_one(&mut app.owner().await).await.unwrap();
    assert_eq!(left, 0, "nothing of them is kept");
}

#[sqlx::test(migrations = "../migrations")]
async fn text_that_is_called_a_workbook_is_told_to_be_none(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let told = "Kunder.XLSX är ingen läsbar Excel-fil. Öppna den i Excel, spara den på nytt som Excel-arbetsbok (xlsx)";
    for file in [&b""[..], b"hej", b"Kundnummer;Namn\n88001;A\n"] {
        let answer = upload_as(&app, User::Administrator, "kunder", "Kunder.XLSX", file).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(told), "{}", answer.body);
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn hostile_cells_are_texts(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    let file =
        "Namn;Telefon\n\"<script>alert(1)</script> '; DROP TABLE cases; --\";\n\"\u{0}\u{202e}åäö\";\n;x\n";
    let read = upload(&app, User::Administrator, "kunder", file.as_bytes()).await;
    // A NUL makes it no text at all.
    assert_eq!(read.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = imported(&app, "kunder", file.replace('\u{0}', "").as_bytes()).await;
    assert!(!page.contains("<script>alert"), "{page}");
    assert_eq!(count(&page, "nya"), 2);
}

#[sqlx::test(migrations = "../migrations")]
async fn only_administrators_send_files_in(_: PgPoolOptions, options: PgConnectOptions) {
    let app = TestApp::new(options).await;
    for user in [User::Office, User::Employee, User::Customer] {
        let answer = upload(&app, user, "kunder", b"Namn\nInkr\xc3\xa4ktaren AB\n").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{user:?}");
    }
    let answer = upload(&app, User::Anonymous, "kunder", b"Namn\nA").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(answer.header("location").starts_with("/logga-in"));
}
