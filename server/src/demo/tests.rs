//! Properties of whole demo companies.

use std::collections::{HashMap, HashSet};

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};

use super::*;

fn now() -> NaiveDateTime {
    let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    monday.and_time(NaiveTime::MIN) + Duration::hours(14)
}

fn bjorkdala(seed: u64, cases: usize) -> DemoCompany {
    DemoCompany::new(seed, Company::Bjorkdala, cases, now())
}

#[test]
fn the_same_seed_gives_the_same_and_another_something_else() {
    let first: Vec<_> = bjorkdala(1, 600).cases().collect();
    assert_eq!(first, bjorkdala(1, 600).cases().collect::<Vec<_>>());
    let second: Vec<_> = bjorkdala(2, 600).cases().collect();
    assert!(first.iter().zip(&second).filter(|(a, b)| a.subject == b.subject).count() < 100);
}

#[test]
fn numbers_follow_creation_and_everything_is_before_now() {
    for time in [now(), now() - Duration::hours(9), now() - Duration::days(1)] {
        for company in Company::ALL {
            let demo = DemoCompany::new(3, company, 1_000, time);
            let cases: Vec<_> = demo.cases().collect();
            assert_eq!(cases.len(), 1_000);
            assert!(cases.iter().map(|case| case.number).eq(1..=1_000));
            assert!(cases.is_sorted_by_key(|case| case.created));
            for case in &cases {
                check_order(case, time);
            }
        }
    }
}

fn check_order(case: &Case, now: NaiveDateTime) {
    let comments: Vec<_> = case.comments.iter().map(|comment| comment.at).collect();
    let changes: Vec<_> = case.changes.iter().map(|change| change.at).collect();
    for times in [&comments, &changes] {
        assert!(times.is_sorted(), "{case:?}");
        assert!(times.iter().all(|at| (case.created..=case.updated).contains(at)), "{case:?}");
    }
    let last = comments.iter().chain(&changes).max().copied();
    assert_eq!(case.updated, last.unwrap_or(case.created));
    assert!(case.updated < now);
    assert!(case.due_on.is_none_or(|due| due >= case.created.date()), "{case:?}");
}

#[test]
fn histories_lead_from_new_to_what_the_case_is() {
    for case in bjorkdala(4, 3_000).cases() {
        let mut status = Status::New;
        let mut responsible = None;
        let mut assigned = false;
        for change in &case.changes {
            match change.what {
                Changed::Status { from, to } => {
                    assert_eq!((from, from == to), (status, false), "{case:?}");
                    status = to;
                }
                Changed::Responsible { from, to } => {
                    assert_ne!(from, to);
                    (responsible, assigned) = (to, true);
                }
                Changed::Priority { from, to } => assert!(from != to && to == case.priority),
            }
        }
        assert_eq!(status, case.status, "{case:?}");
        assert!(!assigned || responsible == case.responsible);
    }
}

#[test]
fn texts_are_whole() {
    for company in Company::ALL {
        let demo = DemoCompany::new(5, company, 6_000, now());
        for case in demo.cases() {
            let comments = case.comments.iter().map(|comment| &comment.body);
            for text in comments.chain([&case.subject, &case.body]) {
                assert!(!text.contains(['{', '}']), "{text}");
                assert!(!text.contains("  ") && text.trim() == text, "{text}");
            }
            assert!(!case.subject.is_empty());
        }
    }
}

#[test]
fn many_templates_are_used() {
    let subjects: HashSet<_> = bjorkdala(1, 2_400).cases().map(|case| case.subject).collect();
    assert!(subjects.len() >= 400, "{}", subjects.len());
    let used = CaseType::ALL
        .into_iter()
        .flat_map(corpus::templates)
        .filter(|template| subjects.iter().any(|subject| is_from(template.subject, subject)))
        .count();
    assert!(used >= 150, "{used}");
}

/// Whether `subject` is `pattern` with its slots filled, as far as both ends tell.
fn is_from(pattern: &str, subject: &str) -> bool {
    match (pattern.split_once('{'), pattern.rsplit_once('}')) {
        (Some((begin, _)), Some((_, end))) => subject.starts_with(begin) && subject.ends_with(end),
        _ => pattern == subject,
    }
}

#[test]
fn five_percent_are_open_and_the_newest_days_have_new_ones() {
    for (company, count) in [(Company::Bjorkdala, 2_400), (Company::Norrsken, 300)] {
        let demo = DemoCompany::new(1, company, count, now());
        let cases: Vec<_> = demo.cases().collect();
        let open = cases.iter().filter(|case| case.status.is_open()).count();
        let percent = open as f64 * 100.0 / count as f64;
        assert!((4.0..6.0).contains(&percent), "{percent}");
        let is_new = |case: &&Case| case.status == Status::New;
        let new = cases.iter().filter(is_new).count();
        let newest = cases.iter().rev().take(count / 50).filter(is_new).count();
        assert!(new >= count / 240 && newest * 2 >= new, "{newest} of {new} new");
    }
}

#[test]
fn those_who_log_in_have_a_handful_of_open_cases() {
    for seed in 0..40 {
        let demo = bjorkdala(seed, 2_400);
        let mut open: HashMap<&str, usize> = HashMap::new();
        for case in demo.cases().filter(|case| case.status.is_open()) {
            if let Some(index) = case.responsible {
                *open.entry(demo.employees[index].first_name).or_default() += 1;
            }
        }
        for name in ["Maria", "Sofia", "Amira"] {
            let count = open.get(name).copied().unwrap_or_default();
            assert!((5..=12).contains(&count), "{name} has {count} with seed {seed}");
        }
    }
}

#[test]
fn due_dates_lie_around_today() {
    let today = now().date();
    let demo = bjorkdala(1, 2_400);
    let due: Vec<_> = demo.cases().filter(|case| case.status.is_open()).map(|case| case.due_on).collect();
    let within = |from: i64, to: i64| {
        due.iter().flatten().filter(|due| (from..=to).contains(&(**due - today).num_days())).count()
    };
    assert!(due.iter().any(Option::is_none));
    for (from, to) in [(-30, -1), (0, 0), (1, 1), (2, 6), (7, 60)] {
        assert!(within(from, to) >= 3, "{} due from {from} to {to}", within(from, to));
    }
}

#[test]
fn only_customer_cases_have_external_comments() {
    for case in bjorkdala(6, 3_000).cases() {
        let inside = matches!(case.case_type, CaseType::Internal | CaseType::OwnTask);
        assert_eq!(case.customer.is_none(), inside, "{case:?}");
        for comment in &case.comments {
            assert!(!comment.external || !inside);
            if let Author::Customer(customer) = comment.author {
                assert_eq!(Some(customer), case.customer);
                assert!(comment.external);
            }
        }
        assert!(case.participants.len() <= 3);
        assert!(case.responsible.is_none_or(|index| !case.participants.contains(&index)));
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow without optimisation: run with --release")]
fn a_million_cases_take_seconds() {
    let begin = std::time::Instant::now();
    let demo = bjorkdala(1, 1_000_000);
    let open = demo.cases().filter(|case| case.status.is_open()).count();
    assert!((40_000..60_000).contains(&open), "{open}");
    assert_eq!(demo.customers.len(), 5_000);
    assert!(begin.elapsed().as_secs() < 30, "{:?}", begin.elapsed());
}
