//! Filters by somebody: colleagues in three parts, and customers.

use super::{names::Names, words::person_name};
use crate::{
    AppError,
    customers::search_customers,
    page::{Page, text},
    people::search_people,
};
use domain::{
    cases::{Chip, Feature, Filter, Responsible},
    ids::{CustomerId, PersonId},
    people::Person,
    text::Language,
};
use serde::{Deserialize, Serialize};

/// Whom a filter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Who {
    /// Ansvarig.
    Responsible,
    /// Linked to the case.
    Participant,
    /// Skapad av.
    Creator,
    /// Kund.
    Customer,
}

/// Somebody to tick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Somebody {
    /// How addresses name them.
    pub(super) slug: String,
    /// What tells namesakes apart; may be empty.
    pub(super) detail: String,
}

/// Who goes by what was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Hits {
    /// To tick. Oneself is offered already.
    pub(super) found: Vec<Somebody>,
    pub(super) names: Names,
    /// The only one who goes by it, or who is called just so, as addresses name them.
    pub(super) meant: Option<String>,
}

impl Who {
    pub(super) const ALL: [Self; 4] = [Self::Responsible, Self::Participant, Self::Creator, Self::Customer];

    /// Whether the company uses what it filters by.
    pub(super) fn is_used(self) -> bool {
        let feature = match self {
            Self::Responsible => Feature::Responsible,
            Self::Participant => Feature::Participants,
            Self::Customer => Feature::Customer,
            Self::Creator => return true,
        };
        Page::current().uses(feature)
    }

    /// The filter's parameter.
    pub(super) const fn param(self) -> &'static str {
        match self {
            Self::Responsible => "ansvarig",
            Self::Participant => "anstalld",
            Self::Creator => "skapadav",
            Self::Customer => "kund",
        }
    }

    /// What a plain form sends to see more to tick.
    pub(super) const fn search_param(self) -> &'static str {
        match self {
            Self::Responsible => "ansvarig_sok",
            Self::Participant => "anstalld_sok",
            Self::Creator => "skapadav_sok",
            Self::Customer => "kund_sok",
        }
    }

    pub(super) const fn label(self, text: Language) -> &'static str {
        match self {
            Self::Responsible => text.responsible(),
            Self::Participant => text.linked(),
            Self::Creator => text.created_by(),
            Self::Customer => text.customer(),
        }
    }

    /// Whether the chip is about the same.
    pub(super) const fn is_about(self, chip: &Chip) -> bool {
        matches!(
            (self, chip),
            (Self::Responsible, Chip::Responsible(_))
                | (Self::Participant, Chip::Participants(_))
                | (Self::Creator, Chip::Creators(_))
                | (Self::Customer, Chip::Customers(_))
        )
    }

    /// Offered before any search.
    pub(super) const fn always(self) -> &'static [&'static str] {
        match self {
            Self::Responsible => &["jag", "ingen"],
            Self::Participant | Self::Creator => &["jag"],
            Self::Customer => &[],
        }
    }

    /// Who is chosen, as addresses name them.
    pub(super) fn chosen(self, filter: &Filter) -> Vec<String> {
        let people = match self {
            Self::Responsible => &filter.responsible,
            Self::Participant => &filter.participants,
            Self::Creator => &filter.creators,
            Self::Customer => return filter.customers.iter().map(ToString::to_string).collect(),
        };
        people.iter().map(|person| person.slug()).collect()
    }

    /// The name of whom addresses name so.
    pub(super) fn name(self, slug: &str, names: &Names) -> String {
        let name = match self {
            Self::Customer => {
                slug.parse::<CustomerId>().ok().and_then(|id| names.customer(id).map(str::to_owned))
            }
            _ => Responsible::from_slug(slug).map(|person| person_name(person, names, text())),
        };
        name.unwrap_or_else(|| slug.to_owned())
    }

    /// Who goes by what was typed.
    pub(super) async fn search(self, typed: String, oneself: Option<PersonId>) -> Result<Hits, AppError> {
        if self == Self::Customer {
            let hits = search_customers(typed.clone()).await?;
            let called = hits.iter().map(|hit| (hit.id.to_string(), hit.name.as_str()));
            let meant = meant(&typed, called);
            let found =
                hits.iter().map(|hit| Somebody { slug: hit.id.to_string(), detail: hit.detail.clone() });
            let found = found.collect();
            return Ok(Hits { found, meant, names: Names::of_customers(hits) });
        }
        let people = search_people(typed.clone()).await?;
        let slug = |person: &Person| match Some(person.id) == oneself {
            true => Responsible::Me.slug(),
            false => Responsible::Person(person.id).slug(),
        };
        let meant = meant(&typed, people.iter().map(|person| (slug(person), person.name.as_str())));
        let others = people.iter().filter(|person| Some(person.id) != oneself);
        let found = others.map(|person| Somebody { slug: slug(person), detail: String::new() }).collect();
        Ok(Hits { found, meant, names: Names::of_people(people) })
    }
}

fn meant<'a>(typed: &str, hits: impl Iterator<Item = (String, &'a str)>) -> Option<String> {
    let mut hits: Vec<_> = hits.collect();
    let typed = typed.trim().to_lowercase();
    let is_called = |(_, name): &&(String, &str)| name.to_lowercase() == typed;
    if hits.iter().filter(is_called).count() == 1 {
        hits.retain(|hit| is_called(&hit));
    }
    let only = hits.pop()?;
    hits.is_empty().then_some(only.0)
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn who_is_called_just_so_is_meant_and_else_the_only_one() {
        let hits = [("4".to_owned(), "Anna Berg"), ("7".to_owned(), "Anna Bergman")];
        let meant = |typed: &str, hits: &[(String, &'static str)]| meant(typed, hits.iter().cloned());
        assert_eq!(meant(" anna berg ", &hits).as_deref(), Some("4"));
        assert_eq!(meant("anna", &hits), None);
        assert_eq!(meant("anna", &hits[1..]).as_deref(), Some("7"));
        assert_eq!(meant("anna berg", &[hits[0].clone(), ("9".to_owned(), "Anna Berg")]), None);
        assert_eq!(meant("xyz", &[]), None);
    }
}
