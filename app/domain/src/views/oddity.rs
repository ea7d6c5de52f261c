//! What a view names and is no longer as it was when it was saved.

use crate::{
    cases::{Filter, Responsible, Vocabulary},
    people::Person,
    text::Language,
};

/// One such thing, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// There is no such word.
    Unknown(String),
    /// A word that is no longer offered, or has gone up in another.
    Unused(String),
    /// A colleague who has left.
    Left(String),
}

impl Oddity {
    /// The sentence about it.
    pub fn sentence(&self, text: Language) -> String {
        match self {
            Self::Unknown(what) => text.view_odd_unknown(what),
            Self::Unused(what) => text.view_odd_unused(what),
            Self::Left(name) => text.view_odd_left(name),
        }
    }
}

/// All such things in that filter. `left` are colleagues who have.
pub fn oddities(filter: &Filter, words: &Vocabulary, left: &[Person]) -> Vec<Oddity> {
    let word = |slug: &String, known: Option<(&str, bool)>| match known {
        None => Some(Oddity::Unknown(slug.clone())),
        Some((name, true)) => Some(Oddity::Unused(name.to_owned())),
        Some((_, false)) => None,
    };
    let statuses = filter.statuses.iter().filter_map(|slug| {
        word(slug, words.status_by_slug(slug).map(|status| (status.name.as_str(), status.hidden)))
    });
    let types = filter.types.iter().filter_map(|slug| {
        word(slug, words.type_by_slug(slug).map(|found| (found.name.as_str(), found.hidden)))
    });
    let teams = filter.teams.iter().filter(|slug| *slug != Filter::NO_TEAM).filter_map(|slug| {
        word(slug, words.team_by_slug(slug).map(|found| (found.name.as_str(), found.hidden)))
    });
    let gone = left.iter().filter(|person| {
        let them = Responsible::Person(person.id);
        [&filter.responsible, &filter.participants, &filter.creators]
            .iter()
            .any(|people| people.contains(&them))
    });
    statuses.chain(types).chain(teams).chain(gone.map(|person| Oddity::Left(person.name.clone()))).collect()
}
