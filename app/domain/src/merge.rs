//! Two have edited the same thing: what each has changed is kept, and what both have changed is told.

use crate::problem::Field;
use serde::{Deserialize, Serialize};

/// What was saved meanwhile and what one wants meet in some properties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clash<T> {
    /// What one wants, with everything that the other has changed and one has not.
    pub mine: T,
    /// What stands now.
    pub now: T,
    /// The properties that both have changed, each to something else.
    pub fields: Vec<Field>,
}

/// Goes through the properties of one thing.
#[derive(Debug, Default)]
pub(crate) struct Merging {
    fields: Vec<Field>,
}

impl Merging {
    /// Settles one property: `mine` becomes what stands now unless one has changed it since it was `seen`. Where both
    /// have, it stays and is noted.
    pub(crate) fn settle<T: PartialEq + Clone>(&mut self, field: Field, seen: &T, mine: &mut T, now: &T) {
        if mine == seen {
            mine.clone_from(now);
        } else if now != seen && mine != now {
            self.note(field);
        }
    }

    /// Notes a property that both have changed.
    pub(crate) fn note(&mut self, field: Field) {
        self.fields.push(field);
    }

    /// What one wants, when nobody else wants something else there.
    ///
    /// # Errors
    /// Both have changed the same.
    pub(crate) fn done<T>(self, mine: T, now: T) -> Result<T, Box<Clash<T>>> {
        match self.fields.is_empty() {
            true => Ok(mine),
            false => Err(Box::new(Clash { mine, now, fields: self.fields })),
        }
    }
}
