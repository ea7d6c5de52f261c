//! Fills the slots of a text: `{street}`, `{weekday}` and so on.
//!
//! A slot has the same value everywhere in one case, as its value hangs on the case and the slot's
//! name alone. A name that begins with a capital gives its value with one.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::demo::calendar::is_weekend;
use crate::demo::names::{FIRST, LAST};
use crate::demo::random::Random;

/// Who and what a case is about, as far as its texts mention it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scene<'a> {
    /// Different for every case.
    pub key: u64,
    /// The day the case came in.
    pub date: NaiveDate,
    pub street: &'a str,
    pub town: &'a str,
    /// First and last name of the customer or its contact; empty without customer.
    pub contact: (&'a str, &'a str),
    /// First name of the one at the office who follows the case.
    pub office: &'a str,
    /// First name of a third one, who cleans.
    pub colleague: &'a str,
}

/// `text` with all its slots filled. An unknown slot is left as it stands.
pub(crate) fn fill(text: &str, scene: &Scene<'_>) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        push_value(&mut filled, name, scene);
        rest = after;
    }
    filled.push_str(rest);
    filled
}

fn push_value(filled: &mut String, name: &str, scene: &Scene<'_>) {
    let plain = name.to_ascii_lowercase();
    match value(&plain, scene) {
        Some(value) if plain == name => filled.push_str(&value),
        Some(value) => filled.push_str(&capitalised(&value)),
        None => filled.extend(["{", name, "}"]),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

const WEEKDAYS: &[&str] = &["måndag", "tisdag", "onsdag", "torsdag", "fredag"];
#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
];
const STAIRS: &[&str] = &["A", "B", "C", "D"];
const HOME_ROOMS: &[&str] = &["vardagsrummet", "sovrummet", "arbetsrummet", "gästrummet", "matrummet"];
const OFFICE_ROOMS: &[&str] = &["konferensrummet", "stora mötesrummet", "receptionen", "lunchrummet"];
const SCHOOL_ROOMS: &[&str] = &["matsalen", "slöjdsalen", "lekhallen", "vilrummet", "biblioteket"];
const STAINS: &[&str] = &["en rödvinsfläck", "en bläckfläck", "en gammal kaffefläck", "en oljefläck"];
const PRODUCTS: &[&str] =
    &["golvrengöring", "sanitetsrent", "allrent", "kalkbort", "grovrent", "fönsterputs"];
#[rustfmt::skip]
const STOCK: &[&str] = &[
    "mikromoppar", "soppåsar", "nitrilhandskar", "toalettpapper", "pappershanddukar",
    "dammsugarpåsar", "mikrodukar", "skurnylon",
];
const MACHINES: &[&str] =
    &["kombiskurmaskinen", "singelskurmaskinen", "mattvätten", "ryggdammsugaren", "våtsugen"];
#[rustfmt::skip]
const TIMES: &[&str] = &[
    "06.30", "07.00", "07.15", "07.30", "08.00", "08.30", "09.00", "10.00", "12.30", "13.00",
    "14.00", "15.00", "15.30",
];

fn value(name: &str, scene: &Scene<'_>) -> Option<String> {
    relative_date(name, scene).or_else(|| person(name, scene)).or_else(|| thing(name, scene))
}

fn relative_date(name: &str, scene: &Scene<'_>) -> Option<String> {
    let month = scene.date.month0() as usize;
    Some(match name {
        "soon" => soon(scene),
        "past" => past(scene),
        "week" => week(scene.date + Days::new(7 * draw(scene, name).between(1, 3) as u64)),
        "week_now" => week(scene.date),
        "month" => MONTHS[month].to_owned(),
        "last_month" => MONTHS[(month + 11) % 12].to_owned(),
        "next_month" => MONTHS[(month + 1) % 12].to_owned(),
        "weekday" => WEEKDAYS[weekday(scene)].to_owned(),
        "weekday2" => {
            let other = weekday(scene) + draw(scene, name).between(1, 4);
            WEEKDAYS[other % WEEKDAYS.len()].to_owned()
        }
        "time" => one_of(scene, name, TIMES),
        _ => return None,
    })
}

fn person(name: &str, scene: &Scene<'_>) -> Option<String> {
    let (contact_first, contact_last) = scene.contact;
    Some(match name {
        "customer_first" | "contact_first" => contact_first.to_owned(),
        "customer_last" | "contact_last" => contact_last.to_owned(),
        "contact" => format!("{contact_first} {contact_last}"),
        "office" => scene.office.to_owned(),
        "colleague" => scene.colleague.to_owned(),
        "first" => one_of(scene, name, FIRST),
        "name" => format!("{} {}", one_of(scene, "first", FIRST), one_of(scene, "last", LAST)),
        _ => return None,
    })
}

fn thing(name: &str, scene: &Scene<'_>) -> Option<String> {
    Some(match name {
        "street" => scene.street.to_owned(),
        "place" => scene.town.to_owned(),
        "stair" => one_of(scene, name, STAIRS),
        "floor" | "rooms" => number(scene, name, 2, 6),
        "home_room" => one_of(scene, name, HOME_ROOMS),
        "office_room" => one_of(scene, name, OFFICE_ROOMS),
        "school_room" => one_of(scene, name, SCHOOL_ROOMS),
        "stain" => one_of(scene, name, STAINS),
        "product" => one_of(scene, name, PRODUCTS),
        "stock" => one_of(scene, name, STOCK),
        "machine" => one_of(scene, name, MACHINES),
        "storage" => format!("förråd {}", number(scene, name, 1, 3)),
        "car" => format!("bil {}", draw(scene, "car").between(1, 4)),
        "car2" => format!("bil {}", draw(scene, "car").between(1, 4) + 2),
        "n" => draw(scene, "n").between(2, 6).to_string(),
        "n2" => (draw(scene, "n").between(2, 6) + draw(scene, name).between(1, 3)).to_string(),
        "min" => (draw(scene, name).between(2, 9) * 5).to_string(),
        "sqm" => number(scene, name, 45, 190),
        "windows" => number(scene, name, 8, 28),
        "age" => number(scene, name, 76, 94),
        "days" => number(scene, name, 3, 5),
        "score" => number(scene, name, 78, 96),
        "low_score" => number(scene, name, 48, 66),
        "invoice" => number(scene, name, 10_100, 10_990),
        "mid_price" => amount(draw(scene, name).between(22, 59) * 100),
        "price" => amount(draw(scene, name).between(48, 190) * 100),
        "amount" => amount(draw(scene, name).between(9, 96) * 50),
        _ => return None,
    })
}

/// The random numbers of one slot of one case.
fn draw(scene: &Scene<'_>, name: &str) -> Random {
    let name = name.bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31) + u64::from(byte));
    Random::new(scene.key, &[name])
}

