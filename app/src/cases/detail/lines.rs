//! The lines of a timeline: each comment one, and the events that belong together one.

use chrono::{NaiveDateTime, TimeDelta};
use domain::{
    events::{Actor, Change, Comment, Event, NamedChange, TimelineEntry},
    ids::{EventId, FileId},
};

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
    /// The entries, oldest first.
    pub(super) entries: Vec<EventId>,
    /// What it made still stands, and can be taken back.
    pub(super) can_be_undone: bool,
}

impl Line {
    /// Stays the same as long as the line says the same.
    pub(super) fn key(&self) -> (bool, bool, i64) {
        match self {
            Self::Comment(comment) => (true, false, comment.id.0),
            Self::Changes(changes) => {
                (false, changes.can_be_undone, changes.entries.last().map_or(0, |entry| entry.0))
            }
        }
    }
}

/// Files that the viewer may take away and put back. What has been away for too long is in neither.
#[derive(Clone, Debug, Default)]
pub(super) struct AtHand {
    pub(super) there: Vec<FileId>,
    pub(super) away: Vec<FileId>,
}

impl AtHand {
    /// Whether the change can be made, as far as it is about a file.
    fn allows(&self, change: &Change) -> bool {
        match change {
            Change::FileRemoved { file, .. } => file.is_some_and(|file| self.there.contains(&file)),
            Change::FileRestored { file, .. } => self.away.contains(file),
            _ => true,
        }
    }
}

/// The lines of a timeline, oldest first.
pub(super) fn lines(timeline: Vec<TimelineEntry>, files: &AtHand) -> Vec<Line> {
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
    mark_what_can_be_undone(&mut lines, files);
    lines
}

/// From the last line back: what a later one changed again cannot be taken back any more.
fn mark_what_can_be_undone(lines: &mut [Line], files: &AtHand) {
    let mut later: Vec<Change> = Vec::new();
    for line in lines.iter_mut().rev() {
        let Line::Changes(changes) = line else { continue };
        let stands = |named: &NamedChange| {
            named.change.back().is_some_and(|back| files.allows(&back))
                && !later.iter().any(|later| later.is_about_the_same(&named.change))
        };
        changes.can_be_undone = !changes.changes.is_empty() && changes.changes.iter().all(stands);
        later.extend(changes.changes.iter().map(|named| named.change.clone()));
    }
}

impl Changes {
    /// The registration stands alone, and so does what was done to many cases at once. What is changed
    /// again, or back, is a line of its own, that can be taken back alone.
    fn takes(&self, event: &Event) -> bool {
        let is_again = |named: &NamedChange| {
            self.changes.iter().any(|earlier| earlier.change.is_about_the_same(&named.change))
        };
        self.actor.person.id == event.actor.person.id
            && !self.changes.is_empty()
            && !event.changes.is_empty()
            && !self.bulk
            && !event.bulk
            && event.at - self.at <= TOGETHER
            && !event.changes.iter().any(is_again)
    }

    fn take(&mut self, event: Event) {
        self.at = event.at;
        self.entries.push(event.id);
        self.changes.extend(event.changes);
    }
}

