//! The texts of the demo: what people ask a cleaning company for, and tell each other, in a year.

mod complaints;
mod interest;
mod internal;
mod order_changes;
mod own_tasks;
mod questions;
pub(super) mod showcase;
pub(super) mod slots;
pub(super) mod template;

use self::template::Template;
use super::record::CaseType;

/// The texts of one case type.
pub(super) fn templates(case_type: CaseType) -> &'static [Template] {
    match case_type {
        CaseType::Complaint => complaints::COMPLAINTS,
        CaseType::Interest => interest::INTEREST,
        CaseType::OrderChange => order_changes::ORDER_CHANGES,
        CaseType::Question => questions::QUESTIONS,
        CaseType::Internal => internal::INTERNAL,
        CaseType::OwnTask => own_tasks::OWN_TASKS,
    }
}

#[cfg(test)]
mod tests {
    use super::template::{ANY, BRF, COMPANY, Fits, HOME, Line, MUNICIPAL, NOBODY, SHOP};
    use super::*;

    fn all() -> impl Iterator<Item = (CaseType, &'static Template)> {
        CaseType::ALL.into_iter().flat_map(|t| templates(t).iter().map(move |text| (t, text)))
    }

    #[test]
    fn there_are_enough_templates() {
        assert!(all().count() >= 170, "{}", all().count());
        let subjects: std::collections::HashSet<_> = all().map(|(_, t)| t.subject).collect();
        assert_eq!(subjects.len(), all().count());
    }

    #[test]
    fn only_cases_with_a_customer_speak_with_one() {
        for (case_type, text) in all() {
            let inside = matches!(case_type, CaseType::Internal | CaseType::OwnTask);
            assert_eq!(text.fits == NOBODY, inside, "{}", text.subject);
            for line in text.thread {
                let outside = matches!(line, Line::Reply(_) | Line::Customer(_));
                assert!(!(inside && outside), "{}: {line:?}", text.subject);
            }
        }
    }

    #[test]
    fn every_template_fits_somebody_and_has_a_body() {
        let kinds: [Fits; 5] = [BRF, COMPANY, MUNICIPAL, SHOP, HOME];
        for (_, text) in all() {
            let fitting = kinds.iter().filter(|kind| text.fits.covers(**kind)).count();
            assert!(fitting > 0 || text.fits == NOBODY, "{}", text.subject);
            assert!(ANY.covers(text.fits));
            assert!((1..=3).contains(&text.bodies.len()) && text.thread.len() <= 5);
        }
    }
}
