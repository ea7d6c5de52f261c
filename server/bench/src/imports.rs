//! Customers of a former system, as a file that comes in by the door.

use crate::{
    Failure,
    database::Database,
    http::{Asker, Connection},
    process::Processes,
    report::Figure,
};
use std::{
    fmt::Write,
    thread,
    time::{Duration, Instant},
};

/// So many customers.
pub(crate) const CUSTOMERS: u32 = 50_000;
/// No demo customer has it; one of these.
pub(crate) const RARE: &str = "Xylofonkliniken";
/// A seventh of these has it.
pub(crate) const COMMON: &str = "lindgren";
/// The phone number of one of these, as one writes it.
pub(crate) const PHONE: &str = "070-102 34 56";

/// Numbers from here on; the demo's are lower.
const FIRST: u32 = 500_000;
const NAMES: [&str; 7] = ["Lindgren", "Ek", "Åkerlund", "Öberg", "Sjöholm", "Norell", "Wiberg"];
const STREETS: [&str; 5] = ["Storgatan", "Ågatan", "Kyrkvägen", "Parkgatan", "Lillgränd"];
/// Between two looks at how far it has come.
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

/// Reads the file in, which tries all rows, and imports them: how fast, and the server's memory at most.
pub(crate) fn figures(
    asker: &Asker,
    database: &Database,
    processes: Processes,
) -> Result<Vec<Figure>, Failure> {
    let mut most = processes.server_memory()?;
    let begun = Instant::now();
    // Beside the request: its answer comes when all has been tried.
    let reading = {
        let request = asker.upload("/installningar/import", &[("vad", "kunder")], &file());
        let address = asker.address;
        thread::spawn(move || Connection::open(address)?.send(&request).map(|answer| answer.status))
    };
    while !reading.is_finished() {
        most = most.max(processes.server_memory()?);
        thread::sleep(BETWEEN_LOOKS);
    }
    let status = reading.join().map_err(|_| "the upload panicked")??;
    let read = begun.elapsed();
    let import = database.ask("SELECT max(id) FROM import WHERE company_id = 1")?;
    if status != 303 || import.is_empty() {
        return Err(format!("the file was answered with {status}").into());
    }

    let begun = Instant::now();
    let start = asker.form(&format!("/installningar/import/{import}/starta"), "");
    let status = Connection::open(asker.address)?.send(&start)?.status;
    if status != 303 {
        return Err(format!("the import was answered with {status}").into());
    }
    let state = format!("SELECT state FROM import WHERE company_id = 1 AND id = {import}");
    while database.ask(&state)? == "running" {
        most = most.max(processes.server_memory()?);
        thread::sleep(BETWEEN_LOOKS);
    }
    let imported = begun.elapsed();
    let made =
        database.ask(&format!("SELECT count(*) FROM customer WHERE company_id = 1 AND id >= {FIRST}"))?;
    if made != CUSTOMERS.to_string() {
        return Err(format!("{CUSTOMERS} customers were imported, but {made} are there").into());
    }
    let speed = |name, time: Duration| {
        let value = f64::from(CUSTOMERS) / time.as_secs_f64();
        Figure { name, value, unit: "rows/s", target: None }
    };
    Ok(vec![
        speed("import of 50,000 customers: file read and tried", read),
        speed("import of 50,000 customers: written", imported),
        Figure { name: "memory of the server during it (PSS)", value: most, unit: "MB", target: None },
    ])
}

fn file() -> String {
    let mut file = "Kundnr;Namn;Telefon;E-post;Adress;Postnr;Ort\n".to_owned();
    for row in 0..CUSTOMERS {
        let (number, place) = (FIRST + row, row as usize);
        let (name, street) = (NAMES[place % NAMES.len()], STREETS[place % STREETS.len()]);
        let name = if row == CUSTOMERS / 2 { RARE } else { name };
        // 070-100 00 00 and on.
        let phone = 701_000_000 + row;
        let house = row % 120 + 1;
        let _ = writeln!(
            file,
            "{number};{name} {row};0{phone};kund{row}@kunder.example;{street} {house};753 20;Uppsala"
        );
    }
    file
}