fn one_of(scene: &Scene<'_>, name: &str, list: &[&str]) -> String {
    (*draw(scene, name).pick(list)).to_owned()
}

fn number(scene: &Scene<'_>, name: &str, low: usize, high: usize) -> String {
    draw(scene, name).between(low, high).to_string()
}

/// Kronor with a thousands separator, as in `1 250`.
fn amount(kronor: usize) -> String {
    match (kronor / 1000, kronor % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{thousands} {rest:03}"),
    }
}

fn week(date: NaiveDate) -> String {
    format!("vecka {}", date.iso_week().week())
}

fn weekday(scene: &Scene<'_>) -> usize {
    draw(scene, "weekday").below(WEEKDAYS.len())
}

/// One of the next three working days, as one would say it on the day of the case.
fn soon(scene: &Scene<'_>) -> String {
    let steps = draw(scene, "soon").between(1, 3);
    let day = workdays(scene.date, steps, |date| date + Days::new(1));
    match (day - scene.date).num_days() {
        1 => "i morgon".to_owned(),
        _ => format!("på {}", weekday_name(day.weekday())),
    }
}

/// One of the last three working days, as one would say it on the day of the case.
fn past(scene: &Scene<'_>) -> String {
    let steps = draw(scene, "past").between(1, 3);
    let day = workdays(scene.date, steps, |date| date - Days::new(1));
    match (scene.date - day).num_days() {
        1 => "i går".to_owned(),
        _ => format!("i {}s", weekday_name(day.weekday())),
    }
}

fn workdays(from: NaiveDate, steps: usize, step: impl Fn(NaiveDate) -> NaiveDate) -> NaiveDate {
    let mut date = from;
    for _ in 0..steps {
        date = step(date);
        while is_weekend(date) {
            date = step(date);
        }
    }
    date
}

fn weekday_name(weekday: Weekday) -> &'static str {
    WEEKDAYS.get(weekday.num_days_from_monday() as usize).copied().unwrap_or("måndag")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scene(date: NaiveDate) -> Scene<'static> {
        Scene {
            key: 5,
            date,
            street: "Ringgatan",
            town: "Uppsala",
            contact: ("Åsa", "Öberg"),
            office: "Sofia",
            colleague: "Amira",
        }
    }

    #[test]
    fn slots_are_filled_and_capitals_kept() {
        let scene = scene(NaiveDate::default());
        assert_eq!(fill("{Contact} på {street}", &scene), "Åsa Öberg på Ringgatan");
        assert_eq!(fill("{Last_month}, {nothing} {", &scene), "December, {nothing} {");
        let car = fill("{car}", &scene);
        assert_eq!(fill("{Car}", &scene), car.replace('b', "B"));
        assert_ne!(fill("{car2}", &scene), car);
    }

    #[test]
    fn a_friday_is_not_followed_by_a_working_tomorrow() {
        let friday = NaiveDate::default() + Days::new(1);
        assert_eq!(friday.weekday(), Weekday::Fri);
        for key in 0..50 {
            let scene = Scene { key, ..scene(friday) };
            assert!(fill("{soon}", &scene).starts_with("på "));
        }
    }
}
