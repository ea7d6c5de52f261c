use domain::{cases::*, ids::*, people::*, text::Language};
use std::time::Instant;
use store::{Db, cases};
#[ignore]
#[tokio::test(flavor = "multi_thread")]
async fn scale() {
    let options: sqlx::postgres::PgConnectOptions = std::env::var("SCALE").unwrap().parse().unwrap();
    let db = Db::connect(options, 2).await.unwrap();
    let viewer = |person, role| Viewer { company: CompanyId(1), company_name: "".into(), person: PersonId(person), name: "".into(), role, language: Language::Swedish, shortcuts: true, session: SessionId(0), today: "2026-11-23".parse().unwrap() };
    let office = viewer(2, Role::Office);
    let employee = viewer(20, Role::Employee);
    let q = std::env::args().nth(99).unwrap_or_default();
    let _ = q;
    for (who, v) in [("office", &office), ("employee", &employee)] {
        for query in ["", "sort=forfaller", "sort=-prioritet", "sort=-andrad", "sort=-nr", "bas=alla", "bas=stangd", "ansvarig=jag", "ansvarig=jag&bas=alla", "ansvarig=ingen", "status=ny", "status=lost", "prioritet=omedelbar", "prioritet=omedelbar&bas=alla&kanal=formular&typ=s4", "kund=10050", "anstalld=7", "forsenade=ja", "skapad=2024-01-01..2024-01-31&bas=alla", "q=sällsyntord", "q=sällsyntord&bas=alla", "q=finnsinte", "q=7e75f6ning", "q=7e75f6ning&bas=alla", "q=ning", "q=ning&bas=alla", "q=case", "q=case&bas=alla", "q=567890","q=WORD", "q=WORD&bas=alla", "q=WORD+WORD2&bas=alla"] {
            let query = query.replace("WORD2", "808dfa").replace("WORD", &std::env::var("WORD").unwrap_or("cfcd20".into()));
            let filter = Filter::from_query(&query);
            let mut times = vec![];
            let mut page = cases::list(v, &db, &filter).await.unwrap();
            for _ in 0..7 {
                let start = Instant::now();
                page = cases::list(v, &db, &filter).await.unwrap();
                times.push(start.elapsed().as_secs_f64() * 1e3);
            }
            times.sort_by(f64::total_cmp);
            println!("{who:9} {query:50} p50 {:8.2} ms max {:8.2}  {} rows, {} of {}", times[3], times[6], page.rows.len(), page.matching, page.open);
        }
        for _ in 0..3 {
            let start = Instant::now();
            let c = cases::quick_counts(v, &db).await.unwrap();
            println!("{who:9} quick {:.2} ms {c:?}", start.elapsed().as_secs_f64() * 1e3);
        }
        let n = cases::list(v, &db, &Filter::default()).await.unwrap().rows[20].number;
        for query in ["", "q=7e75f6ning", "ansvarig=jag", "sort=forfaller"] {
            let filter = Filter::from_query(query);
            cases::neighbours(v, &db, &filter, n).await.unwrap();
            let start = Instant::now();
            let c = cases::neighbours(v, &db, &filter, n).await.unwrap();
            println!("{who:9} neighbours {query} {:.2} ms {c:?}", start.elapsed().as_secs_f64() * 1e3);
        }
        for _ in 0..8 {
            let start = Instant::now();
            cases::show(v, &db, n).await.unwrap();
            println!("{who:9} show {:.2} ms", start.elapsed().as_secs_f64() * 1e3);
        }
    }
}