impl From<Event> for Changes {
    fn from(event: Event) -> Self {
        let Event { id, actor, at, changes, bulk } = event;
        Self { actor, at, changes, bulk, entries: vec![id], can_be_undone: false }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use domain::{
        cases::Priority,
        ids::{CommentId, PersonId},
        people::{Person, Role},
    };

    fn actor(id: i32) -> Actor {
        Actor { person: Person { id: PersonId(id), name: "Maria Lindqvist".into() }, role: Role::Office }
    }

    fn at(clock: &str) -> NaiveDateTime {
        format!("2026-11-23T{clock}").parse().unwrap()
    }

    fn changed(id: i64, by: i32, clock: &str, change: Change) -> TimelineEntry {
        let changes = vec![NamedChange { change, from_name: None, to_name: None }];
        TimelineEntry::Event(Event { id: EventId(id), actor: actor(by), at: at(clock), changes, bulk: false })
    }

    fn lines_of(timeline: Vec<TimelineEntry>) -> Vec<Line> {
        lines(timeline, &AtHand::default())
    }

    fn event(id: i64, by: i32, clock: &str) -> TimelineEntry {
        changed(id, by, clock, Change::Priority { from: Priority::Normal, to: Priority::High })
    }

    fn linked(id: i64, by: i32, clock: &str) -> TimelineEntry {
        changed(id, by, clock, Change::ParticipantAdded { person: PersonId(7) })
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
        let together = lines_of(vec![
            registration(),
            event(2, 1, "08:00:30"),
            linked(3, 1, "08:02:30"),
            event(4, 1, "08:04:31"),
            event(5, 2, "08:04:40"),
        ]);
        let keys: Vec<_> = together.iter().map(Line::key).collect();
        let keys: Vec<_> = keys.into_iter().map(|(_, _, id)| id).collect();
        assert_eq!(keys, [1, 3, 4, 5]);
        assert!(matches!(&together[1], Line::Changes(changes) if changes.changes.len() == 2));
    }

    #[test]
    fn a_comment_stands_between() {
        let apart = lines_of(vec![event(2, 1, "08:00:30"), comment(false), event(3, 1, "08:01:30")]);
        assert_eq!(apart.len(), 3);
    }

    #[test]
    fn each_tab_shows_its_lines() {
        let lines = lines_of(vec![registration(), comment(false), comment(true)]);
        let count = |slug| lines.iter().filter(|line| Shown::from_slug(slug).shows(line)).count();
        assert_eq!([count(""), count("kommentarer"), count("externa"), count("historik")], [3, 2, 1, 1]);
        assert_eq!(count("annat"), 3);
    }

    #[test]
    fn what_is_changed_back_is_a_line_of_its_own() {
        assert_eq!(lines_of(vec![event(2, 1, "08:00:30"), event(3, 1, "08:00:40")]).len(), 2);
    }

    #[test]
    fn only_the_last_word_about_something_can_be_taken_back() {
        let lines = lines_of(vec![
            registration(),
            event(2, 1, "08:00:30"),
            event(3, 2, "08:01:30"),
            comment(false),
            linked(4, 2, "09:00:00"),
            comment(false),
            changed(5, 2, "09:01:00", Change::FileAdded { name: "nyckel.jpg".into(), file: None }),
        ]);
        let can = lines.iter().filter_map(|line| match line {
            Line::Changes(changes) => Some((changes.entries[0].0, changes.can_be_undone)),
            Line::Comment(_) => None,
        });
        assert_eq!(can.collect::<Vec<_>>(), [(1, false), (2, false), (3, true), (4, true), (5, false)]);
    }

    #[test]
    fn a_file_can_be_taken_back_while_it_is_at_hand() {
        let (name, file) = (|| "nyckel.jpg".to_owned(), FileId(7));
        let removed = || changed(2, 1, "08:00:30", Change::FileRemoved { name: name(), file: Some(file) });
        let restored = || changed(3, 1, "08:00:40", Change::FileRestored { name: name(), file });
        let can = |timeline, files: &AtHand| {
            let line = |line: &Line| matches!(line, Line::Changes(changes) if changes.can_be_undone);
            lines(timeline, files).iter().map(line).collect::<Vec<_>>()
        };
        let away = AtHand { away: vec![file], ..AtHand::default() };
        let there = AtHand { there: vec![file], ..AtHand::default() };
        assert_eq!(can(vec![removed()], &away), [true]);
        // Away for too long, or somebody else's.
        assert_eq!(can(vec![removed()], &AtHand::default()), [false]);
        assert_eq!(can(vec![removed(), restored()], &there), [false, true]);
        let old = changed(2, 1, "08:00:30", Change::FileRemoved { name: name(), file: None });
        assert_eq!(can(vec![old], &away), [false]);
    }
}
