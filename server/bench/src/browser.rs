//! What a browser sees, by the Playwright script in `end2end/bench`.

use crate::{Failure, http::Asker, report::Figure};
use serde_json::Value;
use std::{fs, path::Path, process::Command};

const END2END: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../end2end");

/// Runs the script; it leaves its figures in `result`.
pub(crate) fn figures(asker: &Asker, cases: u32, result: &Path) -> Result<Vec<Figure>, Failure> {
    eprintln!("    browser");
    let output = Command::new("npm")
        .args(["--prefix", END2END, "run", "--silent", "bench"])
        .env("ARENDE_BENCH_ADDRESS", format!("http://{}", asker.address))
        .env("ARENDE_BENCH_RESULT", result)
        .output()?;
    if !output.status.success() {
        return Err(
            format!("the browser's script failed:\n{}", String::from_utf8_lossy(&output.stdout)).into()
        );
    }
    let seen: Value = serde_json::from_slice(&fs::read(result)?)?;
    // From a key press to rows: more is allowed with more cases.
    let key = if cases <= 100_000 { 60.0 } else { 100.0 };
    let figures: [(&str, &str, &str, Option<f64>); 17] = [
        ("first visit of the list, all as sent", "/first/kilobytes", "kB", Some(350.0)),
        ("of which wasm", "/first/wasm", "kB", Some(250.0)),
        ("requests of the first visit", "/first/requests", "", Some(8.0)),
        ("repeat visit, all as sent", "/repeat/kilobytes", "kB", Some(20.0)),
        ("requests of the repeat visit", "/repeat/requests", "", None),
        ("first contentful paint", "/first/painted", "ms", Some(150.0)),
        ("from there to hydrated", "/first/hydrated", "ms", Some(300.0)),
        ("repeat visit: first contentful paint", "/repeat/painted", "ms", None),
        ("repeat visit: from there to hydrated", "/repeat/hydrated", "ms", None),
        (
            "first visit, 4 times slower, on slow 4G: first contentful paint",
            "/slow/painted",
            "ms",
            Some(1500.0),
        ),
        (
            "first visit, 4 times slower, on slow 4G: from there to hydrated",
            "/slow/hydrated",
            "ms",
            Some(2000.0),
        ),
        ("form of a cell, 4 times slower: key to next paint, p50", "/edit/p50", "ms", None),
        ("form of a cell, 4 times slower: key to next paint, p95", "/edit/p95", "ms", Some(100.0)),
        ("letter in the search to rows painted, p50", "/letter/p50", "ms", None),
        ("letter in the search to rows painted, p95", "/letter/p95", "ms", Some(key)),
        ("tick by Space in a filter to rows painted, p50", "/tick/p50", "ms", None),
        ("tick by Space in a filter to rows painted, p95", "/tick/p95", "ms", Some(key)),
    ];
    let figure = |(name, pointer, unit, target)| {
        let value = seen.pointer(pointer).and_then(Value::as_f64);
        let value = value.ok_or_else(|| format!("the browser's script left no {pointer}"))?;
        Ok(Figure { name, value, unit, target })
    };
    figures.into_iter().map(figure).collect()
}
