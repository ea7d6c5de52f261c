//! The lines of a timeline: each comment one, and the events that belong together one.

use chrono::{NaiveDateTime, TimeDelta};
use domain::events::{Actor, Comment, Event, NamedChange, TimelineEntry};

/// What one person changes within this time is told in one line.
const TOGETHER: TimeDelta = TimeDelta::minutes(2);

/// Which lines are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// Allt.
    All,
    /// Kommentarer.
    Comments,
    /// Externa.
    External,
    /// Historik.
    History,
}

impl Shown {
    /// In the order of the tabs.
    pub(super) const ALL: [Self; 4] = [Self::All, Self::Comments, Self::External, Self::History];

    /// How addresses name it: `?visa=externa`.
    pub(super) const fn slug(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Comments => "kommentarer",
            Self::External => "externa",
            Self::History => "historik",
        }
    }

    /// The one that addresses call `slug`; all for anything else.
    pub(super) fn from_slug(slug: &str) -> Self {
        Self::ALL.into_iter().find(|shown| shown.slug() == slug).unwrap_or(Self::All)
    }

    /// Whether it shows that line.
    pub(super) fn shows(self, line: &Line) -> bool {
        match (self, line) {
            (Self::All, _) | (Self::Comments, Line::Comment(_)) | (Self::History, Line::Changes(_)) => true,
            (Self::External, Line::Comment(comment)) => comment.external,
            _ => false,
        }
    }
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Somebody wrote.
    Comment(Comment),
    /// Somebody changed something.
    Changes(Changes),
}

/// Events that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Changes {
    /// By whom.
    pub(super) actor: Actor,
    /// When the last of them was.
    pub(super) at: NaiveDateTime,
    /// What, in order; empty: the case was registered.
    pub(super) changes: Vec<NamedChange>,
    /// Part of a bulk change.
    pub(super) bulk: bool,
    /// The last of them.
    last: i64,
}

impl Line {
    /// Stays the same as long as the line says the same.
    pub(super) fn key(&self) -> (bool, i64) {
        match self {
            Self::Comment(comment) => (true, comment.id.0),
            Self::Changes(changes) => (false, changes.last),
        }
    }
}

/// The lines of a timeline, oldest first.
pub(super) fn lines(timeline: Vec<TimelineEntry>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::with_capacity(timeline.len());
    for entry in timeline {
        match (entry, lines.last_mut()) {
            (TimelineEntry::Comment(comment), _) => lines.push(Line::Comment(comment)),
            (TimelineEntry::Event(event), Some(Line::Changes(before))) if before.takes(&event) => {
                before.take(event)
            }
            (TimelineEntry::Event(event), _) => lines.push(Line::Changes(event.into())),
        }
    }
    lines
}

impl Changes {
    /// The registration stands alone, and so does what was done to many cases at once.
    fn takes(&self, event: &Event) -> bool {
        self.actor.person.id == event.actor.person.id
            && !self.changes.is_empty()
            && !event.changes.is_empty()
            && !self.bulk
            && !event.bulk
            && event.at - self.at <= TOGETHER
    }

    fn take(&mut self, event: Event) {
        self.at = event.at;
        self.last = event.id.0;
        self.changes.extend(event.changes);
    }
}

impl From<Event> for Changes {
    fn from(event: Event) -> Self {
        let Event { id, actor, at, changes, bulk } = event;
        Self { actor, at, changes, bulk, last: id.0 }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use domain::{
        cases::Priority,
        events::Change,
        ids::{CommentId, EventId, PersonId},
        people::{Person, Role},
    };

    fn actor(id: i32) -> Actor {
        Actor { person: Person { id: PersonId(id), name: "Maria Lindqvist".into() }, role: Role::Office }
    }

    fn at(clock: &str) -> NaiveDateTime {
        format!("2026-11-23T{clock}").parse().unwrap()
    }

    fn change() -> NamedChange {
        let change = Change::Priority { from: Priority::Normal, to: Priority::High };
        NamedChange { change, from_name: None, to_name: None }
    }

    fn event(id: i64, by: i32, clock: &str) -> TimelineEntry {
        let changes = vec![change()];
        TimelineEntry::Event(Event { id: EventId(id), actor: actor(by), at: at(clock), changes, bulk: false })
    }

    fn registration() -> TimelineEntry {
        TimelineEntry::Event(Event {
            id: EventId(1),
            actor: actor(1),
            at: at("08:00:00"),
            changes: vec![],
            bulk: false,
        })
    }

    fn comment(external: bool) -> TimelineEntry {
        TimelineEntry::Comment(Comment {
            id: CommentId(1),
            author: actor(1),
            at: at("08:01:00"),
            external,
            body: "Hej".into(),
            from_case: None,
        })
    }

    #[test]
    fn what_one_person_changes_within_two_minutes_is_one_line() {
        let together = lines(vec![
            registration(),
            event(2, 1, "08:00:30"),
            event(3, 1, "08:02:30"),
            event(4, 1, "08:04:31"),
            event(5, 2, "08:04:40"),
        ]);
        let keys: Vec<_> = together.iter().map(Line::key).collect();
        assert_eq!(keys, [(false, 1), (false, 3), (false, 4), (false, 5)]);
        assert!(matches!(&together[1], Line::Changes(changes) if changes.changes.len() == 2));
    }

    #[test]
    fn a_comment_stands_between() {
        let apart = lines(vec![event(2, 1, "08:00:30"), comment(false), event(3, 1, "08:01:30")]);
        assert_eq!(apart.len(), 3);
    }

    #[test]
    fn each_tab_shows_its_lines() {
        let lines = lines(vec![registration(), comment(false), comment(true)]);
        let count = |slug| lines.iter().filter(|line| Shown::from_slug(slug).shows(line)).count();
        assert_eq!([count(""), count("kommentarer"), count("externa"), count("historik")], [3, 2, 1, 1]);
        assert_eq!(count("annat"), 3);
    }
}
