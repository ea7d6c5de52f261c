use super::*;
use crate::ids::{CaseNumber, PersonId};
use chrono::NaiveDate;
use proptest::{collection::vec, option, prelude::*, sample::select};

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (1..3_650_000)
        .prop_filter_map("a day", NaiveDate::from_num_days_from_ce_opt)
        .prop_filter("in range", |day| chrono::Datelike::year(day) <= 9999)
}

fn any_when() -> impl Strategy<Value = When> {
    let between = (option::of(any_day()), option::of(any_day()));
    prop_oneof![
        between.prop_map(|(from, to)| When::Between(DateRange { from, to })),
        select(&Period::ALL[..]).prop_map(When::Within),
    ]
}

fn any_people() -> impl Strategy<Value = Vec<Responsible>> {
    vec(
        prop_oneof![
            Just(Responsible::Me),
            Just(Responsible::Nobody),
            (1..i32::MAX).prop_map(|id| Responsible::Person(PersonId(id)))
        ],
        0..4,
    )
}

prop_compose! {
    fn any_filter()(
        query in "[ -~åäöÅÄÖé,&=%+\u{1F600}]{0,40}",
        base in option::of(select(&Base::ALL[..])),
        statuses in vec("[a-z0-9-]{1,12}", 0..4),
        priorities in vec(select(&Priority::ALL[..]), 0..4),
        channels in vec(select(&Channel::ALL[..]), 0..4),
        types in vec("[a-z0-9-]{1,12}", 0..4),
        teams in vec("[a-z0-9-]{1,12}", 0..4),
        people in (any_people(), any_people(), any_people()),
        customers in vec((1..i32::MAX).prop_map(CustomerId), 0..4),
        ranges in (any_when(), any_when()),
        (overdue, changed) in (any::<bool>(), any::<bool>()),
        sort in (select(&SortKey::ALL[..]), any::<bool>()),
        after in option::of("[A-Za-z0-9_-]{1,30}"),
    ) -> Filter {
        Filter {
            query, base, statuses, priorities, channels, types, teams, customers, overdue, changed,
            responsible: people.0, participants: people.1, creators: people.2,
            created: ranges.0, due: ranges.1,
            sort: Sort { key: sort.0, descending: sort.1 },
            after: after.map(Cursor),
        }
        .normalised()
    }
}

proptest! {
    #[test]
    fn a_filter_survives_its_address(filter in any_filter()) {
        prop_assert_eq!(Filter::from_query(&filter.to_query()), filter);
    }

    #[test]
    fn any_address_gives_a_filter(query in ".{0,300}") {
        let filter = Filter::from_query(&query);
        prop_assert_eq!(&Filter::from_query(&filter.to_query()), &filter);
    }

    #[test]
    fn removing_every_chip_leaves_all_cases(filter in any_filter()) {
        let bare = (0..20).fold(filter, |filter, _| match filter.chips().first() {
            Some(chip) => filter.without(chip),
            None => filter,
        });
        prop_assert!(bare.chips().is_empty());
    }
}

#[test]
fn the_contracts_addresses_mean_what_they_say() {
    assert_eq!(Filter::from_query("ansvarig=jag"), Filter::mine());
    assert_eq!(Filter::mine().to_address(), "/arenden?ansvarig=jag");
    assert_eq!(Filter::from_query("?status=ny"), Filter::with_status("ny"));
    assert_eq!(Filter::default().to_address(), "/arenden");
    let filter = Filter::from_query("skapad=2026-11-01..2026-11-23&forfaller=..2026-12-04&sort=-prioritet");
    assert_eq!(filter.created.named().from, NaiveDate::from_ymd_opt(2026, 11, 1));
    assert_eq!(filter.due.named().from, None);
    assert_eq!(filter.sort, Sort { key: SortKey::Priority, descending: true });
    assert_eq!(filter.to_query(), "skapad=2026-11-01..2026-11-23&forfaller=..2026-12-04&sort=-prioritet");
}

#[test]
fn a_case_knows_the_list_that_one_comes_from() {
    assert_eq!(Filter::default().case_address(CaseNumber(7)), "/arenden/7");
    let filter = Filter::from_query("q=nyckel&status=ny,lost");
    assert_eq!(filter.case_address(CaseNumber(7)), "/arenden/7?lista=q%3Dnyckel%26status%3Dlost%2Cny");
}

#[test]
fn chosen_statuses_decide_the_base_status() {
    assert_eq!(Filter::default().effective_base(), Base::Open);
    assert_eq!(Filter::with_status("lost").effective_base(), Base::All);
    assert_eq!(Filter::from_query("status=lost&bas=oppen").effective_base(), Base::Open);
}

#[test]
fn what_the_company_does_without_narrows_nothing() {
    let query =
        "prioritet=hog&kanal=telefon&typ=fraga&ansvarig=jag&team=nord&anstalld=jag&kund=7&forfaller=veckan";
    let filter = Filter::from_query(&format!("{query}&forsenade=ja&status=ny&q=nyckel"));
    let without = |unused| filter.clone().in_words(&Vocabulary { unused, ..Vocabulary::default() });
    assert_eq!(without(Unused::default()), filter);
    assert_eq!(without(Unused::ALL), Filter::from_query("status=ny&q=nyckel"));
    assert!(without(Unused::named(["priority"])).priorities.is_empty());
    assert!(
        without(Unused::named(["due_on"]))
            .chips()
            .iter()
            .all(|chip| !matches!(chip, Chip::Due(_) | Chip::Overdue))
    );
    assert!(filter.is_switchable() && !without(Unused::ALL).is_switchable());
}

#[test]
fn what_is_not_understood_is_left_out() {
    let filter = Filter::from_query(
        "prioritet=hog,varmast&kund=abc,0,-4,7&skapad=2026-02-31..&sort=rubrik&status=<script>&utm=1",
    );
    assert_eq!(filter.priorities, vec![Priority::High]);
    assert_eq!(filter.customers, vec![CustomerId(7)]);
    assert!(filter.created.is_open() && filter.statuses.is_empty());
    assert_eq!(filter.sort, Sort::default());
}

#[test]
fn the_last_day_may_be_named_first() {
    let range = Filter::from_query("skapad=2026-11-01..2026-11-20");
    for query in ["skapad=2026-11-20..2026-11-01", "skapad_fran=2026-11-20&skapad_till=2026-11-01"] {
        assert_eq!(Filter::from_query(query), range, "{query}");
    }
}

#[test]
fn plain_forms_send_repeated_fields() {
    let filter = Filter::from_query("status=ny&status=tilldelad&q=&forfaller_till=2026-12-04");
    assert_eq!(filter.to_query(), "status=ny,tilldelad&forfaller=..2026-12-04");
    // A period goes before days, in whatever order they come.
    for query in ["skapad=veckan&skapad_fran=2026-11-01", "skapad_fran=2026-11-01&skapad=veckan"] {
        assert_eq!(Filter::from_query(query).to_query(), "skapad=veckan");
    }
}

#[test]
fn a_column_head_turns_the_order_round() {
    let sort = Sort::default().toggled(SortKey::Due);
    assert_eq!(sort, Sort { key: SortKey::Due, descending: false });
    assert!(sort.toggled(SortKey::Due).descending);
}

#[test]
fn a_key_that_stands_alone_says_yes() {
    for query in ["forsenade", "forsenade=", "forsenade=ja"] {
        assert!(Filter::from_query(query).overdue, "{query}");
    }
    assert!(!Filter::from_query("forsenade=nej").overdue);
    assert!(Filter::from_query("andrade").changed);
}
