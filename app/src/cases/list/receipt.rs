//! A receipt in words: "3 ärenden fick status Löst".

use domain::{
    cases::{Edit, Receipt, Returned, Skip, SkipReason, Vocabulary},
    ids::CaseNumber,
    text::Language,
};

/// What a receipt says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// The sentence.
    pub(super) sentence: String,
    /// Nothing was skipped that one would want to know of.
    pub(super) is_whole: bool,
}

/// The receipt's sentence, with what else was taken back.
pub(super) fn told(receipt: &Receipt, words: &Vocabulary, text: Language) -> Told {
    let told = of_cases(receipt, words, text);
    let Some(Returned { name, active }) = &receipt.returned else { return told };
    let returned = if *active { text.is_active_again(name) } else { text.stays_inactive(name) };
    let sentence = format!("{}. {returned}", told.sentence.trim_end_matches('.'));
    Told { sentence, is_whole: told.is_whole && *active }
}

/// Cases that had the value already are counted, not complained about.
fn of_cases(receipt: &Receipt, words: &Vocabulary, text: Language) -> Told {
    let changed = receipt.changed;
    let is_unchanged = |skip: &Skip| skip.reason == SkipReason::Unchanged;
    let all_named = usize::try_from(receipt.skipped_in_all).ok() == Some(receipt.skipped.len());
    if !(all_named && receipt.skipped.iter().all(is_unchanged)) {
        let all = changed + receipt.skipped_in_all;
        let sentence = match receipt.edit {
            Some(_) => text.some_changed(changed, all),
            None => text.some_restored(changed, all),
        };
        return Told { sentence, is_whole: false };
    }
    let done = match &receipt.edit {
        Some(edit) => got(changed, &value(edit, receipt, words, text), text),
        None if changed == 1 => text.restored_one().to_owned(),
        None => text.restored(changed),
    };
    let sentence = match receipt.skipped_in_all {
        0 => done,
        had if changed == 0 => text.all_had_it(had),
        had => format!("{done}. {}", text.had_it(had)),
    };
    Told { sentence, is_whole: true }
}

fn got(count: i32, what: &str, text: Language) -> String {
    if count == 1 { text.got_one(what) } else { text.got(count, what) }
}

/// "status Löst", "ingen typ".
fn value(edit: &Edit, receipt: &Receipt, words: &Vocabulary, text: Language) -> String {
    match edit {
        Edit::Status(id) => {
            let name = words.status(*id).map(|status| status.name.as_str());
            text.what_status(name.unwrap_or_default())
        }
        Edit::Priority(priority) => text.what_priority(priority.name(text)),
        Edit::Channel(channel) => text.what_channel(channel.name(text)),
        Edit::Type(Some(id)) => {
            let name = words.case_type(*id).map(|found| found.name.as_str());
            text.what_type(name.unwrap_or_default())
        }
        Edit::Type(None) => text.what_no_type().to_owned(),
        Edit::Team(Some(id)) => {
            let name = words.team(*id).map(|found| found.name.as_str());
            text.what_team(name.unwrap_or_default())
        }
        Edit::Team(None) => text.what_no_team().to_owned(),
        Edit::Responsible(Some(_)) => {
            text.what_responsible(receipt.responsible.as_deref().unwrap_or_default())
        }
        Edit::Responsible(None) => text.what_nobody().to_owned(),
        Edit::DueOn(_) | Edit::Customer(_) | Edit::Site(_) | Edit::CreatedAt(_) => {
            text.what_value().to_owned()
        }
    }
}

