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

    /// Who goes by what was typed, and their names. Oneself is offered already.
    pub(super) async fn search(
        self,
        typed: String,
        oneself: Option<PersonId>,
    ) -> Result<(Vec<Somebody>, Names), AppError> {
        if self == Self::Customer {
            let hits = search_customers(typed).await?;
            let found =
                hits.iter().map(|hit| Somebody { slug: hit.id.to_string(), detail: hit.detail.clone() });
            let found = found.collect();
            return Ok((found, Names::of_customers(hits)));
        }
        let people = search_people(typed).await?;
        let others = people.iter().filter(|person| Some(person.id) != oneself);
        let found =
            others.map(|person| Somebody { slug: person.id.to_string(), detail: String::new() }).collect();
        Ok((found, Names::of_people(people)))
    }
}
