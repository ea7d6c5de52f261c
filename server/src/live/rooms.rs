//! Who has which case open, as this server process has heard. Nothing of it is stored: who does not
//! say so again and again has gone.

use domain::{
    ids::{CaseNumber, CompanyId},
    presence::{Doing, Present, SIGN_OF_PRESENCE},
};
use std::{
    collections::HashMap,
    time::{Duration, Instant},
};
use store::presence::Announced;

/// Longer than twice between two signs.
const PATIENCE: Duration = Duration::from_secs(2 * SIGN_OF_PRESENCE as u64 + 5);

/// The cases that somebody has open.
#[derive(Default)]
pub(super) struct Rooms(HashMap<(CompanyId, CaseNumber), Vec<Page>>);

struct Page {
    announced: Announced,
    until: Instant,
}

impl Rooms {
    /// Takes note. Gives who has the case open, when that is another picture than before.
    pub(super) fn take(&mut self, announced: Announced, now: Instant) -> Option<Vec<Present>> {
        let room = (announced.company, announced.case);
        let pages = self.0.entry(room).or_default();
        let before = people(pages);
        pages.retain(|page| {
            (page.announced.person, page.announced.page) != (announced.person, announced.page)
        });
        if announced.doing != Doing::Gone {
            pages.push(Page { announced, until: now + PATIENCE });
        }
        let after = people(pages);
        if pages.is_empty() {
            self.0.remove(&room);
        }
        (before != after).then_some(after)
    }

    /// Lets those go who have been silent for too long. Gives each case whose picture is another then.
    pub(super) fn sweep(&mut self, now: Instant) -> Vec<(CompanyId, CaseNumber, Vec<Present>)> {
        let mut changed = Vec::new();
        self.0.retain(|(company, case), pages| {
            let before = people(pages);
            pages.retain(|page| page.until > now);
            let after = people(pages);
            if before != after {
                changed.push((*company, *case, after));
            }
            !pages.is_empty()
        });
        changed
    }

    /// Everything in the company.
    pub(super) fn of(&self, company: CompanyId) -> Vec<(CaseNumber, Vec<Present>)> {
        let theirs = self.0.iter().filter(|((of, _), _)| *of == company);
        theirs.map(|((_, case), pages)| (*case, people(pages))).collect()
    }
}

/// Each of them once, whatever number of pages they have it open on; always in the same order.
fn people(pages: &[Page]) -> Vec<Present> {
    let mut people: Vec<Present> = Vec::new();
    for Page { announced, .. } in pages {
        match people.iter_mut().find(|present| present.person == announced.person) {
            Some(present) => present.doing = present.doing.max(announced.doing),
            None => people.push(Present {
                person: announced.person,
                name: announced.name.clone(),
                doing: announced.doing,
            }),
        }
    }
    people.sort_by_key(|present| present.person);
    people
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::PersonId;

    fn says(person: i32, page: u32, doing: Doing) -> Announced {
        let (company, case) = (CompanyId(7), CaseNumber(2411));
        Announced { company, case, person: PersonId(person), page, doing, name: format!("Person {person}") }
    }

    fn doings(people: &[Present]) -> Vec<(i32, Doing)> {
        people.iter().map(|present| (present.person.0, present.doing)).collect()
    }

    #[test]
    fn somebody_with_two_pages_is_there_once_and_until_the_last_is_left() {
        let (mut rooms, now) = (Rooms::default(), Instant::now());
        let seen = rooms.take(says(3, 1, Doing::Reading), now).map(|people| doings(&people));
        assert_eq!(seen, Some(vec![(3, Doing::Reading)]));
        assert!(rooms.take(says(3, 1, Doing::Reading), now).is_none(), "nothing new");
        let seen = rooms.take(says(3, 2, Doing::Editing), now).map(|people| doings(&people));
        assert_eq!(seen, Some(vec![(3, Doing::Editing)]));
        let seen = rooms.take(says(3, 2, Doing::Gone), now).map(|people| doings(&people));
        assert_eq!(seen, Some(vec![(3, Doing::Reading)]));
        assert_eq!(rooms.take(says(3, 1, Doing::Gone), now), Some(vec![]));
        assert!(rooms.0.is_empty(), "nothing is kept of it");
    }

    #[test]
    fn who_is_silent_has_gone() {
        let (mut rooms, now) = (Rooms::default(), Instant::now());
        rooms.take(says(3, 1, Doing::Reading), now);
        rooms.take(says(4, 1, Doing::Editing), now + PATIENCE / 2);
        assert!(rooms.sweep(now + PATIENCE / 2).is_empty());
        let changed = rooms.sweep(now + PATIENCE);
        assert_eq!(changed.len(), 1);
        assert_eq!(doings(&changed[0].2), [(4, Doing::Editing)]);
        assert_eq!(rooms.of(CompanyId(7)).len(), 1);
        assert_eq!(rooms.of(CompanyId(8)).len(), 0);
        assert_eq!(rooms.sweep(now + 2 * PATIENCE).len(), 1);
        assert!(rooms.0.is_empty());
    }
}