/// Why each skipped case was left, and which of them one may want to look at; nothing when all that
/// was skipped had the value already.
pub(super) fn skips(receipt: &Receipt, text: Language) -> Vec<(String, Option<CaseNumber>)> {
    let mut skips = Vec::new();
    for skip in &receipt.skipped {
        match &skip.reason {
            SkipReason::Unchanged => {}
            SkipReason::ChangedBy(name) => {
                skips.push((text.changed_by(skip.number, name), Some(skip.number)))
            }
            SkipReason::NotFound => skips.push((text.not_there(skip.number), None)),
        }
    }
    if skips.is_empty() {
        return skips;
    }
    let unchanged = receipt.skipped.iter().filter(|skip| skip.reason == SkipReason::Unchanged).count();
    if let Ok(unchanged @ 1..) = i32::try_from(unchanged) {
        skips.push((format!("{}.", text.had_it(unchanged)), None));
    }
    let unnamed =
        receipt.skipped_in_all - i32::try_from(receipt.skipped.len()).unwrap_or(receipt.skipped_in_all);
    if unnamed > 0 {
        skips.push((text.and_more(unnamed), None));
    }
    skips
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{cases::Priority, ids::PersonId};

    fn receipt(changed: i32, skipped: Vec<Skip>) -> Receipt {
        Receipt {
            batch: None,
            edit: Some(Edit::Priority(Priority::High)),
            responsible: None,
            changed,
            skipped_in_all: i32::try_from(skipped.len()).unwrap_or_default(),
            skipped,
            returned: None,
        }
    }

    fn skip(number: i32, reason: SkipReason) -> Skip {
        Skip { number: CaseNumber(number), reason }
    }

    fn sentence(receipt: &Receipt) -> Told {
        told(receipt, &Vocabulary::default(), Language::Swedish)
    }

    #[test]
    fn a_whole_change_is_one_sentence() {
        let told = sentence(&receipt(3, Vec::new()));
        assert_eq!(told, Told { sentence: "3 ärenden fick prioritet Hög".into(), is_whole: true });
        assert_eq!(sentence(&receipt(1, Vec::new())).sentence, "1 ärende fick prioritet Hög");
        let to_sofia = Edit::Responsible(Some(PersonId(3)));
        let assigned = Receipt {
            edit: Some(to_sofia),
            responsible: Some("Sofia Berg".into()),
            ..receipt(3, Vec::new())
        };
        assert_eq!(sentence(&assigned).sentence, "3 ärenden fick ansvarig Sofia Berg");
        let undone = Receipt { edit: None, ..receipt(2, Vec::new()) };
        assert_eq!(sentence(&undone).sentence, "2 ärenden fick tillbaka sina värden");
    }

    #[test]
    fn who_is_active_again_or_is_not_is_told() {
        let of = |active| {
            let returned = Some(Returned { name: "Johan Åkesson".into(), active });
            sentence(&Receipt { edit: None, returned, ..receipt(2, Vec::new()) })
        };
        let restored = "2 ärenden fick tillbaka sina värden. Johan Åkesson är";
        assert_eq!(of(true), Told { sentence: format!("{restored} aktiv igen."), is_whole: true });
        let not = format!("{restored} fortfarande inaktiv: det får du inte ändra.");
        assert_eq!(of(false), Told { sentence: not, is_whole: false });
    }

    #[test]
    fn what_had_the_value_already_is_no_complaint() {
        let told = sentence(&receipt(2, vec![skip(7, SkipReason::Unchanged)]));
        assert_eq!(told.sentence, "2 ärenden fick prioritet Hög. 1 hade det redan");
        assert!(told.is_whole);
    }

    #[test]
    fn what_another_has_changed_is_named() {
        let johan = || SkipReason::ChangedBy("Johan Åkesson".into());
        let partly = receipt(2, vec![skip(2408, johan())]);
        let told = sentence(&partly);
        assert_eq!(told, Told { sentence: "2 av 3 ärenden ändrades.".into(), is_whole: false });
        assert_eq!(
            skips(&partly, Language::Swedish),
            [("2408 ändrades samtidigt av Johan Åkesson.".into(), Some(CaseNumber(2408)))]
        );
        let many = Receipt { skipped_in_all: 30, ..partly };
        assert_eq!(skips(&many, Language::Swedish)[1], ("Och 29 till.".into(), None));
    }
}
